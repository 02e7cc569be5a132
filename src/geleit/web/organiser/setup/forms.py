"""The forms of a leg, a station with its hotel, a group, and the day."""

import re
from abc import abstractmethod
from dataclasses import fields as parts_of
from dataclasses import replace
from typing import Any, Final

from django import forms
from django.http import QueryDict

from geleit.documents.words.terms import term
from geleit.domain.dates import DateSpan
from geleit.domain.kinds import LegMode
from geleit.domain.people import Group
from geleit.domain.places import Place, distance_km
from geleit.domain.status import StationStatus
from geleit.domain.text import Language, Text, as_language
from geleit.domain.trip import Frame, Leg, Station, Trip
from geleit.domain.validation import TripProblem, fix_of, message_of
from geleit.domain.windows import Clock, Window, clock_text
from geleit.services.edit_setup import SetupChange, basis_of
from geleit.web.organiser.free_form import FreeForm, NeededField, length_text, tongue

FAR_KM: Final = 120
"""A hotel farther from the one before is more likely a slip of the pen."""
MOST_DEPARTURES: Final = 20
LONGEST_LEG_MIN: Final = 48 * 60
_TIME: Final = r"\d{1,2}(?:[:.]\d{2})?"
_DEPARTURE: Final = re.compile(rf"(.+?),?\s+({_TIME}(?:\s*(?:[-–]|bis|to)\s*{_TIME})?)(?:\s*Uhr)?")
_WHERE: Final = re.compile(r"(-?\d{1,3}(?:[.,]\d+)?)\s*[,;/ ]\s*(-?\d{1,3}(?:[.,]\d+)?)")


class SetupForm(FreeForm):
    """What the forms have in common.

    Parameters
    ----------
    trip
        As it is now; a bound form says by ``seen`` what it was filled from.
    """

    kind = ""
    adds = False
    """Whether it makes something new, which is made once."""
    basis: str
    """Digest of what an unbound form shows."""
    names: dict[str, str]
    """Field of the form by field of the domain's value, for what the domain says is wrong."""

    def __init__(self, trip: Trip, lang: Language, given: QueryDict | None = None) -> None:
        super().__init__(lang, given)
        self.trip = trip
        self.names = {}

    def line(
        self,
        name: str,
        label: str,
        initial: object = "",
        hint: str = "",
        *,
        needed: bool = True,
        **attrs: str,
    ) -> None:
        """Add a line."""
        made = NeededField if needed else forms.CharField
        self.fields[name] = made(
            label=self.say(label),
            help_text=self.say(hint) if hint else "",
            initial=initial,
            required=needed,
            widget=forms.TextInput(attrs=attrs),
        )
        if not needed:
            self.fields[name].required = False

    def wordings(self, name: str, label: str, text: Text, *, needed: bool = False) -> None:
        """Add a line for each language of the trip."""
        own = dict(text.content)
        for code in self.trip.languages:
            lang = as_language(code)
            made = NeededField if needed else forms.CharField
            self.fields[f"{name}_{lang}"] = made(
                label=f"{self.say(label)} ({self.say(f'su_in_{lang}')})",
                initial=text.neutral or own.get(lang, ""),
                required=needed,
            )

    def text_of(self, name: str, before: Text) -> Text:
        """Return what was entered in each language; a wording that is the same in all stays one of its own."""
        given = {as_language(code): self.text(f"{name}_{code}", 300) for code in self.trip.languages}
        found = {lang: wording for lang, wording in given.items() if wording}
        if before.is_neutral and len(found) == len(given) and len(set(found.values())) == 1:
            return Text.of(next(iter(found.values())))
        return Text({**{lang: word for lang, word in before.content if lang not in given}, **found})

    def needed_text(self, name: str, before: Text) -> Text:
        """Return the same, which must not be empty."""
        found = self.text_of(name, before)
        if not found:
            self.wrong(f"{name}_{self.trip.languages[0]}", "su_bad_name")
        return found

    @property
    def seen(self) -> str:
        """What the form says that it was filled from."""
        return str(self.data.get("seen", ""))[:40]

    def tell(self, problems: tuple[TripProblem, ...]) -> None:
        """Put what the domain says about the trip to the field it comes from."""
        lang = tongue(self.lang)
        for problem in problems:
            steps = [str(step) for step in problem.path]
            name = next((self.names[step] for step in reversed(steps) if step in self.names), None)
            said = [message_of(problem, lang), fix_of(problem, lang)]
            self.add_error(
                name,
                " ".join(
                    f"{part[:1].upper()}{part[1:]}{'' if part.endswith('?') else '.'}"
                    for part in said
                    if part
                ),
            )

    @abstractmethod
    def change(self) -> SetupChange | None:
        """Return what is to be different; None with faults. Every page has its own."""


class LegForm(SetupForm):
    """How and when the delegation gets from one station to the next."""

    kind = "leg"

    def __init__(self, trip: Trip, lang: Language, leg: Leg, given: QueryDict | None = None) -> None:
        super().__init__(trip, lang, given)
        self.leg = leg
        self.basis = basis_of(leg)
        modes = [(mode.value, str(term(mode, lang))) for mode in LegMode]
        self.fields["mode"] = forms.ChoiceField(
            label=self.say("su_mode"), choices=modes, initial=leg.mode.value
        )
        self.line("travel_min", "su_travel", length_text(leg.travel_min), "su_travel_hint")
        self.fields["departures"] = NeededField(
            label=self.say("su_departures"),
            help_text=self.say("su_departures_hint"),
            initial="\n".join(_departure_text(window) for window in leg.departures),
            widget=forms.Textarea(attrs={"rows": 4}),
        )
        self.wordings("title", "su_leg_title", leg.title)
        self.wordings("note", "su_leg_note", leg.note)
        self.names = {
            "mode": "mode",
            "travel_min": "travel_min",
            "departures": "departures",
            "legs": "departures",
        }

    def change(self) -> SetupChange | None:
        """Return the leg as entered."""
        mode = str(self.data.get("mode", ""))
        if mode not in [one.value for one in LegMode]:
            self.wrong("mode", "su_bad_choice", mode)
        travel_min = self.length("travel_min", 1, LONGEST_LEG_MIN)
        departures = self._departures()
        if self.errors:
            return None
        leg = replace(
            self.leg,
            mode=LegMode(mode),
            travel_min=travel_min,
            departures=departures,
            title=self.text_of("title", self.leg.title),
            note=self.text_of("note", self.leg.note),
        )
        return SetupChange(parts=(_no_longer_assumed(self.leg, leg),), seen={("legs", leg.id): self.seen})

    def _departures(self) -> tuple[Window, ...]:
        lines = [
            " ".join(one.split())
            for one in str(self.data.get("departures", "")).replace("\0", "").splitlines()
        ]
        found = [window for one in lines if one and (window := self._departure(one)) is not None]
        if not any(lines):
            self.wrong("departures", "su_bad_no_departure")
        if len(lines) > MOST_DEPARTURES:
            self.wrong("departures", "su_bad_many_departures", len(lines), MOST_DEPARTURES)
        return tuple(found)

    def _departure(self, given: str) -> Window | None:
        """Return a departure: a day with a time or with a span of times."""
        split = _DEPARTURE.fullmatch(given)
        if split is None:
            self.wrong("departures", "su_bad_departure", given)
            return None
        day = self.day_of("departures", split[1].rstrip(",:"))
        fixed = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?", split[2])
        if fixed is not None:
            minutes = int(fixed[1]) * 60 + int(fixed[2] or 0)
            if int(fixed[1]) > 23 or int(fixed[2] or 0) > 59:
                self.wrong("departures", "su_bad_time", split[2])
                return None
            clock: Clock | None = Clock(minutes, minutes)
        else:
            clock = self.clock_of("departures", split[2])
        return Window(day, clock) if day is not None and clock is not None else None


class StationForm(SetupForm):
    """A station, and the hotel where its days begin and end."""

    kind = "station"

    def __init__(self, trip: Trip, lang: Language, station: Station, given: QueryDict | None = None) -> None:
        super().__init__(trip, lang, given)
        self.station, self.base = station, trip.place_by_id[station.base]
        self.basis = f"{basis_of(station)}{basis_of(self.base)}"[:40]
        self.there = [
            item for item in trip.items if item.station == station.id and item.place == station.base
        ]
        self.wordings("name", "su_station_name", station.name, needed=True)
        statuses = [(one.value, str(term(one, lang))) for one in StationStatus]
        self.fields["status"] = forms.ChoiceField(
            label=self.say("su_station_status"), choices=statuses, initial=station.status.value
        )
        dates = station.dates
        self.line(
            "first", "su_station_first", _date_text(dates, "start"), "su_station_dates_hint", needed=False
        )
        self.line("last", "su_station_last", _date_text(dates, "end"), needed=False)
        choices = [("same", self.say("su_house_same")), ("other", self.say("su_house_other"))]
        self.fields["house"] = forms.ChoiceField(
            label=self.say("su_house"), choices=choices, initial="same", widget=forms.RadioSelect
        )
        self.wordings("base", "su_base_name", self.base.name, needed=True)
        self.line("where", "su_where", f"{self.base.lat:g}, {self.base.lon:g}", "su_where_hint")
        if self.there:
            self.fields["moves"] = forms.BooleanField(
                label=self.say("su_items_move", len(self.there)), required=False, initial=True
            )
        self.names = {
            "dates": "first",
            "stations": "first",
            "lat": "where",
            "lon": "where",
            "places": "where",
        }

    def change(self) -> SetupChange | None:
        """Return the station and its hotel as entered."""
        name = self.needed_text("name", self.station.name)
        base_name = self.needed_text("base", self.base.name)
        status = str(self.data.get("status", ""))
        if status not in [one.value for one in StationStatus]:
            self.wrong("status", "su_bad_choice", status)
        dates = self._dates()
        lat, lon = self._where()
        is_other = self.data.get("house") == "other"
        if self.errors:
            return None
        place = replace(self.base, name=base_name, lat=lat, lon=lon)
        moved: tuple[Any, ...] = ()
        if is_other:
            place = replace(place, id=self._new_id(), assumed=frozenset())
            if self.data.get("moves"):
                moved = tuple(replace(item, place=place.id) for item in self.there)
        else:
            place = _no_longer_assumed(self.base, place)
        station = replace(self.station, name=name, status=StationStatus(status), dates=dates, base=place.id)
        return SetupChange(
            parts=(place, _no_longer_assumed(self.station, station), *moved),
            seen={("stations", station.id): self.seen[:20], ("places", self.base.id): self.seen[20:]},
        )

    def _dates(self) -> DateSpan | None:
        first, last = self.text("first"), self.text("last")
        if not first and not last:
            return None
        if not first or not last:
            self.wrong("first" if not first else "last", "su_bad_half_dates")
            return None
        start, end = self.date("first"), self.date("last")
        if start is None or end is None:
            return None
        if end.latest < start.earliest:
            self.wrong("last", "new_bad_order", last, first)
            return None
        return DateSpan(start, end)

    def _where(self) -> tuple[float, float]:
        text = self.text("where")
        match = _WHERE.fullmatch(text)
        if match is None:
            self.wrong("where", "su_bad_where", text)
            return self.base.lat, self.base.lon
        lat, lon = (float(part.replace(",", ".")) for part in match.groups())
        if abs(lat) > 90 or abs(lon) > 180:
            key = "su_bad_where_swapped" if abs(lat) <= 180 and abs(lon) <= 90 else "su_bad_where"
            self.wrong("where", key, *([text, f"{lon:g}, {lat:g}"] if key != "su_bad_where" else [text]))
            return self.base.lat, self.base.lon
        far = round(distance_km(self.base, replace(self.base, lat=lat, lon=lon)))
        if far > FAR_KM:
            other = replace(self.base, lat=lon, lon=lat) if abs(lon) <= 90 else None
            if other is not None and distance_km(self.base, other) <= FAR_KM:
                self.wrong("where", "su_bad_where_swapped", text, f"{lon:g}, {lat:g}")
            else:
                self.wrong("where", "su_bad_where_far", text, far, str(self.station.name.get(self.lang)))
        return lat, lon

    def _new_id(self) -> str:
        return free_id(f"base-{self.station.id}", self.trip.place_by_id)


class GroupForm(SetupForm):
    """A group and its vehicle; of a new one the group is None."""

    kind = "group"

    def __init__(
        self, trip: Trip, lang: Language, group: Group | None, given: QueryDict | None = None
    ) -> None:
        super().__init__(trip, lang, given)
        self.group = group
        self.adds = group is None
        self.basis = basis_of(group)
        number = len(trip.groups) + 1
        usual = Text({"de": f"Gruppe {number}", "en": f"Group {number}", "zh": f"第{number}组"})
        self.wordings("name", "su_group_name", group.name if group else usual, needed=True)
        seats = group.seats if group else trip.groups[-1].seats if trip.groups else 20
        self.line("seats", "su_seats", str(seats), "su_seats_hint", inputmode="numeric")
        self.wordings("vehicle", "su_vehicle", group.vehicle if group else Text())
        self.names = {"seats": "seats", "groups": "seats"}

    def change(self) -> SetupChange | None:
        """Return the group as entered."""
        old = self.group or Group(id=self._new_id(), name=Text(), seats=1)
        name, seats = self.needed_text("name", old.name), self.number("seats", 1, 1000)
        if self.errors:
            return None
        group = replace(old, name=name, seats=seats, vehicle=self.text_of("vehicle", old.vehicle))
        seen = {("groups", old.id): self.seen} if self.group else {}
        return SetupChange(parts=(_no_longer_assumed(old, group),), seen=seen)

    def _new_id(self) -> str:
        return free_id(str(len(self.trip.groups) + 1), self.trip.group_by_id)


class FrameForm(SetupForm):
    """What a day may look like."""

    kind = "frame"
    SPANS: Final = ("day", "office", "lunch", "dinner", "evening")
    LENGTHS: Final = {
        "lunch_min": (0, 240),
        "dinner_min": (0, 360),
        "rest_min": (0, 16 * 60),
        "arrival_rest_min": (0, 12 * 60),
        "slack_min": (0, 120),
        "max_transfer_min": (5, 12 * 60),
    }

    def __init__(self, trip: Trip, lang: Language, given: QueryDict | None = None) -> None:
        super().__init__(trip, lang, given)
        frame = trip.frame
        self.basis = basis_of(frame)
        for name in self.SPANS:
            self.line(
                name, f"su_frame_{name}", str(getattr(frame, name)), "new_clock_hint" if name == "day" else ""
            )
        self.line("noon", "su_frame_noon", clock_text(frame.afternoon.start_min))
        self.line("dusk", "su_frame_dusk", clock_text(frame.evening_part.start_min))
        for name in self.LENGTHS:
            self.line(name, f"su_frame_{name}", length_text(getattr(frame, name)))
        self.fields["guides"] = forms.BooleanField(
            label=self.say("new_guides"), required=False, initial=trip.guides_required
        )
        own = {name: name for name in (*self.SPANS, *self.LENGTHS)}
        self.names = own | {"afternoon": "noon", "evening_part": "dusk", "guides_required": "guides"}

    def change(self) -> SetupChange | None:
        """Return the frame as entered."""
        spans: dict[str, Any] = {name: self.clock(name) for name in self.SPANS}
        lengths: dict[str, Any] = {name: self.length(name, *limits) for name, limits in self.LENGTHS.items()}
        noon, dusk = self.time("noon"), self.time("dusk")
        if not self.errors and not noon < dusk:
            self.wrong("dusk", "su_bad_parts", self.text("dusk"), self.text("noon"))
        if self.errors:
            return None
        old = self.trip.frame
        parts: dict[str, Any] = {
            "morning": Clock(min(old.morning.start_min, noon), noon),
            "afternoon": Clock(noon, dusk),
            "evening_part": Clock(dusk, max(old.evening_part.end_min, dusk)),
        }
        frame = _no_longer_assumed(old, replace(old, **spans, **lengths, **parts))
        return SetupChange(
            frame=frame, guides_required=bool(self.data.get("guides")), seen={("frame", ""): self.seen}
        )


def free_id(wanted: str, taken: Any) -> str:  # noqa: ANN401 # any collection of ids
    """Return an id that is free: the wanted one, or the wanted one with a number."""
    number, own = 1, wanted
    while own in taken:
        number += 1
        own = f"{wanted}-{number}"
    return own


def _no_longer_assumed[T: (Leg, Station, Place, Group, Frame)](before: T, after: T) -> T:
    """Return a value whose changed fields are no longer assumed: somebody who knows has written them."""
    changed = {
        part.name for part in parts_of(after) if getattr(before, part.name) != getattr(after, part.name)
    }
    return replace(after, assumed=before.assumed - changed)


def _departure_text(window: Window) -> str:
    clock = window.clock
    span = str(clock) if clock.length_min else clock_text(clock.start_min)
    return f"{window.day.isoformat()} {span}" if window.day else span


def _date_text(dates: DateSpan | None, end: str) -> str:
    return str(getattr(dates, end)) if dates is not None else ""
