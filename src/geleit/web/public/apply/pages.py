"""The pages of an application: the form, where it stands, and what is around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from geleit.documents.view import ItemView
from geleit.domain.applications.application import Application
from geleit.domain.applications.check import check_submission
from geleit.domain.applications.company import SIZE_LIMITS
from geleit.domain.applications.de_minimis import CEILING_EUR, room_eur
from geleit.domain.text import LANGUAGES, Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_day, format_money, format_number
from geleit.services.applications_common import StoredApplication, today_of
from geleit.services.faults import NotFoundError
from geleit.services.personal_links import Link
from geleit.services.read_call import OpenCall, read_call
from geleit.web.public.addresses import trip_languages, trip_url
from geleit.web.public.apply.form import ApplicationForm
from geleit.web.public.apply.guards import TRAP
from geleit.web.public.apply.shown import SECTIONS, Difference
from geleit.web.public.apply.uploads import MEGABYTE
from geleit.web.public.apply.values import NEEDED, field_at, section_of
from geleit.web.public.published import published_or_404
from geleit.web.public.trip_page import public_view
from geleit.web.public.words import WORDS
from geleit.web.shared.frame import page_frame, present
from geleit.web.shared.pages import render

DONE: Final = ("started", "saved", "submitted", "changed", "withdrawn", "replaced")
"""What a page may say has been done, as ``?done=``."""


@dataclass(frozen=True, slots=True)
class Notice:
    """An alert on top of a page.

    Parameters
    ----------
    kind
        ``info``, ``success``, ``warning`` or ``danger``.
    """

    kind: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What every page of an application is made of: the trip's call, in a language, at a moment."""

    call: OpenCall
    items: tuple[ItemView, ...]
    lang: Language
    now: datetime

    @property
    def trip(self) -> Trip:
        """The published trip."""
        return self.call.trip

    def say(self, key: str, *values: object) -> str:
        """Return words in the reader's language."""
        return WORDS.say(key, self.lang, *values)

    @property
    def contact(self) -> str:
        """Whom to write to."""
        return self.trip.call.contact_email or self.say("ap_agency")

    @property
    def deadline(self) -> str:
        """The last day in words."""
        last = self.call.closes_on
        return format_day(last, self.lang, weekday=False) if last else ""

    def day(self, instant: datetime) -> str:
        """Return the day of an instant in words, where the organiser is."""
        zone = ZoneInfo(self.trip.zone_of(None))
        return format_day(instant.astimezone(zone).date(), self.lang, weekday=False)

    def form(self, stored: Application, **given: Any) -> ApplicationForm:  # noqa: ANN401 # the form's own arguments
        """Return the form on an application."""
        data = given.pop("data", None)
        return ApplicationForm(data, call=self.call, items=self.items, lang=self.lang, stored=stored, **given)


def setting_of(request: HttpRequest, lang: Language, key: str) -> Setting:
    """Return what the pages of a trip's call are made of; 404 for a trip that is not public."""
    version, now = published_or_404(key), present(request)
    try:
        call = read_call(key=key, now=now)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    shown = public_view(
        version, lang if lang in trip_languages(version.trip) else trip_languages(version.trip)[0]
    )
    wishable = {item.id for item in call.items}
    return Setting(
        call=call, items=tuple(item for item in shown.trip.items if item.id in wishable), lang=lang, now=now
    )


def own_url(token: str, lang: Language, page: str = "application", **more: str) -> str:
    """Return the address of a page that a personal link opens."""
    return reverse(f"public:{page}", kwargs={"lang": lang, "token": token, **more})


def full_url(request: HttpRequest, token: str, lang: Language) -> str:
    """Return a personal link as it is mailed and shown."""
    return f"{page_frame(request).origin}{own_url(token, lang)}"


def private(response: HttpResponse) -> HttpResponse:
    """Keep a page out of caches and of search engines."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def frame_of(setting: Setting, page: str, **parts: str) -> Mapping[str, Any]:
    """Return what the frame of a page needs: its addresses in the trip's other languages."""
    addresses = {
        lang: reverse(f"public:{page}", kwargs={"lang": lang, **parts})
        for lang in trip_languages(setting.trip)
    }
    return {
        "addresses": addresses,
        "alternates": (),
        "trip": public_view(published_or_404(setting.trip.id), shown_in(setting)).trip,
        "trip_address": trip_url(setting.trip.id, shown_in(setting)),
        "setting": setting,
    }


def site_frame(page: str) -> Mapping[str, Any]:
    """Return what the frame of a page without a trip needs."""
    addresses = {lang: reverse(f"public:{page}", kwargs={"lang": lang}) for lang in LANGUAGES}
    return {"addresses": addresses, "alternates": ()}


def form_page(
    request: HttpRequest,
    setting: Setting,
    form: ApplicationForm,
    *,
    action: str,
    frame: Mapping[str, Any],
    status: int = 200,
    notices: tuple[Notice, ...] = (),
    lead: str = "",
    own: "Own | None" = None,
    version: int = 0,
    form_key: str = "",
    different: tuple[Difference, ...] | None = None,
) -> HttpResponse:
    """Answer with the form.

    Parameters
    ----------
    action
        Where the form is sent.
    lead
        What has become of what was sent, above the list of what is wrong.
    own
        What is kept already; None for a new application.
    version
        On which the page is based.
    form_key
        The mark of a new form.
    different
        What another window has changed; None where there is no such thing.
    """
    kept = own.stored.application if own else None
    page = render(
        request,
        "public/apply.html",
        WORDS,
        status=status,
        form=form,
        action=action,
        notices=notices,
        lead=lead,
        own=own,
        kept=kept,
        version=version,
        form_key=form_key,
        different=different,
        trap=TRAP,
        sections=_sections(setting, own),
        limits=_limits(setting),
        about=_about(setting, kept),
        **frame,
    )
    return private(page)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """An application that a personal link has opened.

    Parameters
    ----------
    full_url
        The link itself.
    until
        The day in words until when it opens.
    """

    token: str
    link: Link
    stored: StoredApplication
    full_url: str
    until: str

    @property
    def reference(self) -> str:
        """The application's reference."""
        return self.stored.reference


def own_of(request: HttpRequest, token: str, link: Link, stored: StoredApplication, lang: Language) -> Own:
    """Return an opened application."""
    until = format_day(link.expires_at.astimezone(ZoneInfo("Europe/Berlin")).date(), lang, weekday=False)
    return Own(token=token, link=link, stored=stored, full_url=full_url(request, token, lang), until=until)


def shown_in(setting: Setting) -> Language:
    """Return the reader's language where the trip has pages in it, else the trip's first."""
    offered = trip_languages(setting.trip)
    return setting.lang if setting.lang in offered else offered[0]


def _sections(setting: Setting, own: Own | None) -> list[tuple[str, str]]:
    """Return each section with "open", "done" or nothing, as far as it is stored."""
    shown = [one for one in SECTIONS if one != "aid" or setting.call.terms.asks_de_minimis]
    if own is None:
        return [(one, "") for one in shown]
    application, terms = own.stored.application, setting.call.terms
    today = today_of(setting.trip, setting.now)
    rows = {
        "people": list(range(len(application.people))),
        "projects": list(range(len(application.projects))),
        "aids": list(range(len(application.de_minimis.aids))),
    }
    still = {
        section_of(field_at(problem.path, application, rows))
        for problem in check_submission(application, setting.trip, terms, today=today)
        if not problem.is_warning and problem.path[0] != "wishes"
    }
    return [(one, "open" if one in still else "done" if one in NEEDED else "") for one in shown]


def _limits(setting: Setting) -> Mapping[str, Any]:
    terms, lang = setting.call.terms, setting.lang
    classes = [
        (
            setting.say(f"ap_size_{limit.size.value}"),
            setting.say("ap_sme_below", format_number(limit.employees_below, lang)),
            setting.say("ap_sme_up_to", format_money(limit.turnover_up_to_eur, lang)),
            setting.say("ap_sme_up_to", format_money(limit.balance_up_to_eur, lang)),
        )
        for limit in SIZE_LIMITS
    ]
    return {
        "people": terms.people_max,
        "projects": terms.projects_max,
        "wishes": terms.wishes_max,
        "papers": terms.papers_max,
        "paper_mb": format_number(terms.paper_max_bytes / MEGABYTE, lang),
        "ceiling": format_money(CEILING_EUR, lang),
        "classes": classes,
    }


def _about(setting: Setting, kept: Application | None) -> Mapping[str, str]:
    """Return what follows from what is stored: the size class, and how much aid may still be granted."""
    if kept is None:
        return {"size": "", "room": ""}
    size = kept.company.size
    lang, today = setting.lang, today_of(setting.trip, setting.now)
    told = setting.say(f"ap_size_{size.value}") if size else ""
    if size and size.is_sme:
        told += f" ({setting.say('sme')})"
    room = format_money(room_eur(kept.de_minimis.aids, today), lang) if kept.de_minimis.aids else ""
    return {"size": told, "room": room}
