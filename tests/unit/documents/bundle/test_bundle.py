"""The document set: every document once, under a tidy name, whole or not at all."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from geleit.documents.bundle import render_all
from geleit.documents.bundle.files import write_whole
from geleit.documents.bundle.plan import agenda_name, language_of, planned_work
from tests.factories import make_delegate, make_programme, make_trip

NOW = datetime(2025, 4, 1, 9, 30, tzinfo=UTC)
PEOPLE = ("anna", "bert", "clara", "gina", "head", "ines")


def names(folder: Path, paths: tuple[Path, ...]) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_the_set_is_complete_and_the_progress_ends_at_all(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    written = render_all(
        make_trip(),
        make_programme(),
        tmp_path,
        now=NOW,
        processes=1,
        progress=lambda done, of: told.append((done, of)),
    )

    assert names(tmp_path, written) == sorted(
        [
            *(f"agendas/{person}.{suffix}" for person in PEOPLE for suffix in ("ics", "pdf")),
            "booklet.de.pdf",
            "booklet.en.pdf",
            "index.html",
            "organiser.de.html",
            "organiser.de.xlsx",
            "organiser.en.html",
            "programme.de.html",
            "programme.de.ics",
            "programme.en.html",
            "programme.en.ics",
            "public.de.html",
            "public.en.html",
        ]
    )
    assert told[-1] == (len(written), len(written))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert [path for path in tmp_path.rglob("*") if path.name.startswith(".")] == []


def test_the_index_links_every_document(tmp_path: Path) -> None:
    written = render_all(make_trip(), make_programme(), tmp_path, now=NOW, processes=1, languages=["en"])

    page = (tmp_path / "index.html").read_text("utf-8")

    assert sorted(re.findall(r'href="([^"]+)"', page)) == [
        name for name in names(tmp_path, written) if name != "index.html"
    ]


@pytest.mark.slow
def test_several_processes_write_the_same_bytes_as_one(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"

    for folder, processes in ((one, 1), (two, 2)):
        render_all(make_trip(), make_programme(), folder, now=NOW, processes=processes, languages=["de"])

    contents = [
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (one, two)
    ]
    assert contents[0].keys() == contents[1].keys()
    assert [name for name, content in contents[0].items() if contents[1][name] != content] == []


def test_an_agenda_is_in_a_language_the_person_works_in(tmp_path: Path) -> None:
    trip = replace(make_trip(), languages=("de", "en"))
    people = tuple(
        replace(one, languages=frozenset({"en"})) if one.id == "clara" else one for one in trip.delegates
    )

    render_all(replace(trip, delegates=people), make_programme(), tmp_path, now=NOW, processes=1)

    clara, anna = (
        Calendar.from_ical((tmp_path / f"agendas/{person}.ics").read_bytes()) for person in ("clara", "anna")
    )
    titles = [str(one.walk("VEVENT")[0]["SUMMARY"]) for one in (clara, anna)]
    assert titles == ["Flight to Washington", "Flug nach Washington"]


def test_somebody_who_works_in_none_of_the_languages_gets_the_main_one() -> None:
    assert language_of(make_delegate(languages=frozenset({"fr"})), ("en", "de")) == "en"


def test_a_trip_without_people_has_no_agendas(tmp_path: Path) -> None:
    empty = make_programme(sessions=(), groups=(), transfers=(), meals=(), legs=(), unplaced=())

    written = render_all(
        make_trip(delegates=(), pins=()), empty, tmp_path, now=NOW, processes=1, languages=["de"]
    )

    assert [name for name in names(tmp_path, written) if name.startswith("agendas/")] == []


def test_work_is_spread_in_pieces() -> None:
    people = tuple(make_delegate(f"p-{number:03}") for number in range(500))

    works = [work for work in planned_work(make_trip(delegates=people), ("de",)) if work.sort == "agendas"]

    assert [person for work in works for person in work.delegates] == [one.id for one in people]
    assert max(len(work.delegates) for work in works) == 8


def test_a_date_without_a_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        render_all(make_trip(), make_programme(), tmp_path, now=NOW.replace(tzinfo=None))


def test_no_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one language"):
        render_all(make_trip(), make_programme(), tmp_path, now=NOW, languages=[])


@pytest.mark.parametrize(
    ("person", "pattern"),
    [
        ("d-017", r"agendas/d-017\.pdf"),
        ("李明", r"agendas/person-[0-9a-f]{12}\.pdf"),
        ("../../etc/passwd", r"agendas/person-[0-9a-f]{12}\.pdf"),
    ],
)
def test_files_are_named_by_id(person: str, pattern: str) -> None:
    assert re.fullmatch(pattern, agenda_name(person, "pdf"))


@given(st.text(max_size=80), st.text(max_size=80))
def test_every_id_makes_a_safe_name_of_its_own(one: str, other: str) -> None:
    names_of = [agenda_name(person, "ics") for person in (one, other)]

    assert [name for name in names_of if not re.fullmatch(r"agendas/[a-z0-9-]+\.ics", name)] == []
    assert (names_of[0] == names_of[1]) is (one == other)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "file.txt"

    write_whole(file, b"first")
    write_whole(file, b"second")

    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["file.txt"]
    assert file.read_bytes() == b"second"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    (target / "inside").mkdir(parents=True)

    with pytest.raises(OSError, match="taken"):
        write_whole(target, b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
