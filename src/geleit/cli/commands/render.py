"""The command `render`."""

from datetime import UTC, datetime
from pathlib import Path

import click

from geleit.cli.commands.arguments import PATH, programme_argument, trip_argument
from geleit.cli.exit_codes import ExitCode


@click.command(short_help="Write the documents of a programme.")
@trip_argument
@programme_argument
@click.option("--out", "folder", type=PATH, required=True, help="Folder for the documents.")
def render(trip: Path, programme: Path, folder: Path) -> ExitCode:
    """Write the documents of PROGRAMME."""
    from geleit.cli.inputs import trip_and_programme
    from geleit.services.files import prepare_folder
    from geleit.services.plan_trip import keep_pages

    known, made = trip_and_programme(trip, programme, "en")
    prepare_folder(folder)
    files = keep_pages(trip=known, programme=made, folder=folder, now=datetime.now(UTC))
    click.echo(f"Written: {', '.join(map(str, files))}")
    return ExitCode.DONE
