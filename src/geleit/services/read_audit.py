"""The audit trail of a trip: searched, paged, exported."""

import csv
import io
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import Q, QuerySet

from geleit.services.audit import record_audit
from geleit.services.guard import Actor
from geleit.store.models import AuditEntry, TripRow

PER_PAGE: Final = 50
EXPORT_MAX: Final = 100_000
"""Rows of an export, the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditQuery:
    """What is looked for; empty values find all.

    Parameters
    ----------
    actor
        Part of who did it.
    action
        Exactly what was done.
    subject
        Part of what it was done to.
    since, until
        First and last day (UTC).
    page
        From 1, the newest entries first.
    """

    actor: str = ""
    action: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry."""

    at: datetime
    actor: str
    name: str
    action: str
    subject: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """A page of the trail.

    Parameters
    ----------
    actions
        Every action that the trip's trail has, for the filter.
    """

    entries: tuple[Entry, ...]
    total: int
    page: int
    pages: int
    actions: tuple[str, ...]


def read_audit(*, trip: int, query: AuditQuery) -> AuditPage:
    """Return a page of a trip's trail, in three queries.

    Parameters
    ----------
    trip
        Number of the trip's row.
    """
    rows = _rows(trip, query)
    total = rows.count()
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(1, query.page), pages)
    shown = rows.select_related("account")[(page - 1) * PER_PAGE : page * PER_PAGE]
    actions = (
        AuditEntry.objects.filter(trip=trip).order_by("action").values_list("action", flat=True).distinct()
    )
    return AuditPage(
        entries=tuple(_entry(row) for row in shown),
        total=total,
        page=page,
        pages=pages,
        actions=tuple(actions),
    )


def export_audit(*, trip: int, query: AuditQuery, by: Actor, now: datetime) -> bytes:
    """Return the entries found as CSV (UTF-8 with byte order mark, as spreadsheets want it), and record that."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("at", "actor", "name", "action", "subject", "before", "after"))
    for row in _rows(trip, query).select_related("account")[:EXPORT_MAX].iterator():
        entry = _entry(row)
        writer.writerow(
            _safe(cell)
            for cell in (
                entry.at.astimezone(UTC).isoformat(timespec="seconds"),
                entry.actor,
                entry.name,
                entry.action,
                entry.subject,
                _json(entry.before),
                _json(entry.after),
            )
        )
    record_audit(action="export_audit", subject="audit", by=by, now=now, trip=TripRow.objects.get(pk=trip))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _rows(trip: int, query: AuditQuery) -> QuerySet[AuditEntry]:
    rows = AuditEntry.objects.filter(trip=trip).order_by("-pk")
    if query.actor:
        rows = rows.filter(Q(actor__icontains=query.actor) | Q(account__name__icontains=query.actor))
    if query.action:
        rows = rows.filter(action=query.action)
    if query.subject:
        rows = rows.filter(subject__icontains=query.subject)
    if query.since:
        rows = rows.filter(at__gte=datetime.combine(query.since, time(), UTC))
    if query.until:
        rows = rows.filter(at__lt=datetime.combine(query.until, time(), UTC) + timedelta(days=1))
    return rows


def _entry(row: AuditEntry) -> Entry:
    return Entry(
        at=row.at,
        actor=row.actor,
        name=row.account.name if row.account else "",
        action=row.action,
        subject=row.subject,
        before=row.before,
        after=row.after,
    )


def _json(value: object) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
