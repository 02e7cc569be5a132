"""The demonstration: what day it is, and who may sign in."""

from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from geleit.domain.text import Language
from geleit.domain.wording import format_day
from geleit.services.demo_clock import set_demo_clock
from geleit.services.guard import Actor
from geleit.services.machine_clock import machine_now
from geleit.web.public.accounts import demo_accounts
from geleit.web.public.published import today
from geleit.web.public.words import WORDS
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences

FIRST: Final = date(2025, 1, 1)
LAST: Final = date(2026, 12, 31)
"""Between these days lie both trips with their announcements and what follows them."""
_MORNING: Final = time(9, tzinfo=ZoneInfo("Europe/Berlin"))


class ClockForm(forms.Form):
    """The day that the demonstration is set to."""

    def __init__(self, lang: Language, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # Django's own arguments, passed on
        self.lang = lang
        self.fields["day"] = forms.CharField(
            label=WORDS.say("demo_date", lang),
            max_length=40,
            widget=forms.DateInput(
                format="%Y-%m-%d", attrs={"type": "date", "min": FIRST.isoformat(), "max": LAST.isoformat()}
            ),
        )

    def clean_day(self) -> date:
        """Return the day, or say which days there are."""
        given = str(self.cleaned_data["day"]).strip()
        first, last = (format_day(day, self.lang, weekday=False) for day in (FIRST, LAST))
        try:
            day = date.fromisoformat(given)
        except ValueError:
            day = date.min
        if not FIRST <= day <= LAST:
            raise forms.ValidationError(WORDS.say("demo_date_wrong", self.lang, given, first, last))
        return day


@require_http_methods(["GET", "HEAD", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    """Explain the demonstration, and move its clock."""
    if not settings.GELEIT.demo:
        raise Http404("no demonstration")
    lang = preferences(request).lang
    form = ClockForm(
        lang, request.POST if request.method == "POST" else None, initial={"day": today(request)}
    )
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["day"]
        shows = datetime.combine(day, _MORNING).astimezone(UTC)
        set_demo_clock(shows=shows, machine_now=machine_now(), by=Actor(name="demo"))
        messages.success(request, WORDS.say("demo_done", lang, format_day(day, lang)))
        return HttpResponseRedirect(reverse("public:demo"))
    return render(
        request,
        "public/demo.html",
        WORDS,
        status=400 if form.errors else 200,
        form=form,
        first=format_day(FIRST, lang, weekday=False),
        last=format_day(LAST, lang, weekday=False),
        **demo_accounts(),
    )
