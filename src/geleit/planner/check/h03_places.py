"""H3: nobody is in two places, and every way is long enough.

- A person is bound to a session from ``arrive_before_min`` before its start to ``leave_after_min`` after
  its end, to a transfer and a leg from departure to arrival. None of these overlap.
- Between two sessions of one stay lie the first one's ``leave_after_min``, the shortest way and the second
  one's ``arrive_before_min``. The shortest way goes by the usual mode, or by any other that the programme
  uses.
- A transfer takes at least the trip's minutes for its mode, and the frame's reserve unless people walk; it
  may take longer.
- A person is with the delegation for the whole of a session, transfer or meal break; the minutes before and
  after a session are not asked for. (A person takes a leg only when there for the whole of it.)

Where two sessions are too close, the late arrival or early departure that follows from it is not told again.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from geleit.domain.programme import PlannedLeg, Transfer
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context, Visit, minutes
from geleit.planner.check.itinerary import Event, Itinerary
from geleit.planner.check.records import of_transfer, of_visit


def check(context: Context) -> Iterator[Violation]:
    """Yield transfers that are too short."""
    for transfer in context.transfers:
        needed = context.needed_min(transfer.origin, transfer.destination, transfer.mode)
        if timedelta() < transfer.arrive - transfer.depart < timedelta(minutes=needed):
            yield replace(
                of_transfer(context, ViolationCode.TRAVEL_TOO_SHORT, transfer),
                wanted=needed,
                available=minutes(transfer.arrive - transfer.depart),
            )


def check_way(context: Context, way: Itinerary) -> Iterator[Violation]:
    """Yield what binds a person to two places at a time, ways between that are too short, and absences."""
    yield from _absences(context, way)
    second_late: set[str] = set()
    first_early: set[str] = set()
    for first, second in pairwise(context.visits_by_person[way.person]):
        key = first.session.id, second.session.id
        if key not in context.tight:
            context.tight[key] = _too_close(context, first, second)
        violation = context.tight[key]
        if violation is not None:
            first_early.add(key[0])
            second_late.add(key[1])
            yield replace(violation, people=(way.person,))
    yield from _overlaps(context, way, first_early, second_late)


def _absences(context: Context, way: Itinerary) -> Iterator[Violation]:
    presence = way.presence
    if presence.joins is None and presence.leaves is None:
        return
    for event in way.events:
        what = event.what
        if isinstance(what, Visit):
            outside = not presence.covers(what.session.start, what.session.end)
            violation = of_visit(ViolationCode.ABSENT, what)
        elif isinstance(what, Transfer):
            outside = not presence.covers(what.depart, what.arrive)
            violation = of_transfer(context, ViolationCode.ABSENT, what)
        else:
            continue
        if outside:
            yield replace(
                violation, people=(way.person,), bound_start=presence.joins, bound_end=presence.leaves
            )
    for meal in context.meals:
        if way.person in meal.people and not presence.covers(meal.start, meal.end):
            yield Violation(
                code=ViolationCode.ABSENT,
                people=(way.person,),
                places=(meal.place,),
                station=context.station_at(meal.start),
                day=meal.day,
                meal=meal.meal,
                start=meal.start,
                end=meal.end,
                bound_start=presence.joins,
                bound_end=presence.leaves,
            )


def _too_close(context: Context, first: Visit, second: Visit) -> Violation | None:
    """Return what is wrong between two sessions that follow each other, or None."""
    code = ViolationCode.TOO_TIGHT
    gap = second.session.start - first.session.end
    way = context.shortest_min(first.session.place, second.session.place)
    needed = first.item.leave_after_min + way + second.item.arrive_before_min
    if gap < timedelta():
        code = ViolationCode.TWO_PLACES
    elif gap >= timedelta(minutes=needed) or context.stay_at(first.session.end) != context.stay_at(
        second.session.start
    ):
        return None
    return replace(
        of_visit(code, second),
        sessions=(first.session.id, second.session.id),
        items=(first.item.id, second.item.id),
        places=(first.session.place, second.session.place),
        start=min(first.session.end, second.session.start),
        end=max(first.session.end, second.session.start),
        wanted=needed if code is ViolationCode.TOO_TIGHT else None,
        available=abs(minutes(gap)),
    )


def _overlaps(
    context: Context, way: Itinerary, first_early: set[str], second_late: set[str]
) -> Iterator[Violation]:
    busy: Event | None = None
    for event in way.events:
        if busy is not None and event.start < busy.end:
            violation = _overlap(context, busy, event)
            known = (
                violation.code is ViolationCode.ARRIVES_LATE and violation.sessions[0] in second_late
            ) or (violation.code is ViolationCode.LEAVES_EARLY and violation.sessions[0] in first_early)
            if not known and not (isinstance(busy.what, Visit) and isinstance(event.what, Visit)):
                yield replace(violation, people=(way.person,))
        if busy is None or event.end > busy.end:
            busy = event


def _overlap(context: Context, first: Event, second: Event) -> Violation:
    """Return what two overlapping events, not both sessions, break."""
    if isinstance(second.what, Visit) and isinstance(first.what, Transfer):
        return replace(
            of_visit(ViolationCode.ARRIVES_LATE, second.what),
            groups=(first.what.group,),
            wanted=second.what.item.arrive_before_min,
            available=minutes(second.what.session.start - first.end),
        )
    if isinstance(first.what, Visit) and isinstance(second.what, Transfer):
        return replace(
            of_visit(ViolationCode.LEAVES_EARLY, first.what),
            groups=(second.what.group,),
            wanted=first.what.item.leave_after_min,
            available=minutes(second.start - first.what.session.end),
        )
    both = (first.what, second.what)
    visits = [what for what in both if isinstance(what, Visit)]
    start, end = second.start, min(first.end, second.end)
    return Violation(
        code=ViolationCode.TWO_PLACES,
        sessions=tuple(visit.session.id for visit in visits),
        items=tuple(visit.item.id for visit in visits),
        groups=tuple(dict.fromkeys(what.group for what in both if isinstance(what, Transfer))),
        legs=tuple(what.leg for what in both if isinstance(what, PlannedLeg)),
        station=first.station_to,
        day=context.day_of(first.station_to, start),
        start=start,
        end=end,
        available=minutes(end - start),
    )
