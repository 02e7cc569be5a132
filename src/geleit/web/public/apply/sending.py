"""What happens to a form that a personal link's owner has sent: papers, save, then submit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from geleit.domain.applications.application import Application
from geleit.services.amend_application import amend_application
from geleit.services.application_links import mail_known_link, send_new_links
from geleit.services.applications_common import ApplicationError, StoredApplication
from geleit.services.faults import FaultError, OvertakenError
from geleit.services.papers import remove_paper
from geleit.services.read_application import read_application
from geleit.services.save_draft_application import save_draft_application
from geleit.services.start_application import company_actor
from geleit.services.submit_application import submit_application
from geleit.web.public.apply.form import ApplicationForm
from geleit.web.public.apply.pages import (
    Notice,
    Own,
    Setting,
    form_page,
    frame_of,
    full_url,
    own_url,
    private,
    setting_of,
)
from geleit.web.public.apply.shown import differences
from geleit.web.public.apply.uploads import keep_papers


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form on its way: what was sent, for which application.

    Parameters
    ----------
    action
        The button: ``save``, ``submit``, ``upload``, ``remove:`` with a paper, ``add_`` with a kind of row.
    wrong_papers
        What is wrong with files that came along.
    """

    request: HttpRequest
    setting: Setting
    own: Own
    form: ApplicationForm
    action: str
    wrong_papers: Sequence[str] = ()

    def page(self, status: int, **given: Any) -> HttpResponse:  # noqa: ANN401 # the page's own arguments
        """Answer with the form as it was sent."""
        version = given.pop("version", None)
        return form_page(
            self.request,
            self.setting,
            self.form,
            action=own_url(self.own.token, self.setting.lang),
            frame=frame_of(self.setting, "application", token=self.own.token),
            status=status,
            own=self.own,
            version=self.own.stored.version if version is None else version,
            **given,
        )


def send(request: HttpRequest, setting: Setting, own: Own) -> HttpResponse:
    """Take a form that the owner of a link has sent."""
    action = request.POST.get("action", "save")
    lang, reference = setting.lang, own.reference
    wrong = keep_papers(request, reference, setting.call.terms, lang=lang, now=setting.now)
    if action.startswith("remove:"):
        _remove(setting, reference, action.removeprefix("remove:"))
    own = replace(own, stored=read_application(reference=reference))
    more = action.removeprefix("add_") if action.startswith("add_") else ""
    form = setting.form(own.stored.application, data=request.POST, more=more, is_checked=not more)
    sent = Sent(request=request, setting=setting, own=own, form=form, action=action, wrong_papers=wrong)
    if more:
        return sent.page(200, version=_version(request))
    if not form.is_valid():
        _show_wrong_papers(sent)
        return sent.page(400, version=_version(request), lead=setting.say("ap_not_saved"))
    return _save(sent, form.application())


def _save(sent: Sent, application: Application) -> HttpResponse:
    setting, own, status = sent.setting, sent.own, sent.own.stored.status
    keep = save_draft_application if status.may_be_edited else amend_application
    done = "saved" if status.may_be_edited else "changed"
    try:
        stored = keep(
            reference=own.reference,
            application=application,
            expected_version=_version(sent.request),
            by=company_actor(own.reference),
            now=setting.now,
        )
    except OvertakenError:
        stored = read_application(reference=own.reference)
        if found := differences(sent.form, stored.application, application):
            latest = replace(sent, own=replace(own, stored=stored))
            return latest.page(409, different=found)
    except ApplicationError as error:
        sent.form.take(error.problems, application)
        return sent.page(400, version=_version(sent.request), lead=setting.say("ap_not_saved"))
    except FaultError:
        return _refused(sent, application)
    return finish(replace(sent, own=replace(own, stored=stored)), application, done)


def finish(sent: Sent, application: Application, done: str) -> HttpResponse:
    """Go on after an application is kept: mail the link, complain of papers, submit.

    Parameters
    ----------
    done
        What the next page says has been done.
    """
    setting, own = sent.setting, sent.own
    _mail_to_new_address(sent, application)
    if sent.wrong_papers:
        _show_wrong_papers(sent)
        return sent.page(400, lead=setting.say("ap_saved_but"))
    if sent.action != "submit":
        place = "#papers" if sent.action == "upload" or sent.action.startswith("remove:") else ""
        return _go(own, setting, done, place)
    try:
        submit_application(
            reference=own.reference,
            by=company_actor(own.reference),
            now=setting.now,
            link=full_url(sent.request, own.token, setting.lang),
            terms_seen=_number(sent.request, "terms_version"),
        )
    except ApplicationError as error:
        sent.form.take(error.problems, application)
        return sent.page(400, lead=setting.say("ap_saved_not_sent"))
    except FaultError as error:
        if error.code == "terms_changed":
            return _terms_changed(sent)
        return _not_submitted(sent, application)
    return _go(own, setting, "submitted")


def closed_notice(setting: Setting) -> Notice:
    """Return what is said to one who comes after the deadline."""
    told = (
        setting.say("ap_closed_text", setting.deadline),
        setting.say("ap_closed_late"),
        setting.say("ap_closed_ask", setting.contact),
    )
    return Notice("warning", setting.say("ap_closed_title"), " ".join(told))


def _mail_to_new_address(sent: Sent, application: Application) -> None:
    """Mail the link where the address is another than the one it went to."""
    named = application.contact.email.strip().casefold()
    before = str(sent.form.initial.get("contact-email", "")).strip().casefold()
    if named and named != before:
        link = full_url(sent.request, sent.own.token, sent.setting.lang)
        mail_known_link(reference=sent.own.reference, link=link, now=sent.setting.now)


def _refused(sent: Sent, application: Application) -> HttpResponse:
    """Answer where nothing may be changed any more, or where it would become another application."""
    setting = sent.setting
    stored = read_application(reference=sent.own.reference)
    notice = Notice("warning", setting.say("ap_locked_title"), setting.say("ap_locked_text", setting.contact))
    found = differences(sent.form, stored.application, application)
    return sent.page(409, notices=(notice,), different=found or None)


def _terms_changed(sent: Sent) -> HttpResponse:
    """Show the form with the terms as they are now; the box is to be ticked again."""
    setting = setting_of(sent.request, sent.setting.lang, sent.setting.trip.id)
    title, text = setting.say("ap_terms_changed_title"), setting.say("ap_terms_changed_text")
    latest = replace(
        sent, setting=setting, own=replace(sent.own, stored=read_application(reference=sent.own.reference))
    )
    return latest.page(409, notices=(Notice("warning", title, text),))


def _not_submitted(sent: Sent, application: Application) -> HttpResponse:
    setting, own = sent.setting, sent.own
    stored: StoredApplication = read_application(reference=own.reference)
    if not stored.status.may_be_edited:
        return _go(own, setting, "saved")
    if not setting.call.is_open:
        return sent.page(409, notices=(closed_notice(setting),))
    email = application.contact.email
    send_new_links(
        email=email, link_to=lambda token: full_url(sent.request, token, setting.lang), now=setting.now
    )
    notice = Notice("warning", setting.say("ap_twice_title"), setting.say("ap_twice_text", email))
    return sent.page(409, notices=(notice,))


def _remove(setting: Setting, reference: str, paper: str) -> None:
    try:
        remove_paper(reference=reference, paper=paper, by=company_actor(reference), now=setting.now)
    except FaultError:  # removed already in another window, or locked: the page shows what there is
        return


def _show_wrong_papers(sent: Sent) -> None:
    for fault in sent.wrong_papers:
        sent.form.add_error("papers", fault)


def _version(request: HttpRequest) -> int:
    return _number(request, "version")


def _number(request: HttpRequest, name: str) -> int:
    told = request.POST.get(name, "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 0


def _go(own: Own, setting: Setting, done: str, place: str = "") -> HttpResponse:
    return private(HttpResponseRedirect(f"{own_url(own.token, setting.lang)}?done={done}{place}"))
