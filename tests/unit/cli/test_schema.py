"""The command `schema`."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.unit.cli.conftest import Run


@pytest.mark.parametrize(
    ("what", "title"), [((), "trip file"), (("trip",), "trip file"), (("programme",), "programme")]
)
def test_prints_a_schema(run: Run, what: tuple[str, ...], title: str) -> None:
    result = run("schema", *what)

    schema = json.loads(result.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (result.exit_code, schema["title"]) == (0, f"Geleit {title}")


def test_programme_follows_its_schema(run: Run, planned: tuple[Path, Path]) -> None:
    schema = json.loads(run("schema", "programme").stdout)
    programme = json.loads((planned[1] / "programme.json").read_text("utf-8"))

    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(programme)] == []


def test_starter_trip_follows_its_schema(run: Run, planned: tuple[Path, Path]) -> None:
    schema = json.loads(run("schema", "trip").stdout)
    trip = yaml.safe_load((planned[0] / "trip.yaml").read_text("utf-8"))

    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(trip)] == []
