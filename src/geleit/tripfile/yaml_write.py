"""Plain values as YAML 1.2 text: short objects on one line, long texts folded, quotes where a reader could err."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from geleit.tripfile.yaml_nodes import plain_value

WIDTH: Final = 110
"""Columns up to which an object stays on one line."""

_SAFE: Final = re.compile(r"[^\W\d_][\w /()+&.'’‘„“”–—·…!?;-]*", re.UNICODE)
_LIKE_BOOL: Final = frozenset({"y", "n", "yes", "no", "on", "off"})
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ALSO_PRINTABLE: Final = frozenset("\xa0\u202f\u2009\u3000")


def scalar(value: object) -> str:
    """Return a text, number, truth value or nothing as YAML."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return _number(value)
    text = str(value)
    return text if is_plain(text) else quoted(text)


def _number(value: float) -> str:
    if value != value:  # noqa: PLR0124 # only NaN differs from itself
        return ".nan"
    if value in (float("inf"), float("-inf")):
        return ".inf" if value > 0 else "-.inf"
    text = repr(value)
    return text if "e" not in text or "." in text else text.replace("e", ".0e")


def is_plain(text: str) -> bool:
    """Whether a text can stand without quotes anywhere, and every YAML reader takes it for a text."""
    if not _SAFE.fullmatch(text) or text.endswith(" ") or not text.isprintable():
        return False
    return isinstance(plain_value(text), str) and text.lower() not in _LIKE_BOOL


def quoted(text: str) -> str:
    """Return a text in double quotes, what cannot be seen as an escape."""
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable() or char in _ALSO_PRINTABLE:
        return char
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"


def flow(value: object) -> str:
    """Return a value on one line, as it may stand inside brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(each) for each in value) + "]"
    return scalar(value)


def block(value: Mapping[str, object], indent: int = 0) -> list[str]:
    """Return the lines of an object, a key a line and what does not fit a line under its key."""
    lines: list[str] = []
    for key, each in value.items():
        lines += entry(str(key), each, indent)
    return lines


def entry(key: str, value: object, indent: int) -> list[str]:
    """Return the lines of a key with its value."""
    head = f"{' ' * indent}{scalar(key)}:"
    if isinstance(value, str):
        return _text(head, value, indent)
    is_list_of_objects = isinstance(value, (list, tuple)) and any(isinstance(each, Mapping) for each in value)
    short = f"{head} {flow(value)}"
    if not value or not isinstance(value, (Mapping, list, tuple)):
        return [short]
    if len(short) <= WIDTH and not is_list_of_objects:
        return [short]
    if isinstance(value, Mapping):
        return [head, *block(value, indent + 2)]
    return [head, *(line for each in value for line in member(each, indent + 2))]


def member(value: object, indent: int, *, tall: bool = False) -> list[str]:
    """Return the lines of a list's member.

    Parameters
    ----------
    tall
        True puts every key of an object on a line of its own.
    """
    short = f"{' ' * indent}- {flow(value)}"
    if not value or not isinstance(value, Mapping) or (len(short) <= WIDTH and not tall):
        return [short]
    lines = block(value, indent + 2)
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]


def _text(head: str, text: str, indent: int) -> list[str]:
    short = f"{head} {scalar(text)}"
    if len(short) <= WIDTH:
        return [short]
    folded = _folded(text, WIDTH - indent - 2)
    if not folded:
        return [short]
    return [f"{head} >-", *(f"{' ' * (indent + 2)}{line}" for line in folded)]


def _folded(text: str, width: int) -> list[str]:
    """Return the lines of a text that folding joins again with single spaces; none when it cannot."""
    words = text.split(" ")
    if "" in words or not all(_is_visible(word) for word in words):
        return []
    lines, line = [], words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}"
    return [*lines, line]


def _is_visible(word: str) -> bool:
    return all(char.isprintable() or char in _ALSO_PRINTABLE for char in word)


def sections(values: Mapping[str, object], tall: Sequence[str] = ()) -> list[str]:
    """Return the lines of a whole file, an empty line before each list of objects.

    Parameters
    ----------
    tall
        Keys of lists whose members have every key on a line of its own.
    """
    lines: list[str] = []
    for key, value in values.items():
        has_objects = isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)
        if lines and has_objects:
            lines.append("")
        if has_objects and key in tall:
            lines.append(f"{key}:")
            for each in value if isinstance(value, list) else ():
                lines += member(each, 2, tall=True)
        else:
            lines += entry(key, value, 0)
    return lines
