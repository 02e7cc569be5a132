"""One's trips, a trip at a glance, and signing in to a demonstration."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.status import RequestStatus
from geleit.domain.text import Language
from geleit.domain.wording import format_day, format_span
from geleit.services.access import Permission
from geleit.services.find_account import find_demo_account
from geleit.services.list_my_trips import MyTrip, list_my_trips
from geleit.services.read_cockpit import Cockpit, Due, Version, read_cockpit
from geleit.store.models import TripRoleKind
from geleit.web.organiser.access import SignedInRequest, TripRequest, organiser_view, signed_in
from geleit.web.organiser.account.entry import next_address, sign_in
from geleit.web.organiser.frame import address
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import keep_language, preferences

_ZONE = ZoneInfo("Europe/Berlin")
"""Where trips are organised: its day is the organisers' day."""
DUES_SHOWN = 8
STEP_VIEWS = {
    "add_items": "organiser:items",
    "ask_hosts": "organiser:hosts",
    "chase_answers": "organiser:hosts",
    "send_name_lists": "organiser:items",
    "decide_applications": "organiser:selection:applications",
    "plan": "organiser:board",
    "publish": "organiser:board",
}
"""Where each step is done; a step whose page there is not yet stands without a link."""


@require_safe
@signed_in
def trips(request: SignedInRequest) -> HttpResponse:
    """Show the trips one has a role in."""
    lang = preferences(request).lang
    found = list_my_trips(account=request.user.pk)
    may_create = any(trip.role in (TripRoleKind.OWNER, TripRoleKind.ORGANISER) for trip in found)
    return render(
        request,
        "organiser/trips.html",
        WORDS,
        trips=[_card(trip, lang) for trip in found],
        may_create=may_create or request.user.is_superuser,
    )


@organiser_view(Permission.SEE_TRIP)
def cockpit(request: TripRequest, trip: str) -> HttpResponse:
    """Show a trip at a glance."""
    lang = preferences(request).lang
    now = present(request)
    found = read_cockpit(member=request.member, today=now.astimezone(_ZONE).date())
    counted = found.applications or {}
    return render(
        request,
        "organiser/cockpit.html",
        WORDS,
        trip=trip,
        role=request.member.role.value,
        found=found,
        todo=[(one.step.value, one.count, address(STEP_VIEWS[one.step.value], trip)) for one in found.todo],
        dues=[_due(due, lang) for due in _shown(found)],
        versions=[_version(one, lang) for one in found.versions],
        requests=[(one, found.requests[one]) for one in RequestStatus if one in found.requests],
        applications=[(one, counted[one]) for one in ApplicationStatus if one in counted],
        at_applications=address("organiser:selection:applications", trip),
        at_plan=address("organiser:board_plan", trip),
        at_board=address("organiser:board", trip) if request.member.may(Permission.SEE_PROGRAMME) else "",
        at_members=address("organiser:members", trip),
    )


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as a person of the demonstration, without a password; there is no such thing outside one."""
    if not settings.GELEIT.demo:
        raise Http404("no demonstration")
    account = find_demo_account(email=request.POST.get("email", ""))
    if account is None:
        raise Http404("no such account in the demonstration")
    sign_in(request, account, method="demo")
    response = HttpResponseRedirect(next_address(request))
    keep_language(request, response)
    return response


def _card(trip: MyTrip, lang: Language) -> dict[str, object]:
    return {
        "key": trip.head.key,
        "title": trip.head.title.get(lang).text,
        "dates": format_span(trip.head.dates, lang),
        "role": WORDS.say(f"role_is_{trip.role.value}", lang),
        "version": trip.version,
        "asked": trip.asked,
        "firm": trip.firm,
        "undecided": trip.undecided,
    }


def _shown(found: Cockpit) -> tuple[Due, ...]:
    """Return the deadlines ahead, and before them those that have passed not long ago and still want an answer."""
    late = [due for due in found.dues if due.days < 0 and due.kind != "applications"]
    ahead = [due for due in found.dues if due.days >= 0]
    return (*late[-3:], *ahead[: DUES_SHOWN - len(late[-3:])])


def _due(due: Due, lang: Language) -> dict[str, object]:
    return {
        "kind": due.kind.value,
        "title": due.title.get(lang).text,
        "day": format_day(due.day, lang),
        "days": due.days,
        "late": -due.days,
    }


def _version(one: Version, lang: Language) -> tuple[int, str, str, str]:
    return one.number, _moment(one.published_at, lang), one.published_by, one.note


def _moment(at: datetime, lang: Language) -> str:
    local = at.astimezone(_ZONE)
    return f"{format_day(local.date(), lang, weekday=False)}, {local:%H:%M}"
