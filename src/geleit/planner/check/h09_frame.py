"""H9, the day: it starts and ends within the trip's frame, nights are long enough, and ways are bearable.

- No session and no transfer starts before ``frame.day`` does, or ends after it, on the local day to which
  it belongs (a session by its start, a transfer by the day part whose group makes it). The minutes before
  and after a session are free of this, and so are legs.
- Between a person's last event of one day and the first of a later day lie ``rest_min``. Events are
  sessions with their minutes before and after, transfers, and legs; a night that is spent on a leg has none
  to rest.
- Between the arrival of a leg at a station and the person's next session or transfer lie
  ``arrival_rest_min``; a leg that goes straight on needs no rest.
- No way takes more than ``max_transfer_min`` by the mode that the transfer has; the reserve does not count.

That starts lie on the grid is a habit of the planner and no rule: people may move a session by five minutes.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from geleit.domain.programme import PlannedLeg, Transfer
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context, Visit, minutes
from geleit.planner.check.itinerary import Event, Itinerary
from geleit.planner.check.records import of_transfer, of_visit


def check(context: Context) -> Iterator[Violation]:
    """Yield days that start too early or end too late, and long ways."""
    for visit in context.visits:
        zone = context.trip.zone_of(visit.item.station)
        bounds = context.day_bounds(visit.day, zone)
        yield from _beyond(visit.session.start, visit.session.end, bounds, visit, context)
    for transfer in context.transfers:
        station = context.station_at(transfer.depart) or context.station_at(transfer.arrive)
        bounds = context.day_bounds(transfer.day, context.trip.zone_of(station))
        yield from _beyond(transfer.depart, transfer.arrive, bounds, transfer, context)
        way_min = context.way_min(transfer.origin, transfer.destination, transfer.mode)
        if way_min > context.trip.frame.max_transfer_min:
            yield replace(
                of_transfer(context, ViolationCode.TRANSFER_TOO_LONG, transfer),
                wanted=way_min,
                available=context.trip.frame.max_transfer_min,
            )


def _beyond(
    start: datetime,
    end: datetime,
    bounds: tuple[datetime, datetime],
    what: Visit | Transfer,
    context: Context,
) -> Iterator[Violation]:
    for code, broken in (
        (ViolationCode.DAY_STARTS_EARLY, start < bounds[0]),
        (ViolationCode.DAY_ENDS_LATE, end > bounds[1]),
    ):
        if broken:
            found = of_visit(code, what) if isinstance(what, Visit) else of_transfer(context, code, what)
            yield replace(found, bound_start=bounds[0], bound_end=bounds[1])


def check_way(context: Context, way: Itinerary) -> Iterator[Violation]:
    """Yield a person's short nights and pauses."""
    last: Event | None = None
    for event in way.events:
        if last is not None and last.day_to < event.day_from:
            yield from _rest(ViolationCode.REST, context.trip.frame.rest_min, way.person, last, event)
        if last is not None and isinstance(last.what, PlannedLeg) and not isinstance(event.what, PlannedLeg):
            wanted = context.trip.frame.arrival_rest_min
            yield from _rest(ViolationCode.ARRIVAL_REST, wanted, way.person, last, event)
        if last is None or event.end >= last.end:
            last = event


def _rest(code: ViolationCode, wanted: int, person: str, last: Event, event: Event) -> Iterator[Violation]:
    rest = event.start - last.end
    if timedelta() <= rest < timedelta(minutes=wanted):
        yield Violation(
            code=code,
            sessions=(event.what.session.id,) if isinstance(event.what, Visit) else (),
            items=(event.what.item.id,) if isinstance(event.what, Visit) else (),
            people=(person,),
            legs=(last.what.leg,) if isinstance(last.what, PlannedLeg) else (),
            station=event.station_from,
            day=event.day_from,
            start=last.end,
            end=event.start,
            wanted=wanted,
            available=minutes(rest),
        )
