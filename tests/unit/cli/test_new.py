"""The command `new`: the starter trip, and what stands against one."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from geleit.cli.main import main
from geleit.tripfile import read_trip
from tests.unit.cli.conftest import Run


def test_starter_trip_is_without_fault(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sample"

    result = run("new", "first-trip", "--out", folder, "--title", "Erste Reise", "--start", "2027-03-07")

    loaded = read_trip(folder)
    assert (result.exit_code, result.stdout) == (
        0,
        f"Written: {folder / 'trip.yaml'}. Change it, then plan it: geleit plan {folder} --out out\n",
    )
    assert (loaded.trip.id, str(loaded.trip.title), str(loaded.trip.dates.start), loaded.warnings) == (
        "first-trip",
        "Erste Reise",
        "2027-03-07",
        (),
    )


@pytest.mark.parametrize(
    "title", ['"Quoted": yes', "back\\slash", "# no comment", "{a: b}", "中国", "$day1", "ü\u2028x"]
)
def test_any_title_is_kept(run: Run, tmp_path: Path, title: str) -> None:
    assert run("new", "sample", "--out", tmp_path / "trip", "--title", title).exit_code == 0

    assert str(read_trip(tmp_path / "trip").trip.title) == " ".join(title.split())


def test_default_start_is_a_sunday_ahead(run: Run, tmp_path: Path) -> None:
    assert run("new", "sample", "--out", tmp_path / "trip").exit_code == 0

    start = read_trip(tmp_path / "trip").trip.dates.start.earliest
    assert start.strftime("%A") == "Sunday"


def test_id_is_the_folders_name_where_none_is_given(run: Run, tmp_path: Path) -> None:
    assert run("new", "--out", tmp_path / "rotterdam-2027").exit_code == 0

    assert read_trip(tmp_path / "rotterdam-2027").trip.id == "rotterdam-2027"


def test_asks_for_the_id_where_nothing_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(main, ["new"], input="asked-for\n")

    assert (result.exit_code, read_trip(tmp_path / "asked-for").trip.id) == (0, "asked-for")


def test_without_an_id_and_nobody_to_ask_it_is_named_as_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(main, ["new"], input="")

    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: Missing argument 'ID', such as netherlands-2027.",
    )
    assert list(tmp_path.iterdir()) == []


def test_id_with_a_space_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("new", "First Trip", "--out", tmp_path / "trip")

    told = (
        "Error: 'First Trip' is no id: only small letters, digits and hyphens between them. "
        "Did you mean 'first-trip'?\n"
    )
    assert (result.exit_code, result.stderr, (tmp_path / "trip").exists()) == (2, told, False)


def test_folder_with_a_trip_is_left_alone(run: Run, trip: Path) -> None:
    before = (trip / "trip.yaml").read_bytes()

    result = run("new", "other", "--out", trip)

    assert (result.exit_code, (trip / "trip.yaml").read_bytes()) == (2, before)
    assert result.stderr == f"Error: {trip} holds a trip already. It is unchanged. Choose another folder.\n"
