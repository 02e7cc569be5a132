"""What pydantic found wrong with the values of a trip file, in plain words with file, line and likely fix."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from geleit.tripfile.problems import Problem, did_you_mean, listed, shown
from geleit.tripfile.shapes.base import Shape
from geleit.tripfile.source import Source

Told = tuple[str, str]
"""What is wrong, and the likely fix; the field's name stands before the first."""


def problems_of(error: ValidationError, shape: type[Shape], source: Source) -> list[Problem]:
    """Return every error of a validation as a problem with its place."""
    return [
        _problem(details, shape, source)
        for details in error.errors(include_url=False)
        if details["type"] != "too_short" or not details["input"]  # else only its broken members are missed
    ]


def _problem(details: ErrorDetails, shape: type[Shape], source: Source) -> Problem:
    path = tuple(details["loc"])
    context: Mapping[str, Any] = details.get("ctx") or {}
    at = str(context.get("at") or "")
    full = (*path, at) if at else path
    message, fix = _WORDS.get(details["type"], _other)(details, shape)
    spot = source.spot(path[:-1] if details["type"] == "missing" else full)
    return Problem(
        file=spot.file,
        line=spot.line,
        path=full,
        value=_value(details),
        message=f"{_subject(path, details)} {message}".strip(),
        fix=fix,
        code=details["type"],
    )


def _value(details: ErrorDetails) -> str:
    value = details["input"]
    if details["type"] in ("missing", "extra_forbidden") or isinstance(value, (dict, list, Shape)):
        return ""
    return str(value)


def _subject(path: Sequence[str | int], details: ErrorDetails) -> str:
    """Return the name of the field that is meant; the position where a whole list member is."""
    if details["type"] in ("missing", "extra_forbidden"):
        return ""
    if path and isinstance(path[-1], int) and isinstance(details["input"], (dict, Shape)):
        return f"entry {path[-1] + 1} of {path[-2]}"
    names = [step for step in path if isinstance(step, str)]
    return names[-1] if names else ""


def _field(details: ErrorDetails, _shape: type[Shape]) -> Told:
    context = details["ctx"]
    return str(context["message"]), str(context["fix"])


def _missing(details: ErrorDetails, _shape: type[Shape]) -> Told:
    return f"{str(details['loc'][-1])!r} is missing{_whose(details['loc'][:-1], details['input'])}", "add it"


def _extra(details: ErrorDetails, shape: type[Shape]) -> Told:
    key = str(details["loc"][-1])
    known = keys_at(shape, details["loc"][:-1])
    fix = did_you_mean(key, known) or (f"known are {listed(known, 60)}" if known else "remove it")
    return f"{key!r} is no key here{_whose(details['loc'][:-1], None)}", fix


def _whose(path: Sequence[str | int], value: object) -> str:
    owner = value.get("id") if isinstance(value, dict) else None
    if owner is not None:
        return f" in {owner!r}"
    names = [str(step) for step in path if isinstance(step, str)]
    return f" (in {names[-1]})" if names else ""


def keys_at(shape: type[Shape], path: Sequence[str | int]) -> list[str]:
    """Return the keys that the object at a path knows."""
    current: Any = shape
    for step in path:
        if isinstance(step, int):
            continue
        field = getattr(current, "model_fields", {}).get(step)
        current = _model_in(field.annotation) if field else None
        if current is None:
            return []
    return [info.alias or name for name, info in current.in_order().items()]


def _model_in(annotation: Any) -> type[Shape] | None:  # noqa: ANN401 # an annotation can be anything
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found is not None:
            return found
    return None


def _whole_number(details: ErrorDetails, _shape: type[Shape]) -> Told:
    value = details["input"]
    if isinstance(value, str) and value.strip().isdecimal():
        return f"{shown(value)} is a text, not a whole number", f"write {value.strip()} without quotes"
    return f"is {_nothing_or(value)}, not a whole number", ""


def _number(details: ErrorDetails, _shape: type[Shape]) -> Told:
    value = details["input"]
    if isinstance(value, str) and "," in value:
        return f"{shown(value)} is a text, not a number", f"write {value.replace(',', '.')}"
    return f"is {_nothing_or(value)}, not a number", "write it without quotes" if isinstance(
        value, str
    ) else ""


def _truth(details: ErrorDetails, _shape: type[Shape]) -> Told:
    value = details["input"]
    word = str(value).strip().casefold()
    guess = "true" if word in _YES else "false" if word in _NO else ""
    return f"is {_nothing_or(value)}, not true or false", f"did you mean {guess}?" if guess else ""


_YES: Final = frozenset({"yes", "on", "y", "ja", "1", "true", "wahr"})
_NO: Final = frozenset({"no", "off", "n", "nein", "0", "false", "falsch"})


def _nothing_or(value: object) -> str:
    return "left empty" if value is None else shown(value)


def _list(details: ErrorDetails, _shape: type[Shape]) -> Told:
    value = details["input"]
    if value is None:
        return "has no value", "write [] for none, or delete the line"
    if isinstance(value, dict):
        return "is one object, not a list", "put '- ' before it"
    return f"is {shown(value)}, not a list", f"write [{value}]"


def _object(details: ErrorDetails, shape: type[Shape]) -> Told:
    value = details["input"]
    known = listed(keys_at(shape, details["loc"]), 8)
    if value is None:
        return "has no value", "delete the line, or give it keys"
    return f"is {shown(value)}, not an object with keys", f"such as {known}" if known else ""


def _at_least(details: ErrorDetails, _shape: type[Shape]) -> Told:
    return f"is {details['input']}", f"the least is {details['ctx']['ge']}"


def _at_most(details: ErrorDetails, _shape: type[Shape]) -> Told:
    return f"is {details['input']}", f"the most is {details['ctx']['le']}"


def _too_short(details: ErrorDetails, _shape: type[Shape]) -> Told:
    return "is empty", f"give at least {details['ctx']['min_length']}"


def _literal(details: ErrorDetails, _shape: type[Shape]) -> Told:
    return f"is {_nothing_or(details['input'])}", f"known is {details['ctx']['expected']}"


def _other(details: ErrorDetails, _shape: type[Shape]) -> Told:
    return f"is {_nothing_or(details['input'])}: {details['msg']}", ""


_WORDS: Final[Mapping[str, Callable[[ErrorDetails, type[Shape]], Told]]] = {
    "field": _field,
    "missing": _missing,
    "extra_forbidden": _extra,
    "int_type": _whole_number,
    "int_from_float": _whole_number,
    "float_type": _number,
    "bool_type": _truth,
    "tuple_type": _list,
    "model_type": _object,
    "dict_type": _object,
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "too_short": _too_short,
    "literal_error": _literal,
}
