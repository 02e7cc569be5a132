"""The trips that come with Geleit: beside the code in a wheel, at the top of a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent
_FOLDERS = (PACKAGE / "_trips", PACKAGE.parent.parent / "trips")


def shipped_trips() -> tuple[Path, ...]:
    """Return the folders of the shipped trips, by name."""
    folder = next((folder for folder in _FOLDERS if folder.is_dir()), None)
    if folder is None:
        return ()
    return tuple(sorted(path for path in folder.iterdir() if (path / "trip.yaml").is_file()))


def shipped_trip(name: str) -> Path | None:
    """Return the folder of the shipped trip of that name, or None."""
    return next((path for path in shipped_trips() if path.name == name), None)
