"""Links that have ended, were guessed, lost or given away; nobody learns from them who has applied."""

import re

import pytest
from django.test import Client

from geleit.store.models import OutboxMail, PersonalLink
from geleit.web.public.apply.guards import LINKS_AN_HOUR
from tests.applications import LATE
from tests.unit.web.public.applying import begin, kept, move_clock, open_call, revise, text_of

pytestmark = pytest.mark.django_db
LOST = "/de/application/"


@pytest.fixture(autouse=True)
def call() -> None:
    open_call()


@pytest.mark.parametrize("page", ["", "withdraw/", "papers/ABC/"])
@pytest.mark.parametrize("token", ["guessed", "x" * 500, "%00", "..%2f", "<script>"])
def test_a_guessed_link_opens_nothing_and_leads_to_a_new_one(client: Client, token: str, page: str) -> None:
    response = client.get(f"{LOST}{token}/{page}")

    assert response.status_code == 404
    assert "<script>alert" not in text_of(response)


def test_a_guessed_link_leads_to_where_there_is_a_new_one(client: Client) -> None:
    response = client.get(f"{LOST}guessed/")

    assert "Dieser Link öffnet nichts" in text_of(response)
    assert 'name="email"' in text_of(response)


def test_an_expired_link_says_so_and_sends_nobody_away(client: Client) -> None:
    address = begin(client)
    move_clock(LATE.replace(month=7))

    answers = [
        client.get(address),
        client.post(address, {"action": "submit"}),
        client.post(f"{address}withdraw/"),
    ]

    assert [one.status_code for one in answers] == [410, 410, 410]
    assert "Ihre Angaben sind weiter gespeichert" in text_of(answers[0])
    assert kept().status == "draft"


def test_a_replaced_link_opens_and_the_old_one_does_not(client: Client) -> None:
    address = begin(client)

    response = client.post(f"{address}link/")

    new = response.headers["Location"].partition("?")[0]
    assert (client.get(address).status_code, client.get(new).status_code) == (410, 200)
    assert OutboxMail.objects.filter(dedupe_key__contains=":replaced:").count() == 1


def test_a_lost_link_is_mailed_to_the_contact_only(client: Client) -> None:
    begin(client)

    client.post(LOST, {"email": "Anna@Muster1.example"})

    mail = OutboxMail.objects.get(dedupe_key__contains=":link:")
    link = mail.text.partition("/de/application/")[2].partition("/")[0]
    assert mail.to == "anna@muster1.example"
    assert client.get(f"{LOST}{link}/").status_code == 200


def test_the_answer_is_the_same_whether_one_has_applied_or_not(client: Client) -> None:
    begin(client)

    known, unknown = (_answer(client, email) for email in ("anna@muster1.example", "nobody@muster1.example"))

    assert known == unknown
    assert "Wir haben nachgesehen" in known


def _answer(client: Client, email: str) -> str:
    page = text_of(client.post(LOST, {"email": email}))
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.replace(email, ""))


@pytest.mark.parametrize(
    "email",
    ["", "anna", "anna@muster", "a b@c.example", "<script>@x", "a\x00@b.example", "x" * 300 + "@a.example"],
)
def test_an_address_that_is_none_is_named(client: Client, email: str) -> None:
    response = client.post(LOST, {"email": email})

    assert (response.status_code, OutboxMail.objects.count()) == (400, 0)
    assert "ist keine E-Mail-Adresse" in text_of(response)
    assert "<script>@" not in text_of(response)


def test_it_cannot_be_asked_for_any_number_of_times(client: Client) -> None:
    client.get(LOST)
    most = LINKS_AN_HOUR["browser"]

    answers = [client.post(LOST, {"email": "anna@muster1.example"}).status_code for _ in range(most + 1)]

    assert answers == [200] * most + [429]


def test_a_link_of_another_kind_opens_no_application(client: Client) -> None:
    address = begin(client)
    PersonalLink.objects.update(purpose="delegate")

    assert (client.get(address).status_code, revise(client, address).status_code) == (404, 404)


@pytest.mark.parametrize("page", ["", "withdraw/", "link/"])
def test_a_form_from_elsewhere_changes_nothing(client: Client, page: str) -> None:
    address = begin(client)

    response = Client(enforce_csrf_checks=True).post(f"{address}{page}", {"action": "submit"})

    assert (response.status_code, kept().status, PersonalLink.objects.count()) == (403, "draft", 1)


def test_pages_of_an_application_are_kept_nowhere(client: Client) -> None:
    address = begin(client)

    for page in (client.get(address), client.get(f"{address}withdraw/"), client.get(LOST)):
        assert (page.headers["Cache-Control"], page.headers["X-Robots-Tag"]) == ("no-store", "noindex")
        assert page.headers["Referrer-Policy"] == "same-origin"
