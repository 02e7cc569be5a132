"""The best choice of applications under a mix."""

from geleit.domain.applications.mix import report_mix
from geleit.planner.selection.choice import best_choice, ids_of
from geleit.planner.selection.clash import smallest_clash
from geleit.planner.selection.problem import SelectionProblem
from geleit.planner.selection.result import (
    SelectionInfeasible,
    SelectionResult,
    SelectionSolved,
    SelectionUnfinished,
)
from geleit.planner.selection.search import NODE_LIMIT


def select(problem: SelectionProblem, *, node_limit: int = NODE_LIMIT) -> SelectionResult:
    """Return the best choice and its proof, or the smallest set of limits that clash.

    The answer depends on the problem and the limit alone.

    Parameters
    ----------
    problem
        Candidates, mix and pins.
    node_limit
        Cases examined before the search gives up its proof; about a millisecond each.
    """
    found = best_choice(problem, node_limit=node_limit)
    if found.best is None and found.is_proven:
        return SelectionInfeasible(clash=smallest_clash(problem), nodes=found.nodes)
    chosen = () if found.best is None else ids_of(problem, found.best)
    report = None if found.best is None else report_mix(problem.mix, [problem.by_id[key] for key in chosen])
    if report is None or not found.is_proven:
        return SelectionUnfinished(best=chosen, report=report, bound=found.bound, nodes=found.nodes)
    return SelectionSolved(chosen=chosen, worth=found.gain, report=report, nodes=found.nodes)
