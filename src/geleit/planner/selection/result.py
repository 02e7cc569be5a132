"""What a selection answers: solved, infeasible, or unfinished; never one for another."""

from dataclasses import dataclass
from enum import StrEnum

from geleit.domain.applications.mix import MixReport


class LimitKind(StrEnum):
    """What can bind a choice."""

    PLACES_MIN = "places_min"
    PLACES_MAX = "places_max"
    COMPANY = "company"
    """People of one company."""
    RULE = "rule"
    """A rule of the mix."""
    PINNED = "pinned"
    """What a person has fixed: who must be in, who must be out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One of the limits that clash, as a typed record.

    Parameters
    ----------
    rule
        Id of the mix rule; empty for the other kinds.
    wanted
        What the limit asks for: a number, or percent where the rule is in percent; 0 for pins.
    reachable
        With all other limits of the clash kept, the most (for "at most" limits: the least) that there can be, in the
        same unit, rounded towards the limit that is missed. None for pins and company limits.
    """

    kind: LimitKind
    rule: str = ""
    wanted: int = 0
    reachable: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionSolved:
    """The best choice, proven.

    Parameters
    ----------
    chosen
        Candidate ids in the order of the problem.
    worth
        Sum of what they are worth; no choice that keeps the mix is worth more.
    nodes
        Cases examined for the proof; the reproducible measure of effort.
    """

    chosen: tuple[str, ...]
    worth: int
    report: MixReport
    nodes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionInfeasible:
    """Proof that no choice keeps the mix: the smallest set of limits that clash."""

    clash: tuple[Limit, ...]
    nodes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionUnfinished:
    """The limit of cases was reached before a proof.

    Parameters
    ----------
    best
        The best choice found that keeps the mix; empty with ``report`` None when none was found.
    bound
        No choice is worth more than this.
    """

    best: tuple[str, ...]
    report: MixReport | None
    bound: int
    nodes: int


SelectionResult = SelectionSolved | SelectionInfeasible | SelectionUnfinished
