"""Which zone's clock a trip file means: an item's station, or wherever the delegation is on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from geleit.domain.trip import Trip
from geleit.domain.windows import local
from geleit.tripfile.shapes import TripShape


@dataclass(frozen=True, slots=True)
class Calendar:
    """Zones by station, item and day.

    Parameters
    ----------
    station_zones
        IANA zone by station id.
    item_stations
        Station id by item id.
    starts
        First day at each station and its zone, in order of days; before the first day the first zone counts,
        after the last the last. On the day of a move the station arrived at counts.
    """

    station_zones: Mapping[str, str]
    item_stations: Mapping[str, str]
    starts: tuple[tuple[date, str], ...]

    @classmethod
    def of_shape(cls, shape: TripShape) -> "Calendar":
        """Return the zones of a trip file."""
        place_zones = {place.id: place.zone for place in shape.places}
        zones = {station.id: place_zones.get(station.base, "UTC") for station in shape.stations}
        starts = []
        for station in shape.stations:
            first = station.dates.earliest if station.dates else _arrival(shape, station.id)
            starts.append((first, zones[station.id]))
        item_stations = {item.id: item.station for item in shape.items}
        return cls(zones, item_stations, tuple(sorted(starts, key=lambda start: start[0])))

    @classmethod
    def of_trip(cls, trip: Trip) -> "Calendar":
        """Return the zones of a trip."""
        zones = {station.id: trip.base_of(station.id).zone for station in trip.stations}
        starts = []
        for station in trip.stations:
            first = station.dates.earliest if station.dates else _arrival(trip, station.id)
            starts.append((first, zones[station.id]))
        item_stations = {item.id: item.station for item in trip.items}
        return cls(zones, item_stations, tuple(sorted(starts, key=lambda start: start[0])))

    def at_station(self, moment: datetime, station: str) -> datetime:
        """Return the instant (UTC) that a station's clock shows so; an aware time is taken as it is."""
        return to_utc(moment, self.station_zones.get(station, "UTC"))

    def at_item(self, moment: datetime, item: str) -> datetime:
        """Return the instant (UTC) that the clock at an item's station shows so."""
        return to_utc(moment, self.item_zone(item))

    def item_zone(self, item: str) -> str:
        """Return the zone of an item's station."""
        return self.station_zones.get(self.item_stations.get(item, ""), "UTC")

    def zone_on(self, day: date) -> str:
        """Return the zone of the station where the delegation is on a day."""
        zone = self.starts[0][1]
        for first, candidate in self.starts:
            if first <= day:
                zone = candidate
        return zone

    def on_trip(self, moment: datetime) -> datetime:
        """Return the instant (UTC) that the clock where the delegation is on that day shows so."""
        return to_utc(moment, self.zone_on(moment.date()))

    def text_on_trip(self, instant: datetime) -> str:
        """Return an instant as the clock shows it where the delegation is then; with its offset where unclear."""
        for zone in dict.fromkeys(zone for _, zone in self.starts):
            text = f"{local(instant, zone):%Y-%m-%d %H:%M}"
            if local(instant, zone).year >= 1000 and self.on_trip(datetime.fromisoformat(text)) == instant:
                return text
        return instant.isoformat()


def _arrival(shape: TripShape | Trip, station: str) -> date:
    """Return the first day on which a leg can reach a station; the trip's first when none does."""
    days = [
        window.day
        for leg in shape.legs
        if leg.destination == station
        for window in leg.departures
        if window.day is not None
    ]
    return min(days, default=shape.dates.earliest)


def to_utc(moment: datetime, zone: str) -> datetime:
    """Return the instant (UTC) of a wall-clock time in a zone; an aware time keeps its own offset."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
    return aware.astimezone(UTC)
