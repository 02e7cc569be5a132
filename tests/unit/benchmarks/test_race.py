"""The race: which runs are made, what of a curve is kept, how the tables come about."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.cell import instance, thinned
from benchmarks.curve import Point
from benchmarks.race import Cell, _parsed, cells, keep, kept, told
from benchmarks.race_tables import gap_at, page
from benchmarks.solvers import PeersMissingError, need_peers

CURVE: list[list[Any]] = [
    [0.5, 100, None, None],
    [2.0, 110, 150, 0.05],
    [4.0, 120, 130, 0.0125],
    [6.0, 121, 123, 0.0025],
]


def make_run(solver: str = "geleit", seed: int = 1, **changes: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "instance": "compact-60",
        "solver": solver,
        "seed": seed,
        "limit_s": 10.0,
        "seconds": 10.1,
        "note": "",
        "peak_mib": 100,
        "curve": CURVE,
        "valid": True,
        "objective": 121,
        "bound": 123,
        "gap": 0.0025,
        "benefit": 100,
        "worst_share": 0.6,
        "mean_share": 0.75,
        "placed": 5,
        "wishes_met": 7,
    }
    return {**usual, **changes}


def test_runs_are_made_seed_by_seed_so_that_solvers_meet_the_same_machine() -> None:
    chosen = _parsed(["--instances", "compact-60,usa-2025", "--seeds", "1,2", "--solvers", "geleit,patterns"])

    keys = [cell.key for cell in cells(chosen)]

    assert keys[:4] == [
        "compact-60/geleit/1/30",
        "compact-60/patterns/1/30",
        "compact-60/geleit/2/30",
        "compact-60/patterns/2/30",
    ]
    assert len(keys) == 8


def test_the_whole_race_has_five_seeds_of_every_size_trip_and_shape() -> None:
    found = list(cells(_parsed([])))

    assert len(found) == len({cell.key for cell in found}) == 10 * 3 * 5


def test_unknown_solvers_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _parsed(["--solvers", "geliet"])

    assert "there is no solver 'geliet'" in capsys.readouterr().err


def test_unknown_instances_are_refused() -> None:
    with pytest.raises(ValueError, match="'odd-60' is no instance; name a shape"):
        instance("odd-60", 1)


def test_shipped_trips_have_a_ruler_that_all_solvers_share() -> None:
    assert instance("usa-2025", 1).kappa_percent == instance("usa-2025", 2).kappa_percent == 75


def test_of_a_curve_remains_what_got_better() -> None:
    points = [Point(1, 100, None, 50), Point(2, 100, None, 50), Point(3, 100, 200, 50), Point(4, 90, 200, 50)]

    assert thinned(points) == [points[0], points[2]]


def test_a_long_curve_keeps_its_ends() -> None:
    points = [Point(number, number, None, 50) for number in range(1000)]

    found = thinned(points)

    assert len(found) <= 61
    assert (found[0], found[-1]) == (points[0], points[-1])


@pytest.mark.parametrize(("seconds", "gap"), [(0.1, None), (1, None), (3, 0.05), (10, 0.0025)])
def test_the_gap_at_a_time(seconds: float, gap: float | None) -> None:
    assert gap_at(CURVE, seconds) == gap


def test_tables_have_medians_and_runs_that_failed_count_as_worst() -> None:
    failed = make_run(seed=3, valid=False, curve=[], gap=None, note="lost")
    runs = {"a": make_run(), "b": make_run(seed=2, curve=CURVE[:2]), "c": failed}
    machine = {"processor": "P", "cores": 2, "memory_gib": 1, "system": "S", "python": "3", "libraries": {}}

    lines = list(page({"version": "1", "machine": machine, "runs": runs}))

    row = next(line for line in lines if line.startswith("| geleit | 3"))
    assert row.split(" | ")[1:6] == ["3", "2", "10.0", "0.5", ""]
    assert "| geleit |  | 5.0 | 5.0 |" in lines
    assert "- geleit, seed 3: lost" in lines


def test_what_is_kept_is_found_again_on_the_same_machine(tmp_path: Path) -> None:
    file = tmp_path / "0.race.json"

    keep(file, {"a": make_run()})

    assert kept(file) == {"a": make_run()}
    assert file.with_suffix(".md").read_text("utf-8").startswith("# Geleit")


def test_a_run_is_told_in_a_line() -> None:
    assert told(make_run()) == "121 in 10.1 s, gap 0.25 %, 100 MiB"
    assert told(make_run(valid=False, note="lost")) == "no valid programme (lost)"


def test_without_or_tools_the_peers_say_what_to_do() -> None:
    with pytest.raises(PeersMissingError, match="The peers need OR-Tools"):
        need_peers("a_library_that_nobody_has")


def test_a_run_has_a_key_of_its_own() -> None:
    assert Cell("compact-60", "geleit", 2, 7.5).key == "compact-60/geleit/2/7.5"
