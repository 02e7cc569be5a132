"""The page for the terms of taking part and the regions."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from geleit.domain.text import LANGUAGES
from geleit.services.faults import FaultError
from geleit.services.participation_terms import Terms, read_terms, write_terms
from geleit.services.read_selection import SelectionSetup, read_setup
from geleit.services.set_regions import set_regions
from geleit.web.organiser.selection.access import actor, for_selection
from geleit.web.organiser.selection.pages import fault_text, language, page, present, status_of
from geleit.web.organiser.selection.terms_form import RegionsForm, TermsForm
from geleit.web.organiser.selection.words import WORDS


@require_http_methods(["GET", "HEAD", "POST"])
@for_selection
def terms(request: HttpRequest, trip: str) -> HttpResponse:
    """Show the terms with their versions and the regions, and set one of the two."""
    setup, versions, lang = read_setup(trip=trip), read_terms(trip=trip), language(request)
    languages = [one for one in LANGUAGES if one in setup.trip.languages] or list(LANGUAGES)
    newest = versions[0] if versions else None
    does = request.POST.get("do", "") if request.method == "POST" else ""
    written = TermsForm(lang, newest, languages, request.POST if does == "terms" else None)
    listed = RegionsForm(lang, setup.terms.regions, languages, request.POST if does == "regions" else None)
    if request.method != "POST":
        return _page(request, trip, setup, versions, written=written, listed=listed)
    form: TermsForm | RegionsForm = listed if does == "regions" else written
    status = 400
    if form.is_valid():
        try:
            _keep(request, trip, form)
        except FaultError as error:
            form.add_error(None, fault_text(error, lang))
            status = status_of(error)
        else:
            saved = "se_regions_saved" if form is listed else "se_terms_saved"
            messages.success(request, WORDS.say(saved, lang))
            return HttpResponseRedirect(reverse("organiser:selection:terms", args=[trip]))
    return _page(request, trip, setup, versions, status=status, written=written, listed=listed)


def _keep(request: HttpRequest, trip: str, form: TermsForm | RegionsForm) -> None:
    if isinstance(form, RegionsForm):
        set_regions(
            trip=trip,
            regions=form.regions(),
            by=actor(request),
            now=present(request),
            expected_version=_number(request),
        )
        return
    write_terms(
        trip=trip, text=form.text(), expected_number=_number(request), by=actor(request), now=present(request)
    )


def _page(
    request: HttpRequest,
    trip: str,
    setup: SelectionSetup,
    versions: tuple[Terms, ...],
    status: int = 200,
    **forms: Any,  # noqa: ANN401 # the two forms
) -> HttpResponse:
    return page(
        request,
        "terms.html",
        trip,
        setup,
        status=status,
        versions=versions,
        wrong=next((form for form in forms.values() if form.errors), None),
        **forms,
    )


def _number(request: HttpRequest) -> int:
    told = request.POST.get("version", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 0
