"""The command `repair`."""

import json
from pathlib import Path

import pytest

from geleit.cli.commands.repair import DEFAULT_ROUNDS as ROUNDS_OF_COMMAND
from geleit.planner.repair.options import DEFAULT_ROUNDS
from tests.unit.cli.conftest import Run

Planned = tuple[Path, Path]


def test_the_default_of_the_command_is_the_planner_s() -> None:
    assert ROUNDS_OF_COMMAND == DEFAULT_ROUNDS


def test_a_decline_as_json(run: Run, planned: Planned) -> None:
    answer = json.loads(run("repair", *planned, "--decline", "port-talk", "--rounds", 2, "--json").stdout)

    least = answer["repairs"][0]
    assert (answer["status"], least["kind"], least["proven"]) == ("repaired", "least_change", True)
    assert least["changes"] == least["unavoidable"] == least["people_affected"]
    assert {"value", "bound", "gap", "seconds"} <= least.keys()
    assert least["items_lost"] == ["port-talk"]


@pytest.mark.parametrize(
    ("lang", "starts"),
    [("en", "Least change: "), ("de", "Kleinste Änderung: "), ("zh", "改动最少：")],
)
def test_a_decline_in_words(run: Run, planned: Planned, lang: str, starts: str) -> None:
    result = run("repair", *planned, "--decline", "port-talk", "--limit", 0, "--lang", lang)

    assert result.exit_code == 0
    assert result.stdout.startswith(starts)


def test_the_proposals_are_kept_with_the_changed_trip_and_are_valid(
    run: Run, planned: Planned, tmp_path: Path
) -> None:
    run("repair", *planned, "--decline", "port-talk", "--rounds", 2, "--out", tmp_path, "--quiet")

    checked = run("check", tmp_path / "trip.yaml", tmp_path / "least-change.json", "--json")
    assert (checked.exit_code, json.loads(checked.stdout)["valid"]) == (0, True)


def test_somebody_joins(run: Run, planned: Planned, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text("delegates:\n  - {id: newcomer, name: New Comer, role: business}\n", "utf-8")

    result = run("repair", *planned, "--join", file, "--rounds", 2, "--out", tmp_path / "out", "--quiet")

    assert result.exit_code == 0
    assert "newcomer" in (tmp_path / "out" / "least-change.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Nothing has changed"),
        (("--decline", "port-tal"), "port-tal is no item of this trip. Did you mean port-talk?"),
        (("--move", "port-talk"), "is not ITEM=TIME"),
        (("--move", "port-talk=noon"), "--move port-talk=noon: 'noon' is no date and time"),
        (("--cap", "port-talk=few"), "is no whole number"),
        (("--late", "x=20"), "x is no leg of this trip"),
        (("--cancel", "d-77"), "d-77 is no delegate of this trip"),
        (("--now", "today", "--decline", "port-talk"), "--now today: 'today' is no date and time"),
    ],
)
def test_bad_input_is_told_with_what_would_be_right(
    run: Run, planned: Planned, arguments: tuple[str, ...], told: str
) -> None:
    result = run("repair", *planned, *arguments)

    assert result.exit_code == 2
    assert told in result.stderr


def test_the_first_proposal_is_told_before_the_search_ends(run: Run, planned: Planned) -> None:
    result = run("repair", *planned, "--decline", "port-talk", "--limit", 0, "--lang", "en")

    first = result.stderr.splitlines()[0]
    assert first.startswith("First, after ")
    assert first.partition(" s: ")[2] == result.stdout.splitlines()[0]


def test_a_move_to_when_nobody_is_there_says_why_the_item_goes(run: Run, planned: Planned) -> None:
    move = ("--move", "port-talk=2026-03-08 16:00", "--limit", 0)

    told = run("repair", *planned, *move, "--lang", "en").stdout.splitlines()
    answer = json.loads(run("repair", *planned, *move, "--json").stdout)

    (lost,) = answer["repairs"][0]["lost_because"]
    assert (lost["item"], lost["reasons"][0]["code"]) == ("port-talk", "not_at_station")
    assert told[2] == f"- Talk at the port office: {lost['reasons'][0]['text']}"
