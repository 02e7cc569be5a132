"""The draws of all runs, made beforehand and in the programme's own order: the same part meets the same chance."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.stress.assumptions import Assumptions

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Chance:
    """What chance does in each run.

    Parameters
    ----------
    happens
        By item: whether its host does not decline.
    overruns
        By number of the session: overrun in minutes.
    rides
        By number of the transfer: minutes of the ride.
    delays
        By number of the leg: delay in minutes.
    """

    happens: dict[str, BoolArray]
    overruns: list[FloatArray]
    rides: list[FloatArray]
    delays: list[FloatArray]


def draw(trip: Trip, programme: Programme, assumptions: Assumptions, runs: int, seed: int) -> Chance:
    """Return the draws; each kind has a stream of its own, so that one kind's assumptions do not move another's."""
    items, sessions, rides, days, legs = (
        np.random.default_rng(each) for each in np.random.SeedSequence(seed).spawn(5)
    )
    return Chance(
        happens={item.id: items.random(runs) < item.probability_percent / 100 for item in trip.items},
        overruns=_overruns(trip, programme, assumptions, runs, sessions),
        rides=_rides(programme, assumptions, runs, rides, days),
        delays=_delays(trip, programme, assumptions, runs, legs),
    )


def _overruns(
    trip: Trip, programme: Programme, assumptions: Assumptions, runs: int, rng: np.random.Generator
) -> list[FloatArray]:
    found = []
    for session in programme.sessions:
        chance = rng.exponential(1.0, runs)
        item = trip.item_by_id.get(session.item)
        share = assumptions.overrun_share.get(item.kind, 0.0) if item else 0.0
        planned_min = (session.end - session.start).total_seconds() / 60
        found.append(planned_min * np.minimum(share * chance, assumptions.longest_overrun_share))
    return found


def _rides(
    programme: Programme,
    assumptions: Assumptions,
    runs: int,
    rng: np.random.Generator,
    day_rng: np.random.Generator,
) -> list[FloatArray]:
    """Return the minutes of each ride: what a day has in common and what is a ride's own, multiplied."""
    days = sorted({ride.day for ride in programme.transfers})
    common = {day: day_rng.standard_normal(runs) for day in days}
    shared, own = assumptions.day_correlation**0.5, (1 - assumptions.day_correlation) ** 0.5
    found = []
    for ride in programme.transfers:
        chance = shared * common[ride.day] + own * rng.standard_normal(runs)
        found.append(ride.travel_min * np.exp(assumptions.ride_spread.get(ride.mode, 0.0) * chance))
    return found


def _delays(
    trip: Trip, programme: Programme, assumptions: Assumptions, runs: int, rng: np.random.Generator
) -> list[FloatArray]:
    found = []
    for planned in programme.legs:
        chance = rng.standard_normal(runs)
        leg = trip.leg_by_id.get(planned.leg)
        spread = assumptions.leg_spread.get(leg.mode, 0.0) if leg else 0.0
        minutes = (planned.arrive - planned.depart).total_seconds() / 60
        found.append(minutes * np.maximum(np.exp(spread * chance) - 1, 0.0))
    return found
