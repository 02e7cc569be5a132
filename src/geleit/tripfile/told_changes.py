"""What somebody tells on a command line about a trip: local times, and delegates in the form of the trip file."""

from datetime import datetime
from pathlib import Path

from geleit.domain.people import Delegate
from geleit.domain.trip import Trip
from geleit.tripfile.dump import trip_values
from geleit.tripfile.fields.errors import FieldError
from geleit.tripfile.fields.times import read_instant
from geleit.tripfile.load import trip_of_source
from geleit.tripfile.local_time import Calendar
from geleit.tripfile.problems import Problem, TripFileError
from geleit.tripfile.source import Source, read_into


def instant_at_item(trip: Trip, text: str, item: str) -> datetime:
    """Return the instant (UTC) of a time on the clock at an item's station; a text with an offset keeps it.

    Raises
    ------
    ValueError
        When it is no date and time, with what would be right.
    """
    return Calendar.of_trip(trip).at_item(_read(text), item)


def instant_on_trip(trip: Trip, text: str) -> datetime:
    """Return the instant (UTC) of a time on the clock where the delegation is on that day.

    Raises
    ------
    ValueError
        When it is no date and time, with what would be right.
    """
    return Calendar.of_trip(trip).on_trip(_read(text))


def _read(text: str) -> datetime:
    try:
        return read_instant(text)
    except FieldError as error:
        context = error.context or {}
        raise ValueError(f"{context.get('message', error)}; {context.get('fix', '')}".rstrip("; ")) from None


def read_delegates(trip: Trip, file: Path) -> tuple[Delegate, ...]:
    """Return the delegates of a file that join a trip: a list under ``delegates``, as in the trip file.

    Raises
    ------
    TripFileError
        With everything that is wrong with them.
    """
    source = Source(file.name)
    problems = read_into(source, file.name, file.read_text("utf-8"))
    told = source.data.get("delegates")
    if problems or not isinstance(told, list):
        raise TripFileError(problems or [_no_delegates(file.name)])
    values = trip_values(trip)
    known = values.get("delegates", [])
    joined = Source(file.name)
    joined.data.update({**values, "delegates": [*(known if isinstance(known, list) else []), *told]})
    after = trip_of_source(joined, []).trip
    return after.delegates[len(trip.delegates) :]


def _no_delegates(name: str) -> Problem:
    return Problem(
        file=name,
        line=1,
        path=("delegates",),
        value="",
        message="there are no delegates in this file",
        fix='write them as in a trip file: "delegates:" and a list of id, name and role',
    )
