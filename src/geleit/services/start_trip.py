"""Start a trip file of one's own."""

import re
from datetime import date, timedelta
from pathlib import Path
from string import Template

from geleit.services.faults import FaultError
from geleit.services.files import prepare_folder, write_file

STARTER = Path(__file__).parent / "starter" / "trip.yaml"
DAYS = 5
LEAD_DAYS = 120
"""Days from today to the start that is proposed; it is the next Sunday."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def proposed_start(today: date) -> date:
    """Return a Sunday some months ahead: the delegation arrives, offices open the day after."""
    ahead = today + timedelta(days=LEAD_DAYS)
    return ahead + timedelta(days=6 - ahead.weekday())


def start_trip(*, trip_id: str, title: str, start: date, folder: Path) -> Path:
    """Write a small trip that can be planned as it is, with explanations in it, and return its file.

    Parameters
    ----------
    trip_id
        Lower-case letters, digits and hyphens.
    title
        Empty for one made of the id.
    start
        First day; the trip takes ``DAYS`` days.
    folder
        Made where there is none.

    Raises
    ------
    FaultError
        When the id is none, or the folder holds a trip already.
    """
    if not _ID.fullmatch(trip_id):
        proposal = re.sub(r"[^a-z0-9]+", "-", trip_id.lower()).strip("-")
        raise FaultError(
            f"{trip_id!r} is no id: only small letters, digits and hyphens between them",
            advice=f"Did you mean {proposal!r}?" if proposal else "For example: netherlands-2027",
        )
    if folder.is_dir() and any(folder.glob("*.y*ml")):
        raise FaultError(
            f"{folder} holds a trip already", holds="It is unchanged", advice="Choose another folder"
        )
    prepare_folder(folder)
    shown = " ".join(title.split()) or trip_id.replace("-", " ").capitalize()
    days = {f"day{number}": (start + timedelta(days=number - 1)).isoformat() for number in range(1, DAYS + 1)}
    text = Template(STARTER.read_text("utf-8")).substitute(
        days, id=trip_id, folder=folder, title=shown, title_yaml=_quoted(shown)
    )
    return write_file(folder / "trip.yaml", text)


def _quoted(text: str) -> str:
    """Return a text as a double-quoted YAML string on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in escaped) + '"'
