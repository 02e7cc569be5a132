"""How a running plan shows itself on standard error: a bar for people, a line now and then for logs."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click

if TYPE_CHECKING:
    from rich.progress import TaskID

    from geleit.planner.solve import Progress

LINE_EVERY_S = 3.0


class Display(Protocol):
    """Shows how far several works are."""

    def show(self, name: str, *, done: int, total: int, words: str) -> None:
        """Tell how far a work is, in steps done of those in all, and what it has reached."""

    def say(self, text: str) -> None:
        """Tell something once, above the bars."""


class Silence:
    """Shows nothing."""

    def show(self, name: str, *, done: int, total: int, words: str) -> None:
        """Show nothing."""

    def say(self, text: str) -> None:
        """Say nothing."""


class Lines:
    """A line every few seconds, for logs."""

    def __init__(self) -> None:
        self._told_at: dict[str, float] = {}

    def show(self, name: str, *, done: int, total: int, words: str) -> None:
        """Write a line if the last one about this work is some seconds old."""
        now = time.monotonic()
        last = self._told_at.setdefault(name, now)
        if now - last >= LINE_EVERY_S:
            self._told_at[name] = now
            self.say(f"{name}: {done} of {total}{', ' if words else ''}{words}")

    def say(self, text: str) -> None:
        """Write a line."""
        click.echo(text, err=True)


class Bars:
    """A bar for each work, in a terminal."""

    def __init__(self) -> None:
        from rich import progress as parts
        from rich.console import Console

        self.bars = parts.Progress(
            parts.TextColumn("{task.description}"),
            parts.BarColumn(bar_width=30),
            parts.TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            parts.TimeElapsedColumn(),
            parts.TextColumn("{task.fields[words]}"),
            console=Console(stderr=True, highlight=False),
            transient=True,
        )
        self._tasks: dict[str, TaskID] = {}

    def show(self, name: str, *, done: int, total: int, words: str) -> None:
        """Move a bar."""
        if name not in self._tasks:
            self._tasks[name] = self.bars.add_task(name, total=total, words=words)
        self.bars.update(self._tasks[name], completed=done, total=total, words=words)

    def say(self, text: str) -> None:
        """Write a line above the bars."""
        self.bars.console.print(text, markup=False, soft_wrap=True)


def progress_words(progress: "Progress") -> str:
    """Return what a search has reached: the value, how many items, and how far from the best it is at most."""
    if progress.missing:
        return f"{progress.missing} items that must be placed are missing"
    gap = "" if progress.gap is None else f", at most {100 * progress.gap:.1f} % from the best"
    return f"value {progress.objective:,}, {progress.placed} items placed{gap}"


@contextmanager
def display(*, quiet: bool) -> Iterator[Display]:
    """Give the display that suits: none when quiet, bars in a terminal, else lines."""
    if quiet:
        yield Silence()
    elif sys.stderr.isatty():
        bars = Bars()
        with bars.bars:
            yield bars
    else:
        yield Lines()
