"""An application by its personal link: form, status, changes, two windows, withdrawal, papers."""

import pytest
from django.test import Client

from geleit.services.examine_application import examine_application
from geleit.services.guard import SYSTEM
from geleit.store.models import ApplicationRow, AuditEntry, OutboxMail
from tests.applications import NOW
from tests.unit.web.public.applying import (
    PDF,
    START,
    begin,
    filled,
    kept,
    move_clock,
    open_call,
    revise,
    text_of,
    upload,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def call() -> None:
    open_call()


def submitted(client: Client, **changes: object) -> str:
    return begin(client, action="submit", **changes)


def test_a_draft_comes_back_as_it_was_with_what_is_still_open(client: Client) -> None:
    address = begin(client, **{"aim": None, "company-turnover_eur": "1,2 Mio. €"})

    page = text_of(Client().get(address))

    told = (
        'value="Muster 1 GmbH"',
        'value="1200000"',
        "kleines Unternehmen (KMU)",
        "noch offen",
        "vollständig",
    )
    assert [words for words in told if words not in page] == []


def test_a_draft_is_saved_again_and_submitted(client: Client) -> None:
    address = begin(client, aim=None)

    saved = revise(client, address, aim="Neues Ziel")
    sent = revise(client, address, aim="Neues Ziel", action="submit")

    assert [one.headers["Location"].partition("?")[2] for one in (saved, sent)] == [
        "done=saved",
        "done=submitted",
    ]
    assert (kept().status, kept().data["aim"]) == ("submitted", "Neues Ziel")
    receipt = OutboxMail.objects.get(dedupe_key__contains=":receipt:")
    assert address in receipt.text


def test_the_status_says_that_a_receipt_is_no_admission_and_shows_what_was_sent(client: Client) -> None:
    address = submitted(client, papers=upload())

    page = text_of(client.get(address))

    told = (
        "eingegangen", "Der Eingang ist noch keine Zusage.", kept().reference, "Wir suchen Partner.", "profil.pdf",
        "Warteliste", "Das geht bis 21. März 2025.", "Montag, 3. März 2025",
    )  # fmt: skip
    assert [words for words in told if words not in page] == []


def test_what_is_submitted_is_changed_until_the_deadline(client: Client) -> None:
    address = submitted(client)

    form = client.get(f"{address}?edit=1")
    changed = revise(client, address, aim="Neues Ziel")
    move_clock()
    late = revise(client, address, aim="Zu spät")

    assert "Änderungen speichern" in text_of(form)
    assert changed.headers["Location"].endswith("?done=changed")
    assert (late.status_code, kept().status, kept().data["aim"]) == (409, "submitted", "Neues Ziel")
    assert "Die Bewerbung lässt sich nicht mehr ändern" in text_of(late)
    assert "Zu spät" in text_of(late)
    assert "Das geht bis" not in text_of(client.get(f"{address}?edit=1"))


def test_a_change_may_not_make_it_incomplete(client: Client) -> None:
    address = submitted(client)

    response = revise(client, address, aim="")

    assert (response.status_code, kept().data["aim"]) == (400, "Wir suchen Partner.")
    assert "Diese Angabe fehlt noch." in text_of(response)


def test_two_windows_see_both_versions_and_nothing_is_lost(client: Client) -> None:
    address = begin(client)
    revise(client, address, aim="Aus dem ersten Fenster")

    second = revise(client, address, aim="Aus dem zweiten Fenster", version="1")

    page = text_of(second)
    assert (second.status_code, kept().data["aim"]) == (409, "Aus dem ersten Fenster")
    assert page.count("Aus dem ersten Fenster") == 1
    assert page.count("Aus dem zweiten Fenster") == 2
    assert 'name="version" value="2"' in page
    assert revise(client, address, aim="Aus dem zweiten Fenster").status_code == 302
    assert kept().data["aim"] == "Aus dem zweiten Fenster"


def test_the_same_click_twice_is_once(client: Client) -> None:
    address = begin(client)

    answers = [revise(client, address, action="submit", version="1") for _ in range(3)]

    assert {one.headers["Location"].partition("?")[2] for one in answers} == {"done=submitted"}
    assert AuditEntry.objects.filter(action="submit_application").count() == 1
    assert OutboxMail.objects.filter(dedupe_key__contains=":receipt:").count() == 1


@pytest.mark.parametrize("version", ["", "-1", "x", "9" * 50, "²"])
def test_a_nonsense_version_overwrites_nothing(client: Client, version: str) -> None:
    address = begin(client)

    response = revise(client, address, aim="Neu", version=version)

    assert (response.status_code, kept().data["aim"]) == (409, "Wir suchen Partner.")


def test_the_same_company_twice_is_told_and_gets_the_link_of_the_first(client: Client) -> None:
    submitted(client)
    OutboxMail.objects.all().delete()

    second = client.post(START, filled(action="submit"))

    page = text_of(second)
    assert second.status_code == 409
    assert "Von Ihrem Unternehmen gibt es schon eine Bewerbung" in page
    assert sorted(ApplicationRow.objects.values_list("status", flat=True)) == ["draft", "submitted"]
    assert OutboxMail.objects.filter(dedupe_key__contains=":link:", to="anna@muster1.example").count() == 2


def test_an_address_named_later_gets_the_link(client: Client) -> None:
    address = begin(client, **{"contact-email": None})

    shown = text_of(client.get(address))
    revise(client, address)

    assert "Ohne E-Mail-Adresse steht er nur hier" in shown
    assert [(mail.to, address in mail.text) for mail in OutboxMail.objects.all()] == [
        ("anna@muster1.example", True)
    ]


def test_a_draft_after_the_deadline_is_read_but_not_submitted(client: Client) -> None:
    address = begin(client)
    move_clock()

    shown, sent = client.get(address), revise(client, address, action="submit")

    assert "Bewerben konnte man sich bis 21. März 2025" in text_of(shown)
    assert "Wir suchen Partner." in text_of(shown)
    assert (sent.status_code, kept().status) == (409, "draft")
    assert "Die Bewerbungsfrist ist vorbei" in text_of(sent)


def test_what_the_organiser_asks_for_is_added_even_after_the_deadline(client: Client) -> None:
    address = submitted(client)
    examine_application(reference=kept().reference, is_complete=False, missing="Profil", by=SYSTEM, now=NOW)
    move_clock()

    form = text_of(client.get(address))
    response = revise(client, address, action="submit", **{"company-profile": "Wir bauen Linsen."})

    assert "Bewerbung einreichen" in form
    assert (response.status_code, kept().status) == (302, "submitted")


def test_what_is_examined_is_not_changed_and_both_versions_are_shown(client: Client) -> None:
    address = submitted(client)
    examine_application(reference=kept().reference, is_complete=True, by=SYSTEM, now=NOW)

    response = revise(client, address, aim="Neues Ziel")

    page = text_of(response)
    assert (response.status_code, kept().data["aim"]) == (409, "Wir suchen Partner.")
    assert [
        words for words in ("usa@agentur.example", "Neues Ziel", "Wir suchen Partner.") if words not in page
    ] == []


def test_it_is_withdrawn_after_a_question_and_only_once(client: Client) -> None:
    address = submitted(client)

    asked = client.get(f"{address}withdraw/")
    first, second = (client.post(f"{address}withdraw/", {"reason": "Umbau\x00"}) for _ in range(2))

    page = text_of(client.get(f"{address}?done=withdrawn"))
    assert "Wirklich zurückziehen?" in text_of(asked)
    assert [one.headers["Location"] for one in (first, second)] == [f"{address}?done=withdrawn"] * 2
    assert kept().status == "withdrawn"
    assert OutboxMail.objects.filter(dedupe_key__contains=":withdrawn:").count() == 1
    assert "Ihre Bewerbung ist zurückgezogen" in page
    assert f'href="{START}"' in page
    assert client.get(f"{address}withdraw/").status_code == 302


def test_what_is_decided_is_not_withdrawn(client: Client) -> None:
    address = submitted(client)
    ApplicationRow.objects.update(status="rejected")

    response = client.post(f"{address}withdraw/")

    assert (response.status_code, kept().status) == (409, "rejected")
    assert "In diesem Stand lässt sich die Bewerbung nicht zurückziehen" in text_of(response)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("complete", "das ist noch keine Zusage"),
        ("admitted", "Platz absagen"),
        ("waiting", "rückt nach, wer die Zusammensetzung"),
        ("rejected", "Es gab mehr Bewerbungen als Plätze."),
        ("travelled", "Die Reise ist vorbei."),
        ("substituted", "an ein anderes Unternehmen gegangen"),
        ("cancelled", "frei für ein anderes Unternehmen"),
        ("no_show", "Die Reise ist vorbei."),
    ],
)
def test_every_status_says_what_it_means(client: Client, status: str, told: str) -> None:
    address = submitted(client)
    ApplicationRow.objects.update(status=status)

    assert told in text_of(client.get(address))


def test_the_place_on_the_waiting_list_is_told(client: Client) -> None:
    address = submitted(client)
    ApplicationRow.objects.update(status="waiting", waiting_rank=3)

    assert "Platz 3 auf der Warteliste" in text_of(client.get(address))


@pytest.mark.parametrize(
    ("state", "told"),
    [("sent", "gesendet"), ("failed", "nicht zustellbar"), ("waiting", "sobald der Mailserver")],
)
def test_the_page_says_how_far_the_receipt_has_come(client: Client, state: str, told: str) -> None:
    address = submitted(client)
    OutboxMail.objects.update(state=state)

    assert told in text_of(client.get(address))


def test_papers_come_go_and_are_given_back_only_to_their_owner(client: Client) -> None:
    address, other = begin(client, 1), begin(client, 2)
    row = ApplicationRow.objects.order_by("pk")[0]
    client.post(address, {**filled(form_key=None), "version": "1", "action": "upload", "papers": upload()})
    paper = row.papers.get()

    given = client.get(f"{address}papers/{paper.key}/")
    foreign = client.get(f"{other}papers/{paper.key}/")
    client.post(address, {**filled(form_key=None), "version": "2", "action": f"remove:{paper.key}"})

    assert (given.content, given.headers["Content-Type"], given.headers["Content-Disposition"]) == (
        PDF,
        "application/pdf",
        "attachment",
    )
    assert (foreign.status_code, row.papers.count()) == (404, 0)


def test_there_are_only_so_many_papers(client: Client) -> None:
    address = begin(client, papers=[upload(f"{n}.pdf", PDF + bytes([n])) for n in range(5)])

    response = revise(client, address, papers=upload("6.pdf", PDF + b"6"))

    assert (response.status_code, kept().papers.count()) == (400, 5)
    assert "„6.pdf“ wurde nicht aufgenommen: 5 Dateien sind schon da" in text_of(response)


def test_a_wish_that_left_the_programme_is_told(client: Client) -> None:
    address = begin(client)
    data = kept().data
    ApplicationRow.objects.update(data={**data, "wishes": [{"item": "gone", "strength": 3}]})

    assert "1 Ihrer Wünsche stehen nicht mehr im Programm" in text_of(client.get(address))


def test_other_languages_say_the_same(client: Client) -> None:
    address = submitted(client)

    english = client.get(address.replace("/de/", "/en/"))

    assert "A receipt is not yet an admission." in text_of(english)
    assert english.headers["Content-Language"] == "en-GB"
