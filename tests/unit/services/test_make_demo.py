"""The demonstration: planned trips, their documents, a page that leads to all of them."""

import re
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path

import pytest

from geleit.services.faults import FaultError
from geleit.services.make_demo import MARK, DemoProgress, make_demo
from geleit.services.start_trip import start_trip

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def trips(tmp_path: Path) -> tuple[Path, Path]:
    """Give two small trips, the later one first."""
    for name, day in (("a-later", date(2027, 6, 6)), ("b-sooner", date(2027, 3, 7))):
        start_trip(trip_id=name, title=name, start=day, folder=tmp_path / name)
    return tmp_path / "a-later", tmp_path / "b-sooner"


def links_of(page: Path) -> list[str]:
    """Return the addresses in a page that lead to files."""
    found = re.findall(r'href="([^"#]+)"', page.read_text("utf-8"))
    return [unescape(href) for href in found if not href.startswith("data:")]


@pytest.mark.slow
def test_everything_is_made_and_every_link_leads_somewhere(trips: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    told: list[DemoProgress] = []

    made = make_demo(trips=trips, folder=folder, now=NOW, on_progress=told.append, rounds=2)

    assert [(trip.name, trip.failed, trip.documents) for trip in made] == [
        ("a-later", "", 28),
        ("b-sooner", "", 28),
    ]
    for page in ("index.html", "index.de.html"):
        links = links_of(folder / page)
        assert [href for href in links if not (folder / href).is_file()] == []
        assert len(set(links)) == 1 + 2 * (28 + 1)
    text = (folder / "index.html").read_text("utf-8")
    assert text.index('id="b-sooner"') < text.index('id="a-later"')
    assert {progress.name for progress in told} == {
        f"{trip} {what}" for trip in ("a-later", "b-sooner") for what in ("planning", "documents")
    }


@pytest.mark.slow
def test_trip_that_fails_does_not_take_the_other_with_it(trips: tuple[Path, Path], tmp_path: Path) -> None:
    (trips[0] / "trip.yaml").write_text("id: [", "utf-8")
    folder = tmp_path / "demo"

    bad, good = make_demo(trips=trips, folder=folder, now=NOW, on_progress=lambda _: None, rounds=1)

    assert (bad.documents, good.failed, good.documents) == (0, "", 28)
    assert bad.failed.startswith("a-later: ")
    assert [href for href in links_of(folder / "index.html") if not (folder / href).is_file()] == []


def test_none_that_works_is_a_fault(trips: tuple[Path, Path], tmp_path: Path) -> None:
    for trip in trips:
        (trip / "trip.yaml").write_text("id: [", "utf-8")

    with pytest.raises(FaultError, match=r"a-later: .*b-sooner: "):
        make_demo(trips=trips, folder=tmp_path / "demo", now=NOW, on_progress=lambda _: None)


def test_folder_of_somebody_else_is_left_alone(trips: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work")

    with pytest.raises(FaultError, match="holds something else"):
        make_demo(trips=trips, folder=folder, now=NOW, on_progress=lambda _: None)

    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_old_demonstration_is_replaced(trips: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    (folder / "old").mkdir(parents=True)
    (folder / MARK).touch()
    for trip in trips:
        (trip / "trip.yaml").write_text("id: [", "utf-8")

    with pytest.raises(FaultError):
        make_demo(trips=trips, folder=folder, now=NOW, on_progress=lambda _: None)

    assert [path.name for path in folder.iterdir()] == [MARK]


def test_without_trips_there_is_nothing_to_show(tmp_path: Path) -> None:
    with pytest.raises(FaultError, match="No trips came"):
        make_demo(trips=(), folder=tmp_path / "demo", now=NOW, on_progress=lambda _: None)
