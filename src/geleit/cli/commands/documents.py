"""The command `documents`."""

import signal
import sys
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import click

from geleit.cli.commands.arguments import PATH, quiet_option
from geleit.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from geleit.services.make_demo import DemoTrip
    from geleit.services.serve_folder import DocumentServer


@click.command(short_help="Plan both example trips and write all their documents.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port on this machine; 0 for any free one.",
)
@click.option(
    "--out",
    "folder",
    type=PATH,
    default=Path("build/documents"),
    show_default=True,
    help="Folder for the documents; an old demonstration in it is replaced.",
)
@click.option("--no-serve", is_flag=True, help="Only write the documents.")
@quiet_option
def documents(port: int, folder: Path, no_serve: bool, quiet: bool) -> ExitCode:  # noqa: FBT001 # click hands flags over
    """Plan both trips that come with Geleit, write all their documents, and show them in a browser.

    Nobody but this machine can see them. Ctrl-C ends everything.
    """
    _end_on_signals()
    if no_serve:
        failed = [trip for trip in _make(folder, quiet=quiet) if trip.failed]
        click.echo(f"The documents are in {folder}; open {folder / 'index.html'}.")
        return ExitCode.UNEXPECTED if failed else ExitCode.DONE
    from geleit.services.serve_folder import open_server

    with open_server(folder=folder, port=port) as server:
        _make(folder, quiet=quiet)
        return _serve(server)


def _serve(server: "DocumentServer") -> ExitCode:
    click.echo(f"Geleit is ready: {server.address}")
    sys.stdout.flush()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Geleit has ended.", err=True)
    return ExitCode.DONE


def _make(folder: Path, *, quiet: bool) -> tuple["DemoTrip", ...]:
    from datetime import UTC, datetime

    from geleit.cli.progress import display, progress_words
    from geleit.services.make_demo import DemoProgress, make_demo
    from geleit.services.shipped_trips import shipped_trips

    with display(quiet=quiet) as shown:

        def show(progress: DemoProgress) -> None:
            words = progress_words(progress.search) if progress.search else ""
            shown.show(progress.name, done=progress.done, total=progress.total, words=words)

        made = make_demo(trips=shipped_trips(), folder=folder, now=datetime.now(UTC), on_progress=show)
    for trip in made:
        if trip.failed:
            click.echo(f"Failed: {trip.failed}", err=True)
        elif not quiet:
            words = f"planned after {trip.plan_s:.1f} s, {trip.documents} documents after {trip.documents_s:.1f} s"
            click.echo(f"{trip.name}: {words}", err=True)
    return made


def _end_on_signals() -> None:
    """Let SIGTERM end the demonstration as Ctrl-C does; also where a shell had switched Ctrl-C off."""

    def end(_number: int, _frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
