"""How good a programme can be at most: a proven upper bound of the objective."""

from geleit.planner.bound.prove import Prover

__all__ = ["Prover"]
