"""The thread above the timetable: stations over their days in half-day steps, a travel day belonging to both."""

from collections.abc import Sequence
from dataclasses import dataclass

from geleit.documents.view import DayView, ProgrammeView


@dataclass(frozen=True, slots=True)
class BandPart:
    """A station over its days.

    Parameters
    ----------
    start, end
        Grid lines, two columns a day, the first being 1.
    number
        The station's; 0 for days without one.
    """

    start: int
    end: int
    name: str
    number: int


def station_band(view: ProgrammeView, days: Sequence[DayView]) -> tuple[BandPart, ...]:
    """Return the stations over the days shown."""
    stations = {station.id: station for station in view.trip.stations}
    halves: list[str] = []
    for day in days:
        first, last = (day.stations[0], day.stations[-1]) if day.stations else ("", "")
        halves += [first, last]
    parts: list[BandPart] = []
    for column, station in enumerate(halves, start=1):
        if parts and halves[column - 2] == station:
            parts[-1] = BandPart(parts[-1].start, column + 1, parts[-1].name, parts[-1].number)
            continue
        known = stations.get(station)
        parts.append(
            BandPart(column, column + 1, known.name.text if known else "", known.number if known else 0)
        )
    return tuple(parts)
