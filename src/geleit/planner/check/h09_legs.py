"""H9, legs: each leg of the trip has one time, in its order, within its departures, as long as it takes.

- A departure lies in one of the leg's windows, both ends included, on the clock of its origin; a leg
  without windows may leave at any time.
- A leg takes exactly its minutes.
- A leg departs when the one before it, in the trip's order, has arrived.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from geleit.domain.legs import departure_spans
from geleit.domain.programme import PlannedLeg
from geleit.domain.trip import Leg
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context, minutes


def check(context: Context) -> Iterator[Violation]:
    """Yield legs that are missing, leave at a wrong time, take another time, or come in a wrong order."""
    timed: dict[str, PlannedLeg] = {}
    for planned in context.legs:
        timed.setdefault(planned.leg, planned)
    for leg in context.trip.legs:
        if leg.id in timed:
            yield from _times(context, leg, timed[leg.id])
        else:
            yield Violation(code=ViolationCode.LEG_MISSING, legs=(leg.id,), station=leg.origin)
    in_order = [timed[leg.id] for leg in context.trip.legs if leg.id in timed]
    for first, second in pairwise(in_order):
        if second.depart < first.arrive:
            yield replace(
                _about(context, ViolationCode.LEG_ORDER, second),
                legs=(first.leg, second.leg),
                start=second.depart,
                end=first.arrive,
            )


def _about(context: Context, code: ViolationCode, planned: PlannedLeg) -> Violation:
    station = context.trip.leg_by_id[planned.leg].origin
    return Violation(
        code=code,
        legs=(planned.leg,),
        station=station,
        day=context.day_of(station, planned.depart),
        start=planned.depart,
        end=planned.arrive,
    )


def _times(context: Context, leg: Leg, planned: PlannedLeg) -> Iterator[Violation]:
    length = planned.arrive - planned.depart
    if timedelta() < length != timedelta(minutes=leg.travel_min):
        yield replace(
            _about(context, ViolationCode.LEG_DURATION, planned),
            wanted=leg.travel_min,
            available=minutes(length),
        )
    spans = departure_spans(context.trip, leg)
    if spans and not any(start <= planned.depart <= end for start, end in spans):

        def distance(span: tuple[datetime, datetime]) -> timedelta:
            return max(span[0] - planned.depart, planned.depart - span[1])

        nearest = min(spans, key=distance)
        yield replace(
            _about(context, ViolationCode.LEG_WINDOW, planned),
            bound_start=nearest[0],
            bound_end=nearest[1],
        )
