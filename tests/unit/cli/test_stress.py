"""The command `stress`."""

import json
from pathlib import Path

from geleit.cli.commands.stress import DEFAULT_RUNS, MOST_RUNS
from geleit.planner import stress as planner
from tests.unit.cli.conftest import Run


def test_what_is_told_in_every_language(run: Run, planned: tuple[Path, Path]) -> None:
    told = {
        lang: run("stress", *planned, "--runs", 50, "--lang", lang).stdout.splitlines()
        for lang in ("de", "en", "zh")
    }

    first = {lang: lines[0] for lang, lines in told.items()}
    assert first == {
        "de": "Sample trip: 50-mal durchgespielt, mit Absagen, Verkehr und Überziehungen nach Wahrscheinlichkeit.",
        "en": "Sample trip: played through 50 times, with declines, traffic and overruns by their probability.",
        "zh": "Sample trip：按概率模拟谢绝、交通和超时，共50次。",
    }
    assert len({len(lines) for lines in told.values()}) == 1


def test_the_record_for_machines(run: Run, planned: tuple[Path, Path]) -> None:
    result = run("stress", *planned, "--runs", 50, "--seed", 3, "--json")

    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (found["trip"], found["runs"], found["seed"], found["picture"]) == ("sample-trip", 50, 3, None)
    assert {"session", "on_time", "within_10_min", "takes_place", "expected_people"} <= found["sessions"][
        0
    ].keys()
    assert {"slack_min", "in_time", "inherited", "due"} <= found["transfers"][0].keys()
    assert {"mean", "low", "median", "high"} <= found["worst_share"].keys()
    again = json.loads(run("stress", *planned, "--runs", 50, "--seed", 3, "--json").stdout)
    assert again == found


def test_the_picture_is_written(run: Run, planned: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "stress.svg"

    result = run("stress", *planned, "--runs", 20, "--out", file)

    assert result.stdout.splitlines()[-1] == f"Written: {file}"
    assert file.read_text("utf-8").startswith("<svg ")


def test_impossible_numbers_of_runs_are_refused(run: Run, planned: tuple[Path, Path]) -> None:
    assert run("stress", *planned, "--runs", 0).exit_code == 2


def test_the_command_knows_the_planners_numbers() -> None:
    assert (DEFAULT_RUNS, MOST_RUNS) == (planner.DEFAULT_RUNS, planner.MOST_RUNS)
