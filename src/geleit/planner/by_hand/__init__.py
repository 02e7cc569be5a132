"""A session put somewhere by hand: who then goes, and the ways and meals around it made anew where there is room.

Nothing is refused here: what a move breaks, the checker says. Only the half-days that a move touches are made anew;
everything else stays as it is, to the minute. Where a tour cannot be timed any more (two visits at once, no way in
between), its rides are drawn as late as they would have to leave, so that the checker names what clashes.
"""

from geleit.planner.by_hand.kit import Kit, Placing, make_kit
from geleit.planner.by_hand.move import placed_by_hand, without_session

__all__ = ["Kit", "Placing", "make_kit", "placed_by_hand", "without_session"]
