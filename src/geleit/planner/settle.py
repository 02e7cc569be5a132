"""The checker has the last word: tours that it objects to are taken out until it objects to nothing.

The search keeps the rules by itself; this is the net below it. What comes out is a programme that the checker accepts,
but for what is missing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geleit.domain.programme import Programme
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check import check_programme
from geleit.planner.timetable.plan import Plan

MISSING = frozenset(
    {
        ViolationCode.MUST_MISSING,
        ViolationCode.SLOT_MISSING,
        ViolationCode.PIN_TIME,
        ViolationCode.PIN_ATTENDEE,
    }
)
"""What taking out more tours cannot mend."""

Tour = tuple[int, int]
"""Number of a block, and of a tour in it."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A programme that the checker accepts, but for what is missing.

    Parameters
    ----------
    programme
        None where the checker objects even to the empty programme.
    missing
        Items that must be there, at a certain time or with certain people, and are not; sorted.
    """

    plan: Plan
    programme: Programme | None
    missing: tuple[str, ...]

    @property
    def is_solved(self) -> bool:
        """Whether the checker accepts the programme as it is."""
        return self.programme is not None and not self.missing


def settle(plan: Plan, make: Callable[[Plan], Programme]) -> Settled:
    """Return what remains of a plan when every tour that the checker objects to is taken out.

    Parameters
    ----------
    make
        Makes a plan's programme, with its unplaced items and its value.
    """
    trip = plan.problem.trip
    while True:
        programme = make(plan)
        violations = check_programme(trip, programme, ruler=plan.problem.ruler)
        faults = [violation for violation in violations if violation.code not in MISSING]
        if not faults:
            missing = sorted({item for violation in violations for item in violation.items})
            return Settled(plan, programme, tuple(missing))
        objected = {tour for fault in faults if (tour := _offender(plan, fault)) is not None}
        if not objected:
            musts = tuple(trip.items[item].id for item, _ in plan.problem.demands)
            return Settled(plan, None, tuple(sorted(set(musts))))
        plan = _without(plan, objected)


def _without(plan: Plan, objected: set[Tour]) -> Plan:
    """Return the plan without some tours, and without those that no longer make sense alone."""
    kept = {
        block: tuple(run for number, run in enumerate(runs) if (block, number) not in objected)
        for block, runs in enumerate(plan.runs)
    }
    return plan.with_runs(kept).mended()


def _offender(plan: Plan, fault: Violation) -> Tour | None:
    """Return the tour to take out for a fault: one that may go rather than one that must be there, the least worth."""
    tours = _concerned(plan, fault) or [
        (block, number) for block, runs in enumerate(plan.runs) for number in range(len(runs))
    ]
    return min(tours, key=lambda tour: _loss(plan, tour), default=None)


def _loss(plan: Plan, tour: Tour) -> tuple[bool, int, Tour]:
    """Return what taking a tour out costs, for comparison."""
    problem, run = plan.problem, plan.runs[tour[0]][tour[1]]
    must = any(problem.items[item].must for item in run.pattern.items)
    worth = sum(int(problem.worth[item, list(run.people)].sum()) for item in run.pattern.items)
    return must, worth, tour


def _concerned(plan: Plan, fault: Violation) -> Sequence[Tour]:
    """Return the tours that a fault speaks of: by its items, else by its people and day, else by its day."""
    trip, blocks = plan.problem.trip, plan.problem.blocks
    items = {number for number, item in enumerate(trip.items) if item.id in fault.items}
    people = {number for number, person in enumerate(trip.delegates) if person.id in fault.people}
    tours = [(block, number) for block, runs in enumerate(plan.runs) for number in range(len(runs))]
    by_items = [tour for tour in tours if items & set(plan.runs[tour[0]][tour[1]].pattern.items)]
    if by_items:
        return by_items
    of_day = [
        tour
        for tour in tours
        if fault.day == blocks[tour[0]].day and fault.part in (None, *blocks[tour[0]].parts)
    ]
    return [tour for tour in of_day if people & set(plan.runs[tour[0]][tour[1]].people)] or of_day
