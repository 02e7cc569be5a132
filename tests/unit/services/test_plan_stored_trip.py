"""A stored trip is planned in the background."""

from datetime import UTC, datetime

import pytest

from geleit.services.check_programme import check_programme
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.jobs.manage import cancel_job, read_job
from geleit.services.jobs.worker import work_once
from geleit.services.plan_stored_trip import plan_stored_trip
from geleit.services.plan_trip import Effort
from geleit.store.models import Draft, JobState
from geleit.store.programmes import programme_of, trip_of
from tests.factories import make_trip

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)


def test_a_plan_becomes_a_valid_draft_and_shows_its_curve() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)
    job = plan_stored_trip(key=make_trip().id, effort=Effort(rounds=3), by=SYSTEM, now=NOW)

    work_once(name="w")

    view, draft = read_job(job=job.pk), Draft.objects.get()
    assert (view.state, view.error) == (JobState.DONE, "")
    assert (view.result["outcome"], view.result["draft"], view.result["trip_version"]) == (
        "solved",
        draft.pk,
        1,
    )
    assert view.progress["curve"][-1][1] == draft.objective
    assert check_programme(trip=trip_of(draft), programme=programme_of(draft)) == ()
    assert draft.created_at == NOW


def test_a_trip_that_is_being_planned_is_not_planned_beside_it() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)

    first, second = (
        plan_stored_trip(key="tiny", effort=Effort(rounds=1), by=SYSTEM, now=NOW).pk for _ in range(2)
    )
    cancel_job(job=first, by=SYSTEM, now=NOW)
    third = plan_stored_trip(key="tiny", effort=Effort(rounds=1), by=SYSTEM, now=NOW).pk

    assert second == first
    assert third != first
