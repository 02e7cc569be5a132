"""Making and merging violations."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from geleit.domain.programme import Transfer
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context, Visit


def of_visit(code: ViolationCode, visit: Visit) -> Violation:
    """Return a violation about a session: its ids, day, part and times."""
    return Violation(
        code=code,
        sessions=(visit.session.id,),
        items=(visit.item.id,),
        station=visit.item.station,
        day=visit.day,
        part=visit.part,
        start=visit.session.start,
        end=visit.session.end,
    )


def of_transfer(context: Context, code: ViolationCode, transfer: Transfer) -> Violation:
    """Return a violation about a transfer: its group, places, day, part and times."""
    return Violation(
        code=code,
        groups=(transfer.group,),
        places=(transfer.origin, transfer.destination),
        station=context.station_at(transfer.depart),
        day=transfer.day,
        part=transfer.part,
        start=transfer.depart,
        end=transfer.arrive,
    )


def merged(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    """Return the violations by rule and time; those that differ in nothing but the people become one."""
    people: dict[Violation, set[str]] = {}
    for violation in violations:
        people.setdefault(replace(violation, people=()), set()).update(violation.people)
    found = [replace(violation, people=tuple(sorted(names))) for violation, names in people.items()]
    return tuple(sorted(found, key=_order))


_NEVER = datetime.max.replace(tzinfo=UTC)


def _order(violation: Violation) -> tuple[int, str, datetime, str, str]:
    return (
        violation.rule.number,
        violation.day.isoformat() if violation.day else "",
        violation.start or violation.bound_start or _NEVER,
        violation.code.value,
        repr((violation.sessions, violation.items, violation.groups, violation.people)),
    )
