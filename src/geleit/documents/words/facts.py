"""The facts of a typed record in words: names instead of ids, local times, figures with their unit.

A wording is a template with named fields. Of several wordings for one thing the first is taken whose fields are all
known, so that a record with fewer facts gets a shorter sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from string import Formatter
from typing import Final

from geleit.documents.words.labels import label
from geleit.documents.words.terms import heading, term
from geleit.domain.kinds import DayPart, Meal
from geleit.domain.opening import calendar_of
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.windows import local
from geleit.domain.wording import (
    format_day,
    format_duration,
    format_minutes,
    format_time,
    format_time_range,
    join_list,
)

NAMES_SHOWN = 3
"""People named in one sentence; of more than that one fewer is named, and the others are counted."""

LONGEST_IN_MINUTES = 120
"""From this length on minutes are given as hours and minutes."""

type Wording = tuple[str, str, str]
"""One template in German, English and Chinese."""

_QUOTES: Final[Mapping[Language, str]] = {"de": "„{}“", "en": "“{}”", "zh": "“{}”"}
_OTHERS: Final[Mapping[Language, str]] = {"de": "{} weitere", "en": "{} others", "zh": "另外{}人"}
_GROUP: Final[Mapping[Language, str]] = {"de": "Gruppe {}", "en": "group {}", "zh": "第{}组"}
_FROM: Final[Mapping[Language, str]] = {"de": "ab {}", "en": "from {}", "zh": "{}起"}
_UNTIL: Final[Mapping[Language, str]] = {"de": "bis {}", "en": "until {}", "zh": "至{}"}
_FROM_UNTIL: Final[Mapping[Language, str]] = {"de": "{} bis {}", "en": "{} to {}", "zh": "{}至{}"}


def worded(wordings: Sequence[str], facts: Mapping[str, str]) -> str:
    """Return the first wording whose fields are all known, filled in, with a capital at its start.

    Where a fact ends with the full stop of an abbreviation, the sentence's own is left out.

    Raises
    ------
    KeyError
        When the facts suffice for none.
    """
    for wording in wordings:
        fields = {name for _, name, _, _ in Formatter().parse(wording) if name}
        if fields <= facts.keys():
            filled = wording.format_map(facts).replace("..", ".")
            return filled[:1].upper() + filled[1:]
    raise KeyError(f"no wording for the facts {sorted(facts)}")


@dataclass(frozen=True, slots=True)
class Names:
    """What a trip's things are called in the reader's language. An unknown id is its own name."""

    trip: Trip
    lang: Language

    def item(self, item: str) -> str:
        """Return an item's title in quotation marks."""
        known = self.trip.item_by_id.get(item)
        return _QUOTES[self.lang].format(known.title.get(self.lang) if known else item)

    def items(self, items: Sequence[str]) -> str:
        """Return several items' titles."""
        return join_list([self.item(item) for item in items], self.lang)

    def people(self, people: Sequence[str]) -> str:
        """Return people's names; of many, two names and how many others."""
        known = self.trip.delegate_by_id
        names = [known[person].name if person in known else person for person in people]
        if len(names) > NAMES_SHOWN:
            others = len(names) - NAMES_SHOWN + 1
            names = [*names[: NAMES_SHOWN - 1], _OTHERS[self.lang].format(others)]
        return join_list(names, self.lang)

    def group(self, group: str) -> str:
        """Return "Gruppe 1", or the name of a group that is not numbered."""
        known = self.trip.group_by_id.get(group)
        if known is None or group.isdigit():
            return _GROUP[self.lang].format(group)
        return str(known.name.get(self.lang)) or group

    def place(self, place: str) -> str:
        """Return a place's name."""
        known = self.trip.place_by_id.get(place)
        return str(known.name.get(self.lang)) if known else place

    def station(self, station: str | None) -> str:
        """Return a station's name; home is called by its place."""
        if station is None:
            return self.place(self.trip.home)
        known = self.trip.station_by_id.get(station)
        return str(known.name.get(self.lang)) if known else station

    def leg(self, leg: str) -> str:
        """Return a leg's title, or where it goes from and to."""
        known = self.trip.leg_by_id.get(leg)
        if known is None:
            return _QUOTES[self.lang].format(leg)
        if known.title:
            return _QUOTES[self.lang].format(known.title.get(self.lang))
        return f"{self.station(known.origin)}–{self.station(known.destination)}"

    def day(self, day: date) -> str:
        """Return a day with its weekday and without its year."""
        return format_day(day, self.lang, year=False)

    def part(self, day: date | None, part: DayPart | None) -> str:
        """Return "Montag, 19. Mai, Vormittag", or as much of it as is known."""
        words = [self.day(day)] if day else []
        if part:
            words.append(heading(part, self.lang) if self.lang == "de" or not day else term(part, self.lang))
        return ("" if self.lang == "zh" else ", ").join(words)


@dataclass(frozen=True, slots=True)
class Clocks:
    """Instants on the clock of a station, in the reader's habit."""

    names: Names
    station: str | None

    def clock(self, instant: datetime) -> str:
        """Return the time alone: "14:00 Uhr"."""
        return format_time(self._wall(instant).time(), self.names.lang, country=self._country)

    def moment(self, instant: datetime, besides: date | None = None) -> str:
        """Return day and time; the time alone on the day that the sentence has named."""
        day = self._wall(instant).date()
        return (
            self.clock(instant) if day == besides else self._joined(self.names.day(day), self.clock(instant))
        )

    def span(self, start: datetime, end: datetime, besides: date | None = None) -> str:
        """Return "Montag, 19. Mai, 14:00–15:30 Uhr"; a span over several days names both."""
        first, last = self._wall(start), self._wall(end)
        if first.date() != last.date():
            return _FROM_UNTIL[self.names.lang].format(self.moment(start), self.moment(end))
        if start == end:
            return self.moment(start, besides)
        times = format_time_range(first.time(), last.time(), self.names.lang, country=self._country)
        return times if first.date() == besides else self._joined(self.names.day(first.date()), times)

    def bound(self, start: datetime | None, end: datetime | None, besides: date | None = None) -> str:
        """Return a period that may be open at one end: "ab Montag, 19. Mai, 09:00 Uhr"."""
        if start is not None and end is not None:
            return self.span(start, end, besides)
        if start is not None:
            return _FROM[self.names.lang].format(self.moment(start, besides))
        return _UNTIL[self.names.lang].format(self.moment(end, besides)) if end is not None else ""

    def local_day(self, instant: datetime) -> date:
        """Return the local date."""
        return self._wall(instant).date()

    def _wall(self, instant: datetime) -> datetime:
        return local(instant, self.names.trip.zone_of(self.station))

    @property
    def _country(self) -> str:
        trip = self.names.trip
        return (trip.place_by_id[trip.home] if self.station is None else trip.base_of(self.station)).country

    def _joined(self, day: str, times: str) -> str:
        return f"{day}{times}" if self.names.lang == "zh" else f"{day}, {times}"


def facts_of_things(
    names: Names,
    *,
    items: Sequence[str] = (),
    people: Sequence[str] = (),
    groups: Sequence[str] = (),
    places: Sequence[str] = (),
    legs: Sequence[str] = (),
) -> dict[str, str]:
    """Return the names of things: the first, the second as ``other...`` or ``...2``, and all or the rest of them."""
    found: dict[str, str] = {}
    if items:
        found |= {"item": names.item(items[0]), "items": names.items(items)}
    if len(items) > 1:
        found |= {"other": names.item(items[1]), "others": names.items(items[1:])}
    if people:
        found["people"] = names.people(people)
    if groups:
        found["groups"] = join_list([names.group(group) for group in groups], names.lang)
    found |= dict(zip(("place", "place2"), (names.place(place) for place in places), strict=False))
    found |= dict(zip(("leg", "leg2"), (names.leg(leg) for leg in legs), strict=False))
    return found


def facts_of_figures(lang: Language, wanted: int | None, available: int | None) -> dict[str, str]:
    """Return the figures: as they are, as people, as a length of time, and what is negative as ``late_min``."""
    found: dict[str, str] = {}
    for name, value in (("wanted", wanted), ("available", available)):
        if value is not None:
            found |= {
                name: str(value),
                f"{name}_min": _length(value, lang),
                f"{name}_people": _people(value, lang),
            }
    if available is not None and available < 0:
        found["late_min"] = _length(-available, lang)
    return found


def _length(minutes: int, lang: Language) -> str:
    """Return minutes, or hours and minutes from two hours on."""
    return format_duration(minutes, lang) if minutes >= LONGEST_IN_MINUTES else format_minutes(minutes, lang)


def _people(count: int, lang: Language) -> str:
    return label("person", lang) if count == 1 else label("people", lang, count)


def facts_of_day(
    names: Names, day: date | None, part: DayPart | None, meal: Meal | None = None
) -> dict[str, str]:
    """Return day, part of the day and meal."""
    found: dict[str, str] = {}
    if day:
        found["day"] = names.day(day)
    if day or part:
        found["when"] = names.part(day, part)
    if meal:
        found["meal"] = heading(meal, names.lang) if names.lang == "de" else term(meal, names.lang)
    return found


def closing_reason(trip: Trip, place: str, day: date, lang: Language) -> str | None:
    """Return why houses at a place are closed on a day: the holiday's name or the weekend; None when they are open."""
    known = trip.place_by_id.get(place)
    return calendar_of(trip, known).reason(day, lang) if known else None
