"""H10: houses that keep office hours are not visited on a holiday or weekend of their country and region.

- Which kinds keep office hours stands in ``domain.kinds``; the calendar is that of the item's place, with
  shifted working days and the trip's own corrections. The day is that of the session's start on the
  station's clock.
- A session is exempt where a window that holds it is open on closed days, and at a time that the host has
  confirmed.
"""

from collections.abc import Iterator
from dataclasses import replace

from geleit.domain.opening import calendar_of
from geleit.domain.violations import Violation, ViolationCode
from geleit.domain.windows import local
from geleit.planner.check.context import Context
from geleit.planner.check.h01_windows import holding_spans
from geleit.planner.check.records import of_visit


def check(context: Context) -> Iterator[Violation]:
    """Yield sessions on closed days."""
    trip = context.trip
    for visit in context.visits:
        item, start = visit.item, visit.session.start
        if not item.kind.keeps_office_hours or start in item.firm_slots:
            continue
        if any(span.window.on_closed_days for span in holding_spans(context, visit)):
            continue
        day = local(start, trip.zone_of(item.station)).date()
        calendar = calendar_of(trip, trip.place_by_id[item.place])
        if not calendar.is_working_day(day):
            yield replace(of_visit(ViolationCode.CLOSED_DAY, visit), day=day, places=(item.place,))
