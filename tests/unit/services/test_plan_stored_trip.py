"""A stored trip is planned in the background."""

from datetime import UTC, datetime

import pytest

from geleit.services.check_programme import check_programme
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.jobs.manage import read_job
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
