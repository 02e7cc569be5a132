"""The groups of one day as views."""

from datetime import date

from geleit.documents.view.build_people import group_views
from geleit.documents.view.day_views import DayGroupView, GroupPartView
from geleit.documents.view.groups import guide_name, head_names
from geleit.documents.view.lens import Lens
from geleit.documents.view.trip_views import GroupView
from geleit.documents.words.sentences import enumerated
from geleit.documents.words.terms import heading
from geleit.domain.kinds import DayPart
from geleit.domain.programme import GroupPart
from geleit.domain.wording import join_list


def day_groups(lens: Lens, day: date) -> tuple[DayGroupView, ...]:
    """Return every group's column heading of a day."""
    return tuple(_day_group(lens, group, day) for group in group_views(lens))


def _day_group(lens: Lens, group: GroupView, day: date) -> DayGroupView:
    order = list(DayPart)
    own = sorted(
        (part for part in lens.programme.groups if part.day == day and part.group == group.id),
        key=lambda part: order.index(part.part),
    )
    if lens.is_public:
        return DayGroupView(group=group, text=group.vehicle.text, parts=())
    heads = head_names(lens, (person for part in own for person in part.members))
    accompanied = lens.label("with", join_list(heads, lens.lang)) if heads else ""
    texts = (_people(lens, own), group.vehicle.text, accompanied)
    return DayGroupView(
        group=group,
        text=enumerated(lens.lang, *texts),
        parts=tuple(_part(lens, part) for part in own),
    )


def _people(lens: Lens, parts: list[GroupPart]) -> str:
    """Return "19 Pers.", or "17–20 Pers." where the day parts differ; empty for a day without the group."""
    counts = sorted({len(part.members) for part in parts})
    if not counts:
        return ""
    if len(counts) == 1:
        return lens.people(counts[0], short=True)
    return lens.label("people_short", f"{counts[0]}–{counts[-1]}")


def _part(lens: Lens, part: GroupPart) -> GroupPartView:
    people = lens.trip.delegate_by_id
    return GroupPartView(
        part=part.part,
        part_word=heading(part.part, lens.lang),
        people=len(part.members),
        people_text=lens.people(len(part.members)),
        guide=guide_name(lens, part),
        heads=head_names(lens, part.members),
        members=part.members,
        member_names=tuple(people[member].name for member in part.members),
    )
