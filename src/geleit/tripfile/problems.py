"""What is wrong with a file: value, place and likely fix as one value, and the error that carries them."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with a file.

    Parameters
    ----------
    file
        The file's path as the user gave it.
    line
        Line in the file from 1, or None where the whole file is meant.
    cell
        In a workbook the sheet and the cell.
    path
        Keys, ids and positions that lead to the value: ``("items", "visit-amazon", "station")``.
    value
        The value that is wrong, as it stands in the file; empty where something is missing.
    message
        What is wrong, in plain words.
    fix
        What to do about it; empty where nobody can tell.
    code
        Stable name of the kind of problem, for machines.
    german
        Message and fix in German, where they are known: workbooks are read by pages in both languages.
    """

    file: str
    message: str
    line: int | None = None
    cell: str = ""
    path: tuple[str | int, ...] = ()
    value: str = ""
    fix: str = ""
    code: str = "invalid"
    german: tuple[str, str] = ("", "")
    is_warning: bool = False

    def told(self, lang: str) -> tuple[str, str]:
        """Return message and fix in a reader's language, in English where there is no other."""
        return self.german if lang == "de" and self.german[0] else (self.message, self.fix)

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        place = f"{place}, {self.cell}" if self.cell else place
        told = f"{self.message}; {self.fix}" if self.fix else self.message
        return f"{place}: {told}" if place else told


class TripFileError(ValueError):
    """A file that cannot be used; it carries everything that is wrong with it, not only the first.

    Parameters
    ----------
    problems
        In the order of files and lines.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems by file and line, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda each: (each.file, each.line or 0)))


def near_word(value: str, known: Iterable[str]) -> str:
    """Return the nearest known word, or an empty text."""
    words = {word.casefold(): word for word in known}
    wanted = value.strip().casefold().replace("_", "-")
    plain = {folded.replace("_", "-"): word for folded, word in words.items()}
    near = get_close_matches(wanted, plain, n=1, cutoff=0.6)
    return plain[near[0]] if near else ""


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Return ``did you mean 'x'?`` for the nearest known word, or an empty text."""
    near = near_word(value, known)
    return f"did you mean {near!r}?" if near else ""


def listed(words: Iterable[str], most: int = 12) -> str:
    """Return words separated by commas, the surplus counted rather than named."""
    known = list(words)
    surplus = len(known) - most
    return ", ".join(known[:most]) + (f" and {surplus} more" if surplus > 0 else "")


def shown(value: object, most: int = 60) -> str:
    """Return a value as it is shown in a message: quoted, cut when long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        cut = value if len(value) <= most else value[: most - 1] + "…"
        return repr(cut)
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return str(value)
