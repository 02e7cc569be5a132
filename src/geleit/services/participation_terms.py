"""The terms of taking part: written version by version, so that it stays known who agreed to what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count

from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.find_trip import find_trip_row, overtaken, touch_trip
from geleit.services.guard import SYSTEM, Actor
from geleit.store.models import ApplicationRow, TermsVersion, TripRow
from geleit.store.plain import from_json, to_json

TERMS_MAX = 20_000
"""Characters of one wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One version of a trip's terms.

    Parameters
    ----------
    number
        From 1; 0 for what only the trip's announcement says, which becomes version 1 with the first who agrees.
    since
        None for number 0.
    agreed
        Applications that were submitted under it.
    """

    number: int
    text: Text
    since: datetime | None = None
    by: str = ""
    agreed: int = 0


def read_terms(*, trip: str) -> tuple[Terms, ...]:
    """Return all versions of a trip's terms, the newest first, in three queries; empty where there are none.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    row = find_trip_row(key=trip)
    counts = dict(
        ApplicationRow.objects.filter(trip=row, terms_version__isnull=False)
        .values_list("terms_version")
        .annotate(count=Count("pk"))
    )
    versions = tuple(
        Terms(
            number=each.number,
            text=from_json(Text, each.text),
            since=each.published_at,
            by=each.published_by,
            agreed=counts.get(each.number, 0),
        )
        for each in TermsVersion.objects.filter(trip=row)
    )
    announced = _announced(row)
    return versions or ((Terms(number=0, text=announced),) if announced else ())


def terms_in_force(*, trip: Trip) -> Terms | None:
    """Return the terms that a company agrees to now: the newest version, else what the published call says.

    Parameters
    ----------
    trip
        As published.
    """
    newest = TermsVersion.objects.filter(trip__key=trip.id).order_by("-number").first()
    if newest is not None:
        text = from_json(Text, newest.text)
        return Terms(number=newest.number, text=text, since=newest.published_at, by=newest.published_by)
    return Terms(number=0, text=trip.call.terms) if trip.call.terms else None


def write_terms(*, trip: str, text: Text, expected_number: int, by: Actor, now: datetime) -> Terms:
    """Write the next version of the terms; the same words again make none.

    The trip's call says them too, so that they stand in its file and, once a programme is published, on its page.

    Parameters
    ----------
    expected_number
        The version that the writer has seen, 0 where there was none.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    FaultError
        When there are no words, or too many.
    OvertakenError
        When somebody else has written a version since.
    """
    _refuse_unfit(text)
    with transaction.atomic():
        row = TripRow.objects.select_for_update().get(pk=find_trip_row(key=trip).pk)
        newest = TermsVersion.objects.filter(trip=row).order_by("-number").first()
        if (newest.number if newest else 0) != expected_number:
            raise overtaken("terms")
        before = from_json(Text, newest.text) if newest else _announced(row)
        if newest is not None and before == text:
            return Terms(number=newest.number, text=text, since=newest.published_at, by=newest.published_by)
        made = _added(row, expected_number + 1, text, by, now)
        row.data = {**row.data, "call": {**row.data.get("call", {}), "terms": to_json(text)}}
        row.save(update_fields=["data"])
        touch_trip(row)
        record_audit(
            action="write_terms",
            subject=f"terms:{made.number}",
            by=by,
            now=now,
            trip=row,
            before={"terms": to_json(before)},
            after={"terms": to_json(text)},
        )
    return Terms(number=made.number, text=text, since=now, by=by.name)


def agreed_version(*, trip: Trip, seen: int | None, now: datetime) -> int | None:
    """Return the number of the terms that somebody agrees to by submitting; the caller holds the transaction.

    Where only the announcement has terms, they become version 1.

    Parameters
    ----------
    trip
        As published.
    seen
        Number of the terms that stood on the page; None where nobody looked at one, such as an import.

    Raises
    ------
    FaultError
        When the terms have changed since they were read.
    """
    current = terms_in_force(trip=trip)
    if current is None:
        return None
    if seen is not None and seen != current.number and not (seen == 0 and current.number == 1):
        raise FaultError.of("terms_changed", number=current.number)
    if current.number:
        if seen == 0 and current.text != trip.call.terms:
            raise FaultError.of("terms_changed", number=current.number)
        return current.number
    row = find_trip_row(key=trip.id)
    try:
        with transaction.atomic():
            _added(row, 1, current.text, SYSTEM, now)
    except IntegrityError:  # somebody was first with the very same words
        return 1
    return 1


def _announced(row: TripRow) -> Text:
    data: Any = row.data.get("call", {}).get("terms")
    return from_json(Text, data) if data else Text()


def _added(row: TripRow, number: int, text: Text, by: Actor, now: datetime) -> TermsVersion:
    return TermsVersion.objects.create(
        trip=row, number=number, text=to_json(text), published_at=now, published_by=by.name
    )


def _refuse_unfit(text: Text) -> None:
    wordings = list(text.wordings())
    if not any(wording.strip() for wording in wordings):
        raise FaultError.of("terms_empty")
    longest = max(map(len, wordings))
    if longest > TERMS_MAX:
        raise FaultError.of("terms_too_long", size=longest, most=TERMS_MAX)
