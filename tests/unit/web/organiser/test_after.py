"""The page after a trip: who may see it, record who came, and erase."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from geleit.services.demo_clock import set_demo_clock
from geleit.services.find_trip import find_trip_row, read_stored_trip
from geleit.services.guard import SYSTEM
from geleit.services.machine_clock import machine_now
from geleit.store.models import Account, AuditEntry, DelegatePage, TripRole
from tests.applications import NOW
from tests.published import publish_trip

pytestmark = pytest.mark.django_db
ADDRESS, ERASE = (reverse(f"organiser:{name}", args=["tiny"]) for name in ("after", "after_erase"))
DURING, AFTER = datetime(2025, 5, 19, 9, tzinfo=UTC), datetime(2025, 6, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def trip() -> None:
    publish_trip()


def on(day: datetime) -> None:
    set_demo_clock(shows=day, machine_now=machine_now(), by=SYSTEM)


def signed_in(role: str, lang: str = "de") -> Client:
    account = Account.objects.create_user(email=f"{role}@agentur.example", name=role.title())
    TripRole.objects.create(trip=find_trip_row(key="tiny"), account=account, role=role)
    client = Client()
    client.force_login(account)
    client.cookies["geleit-lang"] = lang
    return client


def attendance() -> dict[str, str]:
    return dict(DelegatePage.objects.exclude(attendance="").values_list("delegate", "attendance"))


def test_who_came_is_recorded_by_list_and_all_at_once() -> None:
    on(DURING)
    organiser = signed_in("organiser")
    people = {f"delegate-{each.id}": "" for each in read_stored_trip(key="tiny").delegates}

    one = organiser.post(ADDRESS, {**people, "delegate-anna": "no_show", "delegate-bert": "nonsense"})
    rest = organiser.post(ADDRESS, {**people, "delegate-anna": "no_show", "do": "rest"})

    assert (one.status_code, rest.status_code) == (302, 302)
    assert attendance() == {
        **{name.removeprefix("delegate-"): "travelled" for name in people},
        "anna": "no_show",
    }
    page = organiser.get(ADDRESS).content.decode()
    assert '<option value="no_show" selected>nicht erschienen</option>' in page


def test_before_the_trip_nothing_can_be_recorded_and_the_page_says_so() -> None:
    on(NOW)
    organiser = signed_in("organiser")

    page = organiser.get(ADDRESS).content.decode()
    answer = organiser.post(ADDRESS, {"delegate-anna": "travelled"})

    assert ("Die Reise hat noch nicht begonnen." in page, "<select" in page) == (True, False)
    assert (answer.status_code, "Die Reise beginnt erst am 18. Mai 2025" in answer.content.decode()) == (
        400,
        True,
    )
    assert attendance() == {}


def test_an_owner_who_types_the_id_erases_for_good() -> None:
    on(AFTER)
    owner = signed_in("owner", "en")
    before = owner.get(ADDRESS).content.decode()

    wrong = owner.post(ERASE, {"confirmed": "tinny"})
    kept = len(read_stored_trip(key="tiny").delegates)
    done = owner.post(ERASE, {"confirmed": " tiny "})

    assert f'<b class="gl-num">{kept}</b> <span>people with profile' in before
    assert (wrong.status_code, kept > 0) == (400, True)
    assert "The id of the trip was not typed. Nothing was erased." in wrong.content.decode()
    assert (done.status_code, read_stored_trip(key="tiny").delegates) == (302, ())
    page = owner.get(ADDRESS).content.decode()
    assert "Last erased on 2 June 2025." in page
    names = ("cockpit", "board", "items", "delegates", "audit", "selection:applications")
    shown = [owner.get(reverse(f"organiser:{name}", args=["tiny"])).status_code for name in names]
    assert shown == [200] * len(names)


@pytest.mark.parametrize(
    ("role", "seen", "erased"), [("organiser", 200, 403), ("partner", 404, 404), ("reader", 404, 404)]
)
def test_only_owners_erase(role: str, seen: int, erased: int) -> None:
    on(AFTER)
    client = signed_in(role)

    assert client.get(ADDRESS).status_code == seen
    assert client.post(ERASE, {"confirmed": "tiny"}).status_code == erased
    assert not AuditEntry.objects.filter(action="erase_personal_data").exists()


def test_before_the_end_nobody_is_offered_to_erase() -> None:
    on(DURING)
    owner = signed_in("owner")

    page = owner.get(ADDRESS).content.decode()
    answer = owner.post(ERASE, {"confirmed": "tiny"})

    assert ("Löschen können Sie, sobald die Reise vorbei ist." in page, 'name="confirmed"' in page) == (
        True,
        False,
    )
    assert answer.status_code == 400
