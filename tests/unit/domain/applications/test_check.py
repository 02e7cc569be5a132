"""What is wrong with an application, with place, value and likely fix."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.applications.application import Applicant, Application, Project
from geleit.domain.applications.check import LINE_MAX, TEXT_MAX, check_draft, check_submission
from geleit.domain.applications.company import OrganisationKind
from geleit.domain.applications.de_minimis import DeMinimisAid, DeMinimisDeclaration
from geleit.domain.applications.problem import ApplicationProblemCode as Code
from geleit.domain.applications.words import PROBLEM_WORDS, sentence_of
from geleit.domain.people import Wish
from geleit.domain.text import LANGUAGES
from tests.applications import TERMS, apply_trip, make_application, with_company

TODAY = date(2025, 3, 3)
TRIP = apply_trip()


def codes(application: Application, **terms: Any) -> list[tuple[Code, tuple[str | int, ...]]]:
    found = check_submission(application, TRIP, replace(TERMS, **terms), today=TODAY)
    return [(problem.code, problem.path) for problem in found]


def test_a_good_application_has_nothing_wrong() -> None:
    assert codes(make_application(people=2)) == []


def test_an_empty_draft_may_be_kept_but_not_submitted() -> None:
    empty = Application()

    assert check_draft(empty, TRIP, TERMS) == ()
    assert codes(empty) == [
        (Code.MISSING, ("company", "name")),
        (Code.MISSING, ("company", "town")),
        (Code.MISSING, ("contact", "name")),
        (Code.MISSING, ("contact", "email")),
        (Code.MISSING, ("people",)),
        (Code.MISSING, ("aim",)),
        (Code.MISSING, ("company", "region")),
        (Code.NOT_ACCEPTED, ("accepts_terms",)),
        (Code.MISSING, ("company", "employees")),
        (Code.NO_FIGURES, ("company", "turnover_eur")),
        (Code.NO_SECTOR, ("company", "sectors")),
        (Code.NOT_DECLARED, ("de_minimis", "is_confirmed")),
    ]


def test_people_need_a_name_and_a_function() -> None:
    application = make_application(people=1, projects=(Project(text="no title"),))

    assert codes(replace(application, people=(Applicant(name=" "),))) == [
        (Code.MISSING, ("people", 0, "name")),
        (Code.MISSING, ("people", 0, "function")),
        (Code.MISSING, ("projects", 0, "title")),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("anna@muster", ""),
        ("anna muster@muster.example", "annamuster@muster.example"),
        ("<a@b.example>", "a@b.example"),
    ],
)
def test_a_mail_address_that_is_none_gets_the_likely_one(written: str, meant: str) -> None:
    application = make_application()
    wrong = replace(application, contact=replace(application.contact, email=written))

    problem = check_draft(wrong, TRIP, TERMS)[0]

    assert (problem.code, problem.value, problem.suggestion) == (Code.NO_EMAIL, written, meant)


def test_what_the_trip_does_not_offer_is_named_with_the_nearest() -> None:
    application = make_application(wishes=(Wish(item="acmee"), Wish(item="beta"), Wish(item="beta")))
    wrong = with_company(application, region="osten", sectors=frozenset({"nothing"}))

    found = check_draft(wrong, TRIP, TERMS)

    assert [(p.code, p.path, p.value, p.suggestion) for p in found] == [
        (Code.UNKNOWN, ("wishes", 0, "item"), "acmee", "acme"),
        (Code.TWICE, ("wishes",), "beta", ""),
        (Code.UNKNOWN, ("company", "sectors"), "nothing", ""),
        (Code.UNKNOWN, ("company", "region"), "osten", "ost"),
    ]


def test_too_many_and_too_long() -> None:
    application = make_application(people=3, aim="x" * (TEXT_MAX + 1))
    wrong = with_company(application, name="y" * (LINE_MAX + 1), employees=-1, turnover_eur=10**14)

    assert [(p.code, p.path, p.wanted, p.available) for p in check_draft(wrong, TRIP, TERMS)] == [
        (Code.TOO_LONG, ("company", "name"), LINE_MAX + 1, LINE_MAX),
        (Code.TOO_LONG, ("aim",), TEXT_MAX + 1, TEXT_MAX),
        (Code.OUT_OF_RANGE, ("company", "employees"), 5_000_000, 0),
        (Code.OUT_OF_RANGE, ("company", "turnover_eur"), 10**13, 0),
        (Code.TOO_MANY, ("people",), 3, 2),
    ]


@pytest.mark.parametrize("bad", ["\0", "\ud800", "\x1b[2J", "\x85"])
def test_characters_nobody_types_are_refused(bad: str) -> None:
    application = with_company(make_application(), name=f"Muster{bad}")

    assert [p.code for p in check_draft(application, TRIP, TERMS)] == [Code.UNREADABLE]


def test_a_line_has_no_breaks_and_a_text_may() -> None:
    application = with_company(make_application(aim="one\ntwo"), name="one\ntwo")

    assert [(p.code, p.path) for p in check_draft(application, TRIP, TERMS)] == [
        (Code.UNREADABLE, ("company", "name"))
    ]


def test_aid_beyond_the_ceiling_is_a_warning_and_aid_to_come_an_error() -> None:
    aids = (
        DeMinimisAid(granted_on=date(2024, 5, 1), amount_eur=299_000),
        DeMinimisAid(granted_on=date(2025, 3, 4), amount_eur=1),
    )
    application = make_application(people=2, de_minimis=DeMinimisDeclaration(is_confirmed=True, aids=aids))

    found = check_submission(application, TRIP, replace(TERMS, aid_eur=1500), today=TODAY)

    assert [(p.code, p.is_warning, p.wanted, p.available) for p in found] == [
        (Code.AID_IN_FUTURE, False, None, None),
        (Code.OVER_CEILING, True, 3000, 1000),
    ]


def test_a_university_declares_no_figures_and_no_aid() -> None:
    application = make_application(de_minimis=DeMinimisDeclaration())

    assert (
        codes(with_company(application, kind=OrganisationKind.SCIENCE, employees=None, turnover_eur=None))
        == []
    )


@given(st.text(max_size=40), st.text(max_size=40), st.integers(), st.text(max_size=10))
def test_whatever_is_typed_gets_an_answer(name: str, email: str, employees: int, item: str) -> None:
    application = make_application(wishes=(Wish(item=item),))
    wrong = with_company(application, name=name, employees=employees)
    wrong = replace(wrong, contact=replace(wrong.contact, email=email))

    for problem in check_submission(wrong, TRIP, TERMS, today=TODAY):
        assert all(sentence_of(problem, lang) for lang in LANGUAGES)


def test_every_problem_has_words_in_every_language() -> None:
    assert set(PROBLEM_WORDS) == set(Code)
    assert all(set(wordings) == set(LANGUAGES) for wordings in PROBLEM_WORDS.values())
