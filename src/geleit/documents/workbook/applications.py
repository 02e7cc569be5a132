"""The workbook of a selection: applications with scores and decisions, their people, and the mix."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from openpyxl.workbook import Workbook

from geleit.documents.words.terms import term
from geleit.documents.workbook.saving import saved
from geleit.documents.workbook.table import CellValue, Column, add_sheet, set_page, write_table
from geleit.domain.applications.application import Application
from geleit.domain.applications.de_minimis import received_eur
from geleit.domain.applications.mix import MixReport, MixRule
from geleit.domain.applications.rule_words import rule_sentence
from geleit.domain.applications.terms import ApplicationTerms
from geleit.domain.text import Language
from geleit.domain.trip import Trip

_W: Final[Mapping[str, tuple[str, str]]] = {
    "applications": ("Bewerbungen", "Applications"),
    "people": ("Personen", "People"),
    "mix": ("Zusammensetzung", "Mix"),
    "reference": ("Kennung", "Reference"),
    "company": ("Unternehmen", "Company"),
    "status": ("Stand", "Status"),
    "points": ("Punkte von 100", "Points of 100"),
    "proposed": ("vorgeschlagen", "proposed"),
    "rank": ("Wartelistenplatz", "Waiting list no."),
    "kind": ("Art", "Kind"),
    "size": ("Größe", "Size"),
    "employees": ("Beschäftigte", "Employees"),
    "turnover": ("Umsatz in Euro", "Turnover in euros"),
    "sectors": ("Branchen", "Sectors"),
    "town": ("Ort", "Town"),
    "region": ("Region", "Region"),
    "first": ("zum ersten Mal", "first time"),
    "fee": ("Entgelt in Euro je Person", "Fee in euros per person"),
    "de_minimis": ("De-minimis in drei Jahren, Euro", "De minimis in three years, euros"),
    "declared": ("erklärt", "declared"),
    "submitted": ("eingereicht am", "submitted on"),
    "contact": ("Ansprechperson", "Contact"),
    "email": ("Mail", "Mail"),
    "sample": ("Muster", "Sample"),
    "name": ("Name", "Name"),
    "function": ("Funktion", "Function"),
    "gender": ("Geschlecht", "Gender"),
    "board": ("Geschäftsleitung", "Board level"),
    "rule": ("Regel", "Rule"),
    "count": ("Ist", "Actual"),
    "limit": ("Grenze", "Limit"),
    "kept": ("eingehalten", "kept"),
    "yes": ("ja", "yes"),
    "no": ("nein", "no"),
}
APPLICATIONS: Final = (
    ("reference", 12), ("company", 34), ("status", 16), ("points", 10), ("proposed", 14), ("rank", 16), ("people", 10),
    ("kind", 18), ("size", 24), ("employees", 13), ("turnover", 16), ("sectors", 36), ("town", 18), ("region", 24),
    ("first", 14), ("fee", 16), ("de_minimis", 18), ("declared", 10), ("submitted", 14), ("contact", 26), ("email", 34),
    ("sample", 10),
)  # fmt: skip # a table of headings and widths
PEOPLE: Final = (
    ("reference", 12), ("company", 34), ("status", 16), ("name", 28), ("function", 30), ("gender", 14), ("board", 16),
    ("email", 34),
)  # fmt: skip # a table of headings and widths
MIX: Final = (("rule", 70), ("count", 10), ("limit", 10), ("kept", 14))


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationEntry:
    """One application with what became of it.

    Parameters
    ----------
    points
        0 to 1000; None as long as scores are missing.
    """

    application: Application
    points: int | None
    waiting_rank: int | None
    is_proposed: bool | None
    submitted_on: date | None


def render_applications(
    trip: Trip,
    terms: ApplicationTerms,
    entries: Sequence[ApplicationEntry],
    *,
    report: MixReport | None,
    lang: Language,
    now: datetime,
) -> bytes:
    """Return the workbook (XLSX).

    Parameters
    ----------
    report
        How the proposal stands to the mix; without one there is no such sheet.
    now
        Aware instant that the workbook names as its date.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _write(
        book, "applications", APPLICATIONS, [_row(trip, terms, e, lang, now.date()) for e in entries], lang
    )
    people = [row for entry in entries for row in _people(entry.application, lang)]
    _write(book, "people", PEOPLE, people, lang)
    if report is not None:
        rules: list[list[CellValue]] = [
            [_rule(each.rule, trip, terms, lang), each.count, each.limit, _yes(each.is_kept, lang)]
            for each in report.tallies
        ]
        _write(book, "mix", MIX, rules, lang)
    return saved(book, now)


def _write(
    book: Workbook,
    name: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[CellValue]],
    lang: Language,
) -> None:
    sheet = add_sheet(book, _say(name, lang))
    made = [
        Column(_say(key, lang), width, is_bold=key in ("company", "name", "rule")) for key, width in columns
    ]
    write_table(sheet, made, rows, lang=lang, frozen_columns=min(2, len(columns) - 1))
    set_page(sheet, _say(name, lang))


def _row(
    trip: Trip, terms: ApplicationTerms, entry: ApplicationEntry, lang: Language, today: date
) -> list[CellValue]:
    application, company = entry.application, entry.application.company
    tier = application.fee_tier
    sectors = [
        trip.sector_by_id[key].name.get(lang).text
        for key in sorted(company.sectors)
        if key in trip.sector_by_id
    ]
    region = next(
        (each.name.get(lang).text for each in terms.regions if each.id == company.region), company.region
    )
    fee = trip.call.fees[tier].amount_eur if tier is not None and tier < len(trip.call.fees) else None
    return [
        application.reference,
        company.name,
        term(application.status, lang),
        None if entry.points is None else round(entry.points / 10),
        None if entry.is_proposed is None else _yes(entry.is_proposed, lang),
        entry.waiting_rank,
        application.people_count,
        term(company.kind, lang),
        term(company.size, lang) if company.size else None,
        company.employees,
        company.turnover_eur,
        ", ".join([*sectors, *filter(None, [company.other_sector])]),
        company.town,
        region,
        None if company.is_first_timer is None else _yes(company.is_first_timer, lang),
        fee,
        received_eur(application.de_minimis.aids, today),
        _yes(application.de_minimis.is_confirmed, lang),
        entry.submitted_on,
        application.contact.name,
        application.contact.email,
        _yes(application.sample, lang),
    ]


def _people(application: Application, lang: Language) -> list[list[CellValue]]:
    return [
        [
            application.reference,
            application.company.name,
            term(application.status, lang),
            person.name,
            person.function,
            term(person.gender, lang),
            _yes(person.is_board_level, lang),
            person.email,
        ]
        for person in application.people
    ]


def _rule(rule: MixRule, trip: Trip, terms: ApplicationTerms, lang: Language) -> str:
    return rule_sentence(rule, trip, terms, "de" if lang == "de" else "en")


def _yes(answer: bool, lang: Language) -> str:  # noqa: FBT001 # the answer is what is put into words
    return _say("yes" if answer else "no", lang)


def _say(key: str, lang: Language) -> str:
    return _W[key][0 if lang == "de" else 1]
