"""What a delegate does: acknowledge, be listed, subscribe, ask for the link of the application."""

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from geleit.services.answer_as_delegate import acknowledge_version, set_listed
from geleit.services.application_links import send_new_links
from geleit.services.faults import FaultError
from geleit.services.open_delegate import Visit
from geleit.services.subscribe_calendar import end_subscription, subscribe_calendar
from geleit.web.delegate.access import delegate_view, token_of
from geleit.web.delegate.views.pages import help_answer
from geleit.web.shared.frame import present
from geleit.web.shared.preferences import preferences

MOST_DIGITS: Final = 9


@require_POST
@delegate_view
def acknowledge(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Keep that changes were read; a script is told in JSON, a form is led back."""
    number = request.POST.get("version", "")
    try:
        acknowledge_version(
            trip=visit.trip,
            delegate=visit.delegate,
            number=int(number) if number.isdecimal() and len(number) < MOST_DIGITS else 0,
            by=visit.actor,
            now=present(request),
        )
    except FaultError as error:
        return JsonResponse({"error": str(error.told(preferences(request).lang))}, status=400)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"version": int(number)})
    return _back(request, "today", "acknowledged")


@require_POST
@delegate_view
def listed(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Keep whether fellow delegates may see the reader."""
    is_listed = request.POST.get("listed") == "yes"
    set_listed(
        trip=visit.trip,
        delegate=visit.delegate,
        is_listed=is_listed,
        by=visit.actor,
        now=present(request),
    )
    return _back(request, "people", "listed" if is_listed else "unlisted")


@require_POST
@delegate_view
def subscribe(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Make a calendar's address and show it, this once."""
    token = subscribe_calendar(visit=visit, now=present(request))
    lang = preferences(request).lang
    address = f"{settings.GELEIT.url}{reverse('delegate:subscription', args=[token, lang])}"
    response = help_answer(request, visit, calendar=address)
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
@delegate_view
def unsubscribe(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take the calendar's address back."""
    end_subscription(visit=visit, now=present(request))
    return _back(request, "help", "ended")


@require_POST
@delegate_view
def application(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Mail the link of the company's application to the address that the reader's own link went to."""
    if visit.email:
        lang = preferences(request).lang
        send_new_links(
            email=visit.email,
            link_to=lambda token: f"{settings.GELEIT.url}{reverse('public:application', args=[lang, token])}",
            now=present(request),
        )
    return _back(request, "help", "mailed")


def _back(request: HttpRequest, name: str, done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse(f'delegate:{name}', args=[token_of(request)])}?done={done}")
