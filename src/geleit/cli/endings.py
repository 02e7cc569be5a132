"""The ways a command can end: an exit code each, a plain sentence where something went wrong, no traceback."""

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import NoReturn

import click

from geleit.cli.exit_codes import ExitCode
from geleit.services.faults import FaultError, fault_of_os

TRACEBACK_SETTING = "GELEIT_TRACEBACK"


def end_well(run: Callable[[], object]) -> NoReturn:
    """Run a command and exit with its code.

    Parameters
    ----------
    run
        Returns an exit code, or anything else for 0.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark
    try:
        code = run()
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = ExitCode.BAD_INPUT
    except (KeyboardInterrupt, click.Abort):
        say("Interrupted. Finished files are whole, no other was begun.")
        code = ExitCode.INTERRUPTED
    except BrokenPipeError:
        code = ExitCode.BROKEN_PIPE
    except Exception as error:  # noqa: BLE001 # the outermost place: whatever happens becomes a sentence
        code = _told(error)
    _let_go_of_output()
    sys.exit(int(code) if isinstance(code, int) else ExitCode.DONE)


def say(text: str) -> None:
    """Write a line for people to standard error, where it disturbs no output."""
    click.echo(text, err=True)


def _let_go_of_output() -> None:
    """Keep Python from complaining at its end about output that cannot be written."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(error: Exception) -> ExitCode:
    """Say what is wrong: known faults by their own words, all others as an error of Geleit's own."""
    if os.environ.get(TRACEBACK_SETTING):
        import traceback

        say("".join(traceback.format_exception(error)).rstrip())
    if isinstance(error, OSError):
        error = fault_of_os(error)
    if isinstance(error, FaultError):
        say(f"Error: {error}")
        return ExitCode.BAD_INPUT
    problems = problem_lines(error)
    if problems:
        say("\n".join(problems))
        return ExitCode.BAD_INPUT
    kind, said = type(error).__name__, str(error).partition("\n")[0]
    say(
        f"Geleit stopped at an error of its own ({kind}{': ' if said else ''}{said}). Finished files are whole, "
        f"no other was begun. Please report it with the command you typed and your trip file; "
        f"{TRACEBACK_SETTING}=1 before the command shows where it happened."
    )
    return ExitCode.UNEXPECTED


def problem_lines(error: Exception) -> list[str]:
    """Return everything wrong with a file, a line each and their number in the end; empty for other errors."""
    from geleit.tripfile import TripFileError

    if not isinstance(error, TripFileError):
        return []
    count = len(error.problems)
    return [*map(str, error.problems), f"{count} thing{'s' if count > 1 else ''} to put right."]
