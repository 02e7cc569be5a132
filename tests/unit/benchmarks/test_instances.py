"""The instances of the benchmarks: the same for a seed, possible in each part, feasible as a whole."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.demands import Shape
from benchmarks.instances import SHAPES, Size, make_trip, usual_size
from geleit.domain.items import Item, PinKind
from geleit.domain.kinds import Role
from geleit.domain.people import Presence
from geleit.domain.trip import Trip
from geleit.domain.validation import trip_problems
from geleit.planner.check import check_programme
from geleit.planner.problem import wanted_items
from geleit.planner.result import Solved
from geleit.planner.solve import Options, solve
from geleit.tripfile import load_trip
from geleit.tripfile.dump import dump_trip


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
        rules=tuple(rule for rule in trip.rules if kept.issuperset(rule.items)),
        pins=tuple(pin for pin in trip.pins if pin.item in kept),
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
def test_what_must_be_placed_is_a_valid_programme(size: Size, seed: int) -> None:
    trip = make_trip(size, seed)
    wanted = wanted_items(trip)
    musts = only(trip, tuple(item for item in trip.items if item.id in wanted))

    result = solve(musts, Options(rounds=1, prove=False))

    assert isinstance(result, Solved)
    assert check_programme(musts, result.programme) == ()
    assert {session.item for session in result.programme.sessions} == wanted


@settings(max_examples=25)
@given(sizes(), st.integers(0, 1000), st.integers(0, 1000))
def test_every_visit_is_possible_by_itself(size: Size, seed: int, number: int) -> None:
    trip = make_trip(size, seed)
    dropped = {pin.item for pin in trip.pins if pin.kind is PinKind.DROPPED}
    possible = [i for i in trip.items if i.request.status.may_be_placed and i.id not in dropped]
    item = possible[number % len(possible)]
    alone = only(trip, (replace(item, must=True),))

    result = solve(alone, Options(rounds=1, prove=False))

    assert isinstance(result, Solved)
    assert check_programme(alone, result.programme) == ()


@pytest.mark.parametrize("shape", SHAPES)
def test_all_rules_are_on(shape: Shape) -> None:
    trip = make_trip(usual_size(120, shape), seed=1)

    assert {pin.kind for seed in range(4) for pin in make_trip(usual_size(240, shape), seed).pins} == set(
        PinKind
    )
    assert any(item.firm_slots for item in trip.items)
    assert any(item.languages == {"es"} for item in trip.items)
    assert any(person.role is Role.INTERPRETER for person in trip.delegates)
    assert any(person.languages == {"de"} for person in trip.delegates)
    assert any(person.presence != Presence() for person in trip.delegates)
    assert any(item.sessions_max > 1 for item in trip.items)
    assert any(item.needs_head for item in trip.items)
    assert any(item.meal for item in trip.items)
    assert any(not item.request.status.may_be_placed for item in make_trip(usual_size(480, shape), 1).items)
    assert trip.rules != ()


def test_a_trip_file_gives_the_same_trip(tmp_path: Path) -> None:
    trip, file = make_trip(usual_size(60), seed=3), tmp_path / "trip.yaml"

    file.write_text(dump_trip(trip), "utf-8")

    assert load_trip(file) == trip


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
