"""H0, the value: where a programme states what it is worth, it is worth that.

Every figure of the stated value is compared with the one that ``planner.value`` finds, measured with the
kappa that the programme states; the proven bound is the solver's word and is not. Shares may differ by
rounding (1/10,000).
"""

from collections.abc import Iterator
from dataclasses import fields, replace

from geleit.domain.programme import Value
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context
from geleit.planner.value import Ruler, evaluate, ruler_for

SHARE_SCALE = 10_000
"""Shares are compared and reported in parts of this."""


def check(context: Context, ruler: Ruler | None = None) -> Iterator[Violation]:
    """Yield figures of the stated value that are not what the programme is worth.

    Parameters
    ----------
    ruler
        The trip's, where the caller has it; its kappa gives way to the stated one.
    """
    stated = context.programme.value
    if stated is None:
        return
    if ruler is None:
        ruler = ruler_for(context.trip)
    found = evaluate(context.trip, context.programme, replace(ruler, kappa_percent=stated.kappa_percent))
    for field in fields(Value):
        if field.name == "bound":
            continue
        says, comes_to = _figure(stated, field.name), _figure(found, field.name)
        tolerance = 1 if field.name.endswith("_share") else 0
        if abs(says - comes_to) > tolerance:
            yield Violation(
                code=ViolationCode.VALUE_MISMATCH, wanted=says, available=comes_to, detail=field.name
            )


def _figure(value: Value, name: str) -> int:
    figure = getattr(value, name)
    return round(figure * SHARE_SCALE) if isinstance(figure, float) else int(figure)
