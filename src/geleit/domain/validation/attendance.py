"""Items and the people they need: caps, seats, heads, interpreters, required people."""

from collections.abc import Iterable, Iterator
from functools import reduce

from geleit.domain.items import Item
from geleit.domain.kinds import Attendance, Role
from geleit.domain.people import Delegate, Presence
from geleit.domain.validation.problem import Path, TripProblem
from geleit.domain.validation.problem import TripProblemCode as Code
from geleit.domain.validation.scope import Scope


def attendance_problems(scope: Scope) -> Iterator[TripProblem]:
    """Yield items whose people cannot be there, do not fit or do not understand."""
    for item in scope.trip.items:
        path: Path = ("items", item.id)
        if item.max_people is not None and item.min_people > item.max_people:
            yield TripProblem(
                code=Code.PEOPLE_BACKWARDS,
                path=(*path, "min_people"),
                wanted=item.min_people,
                available=item.max_people,
            )
        if item.must and not item.request.status.may_be_placed:
            value = item.request.status.value
            yield TripProblem(code=Code.MUST_NOT_PLACEABLE, path=(*path, "must"), value=value)
    if not scope.trip.delegates:
        return
    for item in scope.placeable:
        if scope.chances[item.id]:
            yield from _people(scope, item)


def _people(scope: Scope, item: Item) -> Iterator[TripProblem]:
    is_warning = item.id not in scope.fixed_items
    yield from _enough(scope, item, is_warning=is_warning)
    yield from _head(scope, item, is_warning=is_warning)
    yield from _required(scope, item)
    if item.attendance is Attendance.ALL:
        everyone = scope.always_there(item)
        yield from _room_for_all(scope, item, everyone)
        yield from _languages(scope, item, everyone, "attendance", is_warning=is_warning)
    required = [scope.trip.delegate_by_id[person] for person in item.required_people]
    yield from _languages(scope, item, required, "required_people", is_warning=is_warning)


def _enough(scope: Scope, item: Item, *, is_warning: bool) -> Iterator[TripProblem]:
    venue, spans = scope.venues[item.id], scope.chances[item.id]
    coming = sum(bool(venue.there(each.presence, spans)) for each in scope.admitted(item))
    if coming < item.min_people:
        yield TripProblem(
            code=Code.TOO_FEW_PEOPLE,
            path=("items", item.id, "min_people"),
            wanted=item.min_people,
            available=coming,
            is_warning=is_warning,
        )


def _head(scope: Scope, item: Item, *, is_warning: bool) -> Iterator[TripProblem]:
    venue, spans = scope.venues[item.id], scope.chances[item.id]
    if not item.needs_head:
        return
    heads = [each for each in scope.admitted(item) if each.role is Role.HEAD]
    if not any(venue.there(head.presence, spans) for head in heads):
        yield TripProblem(code=Code.NO_HEAD, path=("items", item.id, "kind"), is_warning=is_warning)


def _required(scope: Scope, item: Item) -> Iterator[TripProblem]:
    path: Path = ("items", item.id, "required_people")
    venue, spans = scope.venues[item.id], scope.chances[item.id]
    required = [scope.trip.delegate_by_id[person] for person in dict.fromkeys(item.required_people)]
    absent = [person for person in required if not venue.there(person.presence, spans)]
    for person in absent:
        yield TripProblem(code=Code.REQUIRED_ABSENT, path=path, value=person.id)
    if required and not absent and not venue.there(_common(required), spans):
        names = tuple(person.id for person in required)
        yield TripProblem(code=Code.REQUIRED_NEVER_TOGETHER, path=path, known=names)
    for person in required:
        if item.roles and person.role not in item.roles:
            yield TripProblem(
                code=Code.REQUIRED_NOT_ADMITTED, path=path, value=person.id, other=person.role.value
            )
    unlisted = tuple(person.id for person in required if not item.name_list.admits(person.id))
    if unlisted:
        yield TripProblem(code=Code.NOT_ON_LIST, path=path, known=unlisted)
    if item.max_people is not None and len(required) > item.max_people:
        yield TripProblem(
            code=Code.REQUIRED_TOO_MANY, path=path, wanted=len(required), available=item.max_people
        )


def _common(people: Iterable[Delegate]) -> Presence:
    """Return when all people are there."""
    return reduce(_both, (person.presence for person in people))


def _both(one: Presence, other: Presence) -> Presence:
    joins = [each for each in (one.joins, other.joins) if each is not None]
    leaves = [each for each in (one.leaves, other.leaves) if each is not None]
    return Presence(joins=max(joins, default=None), leaves=min(leaves, default=None))


def _room_for_all(scope: Scope, item: Item, everyone: tuple[Delegate, ...]) -> Iterator[TripProblem]:
    sessions = max(item.sessions_max, len(item.firm_slots))
    if item.max_people is not None and item.max_people * sessions < len(everyone):
        yield TripProblem(
            code=Code.ALL_DO_NOT_FIT,
            path=("items", item.id, "max_people"),
            wanted=len(everyone),
            available=item.max_people * sessions,
        )
    elif sessions == 1 and scope.rides(item) and 0 < scope.seats < len(everyone):
        yield TripProblem(
            code=Code.SEATS_TOO_FEW,
            path=("items", item.id, "attendance"),
            wanted=len(everyone),
            available=scope.seats,
        )


def _languages(
    scope: Scope, item: Item, people: Iterable[Delegate], field: str, *, is_warning: bool
) -> Iterator[TripProblem]:
    """Yield when people who have to come understand nothing and no interpreter of the trip could help."""
    if not item.languages:
        return
    interpreters = [
        each
        for each in scope.trip.delegates
        if each.role is Role.INTERPRETER and each.languages & item.languages
    ]
    bridged = item.languages.union(*(each.languages for each in interpreters))
    lost = tuple(person.id for person in people if not person.languages & bridged)
    if lost:
        yield TripProblem(
            code=Code.NO_INTERPRETER,
            path=("items", item.id, field),
            value=", ".join(sorted(item.languages)),
            known=lost,
            is_warning=is_warning,
        )
