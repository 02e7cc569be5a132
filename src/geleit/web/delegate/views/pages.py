"""What a delegate reads: today, the whole trip, people, wishes, help; and the copy that a phone keeps."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from geleit.domain.text import Language
from geleit.domain.wording import format_day
from geleit.services.delegate_wishes import STRENGTHS, WishList, read_wishes, save_wishes
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.services.open_delegate import Visit
from geleit.services.read_delegate_page import Fellow, HelpFacts, read_fellows, read_help
from geleit.services.read_published import read_published
from geleit.web.delegate.access import delegate_view, token_of
from geleit.web.delegate.agenda import (
    KeptAgenda,
    KeptDay,
    KeptEntry,
    agenda_of,
    agenda_view_of,
    clock_text,
    countdown,
    epoch_ms,
    moment_of,
)
from geleit.web.delegate.changes import Change, changes_between
from geleit.web.delegate.sending import page
from geleit.web.delegate.words import WORDS
from geleit.web.shared.frame import HOME, present
from geleit.web.shared.preferences import preferences

DONE: Final = ("acknowledged", "listed", "unlisted", "saved", "ended", "mailed")


@require_safe
@delegate_view
def today(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what is next, and today."""
    lang, now = preferences(request).lang, present(request)
    agenda = agenda_of(request, visit, lang)
    if agenda is None or not agenda.entries:
        return page(request, "none", **_frame(request, visit, agenda, "today"))
    moment = moment_of(agenda, now)
    changes = changes_of(visit, agenda, lang)
    return page(
        request,
        "today",
        moment=moment,
        rows=_rows(moment.day, moment.next, changes, now),
        count=_count(moment.next, now, lang),
        changes=changes,
        **_frame(request, visit, agenda, "today"),
    )


@require_safe
@delegate_view
def copy(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the page that a phone keeps: every day and every next appointment, of which its script shows one."""
    lang = preferences(request).lang
    agenda = agenda_of(request, visit, lang)
    if agenda is None or not agenda.entries:
        return page(request, "none", **_frame(request, visit, agenda, "today"))
    changes = changes_of(visit, agenda, lang)
    days = [(day, _rows(day, None, changes, None)) for day in agenda.days]
    cards = [entry for entry in agenda.entries if entry.can_be_next]
    return page(
        request, "copy", days=days, cards=cards, changes=changes, **_frame(request, visit, agenda, "today")
    )


@require_safe
@delegate_view
def trip(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show every day, each appointment with its details."""
    lang, now = preferences(request).lang, present(request)
    agenda = agenda_of(request, visit, lang)
    if agenda is None or not agenda.entries:
        return page(request, "none", **_frame(request, visit, agenda, "trip"))
    moment, changes = moment_of(agenda, now), changes_of(visit, agenda, lang)
    days = [(day, _rows(day, moment.next, changes, now)) for day in agenda.days]
    return page(request, "trip", days=days, moment=moment, **_frame(request, visit, agenda, "trip"))


@require_safe
@delegate_view
def people(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show those who have agreed to be seen, and ask whether the reader does."""
    lang = preferences(request).lang
    agenda = agenda_of(request, visit, lang)
    fellows: Sequence[Fellow] = read_fellows(visit=visit, lang=lang)
    return page(request, "people", fellows=fellows, **_frame(request, visit, agenda, "people"))


@require_http_methods(["GET", "HEAD", "POST"])
@delegate_view
def wishes(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the reader's wishes, and take others while they are open."""
    fault = _save(request, visit) if request.method == "POST" else ""
    if request.method == "POST" and not fault:
        return HttpResponseRedirect(f"{reverse('delegate:wishes', args=[token_of(request)])}?done=saved")
    lang = preferences(request).lang
    agenda = agenda_of(request, visit, lang)
    frame = _frame(request, visit, agenda, "trip")
    try:
        found = read_wishes(trip=visit.trip, delegate=visit.delegate, lang=lang, now=present(request))
    except NotFoundError:
        return page(request, "none", **frame)
    given = _given(request) if fault == "overtaken" else dict(found.wishes)
    return page(
        request,
        "wishes",
        status=409 if fault == "overtaken" else 400 if fault else 200,
        found=found,
        given=given,
        fault=fault,
        until=format_day(found.until, lang),
        strengths=_strengths(lang),
        own=_wished(found),
        **frame,
    )


@require_safe
@delegate_view
def help_page(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what else there is: calendar, papers, application, whom to ask, how the page is installed."""
    return help_answer(request, visit)


def help_answer(request: HttpRequest, visit: Visit, *, calendar: str = "", status: int = 200) -> HttpResponse:
    """Answer with the help page.

    Parameters
    ----------
    calendar
        Address of a subscription that was made just now; it is shown this once.
    """
    lang, now = preferences(request).lang, present(request)
    agenda = agenda_of(request, visit, lang)
    facts: HelpFacts = read_help(visit=visit, now=now)
    ends = format_day(visit.link.expires_at.astimezone(HOME).date(), lang)
    return page(
        request,
        "help",
        status=status,
        facts=facts,
        calendar=calendar,
        webcal=calendar.replace("https://", "webcal://").replace("http://", "webcal://"),
        ends=ends,
        has_agenda=agenda is not None and bool(agenda.entries),
        **_frame(request, visit, agenda, "help"),
    )


def changes_of(visit: Visit, agenda: KeptAgenda, lang: Language) -> tuple[Change, ...]:
    """Return what the reader has not acknowledged yet; nothing where the person was not in the older version."""
    if visit.version is None or not visit.has_changes:
        return ()
    known = max(1, visit.known_version or 1)
    try:
        before = read_published(key=visit.trip, number=known)
    except NotFoundError:
        return ()
    if visit.delegate not in before.trip.delegate_by_id:
        return ()
    return changes_between(agenda_view_of(before, lang, visit.delegate), agenda.view, lang)


def _rows(
    day: KeptDay | None, ahead: KeptEntry | None, changes: Sequence[Change], now: datetime | None
) -> list[dict[str, Any]]:
    """Return a day's lines with what is true of them now; without an instant the phone decides."""
    was = {change.entry: change.was_clock for change in changes}
    return [
        {
            "entry": entry,
            "is_next": ahead is not None and entry.id == ahead.id,
            "is_past": now is not None and entry.end <= now and (ahead is None or entry.id != ahead.id),
            "was": was.get(entry.id, ""),
        }
        for entry in (day.entries if day else ())
    ]


def _count(entry: KeptEntry | None, now: datetime, lang: Language) -> str:
    return countdown(entry, now, lang) if entry else ""


def _frame(request: HttpRequest, visit: Visit, agenda: KeptAgenda | None, here: str) -> Mapping[str, Any]:
    """Return what every page of the delegate's has around it."""
    lang, now = preferences(request).lang, present(request)
    version = visit.version
    done = request.GET.get("done", "")
    zone = moment.day.zone if agenda and (moment := moment_of(agenda, now)).day else str(HOME)
    return {
        "visit": visit,
        "here": here,
        "name": agenda.view.person.name.text if agenda else visit.link.label,
        "is_sample": agenda.view.person.is_sample if agenda else False,
        "trip_title": version.trip.title.get(lang).text if version else visit.trip,
        "version": version,
        "version_day": clock_text(version.published_at, str(HOME), lang) if version else "",
        "zone": zone,
        "shift_words": {key: WORDS.say(f"de_{key}", lang, "{what}", "{n}") for key in _COUNTED}
        | {"now": WORDS.say("de_now", lang, "{what}"), "start": WORDS.say("de_start", lang)},
        "kept": WORDS.say("de_off", lang, "{at}"),
        "done": done if done in DONE else "",
        "ms": epoch_ms,
    }


_COUNTED: Final = ("days", "hours", "minutes", "minute")


def _given(request: HttpRequest) -> dict[str, int]:
    """Return the wishes as sent: fields named ``wish-<item>`` with 0 for none."""
    found = {}
    for name, value in request.POST.items():
        item = name.removeprefix("wish-")
        if item != name and value != "0":
            found[item] = _strength(str(value))
    return found


def _strength(value: str) -> int:
    """Return a wish's strength; 0, which is refused, for what is none."""
    return next((one for one in STRENGTHS if str(one) == value), 0)


def _save(request: HttpRequest, visit: Visit) -> str:
    """Keep the wishes sent; return what went wrong: ``overtaken``, ``wrong`` or nothing."""
    based_on = request.POST.get("version", "")
    if not based_on.isdecimal():
        return "wrong"
    try:
        save_wishes(
            trip=visit.trip,
            delegate=visit.delegate,
            wishes=_given(request),
            expected_version=int(based_on[:9]),
            by=visit.actor,
            now=present(request),
        )
    except OvertakenError:
        return "overtaken"
    except FaultError:
        return "wrong"
    return ""


def _strengths(lang: Language) -> list[tuple[int, str]]:
    return [(number, WORDS.say(f"de_wish_{number}", lang)) for number in range(6)]


def _wished(found: WishList) -> list[tuple[str, int]]:
    by_id = {item.id: item.title.text for item in found.items}
    return [(by_id[item], strength) for item, strength in found.wishes.items() if item in by_id]
