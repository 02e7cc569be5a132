"""The command `propose`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geleit.cli.commands.arguments import json_option, lang_option, programme_argument, trip_argument
from geleit.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from geleit.domain.text import Language


@click.command(short_help="Say whom to ask for what, and what is done if a host declines.")
@trip_argument
@programme_argument
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option(
    "--plan-b/--no-plan-b",
    default=True,
    show_default=True,
    help="Repair each decline beforehand; about a second an item.",
)
@json_option
@lang_option
def propose(  # noqa: PLR0917 # one parameter per option, all passed by name
    trip: Path,
    programme: Path,
    items: tuple[str, ...],
    plan_b: bool,  # noqa: FBT001 # click hands flags over
    as_json: bool,  # noqa: FBT001 # click hands flags over
    lang: "Language",
) -> ExitCode:
    """For every host who has not confirmed: the time to propose, and up to two others at which all else stays as it is.

    With the number of people, the dates by which the answer and the name list are needed, and what becomes of the
    programme if the host declines. With ids of items: for these alone.
    """
    from geleit.cli.inputs import trip_and_programme
    from geleit.cli.plain import print_json
    from geleit.cli.propose_report import asking_lines, asking_record
    from geleit.documents.words.proposals import phrased
    from geleit.services.propose_times import propose_times

    known, made = trip_and_programme(trip, programme, lang)
    askings = propose_times(trip=known, programme=made, items=items, with_plan_b=plan_b)
    if as_json:
        print_json({"trip": known.id, "proposals": [asking_record(each, known, made) for each in askings]})
        return ExitCode.DONE
    count = 0
    for count, asking in enumerate(askings, start=1):
        if count > 1:
            click.echo()
        for line in asking_lines(asking, known, made, lang):
            click.echo(line)
    if not count:
        click.echo(phrased("nobody", lang))
    return ExitCode.DONE
