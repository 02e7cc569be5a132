"""The command `check`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geleit.cli.commands.arguments import (
    json_option,
    lang_option,
    programme_argument,
    quiet_option,
    trip_argument,
)
from geleit.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from geleit.domain.text import Language


@click.command(short_help="Hold a programme against every rule.")
@trip_argument
@programme_argument
@json_option
@quiet_option
@lang_option
def check(
    trip: Path,
    programme: Path,
    as_json: bool,  # noqa: FBT001 # click hands flags over
    quiet: bool,  # noqa: FBT001 # click hands flags over
    lang: "Language",
) -> ExitCode:
    """Hold PROGRAMME against every rule of TRIP and say in words what is wrong; exit code 1 if anything is."""
    from geleit.cli.inputs import trip_and_programme
    from geleit.cli.plain import print_json, record
    from geleit.cli.words import told
    from geleit.documents.words.violations import violation_text
    from geleit.services.check_programme import check_programme

    known, made = trip_and_programme(trip, programme, lang)
    found = check_programme(trip=known, programme=made)
    texts = [violation_text(each, known, lang) for each in found]
    if as_json:
        records = [
            {"rule": each.rule.value, **record(each), "text": text}
            for each, text in zip(found, texts, strict=True)
        ]
        print_json({"trip": known.id, "valid": not found, "violations": records})
    elif not quiet:
        for each, text in zip(found, texts, strict=True):
            click.echo(f"{each.rule.value} {text}")
        outcome = "valid" if not found else "invalid" if len(found) > 1 else "invalid_one"
        click.echo(told(outcome, lang, title=known.title.get(lang), count=len(found)))
    return ExitCode.REJECTED if found else ExitCode.DONE
