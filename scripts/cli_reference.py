"""Write the reference of the command line from the commands themselves."""

from collections.abc import Iterator

import click

WIDTH_CHARACTERS = 100
HEAD = """\
# Command line

Generated from the commands by `make docs`; change their help texts, not this page.

| exit code | meaning |
|---|---|
| 0 | done |
| 2 | bad input |
| 3 | infeasible: no valid programme exists |
| 4 | no valid programme was found in the time given |
"""


def commands_of(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Walk a command and all below it.

    Parameters
    ----------
    command : click.Command
        Where to begin.
    name : str
        What one types for it.

    Yields
    ------
    tuple of str and click.Command
        What one types, and the command, groups before their members, in their own order.
    """
    yield name, command
    if isinstance(command, click.Group):
        for member in command.commands:
            yield from commands_of(command.commands[member], f"{name} {member}")


def reference(root: click.Command, name: str) -> str:
    """Describe a command line in Markdown.

    Parameters
    ----------
    root : click.Command
        The topmost command.
    name : str
        Its name on the command line.

    Returns
    -------
    str
        The page.
    """
    return HEAD + "".join(
        f"\n## `{typed}`\n\n```text\n{_help(command, typed)}\n```\n"
        for typed, command in commands_of(root, name)
        if not command.hidden
    )


def _help(command: click.Command, typed: str) -> str:
    context = click.Context(
        command, info_name=typed, terminal_width=WIDTH_CHARACTERS, max_content_width=WIDTH_CHARACTERS
    )
    return command.get_help(context)
