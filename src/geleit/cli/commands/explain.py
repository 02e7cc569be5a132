"""The command `explain`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geleit.cli.commands.arguments import PATH, json_option, lang_option, programme_argument, trip_argument
from geleit.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from geleit.domain.text import Language

DEFAULT_LIMIT_S = 1.0
"""As the planner's own default, which is not imported for the sake of a help text; a test compares them."""


@click.command(short_help="Say why something is in a programme, or not.")
@trip_argument
@programme_argument
@click.argument("about", required=False, metavar="[ITEM|DELEGATE]")
@click.option(
    "--deep",
    is_flag=True,
    help="Force what was not met: what it would cost and whom, or what stands in its way, proven.",
)
@click.option(
    "--limit",
    "limit_s",
    type=click.FloatRange(0),
    default=DEFAULT_LIMIT_S,
    show_default=True,
    metavar="SECONDS",
    help="Seconds of search for each answer of --deep.",
)
@click.option(
    "--out",
    type=PATH,
    metavar="FILE",
    help="With --deep: write the programme with its answers about items without a place, for the documents.",
)
@json_option
@lang_option
def explain(  # noqa: PLR0917 # one parameter per option, all passed by name
    trip: Path,
    programme: Path,
    about: str | None,
    deep: bool,  # noqa: FBT001 # click hands flags over
    limit_s: float,
    out: Path | None,
    as_json: bool,  # noqa: FBT001 # click hands flags over
    lang: "Language",
) -> ExitCode:
    """Say why an item found no place, whose wishes it met, or what a delegate gets and misses, by their ids.

    Without an id: why every item without a place has none. With --deep each answer is checked: the programme with it
    and its price, or the smallest set of rules, pins and items that excludes it.
    """
    from geleit.cli.explanation_report import explanation_lines, explanation_record
    from geleit.cli.inputs import trip_and_programme
    from geleit.cli.plain import print_json
    from geleit.cli.why_report import told_in_all, why_lines, why_record
    from geleit.cli.words import told
    from geleit.services.explain_programme import explain_deeply, explain_programme, keep_answers

    known, made = trip_and_programme(trip, programme, lang)
    explanation = explain_programme(trip=known, programme=made, about=about)
    answers = list(explain_deeply(trip=known, programme=made, about=about, limit_s=limit_s)) if deep else []
    if deep and out is not None:
        keep_answers(trip=known, programme=made, told=told_in_all(answers, known), file=out)
    if as_json:
        record = explanation_record(explanation, known, lang)
        print_json(
            {**record, "answers": [why_record(each, known, lang) for each in answers]} if deep else record
        )
        return ExitCode.DONE
    for line in explanation_lines(explanation, known, lang):
        click.echo(line)
    if deep:
        click.echo(told("deep", lang))
    for each in answers:
        for line in why_lines([each], known, lang):
            click.echo(line)
    return ExitCode.DONE
