"""The audit trail and the personal links of a trip."""

import json
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from geleit.domain.text import Language
from geleit.domain.wording import format_day
from geleit.services.access import Permission
from geleit.services.faults import NotFoundError
from geleit.services.list_links import LinkLine, list_links, revoke_trip_link
from geleit.services.read_audit import AuditQuery, Entry, export_audit, read_audit
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.forms import AuditForm
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import HOME, present
from geleit.web.shared.listing import Column, listing, read_query
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences

VALUE_CHARS = 300
"""Of one value in the trail, longer ones are cut; the export has them whole."""


@organiser_view(Permission.SEE_AUDIT)
def audit(request: TripRequest, trip: str) -> HttpResponse:
    """Show who did what and when, from what to what."""
    lang = preferences(request).lang
    form = AuditForm(lang, request.GET or None)
    query = form.query()
    found = read_audit(trip=request.trip.id, query=query)
    form.offer(found.actions)
    return render(
        request,
        "organiser/audit.html",
        WORDS,
        trip=trip,
        form=form,
        found=found,
        entries=[_entry(entry, lang) for entry in found.entries],
        at=form.address,
        is_filtered=query != AuditQuery(page=query.page),
    )


@organiser_view(Permission.SEE_AUDIT)
def audit_csv(request: TripRequest, trip: str) -> HttpResponse:
    """Give the entries found as a file."""
    query = AuditForm(preferences(request).lang, request.GET or None).query()
    content = export_audit(trip=request.trip.id, query=query, by=request.member.actor, now=present(request))
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{trip}-audit.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response


@organiser_view(Permission.SEE_LINKS)
def links(request: TripRequest, trip: str) -> HttpResponse:
    """Show which personal links there are."""
    lang = preferences(request).lang
    columns: list[Column[LinkLine]] = [
        Column(key="label", label=WORDS.say("link_for", lang), order=lambda line: line.label.casefold()),
        Column(key="purpose", label=WORDS.say("link_purpose", lang), order=lambda line: line.purpose),
        Column(key="state", label=WORDS.say("link_state", lang), order=lambda line: line.state.value),
        Column(key="expires", label=WORDS.say("link_expires", lang), order=lambda line: line.expires_at),
        Column(key="used", label=WORDS.say("link_used", lang), order=lambda line: line.used_count),
    ]
    query = read_query(request.GET, columns, ("state",))
    wanted = dict(query.others).get("state", "")
    rows = [
        line for line in list_links(trip=request.trip.id, now=present(request)) if wanted in ("", line.state)
    ]
    shown = listing(rows, columns, query, text=lambda line: f"{line.label} {line.purpose} {line.subject}")
    return render(
        request,
        "organiser/links.html",
        WORDS,
        trip=trip,
        listing=shown,
        wanted=wanted,
        rows=[_link(line, lang) for line in shown.rows],
        may_revoke=request.member.may(Permission.REVOKE_LINKS),
    )


@organiser_view(Permission.SEE_LINKS, change=Permission.REVOKE_LINKS)
def link_revoke(request: TripRequest, trip: str, link: int) -> HttpResponse:
    """Take a link back."""
    if request.method == "POST":
        try:
            revoke_trip_link(trip=request.trip.id, link=link, by=request.member.actor, now=present(request))
        except NotFoundError as error:
            raise Http404(str(error)) from error
        messages.success(request, WORDS.say("link_revoked", preferences(request).lang))
    return HttpResponseRedirect(reverse("organiser:links", args=[trip]))


def _link(line: LinkLine, lang: Language) -> dict[str, Any]:
    return {
        "id": line.id,
        "label": line.label or line.subject,
        "purpose": WORDS.say(f"purpose_{line.purpose}", lang)
        if f"purpose_{line.purpose}" in WORDS.own
        else line.purpose,
        "state": line.state.value,
        "expires": format_day(line.expires_at.astimezone(HOME).date(), lang, weekday=False),
        "used": line.used_count,
    }


def _entry(entry: Entry, lang: Language) -> dict[str, Any]:
    local = entry.at.astimezone(HOME)
    return {
        "day": format_day(local.date(), lang, weekday=False),
        "time": f"{local:%H:%M:%S}",
        "who": entry.name or entry.actor,
        "actor": entry.actor if entry.name else "",
        "action": action_text(entry.action, lang),
        "subject": entry.subject,
        "changes": list(_changes(entry.before, entry.after)),
    }


def action_text(action: str, lang: Language) -> str:
    """Return what was done in words; an action that has none yet is named as the trail has it."""
    if f"act_{action}" in WORDS.own:
        return WORDS.say(f"act_{action}", lang)
    return action.replace("_", " ")


def _changes(before: Any, after: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401 # whatever JSON holds
    """Yield what changed: the field, its value before and after; "" where there is none."""
    if isinstance(before, dict) or isinstance(after, dict):
        was, now = before or {}, after or {}
        if isinstance(was, dict) and isinstance(now, dict):
            for name in {**was, **now}:
                if (was.get(name) or "") != (now.get(name) or ""):
                    yield name, _value(was.get(name)), _value(now.get(name))
            return
    if before is not None or after is not None:
        yield "", _value(before), _value(after)


def _value(value: Any) -> str:  # noqa: ANN401 # whatever JSON holds
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= VALUE_CHARS else f"{text[:VALUE_CHARS]} …"
