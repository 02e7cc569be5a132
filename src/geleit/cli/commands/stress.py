"""The command `stress`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geleit.cli.commands.arguments import PATH, json_option, lang_option, programme_argument, trip_argument
from geleit.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from geleit.domain.text import Language

DEFAULT_RUNS, MOST_RUNS = 2000, 50_000
"""As the planner's own, which is not imported for the sake of a help text; a test compares them."""


@click.command(short_help="Say how a programme fares with declines, traffic and overruns.")
@trip_argument
@programme_argument
@click.option(
    "--runs",
    type=click.IntRange(1, MOST_RUNS),
    default=DEFAULT_RUNS,
    show_default=True,
    help="Simulated trips.",
)
@click.option(
    "--seed", type=click.IntRange(0, 2**32 - 1), default=0, show_default=True, help="Seed of chance."
)
@click.option("--out", type=PATH, metavar="FILE.svg", help="Also draw it.")
@json_option
@lang_option
def stress(  # noqa: PLR0917 # click hands options over by name
    trip: Path,
    programme: Path,
    runs: int,
    seed: int,
    out: Path | None,
    as_json: bool,  # noqa: FBT001 # click hands flags over
    lang: "Language",
) -> ExitCode:
    """Play a programme through thousands of times: hosts decline by their probability, rides and visits take longer.

    Says how likely each session starts on time and with whom, which transfers are weakest, and how what the delegates
    get is spread. The same seed gives the same answer.
    """
    from geleit.cli.inputs import trip_and_programme
    from geleit.cli.plain import print_json
    from geleit.cli.stress_report import stress_lines, stress_record
    from geleit.documents.words.stress import stress_word
    from geleit.services.stress_programme import keep_picture, stress_programme

    known, made = trip_and_programme(trip, programme, lang)
    report = stress_programme(trip=known, programme=made, runs=runs, seed=seed)
    drawn = keep_picture(trip=known, report=report, lang=lang, file=out) if out else None
    if as_json:
        print_json(stress_record(report, str(drawn) if drawn else None))
        return ExitCode.DONE
    for line in stress_lines(report, known, lang):
        click.echo(line)
    if drawn:
        click.echo(stress_word("written", lang, file=drawn))
    return ExitCode.DONE
