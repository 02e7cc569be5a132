"""Route, hotels, groups and the day of a trip: shown, and each changed on a page of its own."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from geleit.documents.words.violations import violation_text
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.validation import fix_of, message_of
from geleit.services.access import Permission
from geleit.services.board_change import causes_first
from geleit.services.edit_setup import (
    Effect,
    Outlook,
    SetupChange,
    SetupError,
    basis_of,
    change_setup,
    read_setup,
)
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.free_form import tongue
from geleit.web.organiser.setup.forms import FrameForm, GroupForm, LegForm, SetupForm, StationForm
from geleit.web.organiser.setup.shown import setup_rows
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences

SHOWN = 8
"""Findings that are told one by one; of more the number."""


@organiser_view(Permission.SEE_PROGRAMME)
def setup(request: TripRequest, trip: str) -> HttpResponse:
    """Show the route with its hotels, the groups and the day."""
    found = read_setup(key=trip)
    return render(
        request,
        "organiser/setup/setup.html",
        WORDS,
        may_edit=request.member.may(Permission.EDIT_PROGRAMME),
        **setup_rows(found, language(request)),
    )


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def leg(request: TripRequest, trip: str, part: str) -> HttpResponse:
    """Show the form of a leg, or save it."""
    found = read_setup(key=trip)
    if part not in found.leg_by_id:
        raise Http404(part)
    form = LegForm(found, language(request), found.leg_by_id[part], _given(request))
    title = WORDS.say("su_leg_of", form.lang, *leg_ends(found, part, form.lang))
    return answer_form(request, trip, form, title)


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def station(request: TripRequest, trip: str, part: str) -> HttpResponse:
    """Show the form of a station and its hotel, or save it."""
    found = read_setup(key=trip)
    if part not in found.station_by_id:
        raise Http404(part)
    form = StationForm(found, language(request), found.station_by_id[part], _given(request))
    may_remove = len(found.stations) > 1
    remove = reverse("organiser:setup_station_remove", args=[trip, part]) if may_remove else ""
    return answer_form(request, trip, form, str(form.station.name.get(form.lang)), remove=remove)


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def group(request: TripRequest, trip: str, part: str) -> HttpResponse:
    """Show the form of a group, new or there already, or save it."""
    found = read_setup(key=trip)
    if part and part not in found.group_by_id:
        raise Http404(part)
    form = GroupForm(found, language(request), found.group_by_id.get(part), _given(request))
    title = str(form.group.name.get(form.lang)) if form.group else WORDS.say("su_group_add", form.lang)
    may_remove = bool(part) and len(found.groups) > 1
    remove = reverse("organiser:setup_group_remove", args=[trip, part]) if may_remove else ""
    return answer_form(request, trip, form, title, remove=remove)


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def frame(request: TripRequest, trip: str) -> HttpResponse:
    """Show the form of the day, or save it."""
    form = FrameForm(read_setup(key=trip), language(request), _given(request))
    return answer_form(request, trip, form, WORDS.say("su_frame", form.lang))


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def remove_group(request: TripRequest, trip: str, part: str) -> HttpResponse:
    """Ask whether a group is to go, with what that means, and take it out."""
    found = read_setup(key=trip)
    if part not in found.group_by_id or len(found.groups) == 1:
        raise Http404(part)
    name = str(found.group_by_id[part].name.get(language(request)))
    seen = request.POST.get("seen", "") or basis_of(found.group_by_id[part])
    change = SetupChange(removed=(("groups", part),), seen={("groups", part): seen})
    return remove_page(request, trip, change, name, seen)


def refuse_page(request: TripRequest, name: str, fault: str) -> HttpResponse:
    """Say why something cannot go."""
    return render(
        request,
        "organiser/setup/remove.html",
        WORDS,
        status=400 if request.method == "POST" else 200,
        name=name,
        seen="",
        fault=fault,
        said=[],
        effects=[],
        is_asked=False,
        is_refused=True,
    )


def remove_page(request: TripRequest, trip: str, change: SetupChange, name: str, seen: str) -> HttpResponse:
    """Show what a removal means and ask for it, or do it."""
    lang = language(request)
    outlook, fault, status = None, "", 200
    said: list[str] = []
    try:
        outlook = (
            change_setup(
                key=trip,
                change=change,
                is_agreed=request.POST.get("do") == "anyway",
                by=request.member.actor,
                now=present(request),
            )
            if request.method == "POST"
            else None
        )
    except OvertakenError:
        fault, status = WORDS.say("list_overtaken", lang), 409
    except NotFoundError:
        fault, status = WORDS.say("list_gone", lang), 409
    except SetupError as error:
        speech = tongue(lang)
        said = [
            f"{_sentence(message_of(one, speech))} {_sentence(fix_of(one, speech))}".strip()
            for one in error.problems[:SHOWN]
        ]
        fault, status = WORDS.say("su_remove_not", lang, name), 400
    except FaultError as error:
        told = error.told(lang)
        fault, status = " ".join(f"{part.rstrip('.')}." for part in (told.happened, told.advice) if part), 400
    if outlook is not None and outlook.is_saved:
        messages.success(
            request, " ".join((WORDS.say("list_removed", lang, name), *_told_after(outlook, lang)))
        )
        return HttpResponseRedirect(reverse("organiser:setup", args=[trip]))
    return render(
        request,
        "organiser/setup/remove.html",
        WORDS,
        status=status,
        name=name,
        seen=seen,
        fault=fault,
        said=said,
        effects=[effect_of(outlook.trip, one, lang) for one in outlook.effects] if outlook else [],
        is_asked=outlook is not None,
        is_refused=False,
    )


def answer_form(
    request: TripRequest, trip: str, form: SetupForm, title: str, *, remove: str = "", template: str = "form"
) -> HttpResponse:
    """Show a form; save what was entered, unless it is wrong or breaks a programme and nobody has agreed to that."""
    lang, outlook, status, overtaken = form.lang, None, 200, False
    change = form.change() if request.method == "POST" else None
    if form.errors:
        status = 400
    if change is not None:
        try:
            outlook = change_setup(
                key=trip,
                change=change,
                is_agreed=request.POST.get("do") == "anyway",
                by=request.member.actor,
                now=present(request),
                once=form.once if form.adds else "",
            )
        except OvertakenError:
            overtaken, status = True, 409
        except NotFoundError:
            form.add_error(None, WORDS.say("list_gone", lang))
            status = 409
        except SetupError as error:
            form.tell(error.problems)
            status = 400
    if outlook is not None and outlook.is_saved:
        messages.success(
            request, " ".join((WORDS.say("list_saved", lang, title), *_told_after(outlook, lang)))
        )
        return HttpResponseRedirect(reverse("organiser:setup", args=[trip]))
    return render(
        request,
        f"organiser/setup/{template}.html",
        WORDS,
        status=status,
        form=form,
        title=title,
        remove=remove,
        seen=form.basis if request.method != "POST" or overtaken else form.seen,
        effects=[effect_of(outlook.trip, one, lang) for one in outlook.effects] if outlook else [],
        overtaken=overtaken,
    )


def effect_of(trip: Trip, effect: Effect, lang: Language) -> Mapping[str, object]:
    """Return in words what a change means for a programme: the sentence, and each finding."""
    broken = causes_first(effect.broken)
    what = (
        WORDS.say("su_version", lang, effect.version)
        if effect.version is not None
        else WORDS.say("su_draft", lang)
    )
    people = {person for one in broken for person in one.people}
    if effect.is_gone:
        text = WORDS.say("su_effect_gone", lang, what)
    elif broken:
        key = "su_effect_one" if len(broken) == 1 else "su_effect_many"
        text = WORDS.say(key, lang, what, *([] if len(broken) == 1 else [len(broken)]))
    else:
        text = WORDS.say("su_effect_none", lang, what)
    if people:
        text = f"{text} {WORDS.say('su_effect_people', lang, len(people))}"
    return {
        "text": text,
        "is_bad": bool(broken) or effect.is_gone,
        "lines": [violation_text(one, trip, lang) for one in broken[:SHOWN]],
        "more": max(0, len(broken) - SHOWN),
        "mended": len(effect.mended),
    }


def _told_after(outlook: Outlook, lang: Language) -> list[str]:
    """Return what was saved means for each programme, and what is odd now."""
    told = [str(effect_of(outlook.trip, one, lang)["text"]) for one in outlook.effects]
    return [*told, *(_sentence(message_of(one, tongue(lang))) for one in outlook.warnings[:3])]


def _sentence(text: str) -> str:
    """Return words as a sentence of their own."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?')) else '.'}" if text else ""


def language(request: TripRequest) -> Language:
    """Return the language of organisers' pages."""
    return "de" if preferences(request).lang == "de" else "en"


def _given(request: TripRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def leg_ends(trip: Trip, part: str, lang: Language) -> tuple[str, str]:
    """Return the names of the ends of a leg."""
    found = trip.leg_by_id[part]
    home = str(trip.place_by_id[trip.home].name.get(lang))
    names = [
        str(trip.station_by_id[one].name.get(lang)) if one else home
        for one in (found.origin, found.destination)
    ]
    return names[0], names[1]
