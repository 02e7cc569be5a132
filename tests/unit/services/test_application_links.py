"""Submitted applications are amended until the deadline; links are asked for again, replaced, and tell nothing."""

from dataclasses import replace

import pytest

from geleit.domain.applications.application import PaperKind
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.trip import Trip
from geleit.services.amend_application import amend_application
from geleit.services.application_links import (
    MailProgress,
    receipt_progress,
    reopen_by_form,
    replace_link,
    send_new_links,
)
from geleit.services.applications_common import ApplicationError
from geleit.services.examine_application import examine_application
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.services.guard import SYSTEM
from geleit.services.papers import keep_paper
from geleit.services.personal_links import LinkEndedError, resolve_link
from geleit.services.read_application import read_application
from geleit.services.set_selection import set_terms
from geleit.services.start_application import PURPOSE, Started, start_application
from geleit.services.submit_application import submit_application
from geleit.store.models import OutboxMail
from tests.applications import LATE, NOW, TERMS, make_application, with_company
from tests.published import publish_trip

pytestmark = pytest.mark.django_db


@pytest.fixture
def trip() -> Trip:
    found = publish_trip()
    set_terms(trip=found.id, terms=TERMS, by=SYSTEM, now=NOW)
    return found


def link_to(token: str) -> str:
    return f"https://geleit.example/{token}"


def start(number: int = 1, key: str = "") -> Started:
    return start_application(
        trip="tiny", application=make_application(number), link_to=link_to, now=NOW, submit_key=key
    )


def submitted(number: int = 1) -> str:
    reference = start(number).reference
    submit_application(reference=reference, by=SYSTEM, now=NOW)
    return reference


def linked_mails() -> list[tuple[str, str]]:
    keys = OutboxMail.objects.filter(dedupe_key__contains=":link:").order_by("pk")
    return [(mail.to, mail.subject.partition(":")[0]) for mail in keys]


@pytest.mark.usefixtures("trip")
def test_a_submitted_application_is_changed_and_stays_submitted() -> None:
    reference = submitted()
    changed = with_company(make_application(), employees=60)

    found = amend_application(
        reference=reference, application=changed, expected_version=2, by=SYSTEM, now=NOW
    )

    assert (found.status, found.application.company.employees) == (ApplicationStatus.SUBMITTED, 60)


@pytest.mark.usefixtures("trip")
def test_a_change_may_not_leave_it_incomplete() -> None:
    reference = submitted()

    with pytest.raises(ApplicationError):
        amend_application(
            reference=reference,
            application=replace(make_application(), people=()),
            expected_version=2,
            by=SYSTEM,
            now=NOW,
        )

    assert read_application(reference=reference).application.people_count == 1


@pytest.mark.usefixtures("trip")
def test_nothing_is_changed_after_the_deadline_nor_over_another_change() -> None:
    reference = submitted()

    with pytest.raises(FaultError, match="no longer"):
        amend_application(
            reference=reference, application=make_application(), expected_version=2, by=SYSTEM, now=LATE
        )
    with pytest.raises(OvertakenError):
        amend_application(
            reference=reference, application=make_application(), expected_version=1, by=SYSTEM, now=NOW
        )


@pytest.mark.usefixtures("trip")
def test_what_is_examined_is_not_changed() -> None:
    reference = submitted()
    examine_application(reference=reference, is_complete=True, by=SYSTEM, now=NOW)

    with pytest.raises(FaultError, match="no longer"):
        amend_application(
            reference=reference, application=make_application(), expected_version=3, by=SYSTEM, now=NOW
        )


@pytest.mark.usefixtures("trip")
def test_it_cannot_be_changed_into_another_application() -> None:
    submitted(1)
    reference = submitted(2)

    with pytest.raises(FaultError, match="already submitted"):
        amend_application(
            reference=reference, application=make_application(1), expected_version=2, by=SYSTEM, now=NOW
        )


@pytest.mark.usefixtures("trip")
def test_papers_may_be_added_until_the_deadline() -> None:
    reference = submitted()

    keep_paper(reference=reference, kind=PaperKind.OTHER, name="a.pdf", content=b"%PDF-1", by=SYSTEM, now=NOW)

    assert len(read_application(reference=reference).application.papers) == 1


@pytest.mark.usefixtures("trip")
def test_a_new_link_is_mailed_once_however_often_it_is_asked_for() -> None:
    start(1)
    start(2)

    for email in ("anna@muster1.example", " ANNA@muster1.example ", "nobody@nowhere.example", ""):
        send_new_links(email=email, link_to=link_to, now=NOW)

    assert linked_mails() == [("anna@muster1.example", "Ihr Link")]


@pytest.mark.usefixtures("trip")
def test_a_link_is_replaced_and_the_old_one_opens_nothing() -> None:
    begun = start()

    token = replace_link(reference=begun.reference, link_to=link_to, by=SYSTEM, now=NOW)

    assert resolve_link(token=token, purpose=PURPOSE, now=NOW).subject == begun.reference
    with pytest.raises(LinkEndedError):
        resolve_link(token=begun.token, purpose=PURPOSE, now=NOW)
    with pytest.raises(NotFoundError):
        replace_link(reference="NOTHERE2", link_to=link_to, by=SYSTEM, now=NOW)


@pytest.mark.usefixtures("trip")
def test_the_form_that_began_it_opens_it_for_an_hour() -> None:
    begun = start(key="form-1")

    token = reopen_by_form(submit_key="form-1", now=NOW)

    assert token is not None
    assert resolve_link(token=token, purpose=PURPOSE, now=NOW).subject == begun.reference
    assert reopen_by_form(submit_key="form-1", now=LATE) is None
    assert reopen_by_form(submit_key="form-2", now=NOW) is None


@pytest.mark.usefixtures("trip")
def test_the_receipt_waits_until_it_is_sent() -> None:
    draft, reference = start(1).reference, submitted(2)

    before = receipt_progress(reference=reference)
    OutboxMail.objects.update(state="sent")

    assert (before, receipt_progress(reference=reference)) == (MailProgress.WAITING, MailProgress.SENT)
    assert receipt_progress(reference=draft) is MailProgress.NONE
