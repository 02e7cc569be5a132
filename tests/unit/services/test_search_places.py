"""The search over the gazetteer."""

import pytest

from geleit.domain.zones import is_zone
from geleit.services.faults import NotFoundError
from geleit.services.search_places import _entries, read_place, search_places


@pytest.mark.parametrize(
    ("wanted", "name", "called"),
    [
        ("hanoi", "Hanoi", ""),
        ("Hà Nội", "Hanoi", "Ha Noi"),
        ("Peking", "Beijing", "Peking"),
        ("München", "Munich", "Munchen"),
        ("saigon", "Ho Chi Minh City", "Saigon"),
        ("ho chi m", "Ho Chi Minh City", ""),
        ("ERF", "Erfurt", ""),
    ],
)
def test_a_place_is_found_by_its_names_in_any_language(wanted: str, name: str, called: str) -> None:
    best = search_places(name=wanted)[0]

    assert (best.name, best.called) == (name, called)


def test_a_country_keeps_the_search_to_itself() -> None:
    assert {place.country for place in search_places(name="san jose", country="CR")} == {"CR"}


@pytest.mark.parametrize("nothing", ["", "x", "qqqqqq", "\0", "  ", "河内"])
def test_what_is_not_there_is_not_found(nothing: str) -> None:
    assert search_places(name=nothing) == ()


def test_the_list_is_short() -> None:
    assert len(search_places(name="sa", most=5)) == 5


def test_a_place_is_read_by_its_number_and_an_unknown_one_is_told() -> None:
    hanoi = search_places(name="hanoi")[0]

    assert read_place(place=hanoi.id) == hanoi
    assert (hanoi.country, hanoi.zone) == ("VN", "Asia/Ho_Chi_Minh")
    with pytest.raises(NotFoundError, match="There is no place 7 in the gazetteer"):
        read_place(place=7)


def test_every_place_has_a_zone_that_exists_and_lies_on_earth() -> None:
    places = [entry.place for entry in _entries()]

    assert {place.zone for place in places if not is_zone(place.zone)} == set()
    assert [place for place in places if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180)] == []
    assert len({place.id for place in places}) == len(places) > 15_000
