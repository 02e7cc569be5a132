"""The peers: what their models hold to be a programme is one, and worth what they say."""

import pytest

from benchmarks.demands import Shape
from benchmarks.instances import make_trip, usual_size
from benchmarks.solvers import SOLVERS
from geleit.planner.check import check_programme
from geleit.planner.value import evaluate, ruler_for

pytest.importorskip("ortools", reason="the peers need the extra 'bench'")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["patterns", "circuits"])
@pytest.mark.parametrize("shape", ["compact", "fixed"])
def test_a_peers_programme_is_valid_and_worth_what_it_says(name: str, shape: Shape) -> None:
    trip = make_trip(usual_size(12, shape), seed=2)

    outcome = SOLVERS[name](trip, 1, 4.0)

    assert outcome.programme is not None
    assert "taken out" not in outcome.note
    assert check_programme(trip, outcome.programme) == ()
    end = outcome.curve[-1]
    assert end.objective == evaluate(trip, outcome.programme, ruler_for(trip)).objective
    assert max(point.objective for point in outcome.curve) == end.objective
    assert end.bound is None or end.bound >= end.objective
