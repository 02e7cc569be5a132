"""The command `propose`."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run

Planned = tuple[Path, Path]


def test_as_json(run: Run, planned: Planned) -> None:
    answer = json.loads(run("propose", *planned, "port-talk", "--json").stdout)

    (asked,) = answer["proposals"]
    assert (asked["item"], asked["status"], len(asked["sessions"])) == ("port-talk", "requested", 1)
    assert asked["plan_b"]["status"] == "repaired"
    assert asked["people"] == asked["sessions"][0]["people"]


def test_without_plan_b(run: Run, planned: Planned) -> None:
    answer = json.loads(run("propose", *planned, "--no-plan-b", "--json").stdout)

    assert {asked["plan_b"] for asked in answer["proposals"]} == {None}


@pytest.mark.parametrize(
    ("lang", "asks", "declined"),
    [
        ("en", "- Propose: ", "- If declined: "),
        ("de", "- Vorschlagen: ", "- Bei einer Absage: "),
        ("zh", "- 建议时间：", "- 若被谢绝："),
    ],
)
def test_in_words(run: Run, planned: Planned, lang: str, asks: str, declined: str) -> None:
    lines = run("propose", *planned, "port-talk", "--lang", lang).stdout.splitlines()

    assert lines[1].startswith(asks)
    assert lines[-1].startswith(declined)


def test_an_unknown_item_names_the_nearest(run: Run, planned: Planned) -> None:
    result = run("propose", *planned, "port-tlak")

    assert result.exit_code == 2
    assert "No item of sample-trip is called 'port-tlak'" in result.stderr
    assert "port-talk" in result.stderr
