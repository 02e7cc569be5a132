"""The list of applications, the waiting list, and the workbook."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from geleit.documents.words.terms import heading
from geleit.domain.applications.company import SizeClass
from geleit.domain.applications.rule_words import RuleLanguage
from geleit.domain.applications.status import ApplicationStatus
from geleit.services.export_applications import export_applications
from geleit.services.read_selection import ApplicationLine, SelectionSetup, read_list
from geleit.web.organiser.selection.access import actor, for_selection
from geleit.web.organiser.selection.pages import language, page, points_text, present
from geleit.web.organiser.selection.words import WORDS
from geleit.web.shared.listing import Column, listing, read_query

FILTERS = ("status", "region", "sector", "size", "scored")


@require_safe
@for_selection
def applications(request: HttpRequest, trip: str) -> HttpResponse:
    """Show every application that was submitted; searched, sorted and filtered by address."""
    found, lang = read_list(trip=trip), language(request)
    columns: list[Column[ApplicationLine]] = [
        Column(key="company", label=WORDS.say("se_company", lang), order=lambda a: a.application.company.key),
        Column(key="status", label=WORDS.say("se_status", lang), order=lambda a: a.application.status),
        Column(key="points", label=WORDS.say("se_points", lang), order=_points, is_number=True),
        Column(
            key="people",
            label=WORDS.say("se_people", lang),
            order=lambda a: a.application.people_count,
            is_number=True,
        ),
        Column(key="size", label=WORDS.say("se_size", lang), order=_size),
        Column(
            key="region", label=WORDS.say("se_region", lang), order=lambda a: a.application.company.region
        ),
        Column(
            key="reviewers",
            label=WORDS.say("se_reviewers", lang),
            order=lambda a: a.reviewers,
            is_number=True,
        ),
    ]
    query = read_query(request.GET, columns, FILTERS)
    wanted = dict(query.others)
    rows = [line for line in found.lines if _fits(line, wanted)]
    shown = listing(rows, columns, query, text=_text, per_page=100)
    return page(
        request,
        "applications.html",
        trip,
        found.setup,
        listing=shown,
        wanted=wanted,
        statuses=[
            (status.value, heading(status, lang))
            for status in ApplicationStatus
            if status is not ApplicationStatus.DRAFT
        ],
        sizes=[
            ("sme", WORDS.say("se_sme", lang)),
            *((size.value, heading(size, lang)) for size in SizeClass),
        ],
        choices=_choices(found.setup, lang),
        figures=_figures(found.lines, found.setup),
        regions={region.id: region.name.get(lang).text for region in found.setup.terms.regions},
        sectors={sector.id: sector.name.get(lang).text for sector in found.setup.trip.sectors},
        points=lambda points: points_text(points, lang),
    )


@require_safe
@for_selection
def waiting(request: HttpRequest, trip: str) -> HttpResponse:
    """Show who waits, in order, and who holds a place."""
    found, lang = read_list(trip=trip), language(request)
    by_status = {
        status: [line for line in found.lines if line.application.status is status]
        for status in ApplicationStatus
    }
    return page(
        request,
        "waiting.html",
        trip,
        found.setup,
        waiting=sorted(by_status[ApplicationStatus.WAITING], key=lambda line: line.waiting_rank or 0),
        admitted=by_status[ApplicationStatus.ADMITTED],
        gone=by_status[ApplicationStatus.CANCELLED] + by_status[ApplicationStatus.SUBSTITUTED],
        taken=found.setup.places_taken,
        places=found.setup.mix.places_max if found.setup.mix else 0,
        regions={region.id: region.name.get(lang).text for region in found.setup.terms.regions},
        points=lambda points: points_text(points, lang),
    )


@require_safe
@for_selection
def export(request: HttpRequest, trip: str) -> HttpResponse:
    """Give the workbook."""
    content = export_applications(trip=trip, lang=language(request), by=actor(request), now=present(request))
    return HttpResponse(
        content,
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={
            "Content-Disposition": f'attachment; filename="applications-{trip}.xlsx"',
            "Cache-Control": "no-store",
        },
    )


def _points(line: ApplicationLine) -> int:
    return -1 if line.points is None else line.points


def _size(line: ApplicationLine) -> int:
    size = line.application.company.size
    return -1 if size is None else list(SizeClass).index(size)


def _text(line: ApplicationLine) -> str:
    application = line.application
    names = " ".join(person.name for person in application.people)
    return f"{application.reference} {application.company.name} {application.company.town} {names}"


def _fits(line: ApplicationLine, wanted: dict[str, str]) -> bool:
    application, company = line.application, line.application.company
    known = {
        "status": {application.status.value},
        "region": {company.region},
        "sector": company.sectors,
        "size": {company.size.value if company.size else "", "sme" if company.is_sme else ""},
        "scored": {"no" if line.points is None else "yes"},
    }
    return all(value in known[name] for name, value in wanted.items())


def _choices(setup: SelectionSetup, lang: RuleLanguage) -> dict[str, list[tuple[str, str]]]:
    """Return what each filter offers, besides everything."""
    return {
        "region": [(region.id, region.name.get(lang).text) for region in setup.terms.regions],
        "sector": [(sector.id, sector.name.get(lang).text) for sector in setup.trip.sectors],
    }


def _figures(lines: tuple[ApplicationLine, ...], setup: SelectionSetup) -> dict[str, int]:
    live = [line for line in lines if line.application.status.is_live]
    return {
        "applications": len(live),
        "people": sum(line.application.people_count for line in live),
        "places": setup.mix.places_max if setup.mix else 0,
        "taken": setup.places_taken,
        "unscored": sum(line.points is None for line in live),
    }
