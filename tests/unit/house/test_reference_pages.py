"""Pages of the reference that are written by hand say what the code says."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from geleit.cli.plan_report import PlanReport
from geleit.documents.words.terms import Phrase, Term, term
from geleit.domain.items import RuleKind
from geleit.domain.kinds import DayPart, HostKind, ItemKind, LegMode, Meal, Role
from geleit.domain.status import (
    PROBABILITY_PERCENT,
    NameListStatus,
    Publication,
    PublicStatus,
    RequestStatus,
    StationStatus,
)
from geleit.domain.text import LANGUAGES
from geleit.planner.portfolio import PortfolioAnswer
from geleit.planner.result import TimedOut
from geleit.services.plan_trip import Effort
from tests.factories import make_trip

DOCS = Path(__file__).parents[3] / "docs"


def rows_under(page: Path, heading: str) -> list[list[str]]:
    """Return the cells of the tables between a heading and the next, without the first two rows of each."""
    text = page.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    tables = re.findall(r"^\|.*\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for table in tables
        for line in table.splitlines()
    ]


def test_every_key_that_plan_prints_is_described() -> None:
    answer = PortfolioAnswer(result=TimedOut(best=None, missing=(), seconds=1.0), seed=0)
    report = PlanReport(
        trip=make_trip(), answer=answer, effort=Effort(), lang="en", began_s=0.0, was_interrupted=False
    )

    described = [
        key
        for row in rows_under(DOCS / "reference" / "files.md", "What plan prints")
        for key in re.findall(r"`(\w+)`", row[0])
    ]

    assert sorted(described) == sorted(report.record())


GLOSSARY = DOCS / "glossary.md"
TERMS: Mapping[str, tuple[Term | Phrase, ...]] = {
    "Host request": tuple(RequestStatus),
    "What an outside reader is told": tuple(PublicStatus),
    "Publication": tuple(Publication),
    "Station": tuple(StationStatus),
    "Kinds of items": tuple(ItemKind),
    "Kinds of hosts": tuple(HostKind),
    "Roles": tuple(Role),
    "Day parts": tuple(DayPart),
    "Meals": tuple(Meal),
    "Legs": tuple(LegMode),
}


@pytest.mark.parametrize("heading", TERMS)
def test_the_glossary_has_every_status_and_kind_in_the_words_of_the_pages(heading: str) -> None:
    written = [row[:4] for row in rows_under(GLOSSARY, heading)]

    assert written == [[f"`{one.value}`", *(term(one, lang) for lang in LANGUAGES)] for one in TERMS[heading]]


def test_the_glossary_says_how_likely_each_status_is() -> None:
    told = {row[0].strip("`"): row[4] for row in rows_under(GLOSSARY, "Host request")}

    assert {status: "leaves it out" not in words for status, words in told.items()} == {
        status.value: status.may_be_placed for status in RequestStatus
    }
    assert [int(percent) for words in told.values() for percent in re.findall(r"(\d+) %", words)] == [
        PROBABILITY_PERCENT[status] for status in RequestStatus if status.may_be_placed
    ]


def test_the_glossary_says_which_kinds_keep_office_hours_and_which_roles_are_weighed() -> None:
    kinds = {row[0].strip("`"): row[4].startswith("yes") for row in rows_under(GLOSSARY, "Kinds of items")}
    roles = {row[0].strip("`"): row[4].startswith("yes") for row in rows_under(GLOSSARY, "Roles")}

    assert kinds == {kind.value: kind.keeps_office_hours for kind in ItemKind}
    assert roles == {role.value: role.benefits for role in Role}


def test_the_glossary_has_every_status_of_a_name_list_and_kind_of_rule() -> None:
    assert [row[0] for row in rows_under(GLOSSARY, "Name list")] == [
        f"`{one.value}`" for one in NameListStatus
    ]
    assert [row[0] for row in rows_under(GLOSSARY, "Rules between items")] == [
        f"`{one.value}`" for one in RuleKind
    ]
