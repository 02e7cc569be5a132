"""Read a programme of a trip."""

from dataclasses import dataclass
from pathlib import Path

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.services.faults import file_faults
from geleit.services.files import PROGRAMME_FILE
from geleit.tripfile import programme_io


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProgramme:
    """A programme from a file.

    Parameters
    ----------
    is_of_this_trip_file
        False when the trip file has changed since; the programme may still be valid.
    """

    programme: Programme
    is_of_this_trip_file: bool


def read_programme(*, trip: Trip, path: Path) -> ReadProgramme:
    """Return the programme of a ``programme.json``, or of the folder that holds one.

    Raises
    ------
    TripFileError
        When it is no programme of this trip, with everything that is wrong with it.
    FaultError
        When the file cannot be read.
    """
    file = path / PROGRAMME_FILE if path.is_dir() else path
    with file_faults(file, done="read"):
        programme = programme_io.read_programme(file, trip)
    is_same = not programme.trip_digest or programme.trip_digest == programme_io.trip_digest(trip)
    return ReadProgramme(programme=programme, is_of_this_trip_file=is_same)
