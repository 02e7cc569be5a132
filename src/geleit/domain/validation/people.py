"""Delegates and groups: who is there when, who guides, whether everyone has a seat."""

from collections.abc import Iterator

from geleit.domain.people import Delegate
from geleit.domain.trip import Trip
from geleit.domain.validation.problem import Path, TripProblem
from geleit.domain.validation.problem import TripProblemCode as Code
from geleit.domain.validation.scope import Scope
from geleit.domain.windows import MINUTES_A_DAY, at, local


def people_problems(scope: Scope) -> Iterator[TripProblem]:
    """Yield what is wrong with delegates and groups."""
    trip = scope.trip
    if not trip.delegates:
        yield TripProblem(code=Code.NO_DELEGATES, path=("delegates",), is_warning=True)
    for delegate in trip.delegates:
        yield from _presence(trip, delegate)
        yield from _delegate(trip, delegate)
    yield from _namesakes(trip)
    yield from _groups(scope)


def _presence(trip: Trip, delegate: Delegate) -> Iterator[TripProblem]:
    joins, leaves = delegate.presence.joins, delegate.presence.leaves
    path: Path = ("delegates", delegate.id, "presence")
    first, last = trip.stations[0].id, trip.stations[-1].id
    begins = at(trip.dates.earliest, 0, trip.zone_of(first))
    ends = at(trip.dates.latest, MINUTES_A_DAY, trip.zone_of(last))
    if joins is not None and leaves is not None and leaves <= joins:
        zone = trip.zone_of(first)
        yield TripProblem(
            code=Code.PRESENCE_BACKWARDS,
            path=(*path, "leaves"),
            value=f"{local(leaves, zone):%Y-%m-%d %H:%M}",
            other=f"{local(joins, zone):%Y-%m-%d %H:%M}",
        )
    elif leaves is not None and leaves <= begins:
        yield TripProblem(
            code=Code.LEAVES_BEFORE_TRIP,
            path=(*path, "leaves"),
            value=f"{local(leaves, trip.zone_of(first)):%Y-%m-%d %H:%M}",
            other=trip.dates.earliest.isoformat(),
        )
    elif joins is not None and joins >= ends:
        yield TripProblem(
            code=Code.JOINS_AFTER_TRIP,
            path=(*path, "joins"),
            value=f"{local(joins, trip.zone_of(last)):%Y-%m-%d %H:%M}",
            other=trip.dates.latest.isoformat(),
        )


def _delegate(trip: Trip, delegate: Delegate) -> Iterator[TripProblem]:
    path: Path = ("delegates", delegate.id)
    if not delegate.languages:
        yield TripProblem(code=Code.NO_LANGUAGE, path=(*path, "languages"), is_warning=True)
    for wish in delegate.wishes:
        item = trip.item_by_id.get(wish.item)
        if item is not None and item.roles and delegate.role not in item.roles:
            yield TripProblem(
                code=Code.WISH_NOT_ADMITTED,
                path=(*path, "wishes", wish.item),
                value=wish.item,
                other=delegate.role.value,
                is_warning=True,
            )


def _namesakes(trip: Trip) -> Iterator[TripProblem]:
    seen: dict[tuple[str, str | None], str] = {}
    for delegate in trip.delegates:
        key = (" ".join(delegate.name.casefold().split()), delegate.organisation)
        if key in seen:
            yield TripProblem(
                code=Code.SAME_PERSON_TWICE,
                path=("delegates", delegate.id, "name"),
                value=delegate.id,
                other=seen[key],
                is_warning=True,
            )
        seen.setdefault(key, delegate.id)


def _groups(scope: Scope) -> Iterator[TripProblem]:
    trip = scope.trip
    away = [item for item in scope.placeable if scope.rides(item)]
    if not trip.delegates or not away:
        return
    if not trip.groups:
        yield TripProblem(code=Code.NO_GROUPS, path=("groups",), value=away[0].id)
        return
    people, guides = len(trip.delegates), sum(delegate.guide for delegate in trip.delegates)
    if scope.seats < people:
        yield TripProblem(
            code=Code.SEATS_FEWER_THAN_PEOPLE,
            path=("groups",),
            wanted=people,
            available=scope.seats,
            is_warning=True,
        )
    if trip.guides_required and not guides:
        yield TripProblem(code=Code.NO_GUIDE, path=("guides_required",))
    elif trip.guides_required and guides < len(trip.groups):
        yield TripProblem(
            code=Code.FEW_GUIDES,
            path=("groups",),
            wanted=len(trip.groups),
            available=guides,
            is_warning=True,
        )
