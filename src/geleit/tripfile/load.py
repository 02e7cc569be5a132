"""From a trip file or folder to a trip."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from geleit.domain.trip import Trip
from geleit.tripfile.build import build_trip
from geleit.tripfile.problems import Problem, TripFileError
from geleit.tripfile.shapes import TripShape
from geleit.tripfile.source import Source, read_source
from geleit.tripfile.words import problems_of


@dataclass(frozen=True, slots=True)
class LoadedTrip:
    """A trip and what is odd, though not wrong, about its file."""

    trip: Trip
    warnings: tuple[Problem, ...]
    source: Source


def load_trip(path: Path | str) -> Trip:
    """Return the trip of a YAML file or of a folder of them.

    Raises
    ------
    TripFileError
        With everything that is wrong, each with file, line, value and likely fix.
    """
    return read_trip(path).trip


def read_trip(path: Path | str) -> LoadedTrip:
    """Return the trip of a YAML file or folder with the warnings about it.

    Raises
    ------
    TripFileError
        With everything that is wrong, each with file, line, value and likely fix.
    """
    source, problems = read_source(Path(path))
    try:
        shape = TripShape.model_validate(source.data)
    except ValidationError as error:
        raise TripFileError([*problems, *problems_of(error, TripShape, source)]) from None
    if problems:
        raise TripFileError(problems)
    return LoadedTrip(build_trip(shape), (), source)
