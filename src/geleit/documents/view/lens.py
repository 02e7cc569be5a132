"""What one audience sees of one trip and programme in one language: the rules of showing, in one place."""

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from geleit.documents.view.stays import Stay, station_at, stays
from geleit.documents.view.trip_views import ItemView
from geleit.documents.view.values import Audience, Shown, StatusView
from geleit.documents.words.labels import label
from geleit.documents.words.terms import term
from geleit.domain.items import Item
from geleit.domain.places import Place
from geleit.domain.programme import Programme
from geleit.domain.status import Publication, PublicStatus, RequestStatus, public_status
from geleit.domain.text import Language, Text
from geleit.domain.trip import Station, Trip
from geleit.domain.wording import format_time, format_time_range, not_confirmed

_BOARD_KEYS = {
    RequestStatus.IDEA: "idea",
    RequestStatus.REQUESTED: "requested",
    RequestStatus.IN_CLARIFICATION: "clarify",
    RequestStatus.TENTATIVE: "tentative",
    RequestStatus.CONFIRMED: "confirmed",
    RequestStatus.DELIVERED: "confirmed",
}


@dataclass(frozen=True)
class Lens:
    """A trip and its programme, looked at by one audience in one language."""

    trip: Trip
    programme: Programme
    lang: Language
    audience: Audience

    @property
    def is_public(self) -> bool:
        """Whether strangers read it."""
        return self.audience is Audience.PUBLIC

    @property
    def is_organiser(self) -> bool:
        """Whether only those who plan read it."""
        return self.audience is Audience.ORGANISER

    @cached_property
    def stays(self) -> tuple[Stay, ...]:
        """Where the delegation is, in route order."""
        return stays(self.trip, self.programme)

    def station_at(self, instant: datetime) -> Station:
        """Return the station where the delegation is, or on its way to."""
        return station_at(self.trip, self.stays, instant)

    @cached_property
    def item_views(self) -> dict[str, ItemView]:
        """Views of items made so far, so that each is made once."""
        return {}

    def text(self, content: Text, *, assumed: bool = False) -> Shown:
        """Return content in the reader's language or its fallback."""
        return Shown.of(content.get(self.lang), is_assumed=assumed)

    def own(self, words: str, *, assumed: bool = False) -> Shown:
        """Return words that are right in the reader's language."""
        return Shown(words, self.lang, is_assumed=bool(words) and assumed)

    def label(self, key: str, *values: object) -> str:
        """Return a fixed text."""
        return label(key, self.lang, *values)

    def people(self, count: int, *, short: bool = False) -> str:
        """Return "19 Personen"."""
        if count == 1:
            return self.label("person")
        return self.label("people_short" if short else "people", count)

    # who may see what

    def shows(self, item: Item) -> bool:
        """Whether this audience may know of the item at all."""
        if self.is_organiser:
            return True
        if self.is_public:
            return item.public_status is not PublicStatus.HIDDEN
        return (
            item.publication is not Publication.INTERNAL
            and self.outside_status(item) is not PublicStatus.HIDDEN
        )

    @staticmethod
    def outside_status(item: Item) -> PublicStatus:
        """Return the word for those who travel: never the host's answer itself."""
        return public_status(item.request.status, item.announced)

    def status(self, item: Item) -> StatusView:
        """Return glyph and word for this audience."""
        if self.is_organiser:
            return board_status(item.request.status, self.lang)
        outside = self.outside_status(item)
        return StatusView(outside.value, term(outside, self.lang))

    # places

    def place_name(self, place: Place, *, item: Item | None = None) -> Shown:
        """Return a place's name; the public is not told the hotel."""
        if self.is_public and place.id in self._bases:
            return Shown("", self.lang)
        return self.text(place.name, assumed=self._is_place_assumed(place, item) or "name" in place.assumed)

    def address(self, place: Place, *, item: Item | None = None) -> Shown:
        """Return a place's address; for those who travel."""
        if self.is_public:
            return Shown("", self.lang)
        return self.own(
            place.address, assumed=self._is_place_assumed(place, item) or "address" in place.assumed
        )

    def _is_place_assumed(self, place: Place, item: Item | None) -> bool:
        if item is None:
            return False
        host = self.trip.host_by_id.get(item.host or "")
        inherited = host is not None and host.place == place.id and "place" in host.assumed
        return "place" in item.assumed or inherited

    @cached_property
    def _bases(self) -> frozenset[str]:
        return frozenset(station.base for station in self.trip.stations)

    def is_base(self, place_id: str) -> bool:
        """Whether the place is a hotel of the delegation."""
        return place_id in self._bases

    # times

    @property
    def expected(self) -> str:
        """The word for a time that nobody has confirmed."""
        return not_confirmed(self.lang)

    def country(self, station_id: str | None) -> str:
        """Return the country whose habit of telling time counts."""
        return (
            self.trip.place_by_id[self.trip.home] if station_id is None else self.trip.base_of(station_id)
        ).country

    def clock(self, instant: datetime, zone: str, country: str, *, unit: bool = True) -> str:
        """Return the local time of an instant."""
        return format_time(_wall(instant, zone), self.lang, country=country, unit=unit)

    def clock_range(
        self, start: datetime, end: datetime, zone: str, country: str, *, unit: bool = True
    ) -> str:
        """Return a local time span."""
        later = (local_day(end, zone) - local_day(start, zone)).days
        return format_time_range(
            _wall(start, zone), _wall(end, zone), self.lang, country=country, days_later=later, unit=unit
        )


def board_status(status: RequestStatus, lang: Language) -> StatusView:
    """Return the host's answer as the organiser sees it."""
    return StatusView(_BOARD_KEYS.get(status, "declined"), term(status, lang))


def local_day(instant: datetime, zone: str) -> date:
    """Return the date on the wall of a zone."""
    return instant.astimezone(ZoneInfo(zone)).date()


def minutes_after(instant: datetime, day: date, zone: str) -> int:
    """Return wall-clock minutes after that day's midnight, cut to 0 and 1440."""
    wall = instant.astimezone(ZoneInfo(zone))
    minutes = (wall.date() - day).days * 1440 + wall.hour * 60 + wall.minute
    return min(1440, max(0, minutes))


def _wall(instant: datetime, zone: str) -> time:
    return instant.astimezone(ZoneInfo(zone)).time()
