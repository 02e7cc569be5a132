"""What the pages of a selection share: the trip around them, faults in words, figures."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse

from geleit.domain.applications.rule_words import RuleLanguage
from geleit.domain.wording import format_day, format_number
from geleit.services.faults import FaultError, OvertakenError
from geleit.services.read_selection import SelectionSetup
from geleit.web.organiser.selection.access import may_act
from geleit.web.organiser.selection.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences

__all__ = [
    "clean_text",
    "fault_text",
    "language",
    "page",
    "points_text",
    "present",
    "status_of",
    "worth_text",
]


def page(
    request: HttpRequest,
    template: str,
    trip: str,
    setup: SelectionSetup,
    *,
    status: int = 200,
    **context: Any,  # noqa: ANN401 # whatever the template needs
) -> HttpResponse:
    """Answer with a page of a selection."""
    lang = language(request)
    return render(
        request,
        f"organiser/selection/{template}",
        WORDS,
        status=status,
        trip=trip,
        setup=setup,
        trip_title=setup.trip.title.get(lang).text,
        may_act=may_act(request),
        here=template.removesuffix(".html"),
        day=lambda instant: format_day(_day(setup, instant), lang, weekday=False),
        moment=lambda instant: _moment(setup, instant, lang),
        number=lambda value: format_number(value, lang),
        people=lambda count: WORDS.say("se_person_one" if count == 1 else "se_person_many", lang, count),
        **context,
    )


def _day(setup: SelectionSetup, when: date) -> date:
    """Return the day that it is, at an instant, where the organiser is."""
    return when.astimezone(ZoneInfo(setup.trip.zone_of(None))).date() if isinstance(when, datetime) else when


def _moment(setup: SelectionSetup, instant: datetime, lang: RuleLanguage) -> str:
    """Return day and time of an instant where the organiser is."""
    local = instant.astimezone(ZoneInfo(setup.trip.zone_of(None)))
    return f"{format_day(local.date(), lang, weekday=False)}, {local:%H:%M}"


def language(request: HttpRequest) -> RuleLanguage:
    """Return the language of organisers' pages."""
    return "de" if preferences(request).lang == "de" else "en"


def points_text(points: int | None, lang: RuleLanguage) -> str:
    """Return points of 100 with one decimal, from those of 1000; a dash where there are none."""
    return "–" if points is None else format_number(points / 10, lang, decimals=1)


def worth_text(worth: int, lang: RuleLanguage) -> str:
    """Return a worth in points of 100, from hundredths of a tenth."""
    return format_number(worth / 1000, lang, decimals=1)


def fault_text(error: FaultError, lang: RuleLanguage) -> str:
    """Return what went wrong for the top of a form."""
    key = "se_overtaken" if isinstance(error, OvertakenError) else "se_fault"
    return WORDS.say(key, lang, str(error.told(lang)))


def clean_text(value: str, most: int) -> str:
    """Return what was typed without characters that no database keeps, and no longer than ``most``."""
    return value.replace("\0", "").strip()[:most]


def status_of(error: FaultError) -> int:
    """Return the HTTP status of a fault: 409 when somebody else was quicker."""
    return 409 if isinstance(error, OvertakenError) else 400
