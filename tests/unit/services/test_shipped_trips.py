"""The trips that come with Geleit."""

from pathlib import Path

from geleit.services.open_trip import find_trip, open_trip
from geleit.services.shipped_trips import shipped_trip, shipped_trips


def test_both_are_found() -> None:
    assert [path.name for path in shipped_trips()] == ["china-2025", "usa-2025"]


def test_both_open_without_a_warning() -> None:
    opened = [open_trip(path=path) for path in shipped_trips()]

    assert [(each.trip.id, each.warnings) for each in opened] == [("china-2025", ()), ("usa-2025", ())]


def test_name_serves_where_no_path_exists(tmp_path: Path) -> None:
    assert find_trip(Path("usa-2025")) == shipped_trip("usa-2025")
    assert find_trip(tmp_path) == tmp_path
    assert find_trip(tmp_path / "usa-2025") == tmp_path / "usa-2025"
