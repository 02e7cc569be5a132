"""In a demonstration anyone may look at an invented delegate's pages."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from geleit.services.faults import FaultError, NotFoundError
from geleit.services.guard import Actor
from geleit.services.invite_delegates import open_sample, sample_delegate
from geleit.services.read_published import read_published
from geleit.web.shared.frame import present


@require_POST
def sample(request: HttpRequest) -> HttpResponse:
    """Make a link of an invented delegate of a published trip, and open it."""
    if not settings.GELEIT.demo:
        raise Http404("no demonstration")
    try:
        version = read_published(key=request.POST.get("trip", ""))
        person = sample_delegate(version.trip)
        if person is None:
            raise NotFoundError.of("no_sample_delegate")
        token = open_sample(
            trip=version.trip.id, delegate=person.id, by=Actor(name="demo"), now=present(request)
        )
    except FaultError as error:
        raise Http404(str(error)) from error
    return HttpResponseRedirect(reverse("delegate:today", args=[token]))
