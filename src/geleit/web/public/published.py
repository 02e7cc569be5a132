"""What every view of the public site begins with: the published version, the language, the day."""

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest

from geleit.domain.text import Language
from geleit.services.faults import NotFoundError
from geleit.services.read_published import Published, read_published
from geleit.web.public.addresses import trip_languages
from geleit.web.shared.frame import Frame, present

_HOME: Final = ZoneInfo("Europe/Berlin")


def published_or_404(key: str) -> Published:
    """Return a trip's newest published version; a trip without one does not exist for the public."""
    try:
        return read_published(key=key)
    except NotFoundError as error:
        raise Http404(str(error)) from error


def version_in(lang: Language, key: str) -> Published:
    """Return a trip's newest published version if the trip has pages in the language."""
    version = published_or_404(key)
    if lang not in trip_languages(version.trip):
        raise Http404(f"no pages in {lang} of {key!r}")
    return version


def piece_name(piece: str, frame: Frame) -> str:
    """Return the name of a page that is kept: all that decides it besides version and language."""
    return f"{piece}/{frame.theme}/{frame.demo.day if frame.demo else ''}/{frame.origin}"


def today(request: HttpRequest) -> date:
    """Return the day it is where the trips are announced."""
    return present(request).astimezone(_HOME).date()
