"""Applications are begun, kept, submitted once and withdrawn; nothing is lost and nothing sent twice."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connections
from pytest_django import DjangoAssertNumQueries

from geleit.domain.applications.application import PaperKind
from geleit.domain.applications.problem import ApplicationProblemCode
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.trip import Trip
from geleit.services.applications_common import ApplicationError, StoredApplication
from geleit.services.examine_application import examine_application
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.services.guard import SYSTEM
from geleit.services.papers import clean_name, keep_paper, read_paper, remove_paper
from geleit.services.personal_links import resolve_link
from geleit.services.read_application import read_application
from geleit.services.read_call import read_call
from geleit.services.save_draft_application import save_draft_application
from geleit.services.set_selection import set_terms
from geleit.services.start_application import Started, company_actor, start_application
from geleit.services.submit_application import submit_application
from geleit.services.withdraw_application import withdraw_application
from geleit.store.models import ApplicationRow, AuditEntry, OutboxMail, PaperRow, PersonalLink
from tests.applications import LATE, NOW, TERMS, make_application, with_company
from tests.published import publish_trip

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 sample"


@pytest.fixture
def trip() -> Trip:
    found = publish_trip()
    set_terms(trip=found.id, terms=TERMS, by=SYSTEM, now=NOW)
    return found


def link_to(token: str) -> str:
    return f"https://geleit.example/apply/{token}"


def start(trip: Trip, number: int = 1, submit_key: str = "", people: int = 1) -> Started:
    return start_application(
        trip=trip.id,
        application=make_application(number, people=people),
        link_to=link_to,
        now=NOW,
        submit_key=submit_key,
    )


def submit(reference: str) -> StoredApplication:
    return submit_application(
        reference=reference, by=company_actor(reference), now=NOW, link="https://x.example/1"
    )


def subjects() -> list[str]:
    return [mail.subject for mail in OutboxMail.objects.order_by("pk")]


def test_a_draft_comes_back_as_it_was_and_its_link_is_mailed(trip: Trip) -> None:
    begun = start(trip)

    kept = read_application(reference=begun.reference)
    mail = OutboxMail.objects.get()
    assert kept.application == replace(make_application(), reference=begun.reference)
    assert resolve_link(token=begun.token, purpose="application", now=NOW).subject == begun.reference
    assert (mail.to, link_to(begun.token) in mail.text) == ("anna@muster1.example", True)
    assert begun.token not in str(list(PersonalLink.objects.values())) + str(
        list(AuditEntry.objects.values())
    )


def test_one_form_makes_one_draft(trip: Trip) -> None:
    first, second = start(trip, submit_key="k1"), start(trip, submit_key="k1")

    assert (second.reference, second.is_new, second.token) == (first.reference, False, "")
    assert (ApplicationRow.objects.count(), OutboxMail.objects.count()) == (1, 1)


def test_two_tabs_do_not_write_over_each_other(trip: Trip) -> None:
    reference = start(trip).reference
    actor = company_actor(reference)
    save_draft_application(
        reference=reference, application=make_application(aim="first"), expected_version=1, by=actor, now=NOW
    )

    with pytest.raises(OvertakenError):
        save_draft_application(
            reference=reference,
            application=make_application(aim="second"),
            expected_version=1,
            by=actor,
            now=NOW,
        )

    assert read_application(reference=reference).application.aim == "first"


def test_nonsense_is_not_kept(trip: Trip) -> None:
    reference = start(trip).reference
    wrong = with_company(make_application(), name="x" * 10_000_000)

    with pytest.raises(ApplicationError) as caught:
        save_draft_application(
            reference=reference, application=wrong, expected_version=1, by=company_actor(reference), now=NOW
        )

    assert [problem.code for problem in caught.value.problems] == [ApplicationProblemCode.TOO_LONG]


def test_submitting_twice_is_once_and_the_receipt_says_it_is_no_admission(trip: Trip) -> None:
    reference = start(trip).reference

    first, second = submit(reference), submit(reference)

    receipt = OutboxMail.objects.order_by("pk").last()
    assert first == second
    assert (first.status, first.submitted_at) == (ApplicationStatus.SUBMITTED, NOW)
    assert receipt is not None
    assert len(subjects()) == 2
    assert "noch keine Zusage" in receipt.text
    assert receipt.reply_to == "usa@agentur.example"


def test_what_is_missing_keeps_it_from_being_submitted(trip: Trip) -> None:
    begun = start_application(trip=trip.id, application=make_application(aim=""), link_to=link_to, now=NOW)

    with pytest.raises(ApplicationError) as caught:
        submit(begun.reference)

    assert [problem.path for problem in caught.value.problems] == [("aim",)]
    assert read_application(reference=begun.reference).status is ApplicationStatus.DRAFT


def test_after_the_deadline_nothing_is_taken_but_what_was_asked_for(trip: Trip) -> None:
    open_one, asked = start(trip, 1).reference, start(trip, 2).reference
    submit(asked)
    examine_application(
        reference=asked, is_complete=False, missing="Der Registerauszug fehlt.", by=SYSTEM, now=NOW
    )

    with pytest.raises(FaultError, match="until 21 March 2025"):
        start_application(trip=trip.id, application=make_application(3), link_to=link_to, now=LATE)
    with pytest.raises(FaultError, match="until 21 March 2025"):
        submit_application(reference=open_one, by=SYSTEM, now=LATE)
    again = submit_application(reference=asked, by=SYSTEM, now=LATE)

    assert (again.status, again.submitted_at) == (ApplicationStatus.SUBMITTED, NOW)
    assert not read_call(key=trip.id, now=LATE).is_open


def test_the_last_day_is_that_of_the_organiser_s_clock(trip: Trip) -> None:
    still = LATE.replace(day=21, hour=22, minute=59)

    assert read_call(key=trip.id, now=still).is_open
    assert not read_call(key=trip.id, now=still.replace(hour=23)).is_open


def test_a_company_applies_once_with_one_contact(trip: Trip) -> None:
    first, second = start(trip), start(trip)
    submit(first.reference)

    with pytest.raises(FaultError, match="already submitted"):
        submit(second.reference)
    withdraw_application(reference=first.reference, by=SYSTEM, now=NOW)

    assert submit(second.reference).status is ApplicationStatus.SUBMITTED


def test_what_is_submitted_is_not_changed_any_more(trip: Trip) -> None:
    begun = start(trip)
    submit(begun.reference)

    with pytest.raises(FaultError, match="can no longer be changed"):
        save_draft_application(
            reference=begun.reference, application=make_application(), expected_version=2, by=SYSTEM, now=NOW
        )
    with pytest.raises(FaultError, match="can no longer be changed"):
        keep_paper(
            reference=begun.reference, kind=PaperKind.OTHER, name="a.pdf", content=PDF, by=SYSTEM, now=LATE
        )


def test_withdrawing_twice_is_once(trip: Trip) -> None:
    reference = start(trip).reference
    submit(reference)

    first = withdraw_application(reference=reference, by=SYSTEM, now=NOW)
    second = withdraw_application(reference=reference, by=SYSTEM, now=NOW)

    assert first == second
    assert first.status is ApplicationStatus.WITHDRAWN
    assert [subject.split(":")[0] for subject in subjects()] == [
        "Ihr Entwurf",
        "Eingang Ihrer Bewerbung",
        "Zurückgezogen",
    ]
    with pytest.raises(FaultError, match="is withdrawn"):
        submit(reference)


def test_a_letter_is_in_the_company_s_language(trip: Trip) -> None:
    start_application(trip=trip.id, application=make_application(language="en"), link_to=link_to, now=NOW)

    assert [subject.split(":")[0] for subject in subjects()] == ["Your draft"]


def test_papers_are_what_their_first_bytes_say(trip: Trip) -> None:
    reference = start(trip).reference

    paper = keep_paper(
        reference=reference,
        kind=PaperKind.COMPANY_PROFILE,
        name="../../etc/Profil.pdf",
        content=PDF,
        by=SYSTEM,
        now=NOW,
    )
    again = keep_paper(
        reference=reference, kind=PaperKind.OTHER, name="other.pdf", content=PDF, by=SYSTEM, now=NOW
    )

    assert (paper.name, paper.media_type, paper.size_bytes) == ("Profil.pdf", "application/pdf", len(PDF))
    assert again == paper
    assert read_paper(reference=reference, paper=paper.id) == (paper, PDF)
    with pytest.raises(FaultError, match="neither PDF nor PNG nor JPEG"):
        keep_paper(
            reference=reference, kind=PaperKind.OTHER, name="x.pdf", content=b"<script>", by=SYSTEM, now=NOW
        )


def test_papers_have_limits_and_are_removed_with_their_file(
    trip: Trip, django_capture_on_commit_callbacks: type
) -> None:
    reference = start(trip).reference
    set_terms(trip=trip.id, terms=replace(TERMS, papers_max=1, paper_max_bytes=20), by=SYSTEM, now=NOW)
    paper = keep_paper(
        reference=reference, kind=PaperKind.OTHER, name="a.pdf", content=PDF, by=SYSTEM, now=NOW
    )
    path = Path(PaperRow.objects.get().file.path)

    with pytest.raises(FaultError, match="1 papers already"):
        keep_paper(
            reference=reference, kind=PaperKind.OTHER, name="b.pdf", content=PDF + b"2", by=SYSTEM, now=NOW
        )
    with pytest.raises(FaultError, match=r"at most 0 MB"):
        keep_paper(
            reference=reference, kind=PaperKind.OTHER, name="b.pdf", content=PDF * 9, by=SYSTEM, now=NOW
        )
    with django_capture_on_commit_callbacks(execute=True):
        remove_paper(reference=reference, paper=paper.id, by=SYSTEM, now=NOW)

    with pytest.raises(NotFoundError):
        read_paper(reference=reference, paper=paper.id)
    assert not path.exists()


def test_a_paper_is_read_only_with_its_own_application(trip: Trip) -> None:
    one, two = start(trip, 1).reference, start(trip, 2).reference
    paper = keep_paper(reference=one, kind=PaperKind.OTHER, name="a.pdf", content=PDF, by=SYSTEM, now=NOW)

    with pytest.raises(NotFoundError):
        read_paper(reference=two, paper=paper.id)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("C:\\Users\\x\\Profil.pdf", "Profil.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("...", "paper"),
        ("ä" * 200 + ".pdf", "ä" * 116 + ".pdf"),
        ("", "paper"),
    ],
)
def test_names_of_files_are_harmless(given: str, expected: str) -> None:
    assert clean_name(given) == expected


def test_reading_costs_two_queries(trip: Trip, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    reference = start(trip).reference

    with django_assert_num_queries(2):
        read_application(reference=reference)


def test_an_unpublished_trip_has_no_call(trip: Trip) -> None:
    with pytest.raises(NotFoundError):
        read_call(key="elsewhere", now=NOW)
    with pytest.raises(NotFoundError):
        read_application(reference="NOSUCH12")
    assert trip.id


@pytest.mark.django_db(transaction=True)
def test_twenty_clicks_at_once_submit_once() -> None:
    trip = publish_trip()
    set_terms(trip=trip.id, terms=TERMS, by=SYSTEM, now=NOW)
    reference = start(trip).reference

    def click(_: int) -> str:
        try:
            return submit(reference).status
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(click, range(20)))

    assert answers == ["submitted"] * 20
    assert len(subjects()) == 2
    assert AuditEntry.objects.filter(action="submit_application").count() == 1
