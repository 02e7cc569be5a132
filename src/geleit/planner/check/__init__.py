"""The checker: what a valid programme is, in code, written without the solver and independent of it.

One module per rule, named by its number; each says in its first lines how it reads the rule. ``form`` and
``worth`` hold what a programme must be to be read at all and what it says of its own value (H0).
``itinerary`` follows each person through the trip; what
concerns one person's way alone is in each module's ``check_way``, so that a change (``changed``) asks it again only for
those whom it touches. Whether the trip itself makes sense is not asked here: a
trip that went through ``domain.validation`` has no dangling id.
"""

from geleit.planner.check.changed import Checked, check_changed, keep_check
from geleit.planner.check.full import check_programme

__all__ = ["Checked", "check_changed", "check_programme", "keep_check"]
