"""Which groups exist when, and how they are named."""

from collections.abc import Iterable
from datetime import datetime

from geleit.documents.view.lens import Lens, local_day, minutes_after
from geleit.domain.programme import GroupPart, Session
from geleit.domain.wording import join_list


def in_order(lens: Lens, groups: Iterable[str]) -> tuple[str, ...]:
    """Return group ids in the order of the columns, each once."""
    wanted = set(groups)
    return tuple(group.id for group in lens.trip.groups if group.id in wanted)


def is_everyone(lens: Lens, groups: Iterable[str]) -> bool:
    """Whether these are all groups of the trip."""
    return set(groups) >= {group.id for group in lens.trip.groups}


def group_text(lens: Lens, groups: tuple[str, ...]) -> str:
    """Return "alle Gruppen", "Gruppe 3" or "Gruppen 1 und 2"; empty for none."""
    if not groups:
        return ""
    if is_everyone(lens, groups):
        return lens.label("all_groups") if len(lens.trip.groups) > 1 else ""
    if len(groups) == 1:
        return lens.label("group", groups[0])
    return lens.label("groups", join_list(groups, lens.lang))


def groups_of(lens: Lens, people: Iterable[str], parts: Iterable[GroupPart]) -> tuple[str, ...]:
    """Return the groups of which any of these people are members in the given parts."""
    wanted = set(people)
    return in_order(lens, (part.group for part in parts if wanted.intersection(part.members)))


def is_mostly(people: Iterable[str], part: GroupPart) -> bool:
    """Whether these people are at least half of a group."""
    return 2 * len(set(people).intersection(part.members)) >= len(part.members)


def head_names(lens: Lens, members: Iterable[str]) -> tuple[str, ...]:
    """Return the family names of the heads of delegation among these people."""
    wanted = set(members)
    return tuple(head.name.split()[-1] for head in lens.trip.heads if head.id in wanted and head.name.strip())


def guide_name(lens: Lens, part: GroupPart) -> str:
    """Return the name of the person who leads the group, empty when nobody does."""
    guide = lens.trip.delegate_by_id.get(part.guide or "")
    return guide.name if guide else ""


def session_groups(lens: Lens, session: Session) -> tuple[str, ...]:
    """Return the groups that go to a session: as the programme says, else those its attendees move with."""
    if session.groups:
        return in_order(lens, session.groups)
    item = lens.trip.item_by_id[session.item]
    parts = parts_at(lens, session.start, lens.trip.zone_of(item.station))
    found = groups_of(lens, session.attendees, parts)
    return found or (tuple(group.id for group in lens.trip.groups) if item.is_together else ())


def parts_at(lens: Lens, instant: datetime, zone: str) -> tuple[GroupPart, ...]:
    """Return the groups of the day part in which an instant lies, of the whole day where it has none."""
    day = local_day(instant, zone)
    part = lens.trip.frame.part_at(minutes_after(instant, day, zone))
    of_day = tuple(one for one in lens.programme.groups if one.day == day)
    return tuple(one for one in of_day if one.part is part) or of_day
