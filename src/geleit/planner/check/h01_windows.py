"""H1: a session lies inside one of its item's windows, in local time, and lasts as long as the item says.

- One window holds the whole session, from its start to its end; the minutes before and after it do not count.
- Windows are read on the wall clock of the station, so that a clock change shortens or lengthens them; the
  duration is real minutes.
- An item without windows has the usual hours of its kind (see ``domain.stays``).
- A session at a time that the host has confirmed needs no window: the answer is the host's last word. Its
  duration counts all the same.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context, OpenSpan, Visit, minutes
from geleit.planner.check.records import of_visit


def check(context: Context) -> Iterator[Violation]:
    """Yield sessions outside their item's windows, and sessions of another length."""
    for visit in context.visits:
        wanted = timedelta(minutes=visit.item.duration_min)
        length = visit.session.end - visit.session.start
        if timedelta() < length != wanted:
            yield replace(
                of_visit(ViolationCode.DURATION, visit),
                wanted=visit.item.duration_min,
                available=minutes(length),
            )
        if visit.session.start not in visit.item.firm_slots and not holding_spans(context, visit):
            nearest = _nearest(context, visit)
            yield replace(
                of_visit(ViolationCode.OUTSIDE_WINDOW, visit),
                bound_start=nearest.start if nearest else None,
                bound_end=nearest.end if nearest else None,
            )


def holding_spans(context: Context, visit: Visit) -> tuple[OpenSpan, ...]:
    """Return the windows that hold the whole session."""
    start, end = visit.session.start, visit.session.end
    return tuple(span for span in context.open_spans(visit.item) if span.start <= start and end <= span.end)


def _nearest(context: Context, visit: Visit) -> OpenSpan | None:
    """Return the window that the session leaves least."""

    def outside(span: OpenSpan) -> timedelta:
        zero = timedelta()
        return max(zero, span.start - visit.session.start) + max(zero, visit.session.end - span.end)

    return min(context.open_spans(visit.item), key=outside, default=None)
