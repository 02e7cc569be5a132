"""The command `schema`."""

import click

from geleit.cli.exit_codes import ExitCode


@click.command(short_help="Print the JSON Schema of trip files or programmes.")
@click.argument("what", type=click.Choice(["trip", "programme"]), default="trip")
def schema(what: str) -> ExitCode:
    """Print the JSON Schema (draft 2020-12) of a trip file, or of programme.json.

    An editor that knows it completes and checks a trip file while it is written.
    """
    from geleit.cli.plain import print_json
    from geleit.services.read_schema import read_schema

    print_json(read_schema(what=what))
    return ExitCode.DONE
