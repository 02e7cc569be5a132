"""The delegates' personal links: mailed by a click, all or none, taken back."""

from datetime import date

import pytest
from django.test import Client

from geleit.services.delegate_wishes import wishes_until
from geleit.services.find_trip import read_stored_trip
from geleit.store.models import DelegatePage, OutboxMail, PersonalLink
from tests.unit.web.delegate.visits import NOW, set_clock
from tests.unit.web.organiser.people import member
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db
PAGE = "/organise/tiny/delegate-links/"


@pytest.fixture
def organiser(client: Client) -> Client:
    """Sign an organiser in, with a published programme."""
    set_clock(NOW)
    client.force_login(member(publish().trip, "owner"))
    return client


def test_those_chosen_get_a_mail_each_with_a_link_of_their_own(organiser: Client) -> None:
    sent = {
        "send": ["anna", "bert"],
        "email-anna": "anna@a.example",
        "email-bert": " bert@b.example ",
        "email-clara": "c@c.example",
    }

    answer = organiser.post(PAGE, sent)

    mails = dict(OutboxMail.objects.values_list("to", "text"))
    paths = {to: text.split("http")[1].split()[0] for to, text in mails.items()}
    assert answer.status_code == 302
    assert mails.keys() == {"anna@a.example", "bert@b.example"}
    assert len(set(paths.values())) == 2
    opened = organiser.get("/me/" + paths["anna@a.example"].split("/me/")[1])
    assert "Anna" in opened.content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Nobody is chosen"),
        ({"send": ["anna", "bert"], "email-anna": "a@a.example", "email-bert": "bert"}, "is no mail address"),
        ({"send": ["anna", "nobody"], "email-anna": "a@a.example", "email-nobody": "a@a.example"}, "travels"),
    ],
)
def test_a_wrong_address_among_them_and_nobody_gets_a_mail(
    organiser: Client, sent: dict[str, object], said: str
) -> None:
    answer = organiser.post(PAGE, sent, headers={"Accept-Language": "en"})

    assert (answer.status_code, said in answer.content.decode()) == (400, True)
    assert (OutboxMail.objects.count(), PersonalLink.objects.count()) == (0, 0)


def test_a_further_link_leaves_the_old_one_good_and_a_new_address_does_not(organiser: Client) -> None:
    for email in ("anna@a.example", "anna@a.example", "anna@new.example"):
        organiser.post(PAGE, {"send": ["anna"], "email-anna": email})

    good = list(PersonalLink.objects.order_by("pk").values_list("revoked_at", flat=True))
    assert [one is None for one in good] == [False, False, True]
    assert DelegatePage.objects.get().email == "anna@new.example"


def test_links_are_blocked_by_a_click(organiser: Client) -> None:
    organiser.post(PAGE, {"send": ["anna"], "email-anna": "anna@a.example"})

    organiser.post(f"{PAGE}anna/withdraw/")

    assert PersonalLink.objects.filter(revoked_at=None).count() == 0


@pytest.mark.parametrize(("said", "until"), [("2025-05-04", date(2025, 5, 4)), ("", date(2025, 5, 17))])
def test_the_organiser_says_until_when_wishes_are_open(organiser: Client, said: str, until: date) -> None:
    organiser.post(f"{PAGE}wishes/", {"until": said})

    assert wishes_until(read_stored_trip(key="tiny")) == until


def test_what_is_no_day_is_refused(organiser: Client) -> None:
    answer = organiser.post(f"{PAGE}wishes/", {"until": "31. Juni"}, headers={"Accept-Language": "de"})

    assert (answer.status_code, "31. Juni ist kein Tag" in answer.content.decode()) == (400, True)


@pytest.mark.parametrize(("role", "status"), [("organiser", 200), ("reader", 404), ("partner", 404)])
def test_only_those_who_plan_send_links(client: Client, role: str, status: int) -> None:
    client.force_login(member(publish().trip, role))

    assert client.get(PAGE).status_code == status
    assert client.post(PAGE, {"send": ["anna"], "email-anna": "a@a.example"}).status_code == (
        302 if status == 200 else 404
    )
