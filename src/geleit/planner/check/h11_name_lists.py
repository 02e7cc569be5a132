"""H11: once a host's name list is closed, nobody attends who is neither on it nor announced afterwards."""

from collections.abc import Iterator
from dataclasses import replace

from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context
from geleit.planner.check.records import of_visit


def check(context: Context) -> Iterator[Violation]:
    """Yield attendees whom a closed name list does not admit."""
    for visit in context.visits:
        attendees = context.known_people(visit.session.attendees)
        strangers = tuple(person for person in attendees if not visit.item.name_list.admits(person))
        if strangers:
            yield replace(of_visit(ViolationCode.NOT_ON_LIST, visit), people=strangers)
