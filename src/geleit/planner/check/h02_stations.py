"""H2: a session lies within a stay at its station; who goes out comes back the same day.

- The whole session lies in one stay, between the arrival of one leg and the departure of the next. The
  minutes before and after it are a matter of the people (H3).
- Nobody stays away from the base overnight: whoever is elsewhere leaves on the same local date as the
  session (or other event) there ended. A day that the frame lets end after midnight goes on until then. A
  way back that is missing altogether is H5.
"""

from collections.abc import Iterator
from dataclasses import replace

from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context, Visit
from geleit.planner.check.itinerary import Event, Itinerary
from geleit.planner.check.records import of_visit


def check(context: Context) -> Iterator[Violation]:
    """Yield sessions outside the stays."""
    for visit in context.visits:
        own = [stay for stay in context.stays if stay.station == visit.item.station]
        start, end = visit.session.start, visit.session.end
        if any(stay.covers(start, end) for stay in own):
            continue
        nearest = min(own, key=lambda stay: max(stay.start - start, end - stay.end), default=None)
        yield replace(
            of_visit(ViolationCode.NOT_AT_STATION, visit),
            bound_start=nearest.start if nearest else None,
            bound_end=nearest.end if nearest else None,
        )


def check_way(context: Context, way: Itinerary) -> Iterator[Violation]:
    """Yield a person's nights away from the base."""
    for step in way.steps:
        before, event = step.before, step.event
        if before is None or event.origin != step.place or before.day_to >= event.day_from:
            continue
        if step.place != context.base_of(before.station_to):
            yield _overnight(way.person, before, event)


def _overnight(person: str, before: Event, event: Event) -> Violation:
    visit = before.what if isinstance(before.what, Visit) else None
    return Violation(
        code=ViolationCode.OVERNIGHT,
        sessions=(visit.session.id,) if visit else (),
        items=(visit.item.id,) if visit else (),
        people=(person,),
        places=(before.destination,),
        station=before.station_to,
        day=before.day_to,
        start=before.end,
        end=event.start,
    )
