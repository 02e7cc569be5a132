"""A delegate's wishes: who may change which, and until when."""

from datetime import date

import pytest
from django.test import Client

from geleit.domain.kinds import Role
from geleit.services.delegate_wishes import set_wishes_until
from geleit.services.find_trip import read_stored_trip
from geleit.services.guard import SYSTEM
from geleit.store.models import AuditEntry, DelegateRow
from tests.factories import change_item, instant, make_trip
from tests.unit.web.delegate.visits import link_of, set_clock, text
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db
EARLY = instant("2025-05-01 08:00")


def wishes_of(delegate: str = "anna") -> dict[str, int]:
    person = read_stored_trip(key="tiny").delegate_by_id[delegate]
    return {wish.item: wish.strength for wish in person.wishes}


def version_of(delegate: str = "anna") -> int:
    return DelegateRow.objects.get(key=delegate).version


@pytest.fixture
def path() -> str:
    """Give Anna's link, well before the trip."""
    set_clock(EARLY)
    return link_of(
        publish(change_item(make_trip(), "gamma", roles=frozenset({Role.SCIENCE}))).trip, now=EARLY
    )


def test_one_wishes_for_what_is_open_to_ones_role_and_not_for_everyone_anyway(
    client: Client, path: str
) -> None:
    page = text(client, f"{path}wishes/", "en")

    offered = {
        item
        for item in ("welcome", "briefing", "acme", "beta", "talk", "gamma")
        if f'name="wish-{item}"' in page
    }
    assert offered == {"acme", "beta", "talk"}
    assert '<option value="5" selected>5: the reason I travel</option>' in page


def test_wishes_are_changed_with_a_trail(client: Client, path: str) -> None:
    sent = {"version": version_of(), "wish-acme": "0", "wish-beta": "4", "wish-talk": "1"}

    answer = client.post(f"{path}wishes/", sent)

    assert (answer.status_code, answer.headers["Location"]) == (302, f"{path}wishes/?done=saved")
    assert wishes_of() == {"beta": 4, "talk": 1}
    entry = AuditEntry.objects.get(action="save_part")
    assert (entry.actor, entry.subject) == ("link:delegate:anna", "delegates:anna")


@pytest.mark.parametrize(
    "wrong",
    [
        {"wish-acme": "6"},
        {"wish-acme": "drei"},
        {"wish-gamma": "3"},
        {"wish-nothing": "3"},
        {"version": "x"},
        {"wish-acme": "-1"},
    ],
)
def test_nonsense_changes_nothing_and_is_named(client: Client, path: str, wrong: dict[str, str]) -> None:
    answer = client.post(f"{path}wishes/", {"version": str(version_of()), "wish-beta": "2", **wrong})

    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert wishes_of() == {"acme": 5}


def test_what_somebody_else_has_changed_meanwhile_is_not_overwritten(client: Client, path: str) -> None:
    old = version_of()
    client.post(f"{path}wishes/", {"version": old, "wish-beta": "4"})

    answer = client.post(
        f"{path}wishes/", {"version": old, "wish-talk": "1"}, headers={"Accept-Language": "de"}
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Ihre Angaben wurden inzwischen geändert" in page
    assert '<option value="1" selected>1: wäre schön</option>' in page
    assert wishes_of() == {"beta": 4}


@pytest.mark.parametrize(
    ("until", "is_open"), [(None, True), (date(2025, 5, 1), True), (date(2025, 4, 30), False)]
)
def test_wishes_are_open_until_the_day_that_the_organiser_says(
    client: Client, path: str, until: date | None, *, is_open: bool
) -> None:
    set_wishes_until(trip="tiny", until=until, by=SYSTEM, now=EARLY)

    page = text(client, f"{path}wishes/")
    answer = client.post(f"{path}wishes/", {"version": version_of(), "wish-beta": "4"})

    assert ("<form" in page.split("<main")[1].split("</main")[0]) is is_open
    assert (answer.status_code, wishes_of()) == ((302, {"beta": 4}) if is_open else (400, {"acme": 5}))


def test_without_a_word_wishes_end_on_the_eve_of_the_trip(client: Client, path: str) -> None:
    found = []
    for clock in ("2025-05-17 17:59", "2025-05-17 18:01"):
        set_clock(instant(clock))
        found.append("wish-acme" in text(client, f"{path}wishes/"))

    assert found == [True, False]
