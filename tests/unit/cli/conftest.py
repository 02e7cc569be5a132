"""A small trip, and its programme, on which commands are tried."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geleit.cli.main import main
from geleit.services.start_trip import start_trip

Run = Callable[..., Result]


def run_command(*args: object) -> Result:
    """Run a command line in this process."""
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def run() -> Run:
    """Give a function that runs a command line."""
    return run_command


@pytest.fixture
def trip(tmp_path: Path) -> Path:
    """Give the folder of a fresh starter trip, to be changed at will."""
    folder = tmp_path / "sample-trip"
    start_trip(trip_id="sample-trip", title="Sample trip", start=date(2027, 3, 7), folder=folder)
    return folder


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give the folders of a starter trip and of its programme, shared by all tests: only to be read."""
    top = tmp_path_factory.mktemp("planned")
    folder, out = top / "sample-trip", top / "out"
    start_trip(trip_id="sample-trip", title="Sample trip", start=date(2027, 3, 7), folder=folder)
    result = run_command("plan", folder, "--out", out, "--rounds", 5)
    assert result.exit_code == 0, result.output
    return folder, out
