"""Who comes in when one cancels: by the role in the mix, not by the place in a queue."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geleit.domain.applications.mix import Candidate, Mix, MixReport, report_mix
from geleit.planner.selection.problem import SelectionProblem
from geleit.planner.selection.result import SelectionSolved
from geleit.planner.selection.select import select

SUBSTITUTE_NODES = 2_000
"""Cases examined for several who come in together; beyond it only single ones are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a choice would lack without one of its members, were nobody to come in.

    Parameters
    ----------
    carries
        Ids of the rules that would break.
    people
        Places that would be free.
    """

    id: str
    carries: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitution:
    """One way to fill the places that become free.

    Parameters
    ----------
    joins
        Who comes in; more than one where two places become free.
    restores
        Rules that the one who leaves carried and that hold again.
    broken
        Rules that do not hold afterwards.
    report
        How the choice then stands to the mix.
    """

    joins: tuple[str, ...]
    restores: tuple[str, ...]
    broken: tuple[str, ...]
    report: MixReport

    @property
    def keeps_mix(self) -> bool:
        """Whether everything holds afterwards."""
        return self.report.is_kept


def role_in_mix(mix: Mix, chosen: Sequence[Candidate], leaving: str) -> Role:
    """Return what a choice would lack without one of its members.

    Raises
    ------
    KeyError
        When the one who leaves is not among the chosen.
    """
    gone = {candidate.id: candidate for candidate in chosen}[leaving]
    before, after = _broken(report_mix(mix, chosen)), _broken(report_mix(mix, _others(chosen, leaving)))
    return Role(id=leaving, carries=tuple(rule for rule in after if rule not in before), people=gone.people)


def substitutions(
    mix: Mix, chosen: Sequence[Candidate], leaving: str, pool: Sequence[Candidate]
) -> tuple[Substitution, ...]:
    """Return the ways to fill the places of one who leaves, best first.

    First stands the best choice from the pool that keeps the mix, computed exactly, if there is one; then every single
    candidate that has room: those that break fewest rules first, then those that miss least, then by worth.

    Parameters
    ----------
    chosen
        Who is in, the one who leaves among them.
    pool
        Who may come in, in the order of the waiting list; of equals the earlier is named first.
    """
    staying = _others(chosen, leaving)
    carried = role_in_mix(mix, chosen, leaving).carries
    singles = [_substitution(mix, staying, (candidate,), carried) for candidate in pool]
    fitting = [s for s in singles if s.report.has_room and not _is_crowded(mix, staying, s)]
    order = sorted(fitting, key=lambda s: (len(s.broken), _shortfall(s.report), -s.report.worth))
    free = mix.places_max - sum(candidate.people for candidate in staying)
    best = _best(mix, staying, pool) if free > 1 else ()
    if len(best) > 1:
        order.insert(0, _substitution(mix, staying, best, carried))
    return tuple(order)


def _best(mix: Mix, staying: Sequence[Candidate], pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return those whom the best choice from the pool adds; none when no choice keeps the mix."""
    problem = SelectionProblem(
        mix=replace(mix, places_min=0),
        candidates=(*staying, *pool),
        pinned_in=frozenset(candidate.id for candidate in staying),
    )
    answer = select(problem, node_limit=SUBSTITUTE_NODES)
    if not isinstance(answer, SelectionSolved):
        return ()
    return tuple(candidate for candidate in pool if candidate.id in answer.chosen)


def _substitution(
    mix: Mix, staying: Sequence[Candidate], joining: tuple[Candidate, ...], carried: tuple[str, ...]
) -> Substitution:
    report = report_mix(mix, [*staying, *joining])
    broken = _broken(report)
    return Substitution(
        joins=tuple(candidate.id for candidate in joining),
        restores=tuple(rule for rule in carried if rule not in broken),
        broken=broken,
        report=report,
    )


def _is_crowded(mix: Mix, staying: Sequence[Candidate], substitution: Substitution) -> bool:
    return len(substitution.report.crowded) > len(report_mix(mix, staying).crowded)


def _broken(report: MixReport) -> tuple[str, ...]:
    return tuple(tally.rule.id for tally in report.tallies if not tally.is_kept)


def _shortfall(report: MixReport) -> int:
    return -sum(min(0, tally.slack) for tally in report.tallies)


def _others(chosen: Sequence[Candidate], leaving: str) -> list[Candidate]:
    return [candidate for candidate in chosen if candidate.id != leaving]
