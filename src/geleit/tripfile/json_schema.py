"""The published JSON Schema (draft 2020-12) of the trip file, made from the shapes and their docstrings."""

import ast
import inspect
import json
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from geleit.domain.text import Text
from geleit.domain.windows import Clock
from geleit.tripfile import shapes
from geleit.tripfile.fields import NAMED_SCHEMAS
from geleit.tripfile.shapes.programme import ProgrammeShape

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_KINDS: Final = {
    "text": "A wording right in every language (a name), or wordings by language. "
    "A reader whose language is missing gets another, and is told so.",
    "name": "A text that must not be empty.",
    "date": "A date as certain as it is (EDTF, ISO 8601-2): a day, a month, a year, or one of two days with a slash.",
    "dates": "First and last day, or one date within which all lies; each of any precision.",
    "clock_span": "From one local time to another; hours after midnight are counted on (25:30).",
    "window": "When a session may lie: it starts and ends inside. Without a day: every day at the station.",
    "departure": "When a leg may leave: one time is a fixed departure.",
    "instant": "A local date and time.",
}


class _Generator(GenerateJsonSchema):
    """Defaults in the file's own form, no titles made of field names."""

    def encode_default(self, dft: Any) -> Any:  # noqa: ANN401 # a default can be anything
        """Return a default as the file would have it; the schema leaves out what is empty."""
        from geleit.tripfile.dump import plain_of

        if isinstance(dft, BaseModel):
            return {}
        if isinstance(dft, (Text, Clock)):
            return plain_of(dft)
        return super().encode_default(plain_of(dft))

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 # as in the base class
        """Return False: keys need no titles."""
        del schema
        return False


def trip_schema() -> dict[str, Any]:
    """Return the JSON Schema of a trip file; a folder's files together follow it."""
    found = _schema_of(shapes.TripShape, "Geleit trip file")
    named = {name: {"description": _KINDS[name]} | kind for name, kind in NAMED_SCHEMAS.items()}
    found["$defs"] = {**named, **found["$defs"]}
    return found


def programme_schema() -> dict[str, Any]:
    """Return the JSON Schema of programme.json."""
    found = _schema_of(ProgrammeShape, "Geleit programme")
    found["$defs"] = {"text": {"description": _KINDS["text"]} | NAMED_SCHEMAS["text"], **found["$defs"]}
    return found


def _schema_of(model: type[shapes.Shape], title: str) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    models = {each.__name__: each for each in _models()}
    definitions = {
        _plain_name(name): _tidy(definition, models[name], models)
        for name, definition in sorted(schema.get("$defs", {}).items())
    }
    return {"$schema": DIALECT, "title": title, **_tidy(schema, model, models), "$defs": definitions}


def part_schema() -> dict[str, Any]:
    """Return the JSON Schema of one file of a folder: the same keys, none of them required."""
    schema = trip_schema()
    schema["title"] = "Geleit trip file, one of a folder"
    del schema["required"]
    return schema


def _models() -> list[type[shapes.Shape]]:
    open_ends: list[type[shapes.Shape]] = [shapes.Shape]
    found: list[type[shapes.Shape]] = []
    while open_ends:
        model = open_ends.pop()
        found.append(model)
        open_ends += model.__subclasses__()
    return found


def _tidy(
    schema: JsonSchemaValue, model: type[shapes.Shape], models: dict[str, type[shapes.Shape]]
) -> dict[str, Any]:
    """Return an object's schema: the fields in the order of the file, described by their docstrings."""
    texts = field_texts(model)
    properties: dict[str, Any] = {}
    for name, field in model.in_order().items():
        key = field.alias or name
        own = _renamed({**schema["properties"][key]}, models)
        if own.get("default", 0) in ("", [], {}, None):
            own.pop("default", None)
        properties[key] = {"description": texts[name], **own}
    tidy: dict[str, Any] = {"description": inspect.cleandoc(model.__doc__ or ""), "type": "object"}
    tidy["properties"] = properties
    if schema.get("required"):
        tidy["required"] = schema["required"]
    tidy["additionalProperties"] = False
    if "oneOf" in schema:
        tidy["oneOf"] = schema["oneOf"]
    return tidy


def _renamed(value: Any, models: dict[str, type[shapes.Shape]]) -> Any:  # noqa: ANN401 # any part of a schema
    """Return a part of a schema with references to the definitions' plain names."""
    if isinstance(value, dict):
        named = _named(value)
        if named:
            return named
        changed = {key: _renamed(each, models) for key, each in value.items()}
        if isinstance(changed.get("$ref"), str):
            changed["$ref"] = "#/$defs/" + _plain_name(changed["$ref"].rpartition("/")[2])
        return _without_null(changed)
    return [_renamed(each, models) for each in value] if isinstance(value, list) else value


def _named(schema: dict[str, Any]) -> dict[str, Any] | None:
    """Return a reference in place of a schema that many fields share, its default kept; None for another."""
    bare = {key: each for key, each in schema.items() if key != "default"}
    for name, shared in NAMED_SCHEMAS.items():
        if bare == shared:
            default = {"default": schema["default"]} if "default" in schema else {}
            return {"$ref": f"#/$defs/{name}", **default}
    return None


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without the choice of null: what is not given is left out."""
    choices = schema.get("anyOf")
    if not isinstance(choices, list) or {"type": "null"} not in choices:
        return schema
    kept = [each for each in choices if each != {"type": "null"}]
    rest = {key: each for key, each in schema.items() if key != "anyOf"}
    return {**rest, **kept[0]} if len(kept) == 1 else {**rest, "anyOf": kept}


def _plain_name(name: str) -> str:
    return name.removesuffix("Shape").lower()


@cache
def field_texts(model: type[shapes.Shape]) -> dict[str, str]:
    """Return what the strings under a shape's fields say, by field name."""
    texts: dict[str, str] = {}
    for kind in reversed(model.__mro__):
        if issubclass(kind, shapes.Shape):
            texts.update(_class_texts(inspect.getmodule(kind), kind.__name__))
    return texts


def _class_texts(module: ModuleType | None, name: str) -> dict[str, str]:
    if module is None:
        return {}
    tree = ast.parse(inspect.getsource(module))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    texts: dict[str, str] = {}
    for field, text in pairwise(body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            texts[field.target.id] = " ".join(str(text.value.value).split())
    return texts


def schema_text(schema: dict[str, Any]) -> str:
    """Return a schema as the text of its published file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
