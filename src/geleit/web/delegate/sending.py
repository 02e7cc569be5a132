"""How a delegate's page is sent: compressed, for this reader alone, and again only when it has changed."""

import gzip
import hashlib
from typing import Any

import brotli
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from geleit.documents.html.content import TAGS
from geleit.web.delegate.access import token_of
from geleit.web.delegate.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import rendered
from geleit.web.shared.preferences import preferences
from geleit.web.shared.transport import accepted_encoding, etag_matches

BROTLI_QUALITY = 4
GZIP_LEVEL = 4
PRIVATE = "private, no-cache"
PATHS = {"today": "", "trip": "trip/", "people": "people/", "help": "help/"}
"""Where the pages of the bottom bar lie below the person's address."""
PRESENT = "Geleit-Present"
"""Header that tells a phone what the server's clock shows, so that a copy goes by the same clock."""


def page(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:  # noqa: ANN401 # whatever a template takes
    """Answer with a page of the delegate's.

    Parameters
    ----------
    template
        Name in ``templates/delegate`` without ending.
    """
    base = reverse("delegate:today", args=[token_of(request)])
    text = rendered(
        request,
        f"delegate/{template}.html",
        WORDS,
        token=token_of(request),
        base=base,
        paths=PATHS,
        **context,
    )
    lang = preferences(request).lang
    response = private(request, text.encode(), "text/html; charset=utf-8", status=status)
    response.headers["Content-Language"] = TAGS[lang]
    response.headers["Vary"] = "Accept-Encoding, Cookie, Accept-Language"
    response.headers[PRESENT] = present(request).isoformat(timespec="seconds")
    return response


def private(request: HttpRequest, body: bytes, content_type: str, *, status: int = 200) -> HttpResponse:
    """Answer with something of one person's: compressed, with a tag, or with 304 where the reader has it."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    if status == 200 and etag_matches(request.headers.get("If-None-Match", ""), etag):  # OK
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
    else:
        coding = accepted_encoding(request.headers.get("Accept-Encoding", ""), ("br", "gzip"))
        response = HttpResponse(_coded(body, coding), content_type=content_type, status=status)
        if coding:
            response.headers["Content-Encoding"] = coding
    response.headers["ETag"] = etag
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = PRIVATE
    return response


def _coded(body: bytes, coding: str) -> bytes:
    if coding == "br":
        return bytes(brotli.compress(body, quality=BROTLI_QUALITY))
    return gzip.compress(body, GZIP_LEVEL, mtime=0) if coding == "gzip" else body
