"""What was found, and which of it is proposed: the least change, the best programme, and what lies between."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geleit.domain.programme import Programme
from geleit.planner.repair.records import Differences, Repair, RepairKind
from geleit.planner.repair.stable import instants
from geleit.planner.timetable.plan import Plan


@dataclass(frozen=True, slots=True)
class Candidate:
    """A programme that the checker accepts for the changed trip.

    Parameters
    ----------
    worth
        The objective and what is kept, in eighths of a point.
    seconds
        Of search until it was found.
    """

    plan: Plan
    programme: Programme
    differences: Differences
    worth: int
    seconds: float

    @property
    def objective(self) -> int:
        """What the programme is worth by itself, in eighths of a point."""
        return self.programme.value.objective if self.programme.value else 0

    def as_repair(self, kind: RepairKind, forced: int, bound: int | None) -> Repair:
        """Return it as a proposal.

        Parameters
        ----------
        forced
            Changes that cannot be avoided.
        bound
            Proven bound of the objective, as far as there is one.
        """
        value = self.programme.value
        if value is None:
            raise AssertionError("a candidate states its value")
        is_least = kind is RepairKind.LEAST_CHANGE
        return Repair(
            kind=kind,
            programme=replace(self.programme, value=replace(value, bound=bound)),
            differences=self.differences,
            worth=self.worth,
            forced=forced,
            proven=self.differences.changes <= forced if is_least else bound == value.objective,
            seconds=self.seconds,
        )


def ranked(candidates: Sequence[Candidate], forced: int, bound: int | None) -> tuple[Repair, ...]:
    """Return the proposals, the least change first and the best programme last; those that are alike once."""
    least = min(candidates, key=lambda each: (each.differences.changes, -each.worth))
    best = max(candidates, key=lambda each: (each.objective, each.worth, -each.differences.changes))
    chosen = [(RepairKind.LEAST_CHANGE, least)]
    middle = [
        each
        for each in candidates
        if least.differences.changes < each.differences.changes < best.differences.changes
        and least.objective < each.objective < best.objective
    ]
    if middle:
        chosen.append((RepairKind.BETWEEN, max(middle, key=lambda each: _bargain(each, least))))
    chosen.append((RepairKind.BEST, best))
    found: list[Repair] = []
    seen: set[object] = set()
    for kind, candidate in chosen:
        looks = instants(candidate.programme.sessions)
        if looks not in seen:
            seen.add(looks)
            found.append(candidate.as_repair(kind, forced, bound))
    return tuple(found)


def _bargain(candidate: Candidate, least: Candidate) -> float:
    """Return what each further change brings."""
    more = candidate.differences.changes - least.differences.changes
    return (candidate.objective - least.objective) / more
