"""One cancels: who comes in, by its role in the mix."""

import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from geleit.domain.applications.rule_words import rule_sentence
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.read_selection import review_application
from geleit.services.substitute_application import find_substitutes, substitute_application
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
from geleit.web.organiser.selection.words import WORDS


@require_http_methods(["GET", "HEAD", "POST"])
@for_selection
def substitute(request: HttpRequest, trip: str, reference: str) -> HttpResponse:
    """Show who could come in, and let one come in."""
    fault, status = "", 200
    if request.method == "POST":
        try:
            return _substituted(request, trip, reference)
        except NotFoundError as error:
            raise Http404(str(error)) from error
        except FaultError as error:
            fault, status = fault_text(error, language(request)), status_of(error)
    return _page(request, trip, reference, fault, status)


def _substituted(request: HttpRequest, trip: str, reference: str) -> HttpResponse:
    lang = language(request)
    joining = tuple(re.findall(r"[A-Z0-9]{1,12}", request.POST.get("joins", "")[:200]))
    reason = clean_text(request.POST.get("reason", ""), 1000)
    if not joining or not reason:
        text = WORDS.say("se_reason_missing" if joining else "se_joins_missing", lang)
        return _page(request, trip, reference, text, 400)
    leaving = reference if request.POST.get("leaves") == "now" else None
    substitute_application(
        trip=trip,
        leaving=leaving,
        joining=joining,
        reason=reason,
        by=actor(request),
        now=present(request),
    )
    messages.success(request, WORDS.say("se_substituted", lang))
    return HttpResponseRedirect(reverse("organiser:selection:waiting", args=[trip]))


def _page(request: HttpRequest, trip: str, reference: str, fault: str, status: int) -> HttpResponse:
    lang = language(request)
    try:
        found = review_application(trip=trip, reference=reference, account=request.user.pk)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    options, why_not = None, ""
    try:
        options = find_substitutes(reference=reference)
    except FaultError as error:
        why_not = fault_text(error, lang)
    setup = found.setup
    rules = (
        {rule.id: rule_sentence(rule, setup.trip, setup.terms, lang) for rule in setup.mix.rules}
        if setup.mix
        else {}
    )
    return page(
        request,
        "substitute.html",
        trip,
        setup,
        status=status,
        found=found,
        application=found.stored.application,
        substitutes=options,
        why_not=why_not,
        fault=fault,
        rules=rules,
        records={record.id: record for record in options.question.candidates} if options else {},
        points=lambda points: points_text(points, lang),
    )
