"""The command `import-xlsx`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geleit.cli.commands.arguments import PATH, trip_argument
from geleit.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from geleit.services.exchange_workbook import ValueChange, WorkbookImport

MOST_CHARACTERS = 60


@click.command("import-xlsx", short_help="Take a workbook's changes over into a trip.")
@trip_argument
@click.argument("workbook", type=PATH)
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.option("--yes", "-y", "is_agreed", is_flag=True, help="Do not ask before writing.")
def import_xlsx(trip: Path, workbook: Path, dry_run: bool, is_agreed: bool) -> ExitCode:  # noqa: FBT001 # click's flags
    """Show what WORKBOOK says differently from TRIP, then change the trip file; all other lines stay as they are.

    An empty cell takes a value out. A row that is not in the workbook takes nothing out. In a terminal it asks
    before it writes.
    """
    from geleit.services.exchange_workbook import keep_workbook_changes, read_workbook_changes

    read = read_workbook_changes(trip=trip, workbook=workbook)
    for line in _lines(read):
        click.echo(line)
    if dry_run or not read.changes:
        return ExitCode.DONE
    if not is_agreed and sys.stdin.isatty() and not click.confirm("Change the trip file?", err=True):
        click.echo("The trip file is unchanged.")
        return ExitCode.DONE
    files = keep_workbook_changes(read=read)
    click.echo(f"Written: {', '.join(map(str, files))}")
    return ExitCode.DONE


def _lines(read: "WorkbookImport") -> Iterator[str]:
    yield from (f"Note: {warning}" for warning in read.warnings)
    yield from (_change(change) for change in read.changes)
    for key, ids in read.missing.items():
        if ids:
            yield f"Kept, though not in the workbook: {key} {', '.join(ids)}"
    count = len(read.changes)
    yield "Nothing to change." if not count else f"{count} change{'s' if count > 1 else ''}."


def _change(change: "ValueChange") -> str:
    place = " / ".join(map(str, change.path))
    if change.before is None:
        return f"+ {place}: {_shown(change.after)}"
    if change.after is None:
        return f"- {place}: {_shown(change.before)}"
    return f"~ {place}: {_shown(change.before)} -> {_shown(change.after)}"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        text = ", ".join(f"{key}: {_shown(each)}" for key, each in value.items())
    elif isinstance(value, list):
        text = f"[{', '.join(map(_shown, value))}]"
    else:
        text = str(value)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
