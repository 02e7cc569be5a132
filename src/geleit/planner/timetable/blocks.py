"""Solve one block with the others fixed: choose the groups' tours and who goes along.

Greedy by marginal benefit with exact evaluation, then exchange of tours and of people. Deterministic for a seed.
"""

import numpy as np

from geleit.planner.problem import ALWAYS, IntArray
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.crews import staff
from geleit.planner.timetable.draft import Draft, Tour
from geleit.planner.timetable.exchange import exchange_people
from geleit.planner.timetable.offer import BARRED, Offer
from geleit.planner.timetable.plan import Plan, Run

TRIED = 6
"""Best-looking tours that are evaluated exactly."""
PASSES = 2
"""How often every tour is taken out and put in again."""


def solve_block(
    plan: Plan,
    block: int,
    book: PatternBook,
    rng: np.random.Generator,
    *,
    noise: float = 0.0,
    back_by: int = ALWAYS,
    most: int = ALWAYS,
    focus: int | None = None,
    among: frozenset[int] | None = None,
    polish: bool = True,
) -> tuple[Run, ...] | None:
    """Return the block's runs, or None when the people who must go somewhere cannot.

    Parameters
    ----------
    plan
        The plan with this block empty.
    noise, back_by, most, among
        As in ``Offer``.
    focus
        As in ``Draft``.
    polish
        Whether to exchange tours and people for better ones; if not, only where nothing else serves.
    """
    offer = Offer(plan, block, book, rng, noise=noise, back_by=back_by, most=most, among=among)
    if not offer.patterns:
        return None if offer.forced.any() else ()
    for demanding in (True, False) if offer.forced.any() else (True,):
        for thoroughly in (True,) if polish else (False, True):
            runs = _solved(Draft(offer, demanding=demanding, focus=focus), polish=thoroughly)
            if runs is not None:
                return runs
    return None


def _solved(draft: Draft, *, polish: bool) -> tuple[Run, ...] | None:
    _fill(draft)
    for _ in range(PASSES if polish and len(draft.tours) > 1 else 0):
        if not _exchange_tours(draft):
            break
    if polish:
        exchange_people(draft)
    draft.tours = [tour for tour in draft.tours if draft.is_enough(tour.row, tour.people)]
    return draft.runs() if draft.is_whole() else None


def _fill(draft: Draft) -> None:
    """Add the best tour until no group is free or nothing is gained."""
    while len(draft.tours) < draft.offer.groups_free:
        best = _best_addition(draft)
        if best is None:
            return
        draft.add(best)


def _best_addition(draft: Draft) -> Tour | None:
    """Return the tour that adds most, or None when none adds anything."""
    rooms = draft.rooms()
    caps = draft.caps(rooms)
    rows = np.flatnonzero(caps > 0)
    if not len(rows):
        return None
    bonus = _bonus(draft, rows)
    scores = _scores(draft, rows, caps) + bonus
    best_gain, best = 0, None
    for position in np.argsort(-scores, kind="stable")[:TRIED].tolist():
        if scores[position] <= best_gain:
            break
        row = int(rows[position])
        staffed = staff(draft, row, rooms)
        if staffed is not None and staffed[0] + int(bonus[position]) > best_gain:
            best_gain, best = staffed[0] + int(bonus[position]), staffed[1]
    return best


def _scores(draft: Draft, rows: IntArray, caps: IntArray) -> IntArray:
    """Return at most what each tour adds: the largest gains of as many people as it can take."""
    worth = draft.offer.worth[rows]
    gain = worth - draft.current()[None, :]
    gain[worth <= BARRED // 2] = 0
    gain[:, list(draft.locked())] = 0
    sums = np.cumsum(-np.sort(-np.clip(gain, 0, None), axis=1), axis=1)
    last = np.minimum(caps[rows], gain.shape[1]) - 1
    scores: IntArray = sums[np.arange(len(rows)), last]
    return scores


def _bonus(draft: Draft, rows: IntArray) -> IntArray:
    """Return the worth of sessions that must be there and that a tour would bring."""
    bonus = np.zeros(len(rows), dtype=np.int64)
    for item, start in draft.unmet():
        for position in np.flatnonzero(draft.offer.set.visits[rows, item]).tolist():
            if _meets(draft, int(rows[position]), item, start):
                bonus[position] += draft.demand(item)
    return bonus


def _meets(draft: Draft, row: int, item: int, start: int | None) -> bool:
    """Whether a tour brings a session that must be there, or somebody who must be in one."""
    pattern = draft.offer.patterns[row]
    if start is not None:
        return (item, start) in zip(pattern.items, pattern.starts, strict=True)
    missing = [person for person in draft.problem.items[item].pinned if not draft.attends(person, item)]
    return not missing or any(draft.offer.can(row, person) for person in missing)


def _exchange_tours(draft: Draft) -> bool:
    """Take each tour out in turn and put the best in its place; True when anything got better."""
    better = False
    for number in range(len(draft.tours)):
        if number >= len(draft.tours):
            break
        before, kept = draft.total(), [tour.copy() for tour in draft.tours]
        del draft.tours[number]
        _fill(draft)
        if draft.total() > before:
            better = True
        else:
            draft.tours = kept
    return better
