"""The command `repair`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, override

import click

from geleit.cli.commands.arguments import (
    PATH,
    json_option,
    lang_option,
    programme_argument,
    quiet_option,
    trip_argument,
)
from geleit.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from geleit.cli.interrupts import Interrupts
    from geleit.cli.repair_report import RepairReport
    from geleit.domain.programme import Programme
    from geleit.domain.text import Language
    from geleit.domain.trip import Trip
    from geleit.planner.repair.options import RepairOptions
    from geleit.planner.repair.records import Repair
    from geleit.services.repair_programme import ToldChanges

DEFAULT_ROUNDS = 40
"""As the planner's own default, which is not imported for the sake of a help text; a test compares them."""


class _Pair(click.ParamType[tuple[str, Any]]):
    """``ID=VALUE``."""

    name = "pair"

    def __init__(self, meaning: str, *, is_number: bool) -> None:
        self.meaning, self.is_number = meaning, is_number

    @override
    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Any]:
        name, sign, told = str(value).partition("=")
        if not (name and sign and told):
            self.fail(f"{value!r} is not {self.meaning}", param, ctx)
        if not self.is_number:
            return name, told
        if not told.isdigit():
            self.fail(f"{told!r} in {value!r} is no whole number; write {self.meaning}", param, ctx)
        return name, int(told)


@click.command(short_help="Repair a published programme after a change.")
@trip_argument
@programme_argument
@click.option("--decline", "declined", multiple=True, metavar="ITEM", help="The host of ITEM declined.")
@click.option(
    "--move",
    "moved",
    multiple=True,
    type=_Pair('ITEM=TIME, as in visit-port="2025-05-22 15:00"', is_number=False),
    metavar="ITEM=TIME",
    help="ITEM begins at another time on its own clock, and at no other.",
)
@click.option(
    "--cap",
    "capped",
    multiple=True,
    type=_Pair("ITEM=PEOPLE, as in visit-port=12", is_number=True),
    metavar="ITEM=PEOPLE",
    help="The host of ITEM receives no more PEOPLE than that in a session.",
)
@click.option("--cancel", "cancelled", multiple=True, metavar="DELEGATE", help="DELEGATE does not travel.")
@click.option(
    "--join", "joined", multiple=True, type=PATH, metavar="FILE", help="The delegates in FILE travel too."
)
@click.option(
    "--late",
    multiple=True,
    type=_Pair("LEG=MINUTES, as in flight-out=90", is_number=True),
    metavar="LEG=MINUTES",
    help="LEG arrives that many minutes late.",
)
@click.option("--now", default="", metavar="TIME", help="What began before TIME stays as it was.")
@click.option(
    "--out", "folder", type=PATH, help="Folder for the changed trip.yaml and a programme for each proposal."
)
@click.option(
    "--seed", type=click.IntRange(0, 2**32 - 1), default=0, show_default=True, help="Seed of chance."
)
@click.option(
    "--rounds",
    type=click.IntRange(0),
    default=DEFAULT_ROUNDS,
    show_default=True,
    help="Rounds of search over the whole programme, after what is near the change.",
)
@click.option(
    "--limit", "limit_s", type=click.FloatRange(0), metavar="SECONDS", help="Seconds of search at most."
)
@json_option
@quiet_option
@lang_option
def repair(  # noqa: PLR0917 # one parameter per option, all passed by name
    trip: Path,
    programme: Path,
    declined: tuple[str, ...],
    moved: tuple[tuple[str, str], ...],
    capped: tuple[tuple[str, int], ...],
    cancelled: tuple[str, ...],
    joined: tuple[Path, ...],
    late: tuple[tuple[str, int], ...],
    now: str,
    folder: Path | None,
    seed: int,
    rounds: int,
    limit_s: float | None,
    as_json: bool,  # noqa: FBT001 # click hands flags over
    quiet: bool,  # noqa: FBT001 # click hands flags over
    lang: "Language",
) -> ExitCode:
    """Say what can become of PROGRAMME after something has changed in TRIP, and what each way costs.

    The first proposal changes the fewest appointments, the last is the best programme. Several changes at once are
    repaired together. TRIP is the trip as it was; what changed is told by the options. Without --out nothing is
    written.
    """
    from geleit.cli.inputs import trip_and_programme
    from geleit.cli.interrupts import noted_interrupts
    from geleit.planner.repair.options import RepairOptions
    from geleit.services.files import prepare_folder
    from geleit.services.repair_programme import ToldChanges

    changes = ToldChanges(
        declined=declined, moved=moved, capped=capped, cancelled=cancelled, joined=joined, late=late, now=now
    )
    options = RepairOptions(seed=seed, rounds=rounds, limit_s=limit_s)
    with noted_interrupts() as interrupts:
        known, made = trip_and_programme(trip, programme, lang)
        if folder is not None:
            prepare_folder(folder)
        is_silent = quiet or as_json
        report = _repaired(known, made, changes, options, interrupts, lang, is_silent=is_silent)
    return _give(report, folder, as_json=as_json, quiet=quiet)


def _repaired(  # noqa: PLR0917 # what the command was given
    trip: "Trip",
    programme: "Programme",
    told: "ToldChanges",
    options: "RepairOptions",
    interrupts: "Interrupts",
    lang: "Language",
    *,
    is_silent: bool,
) -> "RepairReport":
    import time

    from geleit.cli.process_start import process_start_s
    from geleit.cli.repair_report import RepairReport
    from geleit.planner.repair.records import Repairs
    from geleit.services.repair_programme import read_changes, repair_programme

    changes = read_changes(trip=trip, told=told)
    began_s = time.monotonic() - process_start_s()

    def show(found: "Repair") -> None:
        first = Repairs(trip=trip, repairs=(found,), first_seconds=found.seconds, seconds=found.seconds)
        report = RepairReport(trip=trip, published=programme, answer=first, lang=lang, began_s=began_s)
        click.echo(report.first_line(found), err=True)

    answer = repair_programme(
        trip=trip,
        programme=programme,
        changes=changes,
        options=options,
        on_repair=None if is_silent else show,
        is_cancelled=lambda: interrupts.is_wanted,
    )
    return RepairReport(
        trip=trip,
        published=programme,
        answer=answer,
        lang=lang,
        began_s=began_s,
        was_interrupted=interrupts.is_wanted,
    )


def _give(report: "RepairReport", folder: Path | None, *, as_json: bool, quiet: bool) -> ExitCode:
    from geleit.planner.repair.records import Repairs
    from geleit.services.repair_programme import keep_repairs

    files: tuple[Path, ...] = ()
    if folder is not None and isinstance(report.answer, Repairs):
        files = keep_repairs(repairs=report.answer, folder=folder)
    if as_json:
        from geleit.cli.plain import print_json

        print_json(report.record())
    elif not quiet or report.exit_code is not ExitCode.DONE:
        for line in report.lines(files):
            click.echo(line, err=report.exit_code is not ExitCode.DONE)
    return report.exit_code
