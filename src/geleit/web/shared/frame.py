"""What stands around every page: language, theme, the demonstration's bar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest

from geleit.domain.text import Language
from geleit.domain.wording import format_day
from geleit.web.shared.preferences import Theme, preferences
from geleit.web.shared.site_pages import site_pages

HOME: Final = ZoneInfo("Europe/Berlin")
"""Where the demonstration's organisers are: its day is theirs."""


@dataclass(frozen=True, slots=True)
class Demo:
    """The bar of a demonstration.

    Parameters
    ----------
    today
        Its present day in words.
    day
        The same as ISO 8601, for the field that moves it.
    """

    today: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around a page.

    Parameters
    ----------
    theme
        Of the page; ``system`` follows the device.
    demo
        None outside a demonstration.
    path
        Where the page is, for forms that come back to it.
    origin
        Scheme and host under which people reach the application, without a slash at its end.
    pages
        Kinds of the operator's own pages that are written: ``imprint``, ``privacy``.
    """

    lang: Language
    theme: Theme
    demo: Demo | None
    path: str
    origin: str
    pages: tuple[str, ...] = ()


def present(request: HttpRequest) -> datetime:
    """Return the present of a request (aware, UTC); in a demonstration it may be any day."""
    instant: datetime = request.present()  # type: ignore[attr-defined] # config.middleware gives it to every request
    return instant


def page_frame(request: HttpRequest) -> Frame:
    """Return the frame of a page."""
    wanted = preferences(request)
    return Frame(
        lang=wanted.lang,
        theme=wanted.theme,
        demo=_demo(request, wanted.lang) if settings.GELEIT.demo else None,
        path=request.get_full_path(),
        origin=settings.GELEIT.url,
        pages=tuple(site_pages()),
    )


def page_context(request: HttpRequest) -> Mapping[str, Any]:
    """Return what every template gets besides its own values, for Django's context processors."""
    frame = page_frame(request)
    return {"frame": frame, "lang": frame.lang, "comma": "，" if frame.lang == "zh" else ", "}


def _demo(request: HttpRequest, lang: Language) -> Demo:
    day = present(request).astimezone(HOME).date()
    return Demo(format_day(day, lang), day.isoformat())
