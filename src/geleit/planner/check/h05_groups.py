"""H5, the groups: who moves together in a day part, within which seats, on which tour.

- A group has people for one day part at a time: each (day, part, group) stands once, and nobody is in two
  groups of one part. The trip's groups are all there are.
- A transfer belongs to a (day, part) for which its group has people; those who ride are among them, and no
  more than the vehicle's seats. Walking needs no seats.
- The transfers of a group in a day part are one tour: from the base, each starting where the one before has
  ended, back to the base. A group that is still away at the end of a part may go on into the next part of
  the same day if that part has the same members (less those who leave the delegation before its first
  move); else it has to come back. Whoever has left the delegation by the end of that day need not be
  brought back.
- A group makes one transfer at a time, also over the borders of day parts.
- A member is with the delegation for some time of the group's tour.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from geleit.domain.kinds import DayPart
from geleit.domain.places import TravelMode
from geleit.domain.programme import GroupPart, Transfer
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import PART_ORDER, Context, PartKey
from geleit.planner.check.records import of_transfer


def check(context: Context) -> Iterator[Violation]:
    """Yield wrong memberships, overfull vehicles and broken tours."""
    yield from _memberships(context)
    for transfer in context.transfers:
        yield from _transfer(context, transfer)
    for group in context.trip.group_by_id:
        yield from _collisions(context, group)
        yield from _tours(context, group)
    for key, transfers in context.transfers_of.items():
        yield from _absent_members(context, key, transfers)


def _memberships(context: Context) -> Iterator[Violation]:
    groups_of: dict[tuple[date, str], dict[str, list[str]]] = {}
    seen: set[PartKey] = set()
    for part in context.programme.groups:
        key = (part.day, part.part, part.group)
        if key in seen:
            yield Violation(
                code=ViolationCode.GROUP_TWICE, groups=(part.group,), day=part.day, part=part.part
            )
        seen.add(key)
        here = groups_of.setdefault((part.day, part.part), {})
        for person in context.known_people(part.members):
            here.setdefault(person, []).append(part.group)
    for (day, day_part), of_person in groups_of.items():
        for person, groups in of_person.items():
            if len(set(groups)) > 1:
                yield Violation(
                    code=ViolationCode.TWO_GROUPS,
                    people=(person,),
                    groups=tuple(sorted(set(groups))),
                    day=day,
                    part=DayPart(day_part),
                )


def _transfer(context: Context, transfer: Transfer) -> Iterator[Violation]:
    key = (transfer.day, transfer.part, transfer.group)
    people = context.known_people(transfer.people)
    if key not in context.group_parts:
        yield of_transfer(context, ViolationCode.NO_GROUP_PART, transfer)
    elif strangers := tuple(person for person in people if person not in context.members[key]):
        yield replace(of_transfer(context, ViolationCode.NOT_A_MEMBER, transfer), people=strangers)
    seats = context.trip.group_by_id[transfer.group].seats
    if transfer.mode is not TravelMode.WALK and len(people) > seats:
        yield replace(
            of_transfer(context, ViolationCode.SEATS, transfer), wanted=len(people), available=seats
        )


def _collisions(context: Context, group: str) -> Iterator[Violation]:
    keys = sorted((key for key in context.transfers_of if key[2] == group), key=_in_time)
    own = [transfer for key in keys for transfer in context.transfers_of[key]]
    for first, second in pairwise(own):
        if second.depart < first.arrive:
            yield replace(
                of_transfer(context, ViolationCode.TRANSFERS_OVERLAP, second),
                start=second.depart,
                end=first.arrive,
            )


def _tours(context: Context, group: str) -> Iterator[Violation]:
    """Follow a group through its day parts."""
    keys = {key for key in (*context.transfers_of, *context.group_parts) if key[2] == group}
    away: Transfer | None = None
    last: PartKey | None = None
    for key in sorted(keys, key=_in_time):
        transfers = context.transfers_of.get(key, ())
        if away is not None and last is not None and not _goes_on(context, last, key, transfers):
            yield from _not_back(context, away)
            away = None
        for transfer in transfers:
            station = context.station_at(transfer.depart)
            place = away.destination if away else context.base_of(station)
            if transfer.origin != place:
                yield replace(
                    of_transfer(context, ViolationCode.TOUR_BROKEN, transfer),
                    places=(place, transfer.origin),
                )
            away = transfer if transfer.destination != context.base_of(station) else None
        last = key
    if away is not None:
        yield from _not_back(context, away)


def _goes_on(context: Context, last: PartKey, key: PartKey, transfers: tuple[Transfer, ...]) -> bool:
    """Whether a group that is away at the end of one part may go straight on into another one of its own."""
    if last[0] != key[0] or PART_ORDER[key[1]] - PART_ORDER[last[1]] != 1:
        return False
    before, after = context.members.get(last), context.members.get(key)
    if before is None or after is None or after - before:
        return False
    moves: datetime | None = transfers[0].depart if transfers else None
    return all(_has_left(context, person, moves) for person in before - after)


def _has_left(context: Context, person: str, moves: datetime | None) -> bool:
    leaves = context.presence_of(person).leaves if person in context.trip.delegate_by_id else None
    return leaves is not None and (moves is None or leaves <= moves)


def _not_back(context: Context, away: Transfer) -> Iterator[Violation]:
    station = context.station_at(away.depart)
    leaves = [context.presence_of(person).leaves for person in context.known_people(away.people)]
    if away.people and all(when is not None and context.day_of(station, when) <= away.day for when in leaves):
        return
    yield replace(
        of_transfer(context, ViolationCode.TOUR_BROKEN, away),
        places=(away.destination, context.base_of(station)),
    )


def _absent_members(context: Context, key: PartKey, transfers: tuple[Transfer, ...]) -> Iterator[Violation]:
    part: GroupPart | None = context.group_parts.get(key)
    if part is None:
        return
    start = min(transfer.depart for transfer in transfers)
    end = max(transfer.arrive for transfer in transfers)
    for person in context.known_people(part.members):
        presence = context.presence_of(person)
        joins_after = presence.joins is not None and presence.joins >= end
        left_before = presence.leaves is not None and presence.leaves <= start
        if joins_after or left_before:
            yield Violation(
                code=ViolationCode.MEMBER_ABSENT,
                people=(person,),
                groups=(key[2],),
                station=context.station_at(start),
                day=key[0],
                part=key[1],
                start=start,
                end=end,
                bound_start=presence.joins,
                bound_end=presence.leaves,
            )


def _in_time(key: PartKey) -> tuple[date, int, str]:
    return key[0], PART_ORDER[key[1]], key[2]
