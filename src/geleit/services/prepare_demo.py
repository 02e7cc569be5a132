"""The demonstration: both shipped trips in the store, planned and published, with accounts to look around."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import transaction

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.solve import Progress
from geleit.services.add_sample_applications import add_sample_applications
from geleit.services.crew import Crew, Task
from geleit.services.demo_clock import set_demo_clock
from geleit.services.faults import FaultError
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.keep_draft import keep_draft
from geleit.services.plan_file import plan_file
from geleit.services.publish_programme import publish_programme
from geleit.store.models import (
    Account,
    DemoClock,
    HostRow,
    ProgrammeVersion,
    SharedKind,
    SharedPart,
    TripRole,
    TripRoleKind,
    TripRow,
)

DEMO_ROUNDS: Final = 120
"""Rounds of search: few, and no proof, so that one sees something soon; an organiser's plan searches longer."""
NOTE: Final = "Demonstration"
TRIPS_WITH_APPLICATIONS: Final = ("usa-2025",)
"""Trips to which invented companies have applied."""
REVIEWING_ROLES: Final = (TripRoleKind.OWNER, TripRoleKind.ORGANISER)
"""Roles whose accounts have scored them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAccount:
    """An account of the demonstration; it has no password and signs in by a button that names it."""

    email: str
    name: str
    role: TripRoleKind


DEMO_ACCOUNTS: Final = (
    DemoAccount(email="owner@demo.example", name="Demo Olga Owner", role=TripRoleKind.OWNER),
    DemoAccount(email="organiser@demo.example", name="Demo Oskar Organiser", role=TripRoleKind.ORGANISER),
    DemoAccount(email="partner@demo.example", name="Demo Petra Partner", role=TripRoleKind.PARTNER),
    DemoAccount(email="reader@demo.example", name="Demo Rolf Reader", role=TripRoleKind.READER),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoStep:
    """How far a trip of the demonstration is."""

    name: str
    done: int
    total: int
    search: Progress | None = None


OnStep = Callable[[DemoStep], None]


def prepare_demo(
    *,
    trips: Sequence[Path],
    start: datetime,
    machine_now: datetime,
    on_step: OnStep,
    rounds: int = DEMO_ROUNDS,
) -> tuple[str, ...]:
    """Put into the store what a demonstration needs and it does not have yet.

    Parameters
    ----------
    trips
        Folders of trips.
    start
        What the demonstration's clock shows when it is first set.
    on_step
        Told in the caller's thread.

    Returns
    -------
    tuple of str
        Keys of the trips that were planned now; empty when all was there.

    Raises
    ------
    FaultError
        When a trip cannot be read or planned; what was finished before stays.
    """
    if not trips:
        raise FaultError("No trips came with this installation", advice="Install Geleit again")
    if not DemoClock.objects.exists():
        set_demo_clock(shows=start, machine_now=machine_now, by=SYSTEM)
    there = set(ProgrammeVersion.objects.values_list("trip__key", flat=True))
    missing = [path for path in trips if path.name not in there]
    if missing:
        _plan_and_publish(missing, start, on_step, rounds)
    _make_accounts(start)
    _add_applications(start)
    return tuple(path.name for path in missing)


def _plan_and_publish(paths: Sequence[Path], now: datetime, on_step: OnStep, rounds: int) -> None:
    """Plan trips side by side; each is published as soon as it is planned."""
    with Crew(len(paths)) as crew:
        for path in paths:
            on_step(DemoStep(name=path.name, done=0, total=rounds))
            crew.add([Task(name=path.name, function=plan_file, args=(path, rounds))])
        for event in crew.events():
            event.raise_failure()
            if event.kind == "told":
                search: Progress = event.value
                step = DemoStep(name=str(event.task), done=search.round, total=search.rounds, search=search)
                on_step(step)
            else:
                trip, programme = event.value
                _publish(trip, programme, now)
                on_step(DemoStep(name=str(event.task), done=rounds, total=rounds))


def _publish(trip: Trip, programme: Programme, now: datetime) -> None:
    with transaction.atomic():
        if not TripRow.objects.filter(key=trip.id).exists():
            import_trip(trip=trip, by=SYSTEM, now=now)
        draft = keep_draft(trip=trip, programme=programme, by=SYSTEM, now=now, note=NOTE)
        publish_programme(draft=draft.pk, expected_version=draft.version, by=SYSTEM, now=now)


def _make_accounts(now: datetime) -> None:
    for demo in DEMO_ACCOUNTS:
        account = Account.objects.filter(email=demo.email).first()
        if account is None:
            account = Account.objects.create_user(demo.email, name=demo.name, is_demo=True, joined_at=now)
        for trip in TripRow.objects.exclude(roles__account=account):
            role = TripRole.objects.create(trip=trip, account=account, role=demo.role)
            if demo.role is TripRoleKind.PARTNER:
                _share(role)


def _share(role: TripRole) -> None:
    """Share with the demonstration's partner two hosts, their items, and the people of one organisation."""
    hosts = HostRow.objects.filter(trip=role.trip, items__isnull=False).order_by("position").distinct()[:2]
    SharedPart.objects.bulk_create(
        SharedPart(role=role, kind=SharedKind.HOST, key=host.key) for host in hosts
    )
    first = role.trip.organisationrows.order_by("position").first()
    if first is not None:
        role.organisation = first.key
        role.save(update_fields=["organisation"])


def _add_applications(now: datetime) -> None:
    """Add invented applications, scored by the demonstration's owner and organiser, where there are none."""
    reviewers = (
        Account.objects.filter(is_demo=True, roles__role__in=REVIEWING_ROLES).order_by("pk").distinct()
    )
    for trip in TripRow.objects.filter(key__in=TRIPS_WITH_APPLICATIONS):
        add_sample_applications(
            trip=trip.key, reviewers=tuple(account.pk for account in reviewers), by=SYSTEM, now=now
        )
