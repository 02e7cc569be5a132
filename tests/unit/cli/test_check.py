"""The command `check`."""

import json
from pathlib import Path

from tests.unit.cli.conftest import Run


def broken(planned: tuple[Path, Path], to: Path) -> Path:
    """Return a copy of the programme without a person at the welcome dinner, and with one leg that is gone."""
    values = json.loads((planned[1] / "programme.json").read_text("utf-8"))
    dinner = next(session for session in values["sessions"] if session["item"] == "welcome-dinner")
    dinner["attendees"].remove("d-1")
    values["legs"] = [leg for leg in values["legs"] if leg["leg"] != "return"]
    del values["value"]
    file = to / "broken.json"
    file.write_text(json.dumps(values), "utf-8")
    return file


def test_valid(run: Run, planned: tuple[Path, Path]) -> None:
    result = run("check", planned[0], planned[1] / "programme.json")

    told = "Sample trip: the programme is valid, the checker finds nothing.\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, told, "")


def test_folder_of_the_programme_will_do(run: Run, planned: tuple[Path, Path]) -> None:
    assert run("check", *planned).exit_code == 0


def test_valid_as_json(run: Run, planned: tuple[Path, Path]) -> None:
    result = run("check", *planned, "--json")

    assert json.loads(result.stdout) == {"trip": "sample-trip", "valid": True, "violations": []}


def test_violations_in_words(run: Run, planned: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("check", planned[0], broken(planned, tmp_path), "--lang", "de")

    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        "H8 „Abendessen zur Begrüßung“ ist für alle; eingeplant: 7 von 8. Es fehlen: Anna Muster.",
        "H9 Eindhoven–Erfurt hat keine Zeit.",
        "Sample trip: Das Programm ist nicht gültig, 2 Verstöße.",
    ]


def test_violations_as_json(run: Run, planned: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("check", planned[0], broken(planned, tmp_path), "--json")

    answer = json.loads(result.stdout)
    everyone = next(each for each in answer["violations"] if each["rule"] == "H8")
    assert (result.exit_code, answer["valid"]) == (1, False)
    assert (everyone["code"], everyone["people"]) == ("not_everyone", ["d-1"])


def test_quiet_leaves_the_exit_code(run: Run, planned: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("check", planned[0], broken(planned, tmp_path), "--quiet")

    assert (result.exit_code, result.output) == (1, "")


def test_changed_trip_file_is_told(run: Run, planned: tuple[Path, Path], trip: Path) -> None:
    file = trip / "trip.yaml"
    file.write_text(file.read_text("utf-8").replace("short: Campus", "short: Camp"), "utf-8")

    result = run("check", trip, planned[1])

    told = "Note: the trip file has been changed since this programme was made.\n"
    assert (result.exit_code, result.stderr) == (0, told)


def test_no_programme_is_told(run: Run, planned: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "nothing.json"

    result = run("check", planned[0], file)

    told = f"{file}: there is no such file; a programme is made by 'geleit plan'\n1 thing to put right.\n"
    assert (result.exit_code, result.stderr) == (2, told)


def test_programme_of_another_trip_is_refused(run: Run, planned: tuple[Path, Path], trip: Path) -> None:
    file = trip / "trip.yaml"
    file.write_text(file.read_text("utf-8").replace("id: sample-trip", "id: other-trip"), "utf-8")

    assert run("check", trip, planned[1]).exit_code == 2
