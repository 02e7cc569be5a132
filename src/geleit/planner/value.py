"""What a programme is worth: benefit by delegate, fairness by diminishing returns, and the price of movement.

The one ruler for solver, checker and repair. Benefits are integers in points; the objective counts eighths of a
point, so that every slope and the small price of a minute are integers.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from geleit.domain.items import Item
from geleit.domain.legs import possible_stays
from geleit.domain.opening import open_spans
from geleit.domain.people import Delegate
from geleit.domain.programme import Programme, Transfer, Value
from geleit.domain.trip import Trip

FIT_MATCH = 4
"""Points (before scaling) when a sector of the item is one of the delegate's."""
FIT_OPEN = 2
"""Points when the item or the delegate names no sector."""
POINTS_PER_WISH_STRENGTH = 2
SLOPES_EIGHTHS = (32, 24, 8, 4)
"""Worth of a further point of benefit, in eighths of a point: 4, 3, 1 and 1/2."""
BENDS_EIGHTHS = tuple(steep - flat for steep, flat in pairwise(SLOPES_EIGHTHS))
"""How much the slope falls at each break: ``Phi(t)`` is the last slope times t plus each bend times min(t, break)."""
BREAKS_PERCENT = (68, 88, 108)
"""Where the slope falls, in percent of kappa times what the delegate could have had alone."""
DEFAULT_KAPPA_PERCENT = 75
"""Share of what people could have alone that a trip gives on average, until a first plan has shown it."""
PRICE_TRANSFER_EIGHTHS = 1
"""Price of one person's minute on the way."""
PRICE_IDLE_EIGHTHS = 1
"""Price of one person's minute of waiting between two appointments of one day part."""


def sectors_of(trip: Trip, delegate: Delegate) -> frozenset[str]:
    """Return the delegate's sectors, or those of the organisation where the delegate names none."""
    if delegate.sectors or delegate.organisation is None:
        return delegate.sectors
    organisation = trip.organisation_by_id.get(delegate.organisation)
    return organisation.sectors if organisation else frozenset()


def may_attend(item: Item, delegate: Delegate) -> bool:
    """Whether the item's host receives a person of that role."""
    return not item.roles or delegate.role in item.roles


def points(trip: Trip, item: Item, delegate: Delegate) -> int:
    """Return ``u[d, i]``: what a session of the item is worth to the delegate, in points, rounded once.

    Zero for those who serve the programme (organisers, interpreters, security ...) and where the role is not received.
    """
    return points_by_item(trip, delegate, (item,))[item.id]


def points_by_item(trip: Trip, delegate: Delegate, items: Iterable[Item]) -> dict[str, int]:
    """Return ``points`` of several items to one delegate, by item id."""
    if not delegate.role.benefits:
        return {item.id: 0 for item in items}
    own = sectors_of(trip, delegate)
    wishes: dict[str, int] = {}
    for wish in delegate.wishes:
        wishes.setdefault(wish.item, wish.strength * POINTS_PER_WISH_STRENGTH)
    return {
        item.id: round(
            (_fit(item.sectors, own) + wishes.get(item.id, 0) + item.weight) * item.probability_percent / 10
        )
        if may_attend(item, delegate)
        else 0
        for item in items
    }


def _fit(served: frozenset[str], own: frozenset[str]) -> int:
    if not served or not own:
        return FIT_OPEN
    return FIT_MATCH if served & own else 0


@dataclass(frozen=True, slots=True)
class Ruler:
    """What each delegate could have had alone, and the share of it that a trip of this kind can give on average.

    Parameters
    ----------
    alone
        ``I[d]`` in points by delegate id, for delegates who benefit.
    kappa_percent
        Scale of the breakpoints. Kept with the programme so that a repair measures with the same ruler.
    """

    alone: Mapping[str, int]
    kappa_percent: int

    def breaks(self, delegate: str) -> tuple[int, int, int]:
        """Return the three benefits, in points, at which the slope falls."""
        scaled = self.kappa_percent * self.alone.get(delegate, 0)
        first, second, third = (percent * scaled // 10_000 for percent in BREAKS_PERCENT)
        return first, second, third

    def worth(self, delegate: str, benefit: int) -> int:
        """Return ``Phi_d(t)`` in eighths of a point for a benefit of ``t`` points."""
        bends = zip(BENDS_EIGHTHS, self.breaks(delegate), strict=True)
        return SLOPES_EIGHTHS[-1] * benefit + sum(bend * min(benefit, at) for bend, at in bends)


def benefits_alone(trip: Trip) -> dict[str, int]:
    """Return ``I[d]``: a cheap greedy plan for each delegate alone, in points.

    Items in falling order of worth take their earliest free time, each as a ride from the base and back; caps, groups
    and other people do not count. Times are those at which the delegation could be at the station under any choice of
    legs, so that the ruler does not depend on the plan.
    """
    slots = {item.id: _lone_slots(trip, item) for item in trip.items if item.request.status.may_be_placed}
    alone: dict[str, int] = {}
    memo: dict[tuple[tuple[str, int], ...], int] = {}
    for delegate in trip.delegates:
        if not delegate.role.benefits:
            continue
        found = points_by_item(trip, delegate, (item for item in trip.items if item.id in slots))
        worth = [(value, item) for item, value in found.items()]
        ranked = tuple(
            (item, worth) for worth, item in sorted(worth, key=lambda pair: (-pair[0], pair[1])) if worth > 0
        )
        presence = delegate.presence
        if presence.joins is None and presence.leaves is None:
            if ranked not in memo:
                memo[ranked] = _lone_sum(ranked, slots, None, None)
            alone[delegate.id] = memo[ranked]
        else:
            alone[delegate.id] = _lone_sum(ranked, slots, presence.joins, presence.leaves)
    return alone


Span = tuple[datetime, datetime]


def _lone_slots(trip: Trip, item: Item) -> tuple[Span, ...]:
    """Return the spans, rides included, that the item could take of one person's time, in time order."""
    base, place = trip.base_of(item.station), trip.place_by_id[item.place]
    ride = timedelta(minutes=trip.travel.travel_min(base, place) if base.id != place.id else 0)
    before = ride + timedelta(minutes=item.arrive_before_min)
    after = ride + timedelta(minutes=item.duration_min + item.leave_after_min)
    step = timedelta(minutes=max(trip.frame.grid_min, 15))
    starts: set[datetime] = set(item.firm_slots)
    if not starts:
        for arrive, depart in possible_stays(trip, item.station):
            for opens, closes in open_spans(trip, item, arrive, depart):
                start = max(opens, arrive + before)
                latest = min(closes - timedelta(minutes=item.duration_min), depart - after)
                while start <= latest:
                    starts.add(start)
                    start += step
    return tuple((start - before, start + after) for start in sorted(starts))


def _lone_sum(
    ranked: tuple[tuple[str, int], ...],
    slots: Mapping[str, tuple[Span, ...]],
    joins: datetime | None,
    leaves: datetime | None,
) -> int:
    starts: list[datetime] = []
    ends: list[datetime] = []
    total = 0
    for item, worth in ranked:
        for start, end in slots[item]:
            if (joins and start < joins) or (leaves and end > leaves):
                continue
            at = bisect_right(starts, start)
            if (at == 0 or ends[at - 1] <= start) and (at == len(starts) or end <= starts[at]):
                starts.insert(at, start)
                ends.insert(at, end)
                total += worth
                break
    return total


def ruler_for(trip: Trip, kappa_percent: int | None = None) -> Ruler:
    """Return the trip's ruler; ``kappa_percent`` given wins over the trip's own, which wins over the default."""
    kappa = kappa_percent or trip.kappa_percent or DEFAULT_KAPPA_PERCENT
    return Ruler(benefits_alone(trip), kappa)


def idle_person_min(trip: Trip, programme: Programme) -> int:
    """Return person minutes of waiting at hosts' places.

    Where a group arrives at a place and leaves it again, waiting is what its sessions there (with the minutes before
    and after them) and meals there leave over. Time at the base is free time, not waiting.
    """
    bases = {station.base for station in trip.stations}
    runs: dict[tuple[object, str], list[Transfer]] = {}
    for transfer in sorted(programme.transfers, key=lambda transfer: transfer.depart):
        runs.setdefault((transfer.day, transfer.group), []).append(transfer)
    total = 0
    for (_, group), transfers in runs.items():
        for come, leave in pairwise(transfers):
            if come.destination == leave.origin and come.destination not in bases:
                total += _wait_min(trip, programme, group, come, leave) * len(leave.people)
    return total


def _wait_min(trip: Trip, programme: Programme, group: str, come: Transfer, leave: Transfer) -> int:
    stay = minutes_between(come.arrive, leave.depart)
    for session in programme.sessions:
        if (
            session.place == leave.origin
            and group in session.groups
            and come.arrive <= session.start < leave.depart
        ):
            item = trip.item_by_id[session.item]
            stay -= item.arrive_before_min + item.duration_min + item.leave_after_min
    people = set(leave.people)
    for meal in programme.meals:
        if (
            meal.place == leave.origin
            and come.arrive <= meal.start < leave.depart
            and people & set(meal.people)
        ):
            stay -= minutes_between(meal.start, meal.end)
    return max(0, stay)


def minutes_between(start: datetime, end: datetime) -> int:
    """Return whole minutes from one instant to another."""
    return int((end - start).total_seconds()) // 60


def evaluate(trip: Trip, programme: Programme, ruler: Ruler) -> Value:
    """Return the programme's value, measured with ``ruler``. The proven bound is not part of it."""
    benefit = dict.fromkeys(ruler.alone, 0)
    for session in programme.sessions:
        item = trip.item_by_id[session.item]
        for person in session.attendees:
            if person in benefit:
                benefit[person] += points(trip, item, trip.delegate_by_id[person])
    transfer = sum(
        minutes_between(move.depart, move.arrive) * len(move.people) for move in programme.transfers
    )
    idle = idle_person_min(trip, programme)
    cost = PRICE_TRANSFER_EIGHTHS * transfer + PRICE_IDLE_EIGHTHS * idle
    shares = [benefit[person] / alone for person, alone in ruler.alone.items() if alone]
    attended = {(person, session.item) for session in programme.sessions for person in session.attendees}
    wishes = [(person.id, wish.item) for person in trip.delegates for wish in person.wishes]
    placed = {session.item for session in programme.sessions}
    return Value(
        objective=sum(ruler.worth(person, points) for person, points in benefit.items()) - cost,
        benefit=sum(benefit.values()),
        transfer_person_min=transfer,
        idle_person_min=idle,
        worst_share=round(min(shares, default=1.0), 4),
        mean_share=round(sum(shares) / len(shares), 4) if shares else 1.0,
        placed=len(placed),
        musts_placed=sum(item.id in placed for item in trip.items if item.must),
        wishes_met=sum(wish in attended for wish in wishes),
        wishes=len(wishes),
        kappa_percent=ruler.kappa_percent,
    )
