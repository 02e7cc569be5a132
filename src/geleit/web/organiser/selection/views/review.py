"""One application: what it says, its scores, and what the organiser records."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from geleit.domain.applications.de_minimis import CEILING_EUR, received_eur
from geleit.domain.applications.terms import proposed_fee_tier
from geleit.domain.wording import format_money
from geleit.services.applications_common import today_of
from geleit.services.examine_application import examine_application
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.papers import read_paper
from geleit.services.read_selection import ReviewedApplication, review_application
from geleit.services.record_fee import record_fee
from geleit.services.score_application import score_application
from geleit.web.organiser.selection.access import actor, for_selection
from geleit.web.organiser.selection.pages import (
    clean_text,
    fault_text,
    language,
    page,
    points_text,
    present,
    status_of,
)
from geleit.web.organiser.selection.score_form import ScoreForm
from geleit.web.organiser.selection.words import WORDS


@require_safe
@for_selection
def application(request: HttpRequest, trip: str, reference: str) -> HttpResponse:
    """Show an application with the form for the reader's own scores."""
    return _page(request, trip, _found(request, trip, reference))


@require_POST
@for_selection
def score(request: HttpRequest, trip: str, reference: str) -> HttpResponse:
    """Keep the reviewer's scores."""
    found, lang = _found(request, trip, reference), language(request)
    if found.setup.criteria is None:
        raise Http404("no criteria")
    form = ScoreForm(lang, found.setup.criteria, found.own, request.POST)
    if not form.is_valid():
        return _page(request, trip, found, form=form, status=400)
    try:
        result = score_application(
            reference=found.stored.reference, sheet=form.sheet(), by=actor(request), now=present(request)
        )
    except FaultError as error:
        form.add_error(None, fault_text(error, lang))
        return _page(request, trip, found, form=form, status=status_of(error))
    messages.success(request, WORDS.say("se_score_saved", lang, points_text(result.points, lang)))
    return _back(trip, reference)


@require_POST
@for_selection
def examine(request: HttpRequest, trip: str, reference: str) -> HttpResponse:
    """Mark an application complete, or ask for something."""
    found, lang = _found(request, trip, reference), language(request)
    is_complete = request.POST.get("is") == "complete"
    missing = clean_text(request.POST.get("missing", ""), 3000)
    if not is_complete and not missing:
        return _page(request, trip, found, missing_error=WORDS.say("se_missing_what", lang), status=400)
    try:
        examine_application(
            reference=found.stored.reference,
            is_complete=is_complete,
            missing=missing,
            by=actor(request),
            now=present(request),
        )
    except FaultError as error:
        return _page(request, trip, found, fault=fault_text(error, lang), status=status_of(error))
    messages.success(request, WORDS.say("se_examined_complete" if is_complete else "se_examined_asked", lang))
    return _back(trip, reference)


@require_POST
@for_selection
def fee(request: HttpRequest, trip: str, reference: str) -> HttpResponse:
    """Record the fee."""
    found, lang = _found(request, trip, reference), language(request)
    given = request.POST.get("tier", "")
    tier = int(given) if given.isascii() and given.isdigit() and len(given) < 4 else None
    try:
        record_fee(reference=found.stored.reference, tier=tier, by=actor(request), now=present(request))
    except FaultError as error:
        return _page(request, trip, found, fault=fault_text(error, lang), status=status_of(error))
    messages.success(request, WORDS.say("se_fee_saved", lang))
    return _back(trip, reference)


@require_safe
@for_selection
def paper(request: HttpRequest, trip: str, reference: str, paper: str) -> HttpResponse:
    """Give a paper, to be kept rather than shown: what companies send is not run in an organiser's browser."""
    found = _found(request, trip, reference)
    try:
        known, content = read_paper(reference=found.stored.reference, paper=paper)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    return HttpResponse(
        content,
        content_type=known.media_type,
        headers={
            "Content-Disposition": _attachment(known.name),
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "no-store",
        },
    )


def _attachment(name: str) -> str:
    return content_disposition_header(True, name) or "attachment"  # noqa: FBT003 # Django's own argument


def _found(request: HttpRequest, trip: str, reference: str) -> ReviewedApplication:
    try:
        return review_application(trip=trip, reference=reference, account=request.user.pk)
    except NotFoundError as error:
        raise Http404(str(error)) from error


def _back(trip: str, reference: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("organiser:selection:application", args=[trip, reference]))


def _page(
    request: HttpRequest,
    trip: str,
    found: ReviewedApplication,
    *,
    form: ScoreForm | None = None,
    missing_error: str = "",
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    lang, setup, stored = language(request), found.setup, found.stored
    today = today_of(setup.trip, present(request))
    application = stored.application
    if form is None and setup.criteria is not None:
        form = ScoreForm(lang, setup.criteria, found.own)
    received = received_eur(application.de_minimis.aids, today)
    aid = setup.terms.aid_eur * application.people_count
    return page(
        request,
        "application.html",
        trip,
        setup,
        status=status,
        found=found,
        application=application,
        form=form,
        missing_error=missing_error,
        fault=fault,
        points=lambda points: points_text(points, lang),
        money=lambda amount: format_money(amount, lang),
        items={item.id: item.title.get(lang).text for item in setup.trip.items},
        regions={region.id: region.name.get(lang).text for region in setup.terms.regions},
        sectors={sector.id: sector.name.get(lang).text for sector in setup.trip.sectors},
        fees=[(fee.name.get(lang).text, format_money(fee.amount_eur, lang)) for fee in setup.trip.call.fees],
        proposed_tier=proposed_fee_tier(setup.terms, application.company),
        aid_received=received,
        aid_here=aid,
        aid_room=CEILING_EUR - received,
    )
