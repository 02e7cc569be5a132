"""A new application: who may begin one, what it becomes, and everything that may be wrong with it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client, override_settings

from geleit.services.machine_clock import machine_now
from geleit.services.send_outbox import send_outbox
from geleit.store.models import ApplicationRow, OutboxMail, PersonalLink
from geleit.web.public.apply.guards import STARTS_AN_HOUR, TRAP, new_form_key
from tests.applications import LATE, apply_trip
from tests.unit.web.public.applying import (
    START,
    begin,
    filled,
    form_key,
    kept,
    move_clock,
    open_call,
    text_of,
    upload,
)
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def call() -> None:
    open_call()


def test_anybody_sees_the_form_with_deadline_places_and_waiting_list(client: Client) -> None:
    response = client.get(START)

    page = text_of(response)
    told = (
        "21. März 2025",
        "noch kein Platz",
        "Warteliste",
        'name="wish-acme"',
        "Entwurf speichern",
        "noindex",
    )
    assert [words for words in told if words not in page] == []
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")


def test_the_trip_page_leads_to_it(client: Client) -> None:
    assert f'href="{START}"' in text_of(client.get("/de/trips/tiny/"))


@pytest.mark.parametrize("lang", ["de", "en", "zh"])
def test_it_is_there_in_the_languages_of_the_trip(client: Client, lang: str) -> None:
    publish(apply_trip(languages=("de", "en", "zh")))

    page = text_of(client.get(f"/{lang}/trips/tiny/apply/"))

    assert {"de": "Bewerbung einreichen", "en": "Submit the application", "zh": "提交报名"}[lang] in page


def test_only_public_items_may_be_wished_for(client: Client) -> None:
    response = client.post(START, filled(**{"wish-secret": "5"}))

    assert response.status_code == 302
    assert [wish["item"] for wish in kept().data["wishes"]] == ["acme"]


def test_a_draft_is_kept_and_its_link_shown_and_mailed(client: Client) -> None:
    address = begin(client, **{"aim": None, "people-0-name": None, "people-0-function": None})

    page = text_of(client.get(f"{address}?done=started"))
    queued = OutboxMail.objects.get()
    assert (kept().status, queued.to) == ("draft", "anna@muster1.example")
    assert f"http://127.0.0.1:8000{address}" in page or address in page
    assert address in queued.text
    assert address.split("/")[-2] not in PersonalLink.objects.get().token_hash


def test_it_can_be_submitted_at_once_with_its_papers(client: Client) -> None:
    response = client.post(START, filled(action="submit", papers=upload()))

    assert response.headers["Location"].endswith("?done=submitted")
    receipt = OutboxMail.objects.first()
    assert (kept().status, kept().papers.count()) == ("submitted", 1)
    assert receipt is not None
    assert "noch keine Zusage" in receipt.text


def test_what_is_missing_is_said_at_its_field_and_on_top_and_the_draft_is_kept(client: Client) -> None:
    response = client.post(START, filled(action="submit", **{"aim": "", "company-region": ""}))

    page = text_of(response)
    assert (response.status_code, kept().status) == (400, "draft")
    assert [link for link in ("#id_aim", "#id_company-region") if f'href="{link}"' not in page] == []
    assert "Der Entwurf ist gespeichert, aber noch nicht eingereicht" in page
    assert page.count("Diese Angabe fehlt noch.") == 4


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("contact-email", "anna(at)muster.example", "Meinten Sie „anna@muster.example“?"),
        ("company-employees", "viele", "„viele“ ist keine ganze Zahl"),
        ("company-employees", "9" * 5000, "ist keine ganze Zahl"),
        ("company-employees", "9999999999", "liegt nicht zwischen 0 und 5.000.000"),
        ("company-kind", "circus", "„circus“ steht nicht zur Wahl"),
        ("company-region", "<b>", "„&lt;b&gt;“ steht nicht zur Wahl"),
        ("company-website", "no site", "keine Internetadresse"),
        ("company-name", "x" * 201, "Der Text hat 201 Zeichen, Platz ist für 200"),
        ("aim", "x" * 3001, "Der Text hat 3.001 Zeichen"),
        ("aim", "a\x00b", "Zeichen, die sich nicht lesen lassen"),
        ("wish-acme", "9", "„9“ steht nicht zur Wahl"),
        ("aids-0-granted_on", "31.06.2024", "Meinten Sie 30. Juni 2024?"),
        ("aids-0-granted_on", "neulich", "„neulich“ ist kein Tag"),
    ],
)
def test_nonsense_is_named_with_its_value_and_a_likely_fix(
    client: Client, field: str, value: str, told: str
) -> None:
    response = client.post(START, filled(**{field: value}))

    page = text_of(response)
    assert (response.status_code, ApplicationRow.objects.count()) == (400, 0)
    assert told in page
    assert f'href="#id_{field}"' in page
    assert "Nichts wurde gespeichert. Ihre Eingaben sind noch hier." in page
    assert "Wir suchen Partner." in page or field == "aim"


def test_aid_without_its_day_is_asked_for_it(client: Client) -> None:
    response = client.post(START, filled(**{"aids-0-amount_eur": "5000"}))

    page = text_of(response)
    assert (response.status_code, ApplicationRow.objects.count()) == (400, 0)
    assert 'href="#id_aids-0-granted_on"' in page
    assert "Zu jeder Beihilfe gehören Tag und Betrag" in page


def test_script_tags_are_text(client: Client) -> None:
    address = begin(client, **{"company-name": "<script>alert(1)</script>", "aim": '"><img src=x onerror=1>'})

    page = text_of(client.get(address))
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_another_encoding_is_noticed_and_nothing_kept(client: Client) -> None:
    data = "&".join(f"{key}={value}" for key, value in filled(aim="M%FCller").items() if key != "form_key")
    body = f"{data}&form_key={form_key()}"

    response = client.generic("POST", START, body.encode(), "application/x-www-form-urlencoded")

    assert (response.status_code, ApplicationRow.objects.count()) == (400, 0)
    assert "Zeichen, die sich nicht lesen lassen" in text_of(response)


def test_another_charset_is_refused_in_words(client: Client) -> None:
    response = client.generic("POST", START, b"\xff\xfe", "application/x-www-form-urlencoded; charset=utf-16")

    assert (response.status_code, ApplicationRow.objects.count()) == (400, 0)


def test_ten_megabytes_of_text_are_refused(client: Client) -> None:
    response = client.post(START, filled(aim="x" * 10_000_000))

    assert (response.status_code, ApplicationRow.objects.count()) == (413, 0)
    assert "Das ist zu groß" in text_of(response)


def test_a_body_without_end_is_refused_before_it_is_read(client: Client) -> None:
    for told in ("99999999999", "-1", "many"):
        response = client.post(START, filled(), headers={"Content-Length": told}, CONTENT_LENGTH=told)
        assert response.status_code == 413


def test_a_file_too_large_and_one_of_the_wrong_kind_are_named_and_the_draft_is_kept(client: Client) -> None:
    files = [upload("gross.pdf", b"%PDF-" + b"x" * 10_000_000), upload("bild.pdf", b"MZ\x90"), upload()]

    response = client.post(START, filled(papers=files))

    page = text_of(response)
    assert (response.status_code, kept().papers.count()) == (400, 1)
    assert "„gross.pdf“ hat 10,0 MB, möglich sind 10,0 MB" in page
    assert "„bild.pdf“ ist weder PDF noch PNG noch JPEG" in page
    assert "Alles andere ist gespeichert." in page


def test_files_of_a_form_that_is_not_kept_have_to_be_chosen_again(client: Client) -> None:
    response = client.post(START, filled(papers=upload(), **{"company-employees": "viele"}))

    assert "Bitte wählen Sie sie noch einmal aus" in text_of(response)


def test_a_program_that_fills_the_hidden_field_is_not_taken_and_a_person_may_send_again(
    client: Client,
) -> None:
    data = filled(**{TRAP: "030 123"})

    refused = client.post(START, data)

    page = text_of(refused)
    assert (refused.status_code, ApplicationRow.objects.count()) == (400, 0)
    assert "Wir suchen Partner." in page
    assert "030 123" not in page
    assert client.post(START, {**data, TRAP: ""}).status_code == 302


def test_what_is_filled_in_too_quickly_waits(client: Client) -> None:
    response = client.post(START, filled(form_key=new_form_key()))

    assert (response.status_code, ApplicationRow.objects.count()) == (400, 0)
    assert "Das ging sehr schnell" in text_of(response)


@pytest.mark.parametrize("mark", ["", "forged", None])
def test_a_form_without_our_mark_gets_a_new_one(client: Client, mark: str | None) -> None:
    response = client.post(START, filled(form_key=mark))

    assert (response.status_code, ApplicationRow.objects.count()) == (400, 0)
    assert "Ihre Eingaben sind noch hier" in text_of(response)


def test_one_browser_may_not_begin_any_number(client: Client) -> None:
    client.get(START)

    answers = [client.post(START, filled(number)) for number in range(STARTS_AN_HOUR["browser"] + 1)]

    late = answers.pop()
    assert {response.status_code for response in answers} == {302}
    assert (late.status_code, int(late.headers["Retry-After"]) > 0) == (429, True)
    assert "Wir suchen Partner." in text_of(late)


def test_one_address_may_not_begin_any_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STARTS_AN_HOUR, "address", 2)

    answers = [Client().post(START, filled(number)).status_code for number in range(3)]

    assert answers == [302, 302, 429]


def test_the_same_form_sent_twice_makes_one_application(client: Client) -> None:
    data = filled(action="submit")

    first, second = client.post(START, data), client.post(START, data)

    assert kept().status == "submitted"
    assert [response.headers["Location"].partition("?")[2] for response in (first, second)] == [
        "done=submitted"
    ] * 2
    assert OutboxMail.objects.filter(dedupe_key__contains=":receipt:").count() == 1
    assert client.get(second.headers["Location"]).status_code == 200


def test_the_same_form_sent_again_with_other_content_shows_both_versions(client: Client) -> None:
    data = filled()
    client.post(START, data)

    response = client.post(START, {**data, "aim": "Etwas anderes"})

    page = text_of(response)
    assert (response.status_code, kept().data["aim"]) == (409, "Wir suchen Partner.")
    assert [
        words for words in ("Beide Fassungen", "Wir suchen Partner.", "Etwas anderes") if words not in page
    ] == []


def test_a_form_that_was_used_long_ago_opens_nothing(client: Client) -> None:
    data = filled()
    client.post(START, data)
    move_clock(LATE.replace(day=20))

    response = client.post(START, {**data, "aim": "Etwas anderes"})

    page = text_of(response)
    assert (response.status_code, ApplicationRow.objects.count()) == (409, 1)
    assert "Dieses Formular ist schon gesendet" in page
    assert "Wir suchen Partner." not in page


@pytest.mark.parametrize(
    ("rows", "at"),
    [("people", "people-1-name"), ("projects", "projects-1-title"), ("aids", "aids-1-grantor")],
)
def test_a_row_is_added_without_a_script_and_nothing_is_lost(client: Client, rows: str, at: str) -> None:
    response = client.post(
        START, filled(action=f"add_{rows}", **{"company-employees": "viele", at.replace("1", "0"): ""})
    )

    page = text_of(response)
    assert (response.status_code, ApplicationRow.objects.count()) == (200, 0)
    assert f'name="{at}"' in page
    assert 'value="viele"' in page
    assert "kern-error" not in page


def test_there_are_no_more_rows_than_the_call_allows(client: Client) -> None:
    page = text_of(
        client.post(START, filled(action="add_people", **{"people-99-name": "Anna", "people-1-name": "Eva"}))
    )

    assert 'name="people-1-name"' in page
    assert 'name="people-2-name"' not in page


def test_after_the_deadline_the_page_says_so_and_takes_nothing(client: Client) -> None:
    data = filled()
    move_clock()

    shown, sent = client.get(START), client.post(START, data)

    assert (shown.status_code, sent.status_code, ApplicationRow.objects.count()) == (200, 409, 0)
    assert "Bewerben konnte man sich bis 21. März 2025" in text_of(shown)
    assert "usa@agentur.example" in text_of(shown)
    assert "Wir suchen Partner." in text_of(sent)


@pytest.mark.parametrize("address", ["/de/trips/other/apply/", "/fr/trips/tiny/apply/"])
def test_a_trip_that_is_not_public_has_no_form(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_form_from_elsewhere_is_refused() -> None:
    response = Client(enforce_csrf_checks=True).post(START, filled())

    assert (response.status_code, ApplicationRow.objects.count()) == (403, 0)


NOBODY_LISTENS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "127.0.0.1", "port": 1, "timeout": 1},
    }
}
"""A mail server that is down."""


def test_a_mail_server_that_is_down_delays_the_mail_and_nothing_else(client: Client) -> None:
    now = machine_now() + timedelta(seconds=1)
    with override_settings(MAILERS=NOBODY_LISTENS):
        location = client.post(START, filled(action="submit")).headers["Location"]
        failed = send_outbox(machine_now=now)
        waiting = text_of(client.get(location))

    sent = send_outbox(machine_now=now + timedelta(days=1))

    assert "sobald der Mailserver sie annimmt. Eingegangen ist Ihre Bewerbung schon." in waiting
    assert (failed, sent, len(mail.outbox)) == (0, 2, 2)
    assert "per E-Mail an anna@muster1.example gesendet" in text_of(client.get(location))
