"""The trip as the changes leave it: legs that arrive later, and who cancels on the way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from geleit.domain.changes import Change, DelegateCancelled
from geleit.domain.legs import departure_spans, planned
from geleit.domain.programme import PlannedLeg, Programme, Reason, ReasonCode
from geleit.domain.trip import Trip
from geleit.planner.result import Clash


def with_tours_finished(
    trip: Trip, programme: Programme, changes: Sequence[Change], now: datetime | None
) -> Trip:
    """Return the changed trip in which whoever cancels on the way first comes back from the tour that has begun."""
    gone = {change.delegate for change in changes if isinstance(change, DelegateCancelled)}
    if now is None or not gone:
        return trip
    people = tuple(
        replace(
            person, presence=replace(person.presence, leaves=_back_at(trip, programme, person.id, leaves))
        )
        if person.id in gone and (leaves := person.presence.leaves) is not None
        else person
        for person in trip.delegates
    )
    return replace(trip, delegates=people)


def _back_at(trip: Trip, programme: Programme, person: str, now: datetime) -> datetime:
    """Return when a person is back from what has begun before ``now``."""
    bases = {station.base for station in trip.stations}
    begun = [s for s in programme.sessions_by_delegate.get(person, ()) if s.start < now]
    back = max([now, *(session.end for session in begun)])
    is_away = False
    moves = (move for move in programme.transfers if person in move.people)
    for move in sorted(moves, key=lambda move: move.depart):
        if move.depart < now or is_away:
            back, is_away = max(back, move.arrive), move.destination not in bases
    return back


def shifted_legs(trip: Trip, legs: Sequence[PlannedLeg]) -> tuple[PlannedLeg, ...] | Clash:
    """Return the legs at their departures with the trip's travel times; a missed one takes its next departure.

    A clash where it has none.
    """
    found: list[PlannedLeg] = []
    for leg in sorted(legs, key=lambda leg: leg.depart):
        known = trip.leg_by_id.get(leg.leg)
        if known is None:
            continue
        again = planned(known, leg.depart)
        if found and again.depart < found[-1].arrive:
            ready = found[-1].arrive
            later = [max(start, ready) for start, end in departure_spans(trip, known) if end >= ready]
            if not later:
                reason = Reason(code=ReasonCode.NOT_AT_STATION, detail=f"{found[-1].leg}, {leg.leg}")
                return Clash(reasons=(reason,))
            again = planned(known, min(later))
        found.append(again)
    return tuple(found)
