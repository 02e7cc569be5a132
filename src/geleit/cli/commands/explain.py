"""The command `explain`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geleit.cli.commands.arguments import json_option, lang_option, programme_argument, trip_argument
from geleit.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from geleit.domain.text import Language


@click.command(short_help="Say why something is in a programme, or not.")
@trip_argument
@programme_argument
@click.argument("about", required=False, metavar="[ITEM|DELEGATE]")
@json_option
@lang_option
def explain(
    trip: Path,
    programme: Path,
    about: str | None,
    as_json: bool,  # noqa: FBT001 # click hands flags over
    lang: "Language",
) -> ExitCode:
    """Say why an item found no place, whose wishes it met, or what a delegate gets and misses, by their ids.

    Without an id: why every item without a place has none.
    """
    from geleit.cli.explanation_report import explanation_lines, explanation_record
    from geleit.cli.inputs import trip_and_programme
    from geleit.cli.plain import print_json
    from geleit.services.explain_programme import explain_programme

    known, made = trip_and_programme(trip, programme, lang)
    explanation = explain_programme(trip=known, programme=made, about=about)
    if as_json:
        print_json(explanation_record(explanation, known, lang))
    else:
        for line in explanation_lines(explanation, known, lang):
            click.echo(line)
    return ExitCode.DONE
