"""The lists of items, hosts and delegates: shown, changed in place, pasted, given out."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from geleit.services.find_trip import read_stored_trip
from geleit.store.models import AuditEntry, SharedKind
from geleit.tripfile.lists import KEYS, list_workbook
from geleit.web.organiser.lists.rows import RowForm
from tests.unit.web.organiser.people import hosted_trip, member, share, store

pytestmark = pytest.mark.django_db
QUERIES = 18
"""Session, account, role, the trip in 14, the versions of the rows."""
QUERIES_TO_SAVE = 68
"""Of one row of a list, with the trip read to show the form, to check the whole of it, and to show the row."""
IN_PLACE = {"HX-Request": "true"}


def form_of(key: Any, row: str, **changes: str) -> dict[str, object]:
    """Return what the form of a row would send, with some fields changed."""
    trip = read_stored_trip(key="tiny")
    form = RowForm(trip, key, "en", row=row)
    sent = {
        name: "x" if value is True else value for name, value in form.initial.items() if value is not False
    }
    return {**sent, "version": 1, **changes}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("key", KEYS)
def test_a_list_takes_the_same_queries_however_long(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, key: str, rows: int
) -> None:
    trip = hosted_trip()
    hosts = tuple(replace(trip.hosts[0], id=f"h{number}") for number in range(rows - 1))
    people = tuple(replace(each, wishes=()) for each in trip.delegates[:rows])
    store(
        trip,
        hosts=(*trip.hosts, *hosts),
        items=tuple(replace(item, required_people=()) for item in trip.items[:rows]),
        delegates=people,
        rules=(),
        pins=(),
    )
    client.force_login(member_of_tiny())

    with django_assert_num_queries(QUERIES):
        response = client.get(f"/organise/tiny/{key}/")

    assert response.content.decode().count('<tr class="kern-table__row" id="row-') == rows


def member_of_tiny(role: str = "owner") -> Any:
    """Return somebody with a role in the trip of the test."""
    from geleit.store.models import TripRow

    return member(TripRow.objects.get(key="tiny"), role)


def test_a_row_is_saved_in_place_and_answered_with_the_row(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(member(store()))
    sent = form_of("items", "acme", duration_min="80")

    with django_assert_num_queries(QUERIES_TO_SAVE):
        response = client.post("/organise/tiny/items/of/acme/", sent, headers=IN_PLACE)

    assert response.status_code == 200
    assert (
        response.content.decode().strip().startswith('<tr class="kern-table__row" id="row-acme" data-saved>')
    )
    expected = replace(hosted_trip().item_by_id["acme"], duration_min=80)
    assert read_stored_trip(key="tiny").item_by_id["acme"] == expected
    entry = AuditEntry.objects.get(action="save_part")
    assert (entry.before, entry.after) == (
        {"duration_min": hosted_trip().item_by_id["acme"].duration_min},
        {"duration_min": 80},
    )


def test_without_a_script_the_form_is_a_page_and_leads_back(client: Client) -> None:
    client.force_login(member(store()))

    assert client.get("/organise/tiny/delegates/of/anna/").status_code == 200
    response = client.post("/organise/tiny/delegates/of/anna/", form_of("delegates", "anna", name="Anna Neu"))

    assert (response.status_code, response.headers["Location"]) == (302, "/organise/tiny/delegates/")
    assert read_stored_trip(key="tiny").delegate_by_id["anna"].name == "Anna Neu"


def test_a_wrong_value_stands_at_its_field_and_nothing_is_written(client: Client) -> None:
    client.force_login(member(store()))
    client.cookies["geleit-lang"] = "en"

    response = client.post("/organise/tiny/items/of/acme/", form_of("items", "acme", duration_min="ninety"))

    assert response.status_code == 400
    text = response.content.decode()
    assert "“ninety” is no fitting whole number. Digits only, such as 90." in text
    assert 'value="ninety"' in text
    assert read_stored_trip(key="tiny") == hosted_trip()


def test_the_second_of_two_editors_is_told_and_loses_nothing(client: Client) -> None:
    client.force_login(member(store()))
    client.cookies["geleit-lang"] = "en"
    mine, theirs = form_of("items", "acme", max_people="3"), form_of("items", "acme", duration_min="80")
    client.post("/organise/tiny/items/of/acme/", theirs)

    response = client.post("/organise/tiny/items/of/acme/", mine)

    assert response.status_code == 409
    text = response.content.decode()
    assert "Stored now: 80" in text
    assert 'name="version" value="2"' in text
    assert (
        client.post("/organise/tiny/items/of/acme/", {**mine, "duration_min": "80", "version": 2}).status_code
        == 302
    )
    item = read_stored_trip(key="tiny").item_by_id["acme"]
    assert (item.duration_min, item.max_people) == (80, 3)


def test_a_row_that_is_gone_is_told(client: Client) -> None:
    client.force_login(member(store()))
    client.cookies["geleit-lang"] = "en"
    sent = form_of("items", "gamma")
    client.post("/organise/tiny/items/of/gamma/remove/", {"version": 1})

    response = client.post("/organise/tiny/items/of/gamma/", sent)

    assert response.status_code == 409
    assert "Somebody has removed this entry in the meantime." in response.content.decode()


def test_a_host_that_is_in_use_is_not_removed(client: Client) -> None:
    client.force_login(member(store()))
    client.cookies["geleit-lang"] = "en"

    response = client.post("/organise/tiny/hosts/of/acme-inc/remove/", {"version": 1})

    assert response.status_code == 400
    assert "Acme is still in use and was not removed. Used by: acme." in response.content.decode()
    assert read_stored_trip(key="tiny") == hosted_trip()


def test_a_new_row_of_a_name_that_is_taken_is_refused(client: Client) -> None:
    client.force_login(member(store()))
    client.cookies["geleit-lang"] = "en"

    fresh = client.post("/organise/tiny/hosts/add/", {"name": "Werft", "kind": "company"})
    again = client.post("/organise/tiny/hosts/add/", {"name": "Werft", "kind": "company"})

    assert (fresh.status_code, again.status_code) == (302, 400)
    assert "There is an entry of this name already." in again.content.decode()
    assert [host.id for host in read_stored_trip(key="tiny").hosts] == ["acme-inc", "werft"]


def test_pasted_rows_are_shown_first_then_taken_over(client: Client) -> None:
    row = store()
    client.force_login(member(row))
    text = "Name\tRolle\tFirma\nNora Neu\tWirtschaft\tNeu GmbH\nNils Neu\tPresse\tNeu GmbH\n"

    preview = client.post("/organise/tiny/delegates/paste/", {"text": text, "do": "look"})
    assert preview.status_code == 200
    assert "2 neu, 0 geändert, 0 unverändert" in preview.content.decode()
    assert read_stored_trip(key="tiny") == hosted_trip()
    take = {"text": text, "do": "take", "trip_version": row.version}
    taken = client.post("/organise/tiny/delegates/paste/", take)

    assert taken.status_code == 302
    trip = read_stored_trip(key="tiny")
    assert [each.id for each in trip.delegates[-2:]] == ["nora-neu", "nils-neu"]
    assert [each.id for each in trip.organisations] == ["lens", "neu-gmbh"]


def test_a_paste_with_one_wrong_row_writes_none(client: Client) -> None:
    row = store()
    client.force_login(member(row))
    text = "Name\tArt\nWerft\tUnternehmen\nAmt\tBehördee\n"

    response = client.post(
        "/organise/tiny/hosts/paste/", {"text": text, "do": "take", "trip_version": row.version}
    )

    assert response.status_code == 400
    page = response.content.decode()
    assert "Zeile 3, Art" in page
    assert "Ist „Behörde“ gemeint?" in page
    assert "Werft\tUnternehmen" in page
    assert read_stored_trip(key="tiny") == hosted_trip()


def test_a_paste_after_somebody_elses_change_is_shown_anew(client: Client) -> None:
    row = store()
    client.force_login(member(row))
    client.post("/organise/tiny/hosts/add/", {"name": "Werft", "kind": "company"})
    text = "Name\tArt\nWerft\tBehörde\n"

    response = client.post(
        "/organise/tiny/hosts/paste/", {"text": text, "do": "take", "trip_version": row.version}
    )

    assert response.status_code == 409
    assert "0 neu, 1 geändert, 0 unverändert" in response.content.decode()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"text": "  "}, "Es steht noch nichts da."),
        ({"file": SimpleUploadedFile("liste.xlsx", b"no workbook")}, "„liste.xlsx“ lässt sich nicht"),
    ],
)
def test_a_paste_of_nothing_or_of_no_workbook_is_told(
    client: Client, sent: dict[str, object], words: str
) -> None:
    client.force_login(member(store()))

    response = client.post("/organise/tiny/delegates/paste/", {"do": "look", **sent})

    assert response.status_code == 400
    assert words in response.content.decode()


def test_an_excel_file_is_read_like_a_paste(client: Client) -> None:
    client.force_login(member(store()))
    content = list_workbook(hosted_trip(), "delegates", ["anna", "bert"])

    response = client.post(
        "/organise/tiny/delegates/paste/", {"do": "look", "file": SimpleUploadedFile("people.xlsx", content)}
    )

    assert response.status_code == 200
    assert "0 neu, 0 geändert, 2 unverändert" in response.content.decode()


def test_the_export_holds_what_the_filter_leaves_in_its_order(client: Client) -> None:
    client.force_login(member(store()))

    response = client.get("/organise/tiny/items/export.xlsx?q=a&sort=-name")

    page = load_workbook(BytesIO(response.content)).worksheets[0]
    shown = client.get("/organise/tiny/items/?q=a&sort=-name").content.decode()
    ids = [part.split('"')[0] for part in shown.split('id="row-')[1:]]
    assert [page.cell(line, 1).value for line in range(2, page.max_row + 1)] == ids
    assert len(ids) > 2


@pytest.mark.parametrize("key", KEYS)
def test_a_reader_sees_and_cannot_change(client: Client, key: str) -> None:
    client.force_login(member(store(), "reader"))

    assert client.get(f"/organise/tiny/{key}/").status_code == 200
    assert "/paste/" not in client.get(f"/organise/tiny/{key}/").content.decode()
    assert [
        client.get(f"/organise/tiny/{key}/{page}").status_code for page in ("add/", "paste/", "of/acme/")
    ] == [404] * 3
    assert client.post("/organise/tiny/items/of/acme/", {"version": 1}).status_code == 404


def test_a_partner_sees_and_edits_only_what_is_shared(client: Client) -> None:
    trip = store()
    partner = member(trip, "partner")
    share(partner, (SharedKind.ITEM, "beta"))
    client.force_login(partner)

    page = client.get("/organise/tiny/items/").content.decode()
    assert [part.split('"')[0] for part in page.split('id="row-')[1:]] == ["beta"]
    assert client.get("/organise/tiny/items/of/acme/").status_code == 404
    assert client.post("/organise/tiny/items/of/acme/", {"version": 1}).status_code == 404
    form = client.get("/organise/tiny/items/of/beta/").content.decode()
    assert 'name="host"' not in form
    assert "Clara" not in form
    book = load_workbook(BytesIO(client.get("/organise/tiny/items/export.xlsx").content)).worksheets[0]
    assert [book.cell(line, 1).value for line in range(2, book.max_row + 1)] == ["beta"]
    sent = {
        name: value for name, value in form_of("items", "beta", duration_min="50").items() if name != "host"
    }
    assert client.post("/organise/tiny/items/of/beta/", sent).status_code == 302
    assert read_stored_trip(key="tiny").item_by_id["beta"].duration_min == 50


def test_strangers_learn_nothing(client: Client) -> None:
    store()
    assert client.get("/organise/tiny/items/").status_code == 302


def test_a_double_click_adds_one_row_and_is_no_fault(client: Client) -> None:
    client.force_login(member(store()))
    sent = {
        "name__de": "",
        "name__en": "Port of Hanoi",
        "name": "Port",
        "kind": "company",
        "once": "the-same-form",
    }
    before = len(read_stored_trip(key="tiny").hosts)

    answers = [client.post("/organise/tiny/hosts/add/", sent).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert len(read_stored_trip(key="tiny").hosts) == before + 1
