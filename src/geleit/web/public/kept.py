"""Public pages that are kept ready: made once for a version, a language and a look, then only sent.

A published version never changes, so what was made of it holds. What else decides a page (theme, the day of a
demonstration, whether applications are open) is part of its name. A kept page knows nothing of who asks.
"""

import gzip
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import brotli
from django.http import HttpRequest, HttpResponse

from geleit.documents.html.content import TAGS
from geleit.domain.text import Language
from geleit.services.read_published import Published, piece_of_published
from geleit.web.shared.transport import accepted_encoding, etag_matches

BROTLI_QUALITY = 9
GZIP_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Kept:
    """Something to send.

    Parameters
    ----------
    body
        By content coding: "" as it is, "br", "gzip".
    etag
        Of the content, in quotes.
    """

    body: Mapping[str, bytes]
    content_type: str
    etag: str


def keep(body: bytes, content_type: str) -> Kept:
    """Return something to send, with its compressed forms; pictures are compressed already."""
    bodies = {"": body}
    if not content_type.startswith("image/png"):
        bodies |= {
            "br": brotli.compress(body, quality=BROTLI_QUALITY),
            "gzip": gzip.compress(body, GZIP_LEVEL, mtime=0),
        }
    return Kept(MappingProxyType(bodies), content_type, f'"{hashlib.sha256(body).hexdigest()[:20]}"')


def kept_piece(version: Published, lang: Language, name: str, make: Callable[[], Kept]) -> Kept:
    """Return a piece of a published version, made once per process.

    Parameters
    ----------
    name
        Together with version and language it must say everything the piece depends on.
    """
    return piece_of_published(version=version, language=lang, piece=name, make=make)


def send(request: HttpRequest, kept: Kept, lang: Language, *, vary: str = "Accept-Encoding") -> HttpResponse:
    """Answer with something kept, or with 304 where the reader has it.

    Parameters
    ----------
    vary
        Request headers that decide the content.
    """
    if etag_matches(request.headers.get("If-None-Match", ""), kept.etag):
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
    else:
        coding = accepted_encoding(request.headers.get("Accept-Encoding", ""), kept.body)
        response = HttpResponse(kept.body[coding], content_type=kept.content_type)
        response.headers["Content-Language"] = TAGS[lang]
        if coding:
            response.headers["Content-Encoding"] = coding
    response.headers["ETag"] = kept.etag
    response.headers["Vary"] = vary
    response.headers["Cache-Control"] = "no-cache"
    return response
