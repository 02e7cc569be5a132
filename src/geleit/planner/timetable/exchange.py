"""Move and swap people between the tours of a block as long as it pays."""

import numpy as np

from geleit.planner.timetable.crews import followers
from geleit.planner.timetable.draft import FORCED, Draft, Tour
from geleit.planner.timetable.offer import BARRED

MOST_EXCHANGES = 400
Step = tuple[int, Tour | None, Tour | None]
"""A person, the tour left, and the tour joined; None is staying at the base."""


def exchange_people(draft: Draft) -> None:
    """Improve the draft by the best move or swap until none pays."""
    for _ in range(MOST_EXCHANGES):
        steps = _best_steps(draft)
        if steps is None:
            return
        for person, source, target in steps:
            if source is not None:
                source.people.discard(person)
            if target is not None:
                target.people.add(person)


def _best_steps(draft: Draft) -> list[Step] | None:
    tours: list[Tour | None] = [*draft.tours, None]
    gains = {
        (a, b): found
        for a, source in enumerate(tours)
        for b, target in enumerate(tours)
        if a != b and (found := _best_single(draft, source, target)) is not None
    }
    best_gain, best = 0, None
    for (a, b), (gain, person) in gains.items():
        source, target = tours[a], tours[b]
        other_gain, other = gains.get((b, a), (BARRED, -1))
        if gain > best_gain and _fits(draft, person, source, target):
            best_gain, best = gain, [(person, source, target)]
        if a < b and gain + other_gain > best_gain:
            best_gain, best = gain + other_gain, [(person, source, target), (other, target, source)]
    return best


def _fits(draft: Draft, person: int, source: Tour | None, target: Tour | None) -> bool:
    """Whether one tour can do without a person and the other has room for one."""
    leaves = source is None or draft.is_enough(source.row, source.people - {person})
    return leaves and (target is None or len(target.people) < draft.room(target))


def _best_single(draft: Draft, source: Tour | None, target: Tour | None) -> tuple[int, int] | None:
    """Return the best gain of moving one person from tour to tour, and who it is."""
    offer = draft.offer
    movable = _movable(draft, source)
    if not movable:
        return None
    forced = offer.forced[movable]
    if target is None:
        there = np.where(forced, BARRED, 0)
    else:
        follows = followers(draft, draft.pattern(target), target.interpreters)[movable]
        there = np.where(follows, offer.worth[target.row, movable], BARRED)
    here = np.where(forced, -FORCED, 0) if source is None else offer.worth[source.row, movable]
    gain = np.where(there <= BARRED // 2, BARRED, there - here)
    top = int(np.argmax(gain))
    return None if gain[top] <= BARRED // 2 else (int(gain[top]), movable[top])


def _movable(draft: Draft, source: Tour | None) -> list[int]:
    if source is not None:
        return [person for person in sorted(source.people) if person not in source.locked]
    placed = {person for tour in draft.tours for person in tour.people}
    return [p for p in range(draft.problem.people) if p not in placed and p not in draft.offer.busy]
