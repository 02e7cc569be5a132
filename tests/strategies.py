"""Random trips for property tests; a seed says all about one, so that a failure can be told in a word."""

from random import Random

from hypothesis import strategies as st

from geleit.domain.trip import Trip
from tests.feasible import Case, feasible_case
from tests.hostile import hostile_trip

SEEDS = st.integers(min_value=0, max_value=10**6)


def feasible_cases(people_max: int = 12) -> st.SearchStrategy[Case]:
    """Return trips that certainly have a programme, each with one."""
    return SEEDS.map(lambda seed: feasible_case(Random(seed), people_max=people_max))


def hostile_trips() -> st.SearchStrategy[Trip]:
    """Return trips that make little sense and have no error that the validation of trips finds."""
    return SEEDS.map(lambda seed: hostile_trip(Random(seed)))
