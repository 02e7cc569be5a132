"""How a view answers with a page, or with a piece of one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.backends.jinja2 import Jinja2

from geleit.documents.html.content import TAGS
from geleit.web.shared.frame import page_context
from geleit.web.shared.wordbook import BASE, Wordbook


def render(
    request: HttpRequest,
    template: str,
    words: Wordbook = BASE,
    *,
    status: int = 200,
    fragment: str | None = None,
    **context: object,
) -> HttpResponse:
    """Answer with a page.

    Parameters
    ----------
    template
        Path below the folders of ``templating.TEMPLATE_DIRS``, such as ``organiser/trips.html``.
    words
        Of the surface; the frame's and the documents' are in every wordbook.
    fragment
        Name of the one block to answer with, for htmx; the whole page without.
    context
        What the template is given besides ``frame``, ``lang``, ``wordbook`` and the engine's own names.

    Returns
    -------
    HttpResponse
        HTML that says its language and may not be kept by caches; a view of public pages says otherwise.
    """
    text = rendered(request, template, words, fragment=fragment, **context)
    response = HttpResponse(text, status=status)
    response.headers["Content-Language"] = TAGS[page_context(request)["lang"]]
    response.headers["Cache-Control"] = "no-store" if request.user.is_authenticated else "no-cache"
    response.headers["Vary"] = "Cookie, Accept-Language, HX-Request"
    return response


def rendered(
    request: HttpRequest,
    template: str,
    words: Wordbook = BASE,
    *,
    fragment: str | None = None,
    **context: object,
) -> str:
    """Return the HTML of a page, or of one of its blocks."""
    engine = jinja_engine()
    given = {**context, "wordbook": words}
    found = engine.get_template(template)
    if fragment is None:
        return str(found.render(given, request))
    values: dict[str, Any] = {"request": request, **given, **page_context(request)}
    inner = found.template
    blocks = inner.blocks[fragment](inner.new_context(values))
    return "".join(blocks)


def is_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks for a piece of a page; after going back in history it asks for the whole."""
    headers = request.headers
    return "HX-Request" in headers and "HX-History-Restore-Request" not in headers


def jinja_engine() -> Jinja2:
    """Return Geleit's template engine."""
    engine = engines["jinja2"]
    if not isinstance(engine, Jinja2):
        raise TypeError("the template engine named jinja2 must be Django's Jinja2 backend")
    return engine
