"""A new application: anybody may begin one while the call is open."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from geleit.domain.applications.application import Application
from geleit.domain.text import Language
from geleit.services.application_links import reopen_by_form
from geleit.services.applications_common import ApplicationError
from geleit.services.faults import FaultError
from geleit.services.personal_links import resolve_link
from geleit.services.read_application import read_application
from geleit.services.start_application import PURPOSE, Started, start_application
from geleit.web.public.addresses import trip_url
from geleit.web.public.apply.form import ApplicationForm
from geleit.web.public.apply.guards import (
    STARTS_AN_HOUR,
    Objection,
    new_form_key,
    objection_to,
    read_form_key,
    refuse_too_large,
    too_often,
)
from geleit.web.public.apply.pages import (
    Notice,
    Own,
    Setting,
    form_page,
    frame_of,
    full_url,
    own_of,
    private,
    setting_of,
)
from geleit.web.public.apply.sending import Sent, closed_notice, finish
from geleit.web.public.apply.shown import differences
from geleit.web.public.apply.uploads import keep_papers, sent_files
from geleit.web.public.published import version_in
from geleit.web.public.words import WORDS
from geleit.web.shared.pages import render


@csrf_exempt  # the size is looked at before anything is read; then `_apply` asks for the token
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, lang: Language, key: str) -> HttpResponse:
    """Show the empty form, and take the first one that is sent."""
    refuse_too_large(request)
    return _apply(request, lang, key)


@csrf_protect
def _apply(request: HttpRequest, lang: Language, key: str) -> HttpResponse:
    version_in(lang, key)
    setting = setting_of(request, lang, key)
    if request.method == "POST":
        return _take(request, setting)
    if not setting.call.is_open:
        page = render(request, "public/apply_closed.html", WORDS, **frame_of(setting, "apply", key=key))
        return private(page)
    return _page(request, setting, setting.form(Application(language=lang)), new_form_key())


def _take(request: HttpRequest, setting: Setting) -> HttpResponse:
    action, mark = request.POST.get("action", "save"), request.POST.get("form_key", "")
    more = action.removeprefix("add_") if action.startswith("add_") else ""
    objection = None if more else objection_to(request)
    shown = setting.form(
        Application(language=setting.lang), data=request.POST, more=more, is_checked=not (more or objection)
    )
    if objection:
        return _objected(request, setting, shown, objection)
    if more:
        return _page(request, setting, shown, mark if read_form_key(mark) else new_form_key())
    if not setting.call.is_open:
        return _page(request, setting, shown, mark, 409, notices=(closed_notice(setting),))
    if not shown.is_valid():
        return _wrong(request, setting, shown, mark)
    if late := too_often(request, "start", STARTS_AN_HOUR):
        return _objected(request, setting, shown, late)
    return _begin(request, setting, shown, mark)


def _begin(request: HttpRequest, setting: Setting, form: ApplicationForm, mark: str) -> HttpResponse:
    application, key = form.application(), read_form_key(mark)
    try:
        started = start_application(
            trip=setting.trip.id,
            application=application,
            link_to=lambda token: full_url(request, token, setting.lang),
            now=setting.now,
            submit_key=key.key if key else "",
        )
    except ApplicationError as error:
        form.take(error.problems, application)
        return _wrong(request, setting, form, mark)
    except FaultError:  # the deadline passed while the form was on its way
        return _page(request, setting, form, mark, 409, notices=(closed_notice(setting),))
    token = _token(started, key.key if key else "", setting)
    if token is None:
        return _used(request, setting, form, mark)
    sent = Sent(
        request=request,
        setting=setting,
        own=_own(request, setting, started.reference, token),
        form=form,
        action=request.POST.get("action", "save"),
    )
    return _begun(sent, application, is_new=started.is_new)


def _begun(sent: Sent, application: Application, *, is_new: bool) -> HttpResponse:
    """Go on with the draft; a form that was sent twice with other content shows both versions."""
    setting, form, reference = sent.setting, sent.form, sent.own.reference
    wrong = keep_papers(sent.request, reference, setting.call.terms, lang=setting.lang, now=setting.now)
    own = replace(sent.own, stored=read_application(reference=reference))
    if not is_new and (found := differences(form, own.stored.application, application)):
        return replace(sent, own=own).page(409, different=found)
    form.initial = {**form.initial, "contact-email": application.contact.email}  # the link is mailed already
    return finish(replace(sent, own=own, wrong_papers=wrong), application, "started")


def _own(request: HttpRequest, setting: Setting, reference: str, token: str) -> Own:
    link = resolve_link(token=token, purpose=PURPOSE, now=setting.now)
    return own_of(request, token, link, read_application(reference=reference), setting.lang)


def _token(started: Started, key: str, setting: Setting) -> str | None:
    return started.token if started.is_new else reopen_by_form(submit_key=key, now=setting.now)


def _used(request: HttpRequest, setting: Setting, form: ApplicationForm, mark: str) -> HttpResponse:
    notice = Notice("warning", setting.say("ap_used_title"), setting.say("ap_used_text"))
    return _page(request, setting, form, mark, 409, notices=(notice,))


def _wrong(request: HttpRequest, setting: Setting, form: ApplicationForm, mark: str) -> HttpResponse:
    if sent_files(request):
        form.add_error("papers", setting.say("ap_paper_again"))
    return _page(request, setting, form, mark, 400, lead=setting.say("ap_not_saved"))


def _objected(
    request: HttpRequest, setting: Setting, form: ApplicationForm, objection: Objection
) -> HttpResponse:
    mark = request.POST.get("form_key", "")
    values = (objection.minutes,) if objection.minutes else ()
    title, text = f"ap_{objection.key}_title", f"ap_{objection.key}_text"
    notice = Notice("danger", setting.say(title), setting.say(text, *values))
    kept = mark if objection.key != "key" else new_form_key()
    response = _page(request, setting, form, kept, objection.status, notices=(notice,))
    if objection.minutes:
        response.headers["Retry-After"] = str(objection.minutes * 60)
    return response


def _page(
    request: HttpRequest,
    setting: Setting,
    form: ApplicationForm,
    mark: str,
    status: int = 200,
    **given: Any,  # noqa: ANN401 # the page's own arguments
) -> HttpResponse:
    return form_page(
        request,
        setting,
        form,
        action=trip_url(setting.trip.id, setting.lang, "apply"),
        frame=frame_of(setting, "apply", key=setting.trip.id),
        status=status,
        form_key=mark,
        **given,
    )
