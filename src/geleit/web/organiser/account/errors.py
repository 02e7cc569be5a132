"""What is answered to those who try too often."""

from django.http import HttpRequest, HttpResponse

from geleit.web.organiser.account.words import WORDS
from geleit.web.shared.pages import render


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer a request that is one too many."""
    return render(request, "organiser/account/too_many.html", WORDS, status=429)
