"""H12: what was declined, lapsed, withdrawn or cancelled is not placed, nor is a mere idea."""

from collections.abc import Iterator
from dataclasses import replace

from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context
from geleit.planner.check.records import of_visit


def check(context: Context) -> Iterator[Violation]:
    """Yield sessions of items that may not be placed."""
    for visit in context.visits:
        status = visit.item.request.status
        if not status.may_be_placed:
            yield replace(of_visit(ViolationCode.STATUS, visit), detail=status.value)
