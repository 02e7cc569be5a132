"""The validation looks at any trip whatsoever without stumbling, and says what it finds in both languages."""

from hypothesis import HealthCheck, given, settings

from geleit.domain.trip import Trip
from geleit.domain.validation import fix_of, message_of, trip_problems
from tests.unit.tripfile.trip_strategies import trips


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(trips())
def test_any_trip_is_looked_at(trip: Trip) -> None:
    for problem in trip_problems(trip):
        assert problem.path
        assert message_of(problem, "en")
        assert message_of(problem, "de")
        assert isinstance(fix_of(problem, "en"), str)
