"""The command `explain`."""

import json
from pathlib import Path

import pytest

from geleit.cli.commands.explain import DEFAULT_LIMIT_S
from geleit.documents.view import Audience, build_view
from geleit.planner.why.why import LIMIT_S
from geleit.services.open_trip import open_trip
from geleit.services.read_programme import read_programme
from tests.unit.cli.conftest import Run, run_command


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give a trip and programme in which the host of the port talk has declined."""
    top = tmp_path_factory.mktemp("crowded")
    assert run_command("new", "sample-trip", "--out", top / "trip", "--start", "2027-03-07").exit_code == 0
    file = top / "trip" / "trip.yaml"
    before = "max_people: 12\n    sectors: [logistics]\n    request: {status: requested}"
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, before.replace("requested", "declined")), "utf-8")
    assert run_command("plan", top / "trip", "--out", top / "out", "--rounds", 3).exit_code == 0
    return top / "trip", top / "out"


def test_all_placed(run: Run, planned: tuple[Path, Path]) -> None:
    result = run("explain", *planned)

    assert (result.exit_code, result.stdout) == (0, "Every item has a place.\n")


def test_one_group_is_told_in_the_singular(run: Run, planned: tuple[Path, Path]) -> None:
    told = {
        lang: run("explain", *planned, "visit-campus", "--lang", lang).stdout for lang in ("de", "en", "zh")
    }

    lines = {lang: text.splitlines()[2].partition("11:00")[2] for lang, text in told.items()}
    assert lines == {
        "de": " Uhr: Gruppe 1, 7 Personen",
        "en": ": group 1, 7 people",
        "zh": "：第1组，7人",
    }


def test_unplaced_with_reason(run: Run, crowded: tuple[Path, Path]) -> None:
    result = run("explain", *crowded)

    told = "Not placed: 1\n- Talk at the port office (port-talk): The host has declined.\n"
    assert (result.exit_code, result.stdout) == (0, told)


def test_unplaced_as_json(run: Run, crowded: tuple[Path, Path]) -> None:
    answer = json.loads(run("explain", *crowded, "--json", "--lang", "de").stdout)

    (reason,) = answer["unplaced"][0]["reasons"]
    assert (answer["unplaced"][0]["item"], reason["code"], reason["detail"]) == (
        "port-talk",
        "status",
        "declined",
    )


def test_item_without_a_place_names_those_who_wished_for_it(run: Run, crowded: tuple[Path, Path]) -> None:
    assert run("explain", *crowded, "port-talk").stdout.splitlines() == [
        "Talk at the port office",
        "Why not: The host has declined.",
        "Not met for:",
        "- Bernd Muster (wish of strength 5): The host has declined.",
        "- Anna Muster (wish of strength 4): The host has declined.",
    ]


def test_placed_item_names_its_sessions(run: Run, planned: tuple[Path, Path]) -> None:
    title, sessions, session, *rest = run("explain", *planned, "welcome-dinner").stdout.splitlines()

    assert (title, sessions, rest) == ("Welcome dinner", "Sessions:", ["Nobody wished for it."])
    assert session.endswith("8 people")


def test_delegate_gets_agenda_and_wishes(run: Run, crowded: tuple[Path, Path]) -> None:
    result = run("explain", *crowded, "d-2", "--json")

    answer = json.loads(result.stdout)
    (wish,) = answer["wishes"]
    starts = [session["start"] for session in answer["sessions"]]
    assert (answer["delegate"], wish["item"], wish["met"], wish["reasons"][0]["code"]) == (
        "d-2",
        "port-talk",
        False,
        "status",
    )
    assert starts == sorted(starts)


def test_delegate_without_wishes(run: Run, planned: tuple[Path, Path]) -> None:
    lines = run("explain", *planned, "organiser", "--lang", "de").stdout.splitlines()

    assert (lines[0], lines[1], lines[-1]) == ("Olaf Muster", "Programm:", "Keine Wünsche angegeben.")


def test_unknown_id_is_told_with_the_nearest(run: Run, planned: tuple[Path, Path]) -> None:
    result = run("explain", *planned, "welcome-diner")

    told = (
        "Error: Neither an item nor a delegate of sample-trip is called 'welcome-diner'. "
        "Did you mean 'welcome-dinner'?\n"
    )
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


def test_the_default_limit_of_the_command_is_the_planner_s() -> None:
    assert DEFAULT_LIMIT_S == LIMIT_S


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Not possible: “Talk at the port office”: the host has declined."),
        ("de", "Nicht möglich: „Gespräch bei der Hafenverwaltung“: der Gastgeber hat abgesagt."),
    ],
)
def test_deep_names_the_proven_set(run: Run, crowded: tuple[Path, Path], lang: str, told: str) -> None:
    result = run("explain", *crowded, "--deep", "--lang", lang)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1].endswith(told)


def test_deep_as_json(run: Run, crowded: tuple[Path, Path]) -> None:
    answer = json.loads(run("explain", *crowded, "port-talk", "--deep", "--json").stdout)

    (why,) = answer["answers"]
    assert (why["item"], why["delegate"], why["answer"]) == ("port-talk", None, "blocked")
    assert [each["kind"] for each in why["obstacles"]] == ["status"]


def test_deep_about_a_delegate_answers_every_wish_not_met(run: Run, crowded: tuple[Path, Path]) -> None:
    answer = json.loads(run("explain", *crowded, "d-2", "--deep", "--json").stdout)

    missed = [wish["item"] for wish in answer["wishes"] if not wish["met"]]
    assert [(why["item"], why["delegate"]) for why in answer["answers"]] == [(item, "d-2") for item in missed]


def test_answers_go_into_the_programme_for_the_documents(
    run: Run, crowded: tuple[Path, Path], tmp_path: Path
) -> None:
    trip, programme = crowded
    file = tmp_path / "programme.json"

    run("explain", trip, programme, "--deep", "--out", file)

    read = read_programme(trip=open_trip(path=trip).trip, path=file).programme
    (unplaced,) = read.unplaced
    view = build_view(open_trip(path=trip).trip, read, "en", Audience.ORGANISER)
    assert str(unplaced.told.get("de")).endswith("der Gastgeber hat abgesagt.")
    assert view.unplaced[0].reasons == (str(unplaced.told.get("en")),)
    assert run("check", trip, file).exit_code == 0
