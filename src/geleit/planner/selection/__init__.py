"""The best choice of applications under a mix: computed exactly, proven, explained."""

from geleit.planner.selection.explain import Explanation, WhyIn, WhyOut, explain_selection
from geleit.planner.selection.problem import SelectionError, SelectionProblem
from geleit.planner.selection.result import (
    Limit,
    LimitKind,
    SelectionInfeasible,
    SelectionResult,
    SelectionSolved,
    SelectionUnfinished,
)
from geleit.planner.selection.select import select
from geleit.planner.selection.substitute import Role, Substitution, role_in_mix, substitutions

__all__ = [
    "Explanation",
    "Limit",
    "LimitKind",
    "Role",
    "SelectionError",
    "SelectionInfeasible",
    "SelectionProblem",
    "SelectionResult",
    "SelectionSolved",
    "SelectionUnfinished",
    "Substitution",
    "WhyIn",
    "WhyOut",
    "explain_selection",
    "role_in_mix",
    "select",
    "substitutions",
]
