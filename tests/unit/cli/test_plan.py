"""The command `plan`: answers, files and exit codes."""

import json
from pathlib import Path

import pytest

from geleit.cli.commands import plan as command
from geleit.planner.solve import DEFAULT_ROUNDS
from tests.unit.cli.conftest import Run

PLENARY = """\
  - id: {name}
    title: {name}
    kind: presentation
    station: rotterdam
    place: chamber
    duration_min: 90
    attendance: all
    must: true
    windows: ["09:00-11:00"]
"""


def change(trip: Path, before: str, after: str) -> None:
    """Change a word of the trip file, which must stand there once."""
    file = trip / "trip.yaml"
    text = file.read_text("utf-8")
    assert text.count(before) == 1, f"{before!r} stands there {text.count(before)} times"
    file.write_text(text.replace(before, after), "utf-8")


def test_default_rounds_are_the_planners() -> None:
    assert command.DEFAULT_ROUNDS == DEFAULT_ROUNDS


def test_writes_programme_and_pages(run: Run, trip: Path, tmp_path: Path) -> None:
    result = run("plan", trip, "--out", tmp_path / "out", "--rounds", 5)

    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "programme.de.html",
        "programme.en.html",
        "programme.json",
    ]
    assert result.stdout.splitlines()[0] == "Sample trip: 6 of 6 items placed, among them all that must be."


def test_json_is_one_object_with_everything(run: Run, trip: Path, tmp_path: Path) -> None:
    result = run("plan", trip, "--out", tmp_path / "out", "--rounds", 5, "--seed", 7, "--json")

    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["status"], answer["seed"], answer["rounds"]) == (0, "solved", 7, 5)
    assert sorted(answer["placed"]) == sorted(
        [
            "welcome-dinner",
            "port-talk",
            "visit-terminal",
            "chamber-briefing",
            "visit-campus",
            "visit-university",
        ]
    )
    assert (answer["unplaced"], answer["clashes"], answer["missing"]) == ([], [], [])
    assert 0 < answer["first_valid_seconds"] <= answer["seconds"]
    assert answer["bound"] >= answer["value"] > 0
    assert 0 <= answer["gap"] < 1
    assert 0 < answer["worst_share"] <= answer["mean_share"]


def test_same_seed_gives_the_same_programme(run: Run, trip: Path, tmp_path: Path) -> None:
    for out in ("one", "two"):
        assert run("plan", trip, "--out", tmp_path / out, "--rounds", 5, "--quiet").exit_code == 0

    one, two = ((tmp_path / out / "programme.json").read_bytes() for out in ("one", "two"))
    assert one == two


def test_quiet_says_nothing(run: Run, trip: Path, tmp_path: Path) -> None:
    result = run("plan", trip, "--out", tmp_path, "--rounds", 1, "--quiet")

    assert (result.exit_code, result.output) == (0, "")


def test_speaks_german(run: Run, trip: Path, tmp_path: Path) -> None:
    result = run("plan", trip, "--out", tmp_path, "--rounds", 1, "--lang", "de")

    first = "Sample trip: 6 von 6 Programmpunkten untergebracht, darunter alle Pflichtpunkte."
    assert result.stdout.splitlines()[0] == first


def test_replaces_an_older_programme(run: Run, trip: Path, tmp_path: Path) -> None:
    (tmp_path / "programme.json").write_text("old")
    (tmp_path / "mine.txt").write_text("mine")

    assert run("plan", trip, "--out", tmp_path, "--rounds", 1).exit_code == 0
    assert json.loads((tmp_path / "programme.json").read_text("utf-8"))["trip"] == "sample-trip"
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_infeasible_is_told_with_what_clashes(run: Run, trip: Path, tmp_path: Path) -> None:
    file = trip / "trip.yaml"
    text = file.read_text("utf-8").partition("delegates:\n")[0]
    file.write_text(f"{text}delegates: []\n", "utf-8")

    result = run("plan", trip, "--out", tmp_path / "out")

    assert (result.exit_code, result.stdout, list((tmp_path / "out").iterdir())) == (3, "", [])
    *_, headline, clash = result.stderr.splitlines()
    assert headline == "Sample trip: there is no valid programme. This stands against it:"
    assert clash.startswith("- Welcome dinner: ")


def test_infeasible_as_json(run: Run, trip: Path, tmp_path: Path) -> None:
    file = trip / "trip.yaml"
    text = file.read_text("utf-8").partition("delegates:\n")[0]
    file.write_text(f"{text}delegates: []\n", "utf-8")

    result = run("plan", trip, "--out", tmp_path / "out", "--json")

    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["status"], answer["value"], answer["placed"]) == (
        3,
        "infeasible",
        None,
        [],
    )
    assert [clash["items"] for clash in answer["clashes"]] == [["welcome-dinner"]]
    assert [reason["code"] for reason in answer["clashes"][0]["reasons"]] == ["min_people"]


def test_nothing_in_time_names_what_is_missing(run: Run, trip: Path, tmp_path: Path) -> None:
    three = "".join(PLENARY.format(name=name) for name in ("one", "two", "three"))
    change(trip, "  - id: port-talk\n", f"{three}  - id: port-talk\n")

    result = run("plan", trip, "--out", tmp_path / "out", "--rounds", 3)
    as_json = run("plan", trip, "--out", tmp_path / "out", "--rounds", 3, "--json")

    answer = json.loads(as_json.stdout)
    assert (result.exit_code, result.stdout) == (4, "")
    assert (as_json.exit_code, answer["status"], len(answer["missing"])) == (4, "timed_out", 1)
    assert f"({answer['missing'][0]}): " in result.stderr.splitlines()[-1]
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "station: eindhoven\n    host: campus",
            "station: eindhofen\n    host: campus",
            "did you mean 'eindhoven'?",
        ),
        ("short: Campus", "shorts: Campus", "'shorts' is no key here"),
        ("duration_min: 60", "duration_min: long", "duration_min is 'long'"),
    ],
)
def test_bad_trip_is_told_with_its_line(run: Run, trip: Path, before: str, after: str, told: str) -> None:
    change(trip, before, after)
    out = trip.parent / "out"

    result = run("plan", trip, "--out", out)

    problem, count = result.stderr.splitlines()
    assert (result.exit_code, result.stdout, count) == (2, "", "1 thing to put right.")
    assert problem.startswith(f"{trip / 'trip.yaml'}, line ")
    assert (told in problem, out.exists()) == (True, False)


def test_out_that_is_a_file_is_refused(run: Run, trip: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")

    result = run("plan", trip, "--out", file)

    told = f"Error: {file} is a file, not a folder. It is unchanged. Choose another folder.\n"
    assert (result.exit_code, result.stderr, file.read_text()) == (2, told, "mine")


@pytest.mark.parametrize(
    "options",
    [
        ("--seed", "-1"),
        ("--limit", "-1"),
        ("--rounds", "0"),
        ("--workers", "0"),
        ("--gap", "-1"),
        ("--gap", "1.5"),
        ("--lang", "fr"),
        ("--out", ""),
        ("--unknown",),
    ],
)
def test_bad_options_are_refused(run: Run, trip: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    result = run("plan", trip, "--out", tmp_path / "out", *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1].startswith("Error: ")


def test_no_time_at_all_gets_an_answer_of_the_right_kind(run: Run, trip: Path, tmp_path: Path) -> None:
    result = run("plan", trip, "--out", tmp_path / "out", "--limit", "0", "--json")

    answer = json.loads(result.stdout)
    assert (answer["status"], result.exit_code) in {("solved", 0), ("timed_out", 4)}


def test_the_curve_rises_and_its_bound_falls(run: Run, trip: Path, tmp_path: Path) -> None:
    result = run("plan", trip, "--out", tmp_path / "out", "--rounds", "20", "--json")

    curve = json.loads(result.stdout)["curve"]
    values, bounds = [point["value"] for point in curve], [point["bound"] for point in curve]
    assert values == sorted(values)
    assert bounds == sorted(bounds, reverse=True)
    assert [point["gap"] for point in curve][-1] == pytest.approx(json.loads(result.stdout)["gap"], abs=1e-5)
