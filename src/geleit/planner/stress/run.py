"""A stress test: simulate, and sum up what happened."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np

from geleit.domain.items import Item
from geleit.domain.programme import MealBreak, PlannedLeg, Programme, Session, Transfer
from geleit.domain.stress import DelegateSpread, SessionRisk, Spread, StressReport, TransferRisk
from geleit.domain.trip import Trip
from geleit.planner.stress.assumptions import USUAL, Assumptions
from geleit.planner.stress.chance import FloatArray
from geleit.planner.stress.simulate import SessionRuns, Simulation, points_by_person, simulate
from geleit.planner.stress.timeline import Happening, followers
from geleit.planner.value import Ruler, points, ruler_for

DEFAULT_RUNS = 2000
MOST_RUNS = 50_000
AT_RISK = 0.9
"""A person who is there in fewer of the runs is named."""
LATE_MIN = 10
SHARES_PERCENT = (5, 25, 50, 75, 95)


def stress_test(
    trip: Trip,
    programme: Programme,
    *,
    runs: int = DEFAULT_RUNS,
    seed: int = 0,
    assumptions: Assumptions = USUAL,
) -> StressReport:
    """Return what declines, traffic and overruns do to a programme; the same for the same seed.

    Parameters
    ----------
    runs
        How many times the trip is simulated, 1 to ``MOST_RUNS``.

    Raises
    ------
    ValueError
        When the number of runs is not allowed.
    """
    if not 1 <= runs <= MOST_RUNS:
        raise ValueError(f"{runs} runs are not between 1 and {MOST_RUNS}; {DEFAULT_RUNS} are usual")
    simulation = simulate(trip, programme, assumptions, runs, seed)
    sessions = tuple(_sessions(simulation, assumptions))
    kappa = programme.value.kappa_percent if programme.value else None
    ruler = ruler_for(trip, kappa)
    return _valued(
        trip,
        programme,
        simulation,
        ruler,
        StressReport(
            trip=trip.id,
            runs=runs,
            seed=seed,
            sessions=sessions,
            transfers=tuple(sorted(_transfers(trip, simulation, assumptions), key=_weakness)),
            benefit=_NOTHING,
            planned_benefit=0,
            mean_share=_NOTHING,
            worst_share=_NOTHING,
            delegates=(),
            sessions_late=sum(risk.takes_place * (1 - risk.on_time) for risk in sessions),
        ),
    )


_NOTHING = Spread(mean=0.0, low=0.0, lower=0.0, median=0.0, upper=0.0, high=0.0)


def _weakness(risk: TransferRisk) -> tuple[float, int, datetime, str]:
    return risk.in_time, risk.slack_min, risk.depart, risk.group


# -- sessions -----------------------------------------------------------------------------------------------------


def _sessions(simulation: Simulation, assumptions: Assumptions) -> Iterator[SessionRisk]:
    for happening in simulation.happenings:
        if isinstance(happening.what, Session):
            runs = simulation.sessions[happening.number]
            yield _session(happening, happening.what, runs, assumptions)


def _session(
    happening: Happening, session: Session, runs: SessionRuns, assumptions: Assumptions
) -> SessionRisk:
    """Sum up one session; where it never takes place, the figures are those it would have had."""
    given = runs.happens if runs.happens.any() else np.ones_like(runs.happens)
    late = runs.late[given]
    by_party = [
        (arrival.people, float((arrival.late[given] <= LATE_MIN).mean())) for arrival in runs.arrivals
    ]
    return SessionRisk(
        session=session.id,
        item=session.item,
        day=happening.day,
        start=session.start,
        end=session.end,
        groups=session.groups,
        takes_place=float(runs.happens.mean()),
        on_time=float((late <= assumptions.on_time_min).mean()),
        within_10_min=float((late <= LATE_MIN).mean()),
        late_min=float(late.mean()),
        people=len(happening.people),
        expected_people=sum(len(people) * share for people, share in by_party),
        at_risk=tuple(sorted(one for people, share in by_party if share < AT_RISK for one in people)),
    )


# -- transfers ----------------------------------------------------------------------------------------------------


def _transfers(trip: Trip, simulation: Simulation, assumptions: Assumptions) -> Iterator[TransferRisk]:
    after = followers(simulation.happenings)
    for position, happening in enumerate(simulation.happenings):
        if isinstance(happening.what, Transfer):
            dues = [
                (_due(trip, following, assumptions), following)
                for following in after.get(position, ())
                if following.day == happening.day
            ]
            if dues:
                due, following = min(dues, key=lambda pair: pair[0])
                yield _transfer(happening, happening.what, due, following, simulation)


def _due(trip: Trip, following: Happening, assumptions: Assumptions) -> float:
    """Return when the people of a ride must be there for what follows."""
    match following.what:
        case Session() as session:
            return following.start - trip.item_by_id[session.item].arrive_before_min
        case MealBreak():
            return following.end - assumptions.meal_least_share * (following.end - following.start)
        case _:
            return following.start


def _transfer(
    happening: Happening,
    transfer: Transfer,
    due: float,
    following: Happening,
    simulation: Simulation,
) -> TransferRisk:
    what, runs = following.what, simulation.rides[happening.number]
    matters = np.ones(len(runs.arrives), dtype=np.bool_)
    if isinstance(what, Session):
        matters = simulation.chance.happens[what.item]
    over = runs.arrives - due
    failed = matters & (over > 1.0)
    inherited = failed & (over - (runs.leaves - happening.start) <= 1.0)
    failures = int(failed.sum())
    return TransferRisk(
        day=transfer.day,
        part=transfer.part,
        group=transfer.group,
        origin=transfer.origin,
        destination=transfer.destination,
        depart=transfer.depart,
        due=transfer.depart + timedelta(minutes=due - happening.start),
        session=what.id if isinstance(what, Session) else None,
        leg=what.leg if isinstance(what, PlannedLeg) else None,
        people=len(happening.people),
        slack_min=round(due - happening.start - transfer.travel_min),
        in_time=1 - failures / len(failed),
        inherited=int(inherited.sum()) / failures if failures else 0.0,
        late_min=float(over[failed].mean()) if failures else 0.0,
    )


# -- benefit ------------------------------------------------------------------------------------------------------


def _valued(
    trip: Trip, programme: Programme, simulation: Simulation, ruler: Ruler, report: StressReport
) -> StressReport:
    """Return the report with what the delegates get of it."""
    people = tuple(ruler.alone)
    total = points_by_person(
        simulation, programme, _certain_worth(trip, programme, people), people, report.runs
    )
    alone = np.array([ruler.alone[person] for person in people], dtype=np.float64)
    weighed = alone > 0
    shares = total[weighed] / alone[weighed, None]
    named = [person for person, counts in zip(people, weighed, strict=True) if counts]
    delegates = [
        DelegateSpread(delegate=person, share=_spread(row)) for person, row in zip(named, shares, strict=True)
    ]
    planned = sum(
        points(trip, trip.item_by_id[session.item], trip.delegate_by_id[person])
        for session in programme.sessions
        if session.item in trip.item_by_id
        for person in session.attendees
        if person in ruler.alone
    )
    everyone = np.ones((1, report.runs)) if not len(shares) else shares
    return replace(
        report,
        benefit=_spread(total.sum(axis=0)),
        planned_benefit=planned,
        mean_share=_spread(everyone.mean(axis=0)),
        worst_share=_spread(everyone.min(axis=0)),
        delegates=tuple(sorted(delegates, key=lambda each: (each.share.median, each.delegate))),
    )


def _certain_worth(
    trip: Trip, programme: Programme, people: tuple[str, ...]
) -> Mapping[tuple[str, str], float]:
    """Return what a session of each item is worth to each person when it certainly takes place."""
    placed = {session.item for session in programme.sessions} & trip.item_by_id.keys()
    certain = {item: _certain(trip.item_by_id[item]) for item in placed}
    return {
        (item, person): float(points(trip, certain[item], trip.delegate_by_id[person]))
        for item in placed
        for person in people
    }


def _certain(item: Item) -> Item:
    return replace(item, request=replace(item.request, probability_percent=100))


def _spread(values: FloatArray) -> Spread:
    low, lower, median, upper, high = (float(each) for each in np.percentile(values, SHARES_PERCENT))
    return Spread(mean=float(values.mean()), low=low, lower=lower, median=median, upper=upper, high=high)
