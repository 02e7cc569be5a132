"""The checker: what a valid programme is, in code, written without the solver and independent of it.

One module per rule, named by its number; each says in its first lines how it reads the rule. ``form`` and
``worth`` hold what a programme must be to be read at all and what it says of its own value (H0).
``itinerary`` follows each person through the trip. Whether the trip itself makes sense is not asked here: a
trip that went through ``domain.validation`` has no dangling id.
"""

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
from geleit.planner.check.itinerary import itineraries
from geleit.planner.check.records import merged
from geleit.planner.value import Ruler

__all__ = ["check_programme"]


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
    ways = tuple(itineraries(context).values())
    in_form = tuple(form.check(context))
    found = [
        *in_form,
        *h01_windows.check(context),
        *h02_stations.check(context, ways),
        *h03_places.check(context, ways),
        *h04_hosts.check(context),
        *h05_groups.check(context),
        *h05_movement.check(context, ways),
        *h06_required.check(context),
        *h07_pins.check(context),
        *h08_rules.check(context),
        *h09_frame.check(context, ways),
        *h09_legs.check(context),
        *h09_meals.check(context, ways),
        *h10_closed_days.check(context),
        *h11_name_lists.check(context),
        *h12_status.check(context),
    ]
    if all(violation.code is not ViolationCode.UNKNOWN_ID for violation in in_form):
        found += worth.check(context, ruler)
    return merged(found)
