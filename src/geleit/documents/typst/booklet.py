"""The programme booklet."""

from datetime import datetime

from geleit.documents.typst.booklet_days import days_data
from geleit.documents.typst.booklet_front import (
    about_data,
    call_data,
    cover_data,
    frame_data,
    legend_data,
    route_data,
)
from geleit.documents.typst.booklet_people import hosts_data, notes_data, people_data, unplaced_data
from geleit.documents.typst.compiler import compile_pdf
from geleit.documents.typst.marks import Icons, sentence_case, words
from geleit.documents.typst.printable import Json
from geleit.documents.view import Audience, ProgrammeView, build_view
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import not_confirmed


def booklet_pdf(
    trip: Trip,
    programme: Programme,
    lang: Language,
    audience: Audience = Audience.DELEGATION,
    *,
    now: datetime,
) -> bytes:
    """Return the booklet of a trip: A4 upright, tagged, PDF/A-2a and PDF/UA-1.

    Parameters
    ----------
    trip
        Validated.
    programme
        Of that trip; an empty one gives a booklet that says so.
    lang
        Language of the booklet. Texts that exist in another one only are marked with it.
    audience
        Who reads it. The public is told neither people nor hotels; the organiser also what found no place.
    now
        Aware instant of printing. The same arguments give the same bytes.

    Raises
    ------
    ValueError
        When ``now`` has no zone.
    TypesettingError
        When the template cannot show the trip, which is a fault of the program.
    """
    view = build_view(trip, programme, lang, audience)
    return compile_pdf("booklet", booklet_data(trip, view, now), lang=lang, now=now)


def booklet_data(trip: Trip, view: ProgrammeView, now: datetime) -> dict[str, Json]:
    """Return everything that the booklet shows."""
    lang, icons = view.trip.lang, Icons()
    data: dict[str, Json] = {
        **frame_data(trip, view.trip, now),
        "cover": cover_data(view.trip),
        "legend": legend_data(view.trip, icons),
        "about": about_data(view.trip),
        "call": call_data(view.trip),
        "route": route_data(trip, view.trip, icons),
        "days": days_data(view, icons),
        "hosts": hosts_data(view.trip),
        "people": people_data(view.trip) if view.trip.audience is not Audience.PUBLIC else None,
        "notes": notes_data(view.trip),
        "unplaced": unplaced_data(view, icons),
        "expected_word": sentence_case(not_confirmed(lang)),
        "words": words(
            lang, "contents", "reading", "reading_status", "reading_kind", "reading_marks", "about_title",
            "call_heading", "route_title", "days_title", "hosts_title", "people_title", "notes_title",
            "unplaced_title", "unplaced_lead", "continued", "no_programme", "sample", "demonstration",
        ),
    }  # fmt: skip # the words in the order of the pages
    icons.line("star", "#734000")
    icons.line("people", "#454b6b")
    return {**data, "icons": icons.data()}
