"""Do what a page of the documentation tells its reader to do, and compare what happens with what the page shows.

A page is a sequence of steps:

======================================  ==========================================================================
```console                              lines with ``$`` are typed, the others are what the reader sees
```yaml, first line ``# path``          the file holds these lines, one after the other
```diff, first line ``--- path``        the file is changed so: lines with ``-`` go, lines with ``+`` come; from
                                        ``/dev/null`` to ``+++ path`` a file is made
table below ``<!-- rows: a.xlsx, S -->``  rows are written into the sheet S of a workbook; an id that is there is
                                        changed, another added
======================================  ==========================================================================

In what the reader sees, ``…`` stands for anything: inside a line for some signs, alone for some lines. A command that
fails is followed by ``$ echo $?``; any other must succeed.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import chdir
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from click.testing import CliRunner
from openpyxl import load_workbook

from geleit.cli.main import main

FENCE = "```"
ROWS = re.compile(r"<!-- rows: (?P<file>\S+), (?P<sheet>\w+) -->")
PROGRESS = re.compile(r"^(\S+( \(\d+\))?: \d+ of \d+(, .*)?|First, after .*)\n", re.MULTILINE)
"""Lines that show how far a slow machine is; a fast one shows none."""
SECONDS_MAX = 600
BASH = shutil.which("bash") or "bash"


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a reader does or sees, and the line of the page where it stands."""

    line: int
    lines: tuple[str, ...]


class Commands(Step):
    """Commands, and what they print."""


class Excerpt(Step):
    """Lines of a file."""


class Change(Step):
    """A change of a file."""


@dataclass(frozen=True, slots=True)
class Rows(Step):
    """Rows for a sheet of a workbook, the headings first."""

    file: str
    sheet: str


class Walk:
    """A reader who follows a page in a folder.

    Parameters
    ----------
    is_quick
        Run plain ``geleit`` commands in this process, which saves the second in which one starts.
    """

    def __init__(self, page: Path, folder: Path, *, is_quick: bool = False) -> None:
        self.page, self.folder, self.is_quick = page, folder, is_quick
        self.code = 0
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("GELEIT_")
        }
        self.environment["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))

    def go(self) -> None:
        """Take every step; the first that turns out otherwise than the page says fails."""
        for step in steps_of(self.page.read_text(encoding="utf-8")):
            match step:
                case Commands():
                    self._type(step)
                case Excerpt():
                    self._look(step)
                case Change():
                    self._change(step)
                case Rows():
                    self._fill_in(step)

    def type_only(self) -> None:
        """Type every command and see that it succeeds; what is printed is not shown on the page."""
        for step in steps_of(self.page.read_text(encoding="utf-8")):
            for command, _ in commands_of(step.lines):
                self.code, printed = self._run(command)
                assert self.code == 0, self._told(step, f"{command}\n{printed}")

    def _type(self, step: Commands) -> None:
        typed = [*commands_of(step.lines)]
        for number, (command, shown) in enumerate(typed):
            following = typed[number + 1][0] if number + 1 < len(typed) else ""
            self.code, printed = self._run(command)
            seen = PROGRESS.sub("", printed)
            assert self.code == 0 or following == "echo $?", self._told(step, f"{command}\n{seen}")
            assert as_pattern(shown).fullmatch(seen), self._told(step, f"{command}\n{seen}")

    def _run(self, command: str) -> tuple[int, str]:
        words = shlex.split(command, comments=True)
        if self.is_quick and words[0] == "geleit" and not {"|", ">", "&&", ";"} & set(words):
            with chdir(self.folder):
                result = CliRunner().invoke(main, words[1:])
            return result.exit_code, result.output
        run = subprocess.run(
            [BASH, "-c", f"(exit {self.code}); {command}"],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=SECONDS_MAX,
        )
        return run.returncode, run.stdout

    def _look(self, step: Excerpt) -> None:
        file, lines = step.lines[0].removeprefix("# "), step.lines[1:]
        text = (self.folder / file).read_text(encoding="utf-8")
        assert as_pattern(lines).search(text), self._told(step, f"{file} holds otherwise:\n{text}")

    def _change(self, step: Change) -> None:
        first, *lines = step.lines
        if first == "--- /dev/null":
            made = self.folder / lines[0].removeprefix("+++ ")
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(_joined(lines[1:], "+"), encoding="utf-8")
            return
        file = self.folder / first.removeprefix("--- ")
        before, after = _joined(lines, "- "), _joined(lines, "+ ")
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, self._told(
            step, f"{file.name} has these lines {text.count(before)} times"
        )
        file.write_text(text.replace(before, after), encoding="utf-8")

    def _fill_in(self, step: Rows) -> None:
        path = self.folder / step.file
        book = load_workbook(path)
        page = book[step.sheet]
        columns = {cell.value: number for number, cell in enumerate(page[1], start=1)}
        headings, *rows = (_cells(line) for line in step.lines if not re.fullmatch(r"[|\s:-]+", line))
        unknown = [heading for heading in headings if heading not in columns]
        assert not unknown, self._told(step, f"{step.sheet} has no columns {unknown}, but {list(columns)}")
        for row in rows:
            ids = [cell.value for cell in page["A"] if cell.value is not None]
            is_known = row[0] in ids and step.sheet != "Wishes"
            line = ids.index(row[0]) + 1 if is_known else len(ids) + 1
            for heading, value in zip(headings, row, strict=True):
                page.cell(line, columns[heading]).value = int(value) if value.isdecimal() else value or None
        book.save(path)

    def _told(self, step: Step, what: str) -> str:
        return f"{self.page.name}, line {step.line}: {what}"


def steps_of(text: str) -> Iterator[Step]:
    """Yield the steps of a page.

    Raises
    ------
    ValueError
        When a block is none of the kinds above, so that nothing stays untried.
    """
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        line, number = lines[number], number + 1
        if line.startswith(FENCE):
            block = tuple(takewhile(lambda each: each != FENCE, lines[number:]))
            yield _fenced(line.removeprefix(FENCE), number, block)
            number += len(block) + 1
        elif rows := ROWS.fullmatch(line):
            table = tuple(takewhile(lambda each: each.startswith("|"), lines[number:]))
            yield Rows(number, table, rows["file"], rows["sheet"])


def as_pattern(lines: Sequence[str]) -> re.Pattern[str]:
    """Return what matches the lines; ``…`` in them stands for anything."""
    parts = (
        r"(?:.*\n)*?" if line.strip() == "…" else ".*?".join(map(re.escape, line.split("…"))) + r"[ \t]*\n"
        for line in lines
    )
    return re.compile("".join(parts))


def _fenced(kind: str, line: int, block: tuple[str, ...]) -> Step:
    first = block[0] if block else ""
    if kind == "console" and first.startswith("$ "):
        return Commands(line, block)
    if kind == "yaml" and re.fullmatch(r"# \S+\.ya?ml", first):
        return Excerpt(line, block)
    if kind == "diff" and first.startswith("--- "):
        return Change(line, block)
    raise ValueError(f"line {line}: a block '{kind}' that begins with {first!r} cannot be tried")


def commands_of(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield what is typed, and the lines that are then seen."""
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start].removeprefix("$ "), list(lines[start + 1 : end])


def _joined(lines: Sequence[str], signs: str) -> str:
    """Return the lines of a change that stand on one of its sides."""
    return "".join(f"{line[1:]}\n" for line in lines if line[:1] in signs or not line)


def _cells(line: str) -> list[str]:
    return [cell.strip().strip("`") for cell in line.strip("|").split("|")]
