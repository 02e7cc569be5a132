"""A station put on the route, or taken off it."""

from django import forms
from django.http import Http404, HttpResponse, QueryDict

from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.services.access import Permission
from geleit.services.edit_route import items_of_station, station_between, without_station
from geleit.services.edit_setup import SetupChange, basis_of, read_setup
from geleit.services.faults import NotFoundError
from geleit.services.search_places import FoundPlace, read_place, search_places
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.setup.forms import SetupForm
from geleit.web.organiser.setup.views import answer_form, language, leg_ends, refuse_page, remove_page
from geleit.web.organiser.words import WORDS


class StationAddForm(SetupForm):
    """Which place, on which leg, from when to when."""

    adds = True

    def __init__(self, trip: Trip, lang: Language, given: QueryDict | None = None) -> None:
        super().__init__(trip, lang, given)
        self.basis = ""
        self.found: tuple[FoundPlace, ...] | None = None
        self.place = 0
        legs = [(leg.id, self.say("su_leg_of", *leg_ends(trip, leg.id, lang))) for leg in trip.legs]
        self.line("find", "new_search", hint="su_find_hint")
        self.fields["leg"] = forms.ChoiceField(label=self.say("su_on_leg"), choices=legs)
        self.line("arrives", "su_arrives", hint="new_date_hint")
        self.line("leaves", "su_leaves")
        self.names = {"legs": "arrives", "stations": "arrives", "dates": "arrives", "departures": "arrives"}

    def change(self) -> SetupChange | None:
        """Return the route with the station; None while the place is looked for, and with faults."""
        self.found = search_places(name=self.text("find"))
        if not self.found:
            self.wrong("find", "new_found_none", self.text("find"))
        do, _, number = str(self.data.get("do", "")).partition(":")
        chosen = str(self.data.get("place", "")) if do == "anyway" else number if do == "add" else ""
        if not chosen:
            return None
        leg = self.trip.leg_by_id.get(str(self.data.get("leg", "")))
        if leg is None:
            self.wrong("leg", "su_bad_choice", str(self.data.get("leg", "")))
        arrives = self.day_of("arrives", self.text("arrives"))
        leaves = self.day_of("leaves", self.text("leaves"))
        if arrives and leaves and leaves < arrives:
            self.wrong("leaves", "new_bad_order", self.text("leaves"), self.text("arrives"))
        try:
            place = read_place(place=int(chosen) if chosen.isascii() and chosen.isdigit() else 0)
        except NotFoundError:
            self.wrong("find", "new_found_none", chosen)
            return None
        if self.errors or leg is None or arrives is None or leaves is None:
            return None
        called = next((one.called for one in self.found if one.id == place.id), "")
        self.place = place.id
        return station_between(
            self.trip, leg, place=place, name=called or place.name, arrives=arrives, leaves=leaves
        )


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def add_station(request: TripRequest, trip: str) -> HttpResponse:
    """Look for a place and put it on the route as a station."""
    given = request.POST if request.method == "POST" else None
    form = StationAddForm(read_setup(key=trip), language(request), given)
    return answer_form(request, trip, form, WORDS.say("su_station_add", form.lang), template="add_station")


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def remove_station(request: TripRequest, trip: str, part: str) -> HttpResponse:
    """Ask whether a station is to go, with what that means, and take it off the route."""
    found, lang = read_setup(key=trip), language(request)
    station = found.station_by_id.get(part)
    if station is None:
        raise Http404(part)
    name = str(station.name.get(lang))
    items = items_of_station(found, part)
    if items:
        titles = ", ".join(str(item.title.get(lang)) for item in items[:5])
        return refuse_page(request, name, WORDS.say("su_remove_items", lang, name, len(items), titles))
    seen = request.POST.get("seen", "") or basis_of(station)
    change = without_station(found, station, seen)
    if change is None:
        return refuse_page(request, name, WORDS.say("su_remove_route", lang, name))
    return remove_page(request, trip, change, name, seen)
