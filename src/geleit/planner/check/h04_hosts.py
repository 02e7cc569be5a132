"""H4: between the host's minimum and maximum of people, no more sessions than it gives, and whom it receives.

- Everybody who attends counts, guides and interpreters included; who waits outside does not attend.
- A host gives ``sessions_max`` sessions, or as many as it has confirmed times if these are more.
- Nobody attends two sessions of one item.
- An item that names roles receives only people of these roles.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context, Visit
from geleit.planner.check.records import of_visit


def check(context: Context) -> Iterator[Violation]:
    """Yield sessions with too few or too many people, items with too many, and people in the wrong ones."""
    for visit in context.visits:
        yield from _people(context, visit)
    for visits in context.visits_of.values():
        yield from _item(context, visits)


def _people(context: Context, visit: Visit) -> Iterator[Violation]:
    item, attendees = visit.item, context.known_people(visit.session.attendees)
    if len(attendees) < item.min_people:
        yield replace(
            of_visit(ViolationCode.TOO_FEW, visit), wanted=item.min_people, available=len(attendees)
        )
    if item.max_people is not None and len(attendees) > item.max_people:
        yield replace(
            of_visit(ViolationCode.TOO_MANY, visit), wanted=len(attendees), available=item.max_people
        )
    if item.roles:
        delegates = (context.trip.delegate_by_id[person] for person in attendees)
        barred = tuple(delegate.id for delegate in delegates if delegate.role not in item.roles)
        if barred:
            yield replace(of_visit(ViolationCode.ROLE, visit), people=barred)


def _item(context: Context, visits: tuple[Visit, ...]) -> Iterator[Violation]:
    item = visits[0].item
    given = max(item.sessions_max, len(item.firm_slots))
    if len(visits) > given:
        yield Violation(
            code=ViolationCode.TOO_MANY_SESSIONS,
            sessions=tuple(visit.session.id for visit in visits),
            items=(item.id,),
            station=item.station,
            wanted=len(visits),
            available=given,
        )
    counts = Counter(person for visit in visits for person in context.known_people(visit.session.attendees))
    for person, count in counts.items():
        if count > 1:
            yield Violation(
                code=ViolationCode.TWICE,
                sessions=tuple(visit.session.id for visit in visits if person in visit.session.attendees),
                items=(item.id,),
                people=(person,),
                station=item.station,
                wanted=count,
                available=1,
            )
