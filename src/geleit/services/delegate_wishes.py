"""A delegate's own wishes: read and changed by the personal link while they are open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.db import transaction

from geleit.documents.view import Audience, ItemView
from geleit.documents.view.build_items import item_view
from geleit.documents.view.lens import Lens
from geleit.domain.items import Item
from geleit.domain.people import Delegate, Wish
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import find_trip_row, read_stored_trip
from geleit.services.guard import Actor
from geleit.services.save_part import save_part
from geleit.store.models import DelegateDesk, DelegateRow

STRENGTHS: Final = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class WishList:
    """What a delegate may wish for, and does.

    Parameters
    ----------
    items
        Those that not everybody attends anyway and that are open to the person's role.
    wishes
        Strength by item id.
    version
        Of the person's row; who saves says which version it is based on.
    until
        Last day on which wishes are changed.
    """

    items: tuple[ItemView, ...]
    wishes: Mapping[str, int]
    version: int
    until: date
    is_open: bool


def read_wishes(*, trip: str, delegate: str, lang: Language, now: datetime) -> WishList:
    """Return a delegate's wishes as the trip has them today.

    Raises
    ------
    NotFoundError
        When the trip or the person is no longer there.
    """
    found = read_stored_trip(key=trip)
    person, version = _person(found, delegate), _row(trip, delegate).version
    until = wishes_until(found)
    lens = Lens(found, Programme(trip=found.id), lang, Audience.DELEGATION)
    return WishList(
        items=tuple(item_view(lens, item) for item in found.items if _may_wish(lens, person, item)),
        wishes={wish.item: wish.strength for wish in person.wishes},
        version=version,
        until=until,
        is_open=_today(found, now) <= until,
    )


def save_wishes(
    *,
    trip: str,
    delegate: str,
    wishes: Mapping[str, int],
    expected_version: int,
    by: Actor,
    now: datetime,
) -> None:
    """Change a delegate's wishes; those for items that the person is not shown stay as they are.

    Parameters
    ----------
    wishes
        Strength by item id, 1 to 5; an item that is shown and not named is no longer wished for.

    Raises
    ------
    FaultError
        When wishes are closed, or one is for an item that cannot be wished for or has another strength.
    OvertakenError
        When somebody else has changed the person since.
    """
    with transaction.atomic():
        found = read_stored_trip(key=trip)
        person = _person(found, delegate)
        if _today(found, now) > wishes_until(found):
            raise FaultError.of("wishes_closed")
        lens = Lens(found, Programme(trip=found.id), "de", Audience.DELEGATION)
        offered = {item.id for item in found.items if _may_wish(lens, person, item)}
        wrong = sorted(
            item for item, strength in wishes.items() if item not in offered or strength not in STRENGTHS
        )
        if wrong:
            raise FaultError.of("not_wishable", items=wrong)
        kept = tuple(wish for wish in person.wishes if wish.item not in offered)
        new = tuple(Wish(item=item.id, strength=wishes[item.id]) for item in found.items if item.id in wishes)
        save_part(
            key=trip,
            value=replace(person, wishes=(*kept, *new)),
            by=by,
            now=now,
            expected_version=expected_version,
        )


def wishes_until(trip: Trip) -> date:
    """Return the last day on which delegates change their wishes: as the organiser says, else the eve of the trip."""
    said = DelegateDesk.objects.filter(trip__key=trip.id).values_list("wishes_until", flat=True).first()
    return said or trip.dates.earliest - timedelta(days=1)


def set_wishes_until(*, trip: str, until: date | None, by: Actor, now: datetime) -> None:
    """Say until when delegates change their wishes; None for the eve of the trip."""
    with transaction.atomic():
        row = find_trip_row(key=trip)
        desk, _ = DelegateDesk.objects.select_for_update().get_or_create(trip=row)
        if desk.wishes_until == until:
            return
        before, desk.wishes_until = desk.wishes_until, until
        desk.save(update_fields=["wishes_until"])
        record_audit(
            action="set_wishes_until",
            subject="delegates",
            by=by,
            now=now,
            trip=row,
            before={"until": before.isoformat() if before else None},
            after={"until": until.isoformat() if until else None},
        )


def _may_wish(lens: Lens, person: Delegate, item: Item) -> bool:
    return lens.shows(item) and not item.is_together and (not item.roles or person.role in item.roles)


def _today(trip: Trip, now: datetime) -> date:
    return now.astimezone(ZoneInfo(trip.place_by_id[trip.home].zone)).date()


def _person(trip: Trip, delegate: str) -> Delegate:
    person = trip.delegate_by_id.get(delegate)
    if person is None:
        raise NotFoundError.of("no_longer_travelling")
    return person


def _row(trip: str, delegate: str) -> DelegateRow:
    return DelegateRow.objects.only("version").get(trip__key=trip, key=delegate)
