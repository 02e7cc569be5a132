"""How hard a repair looks."""

from dataclasses import dataclass

DEFAULT_ROUNDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairOptions:
    """How hard to look.

    Parameters
    ----------
    rounds
        Rounds of search over the whole programme after the neighbourhoods of the change; the reproducible limit.
    limit_s
        Seconds at most, on top of the rounds; None for no limit. The first proposal is made in any case.
    prove
        Prove a bound for the best programme, which takes a second or more.
    first_only
        Answer as soon as there is a first proposal.
    """

    seed: int = 0
    rounds: int = DEFAULT_ROUNDS
    limit_s: float | None = None
    prove: bool = True
    first_only: bool = False
