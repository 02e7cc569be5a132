"""The page after a trip: who came along, and erasing what is personal."""

from typing import Final
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.wording import format_day
from geleit.services.access import Permission
from geleit.services.erase_personal_data import erase_personal_data, read_erasure
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.record_attendance import AfterTrip, read_attendance, record_attendance
from geleit.store.models import Attendance
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences

GONE: Final = (
    "delegates", "organisations", "host_contacts", "applications", "papers", "mails", "links", "drafts", "jobs",
)  # fmt: skip # two lines of one kind
KEPT: Final = ("programmes", "items", "hosts", "audit")
_ZONE: Final = ZoneInfo("Europe/Berlin")
"""Where trips are organised."""


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def after(request: TripRequest, trip: str) -> HttpResponse:
    """Show who came along and what can be erased; record who came."""
    if request.method != "POST":
        return _page(request, trip)
    lang, known = preferences(request).lang, read_attendance(trip=trip, now=present(request))
    try:
        count = record_attendance(
            trip=trip,
            delegates=_delegates(request, known),
            companies=_companies(request, known)
            if request.member.may(Permission.DECIDE_APPLICATIONS)
            else {},
            by=request.member.actor,
            now=present(request),
        )
    except FaultError as error:
        status = 404 if isinstance(error, NotFoundError) else 400
        return _page(request, trip, status=status, fault=str(error.told(lang)))
    messages.success(
        request, WORDS.say("af_saved_one" if count == 1 else "af_saved", lang, *([count] * (count != 1)))
    )
    return HttpResponseRedirect(reverse("organiser:after", args=[trip]))


@require_POST
@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.MANAGE_MEMBERS)
def erase(request: TripRequest, trip: str) -> HttpResponse:
    """Erase the personal data, for an owner who types the trip's id."""
    lang = preferences(request).lang
    try:
        erase_personal_data(
            trip=trip,
            confirmed=request.POST.get("confirmed", "")[:200],
            by=request.member.actor,
            now=present(request),
        )
    except FaultError as error:
        return _page(request, trip, status=400, erase_fault=str(error.told(lang)))
    messages.success(request, WORDS.say("af_erase_done", lang))
    return HttpResponseRedirect(reverse("organiser:after", args=[trip]))


def _page(
    request: TripRequest, trip: str, *, status: int = 200, fault: str = "", erase_fault: str = ""
) -> HttpResponse:
    lang, now = preferences(request).lang, present(request)
    view = read_erasure(trip=trip, now=now)
    found = view.erasure
    erased = view.erased_at.astimezone(_ZONE).date() if view.erased_at else None
    return render(
        request,
        "organiser/after/after.html",
        WORDS,
        status=status,
        trip=trip,
        known=read_attendance(trip=trip, now=now),
        choices=tuple(Attendance),
        may_decide=request.member.may(Permission.DECIDE_APPLICATIONS),
        may_erase=request.member.may(Permission.MANAGE_MEMBERS),
        is_over=view.is_over,
        erased=format_day(erased, lang, weekday=False) if erased else "",
        gone=[(name, getattr(found, name)) for name in GONE],
        kept=[(name, getattr(found, name)) for name in KEPT],
        counted=(found.travelled, found.no_show, found.applications),
        admitted=ApplicationStatus.ADMITTED,
        fault=fault,
        erase_fault=erase_fault,
    )


def _said(request: TripRequest, name: str) -> Attendance | None:
    told = request.POST.get(name, "")
    return Attendance(told) if told in Attendance.values else None


def _delegates(request: TripRequest, known: AfterTrip) -> dict[str, Attendance | None]:
    """Return what the form says of each delegate; one that it does not name stays as it is."""
    rest = request.POST.get("do") == "rest"
    return {
        one.id: _said(request, f"delegate-{one.id}") or (Attendance.TRAVELLED if rest else None)
        for one in known.travellers
        if f"delegate-{one.id}" in request.POST
    }


def _companies(request: TripRequest, known: AfterTrip) -> dict[str, Attendance]:
    rest = request.POST.get("do") == "rest"
    said = {
        one.reference: _said(request, f"company-{one.reference}") or (Attendance.TRAVELLED if rest else None)
        for one in known.companies
        if one.status is ApplicationStatus.ADMITTED and f"company-{one.reference}" in request.POST
    }
    return {reference: value for reference, value in said.items() if value is not None}
