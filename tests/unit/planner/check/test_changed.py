"""The check of a changed programme says what the whole check says, whatever was changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geleit.domain.items import Pin, PinKind
from geleit.domain.people import Presence
from geleit.domain.places import TravelMode
from geleit.domain.programme import Programme
from geleit.planner.check import check_changed, check_programme, keep_check
from tests.factories import EVERYONE, change_delegate, instant, make_programme, make_trip

TRIP = change_delegate(make_trip(), "bert", presence=Presence(joins=instant("2025-05-19 12:00")))
PLAN = make_programme()
NUMBERS = st.integers(0, 40)
MINUTES = st.integers(-600, 600)
PEOPLE = st.lists(st.sampled_from((*EVERYONE, "nobody")), max_size=7).map(tuple)
Edit = Callable[[Programme], Programme]


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """Return a change of any part of a programme."""
    number, minutes, people = draw(NUMBERS), timedelta(minutes=draw(MINUTES)), draw(PEOPLE)
    kind = draw(
        st.sampled_from(
            ("session moved", "session people", "session gone", "session twice", "ride moved", "ride people",
             "ride gone", "ride walked", "meal moved", "meal people", "meal gone", "group people", "leg moved")
        )
    )  # fmt: skip # a list of words

    def edit(programme: Programme) -> Programme:
        name, what = kind.split(" ")
        field = {
            "session": "sessions",
            "ride": "transfers",
            "meal": "meals",
            "group": "groups",
            "leg": "legs",
        }[name]
        parts = list(getattr(programme, field))
        if not parts:
            return programme
        place = number % len(parts)
        part = parts[place]
        times = ("depart", "arrive") if name in ("ride", "leg") else ("start", "end")
        whom = {"session": "attendees", "ride": "people", "meal": "people", "group": "members"}
        if what == "gone":
            del parts[place]
        elif what == "twice":
            parts.append(part)
        elif what == "walked":
            parts[place] = replace(part, mode=TravelMode.WALK)
        elif what == "people":
            parts[place] = replace(part, **{whom[name]: people})
        else:
            parts[place] = replace(part, **{time: getattr(part, time) + minutes for time in times})
        changed: dict[str, Any] = {field: tuple(parts)}
        return replace(programme, **changed)

    return edit


@settings(max_examples=150, deadline=None)
@given(before=st.lists(edits(), max_size=2), after=st.lists(edits(), max_size=3), is_pinned=st.booleans())
def test_a_changed_programme_is_checked_as_a_whole_one_is(
    *, before: list[Edit], after: list[Edit], is_pinned: bool
) -> None:
    base = PLAN
    for edit in before:
        base = edit(base)
    changed = base
    for edit in after:
        changed = edit(changed)
    pins = (Pin(kind=PinKind.TIME, item="acme", start=instant("2025-05-19 14:00")),) if is_pinned else ()

    found = check_changed(keep_check(TRIP, base), changed, pins=pins)

    assert found == check_programme(replace(TRIP, pins=pins), changed)


def test_what_was_checked_is_what_the_whole_check_says() -> None:
    kept = keep_check(TRIP, PLAN)

    assert kept.found == check_programme(TRIP, PLAN)
    assert check_changed(kept, PLAN) == kept.found


@pytest.mark.parametrize("is_first", [True, False])
def test_times_without_a_zone_are_told_before_and_after(*, is_first: bool) -> None:
    first = PLAN.sessions[0]
    naive = replace(
        PLAN, sessions=(replace(first, start=first.start.replace(tzinfo=None)), *PLAN.sessions[1:])
    )
    base, changed = (naive, PLAN) if is_first else (PLAN, naive)

    assert check_changed(keep_check(TRIP, base), changed) == check_programme(TRIP, changed)
