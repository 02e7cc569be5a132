"""A trip goes into the store and comes out as it was."""

from dataclasses import replace

import pytest
from cattrs.errors import ForbiddenExtraKeysError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoAssertNumQueries

from geleit.domain.people import Wish
from geleit.domain.trip import Trip
from geleit.services.open_trip import open_trip
from geleit.services.shipped_trips import shipped_trips
from geleit.store.convert import QUERIES_TO_READ, read_trip, write_trip
from geleit.store.models import DelegateRow, ItemRow, TripRow, WishRow
from geleit.store.plain import from_json, to_json
from tests.factories import make_trip
from tests.unit.tripfile.trip_strategies import trips

pytestmark = pytest.mark.django_db


def shipped(name: str) -> Trip:
    return next(open_trip(path=path).trip for path in shipped_trips() if path.name == name)


def storable(trip: Trip) -> Trip:
    """Return the trip without what the importer refuses (null characters) and a person's second wish for an item."""
    return replace(
        from_json(Trip, _without_null(to_json(trip))),
        delegates=tuple(
            replace(each, wishes=tuple({wish.item: wish for wish in each.wishes}.values()))
            for each in from_json(Trip, _without_null(to_json(trip))).delegates
        ),
    )


def _without_null(plain: object) -> object:
    if isinstance(plain, str):
        return plain.replace("\0", "")
    if isinstance(plain, dict):
        return {key: _without_null(value) for key, value in plain.items()}
    return [_without_null(each) for each in plain] if isinstance(plain, list) else plain


@pytest.mark.parametrize("name", ["china-2025", "usa-2025"])
def test_a_shipped_trip_comes_out_as_it_went_in(name: str) -> None:
    trip = shipped(name)

    write_trip(trip)

    assert read_trip(TripRow.objects.get(key=name)) == trip


@given(trip=trips())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_trip_comes_out_as_it_went_in(trip: Trip) -> None:
    kept = storable(trip)

    with transaction.atomic():
        write_trip(kept)
        found = read_trip(TripRow.objects.get(key=kept.id))
        transaction.set_rollback(True)

    assert found == kept


def test_a_larger_trip_takes_no_more_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    small, large = write_trip(make_trip()), write_trip(shipped("usa-2025"))

    with django_assert_num_queries(QUERIES_TO_READ):
        read_trip(small)
    with django_assert_num_queries(QUERIES_TO_READ):
        read_trip(large)


def test_what_is_filtered_has_a_column() -> None:
    write_trip(make_trip())

    found = ItemRow.objects.filter(
        trip__key=make_trip().id, station__key="washington", request_status="requested"
    )

    expected = sorted(
        item.id
        for item in make_trip().items
        if item.station == "washington" and item.request.status.value == "requested"
    )
    assert sorted(found.values_list("key", flat=True)) == expected


@pytest.mark.parametrize("strength", [0, 6])
def test_the_database_refuses_a_wish_beyond_its_scale(strength: int) -> None:
    row = write_trip(make_trip())
    delegate, item = row.delegaterows.all()[0], row.itemrows.all()[0]
    WishRow.objects.filter(delegate=delegate).delete()

    with pytest.raises(IntegrityError), transaction.atomic():
        WishRow.objects.create(delegate=delegate, item=item, strength=strength, position=1)


def test_the_database_refuses_two_parts_of_one_id() -> None:
    row = write_trip(make_trip())

    with pytest.raises(IntegrityError), transaction.atomic():
        DelegateRow.objects.create(trip=row, key="anna", position=99, role="business")


def test_what_the_domain_does_not_know_is_not_skipped() -> None:
    row = write_trip(make_trip())
    ItemRow.objects.filter(trip=row, key="acme").update(data={"colour": "red"})

    with pytest.raises(ForbiddenExtraKeysError, match="colour"):
        read_trip(row)


def test_wishes_keep_their_order() -> None:
    trip = make_trip()
    wishes = (Wish(item="beta", strength=1), Wish(item="acme", strength=5))
    changed = replace(
        trip,
        delegates=tuple(
            replace(each, wishes=wishes) if each.id == "anna" else each for each in trip.delegates
        ),
    )

    row = write_trip(changed)

    assert read_trip(row).delegate_by_id["anna"].wishes == wishes
