"""H6: required people are there.

- In every session of a political talk is a head of delegation.
- In every session of an item are its required people.
- An attendee who shares no language with the item's languages needs, in the same session, somebody of the
  role interpreter who has one of the item's languages and one of that attendee's. Interpreters are asked
  the same question. An item without languages needs none.
- On every ride with people is somebody who may guide (unless the trip does without guides); walking needs
  no guide. A guide named for a group's day part is one of its members and may guide.
"""

from collections.abc import Iterator
from dataclasses import replace

from geleit.domain.kinds import Role
from geleit.domain.people import Delegate
from geleit.domain.places import TravelMode
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context, Visit
from geleit.planner.check.records import of_transfer, of_visit


def check(context: Context) -> Iterator[Violation]:
    """Yield missing heads, required people, interpreters and guides."""
    for visit in context.visits:
        attendees = context.known_people(visit.session.attendees)
        people = tuple(context.trip.delegate_by_id[person] for person in attendees)
        if visit.item.needs_head and not any(person.role is Role.HEAD for person in people):
            yield of_visit(ViolationCode.HEAD_MISSING, visit)
        missing = tuple(person for person in visit.item.required_people if person not in attendees)
        if missing:
            yield replace(of_visit(ViolationCode.REQUIRED_MISSING, visit), people=missing)
        lost = _without_language(visit, people)
        if lost:
            yield replace(of_visit(ViolationCode.INTERPRETER_MISSING, visit), people=lost)
    if context.trip.guides_required:
        yield from _rides_without_guide(context)
    yield from _unfit_guides(context)


def _without_language(visit: Visit, people: tuple[Delegate, ...]) -> tuple[str, ...]:
    spoken = visit.item.languages
    if not spoken:
        return ()
    bridged = frozenset().union(
        *(
            person.languages
            for person in people
            if person.role is Role.INTERPRETER and person.languages & spoken
        )
    )
    return tuple(person.id for person in people if not person.languages & (spoken | bridged))


def _rides_without_guide(context: Context) -> Iterator[Violation]:
    guides = frozenset(person.id for person in context.trip.delegates if person.guide)
    for transfer in context.transfers:
        people = context.known_people(transfer.people)
        if people and transfer.mode is not TravelMode.WALK and guides.isdisjoint(people):
            yield of_transfer(context, ViolationCode.GUIDE_MISSING, transfer)


def _unfit_guides(context: Context) -> Iterator[Violation]:
    for (day, part, group), group_part in context.group_parts.items():
        guide = context.trip.delegate_by_id.get(group_part.guide) if group_part.guide else None
        if guide and not (guide.guide and guide.id in group_part.members):
            yield Violation(
                code=ViolationCode.GUIDE_UNFIT, people=(guide.id,), groups=(group,), day=day, part=part
            )
