"""Why not? The answer for each item without a place, and each wish that was not met."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from geleit.domain.obstacles import Obstacle
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.why.facts import Facts
from geleit.planner.why.force import InHand, cheapest_way_in
from geleit.planner.why.minimal import smallest_clash
from geleit.planner.why.oracle import Goals
from geleit.planner.why.records import Answer, Blocked, Undecided, WhyNot
from geleit.planner.why.relaxed import relaxed_trip
from geleit.planner.why.witness import Witness, witness_of

LIMIT_S = 1.0
"""Seconds of search for the cheapest way in; the proof that there is none comes before and is quick."""
MOST_OTHERS = 40
"""Other items that are looked at together with the one in question, one or two at a time."""


@dataclass(frozen=True)
class Question:
    """A trip and its programme, compiled once for all questions about it.

    Parameters
    ----------
    limit_s
        Seconds of search for each answer.
    is_cancelled
        Asked between steps; what is not decided by then stays undecided.
    """

    trip: Trip
    programme: Programme
    limit_s: float = LIMIT_S
    is_cancelled: Callable[[], bool] | None = None
    facts: Facts = field(init=False)
    hand: InHand = field(init=False)

    def __post_init__(self) -> None:
        """Compile."""
        object.__setattr__(self, "facts", Facts(self.trip))
        object.__setattr__(self, "hand", InHand.of(self.trip, self.programme))


def why_not(question: Question, item: str, delegate: str | None = None) -> WhyNot:
    """Return why an item has no place, or why a delegate is in no session of it.

    A ``Blocked`` is a proof: every minute was tried for the set, and each member's absence has a programme of its
    own. A ``WayIn`` is a programme of the trip as it is. Whatever is neither stays ``Undecided``.

    Parameters
    ----------
    delegate
        Whose wish it is; None for the item as such.
    """
    began = time.monotonic()

    def stop() -> bool:
        is_over = question.is_cancelled is not None and question.is_cancelled()
        return is_over or time.monotonic() - began >= question.limit_s

    answer = _blocked(question, item, delegate, stop)
    if answer is None:
        answer = cheapest_way_in(question.hand, item, delegate, stop) or Undecided()
    return WhyNot(item=item, delegate=delegate, answer=answer, seconds=time.monotonic() - began)


def why_not_all(question: Question, items: Iterable[str] | None = None) -> Iterator[WhyNot]:
    """Yield the answer for every item without a session, or for those named.

    Parameters
    ----------
    items
        Ids; None for all that have no session.
    """
    placed = question.programme.sessions_of
    wanted = [item.id for item in question.trip.items if item.id not in placed]
    for item in wanted if items is None else items:
        yield why_not(question, item)


def unmet_wishes(trip: Trip, programme: Programme, delegate: str) -> tuple[str, ...]:
    """Return the items that a delegate wished for and is in no session of, the strongest wish first."""
    attended = {session.item for session in programme.sessions_by_delegate.get(delegate, ())}
    wishes = [wish for wish in trip.delegate_by_id[delegate].wishes if wish.item in trip.item_by_id]
    return tuple(
        wish.item for wish in sorted(wishes, key=lambda wish: -wish.strength) if wish.item not in attended
    )


def _blocked(question: Question, item: str, delegate: str | None, stop: Callable[[], bool]) -> Answer | None:
    """Return what makes it impossible, ``Undecided`` where that is proven and its smallness is not, None otherwise."""
    goals: Goals = {item: frozenset() if delegate is None else frozenset({delegate})}
    for universe in universes(question.facts, item):
        clash = smallest_clash(question.facts, universe, goals)
        if clash is not None:
            witnesses = _witnesses(question.trip, clash, goals, stop)
            return Undecided() if witnesses is None else Blocked(obstacles=clash, witnesses=witnesses)
    return None


def universes(facts: Facts, item: str) -> Iterator[tuple[Obstacle, ...]]:
    """Yield sets of things that may be all that stands in an item's way: its own, then those of one or two others."""
    own = (*facts.of(item), *facts.everyone_at(item))
    yield own
    others = _others(facts, item)
    for other in others:
        yield (*own, *_all_of(facts, other), *facts.rules_between(frozenset({item, other})))
    near = [other for other in others if facts.rules_between(frozenset({item, other}))]
    for first in near:
        for second in others:
            if second != first and facts.rules_between(frozenset({first, second})):
                rules = facts.rules_between(frozenset({item, first, second}))
                yield (*own, *_all_of(facts, first), *_all_of(facts, second), *rules)


def _all_of(facts: Facts, item: str) -> tuple[Obstacle, ...]:
    return (*facts.demands_on(item), *facts.of(item), *facts.everyone_at(item))


def _others(facts: Facts, item: str) -> list[str]:
    """Return the items that take place in any case or that a rule ties to this one; those that a rule ties first."""
    tied = {other for rule in facts.trip.rules if item in rule.items for other in rule.items if other != item}
    demanded = {each.id for each in facts.trip.items if facts.demands_on(each.id)} - {item}
    return [*sorted(tied), *sorted(demanded - tied)][:MOST_OTHERS]


def _witnesses(
    trip: Trip, clash: tuple[Obstacle, ...], goals: Goals, stop: Callable[[], bool]
) -> tuple[Witness, ...] | None:
    """Return for each obstacle a programme in which all the others hold, or None where one was not found."""
    found: list[Witness] = []
    items = set(goals) | {item for obstacle in clash for item in obstacle.items}
    for obstacle in clash:
        others = frozenset(clash) - {obstacle}
        witness = witness_of(relaxed_trip(trip, items, others, goals), stop)
        if witness is None:
            return None
        found.append(witness)
    return tuple(found)
