"""What the question "why not?" is answered with: typed records, in the trip's ids."""

from dataclasses import dataclass

from geleit.domain.obstacles import Obstacle
from geleit.domain.programme import OBJECTIVE_PER_POINT, Programme
from geleit.planner.repair.records import Differences
from geleit.planner.why.witness import Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """The cheapest way in that was found; the checker accepts the programme for the trip as it is.

    Parameters
    ----------
    cost_eighths
        What the programme's objective loses, in eighths of a point; negative where it gains.
    benefit
        Plain benefit sum of the programme in hand, in points: what the cost is a fraction of.
    differences
        Who loses, gains or has at another time what.
    """

    programme: Programme
    cost_eighths: int
    benefit: int
    differences: Differences

    @property
    def cost_points(self) -> float:
        """What it costs in points of the objective."""
        return self.cost_eighths / OBJECTIVE_PER_POINT

    @property
    def cost_fraction(self) -> float:
        """What it costs as a fraction of the plain benefit sum; 0 where nobody has any."""
        return self.cost_points / self.benefit if self.benefit else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """What makes it impossible: all of it together does, and without any one of it there is a programme.

    Parameters
    ----------
    obstacles
        What concerns the item most first.
    witnesses
        For each obstacle, in the same order: a programme with the item in which all the other obstacles hold.
    """

    obstacles: tuple[Obstacle, ...]
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """Neither a way in was found nor a proof that there is none."""


Answer = WayIn | Blocked | Undecided


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """An item without a place, or a delegate's wish that was not met, and the answer.

    Parameters
    ----------
    delegate
        Whose wish it is; None for the item as such.
    seconds
        Of search for this answer.
    """

    item: str
    delegate: str | None
    answer: Answer
    seconds: float
