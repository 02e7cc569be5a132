"""What the planner answers: solved, infeasible, or out of time; never one for another."""

from dataclasses import dataclass

from geleit.domain.obstacles import Obstacle
from geleit.domain.programme import Programme, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """A programme that the checker accepts.

    Parameters
    ----------
    seconds
        Wall-clock seconds of search.
    first_valid_seconds
        Seconds until the first programme that the checker accepts.
    rounds
        Rounds of search made; the reproducible measure of effort.
    """

    programme: Programme
    seconds: float
    first_valid_seconds: float
    rounds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Rules, items and pins that cannot hold together, as a typed record.

    Parameters
    ----------
    obstacles
        The smallest set that clashes, where it is known one by one: without any one of them there is no proof.
    """

    reasons: tuple[Reason, ...]
    items: tuple[str, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Infeasible:
    """Proof that there is no programme: what clashes."""

    clashes: tuple[Clash, ...]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedOut:
    """No programme with every must item was found in time, and none was proven impossible.

    Parameters
    ----------
    best
        The best programme found, or None. It misses must items; the checker says which.
    missing
        Items that must be there and are not.
    """

    best: Programme | None
    missing: tuple[str, ...]
    seconds: float


Result = Solved | Infeasible | TimedOut
