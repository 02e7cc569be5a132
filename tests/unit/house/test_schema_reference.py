"""The reference of a file format says what its schema says."""

import pytest

from scripts.schema_reference import reference, value_words


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ({"type": "string"}, "text"),
        ({"type": "string", "examples": ["18:30"]}, "text such as `18:30`"),
        ({"type": "integer", "minimum": 0, "maximum": 5}, "whole number, 0 to 5"),
        ({"type": "integer", "minimum": 1}, "whole number, from 1"),
        ({"type": "number", "maximum": 90}, "number, to 90"),
        ({"enum": ["open", "all"], "type": "string"}, "`open`, `all`"),
        ({"$ref": "#/$defs/Station"}, "[Station](#station)"),
        ({"type": "array", "items": {"$ref": "#/$defs/pin"}}, "list of [pin](#pin)"),
        ({"type": "object", "properties": {"de": {}, "en": {}}}, "mapping with `de`, `en`"),
        ({"anyOf": [{"const": "all"}, {"type": "boolean"}]}, "`all`, or `true` or `false`"),
    ],
)
def test_values_in_words(spec: dict[str, object], words: str) -> None:
    assert value_words(spec) == words


def test_the_page_has_the_whole_and_its_parts() -> None:
    schema = {
        "description": "A trip.",
        "properties": {
            "id": {"type": "string", "description": "Short name."},
            "open": {"type": "boolean", "default": False, "description": "Yes|no."},
        },
        "required": ["id"],
        "$defs": {"clock": {"type": "string", "description": "A local time.", "examples": ["25:30"]}},
    }

    assert reference(schema, "# Trip file\n") == (
        "# Trip file\n"
        "\n## Top level\n\nA trip.\n\n"
        "| key | value | needed | meaning |\n|---|---|---|---|\n"
        "| `id` | text | yes | Short name. |\n"
        "| `open` | `true` or `false` | no; `false` | Yes\\|no. |\n"
        "\n## clock\n\nA local time.\n\nWritten as: text such as `25:30`.\n"
    )
