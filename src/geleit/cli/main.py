"""The command `geleit`. Commands import what they need when they run, so that help comes at once."""

from functools import partial
from typing import Any, override

import click

import geleit
from geleit.cli.commands.check import check
from geleit.cli.commands.demo import demo
from geleit.cli.commands.documents import documents
from geleit.cli.commands.explain import explain
from geleit.cli.commands.export_xlsx import export_xlsx
from geleit.cli.commands.import_xlsx import import_xlsx
from geleit.cli.commands.invite import forget_factors, invite
from geleit.cli.commands.new import new
from geleit.cli.commands.plan import plan
from geleit.cli.commands.propose import propose
from geleit.cli.commands.render import render
from geleit.cli.commands.repair import repair
from geleit.cli.commands.schema import schema
from geleit.cli.commands.serve import serve
from geleit.cli.commands.stored import backup, export, import_, restore
from geleit.cli.commands.stress import stress
from geleit.cli.commands.worker import worker
from geleit.cli.endings import end_well


class Geleit(click.Group):
    """A group of commands that never ends with a traceback."""

    @override
    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run a command line; every way it can end gives an exit code and, where needed, a sentence."""
        run = partial(super().main, *args, standalone_mode=False, **extra)
        return end_well(run) if standalone_mode else run()

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which one needs them."""
        return list(self.commands)


@click.group(cls=Geleit, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(geleit.__version__, prog_name="geleit", message="%(prog)s %(version)s")
def main() -> None:
    """Plan business delegation trips: a trip file becomes a valid programme and its documents.

    TRIP is a trip file (YAML), a folder of them, or the name of a trip that comes with Geleit: usa-2025,
    china-2025. PROGRAMME is the programme.json that `plan` writes.
    """


COMMANDS = (
    *(
        new,
        plan,
        check,
        explain,
        propose,
        repair,
        stress,
        render,
        import_xlsx,
        export_xlsx,
        schema,
        documents,
    ),
    *(demo, serve, worker, invite, forget_factors, import_, export, backup, restore),
)
for command in COMMANDS:
    main.add_command(command)
