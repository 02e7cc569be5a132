"""A company's own application, opened by its personal link; whoever has the link may see and change it."""

from collections.abc import Callable
from functools import wraps
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from geleit.domain.applications.status import NEXT, ApplicationStatus
from geleit.domain.text import Language
from geleit.domain.wording import format_day
from geleit.services.amend_application import may_be_amended
from geleit.services.application_links import receipt_progress, replace_link
from geleit.services.applications_common import today_of
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.papers import read_paper
from geleit.services.personal_links import LinkEndedError, resolve_link
from geleit.services.read_application import read_application
from geleit.services.start_application import PURPOSE, company_actor
from geleit.services.withdraw_application import withdraw_application
from geleit.web.public.addresses import trip_url
from geleit.web.public.apply.guards import refuse_too_large
from geleit.web.public.apply.lost import link_page
from geleit.web.public.apply.pages import (
    DONE,
    Notice,
    Own,
    Setting,
    form_page,
    frame_of,
    full_url,
    own_of,
    own_url,
    private,
    setting_of,
    shown_in,
)
from geleit.web.public.apply.sending import send
from geleit.web.public.apply.shown import SECTIONS, told
from geleit.web.public.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render

View = Callable[..., HttpResponse]
REASON_MAX: Final = 1000
"""Characters of a reason for withdrawing."""
_BADGES: Final = {
    ApplicationStatus.ADMITTED: "success",
    ApplicationStatus.TRAVELLED: "success",
    ApplicationStatus.INCOMPLETE: "warning",
    ApplicationStatus.DRAFT: "warning",
}


def with_link(view: View) -> View:
    """Open the application of a link for a view; one that opens nothing leads to where there is a new one."""

    @wraps(view)
    def opened(request: HttpRequest, lang: Language, token: str, **more: str) -> HttpResponse:
        now = present(request)
        try:
            link = resolve_link(token=token, purpose=PURPOSE, now=now)
            stored = read_application(reference=link.subject)
        except LinkEndedError:
            return link_page(request, lang, status=410, notice="gone")
        except NotFoundError:
            return link_page(request, lang, status=404, notice="unknown")
        setting = setting_of(request, lang, stored.trip)
        own = own_of(request, token, link, stored, lang)
        return private(view(request, setting, own, **more))

    return opened


@csrf_exempt  # the size is looked at before anything is read; then `_application` asks for the token
@require_http_methods(["GET", "HEAD", "POST"])
def application(request: HttpRequest, lang: Language, token: str) -> HttpResponse:
    """Show an application, as a form as long as it may be changed, and take what is sent."""
    refuse_too_large(request)
    return _application(request, lang, token)


@csrf_protect
@with_link
def _application(request: HttpRequest, setting: Setting, own: Own) -> HttpResponse:
    if request.method == "POST":
        return send(request, setting, own)
    notices = _done(request, setting)
    status, is_open = own.stored.status, setting.call.is_open
    is_draft = status is ApplicationStatus.INCOMPLETE or (status is ApplicationStatus.DRAFT and is_open)
    if is_draft or ("edit" in request.GET and may_be_amended(status, is_open=is_open)):
        return form_page(
            request,
            setting,
            setting.form(own.stored.application),
            action=own_url(own.token, setting.lang),
            frame=frame_of(setting, "application", token=own.token),
            notices=notices,
            own=own,
            version=own.stored.version,
        )
    return status_page(request, setting, own, notices=notices)


@require_http_methods(["GET", "HEAD", "POST"])
@with_link
def withdraw(request: HttpRequest, setting: Setting, own: Own) -> HttpResponse:
    """Ask whether the application is to be withdrawn, and do it."""
    if request.method == "POST":
        try:
            withdraw_application(
                reference=own.reference,
                by=company_actor(own.reference),
                now=setting.now,
                reason=_plain(request.POST.get("reason", "")),
            )
        except FaultError:
            notice = Notice("danger", setting.say("ap_withdraw_wrong"), setting.say("ap_unchanged"))
            return status_page(request, setting, own, status=409, notices=(notice,))
        return HttpResponseRedirect(f"{own_url(own.token, setting.lang)}?done=withdrawn")
    if not _may_withdraw(own):
        return HttpResponseRedirect(own_url(own.token, setting.lang))
    is_admitted = own.stored.status is ApplicationStatus.ADMITTED
    frame = frame_of(setting, "withdraw", token=own.token)
    return render(request, "public/apply_withdraw.html", WORDS, own=own, is_admitted=is_admitted, **frame)


@require_POST
@with_link
def new_link(request: HttpRequest, setting: Setting, own: Own) -> HttpResponse:
    """Block every link of the application and give a new one."""
    token = replace_link(
        reference=own.reference,
        link_to=lambda made: full_url(request, made, setting.lang),
        by=company_actor(own.reference),
        now=setting.now,
    )
    return HttpResponseRedirect(f"{own_url(token, setting.lang)}?done=replaced")


@require_safe
@with_link
def paper(_request: HttpRequest, _setting: Setting, own: Own, *, paper: str) -> HttpResponse:
    """Give a paper back to the company."""
    try:
        found, content = read_paper(reference=own.reference, paper=paper)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    response = HttpResponse(content, content_type=found.media_type)
    response.headers["Content-Disposition"] = "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def status_page(
    request: HttpRequest,
    setting: Setting,
    own: Own,
    *,
    status: int = 200,
    notices: tuple[Notice, ...] = (),
) -> HttpResponse:
    """Answer with where an application stands and what it says."""
    stored, lang = own.stored, setting.lang
    said = told(setting.form(stored.application))
    is_draft = stored.submitted_at is None
    submitted = None if stored.submitted_at is None else today_of(setting.trip, stored.submitted_at)
    return render(
        request,
        "public/apply_status.html",
        WORDS,
        status=status,
        own=own,
        notices=notices,
        state=stored.status.value,
        badge_kind=_BADGES.get(stored.status, "info"),
        rank=stored.waiting_rank,
        receipt=receipt_progress(reference=own.reference).value,
        submitted_on=format_day(submitted, lang) if submitted else "",
        said=[(name, [one for one in said if one.section == name]) for name in SECTIONS],
        is_draft=is_draft,
        may_edit=may_be_amended(stored.status, is_open=setting.call.is_open),
        may_withdraw=_may_withdraw(own),
        begin_url=trip_url(setting.trip.id, shown_in(setting), "apply") if setting.call.is_open else "",
        **frame_of(setting, "application", token=own.token),
    )


def _plain(text: str) -> str:
    """Return a text without what no store takes; it is for people, and short."""
    return "".join(char if char.isprintable() else " " for char in text[:REASON_MAX])


def _may_withdraw(own: Own) -> bool:
    return bool(NEXT[own.stored.status] & {ApplicationStatus.WITHDRAWN, ApplicationStatus.CANCELLED})


def _done(request: HttpRequest, setting: Setting) -> tuple[Notice, ...]:
    done = request.GET.get("done", "")
    if done not in DONE:
        return ()
    return (Notice("success", setting.say(f"ap_did_{done}"), setting.say(f"ap_did_{done}_text")),)
