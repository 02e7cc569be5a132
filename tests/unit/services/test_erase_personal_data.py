"""After the trip: who came along is recorded, then nothing personal is left in any table."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from geleit.domain.applications.application import PaperKind
from geleit.domain.applications.mix import Mix
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.hosts import Contact, Host
from geleit.domain.items import Pin, PinKind
from geleit.domain.kinds import HostKind
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.services.compute_selection import compute_selection, newest_proposal
from geleit.services.decide_selection import Verdict, decide_selection
from geleit.services.erase_personal_data import Erasure, erase_personal_data, read_erasure
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import find_trip_row, read_stored_trip
from geleit.services.guard import SYSTEM, Actor
from geleit.services.invite_delegates import invite_delegates
from geleit.services.keep_draft import keep_draft
from geleit.services.papers import keep_paper
from geleit.services.personal_links import make_link
from geleit.services.publish_programme import publish_programme
from geleit.services.read_published import read_published
from geleit.services.record_attendance import read_attendance, record_attendance
from geleit.services.save_part import save_part
from geleit.services.score_application import score_application
from geleit.services.set_selection import set_criteria, set_mix
from geleit.services.start_application import start_application
from geleit.services.submit_application import submit_application
from geleit.store.convert import clear_parts, write_parts
from geleit.store.models import ApplicationRow, Attendance, AuditEntry, PaperRow, TripRow
from tests.applications import CRITERIA, NOW, make_application, make_sheet, with_company
from tests.factories import make_programme
from tests.published import publish_trip, reviewer

pytestmark = pytest.mark.django_db
AFTER = datetime(2025, 6, 2, 9, tzinfo=UTC)
DURING = datetime(2025, 5, 19, 9, tzinfo=UTC)
PERSONAL = (
    "Zacharias", "zacharias", "zz-delegate", "+49 999 777", "Quittenbaum", "quittenbaum", "Kontaktperson",
    "Reisende", "Geheimgrund", "Lebenslauf", "Nachricht an",
)  # fmt: skip # words that stand nowhere but with people


@pytest.fixture
def trip(settings: Any, tmp_path: Path) -> Trip:
    """A trip with people wherever there can be some."""
    settings.MEDIA_ROOT = tmp_path
    plain = publish_trip()
    found = _with_people(plain)
    row = find_trip_row(key=found.id)
    clear_parts(row)
    write_parts(row, found)
    draft = keep_draft(trip=replace(found, pins=plain.pins), programme=make_programme(), by=SYSTEM, now=NOW)
    publish_programme(draft=draft.pk, expected_version=draft.version, by=SYSTEM, now=NOW, note="Stand 2")
    keep_draft(trip=found, programme=make_programme(), by=SYSTEM, now=NOW)
    first = found.delegates[0]
    save_part(
        key=found.id, value=replace(first, function=Text.of("Reisende")), by=SYSTEM, now=NOW,
        expected_version=1, part_key=first.id,
    )  # fmt: skip # one call
    invite_delegates(
        trip=found.id, emails={first.id: "zacharias@quittenbaum.example"}, link_to=str, by=SYSTEM, now=NOW
    )
    _apply(found)
    return found


def _with_people(trip: Trip) -> Trip:
    first, *others = trip.delegates
    person = replace(first, name="Zacharias Quittenbaum", profile=Text.of("Lebenslauf"))
    contact = Contact(name="Kontaktperson", email="q@quittenbaum.example", phone="+49 999 777")
    item = trip.items[1]
    items = [replace(item, request=replace(item.request, channel="Frau Quittenbaum"))]
    pin = Pin(kind=PinKind.ABSENT, item=item.id, delegate=first.id, note="Geheimgrund")
    return replace(
        trip,
        delegates=(person, *others),
        hosts=(
            Host(id="labs", name=Text.of("Labs"), kind=HostKind.COMPANY, contacts=(contact,)),
            *trip.hosts,
        ),
        items=(trip.items[0], *items, *trip.items[2:]),
        pins=(*trip.pins, pin),
    )


def _apply(trip: Trip) -> None:
    set_criteria(trip=trip.id, criteria=CRITERIA, by=SYSTEM, now=NOW)
    set_mix(trip=trip.id, mix=Mix(places_max=5), by=SYSTEM, now=NOW)
    application = make_application(1)
    people = tuple(replace(each, name="Reisende Quittenbaum") for each in application.people)
    contact = replace(application.contact, name="Kontaktperson", email="zacharias@firma.example")
    application = replace(application, people=people, contact=contact)
    application = with_company(application, region="", name="Quittenbaum GmbH")
    reference = start_application(trip=trip.id, application=application, link_to=str, now=NOW).reference
    company = Actor(name=f"application:{reference}")
    keep_paper(
        reference=reference,
        kind=PaperKind.OTHER,
        name="Lebenslauf.pdf",
        content=b"%PDF-1",
        by=company,
        now=NOW,
    )
    submit_application(reference=reference, by=company, now=NOW)
    score_application(reference=reference, sheet=make_sheet(3), by=reviewer(), now=NOW)
    compute_selection(trip=trip.id, by=SYSTEM, now=NOW)
    proposal = newest_proposal(trip=trip.id)
    assert proposal is not None
    verdict = Verdict(status=ApplicationStatus.ADMITTED, reason="Geheimgrund")
    decide_selection(trip=trip.id, verdicts={reference: verdict}, proposal=proposal.id, by=SYSTEM, now=NOW)
    make_link(
        purpose="host",
        subject="acme",
        expires_at=AFTER,
        by=SYSTEM,
        now=NOW,
        label="Frau Quittenbaum",
        trip=find_trip_row(key=trip.id),
    )


def everything() -> Iterator[tuple[str, str]]:
    """Yield every value of every table as text, read past Django's models."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 # names of tables, not of people
            for row in cursor.fetchall():
                yield from ((table, str(value)) for value in row)


def found_in_tables() -> set[tuple[str, str]]:
    return {(table, word) for table, text in everything() for word in PERSONAL if word in _plain(text)}


def _plain(text: str) -> str:
    return text.encode().decode("unicode_escape", errors="replace") if "\\u" in text else text


def erase(trip: Trip, *, now: datetime = AFTER, confirmed: str = "tiny") -> Erasure:
    return erase_personal_data(
        trip=trip.id, confirmed=confirmed, by=Actor(name="olga@agentur.example"), now=now
    )


def test_nothing_personal_is_left_in_any_table(
    trip: Trip, django_capture_on_commit_callbacks: Any, tmp_path: Path
) -> None:
    paper = tmp_path / str(PaperRow.objects.get().file.name)
    tables = {table for table, _ in found_in_tables()}
    assert {"store_auditentry", "store_delegaterow", "store_hostrow", "store_tripsnapshot"} <= tables
    assert {"store_applicationrow", "store_outboxmail", "store_delegatepage", "store_pinrow"} <= tables
    assert paper.is_file()

    with django_capture_on_commit_callbacks(execute=True):
        erase(trip)

    assert (found_in_tables(), paper.exists()) == (set(), False)


def test_what_took_place_stays(trip: Trip) -> None:
    before = read_published(key=trip.id)

    erase(trip)

    after, stored = read_published(key=trip.id), read_stored_trip(key=trip.id)
    assert (after.number, after.published_at, after.note) == (2, before.published_at, "Stand 2")
    assert [(each.item, each.start, each.attendees) for each in after.programme.sessions] == [
        (each.item, each.start, ()) for each in before.programme.sessions
    ]
    assert ([item.id for item in stored.items], [host.id for host in stored.hosts]) == (
        [item.id for item in trip.items],
        [host.id for host in trip.hosts],
    )
    assert (stored.call, stored.delegates, stored.organisations) == (trip.call, (), ())
    assert Client().get("/de/trips/tiny/").status_code == 200
    row = TripRow.objects.get()
    assert row.erased_at == AFTER


def test_the_trail_says_what_was_done_when_but_not_to_whom(trip: Trip) -> None:
    before = list(AuditEntry.objects.order_by("pk").values_list("at", "action"))

    erase(trip)

    entries = list(AuditEntry.objects.order_by("pk"))
    assert [(each.at, each.action) for each in entries[:-1]] == before
    assert {each.before for each in entries} == {None}
    assert [each.subject for each in entries if each.action == "submit_application"] == ["application"]
    assert {each.actor for each in entries if each.action == "submit_application"} == {"application"}
    last = entries[-1]
    assert last.after is not None
    assert (last.action, last.actor, last.after["applications"]) == (
        "erase_personal_data",
        "olga@agentur.example",
        1,
    )


def test_it_says_first_what_will_be_erased_and_erases_just_that(trip: Trip) -> None:
    record_attendance(
        trip=trip.id,
        delegates={"anna": Attendance.TRAVELLED, "bert": Attendance.NO_SHOW, "gina": Attendance.TRAVELLED},
        companies={},
        by=SYSTEM,
        now=DURING,
    )
    told = read_erasure(trip=trip.id, now=AFTER)

    assert told.is_over
    assert told.erased_at is None
    assert (told.erasure.delegates, told.erasure.applications, told.erasure.papers) == (
        len(trip.delegates),
        1,
        1,
    )
    assert (told.erasure.travelled, told.erasure.no_show, told.erasure.programmes) == (2, 1, 2)
    assert erase(trip) == told.erasure
    again = read_erasure(trip=trip.id, now=AFTER).erasure
    assert (again.delegates, again.applications, again.mails, again.links, again.drafts) == (0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("now", "confirmed", "code"),
    [
        (DURING, "tiny", "trip_not_over"),
        (AFTER, "", "erasure_not_confirmed"),
        (AFTER, "TINY", "erasure_not_confirmed"),
    ],
)
def test_too_early_or_unconfirmed_nothing_is_erased(
    trip: Trip, now: datetime, confirmed: str, code: str
) -> None:
    with pytest.raises(FaultError) as caught:
        erase(trip, now=now, confirmed=confirmed)

    assert caught.value.code == code
    assert (ApplicationRow.objects.count(), read_stored_trip(key=trip.id).delegates != ()) == (1, True)


def test_another_trip_is_left_alone(trip: Trip) -> None:
    row = TripRow.objects.get()
    TripRow.objects.create(
        key="other", label="x", starts_on=row.starts_on, ends_on=row.ends_on, data=row.data
    )
    AuditEntry.objects.create(
        at=NOW, actor="a", action="x", subject="delegates:x", trip=TripRow.objects.get(key="other")
    )

    erase(trip)

    assert AuditEntry.objects.filter(trip__key="other", subject="delegates:x").count() == 1


# ---- who came along ----------------------------------------------------------------------------------------------


def recorded(trip: Trip) -> dict[str, Attendance | None]:
    return {each.id: each.attendance for each in read_attendance(trip=trip.id, now=DURING).travellers}


def test_who_came_is_recorded_and_can_be_taken_back(trip: Trip) -> None:
    said = {"anna": Attendance.TRAVELLED, "bert": Attendance.NO_SHOW}

    counts = [
        record_attendance(trip=trip.id, delegates=delegates, companies={}, by=SYSTEM, now=DURING)
        for delegates in (said, said, {"bert": None})
    ]

    assert counts == [2, 0, 1]
    assert {key: recorded(trip)[key] for key in said} == {"anna": Attendance.TRAVELLED, "bert": None}
    assert AuditEntry.objects.filter(action="record_attendance").count() == 3


def test_a_company_that_did_not_come_is_a_no_show_for_good(trip: Trip) -> None:
    reference = ApplicationRow.objects.get().reference

    def record(said: Attendance) -> int:
        return record_attendance(
            trip=trip.id, delegates={}, companies={reference: said}, by=SYSTEM, now=DURING
        )

    assert [record(Attendance.NO_SHOW), record(Attendance.NO_SHOW)] == [1, 0]
    with pytest.raises(FaultError, match="cannot follow"):
        record(Attendance.TRAVELLED)
    assert [each.status for each in read_attendance(trip=trip.id, now=DURING).companies] == [
        ApplicationStatus.NO_SHOW
    ]


def test_before_the_trip_nothing_is_recorded(trip: Trip) -> None:
    with pytest.raises(FaultError, match="begins only on 18 May 2025"):
        record_attendance(
            trip=trip.id, delegates={"anna": Attendance.TRAVELLED}, companies={}, by=SYSTEM, now=NOW
        )

    assert recorded(trip)["anna"] is None


def test_one_who_does_not_travel_is_told(trip: Trip) -> None:
    with pytest.raises(NotFoundError):
        record_attendance(
            trip=trip.id,
            delegates={"anna": Attendance.TRAVELLED, "nobody": None},
            companies={},
            by=SYSTEM,
            now=DURING,
        )

    assert recorded(trip)["anna"] is None
