"""Write the reference of a file format from its JSON Schema."""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]
TABLE = "| key | value | needed | meaning |\n|---|---|---|---|\n"
PLAIN_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true` or `false`",
    "object": "mapping",
    "null": "nothing",
}


def reference(schema: Schema, head: str) -> str:
    """Describe a format in Markdown: the whole, then each of its parts.

    Parameters
    ----------
    schema : Mapping
        A JSON Schema with its parts under ``$defs``.
    head : str
        The page's title and first words.

    Returns
    -------
    str
        The page.
    """
    parts = {"Top level": schema, **schema.get("$defs", {})}
    return head + "".join(f"\n## {name}\n\n{_part(part)}" for name, part in parts.items())


def value_words(spec: Schema) -> str:
    """Say in words which values a schema takes.

    Parameters
    ----------
    spec : Mapping
        The schema of one value.

    Returns
    -------
    str
        Markdown that fits into a table's cell.
    """
    match spec:
        case {"$ref": str(reference)}:
            name = reference.rpartition("/")[2]
            words = f"[{name}](#{name.lower()})"
        case {"anyOf": choices}:
            words = ", or ".join(value_words(choice) for choice in choices)
        case {"const": constant}:
            words = f"`{constant}`"
        case {"enum": choices}:
            words = ", ".join(f"`{choice}`" for choice in choices)
        case {"type": "array", "items": items}:
            words = f"list of {value_words(items)}"
        case {"properties": properties}:
            words = f"mapping with {', '.join(f'`{key}`' for key in properties)}"
        case _:
            words = PLAIN_TYPES[spec["type"]] + _limits(spec) + _examples(spec)
    return words


def _part(spec: Schema) -> str:
    description = f"{spec.get('description', '').strip()}\n"
    if "properties" not in spec:
        return f"{description}\nWritten as: {value_words(spec)}.\n"
    required = spec.get("required", ())
    rows = [_row(key, value, needed=key in required) for key, value in spec["properties"].items()]
    return f"{description}\n{TABLE}{''.join(rows)}"


def _row(key: str, spec: Schema, *, needed: bool) -> str:
    default = f"no; `{_yaml(spec['default'])}`" if "default" in spec else "no"
    cells = (f"`{key}`", value_words(spec), "yes" if needed else default, spec.get("description", ""))
    return f"| {' | '.join(cell.replace('|', '\\|') for cell in cells)} |\n"


def _limits(spec: Schema) -> str:
    match spec:
        case {"minimum": low, "maximum": high}:
            return f", {low} to {high}"
        case {"minimum": low}:
            return f", from {low}"
        case {"maximum": high}:
            return f", to {high}"
        case _:
            return ""


def _examples(spec: Schema) -> str:
    examples = ", ".join(f"`{_yaml(example)}`" for example in spec.get("examples", ()))
    return f" such as {examples}" if examples else ""


def _yaml(value: object) -> str:
    """Write a default or an example as one would in a trip file."""
    match value:
        case bool():
            return str(value).lower()
        case list():
            return f"[{', '.join(map(_yaml, value))}]"
        case dict():
            return f"{{{', '.join(f'{key}: {_yaml(each)}' for key, each in value.items())}}}"
        case None:
            return "nothing"
        case _:
            return str(value)
