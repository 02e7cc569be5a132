"""The workbook out and in again: shown first, all or nothing, errors by sheet and cell."""

import io
from dataclasses import replace
from pathlib import Path
from re import findall

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from openpyxl import Workbook, load_workbook
from pytest_django import Settings

from geleit.services.find_trip import read_stored_trip
from geleit.store.models import AuditEntry, TripRow
from tests.unit.web.organiser.people import member, store

pytestmark = pytest.mark.django_db
PAGE = "/organise/tiny/workbook/"


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    """Keep uploads in a folder of the test's own."""
    settings.GELEIT = replace(settings.GELEIT, data=tmp_path)
    return tmp_path


@pytest.fixture
def organiser(client: Client) -> Client:
    """Sign an organiser in."""
    client.force_login(member(store(), "organiser"))
    return client


def given(client: Client) -> Workbook:
    return load_workbook(io.BytesIO(client.get(f"{PAGE}file.xlsx").content))


def put(book: Workbook, sheet: int, row_id: str, column: str, value: object) -> str:
    """Write a value into the row of an id, and return the cell's name."""
    page = book.worksheets[sheet]
    heads = {
        str(cell.value): cell.column or 0 for row in page.iter_rows(max_row=3) for cell in row if cell.value
    }
    for row in page.iter_rows():
        if any(cell.value == row_id for cell in row[:2]):
            cell = page.cell(row[0].row or 0, heads[column])
            cell.value = value  # type: ignore[assignment] # whatever a person types
            return f"{cell.coordinate}"
    raise LookupError(row_id)


def send(client: Client, book: Workbook | bytes) -> HttpResponse:
    if isinstance(book, bytes):
        content = book
    else:
        file = io.BytesIO()
        book.save(file)
        content = file.getvalue()
    upload = SimpleUploadedFile("tiny.xlsx", content)
    return client.post(PAGE, {"workbook": upload}, headers={"Accept-Language": "en"})  # type: ignore[return-value] # Django's test answer is one


def hidden(page: str) -> dict[str, str]:
    return dict(findall(r'name="(digest|version)" value="([^"]*)"', page))


def test_a_change_is_shown_before_it_is_taken_over_and_nothing_changes_until_then(organiser: Client) -> None:
    book = given(organiser)
    put(book, 0, "bert", "Name", "Berta")
    put(book, 3, "acme", "Dauer (Min.) / Duration (min)", 75)

    page = send(organiser, book).content.decode()
    before = read_stored_trip(key="tiny")
    taken = organiser.post(f"{PAGE}take/", hidden(page))
    after = read_stored_trip(key="tiny")

    assert findall(r"<del>([^<]*)</del></td><td[^>]*><ins>([^<]*)</ins>", page) == [
        ("90", "75"),
        ("Bert", "Berta"),
    ]
    assert '<td class="kern-table__cell">Duration (min)</td>' in page
    assert (before.delegate_by_id["bert"].name, before.item_by_id["acme"].duration_min) == ("Bert", 90)
    assert taken.headers["Location"] == PAGE
    assert (after.delegate_by_id["bert"].name, after.item_by_id["acme"].duration_min) == ("Berta", 75)
    assert AuditEntry.objects.filter(action="save_part").count() == 2
    told = AuditEntry.objects.get(action="take_workbook").after
    assert told is not None
    assert told["rows"] == 2


def test_wishes_and_new_people_come_in_too(organiser: Client) -> None:
    book = given(organiser)
    people, wishes = book.worksheets[0], book.worksheets[4]
    people.cell(8, 1).value, people.cell(8, 2).value, people.cell(8, 4).value = "dora", "Dora", "business"
    wishes.cell(4, 1).value, wishes.cell(4, 2).value, wishes.cell(4, 3).value = "dora", "acme", 4

    page = send(organiser, book).content.decode()
    organiser.post(f"{PAGE}take/", hidden(page))

    dora = read_stored_trip(key="tiny").delegate_by_id["dora"]
    assert [(wish.item, wish.strength) for wish in dora.wishes] == [("acme", 4)]
    assert "dora, new" in page


def test_nonsense_is_answered_with_every_error_by_sheet_and_cell_and_changes_nothing(
    organiser: Client,
) -> None:
    book = given(organiser)
    cells = {
        f"Sheet Items, cell {put(book, 3, 'acme', 'Dauer (Min.) / Duration (min)', 'viel')}",
        f"Sheet Items, cell {put(book, 3, 'beta', 'Station', 'nowhere')}",
        f"Sheet Delegates, cell {put(book, 0, 'bert', 'Rolle / Role', 'Kaiser')}",
    }
    version = TripRow.objects.get().version

    answer = send(organiser, book)

    page = answer.content.decode()
    named = set(findall(r'scope="row">(Sheet [^<]*)<', page))
    assert answer.status_code == 400
    assert named == cells
    assert "The workbook has 3 errors. Nothing was changed." in page
    assert TripRow.objects.get().version == version


@pytest.mark.parametrize("content", [b"no workbook", b"PK\x03\x04 half a zip", b"x" * 5_000_001])
def test_what_is_no_workbook_is_refused_in_words(organiser: Client, content: bytes) -> None:
    answer = send(organiser, content)

    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def test_without_a_file_the_page_says_so(organiser: Client) -> None:
    answer = organiser.post(PAGE, headers={"Accept-Language": "en"})

    assert (answer.status_code, "No file was chosen." in answer.content.decode()) == (400, True)


def test_an_unchanged_workbook_changes_nothing(organiser: Client) -> None:
    page = send(organiser, given(organiser)).content.decode()

    assert "The workbook changes nothing" in page
    assert hidden(page) == {}


def test_what_somebody_else_changes_meanwhile_is_not_overwritten(organiser: Client) -> None:
    book = given(organiser)
    put(book, 0, "bert", "Name", "Berta")
    page = send(organiser, book).content.decode()
    TripRow.objects.update(version=TripRow.objects.get().version + 1)

    answer = organiser.post(f"{PAGE}take/", hidden(page), headers={"Accept-Language": "en"})

    assert (answer.status_code, "Somebody has changed the trip meanwhile" in answer.content.decode()) == (
        409,
        True,
    )
    assert read_stored_trip(key="tiny").delegate_by_id["bert"].name == "Bert"


@pytest.mark.parametrize("digest", ["", "0" * 64, "../../secret", "G" * 64])
def test_a_workbook_that_does_not_wait_cannot_be_taken_over(organiser: Client, digest: str) -> None:
    assert organiser.post(f"{PAGE}take/", {"digest": digest, "version": "1"}).status_code == 404


def test_taken_over_once_it_waits_no_longer(organiser: Client) -> None:
    book = given(organiser)
    put(book, 0, "bert", "Name", "Berta")
    sent = hidden(send(organiser, book).content.decode())

    answers = [organiser.post(f"{PAGE}take/", sent).status_code for _ in range(2)]

    assert answers == [302, 404]


@pytest.mark.parametrize(("role", "status"), [("owner", 200), ("reader", 404), ("partner", 404)])
def test_only_those_who_plan_have_the_workbook(client: Client, role: str, status: int) -> None:
    client.force_login(member(store(), role))

    assert [client.get(path).status_code for path in (PAGE, f"{PAGE}file.xlsx")] == [status, status]


def test_a_german_page_tells_what_is_wrong_in_german(organiser: Client) -> None:
    book = given(organiser)
    put(book, 3, "acme", "Dauer (Min.) / Duration (min)", "viel")
    put(book, 0, "bert", "Rolle / Role", "Kaiser")
    organiser.cookies["geleit-lang"] = "de"

    page = send(organiser, book).content.decode()

    assert "Dauer (Min.) / Duration (min): „viel“ ist keine ganze Zahl" in page
    assert "„Kaiser“ gehört nicht zur Auswahl" in page
    assert findall(r'scope="row">(Blatt \w+, Zelle \w+)<', page)
    assert 'lang="en"' not in page[page.index("<main") : page.index("</main")]
