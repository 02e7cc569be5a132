"""The operator's own pages: imprint and privacy."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from geleit.domain.text import LANGUAGES, Language
from geleit.web.public.addresses import alternates
from geleit.web.public.words import WORDS
from geleit.web.shared.frame import page_frame
from geleit.web.shared.pages import render
from geleit.web.shared.site_pages import blocks_of, page_in, site_pages


@require_safe
def site_page(request: HttpRequest, lang: Language, kind: str) -> HttpResponse:
    """Show a page that the operator has written, in another language where there is no other; it then says so."""
    text = page_in(kind, lang)
    if text is None:
        raise Http404(f"no {kind} is written")
    addresses = {one: reverse(f"public:{kind}", kwargs={"lang": one}) for one in LANGUAGES}
    own = {one: addresses[one] for one in LANGUAGES if not site_pages()[kind].lacks(one)}
    response = render(
        request,
        "public/site_page.html",
        WORDS,
        kind=kind,
        text=text,
        blocks=blocks_of(text.text),
        addresses=addresses,
        alternates=alternates(own, page_frame(request).origin),
    )
    response.headers["Vary"] = "Cookie"
    return response
