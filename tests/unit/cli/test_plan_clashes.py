"""The command `plan` on a trip whose pins cannot hold together: at once, with what clashes, by its own exit code."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run

PINS = """
pins:
  - {item: port-talk, start: "2027-03-09 09:30"}
  - {item: port-talk, attendee: d-2}
  - {item: second-talk, start: "2027-03-09 11:05"}
  - {item: second-talk, attendee: d-2}
"""
SECOND = """  - id: second-talk
    title: {en: Talk at the ministry, de: Gespräch im Ministerium}
    kind: company_visit
    station: rotterdam
    host: terminal
    duration_min: 90
    request: {status: requested}
"""


@pytest.fixture
def pinned(trip: Path) -> Path:
    file = trip / "trip.yaml"
    text = file.read_text("utf-8")
    assert "  - id: port-talk\n" in text
    file.write_text(text.replace("  - id: port-talk\n", f"{SECOND}  - id: port-talk\n") + PINS, "utf-8")
    return trip


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "- Not possible together; without any one of them it would be: "),
        ("de", "- Zusammen nicht möglich; ohne eines davon ginge es: "),
        ("zh", "- 以下各项同时成立时不可行，去掉其一即可："),
    ],
)
def test_the_smallest_set_is_told(run: Run, pinned: Path, tmp_path: Path, lang: str, told: str) -> None:
    result = run("plan", pinned, "--out", tmp_path / "out", "--lang", lang)

    assert result.exit_code == 3
    assert result.stderr.splitlines()[-1].startswith(told)
    assert not (tmp_path / "out" / "programme.json").exists()


def test_as_json(run: Run, pinned: Path, tmp_path: Path) -> None:
    result = run("plan", pinned, "--out", tmp_path / "out", "--json")

    answer = json.loads(result.stdout)
    (clash,) = answer["clashes"]
    assert (result.exit_code, answer["status"]) == (3, "infeasible")
    assert sorted((each["pin"]["kind"], each["pin"]["item"]) for each in clash["obstacles"]) == [
        ("attendee", "port-talk"),
        ("attendee", "second-talk"),
        ("time", "port-talk"),
        ("time", "second-talk"),
    ]
