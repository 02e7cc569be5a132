"""The demonstration's clock starts in spring 2025, runs, and can be moved."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from geleit.config.clock import present
from geleit.config.middleware import PresentMiddleware
from geleit.services.demo_clock import demo_offset, set_demo_clock
from geleit.services.guard import SYSTEM
from geleit.services.machine_clock import machine_now
from geleit.store.models import AuditEntry, DemoClock

pytestmark = pytest.mark.django_db
SPRING = datetime(2025, 3, 3, 8, tzinfo=UTC)
MACHINE = datetime(2026, 11, 23, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_clock_that_was_never_set_shows_the_start() -> None:
    assert MACHINE + demo_offset(start=SPRING, machine_now=MACHINE) == SPRING


def test_a_clock_that_was_set_runs_on() -> None:
    set_demo_clock(shows=SPRING, machine_now=MACHINE, by=SYSTEM)

    assert MACHINE + HOUR + demo_offset(start=SPRING, machine_now=MACHINE + HOUR) == SPRING + HOUR


def test_a_moved_clock_is_seen_at_once_and_the_trail_says_so() -> None:
    set_demo_clock(shows=SPRING, machine_now=MACHINE, by=SYSTEM)
    demo_offset(start=SPRING, machine_now=MACHINE)

    set_demo_clock(shows=SPRING + 24 * HOUR, machine_now=MACHINE, by=SYSTEM)

    assert MACHINE + demo_offset(start=SPRING, machine_now=MACHINE) == SPRING + 24 * HOUR
    entry = AuditEntry.objects.first()
    assert entry is not None
    assert (entry.before, entry.after) == (SPRING.isoformat(), (SPRING + 24 * HOUR).isoformat())


def test_asking_often_costs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    set_demo_clock(shows=SPRING, machine_now=MACHINE, by=SYSTEM)

    with django_assert_num_queries(1):
        for _ in range(5):
            demo_offset(start=SPRING, machine_now=MACHINE)


def test_there_is_one_clock() -> None:
    set_demo_clock(shows=SPRING, machine_now=MACHINE, by=SYSTEM)

    with pytest.raises(IntegrityError), transaction.atomic():
        DemoClock.objects.create(id=2, shows=SPRING, set_at=MACHINE)


def test_a_demonstration_goes_by_its_clock() -> None:
    set_demo_clock(shows=SPRING, machine_now=machine_now(), by=SYSTEM)

    assert timedelta(0) <= present() - SPRING < HOUR


def test_a_request_has_one_present_however_often_it_is_asked() -> None:
    seen = []

    def view(request: object) -> object:
        seen.extend([request.present(), request.present()])  # type: ignore[attr-defined] # the middleware's
        return None

    PresentMiddleware(view)(RequestFactory().get("/"))  # type: ignore[arg-type] # answers nothing

    assert seen[0] == seen[1]
