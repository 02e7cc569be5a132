"""The organiser's workbook of applications and selection."""

from datetime import datetime

from geleit.documents.workbook.applications import ApplicationEntry, render_applications
from geleit.domain.text import Language
from geleit.services.applications_common import today_of
from geleit.services.audit import record_audit
from geleit.services.compute_selection import newest_proposal
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.services.read_selection import list_applications, read_setup


def export_applications(*, trip: str, lang: Language, by: Actor, now: datetime) -> bytes:
    """Return all submitted applications as a workbook (XLSX); that it left the house stands in the audit trail.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    setup, lines, proposal = read_setup(trip=trip), list_applications(trip=trip), newest_proposal(trip=trip)
    chosen = set(proposal.outcome.chosen) if proposal else set()
    solved = proposal.outcome.solved if proposal else None
    entries = [
        ApplicationEntry(
            application=line.application,
            points=line.points,
            waiting_rank=line.waiting_rank,
            is_proposed=line.application.reference in chosen if proposal else None,
            submitted_on=today_of(setup.trip, line.submitted_at) if line.submitted_at else None,
        )
        for line in lines
    ]
    made = render_applications(
        setup.trip, setup.terms, entries, report=solved.report if solved else None, lang=lang, now=now
    )
    record_audit(
        action="export_applications",
        subject=f"trip:{trip}",
        by=by,
        now=now,
        trip=find_trip_row(key=trip),
        after={"applications": len(entries)},
    )
    return made
