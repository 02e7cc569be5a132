"""The command `plan`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geleit.cli.commands.arguments import PATH, json_option, lang_option, quiet_option, trip_argument
from geleit.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from geleit.cli.interrupts import Interrupts
    from geleit.cli.plan_report import PlanReport
    from geleit.domain.text import Language
    from geleit.domain.trip import Trip
    from geleit.planner.portfolio import PortfolioAnswer
    from geleit.planner.solve import Progress
    from geleit.services.plan_trip import Effort

DEFAULT_ROUNDS = 400
"""As the planner's own default, which is not imported for the sake of a help text; a test compares them."""


@click.command(short_help="Make a valid programme of a trip.")
@trip_argument
@click.option("--out", "folder", type=PATH, required=True, help="Folder for programme.json and its pages.")
@click.option(
    "--seed", type=click.IntRange(0, 2**32 - 1), default=0, show_default=True, help="Seed of chance."
)
@click.option(
    "--rounds",
    type=click.IntRange(1),
    default=DEFAULT_ROUNDS,
    show_default=True,
    help="Rounds of search; the reproducible limit.",
)
@click.option(
    "--limit",
    "limit_s",
    type=click.FloatRange(0),
    metavar="SECONDS",
    help="Seconds of search at most, on top of the rounds; 0 for the first plan that comes.",
)
@click.option(
    "--gap",
    "gap",
    type=click.FloatRange(0, 1),
    metavar="FRACTION",
    help="Stop as soon as the programme is proven to be this close to the best one; 0.01 is 1 % of the benefit.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Searches side by side, each with a seed of its own; the best wins.",
)
@json_option
@quiet_option
@lang_option
def plan(  # noqa: PLR0917 # one parameter per option, all passed by name
    trip: Path,
    folder: Path,
    seed: int,
    rounds: int,
    limit_s: float | None,
    gap: float | None,
    workers: int,
    as_json: bool,  # noqa: FBT001 # click hands flags over
    quiet: bool,  # noqa: FBT001 # click hands flags over
    lang: "Language",
) -> ExitCode:
    """Make a valid programme of TRIP: who is where, when, with whom.

    Writes programme.json and the programme as an HTML page in each of the trip's languages. The same trip, seed,
    rounds and workers give the same programme. Ctrl-C keeps the best programme so far, if it is valid.
    """
    from geleit.cli.interrupts import noted_interrupts
    from geleit.services.files import prepare_folder
    from geleit.services.open_trip import open_trip
    from geleit.services.plan_trip import Effort

    effort = Effort(
        seed=seed,
        rounds=rounds,
        limit_s=limit_s,
        gap=gap,
        workers=workers,
    )
    with noted_interrupts() as interrupts:
        opened = open_trip(path=trip)
        if not quiet:
            for warning in opened.warnings:
                click.echo(f"Note: {warning}", err=True)
        prepare_folder(folder)
        answer, began_s, curve = _search(opened.trip, effort, interrupts, quiet=quiet)
        from geleit.cli.plan_report import PlanReport  # its words are not needed before the search

        report = PlanReport(
            trip=opened.trip,
            answer=answer,
            effort=effort,
            lang=lang,
            began_s=began_s,
            was_interrupted=interrupts.is_wanted,
            curve=curve,
        )
        files = _keep(report, folder)
    _give(report, files, as_json=as_json, quiet=quiet)
    return report.exit_code


def _give(report: "PlanReport", files: tuple[Path, ...], *, as_json: bool, quiet: bool) -> None:
    for loss in report.losses():
        click.echo(loss, err=True)
    if as_json:
        from geleit.cli.plain import print_json

        print_json(report.record())
    elif not quiet or report.exit_code != ExitCode.DONE:
        for line in report.lines(files):
            click.echo(line, err=report.exit_code != ExitCode.DONE)


def _keep(report: "PlanReport", folder: Path) -> tuple[Path, ...]:
    """Write the programme, if there is one, and return the files."""
    from geleit.planner.result import Solved
    from geleit.services.plan_trip import keep_pages, keep_programme

    result = report.answer.result
    if not isinstance(result, Solved):
        return ()
    file = keep_programme(trip=report.trip, programme=result.programme, folder=folder)
    pages = keep_pages(trip=report.trip, programme=result.programme, folder=folder, now=datetime.now(UTC))
    return file, *pages


def _search(
    trip: "Trip", effort: "Effort", interrupts: "Interrupts", *, quiet: bool
) -> tuple["PortfolioAnswer", float, tuple["Progress", ...]]:
    """Return the answer, the seconds from the start of the process to that of the search, and how it went.

    Of the first search, which also proves, each step at which value or bound got better.
    """
    import time

    from geleit.cli.process_start import process_start_s
    from geleit.cli.progress import display, progress_words
    from geleit.services.plan_trip import plan_trip

    began_s = time.monotonic() - process_start_s()
    curve: list[Progress] = []
    with display(quiet=quiet) as shown:

        def show(worker: int, progress: "Progress") -> None:
            last = (curve[-1].objective, curve[-1].bound) if curve else None
            if worker == 0 and last != (progress.objective, progress.bound):
                curve.append(progress)
            name = trip.id if effort.workers == 1 else f"{trip.id} ({worker + 1})"
            shown.show(name, done=progress.round, total=progress.rounds, words=progress_words(progress))

        answer = plan_trip(
            trip=trip, effort=effort, on_progress=show, is_cancelled=lambda: interrupts.is_wanted
        )
    return answer, began_s, tuple(curve)
