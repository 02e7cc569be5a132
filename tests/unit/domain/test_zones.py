from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.zones import is_zone, nearest_zone


@pytest.mark.parametrize("name", ["America/New_York", "Asia/Shanghai", "Europe/Berlin", "UTC"])
def test_zones_of_the_database_exist(name: str) -> None:
    assert is_zone(name)


@pytest.mark.parametrize(
    "name", ["", "America", "Asia/Beijing", "../etc/passwd", "/etc/passwd", "x\0", "ü", "New York"]
)
def test_other_names_do_not(name: str) -> None:
    assert not is_zone(name)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("europe/berlin", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("America/NewYork", "America/New_York"),
        ("Asia/Shanghi", "Asia/Shanghai"),
        ("Asia/Beijing", "Asia/Shanghai"),
        ("Peking", "Asia/Shanghai"),
        ("America", None),
        ("", None),
        ("xx", None),
    ],
)
def test_the_zone_that_was_meant(name: str, zone: str | None) -> None:
    assert nearest_zone(name) == zone


@given(st.text(max_size=30))
def test_a_suggested_zone_exists(name: str) -> None:
    zone = nearest_zone(name)

    assert zone is None or zone in available_timezones()
