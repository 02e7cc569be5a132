"""The proposal: the best choice under the mix, why, and the decision that a person takes."""

import re
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from geleit.domain.applications.status import ApplicationStatus
from geleit.services.decide_selection import DepartureError, Verdict, decide_selection
from geleit.services.faults import FaultError
from geleit.services.jobs.manage import newest_job
from geleit.services.queue_selection import SUBJECT, queue_selection
from geleit.services.read_selection import read_choice
from geleit.web.organiser.selection.access import actor, for_selection
from geleit.web.organiser.selection.choice_view import build_choice
from geleit.web.organiser.selection.pages import clean_text, fault_text, language, page, present, status_of
from geleit.web.organiser.selection.words import WORDS
from geleit.web.shared.pages import render

REASON_MAX: Final = 1000
REFERENCE: Final = re.compile(r"[A-Z0-9]{1,12}")


@require_safe
@for_selection
def selection(request: HttpRequest, trip: str) -> HttpResponse:
    """Show the proposal computed last, or what is missing for one."""
    return _page(request, trip)


@require_POST
@for_selection
def compute(request: HttpRequest, trip: str) -> HttpResponse:
    """Have the best choice computed from today's scores."""
    lang = language(request)
    try:
        queue_selection(trip=trip, by=actor(request), now=present(request))
    except FaultError as error:
        return _page(request, trip, fault=fault_text(error, lang), status=status_of(error))
    return HttpResponseRedirect(reverse("organiser:selection:selection", args=[trip]))


@require_safe
@for_selection
def progress(request: HttpRequest, trip: str) -> HttpResponse:
    """Tell how far the computing is: the piece of the page that asks again by itself."""
    return render(
        request,
        "organiser/selection/progress.html",
        WORDS,
        trip=trip,
        job=newest_job(key=trip, subject=SUBJECT),
        is_first=False,
    )


@require_POST
@for_selection
def decide(request: HttpRequest, trip: str) -> HttpResponse:
    """Take the decision: all of it, or nothing."""
    lang = language(request)
    verdicts = _verdicts(request)
    given = request.POST.get("proposal", "")
    proposal = int(given) if given.isascii() and given.isdigit() and len(given) < 18 else None
    if not verdicts:
        return _page(request, trip, fault=WORDS.say("se_nothing_decided", lang), status=400)
    try:
        decided = decide_selection(
            trip=trip, verdicts=verdicts, proposal=proposal, by=actor(request), now=present(request)
        )
    except DepartureError as error:
        lacking = frozenset(error.references)
        fault = WORDS.say("se_reasons_missing", lang, len(lacking))
        return _page(request, trip, fault=fault, status=400, verdicts=verdicts, lacking=lacking)
    except FaultError as error:
        return _page(request, trip, fault=fault_text(error, lang), status=status_of(error), verdicts=verdicts)
    messages.success(request, WORDS.say("se_decided", lang, len(decided)))
    return HttpResponseRedirect(reverse("organiser:selection:waiting", args=[trip]))


def _verdicts(request: HttpRequest) -> dict[str, Verdict]:
    found: dict[str, Verdict] = {}
    for key, value in request.POST.items():
        reference = key.removeprefix("verdict-")
        if not REFERENCE.fullmatch(reference) or value not in ("admitted", "waiting", "rejected"):
            continue
        reason = clean_text(request.POST.get(f"reason-{reference}", ""), REASON_MAX)
        found[reference] = Verdict(status=ApplicationStatus(value), reason=reason)
    return found


def _page(
    request: HttpRequest,
    trip: str,
    *,
    fault: str = "",
    status: int = 200,
    verdicts: dict[str, Verdict] | None = None,
    lacking: frozenset[str] = frozenset(),
) -> HttpResponse:
    lang = language(request)
    found = read_choice(trip=trip)
    return page(
        request,
        "selection.html",
        trip,
        found.setup,
        status=status,
        choice=build_choice(found, lang),
        job=found.job,
        is_first=True,
        fault=fault,
        given=verdicts or {},
        lacking=lacking,
    )
