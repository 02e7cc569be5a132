"""Give a trip out of the store."""

from pathlib import Path

from geleit.services.faults import FaultError, file_faults
from geleit.services.files import prepare_folder
from geleit.services.find_trip import read_stored_trip
from geleit.tripfile.dump import dump_trip, write_folder


def export_trip_text(*, key: str) -> str:
    """Return a trip as one trip file.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    return dump_trip(read_stored_trip(key=key))


def export_trip(*, key: str, folder: Path) -> Path:
    """Write a trip as a folder of trip files, and return the folder.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    FaultError
        When the folder holds YAML files already, or cannot be written to.
    """
    trip = read_stored_trip(key=key)
    if folder.is_dir() and any(folder.glob("*.y*ml")):
        raise FaultError(
            f"{folder} holds a trip already", holds="It is unchanged", advice="Choose another folder"
        )
    prepare_folder(folder)
    with file_faults(folder, done="written"):
        write_folder(trip, folder)
    return folder
