"""Every fact of the announcements is on the page, in every language, and each appointment in the programme."""

import html
import re
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from geleit.documents.html import render_html
from geleit.documents.view import Audience
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.result import Solved
from geleit.planner.solve import Options, solve
from geleit.tripfile import load_trip
from tests.facts import CHINA_FACTS, USA_FACTS, Fact

TRIPS = Path(__file__).parents[2] / "trips"
FACTS = (*USA_FACTS, *CHINA_FACTS)
SHOWN = [(fact, lang) for fact in FACTS for lang in get_args(Language) if fact.shown.get(lang)]


@cache
def planned(name: str) -> tuple[Trip, Programme]:
    trip = load_trip(TRIPS / name)
    result = solve(trip, Options(rounds=60, prove=False))
    assert isinstance(result, Solved)
    return trip, result.programme


@cache
def page(name: str, lang: Language) -> str:
    trip, programme = planned(name)
    text = re.sub(
        r"<(style|script)\b.*?</\1>", " ", render_html(trip, programme, lang, Audience.PUBLIC), flags=re.S
    )
    bare = html.unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r"[\s\u00ad°]+", " ", bare).casefold()


@pytest.mark.parametrize(("fact", "lang"), SHOWN, ids=lambda value: getattr(value, "text", value))
def test_a_fact_is_on_the_public_page(fact: Fact, lang: Language) -> None:
    missing = [words for words in fact.shown[lang] if words.casefold() not in page(fact.trip, lang)]
    assert missing == []


@pytest.mark.parametrize(
    "fact", [fact for fact in FACTS if fact.appointment], ids=lambda fact: f"{fact.trip} {fact.appointment}"
)
def test_an_announced_appointment_is_in_the_programme(fact: Fact) -> None:
    _, programme = planned(fact.trip)
    assert programme.sessions_of.get(fact.appointment, ()) != ()


@pytest.mark.parametrize("name", sorted({fact.trip for fact in FACTS}))
def test_the_programme_of_an_announced_trip_is_valid(name: str) -> None:
    trip, programme = planned(name)
    assert check_programme(trip, programme) == ()
