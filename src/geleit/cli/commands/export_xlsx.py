"""The command `export-xlsx`."""

from pathlib import Path

import click

from geleit.cli.commands.arguments import PATH, trip_argument
from geleit.cli.exit_codes import ExitCode


@click.command("export-xlsx", short_help="Write a trip's lists as a workbook.")
@trip_argument
@click.argument("workbook", type=PATH)
def export_xlsx(trip: Path, workbook: Path) -> ExitCode:
    """Write delegates, organisations, hosts, items and wishes of TRIP as WORKBOOK, to be edited in a spreadsheet."""
    from geleit.services.exchange_workbook import export_workbook

    click.echo(f"Written: {export_workbook(trip=trip, workbook=workbook)}")
    return ExitCode.DONE
