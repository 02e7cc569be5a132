"""Where the delegation is at which time, as the programme's legs say; else as the stations' dates say."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from geleit.domain.programme import PlannedLeg, Programme
from geleit.domain.trip import Station, Trip


@dataclass(frozen=True, slots=True)
class Stay:
    """A station from arrival to departure.

    Parameters
    ----------
    arrive, depart
        Aware instants; None where the programme has no such leg.
    first_day, last_day
        Local dates, both included.
    """

    station: str
    arrive: datetime | None
    depart: datetime | None
    first_day: date
    last_day: date

    def covers(self, day: date) -> bool:
        """Whether the delegation is there for some of that local day."""
        return self.first_day <= day <= self.last_day


def stays(trip: Trip, programme: Programme) -> tuple[Stay, ...]:
    """Return the stays in route order; stations without any known day are left out."""
    planned = {leg.leg: leg for leg in programme.legs}
    found = (_stay(trip, programme, station, planned) for station in trip.stations)
    return tuple(stay for stay in found if stay is not None)


def trip_days(trip: Trip, programme: Programme) -> tuple[date, ...]:
    """Return every local date from the first on which something is planned to the last, without a gap."""
    days = [day for stay in stays(trip, programme) for day in (stay.first_day, stay.last_day)]
    for leg in programme.legs:
        known = trip.leg_by_id[leg.leg]
        days.append(_local(leg.depart, trip.zone_of(known.origin)).date())
        days.append(_local(leg.arrive, trip.zone_of(known.destination)).date())
    for session in programme.sessions:
        zone = trip.zone_of(trip.item_by_id[session.item].station)
        days += [_local(session.start, zone).date()]
    if not days:
        return ()
    first, last = min(days), max(days)
    return tuple(first + timedelta(days=offset) for offset in range((last - first).days + 1))


def station_at(trip: Trip, known: tuple[Stay, ...], instant: datetime) -> Station:
    """Return the station where the delegation is at an instant; on the way, the one it travels to.

    Parameters
    ----------
    known
        The stays, in route order.
    """
    for stay in known:
        if stay.depart is None:
            end = datetime.combine(
                stay.last_day + timedelta(days=1), time(), ZoneInfo(trip.zone_of(stay.station))
            )
            if instant < end.astimezone(UTC):
                return trip.station_by_id[stay.station]
        elif instant < stay.depart:
            return trip.station_by_id[stay.station]
    return trip.station_by_id[known[-1].station] if known else trip.stations[-1]


def _stay(trip: Trip, programme: Programme, station: Station, planned: dict[str, PlannedLeg]) -> Stay | None:
    zone = trip.zone_of(station.id)
    arrive = next(
        (planned[x.id].arrive for x in trip.legs if x.destination == station.id and x.id in planned), None
    )
    depart = next(
        (planned[x.id].depart for x in trip.legs if x.origin == station.id and x.id in planned), None
    )
    days = [
        _local(session.start, zone).date()
        for session in programme.sessions
        if trip.item_by_id[session.item].station == station.id
    ]
    dates = station.dates
    days += [_local(instant, zone).date() for instant in (arrive, depart) if instant]
    if dates and not arrive:
        days.append(dates.start.latest)
    if dates and not depart:
        days.append(dates.end.earliest)
    if not days:
        return None
    first = _local(arrive, zone).date() if arrive else min(days)
    last = _local(depart, zone).date() if depart else max(days)
    return Stay(station.id, arrive, depart, first, max(first, last))


def _local(instant: datetime, zone: str) -> datetime:
    return instant.astimezone(ZoneInfo(zone))
