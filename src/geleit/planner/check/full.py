"""The whole check of a programme."""

from collections.abc import Iterable, Iterator

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check import (
    form,
    h01_windows,
    h02_stations,
    h03_places,
    h04_hosts,
    h05_groups,
    h05_movement,
    h06_required,
    h07_pins,
    h08_rules,
    h09_frame,
    h09_legs,
    h09_meals,
    h10_closed_days,
    h11_name_lists,
    h12_status,
    worth,
)
from geleit.planner.check.context import Context
from geleit.planner.check.itinerary import Itinerary, itineraries
from geleit.planner.check.records import merged
from geleit.planner.value import Ruler


def check_programme(trip: Trip, programme: Programme, *, ruler: Ruler | None = None) -> tuple[Violation, ...]:
    """Return everything that is wrong with a programme, by rule and time; empty when it is valid.

    Parameters
    ----------
    trip
        Validated: every id in it exists.
    programme
        Anything at all. Its ``trip_digest`` is not compared; its ``value`` is, where it states one and has no
        unknown id.
    ruler
        The trip's ruler of value, for callers who check many programmes of one trip; else it is made anew.
    """
    if naive := tuple(form.naive_times(programme)):
        return naive
    context = Context(trip, programme)
    ways = itineraries(context).values()
    of_people = (violation for _, found in faults_of_people(context, ways) for violation in found)
    return merged([*faults_of_programme(context, ruler), *of_people])


def faults_of_programme(context: Context, ruler: Ruler | None) -> list[Violation]:
    """Return what is wrong with sessions, transfers, groups, meals, legs, and the value."""
    in_form = tuple(form.check(context))
    found = [
        *in_form,
        *h01_windows.check(context),
        *h02_stations.check(context),
        *h03_places.check(context),
        *h04_hosts.check(context),
        *h05_groups.check(context),
        *h05_movement.check(context),
        *h06_required.check(context),
        *h07_pins.check(context),
        *h08_rules.check(context),
        *h09_frame.check(context),
        *h09_legs.check(context),
        *h09_meals.check(context),
        *h10_closed_days.check(context),
        *h11_name_lists.check(context),
        *h12_status.check(context),
    ]
    if all(violation.code is not ViolationCode.UNKNOWN_ID for violation in in_form):
        found += worth.check(context, ruler)
    return found


def faults_of_people(
    context: Context, ways: Iterable[Itinerary]
) -> Iterator[tuple[str, tuple[Violation, ...]]]:
    """Yield each person and what is wrong on that person's way."""
    rooms = h09_meals.rooms_for_meals(context)
    for way in ways:
        found = (
            *h02_stations.check_way(context, way),
            *h03_places.check_way(context, way),
            *h05_movement.check_way(context, way),
            *h09_frame.check_way(context, way),
            *h09_meals.check_way(context, way, rooms),
        )
        yield way.person, found
