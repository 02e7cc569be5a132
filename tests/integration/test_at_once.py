"""Several at once on one store: what must happen once happens once, and nothing is lost."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.core import mail as django_mail
from django.db import connection

from geleit.services.create_trip import NewStation, NewTrip, create_trip, read_date
from geleit.services.faults import OvertakenError
from geleit.services.guard import SYSTEM, Actor
from geleit.services.import_trip import import_trip
from geleit.services.jobs.worker import claim_job
from geleit.services.keep_draft import keep_draft
from geleit.services.machine_clock import machine_now
from geleit.services.publish_programme import publish_programme
from geleit.services.queue_mail import queue_mail
from geleit.services.save_part import save_part
from geleit.services.search_places import search_places
from geleit.services.send_outbox import send_outbox
from geleit.store.models import Account, AuditEntry, Job, OutboxMail, ProgrammeVersion, TripRow
from tests.factories import make_programme, make_trip

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
THREADS = 8


def at_once[T](do: Callable[[int], T]) -> list[T | Exception]:
    """Do something in several threads that begin together, and return what each returned or raised."""
    ready = threading.Barrier(THREADS)
    outcomes: list[T | Exception] = []

    def run(number: int) -> None:
        try:
            connection.ensure_connection()
            ready.wait()
            outcomes.append(do(number))
        except Exception as error:  # noqa: BLE001 # the test looks at it
            outcomes.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_a_draft_published_by_many_becomes_one_version() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)
    draft = keep_draft(trip=make_trip(), programme=make_programme(), by=SYSTEM, now=NOW)

    outcomes = at_once(
        lambda _: publish_programme(draft=draft.pk, expected_version=1, by=SYSTEM, now=NOW).number
    )

    assert sorted(type(each).__name__ for each in outcomes) == sorted(
        ["int", *["OvertakenError"] * (THREADS - 1)]
    )
    assert ProgrammeVersion.objects.count() == 1


def test_many_drafts_get_numbers_without_gaps() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)
    drafts = [
        keep_draft(trip=make_trip(), programme=make_programme(), by=SYSTEM, now=NOW).pk
        for _ in range(THREADS)
    ]

    outcomes = at_once(
        lambda number: publish_programme(draft=drafts[number], expected_version=1, by=SYSTEM, now=NOW).number
    )

    assert sorted(map(str, outcomes)) == [str(number) for number in range(1, THREADS + 1)]


def test_of_many_who_change_one_item_one_comes_first() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)
    item = make_trip().item_by_id["acme"]

    outcomes = at_once(
        lambda _: save_part(key=make_trip().id, value=item, by=SYSTEM, now=NOW, expected_version=1)
    )

    assert sum(isinstance(each, OvertakenError) for each in outcomes) == THREADS - 1
    assert AuditEntry.objects.filter(action="save_part").count() == 1


def test_a_job_goes_to_one_of_many_workers() -> None:
    Job.objects.create(task="x", args={}, queued_at=machine_now())

    outcomes = at_once(lambda number: claim_job(name=str(number), now=machine_now()))

    assert sum(isinstance(each, Job) for each in outcomes) == 1
    assert sum(each is None for each in outcomes) == THREADS - 1


def test_a_mail_is_sent_by_one_of_many_workers() -> None:
    queue_mail(to="anna@example.org", subject="s", text="t", dedupe_key="once", now=NOW)
    now = machine_now()

    outcomes = at_once(lambda _: send_outbox(machine_now=now))

    assert (sorted(map(str, outcomes)), len(django_mail.outbox)) == (["0"] * (THREADS - 1) + ["1"], 1)


def test_a_mail_queued_by_many_stands_in_the_outbox_once() -> None:
    outcomes = at_once(
        lambda _: queue_mail(to="anna@example.org", subject="s", text="t", dedupe_key="once", now=NOW)
    )

    assert (sorted(map(str, outcomes)), OutboxMail.objects.count()) == (
        ["False"] * (THREADS - 1) + ["True"],
        1,
    )


def test_a_form_of_a_new_trip_sent_by_many_at_once_makes_one() -> None:
    account = Account.objects.create_user("olga@agency.example", is_superuser=True)
    place = search_places(name="Hanoi")[0].id
    new = NewTrip(
        title="Vietnam",
        start=read_date(text="2027-03-07"),
        end=read_date(text="2027-03-14"),
        home=search_places(name="Erfurt")[0].id,
        stations=(NewStation(place=place, name="Hanoi"),),
    )
    by = Actor(name=account.email, account=account.pk)

    outcomes = at_once(lambda _: create_trip(new=new, by=by, now=NOW, once="the-same-form").key)

    assert outcomes == ["vietnam"] * THREADS
    assert TripRow.objects.count() == 1
