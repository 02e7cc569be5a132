"""Write the reference of the command line from the commands themselves."""

import ast
import inspect
from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise
from typing import cast

import click

WIDTH_CHARACTERS = 100
HEAD = """\
# Command line

Generated from the commands by `make docs`; change their help texts, not this page.

| exit code | meaning |
|---|---|
"""


def exit_code_rows(codes: type[IntEnum]) -> str:
    """Describe exit codes by the text that stands under each in its source.

    Parameters
    ----------
    codes : type of IntEnum
        The codes, each followed by a string.

    Returns
    -------
    str
        Rows of a table in Markdown.
    """
    body = cast("ast.ClassDef", ast.parse(inspect.getsource(codes)).body[0]).body
    texts = {
        above.targets[0].id: below.value.value
        for above, below in pairwise(body)
        if isinstance(above, ast.Assign)
        and isinstance(above.targets[0], ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
    return "".join(f"| {code.value} | {texts[code.name]} |\n" for code in codes)


def contexts_of(
    command: click.Command, name: str, parent: click.Context | None = None
) -> Iterator[click.Context]:
    """Walk a command and all below it, as they would be called.

    Parameters
    ----------
    command : click.Command
        Where to begin.
    name : str
        What one types for it.
    parent : click.Context, optional
        The call of the command above.

    Yields
    ------
    click.Context
        A call of each command that help shows, groups before their members, in their own order. Its
        ``command_path`` is what one types.
    """
    widths = {"terminal_width": WIDTH_CHARACTERS, "max_content_width": WIDTH_CHARACTERS}
    context = click.Context(command, parent, info_name=name, **{**command.context_settings, **widths})
    yield context
    if isinstance(command, click.Group):
        for member, below in command.commands.items():
            if not below.hidden:
                yield from contexts_of(below, member, context)


def reference(root: click.Command, name: str, codes: type[IntEnum]) -> str:
    """Describe a command line in Markdown.

    Parameters
    ----------
    root : click.Command
        The topmost command.
    name : str
        Its name on the command line.
    codes : type of IntEnum
        What it ends with.

    Returns
    -------
    str
        The page.
    """
    return (
        HEAD
        + exit_code_rows(codes)
        + "".join(
            f"\n## `{context.command_path}`\n\n```text\n{context.get_help()}\n```\n"
            for context in contexts_of(root, name)
        )
    )
