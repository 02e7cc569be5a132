"""The instances of the benchmarks: the same for a seed, possible in each part, feasible as a whole."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.instances import SHAPES, Shape, Size, make_trip, usual_size
from geleit.domain.items import Item
from geleit.domain.kinds import Attendance
from geleit.domain.trip import Trip
from geleit.domain.validation import trip_problems
from geleit.planner.check import check_programme
from geleit.planner.result import Solved
from geleit.planner.solve import Options, solve


@st.composite
def sizes(draw: st.DrawFn) -> Size:
    """Draw sizes of every kind, also odd ones."""
    stations = draw(st.integers(1, 5))
    return Size(
        items=draw(st.integers(1, 80)),
        groups=draw(st.integers(1, 6)),
        delegates=draw(st.integers(2, 60)),
        days=draw(st.integers(stations + 1, stations + 12)),
        stations=stations,
        shape=draw(st.sampled_from(SHAPES)),
    )


def only(trip: Trip, items: tuple[Item, ...]) -> Trip:
    """Return the trip with these items, and wishes for them alone."""
    kept = {item.id for item in items}
    return replace(
        trip,
        items=items,
        delegates=tuple(
            replace(each, wishes=tuple(wish for wish in each.wishes if wish.item in kept))
            for each in trip.delegates
        ),
    )


@given(sizes(), st.integers(0, 1000))
def test_validation_finds_nothing(size: Size, seed: int) -> None:
    trip = make_trip(size, seed)

    assert trip_problems(trip) == ()
    assert len(trip.items) == size.items
    assert (len(trip.delegates), make_trip(size, seed)) == (size.delegates, trip)


@settings(max_examples=25)
@given(sizes(), st.integers(0, 1000))
def test_plenaries_alone_are_a_valid_programme(size: Size, seed: int) -> None:
    trip = make_trip(size, seed)
    plenaries = only(trip, tuple(item for item in trip.items if item.attendance is Attendance.ALL))

    result = solve(plenaries, Options(rounds=1, prove=False))

    assert isinstance(result, Solved)
    assert check_programme(plenaries, result.programme) == ()
    assert {session.item for session in result.programme.sessions} == {item.id for item in plenaries.items}


@settings(max_examples=25)
@given(sizes(), st.integers(0, 1000), st.integers(0, 1000))
def test_every_visit_is_possible_by_itself(size: Size, seed: int, number: int) -> None:
    trip = make_trip(size, seed)
    item = trip.items[number % len(trip.items)]
    alone = only(trip, (replace(item, must=True),))

    result = solve(alone, Options(rounds=1, prove=False))

    assert isinstance(result, Solved)
    assert check_programme(alone, result.programme) == ()


@pytest.mark.slow
@pytest.mark.parametrize(("items", "shape"), [*((30, shape) for shape in SHAPES), (120, "scarce")])
def test_usual_sizes_are_solved(items: int, shape: Shape) -> None:
    trip = make_trip(usual_size(items, shape), seed=1)

    result = solve(trip, Options(rounds=1, prove=False))

    assert isinstance(result, Solved)
    assert check_programme(trip, result.programme) == ()


def test_seeds_differ() -> None:
    assert make_trip(Size(), 1) != make_trip(Size(), 2)


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (Size(days=3, stations=3), "3 days have 2 nights, too few for 3 stations"),
        (Size(delegates=1), "1 delegates are too few"),
    ],
)
def test_impossible_sizes_are_refused(size: Size, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        make_trip(size, 1)
