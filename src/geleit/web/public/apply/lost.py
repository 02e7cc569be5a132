"""A lost link: anybody may ask for a new one, and learns nothing by it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from geleit.domain.applications.check import EMAIL_MAX
from geleit.domain.text import Language
from geleit.services.application_links import send_new_links
from geleit.web.public.apply.fields import MISREAD, Line
from geleit.web.public.apply.guards import LINKS_AN_HOUR, too_often
from geleit.web.public.apply.pages import full_url, private, site_frame
from geleit.web.public.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render


class LostForm(forms.Form):
    """The address to which the link goes."""

    use_required_attribute = False

    def __init__(self, lang: Language, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type] # Django's own arguments, passed on
        self.lang = lang
        widget = forms.TextInput(attrs={"autocomplete": "email"})
        widget.input_type = "email"
        self.fields["email"] = Line(label=WORDS.say("ap_email", lang), needed=True, widget=widget)

    def clean_email(self) -> str:
        """Return the address, or say what is wrong with it."""
        given = str(self.cleaned_data["email"])
        name, _, domain = given.partition("@")
        is_odd = MISREAD in given or not given.isprintable() or len(given.split()) > 1
        if not name or "." not in domain or len(given) > EMAIL_MAX or is_odd:
            raise forms.ValidationError(WORDS.say("ap_email_wrong", self.lang, given[:60]))
        return given


@require_http_methods(["GET", "HEAD", "POST"])
def lost_link(request: HttpRequest, lang: Language) -> HttpResponse:
    """Ask for the address, and mail the link if there is one: the answer is the same either way."""
    if request.method != "POST":
        return link_page(request, lang)
    form = LostForm(lang, request.POST)
    if not form.is_valid():
        return link_page(request, lang, status=400, form=form)
    late = too_often(request, "link", LINKS_AN_HOUR)
    if late:
        response = link_page(request, lang, status=429, notice="often", form=form, minutes=late.minutes)
        response.headers["Retry-After"] = str(late.minutes * 60)
        return response
    email = form.cleaned_data["email"]
    send_new_links(email=email, link_to=lambda token: full_url(request, token, lang), now=present(request))
    return link_page(request, lang, notice="lost_done", email=email)


def link_page(
    request: HttpRequest,
    lang: Language,
    *,
    status: int = 200,
    notice: str = "",
    form: LostForm | None = None,
    email: str = "",
    minutes: int = 0,
) -> HttpResponse:
    """Answer with the form that sends a new link.

    Parameters
    ----------
    notice
        ``gone`` or ``unknown`` for a link that opens nothing, ``often``, ``lost_done``; empty for none.
    """
    page = render(
        request,
        "public/apply_lost.html",
        WORDS,
        status=status,
        form=form or LostForm(lang),
        notice=notice,
        values=[one for one in (email, minutes) if one],
        **site_frame("lost_link"),
    )
    return private(page)
