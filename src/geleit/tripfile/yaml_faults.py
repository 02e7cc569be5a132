"""What a YAML parser complains about, in plain words with a likely fix."""

from typing import Final

import yaml

from geleit.tripfile.yaml_nodes import YamlError

_QUOTES: Final = "put the text in quotes"

_BRACE: Final = ("a { is not closed, or a comma is missing", "add the } or the comma")
_BRACKET: Final = ("a [ is not closed, or a comma is missing", "add the ] or the comma")
_TAB: Final = "a tab stands in the indentation"
_MISFIT: Final = "the line fits neither what is above nor what is below"

_WORDS: Final = (
    ("unexpected ':'", "': ' cannot stand here", f"{_QUOTES}, or give the value before it"),
    ("mapping values are not allowed", "': ' cannot stand here", f"{_QUOTES}, or check the indentation"),
    ("could not find expected ':'", "a key has no ': ' after it", "add the colon, or check the indentation"),
    ("found unexpected end of stream", "a quotation mark is not closed", "close it"),
    ("violates indentation", _TAB, "use spaces"),
    ("found undefined alias", "a text that begins with * is read as an alias", _QUOTES),
    ("but found another document", "a second document begins here", "remove the line '---'"),
    ("expected ',' or '}'", *_BRACE),
    ("expected ',' or ']'", *_BRACKET),
    ("did not find expected node content", "a value is missing between brackets", "add it"),
    ("did not find expected '-' indicator", "a list item must begin with '- '", "check the indentation"),
    ("expected <block end>", _MISFIT, "check the indentation"),
    (
        "did not find expected key",
        _MISFIT,
        f"check the indentation; if it has quotation marks or ' #', {_QUOTES}",
    ),
    ("found unknown escape character", "a backslash begins no known sign", "use 'single quotes'"),
    ("found unknown directive", "a line that begins with % is a YAML directive", _QUOTES),
)


def fault_of(error: yaml.YAMLError, text: str) -> YamlError:
    """Return a parser's complaint in plain words."""
    position = getattr(error, "position", None)
    if position is not None:
        return _control_character(text, int(position))
    problem = str(getattr(error, "problem", "") or error)
    line = _line(error, problem)
    if "cannot start any token" in problem:
        return _bad_start(line, _column(error), text)
    for known, message, fix in _WORDS:
        if known in problem:
            return YamlError(line, message, fix, code="not_yaml")
    return YamlError(line, f"this is not YAML: {problem}", code="not_yaml")


def _line(error: yaml.YAMLError, problem: str) -> int:
    """Return the line to look at: where a quotation begins, else where the parser stumbled."""
    wants_start = any(word in problem for word in ("end of stream", "expected ','", "expected ':'"))
    mark = getattr(error, "context_mark", None) if wants_start else None
    mark = mark or getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return int(mark.line) + 1 if mark is not None else 1


def _column(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return int(mark.column) if mark is not None else 0


def _bad_start(line: int, column: int, text: str) -> YamlError:
    lines = text.splitlines()
    here = lines[line - 1] if line <= len(lines) else ""
    sign = here[column : column + 1]
    if sign == "\t" or "\t" in here[: len(here) - len(here.lstrip())]:
        return YamlError(line, _TAB, "use spaces", code="tab")
    return YamlError(line, f"a text cannot begin with {sign!r} unless quoted", _QUOTES, sign, "not_yaml")


def _control_character(text: str, position: int) -> YamlError:
    line = text.count("\n", 0, position) + 1
    number = ord(text[position]) if position < len(text) else 0
    return YamlError(
        line, f"an invisible sign (U+{number:04X}) stands here", "delete it", code="control_character"
    )
