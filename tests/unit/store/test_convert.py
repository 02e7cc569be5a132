"""A trip goes into the store and comes out as it was."""

import pytest

from geleit.domain.trip import Trip
from geleit.services.open_trip import open_trip
from geleit.services.shipped_trips import shipped_trips
from geleit.store.convert import read_trip, write_trip
from geleit.store.models import TripRow

pytestmark = pytest.mark.django_db


def shipped(name: str) -> Trip:
    return next(open_trip(path=path).trip for path in shipped_trips() if path.name == name)


@pytest.mark.parametrize("name", ["china-2025", "usa-2025"])
def test_a_shipped_trip_comes_out_as_it_went_in(name: str) -> None:
    trip = shipped(name)

    write_trip(trip)

    assert read_trip(TripRow.objects.get(key=name)) == trip
