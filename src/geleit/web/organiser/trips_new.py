"""Beginning a trip: from an empty form, or from an earlier one."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from markupsafe import Markup

from geleit.documents.html.content import TAGS
from geleit.documents.map import MapLeg, MapStop, route_map
from geleit.domain.dates import EdtfDate
from geleit.domain.text import Language
from geleit.domain.trip import Frame
from geleit.domain.validation import TripProblem, fix_of, message_of
from geleit.services.create_trip import (
    LONGEST_DAYS,
    NewStation,
    NewTrip,
    NewTripError,
    copy_trip,
    create_trip,
    may_create_trips,
    way_between,
)
from geleit.services.faults import NotFoundError
from geleit.services.list_my_trips import list_my_trips
from geleit.services.search_places import FoundPlace, read_place, search_places
from geleit.web.organiser.access import SignedInRequest, actor_of, signed_in
from geleit.web.organiser.free_form import FreeForm, NeededField
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences

MOST_STATIONS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A station chosen so far, as the form has it."""

    place: FoundPlace
    name: str
    nights: str


class NewTripForm(FreeForm):
    """Title, days, stations, groups and frame."""

    def __init__(self, lang: Language, given: QueryDict | None = None) -> None:
        super().__init__(lang, given)

        def say(key: str) -> str:
            return WORDS.say(key, lang)

        def line(label: str, hint: str = "", initial: str = "", *, required: bool = True) -> forms.CharField:
            return (
                forms.CharField(
                    label=say(label), help_text=say(hint) if hint else "", initial=initial, required=False
                )
                if not required
                else NeededField(label=say(label), help_text=say(hint) if hint else "", initial=initial)
            )

        self.fields["title"] = line("new_name", "new_name_hint")
        self.fields["start"] = line("new_start", "new_date_hint")
        self.fields["end"] = line("new_end", "new_date_hint")
        self.fields["find"] = line("new_search", required=False)
        self.fields["country"] = line("new_country", "new_country_hint", required=False)
        self.fields["home"] = line("new_home", "new_home_hint", "Erfurt")
        self.fields["groups"] = line("new_groups", initial="2")
        self.fields["seats"] = line("new_seats", initial="20")
        self.fields["guides"] = forms.BooleanField(label=say("new_guides"), required=False)
        self.fields["day"] = line("new_day", "new_clock_hint", "07:00-23:00")
        self.fields["office"] = line("new_office", "new_clock_hint", "09:00-17:30")

    def stations(self) -> list[Chosen]:
        """Return the stations chosen so far; what names no place is passed over."""
        if not isinstance(self.data, QueryDict):
            return []
        places, names, nights = (self.data.getlist(name) for name in ("station", "name", "nights"))
        found = []
        for number, place in enumerate(places[:MOST_STATIONS]):
            try:
                known = read_place(place=int(place)) if place.isascii() and place.isdigit() else None
            except NotFoundError:
                continue
            if known is not None:
                name = names[number] if number < len(names) else ""
                found.append(
                    Chosen(
                        place=known,
                        name=" ".join(name.replace("\0", "").split())[:80] or known.name,
                        nights=nights[number].strip()[:5] if number < len(nights) else "",
                    )
                )
        return found

    def new_trip(self) -> NewTrip | None:
        """Return what was entered; None with faults."""
        title, start, end = self.text("title"), self.date("start"), self.date("end")
        if not title:
            self.wrong("title", "new_bad_title")
        self._check_span(start, end)
        stations = self._new_stations()
        home = search_places(name=self.text("home"), most=1)
        if not home:
            self.wrong("home", "new_bad_home", self.text("home"))
        groups, seats = self.number("groups", 1, 12), self.number("seats", 1, 1000)
        frame = replace(Frame(), day=self.clock("day"), office=self.clock("office"))
        if self.errors or start is None or end is None:
            return None
        return NewTrip(
            title=title,
            start=start,
            end=end,
            home=home[0].id,
            stations=stations,
            groups=groups,
            seats=seats,
            guides_required=bool(self.data.get("guides")),
            frame=frame,
        )

    def tell(self, problems: tuple[TripProblem, ...]) -> None:
        """Put what the domain says about the trip to the field it comes from."""
        fields = {"frame": "day", "groups": "groups", "dates": "end", "stations": "find", "legs": "end"}
        for problem in problems:
            name = fields.get(str(problem.path[0]) if problem.path else "")
            fix = fix_of(problem, "de" if self.lang == "de" else "en")
            self.add_error(
                name,
                ". ".join(
                    part for part in (message_of(problem, "de" if self.lang == "de" else "en"), fix) if part
                )
                + ".",
            )

    def _check_span(self, start: EdtfDate | None, end: EdtfDate | None) -> None:
        if start is None or end is None:
            return
        if end.latest < start.earliest:
            self.wrong("end", "new_bad_order", self.text("end"), self.text("start"))
        elif (
            start.is_exact
            and end.is_exact
            and (days := (end.latest - start.earliest).days + 1) > LONGEST_DAYS
        ):
            self.wrong("end", "new_bad_long", days, LONGEST_DAYS)

    def _new_stations(self) -> tuple[NewStation, ...]:
        found = []
        for chosen in self.stations():
            nights = int(chosen.nights) if re.fullmatch(r"\d{1,2}", chosen.nights, re.ASCII) else None
            if chosen.nights and nights is None:
                self.wrong("find", "new_bad_number", chosen.nights, 0, 99)
            found.append(NewStation(place=chosen.place.id, name=chosen.name, nights=nights))
        if not found:
            self.wrong("find", "new_bad_stations")
        return tuple(found)


class CopyTripForm(FreeForm):
    """An earlier trip, a title and a first day."""

    def __init__(self, lang: Language, trips: list[tuple[str, str]], given: QueryDict | None = None) -> None:
        super().__init__(lang, given)
        self.fields["source"] = forms.ChoiceField(
            label=WORDS.say("copy_source", lang), choices=trips, required=False
        )
        self.fields["title"] = NeededField(label=WORDS.say("new_name", lang))
        self.fields["start"] = NeededField(
            label=WORDS.say("new_start", lang), help_text=WORDS.say("new_date_hint", lang)
        )


@signed_in
def new_trip(request: SignedInRequest) -> HttpResponse:
    """Show the form of a new trip; search, choose stations, and create it."""
    _refuse(request)
    lang = preferences(request).lang
    if request.method != "POST":
        return _new(request, NewTripForm(lang), [])
    form = NewTripForm(lang, request.POST)
    chosen = form.stations()
    do, _, which = request.POST.get("do", "search").partition(":")
    if do == "create":
        return _create(request, form, chosen)
    found: tuple[FoundPlace, ...] | None = None
    country = form.text("country").upper()
    if do == "search":
        if country and not re.fullmatch("[A-Z]{2}", country):
            form.wrong("country", "new_bad_country", form.text("country"))
        else:
            found = search_places(name=form.text("find"), country=country)
    elif do == "add":
        chosen = _added(chosen, which)
    else:
        chosen = _moved(chosen, do, which)
    return _new(request, form, chosen, found=found, status=400 if form.errors else 200)


@signed_in
def copied_trip(request: SignedInRequest) -> HttpResponse:
    """Show the form of a trip from an earlier one, and create it."""
    _refuse(request)
    lang = preferences(request).lang
    trips = [
        (trip.head.key, trip.head.title.get(lang).text)
        for trip in list_my_trips(account=request.user.pk)
        if trip.asked is not None
    ]
    form = CopyTripForm(lang, trips, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        title, start = form.text("title"), form.date("start")
        if not title:
            form.wrong("title", "new_bad_title")
        if not form.errors and start is not None:
            try:
                row = copy_trip(
                    source=form.text("source"),
                    title=title,
                    start=start,
                    by=actor_of(request),
                    now=present(request),
                    once=form.once,
                )
            except NotFoundError:
                form.wrong("source", "copy_none")
            except NewTripError as error:
                for problem in error.problems[:5]:
                    form.add_error("start", f"{message_of(problem, 'de' if lang == 'de' else 'en')}.")
            else:
                return HttpResponseRedirect(reverse("organiser:cockpit", args=[row.key]))
    status = 400 if request.method == "POST" else 200
    return render(request, "organiser/lists/copy.html", WORDS, status=status, form=form, trips=trips)


def _refuse(request: SignedInRequest) -> None:
    if not may_create_trips(account=request.user.pk):
        raise PermissionDenied(WORDS.say("new_not_yours", preferences(request).lang))


def _create(request: SignedInRequest, form: NewTripForm, chosen: list[Chosen]) -> HttpResponse:
    new = form.new_trip()
    if new is None:
        return _new(request, form, chosen, status=400)
    try:
        row = create_trip(new=new, by=actor_of(request), now=present(request), once=form.once)
    except NewTripError as error:
        form.tell(error.problems)
        return _new(request, form, chosen, status=400)
    messages.success(request, WORDS.say("new_done", form.lang))
    return HttpResponseRedirect(reverse("organiser:hosts", args=[row.key]))


def _added(chosen: list[Chosen], which: str) -> list[Chosen]:
    number, _, called = which.partition(":")
    try:
        place = read_place(place=int(number) if number.isascii() and number.isdigit() else 0)
    except NotFoundError:
        return chosen
    return [*chosen, Chosen(place=place, name=called[:80] or place.name, nights="")][:MOST_STATIONS]


def _moved(chosen: list[Chosen], do: str, which: str) -> list[Chosen]:
    place = int(which) if which.isascii() and which.isdigit() else len(chosen)
    if place >= len(chosen):
        return chosen
    others = [*chosen[:place], *chosen[place + 1 :]]
    if do == "up" and place:
        others.insert(place - 1, chosen[place])
    return others if do == "drop" or (do == "up" and place) else chosen


def _new(
    request: SignedInRequest,
    form: NewTripForm,
    chosen: list[Chosen],
    *,
    found: tuple[FoundPlace, ...] | None = None,
    status: int = 200,
) -> HttpResponse:
    lang = preferences(request).lang
    return render(
        request,
        "organiser/lists/new.html",
        WORDS,
        status=status,
        form=form,
        chosen=chosen,
        found=found,
        wanted=form.text("find") if form.is_bound else "",
        map=_map(chosen, lang),
    )


def _map(chosen: list[Chosen], lang: Language) -> Markup | None:
    if not chosen:
        return None
    stops = [MapStop(name=one.name, lat=one.place.lat, lon=one.place.lon) for one in chosen]
    ways = [
        way_between(origin=one.place.id, destination=other.place.id)[0] for one, other in pairwise(chosen)
    ]
    legs = [MapLeg(number, number + 1, mode.value) for number, mode in enumerate(ways)]
    drawn = route_map(
        stops,
        legs,
        title=WORDS.say("new_map", lang),
        description=" – ".join(one.name for one in chosen),
        lang=TAGS[lang],
        width_px=640,
        height_px=420,
    )
    return Markup(drawn)  # noqa: S704 # our own drawing, which escapes names
