"""Plan a trip of the store in the background."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.tasks import task

from geleit.domain.trip import Trip
from geleit.planner.result import Infeasible, Result, Solved
from geleit.planner.solve import Progress
from geleit.services.audit import record_audit
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.services.jobs.handle import JobCancelledError, JobHandle, current_job
from geleit.services.jobs.manage import enqueue_job
from geleit.services.keep_draft import keep_draft
from geleit.services.plan_trip import Effort, plan_trip
from geleit.store.convert import read_trip
from geleit.store.models import Job, JobState, TripRow
from geleit.store.plain import to_json

SUBJECT = "plan"
GOING = (JobState.WAITING, JobState.RUNNING)
CURVE_POINTS = 200
"""The curve keeps at most so many points: every second one is dropped when there are more."""


def plan_stored_trip(*, key: str, effort: Effort, by: Actor, now: datetime) -> Job:
    """Have a trip planned by a worker; its programme becomes a new draft.

    A trip that is being planned is not planned a second time beside it: then the job that there is, is returned.

    The job's progress has ``seconds``, ``done`` and ``total`` (rounds), ``objective``, ``benefit``, ``placed``,
    ``missing``, ``bound``, ``gap`` and ``curve``, a list of ``[seconds, objective, bound]``. Its result has ``outcome``
    (``solved``, ``timed_out``, ``infeasible``), ``draft`` where a programme was kept, ``trip_version`` that was
    planned (the trip may have changed since), ``missing`` items and ``clashes``. A cancelled plan that has a programme
    keeps it.

    Parameters
    ----------
    key
        Of the trip.
    now
        The present that the draft names.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    with transaction.atomic():
        row = TripRow.objects.select_for_update().get(pk=find_trip_row(key=key).pk)
        going = Job.objects.filter(trip=row, subject=SUBJECT, state__in=GOING, cancel_asked=False).first()
        if going is not None:
            return going
        job = enqueue_job(
            task=plan_task,
            args={
                "key": key,
                "effort": to_json(effort),
                "now": now.astimezone(UTC).isoformat(),
                "by": {"name": by.name, "account": by.account},
            },
            subject=SUBJECT,
            trip=row,
        )
        record_audit(action="plan_stored_trip", subject=f"job:{job.pk}", by=by, now=now, trip=row)
    return job


@task
def plan_task(*, key: str, effort: Mapping[str, Any], now: str, by: Mapping[str, Any]) -> dict[str, Any]:
    """Plan a trip and keep the programme as a draft."""
    job, curve = current_job(), _Curve()
    row = find_trip_row(key=key)
    version, trip = row.version, read_trip(row)
    answer = plan_trip(
        trip=trip,
        effort=Effort(**effort),
        on_progress=lambda _, progress: job.tell(curve.after(progress)),
        is_cancelled=job.is_cancelled,
    )
    told = {"trip_version": version, **_outcome(answer.result)}
    kept = _keep(trip, answer.result, Actor(**by), datetime.fromisoformat(now), job)
    return {**told, "draft": kept}


def _keep(trip: Trip, result: Result, by: Actor, now: datetime, job: JobHandle) -> int | None:
    """Keep what was found as a draft, and return its number."""
    programme = result.programme if isinstance(result, Solved) else None
    if programme is None:
        if job.is_cancelled():
            raise JobCancelledError
        return None
    return keep_draft(trip=trip, programme=programme, by=by, now=now).pk


def _outcome(result: Result) -> dict[str, Any]:
    if isinstance(result, Solved):
        return {"outcome": "solved", "seconds": result.seconds, "rounds": result.rounds}
    if isinstance(result, Infeasible):
        clashes = [to_json(clash) for clash in result.clashes]
        return {"outcome": "infeasible", "seconds": result.seconds, "clashes": clashes}
    return {"outcome": "timed_out", "seconds": result.seconds, "missing": list(result.missing)}


class _Curve:
    """The value and the bound over time, thinned as it grows."""

    def __init__(self) -> None:
        self.points: list[tuple[float, int, int | None]] = []

    def after(self, progress: Progress) -> dict[str, Any]:
        """Return what is told after a step of the search."""
        point = (round(progress.seconds, 2), progress.objective, progress.bound)
        if not self.points or self.points[-1][1:] != point[1:]:
            self.points.append(point)
        if len(self.points) > CURVE_POINTS:
            self.points = [*self.points[:-1:2], self.points[-1]]
        return {
            "seconds": point[0],
            "done": progress.round,
            "total": progress.rounds,
            "objective": progress.objective,
            "benefit": progress.benefit,
            "placed": progress.placed,
            "missing": progress.missing,
            "bound": progress.bound,
            "gap": progress.gap,
            "curve": [list(each) for each in self.points],
        }
