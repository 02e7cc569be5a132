"""From a trip file or folder to a trip."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from geleit.domain.trip import Trip
from geleit.domain.validation import TripProblem, fix_of, message_of, reference_problems, trip_problems
from geleit.tripfile.build import build_trip
from geleit.tripfile.partial import readable_part
from geleit.tripfile.problems import Problem, TripFileError, in_order
from geleit.tripfile.shapes import TripShape
from geleit.tripfile.source import Source, empty_file, read_into, read_source
from geleit.tripfile.words import problems_of


@dataclass(frozen=True, slots=True)
class LoadedTrip:
    """A trip and what is odd, though not wrong, about it.

    Parameters
    ----------
    source
        The files' content with the lines, for further messages about the trip.
    """

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
    return trip_of_source(*read_source(Path(path)))


def trip_of_text(text: str, name: str) -> LoadedTrip:
    """Return the trip that the text of one YAML file stands for.

    Parameters
    ----------
    name
        The file's name in error messages.

    Raises
    ------
    TripFileError
        With everything that is wrong, each with line, value and likely fix.
    """
    source = Source(name)
    problems = read_into(source, name, text)
    if not source.data:
        raise TripFileError(problems or [empty_file(name)])
    return trip_of_source(source, problems)


def trip_of_source(source: Source, problems: list[Problem]) -> LoadedTrip:
    """Return the trip that the content of files stands for.

    Parameters
    ----------
    problems
        What is wrong with the files as YAML.

    Raises
    ------
    TripFileError
        With everything that is wrong, each with file, line, value and likely fix.
    """
    try:
        shape = TripShape.model_validate(source.data)
    except ValidationError as error:
        problems += problems_of(error, TripShape, source)
        rest = readable_part(source.data, error)
        if rest is not None:
            trip = build_trip(rest.shape)
            problems += located(reference_problems(trip, rest.declared), source)
        raise TripFileError(problems) from None
    trip = build_trip(shape)
    found = located(trip_problems(trip), source)
    errors = [*problems, *(problem for problem in found if not problem.is_warning)]
    if errors:
        raise TripFileError(errors)
    return LoadedTrip(trip, in_order(found), source)


def located(problems: Iterable[TripProblem], source: Source) -> list[Problem]:
    """Return problems of a trip with the files and lines where they stand."""
    return [_located(problem, source) for problem in problems]


def _located(problem: TripProblem, source: Source) -> Problem:
    spot = source.spot(problem.path)
    return Problem(
        file=spot.file,
        line=spot.line,
        path=problem.path,
        value=problem.value,
        message=message_of(problem),
        fix=fix_of(problem),
        german=(message_of(problem, "de"), fix_of(problem, "de")),
        code=problem.code.value,
        is_warning=problem.is_warning,
    )
