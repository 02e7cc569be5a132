"""The command `new`."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from geleit.cli.commands.arguments import PATH
from geleit.cli.exit_codes import ExitCode


@click.command(short_help="Start a trip of your own.")
@click.argument("trip_id", required=False, metavar="[ID]")
@click.option("--out", "folder", type=PATH, help="Folder for the trip; by default one named as its id.")
@click.option("--title", default="", help="The trip's title.")
@click.option(
    "--start",
    type=click.DateTime(["%Y-%m-%d"]),
    help="First day, as 2027-03-07; by default a Sunday some months ahead.",
)
def new(trip_id: str | None, folder: Path | None, title: str, start: datetime | None) -> ExitCode:
    """Write a small trip file with explanations, which can be planned as it is.

    ID is made of small letters, digits and hyphens, such as netherlands-2027.
    """
    from geleit.services.start_trip import proposed_start, start_trip

    if trip_id is None and folder is not None:
        trip_id = folder.resolve().name
    if trip_id is None:
        trip_id = _asked_for()
    first = start.date() if start else proposed_start(date.today())  # noqa: DTZ011 # the user's own calendar day
    file = start_trip(trip_id=trip_id, title=title, start=first, folder=folder or Path(trip_id))
    click.echo(f"Written: {file}. Change it, then plan it: geleit plan {file.parent} --out out")
    return ExitCode.DONE


def _asked_for() -> str:
    """Return the id that the user types.

    Raises
    ------
    UsageError
        When there is nobody to ask.
    """
    try:
        return str(click.prompt("Id of the trip (small letters, digits and hyphens)", err=True))
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo(err=True)
        raise click.UsageError("Missing argument 'ID', such as netherlands-2027.") from None
