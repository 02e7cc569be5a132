"""The published schemas."""

from typing import Any

from geleit.tripfile import json_schema


def read_schema(*, what: str) -> dict[str, Any]:
    """Return the JSON Schema of a ``trip`` file or of a ``programme``."""
    return json_schema.programme_schema() if what == "programme" else json_schema.trip_schema()
