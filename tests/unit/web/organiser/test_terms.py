"""The organiser's page for terms and regions, and what a company sees of it."""

import pytest
from django.test import Client
from django.urls import reverse

from geleit.domain.applications.terms import Region
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import SYSTEM
from geleit.services.participation_terms import read_terms, write_terms
from geleit.services.read_selection import read_setup
from geleit.store.models import Account, ApplicationRow, TripRole
from tests.applications import NOW, TERMS
from tests.unit.web.public.applying import START, begin, filled, form_key, open_call, revise, text_of

pytestmark = pytest.mark.django_db
ADDRESS = reverse("organiser:selection:terms", args=["tiny"])


@pytest.fixture
def trip() -> Trip:
    return open_call()


def signed_in(role: str) -> Client:
    account = Account.objects.create_user(email=f"{role}@agentur.example", name=role.title())
    TripRole.objects.create(trip=find_trip_row(key="tiny"), account=account, role=role)
    client = Client()
    client.force_login(account)
    client.cookies["geleit-lang"] = "de"
    return client


def sent(client: Client, do: str, **values: object) -> tuple[int, str]:
    answer = client.post(ADDRESS, {"do": do, "version": "0", **values})
    return answer.status_code, answer.content.decode()


def test_terms_are_written_and_listed_with_those_who_agreed(trip: Trip) -> None:
    organiser = signed_in("organiser")

    assert sent(organiser, "terms", **{"terms-de": "Erste\r\nFassung <b>", "terms-en": ""})[0] == 302
    begin(Client(), action="submit", terms_version="1")
    assert sent(organiser, "terms", version="1", **{"terms-de": "Zweite", "terms-en": "Second"})[0] == 302

    assert [(each.number, each.text, each.agreed) for each in read_terms(trip=trip.id)] == [
        (2, Text({"de": "Zweite", "en": "Second"}), 0),
        (1, Text({"de": "Erste\nFassung <b>"}), 1),
    ]
    page = organiser.get(ADDRESS).content.decode()
    told = (
        "Fassung 1 vom 3. März 2025",
        "1 Bewerbung hat zugestimmt",
        "Fassung &lt;b&gt;",
        "Zweite</textarea>",
    )
    assert [words for words in told if words not in page] == []
    reference = ApplicationRow.objects.get().reference
    application = organiser.get(reverse("organiser:selection:application", args=["tiny", reference]))
    assert "Fassung 1 zugestimmt" in application.content.decode()


@pytest.mark.parametrize(
    ("values", "status", "told"),
    [
        ({"terms-de": " "}, 400, "Diese Angabe fehlt noch."),
        ({"terms-de": "x" * 20_001}, 400, "Höchstens 20000 Zeichen"),
        ({"terms-de": "a", "version": "7"}, 409, "Jemand anders war schneller"),
        ({"terms-de": "a", "version": "x" * 50}, 302, ""),
        ({"terms-de": "\0a\0"}, 400, "Null"),
    ],
)
def test_terms_that_cannot_be_are_told_and_stay_in_the_form(
    trip: Trip, values: dict[str, object], status: int, told: str
) -> None:
    answered, page = sent(signed_in("organiser"), "terms", **values)

    assert (answered, told in page) == (status, True)
    assert len(read_terms(trip=trip.id)) == (status == 302)


def test_regions_are_set_and_told_when_they_cannot_be(trip: Trip) -> None:
    organiser = signed_in("organiser")
    version = str(read_setup(trip=trip.id).version)
    names = {"region-0-de": "Ost", "region-1-de": "Mitte", "region-2-de": "Norden", "region-2-en": "North"}

    twice = sent(
        organiser, "regions", version=version, **names, **{"region-3-de": "norden", "region-3-en": "North"}
    )
    done = sent(organiser, "regions", version=version, **names)
    late = sent(organiser, "regions", version=version, **names)

    assert (twice[0], "steht schon in Zeile 3" in twice[1]) == (400, True)
    assert (done[0], late[0]) == (302, 409)
    assert read_setup(trip=trip.id).terms.regions == (
        Region(id="ost", name=Text({"de": "Ost"})),
        Region(id="mitte", name=Text({"de": "Mitte"})),
        Region(id="norden", name=Text({"de": "Norden", "en": "North"})),
    )


def test_a_region_that_applications_name_stays(trip: Trip) -> None:
    begin(Client())
    version = str(read_setup(trip=trip.id).version)

    status, page = sent(signed_in("organiser"), "regions", version=version, **{"region-1-de": "Mitte"})

    assert (status, "nennen 1 Bewerbungen" in page) == (400, True)
    assert read_setup(trip=trip.id).terms.regions == TERMS.regions


@pytest.mark.parametrize(("role", "seen", "written"), [("reader", 200, 403), ("partner", 404, 404)])
def test_who_may_not_decide_cannot_write(trip: Trip, role: str, seen: int, written: int) -> None:
    client = signed_in(role)

    assert client.get(ADDRESS).status_code == seen
    assert sent(client, "terms", **{"terms-de": "x"})[0] == written
    assert read_terms(trip=trip.id) == ()


def test_a_company_reads_the_version_it_agrees_to(trip: Trip) -> None:
    write_terms(trip=trip.id, text=Text({"de": "Wer reist, zahlt."}), expected_number=0, by=SYSTEM, now=NOW)

    german, english = (text_of(Client().get(START.replace("/de/", f"/{lang}/"))) for lang in ("de", "en"))

    assert all(words in german for words in ("Wer reist, zahlt.", "Fassung 1 vom 3. März 2025"))
    assert 'name="terms_version" value="1"' in german
    assert "This text is available in German only." in english


def test_terms_changed_meanwhile_are_shown_before_anything_is_submitted(trip: Trip) -> None:
    write_terms(trip=trip.id, text=Text({"de": "Alt."}), expected_number=0, by=SYSTEM, now=NOW)
    client = Client()
    address = begin(client, terms_version="1")
    write_terms(trip=trip.id, text=Text({"de": "Neu."}), expected_number=1, by=SYSTEM, now=NOW)

    refused = revise(client, address, action="submit", terms_version="1")
    page = text_of(refused)

    assert refused.status_code == 409
    assert all(words in page for words in ("Die Bedingungen wurden inzwischen geändert", "Neu."))
    assert ApplicationRow.objects.get().status == "draft"
    assert revise(client, address, action="submit", terms_version="2").status_code == 302
    assert ApplicationRow.objects.get().terms_version == 2


def test_nonsense_for_a_version_of_terms_is_no_agreement(trip: Trip) -> None:
    write_terms(trip=trip.id, text=Text({"de": "Alt."}), expected_number=0, by=SYSTEM, now=NOW)

    answer = Client().post(START, filled(form_key=form_key(), action="submit", terms_version="' OR 1"))

    assert (answer.status_code, ApplicationRow.objects.get().status) == (409, "draft")
