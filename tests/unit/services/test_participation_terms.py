"""Terms are versions; who agreed to which stays known. Regions are set beforehand."""

import pytest
from django.db import DatabaseError, transaction

from geleit.domain.applications.application import Application
from geleit.domain.applications.mix import Bound, Feature, FeatureKind, Mix, MixRule
from geleit.domain.applications.terms import Region
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.services.faults import FaultError, OvertakenError
from geleit.services.find_trip import read_stored_trip
from geleit.services.guard import SYSTEM, Actor
from geleit.services.participation_terms import agreed_version, read_terms, terms_in_force, write_terms
from geleit.services.read_application import read_application
from geleit.services.read_selection import read_setup
from geleit.services.set_regions import REGIONS_MAX, set_regions
from geleit.services.set_selection import set_mix
from geleit.services.start_application import start_application
from geleit.services.submit_application import submit_application
from geleit.store.models import ApplicationRow, AuditEntry, TermsVersion
from tests.applications import NOW, make_application, with_company
from tests.published import publish_trip

pytestmark = pytest.mark.django_db
FIRST, SECOND = (
    Text({"de": "Wer reist, zahlt."}),
    Text({"de": "Wer reist, zahlt vorher.", "en": "Pay first."}),
)
ANNA = Actor(name="anna@example.org")
NORTH, SOUTH = Text({"de": "Norden", "en": "North"}), Text.of("Süd")


@pytest.fixture
def trip() -> Trip:
    return publish_trip()


def write(trip: Trip, text: Text, expected: int) -> int:
    return write_terms(trip=trip.id, text=text, expected_number=expected, by=ANNA, now=NOW).number


def company(number: int) -> Application:
    return with_company(make_application(number), region="")


def applied(trip: Trip, seen: int | None, number: int = 1) -> str:
    begun = start_application(trip=trip.id, application=company(number), link_to=str, now=NOW)
    submit_application(reference=begun.reference, by=SYSTEM, now=NOW, terms_seen=seen)
    return begun.reference


def test_each_wording_is_a_version_and_the_same_again_is_none(trip: Trip) -> None:
    assert [write(trip, FIRST, 0), write(trip, SECOND, 1), write(trip, SECOND, 2)] == [1, 2, 2]

    assert [(each.number, each.text, each.by) for each in read_terms(trip=trip.id)] == [
        (2, SECOND, ANNA.name),
        (1, FIRST, ANNA.name),
    ]
    assert read_stored_trip(key=trip.id).call.terms == SECOND
    entry = AuditEntry.objects.filter(action="write_terms").first()
    assert entry is not None
    assert (entry.before, entry.after) == (
        {"terms": {"de": "Wer reist, zahlt."}},
        {"terms": {"de": "Wer reist, zahlt vorher.", "en": "Pay first."}},
    )


def test_who_agreed_to_which_version_stays_known(trip: Trip) -> None:
    write(trip, FIRST, 0)
    before = applied(trip, 1)
    write(trip, SECOND, 1)
    after = applied(trip, 2, number=2)

    assert [read_application(reference=each).terms_version for each in (before, after)] == [1, 2]
    assert [(each.number, each.agreed) for each in read_terms(trip=trip.id)] == [(2, 1), (1, 1)]


def test_terms_that_changed_while_the_form_was_open_are_to_be_read_first(trip: Trip) -> None:
    write(trip, FIRST, 0)
    begun = start_application(trip=trip.id, application=company(1), link_to=str, now=NOW)
    write(trip, SECOND, 1)

    with pytest.raises(FaultError, match="The terms have been changed since") as caught:
        submit_application(reference=begun.reference, by=SYSTEM, now=NOW, terms_seen=1)

    assert caught.value.code == "terms_changed"
    assert ApplicationRow.objects.get().status == "draft"


def test_the_announcement_becomes_version_1_with_the_first_who_agrees() -> None:
    trip = publish_trip(terms=FIRST)
    assert [(each.number, each.text) for each in read_terms(trip=trip.id)] == [(0, FIRST)]

    references = [applied(trip, 0), applied(trip, 0, number=2), applied(trip, None, number=3)]

    assert [read_application(reference=each).terms_version for each in references] == [1, 1, 1]
    assert [(each.number, each.text, each.agreed) for each in read_terms(trip=trip.id)] == [(1, FIRST, 3)]


def test_one_who_read_the_announcement_has_not_read_other_words() -> None:
    trip = publish_trip(terms=FIRST)
    write(trip, SECOND, 0)

    with pytest.raises(FaultError, match="changed since"):
        agreed_version(trip=trip, seen=0, now=NOW)


def test_a_trip_without_terms_asks_for_none(trip: Trip) -> None:
    assert (terms_in_force(trip=trip), read_terms(trip=trip.id)) == (None, ())
    assert read_application(reference=applied(trip, 0)).terms_version is None


def test_the_second_of_two_writers_is_told(trip: Trip) -> None:
    write(trip, FIRST, 0)

    with pytest.raises(OvertakenError):
        write(trip, SECOND, 0)


@pytest.mark.parametrize("text", [Text(), Text({"de": " \n"}), Text({"de": "x" * 20_001})])
def test_empty_and_endless_terms_are_refused(trip: Trip, text: Text) -> None:
    with pytest.raises(FaultError):
        write(trip, text, 0)

    assert not TermsVersion.objects.exists()


def test_the_database_refuses_to_edit_terms(trip: Trip) -> None:
    write(trip, FIRST, 0)

    with pytest.raises(DatabaseError, match="never edited"), transaction.atomic():
        TermsVersion.objects.update(text={"de": "anders"})


def regions(trip: Trip, *wanted: tuple[str, Text], expected: int | None = None) -> None:
    set_regions(trip=trip.id, regions=wanted, by=ANNA, now=NOW, expected_version=expected)


def test_regions_get_ids_of_their_names_and_keep_them(trip: Trip) -> None:
    regions(trip, ("", NORTH), ("", SOUTH), ("", Text({"zh": "东"})))
    regions(trip, ("sued", Text.of("Südthüringen")), ("norden", NORTH), ("", Text.of("Norden, neu")))

    assert read_setup(trip=trip.id).terms.regions == (
        Region(id="sued", name=Text.of("Südthüringen")),
        Region(id="norden", name=NORTH),
        Region(id="norden-neu", name=Text.of("Norden, neu")),
    )
    assert AuditEntry.objects.filter(action="set_terms").count() == 2


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ([("", Text())], "region_unnamed"),
        ([("", NORTH), ("", Text.of("norden"))], "region_twice"),
        ([("", Text.of("x" * 81))], "region_too_long"),
        ([("", Text.of(f"r{n}")) for n in range(REGIONS_MAX + 1)], "regions_too_many"),
    ],
)
def test_regions_that_cannot_be_are_told(trip: Trip, wanted: list[tuple[str, Text]], code: str) -> None:
    with pytest.raises(FaultError) as caught:
        regions(trip, *wanted)

    assert (caught.value.code, read_setup(trip=trip.id).terms.regions) == (code, ())


def test_a_region_in_use_stays(trip: Trip) -> None:
    regions(trip, ("", NORTH), ("", SOUTH))
    rule = MixRule(
        id="s", feature=Feature(kind=FeatureKind.REGION, value="sued"), bound=Bound.AT_LEAST, amount=1
    )
    set_mix(trip=trip.id, mix=Mix(places_max=5, rules=(rule,)), by=SYSTEM, now=NOW)
    start_application(trip=trip.id, application=company(1), link_to=str, now=NOW)
    ApplicationRow.objects.update(region="norden")

    codes = []
    for kept in (("norden", NORTH), ("sued", SOUTH)):
        with pytest.raises(FaultError) as caught:
            regions(trip, kept)
        codes.append(caught.value.code)

    assert codes == ["region_in_mix", "region_in_use"]


def test_the_second_of_two_who_set_regions_is_told(trip: Trip) -> None:
    regions(trip, ("", NORTH), expected=1)

    with pytest.raises(OvertakenError):
        regions(trip, ("", SOUTH), expected=1)
