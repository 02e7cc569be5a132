"""Every fault that a page can show has its words in German and English, with the same values."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from geleit.domain.applications.status import ApplicationStatus
from geleit.services.fault_words import FAULT_WORDS, words_of
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import overtaken

SOURCE = Path(__file__).parents[3] / "src" / "geleit"
FAMILY = {
    "FaultError",
    "NotFoundError",
    "OvertakenError",
    "AlreadyMemberError",
    "LastOwnerError",
    "WrongFieldError",
}
COMMANDS_ONLY = {
    "backup", "crew", "exchange_workbook", "explain_programme", "export_trip", "faults", "files", "make_demo",
    "plan_file", "ports", "prepare_demo", "prepare_store", "propose_times", "repair_programme", "site_pages",
    "start_trip",
}  # fmt: skip # some lines of one kind
"""Modules whose faults stand in a terminal, which speaks English."""
PLACE = re.compile(r"\{(\w+)")


def calls(kind: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield calls that make a fault: ``FaultError(...)`` or ``FaultError.of(...)``."""
    for path in sorted([*(SOURCE / "services").rglob("*.py"), *(SOURCE / "web").rglob("*.py")]):
        if path.stem in COMMANDS_ONLY:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            made = node.func
            is_bare = isinstance(made, ast.Name) and made.id in FAMILY
            is_coded = isinstance(made, ast.Attribute) and _is_coded(node, made)
            if is_coded if kind == "coded" else is_bare:
                yield f"{path.name}:{node.lineno}", node


def _is_coded(call: ast.Call, made: ast.Attribute) -> bool:
    owner = made.value.id if isinstance(made.value, ast.Name) else ""
    code = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
    return isinstance(code, str) and (made.attr == "coded" or (made.attr == "of" and owner in FAMILY))


def test_no_fault_of_a_page_is_said_in_english_alone() -> None:
    assert [place for place, _ in calls("bare")] == []


def test_every_fault_gives_the_values_that_its_words_want() -> None:
    wrong = []
    for place, call in calls("coded"):
        code = str(getattr(call.args[0], "value", ""))
        given = {keyword.arg for keyword in call.keywords}
        wanted = {
            name for words in FAULT_WORDS.get(code, ()) for part in words for name in PLACE.findall(part)
        }
        if code not in FAULT_WORDS or wanted - given:
            wrong.append((place, code, wanted - given))

    assert wrong == []


def test_every_code_is_used() -> None:
    used = {str(getattr(call.args[0], "value", "")) for _, call in calls("coded")}

    assert sorted(code for code in set(FAULT_WORDS) - used if not code.startswith("overtaken_")) == []


@pytest.mark.parametrize("code", FAULT_WORDS)
def test_the_words_are_whole(code: str) -> None:
    german, english = FAULT_WORDS[code]

    assert german[0]
    assert english[0]
    assert german[0] != english[0]
    assert all(
        not part.endswith((".", " ")) and "!" not in part.replace("!r}", "}") for part in german + english
    )


def test_a_fault_is_told_in_the_readers_language() -> None:
    error = NotFoundError.of("trip_unknown", trip="usa-2026", near="usa-2025")

    assert str(error) == "There is no trip 'usa-2026' in the store. Did you mean 'usa-2025'?"
    assert str(error.told("de")) == "Eine Reise „usa-2026“ gibt es nicht. Meinten Sie „usa-2025“?"


def test_a_part_without_its_value_is_left_out() -> None:
    assert (
        str(NotFoundError.of("trip_unknown", trip="x", near="").told("de")) == "Eine Reise „x“ gibt es nicht."
    )


def test_values_are_written_in_the_readers_language() -> None:
    values = {"reference": "AB", "status": ApplicationStatus.WAITING}
    closes = {"closes": date(2025, 5, 21)}
    size = {"name": "a.pdf", "size": 12.34, "most": 10}

    assert (
        words_of("application_submitted", values, "de").happened
        == "Die Bewerbung AB hat den Stand „Warteliste“"
    )
    assert (
        words_of("applications_closed", closes, "de").happened
        == "Bewerbungen wurden bis 21. Mai 2025 angenommen"
    )
    assert words_of("paper_too_large", size, "de").happened.startswith("„a.pdf“ hat 12,3 MB")
    assert words_of("part_unknown", {"key": "x", "part": "items"}, "de").happened == (
        "„x“ gibt es in dieser Reise nicht (Programmpunkte)"
    )


def test_who_comes_second_is_told_what_was_changed() -> None:
    assert overtaken("draft", 7).told("de").happened == "Jemand anders hat inzwischen den Entwurf 7 geändert"
    assert overtaken("beta").told("de").happened == "Jemand anders hat inzwischen den Eintrag „beta“ geändert"


def test_a_fault_of_commands_keeps_its_own_words() -> None:
    error = FaultError("Port 80 is in use", advice="choose another")

    assert str(error.told("de")) == "Port 80 is in use. Choose another."
