"""Find and read a trip."""

from dataclasses import dataclass
from pathlib import Path

from geleit.domain.trip import Trip
from geleit.services.faults import file_faults
from geleit.services.shipped_trips import shipped_trip
from geleit.tripfile import Problem, read_trip


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedTrip:
    """A trip and what is odd, though not wrong, about its file.

    Parameters
    ----------
    path
        The file or folder it was read from.
    """

    trip: Trip
    path: Path
    warnings: tuple[Problem, ...]


def find_trip(path: Path) -> Path:
    """Return the path, or the folder of the shipped trip of that name where no such path exists."""
    return path if path.exists() else shipped_trip(str(path)) or path


def open_trip(*, path: Path) -> OpenedTrip:
    """Return the trip of a file or folder; the name of a shipped trip serves where no such path exists.

    Raises
    ------
    TripFileError
        With everything that is wrong with the trip.
    FaultError
        When the file cannot be read.
    """
    found = find_trip(path)
    with file_faults(found, done="read"):
        loaded = read_trip(found)
    return OpenedTrip(trip=loaded.trip, path=found, warnings=loaded.warnings)
