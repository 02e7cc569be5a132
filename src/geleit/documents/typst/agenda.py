"""Each delegate's agenda: one folded sheet for the pocket."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from geleit.documents.typst.agenda_days import AgendaFacts, agenda_days
from geleit.documents.typst.booklet_front import frame_data
from geleit.documents.typst.booklet_people import person_data
from geleit.documents.typst.compiler import compile_pdf
from geleit.documents.typst.marks import Icons, named, shown, shown_list, words
from geleit.documents.typst.printable import Json
from geleit.documents.view import AgendaView, Audience, TripView, build_agenda, build_agendas, build_view
from geleit.documents.words.labels import label
from geleit.documents.words.sentences import enumerated
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip

SCALES_PERCENT = ((36, 88), (28, 94))
"""More entries than the first number are set in letters of that size, so that a full week still fits on one sheet."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is the same on everyone's agenda."""

    now: datetime
    content: dict[str, Json]
    facts: AgendaFacts


def agenda_pdf(trip: Trip, programme: Programme, delegate_id: str, lang: Language, *, now: datetime) -> bytes:
    """Return one delegate's agenda: A5 upright, so that four pages are one sheet of A4, folded once.

    Parameters
    ----------
    trip
        Validated.
    programme
        Of that trip.
    delegate_id
        Who reads it.
    lang
        Language of the agenda.
    now
        Aware instant of printing. The same arguments give the same bytes.

    Raises
    ------
    KeyError
        When nobody of that id travels.
    ValueError
        When ``now`` has no zone.
    TypesettingError
        When the template cannot show the agenda, which is a fault of the program.
    """
    return _pdf(_frame(trip, programme, lang, now), build_agenda(trip, programme, lang, delegate_id))


def agenda_pdfs(
    trip: Trip,
    programme: Programme,
    lang: Language,
    *,
    now: datetime,
    delegates: Iterable[str] | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield delegates' ids and agendas, each as soon as it is ready; see ``agenda_pdf``.

    One after the other: who has several processors gives each process a part of the delegates.

    Parameters
    ----------
    delegates
        Ids of those that are wanted, in that order; None means everyone, in the trip's order.
    """
    frame = _frame(trip, programme, lang, now)
    for agenda in build_agendas(trip, programme, lang, delegates=delegates):
        yield agenda.person.id, _pdf(frame, agenda)


def _pdf(frame: _Frame, agenda: AgendaView) -> bytes:
    return compile_pdf("agenda", _data(frame, agenda), lang=frame.facts.lang, now=frame.now)


def _data(frame: _Frame, agenda: AgendaView) -> dict[str, Json]:
    """Return everything that one agenda shows."""
    lang, icons = frame.facts.lang, Icons()
    days = agenda_days(agenda, frame.facts, icons)
    for icon in ("location", "people", "dress", "luggage", "clock"):
        icons.line(icon, "#454b6b")
    return {
        **frame.content,
        "person": person_data(agenda.person),
        "presence": agenda.presence_text,
        "document_title": enumerated(lang, label("agenda", lang), agenda.person.name.text),
        "days": days,
        "scale_percent": _scale_percent(sum(len(day.entries) for day in agenda.days)),
        "icons": icons.data(),
    }


def _scale_percent(entries: int) -> int:
    return next((percent for most, percent in SCALES_PERCENT if entries > most), 100)


def _frame(trip: Trip, programme: Programme, lang: Language, now: datetime) -> _Frame:
    view = build_view(trip, programme, lang, Audience.DELEGATION).trip
    content: dict[str, Json] = {
        **frame_data(trip, view, now),
        "dates": shown(view.dates),
        "contact": _contact(view),
        "hotels": [
            {
                "number": one.number,
                "station": named(one.name),
                "dates": shown(one.dates),
                "hotel": shown_list((one.base, one.base_address)),
            }
            for one in view.stations
            if one.base
        ],
        "words": words(
            lang, "agenda", "agenda_contact", "agenda_hotels", "agenda_empty", "agenda_legend", "continued",
            "sample", "dress", "bring", "assumed_legend",
        ),
    }  # fmt: skip # the words in the order of the pages
    hotels = frozenset(one.base.text for one in view.stations)
    early_min = {item.id: item.arrive_before_min for item in trip.items}
    return _Frame(now, content, AgendaFacts(lang, hotels, early_min))


def _contact(view: TripView) -> list[Json]:
    call = view.call
    if call is None:
        return []
    known = (call.contact_name, call.contact_organisation, call.contact_phone, call.contact_email)
    return shown_list(known)
