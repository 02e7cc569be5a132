"""Criteria and mix: what is set before anybody is chosen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from geleit.services.faults import FaultError
from geleit.services.read_selection import read_setup
from geleit.services.set_selection import set_criteria, set_mix
from geleit.web.organiser.selection.access import actor, for_selection
from geleit.web.organiser.selection.criteria_form import CriteriaForm
from geleit.web.organiser.selection.mix_form import MixForm
from geleit.web.organiser.selection.pages import fault_text, language, page, present, status_of
from geleit.web.organiser.selection.words import WORDS


def _version(request: HttpRequest, otherwise: int) -> int:
    given = request.POST.get("version", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else otherwise


@require_http_methods(["GET", "HEAD", "POST"])
@for_selection
def criteria(request: HttpRequest, trip: str) -> HttpResponse:
    """Show the criteria, and set them as long as nobody is scored."""
    setup, lang = read_setup(trip=trip), language(request)
    form = CriteriaForm(lang, setup.criteria, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                set_criteria(
                    trip=trip,
                    criteria=form.criteria(),
                    by=actor(request),
                    now=present(request),
                    expected_version=_version(request, setup.version),
                )
            except FaultError as error:
                form.add_error(None, fault_text(error, lang))
                status = status_of(error)
            else:
                messages.success(request, WORDS.say("se_criteria_saved", lang))
                return HttpResponseRedirect(reverse("organiser:selection:criteria", args=[trip]))
    return page(request, "criteria.html", trip, setup, status=status, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_selection
def mix(request: HttpRequest, trip: str) -> HttpResponse:
    """Show places and rules, and set them."""
    setup, lang = read_setup(trip=trip), language(request)
    form = MixForm(lang, setup, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                set_mix(
                    trip=trip,
                    mix=form.mix(),
                    by=actor(request),
                    now=present(request),
                    expected_version=_version(request, setup.version),
                )
            except FaultError as error:
                form.add_error(None, fault_text(error, lang))
                status = status_of(error)
            else:
                messages.success(request, WORDS.say("se_mix_saved", lang))
                return HttpResponseRedirect(reverse("organiser:selection:mix", args=[trip]))
    return page(request, "mix.html", trip, setup, status=status, form=form)
