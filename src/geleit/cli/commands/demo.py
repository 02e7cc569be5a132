"""The command `demo`."""

import os
import shutil
import signal
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from geleit.cli.commands.arguments import PATH, quiet_option
from geleit.cli.exit_codes import ExitCode

HOST = "127.0.0.1"
MARK = ".geleit-demonstration"
"""Stands in a data folder that a demonstration made and may replace."""


@click.command(short_help="Show the application with both example trips.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port on this machine; 0 for any free one.",
)
@click.option(
    "--data",
    "folder",
    type=PATH,
    default=Path("build/demo"),
    show_default=True,
    help="Folder for the demonstration's data; what is in it from last time is kept.",
)
@click.option("--fresh", is_flag=True, help="Begin anew: delete the data of an earlier demonstration.")
@click.option("--no-serve", is_flag=True, help="Only prepare the data.")
@quiet_option
def demo(port: int, folder: Path, fresh: bool, no_serve: bool, quiet: bool) -> ExitCode:  # noqa: FBT001 # click hands flags over
    """Start the application with both trips that come with Geleit, planned and published, and accounts to try.

    The clock shows spring 2025 and can be moved. Nobody but this machine can see it. Ctrl-C ends everything.
    """
    from geleit.cli.commands.serve import serve_prepared
    from geleit.cli.django_start import start_django
    from geleit.services.ports import port_to_use

    _end_on_signals()
    if not no_serve:
        port = port_to_use(host=HOST, port=port)
    _prepare_folder(folder, fresh=fresh)
    os.environ.update(GELEIT_DATA=str(folder), GELEIT_DEMO="yes")
    start_django(GELEIT_URL=f"http://{HOST}:{port}")
    _fill(quiet=quiet)
    if no_serve:
        click.echo(f"The demonstration's data is in {folder}.")
        return ExitCode.DONE
    return serve_prepared(host=HOST, port=port)


def _prepare_folder(folder: Path, *, fresh: bool) -> None:
    """Make the data folder; only one that a demonstration made is deleted or filled."""
    from geleit.services.faults import FaultError, file_faults

    is_ours = (folder / MARK).is_file()
    if folder.exists() and not is_ours and (not folder.is_dir() or any(folder.iterdir())):
        raise FaultError(
            f"{folder} holds something else than a demonstration's data",
            holds="It is unchanged",
            advice="Choose another folder with --data",
        )
    with file_faults(folder, done="written"):
        if fresh and is_ours:
            shutil.rmtree(folder)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).touch()


def _fill(*, quiet: bool) -> None:
    from django.conf import settings

    from geleit.cli.progress import display, progress_words
    from geleit.services.machine_clock import machine_now
    from geleit.services.prepare_demo import DemoStep, prepare_demo
    from geleit.services.prepare_store import prepare_store
    from geleit.services.shipped_trips import shipped_trips

    prepare_store()
    with display(quiet=quiet) as shown:

        def show(step: DemoStep) -> None:
            words = progress_words(step.search) if step.search else ""
            shown.show(f"{step.name} planning", done=step.done, total=step.total, words=words)

        planned = prepare_demo(
            trips=shipped_trips(),
            start=settings.GELEIT.demo_start,
            machine_now=machine_now(),
            on_step=show,
        )
        for name in planned:
            shown.say(f"{name}: planned and published")


def _end_on_signals() -> None:
    """Let SIGTERM end the demonstration as Ctrl-C does; also where a shell had switched Ctrl-C off."""

    def end(_number: int, _frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
