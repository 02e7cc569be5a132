"""The delegates' personal links: mailed by a click, seen, taken back; and until when wishes are open."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from geleit.domain.text import Language
from geleit.domain.wording import format_day
from geleit.services.access import Permission
from geleit.services.delegate_wishes import set_wishes_until, wishes_until
from geleit.services.faults import FaultError
from geleit.services.find_trip import read_stored_trip
from geleit.services.invite_delegates import (
    DelegateLine,
    invite_delegates,
    list_delegate_pages,
    withdraw_pages,
)
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import HOME, present
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def delegate_links(request: TripRequest, trip: str) -> HttpResponse:
    """Show everyone with address and links, and mail links to those chosen."""
    if request.method != "POST":
        return _page(request, trip)
    lang = preferences(request).lang
    chosen = request.POST.getlist("send")
    emails = {one: request.POST.get(f"email-{one}", "") for one in chosen}
    if not emails:
        return _page(request, trip, status=400, fault=WORDS.say("dl_nobody", lang))
    try:
        count = invite_delegates(
            trip=trip,
            emails=emails,
            link_to=lambda token: f"{settings.GELEIT.url}{reverse('delegate:today', args=[token])}",
            by=request.member.actor,
            now=present(request),
        )
    except FaultError as error:
        return _page(request, trip, status=400, fault=str(error.told(lang)))
    messages.success(request, WORDS.say("dl_sent", lang, count))
    return HttpResponseRedirect(reverse("organiser:document_links", args=[trip]))


@require_POST
@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.REVOKE_LINKS)
def withdraw(request: TripRequest, trip: str, delegate: str) -> HttpResponse:
    """Take every link of a delegate back."""
    count = withdraw_pages(trip=trip, delegate=delegate, by=request.member.actor, now=present(request))
    messages.success(request, WORDS.say("dl_withdrawn", preferences(request).lang, count))
    return HttpResponseRedirect(reverse("organiser:document_links", args=[trip]))


@require_POST
@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def wishes_end(request: TripRequest, trip: str) -> HttpResponse:
    """Say until when delegates change their wishes; an empty day means the eve of the trip."""
    lang, said = preferences(request).lang, request.POST.get("until", "").strip()
    try:
        until = date.fromisoformat(said) if said else None
    except ValueError:
        return _page(request, trip, status=400, fault=WORDS.say("dl_wrong_day", lang, said))
    set_wishes_until(trip=trip, until=until, by=request.member.actor, now=present(request))
    messages.success(request, WORDS.say("dl_until_saved", lang))
    return HttpResponseRedirect(reverse("organiser:document_links", args=[trip]))


def _page(request: TripRequest, trip: str, *, status: int = 200, fault: str = "") -> HttpResponse:
    lang = preferences(request).lang
    sent = request.POST if fault else None
    try:
        lines = list_delegate_pages(trip=trip, now=present(request))
    except FaultError as error:
        raise Http404(str(error)) from error
    return render(
        request,
        "organiser/documents/links.html",
        WORDS,
        status=status,
        trip=trip,
        lines=[
            _line(line, lang, sent.get(f"email-{line.delegate}") if sent is not None else None)
            for line in lines
        ],
        chosen=sent.getlist("send") if sent is not None else [],
        until=wishes_until(read_stored_trip(key=trip)).isoformat(),
        fault=fault,
        may_revoke=request.member.may(Permission.REVOKE_LINKS),
    )


def _line(line: DelegateLine, lang: Language, typed: str | None) -> dict[str, Any]:
    used = line.last_used_at
    return {
        "delegate": line.delegate,
        "name": line.name,
        "organisation": line.organisation,
        "email": line.email if typed is None else typed,
        "links": line.links,
        "used": format_day(used.astimezone(HOME).date(), lang, weekday=False) if used else "",
        "known": line.known_version,
    }
