"""Where a repair starts: the published programme read for the changed trip, what of it can stay, and what cannot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from geleit.domain.changes import (
    CapFell,
    Change,
    ChangeError,
    DelegateCancelled,
    HostDeclined,
    SlotMoved,
    WindowsChanged,
    present_of,
)
from geleit.domain.programme import PlannedLeg, Programme
from geleit.domain.trip import Trip
from geleit.planner.problem import NEVER, BoolArray, ItemData, Problem, compile_problem
from geleit.planner.repair.differences import forced_changes, may_be
from geleit.planner.repair.hand import Hand, in_hand
from geleit.planner.repair.keeping import Keeping, KeepingBook
from geleit.planner.repair.shorter import insertions, subtours
from geleit.planner.repair.stable import Template
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.read import read_plan
from geleit.planner.value import DEFAULT_KAPPA_PERCENT, Ruler, benefits_alone


@dataclass(frozen=True)
class Situation:
    """A published programme and what the changes make of it.

    Parameters
    ----------
    before, after
        The trip without and with the changes.
    cancelled
        Delegates who cancelled: what changes for them does not count.
    now
        What began before this minute stays.
    """

    before: Trip
    after: Trip
    published: Programme
    changes: tuple[Change, ...]
    cancelled: frozenset[str]
    problem: Problem
    now: int
    hand: Hand
    template: Template

    @cached_property
    def forced(self) -> int:
        """Appointments that cannot stay, whatever is done."""
        return forced_changes(self.problem, self.published, self.now, self.cancelled)

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """Items that must take place and have no place in what is in hand."""
        return tuple(sorted({item for item, _ in self.hand.plan.unmet} - set(self.hand.plan.placed)))

    @cached_property
    def retimable(self) -> tuple[tuple[int, int], ...]:
        """Missing items that have one time now, with that time."""
        items = [self.problem.items[item] for item in self.missing]
        return tuple(
            (data.index, starts[0])
            for data in items
            if len(starts := data.fixed or _only_starts(data)) == 1 and starts[0] >= self.now
        )

    @cached_property
    def keeping(self) -> Keeping:
        """What there is to keep, at no price."""
        problem = self.problem
        first = problem.minutes(min((s.start for s in self.published.sessions), default=problem.epoch))
        return Keeping.of(problem, self.template.plan, self._counted(), max(self.now, first), 0)

    def _counted(self) -> BoolArray:
        known = self.before.delegate_by_id
        counted = [person.id in known and person.id not in self.cancelled for person in self.after.delegates]
        return np.array(counted, dtype=np.bool_)

    @cached_property
    def book(self) -> KeepingBook:
        """The tours there are, those of the published programme among them."""
        return KeepingBook(self.keeping, self._extra(), self.now)

    def _extra(self) -> dict[int, list[Pattern]]:
        """Return the tours there are, shorter ones where something falls away, and those with what was moved."""
        found: dict[int, list[Pattern]] = {}
        for plan in (self.template.plan, self.hand.plan):
            for block, runs in enumerate(plan.runs):
                found.setdefault(block, []).extend(
                    run.pattern for run in runs if self._may_all_be(run.pattern)
                )
        for block in self.hand.touched:
            shorter = subtours(self.template.plan, block)
            found.setdefault(block, []).extend(each for each in shorter if self._may_all_be(each))
        for item in self.shifted:
            for block, pattern in insertions(self.hand.plan, item, self.hand.frozen):
                found.setdefault(block, []).append(pattern)
        return found

    def _may_all_be(self, pattern: Pattern) -> bool:
        visits = zip(pattern.items, pattern.starts, strict=True)
        return all(may_be(self.problem, item, start) for item, start in visits)

    @cached_property
    def shifted(self) -> tuple[int, ...]:
        """Items whose times changed."""
        names = {change.item for change in self.changes if isinstance(change, (SlotMoved, WindowsChanged))}
        return tuple(number for number, item in enumerate(self.after.items) if item.id in names)

    @cached_property
    def free(self) -> frozenset[int]:
        """Blocks that may be changed."""
        return frozenset(range(len(self.problem.blocks))) - self.hand.frozen

    @cached_property
    def homes(self) -> tuple[int, ...]:
        """Blocks that could take what was moved."""
        return tuple(dict.fromkeys(b for item in self.shifted for b in self.problem.blocks_of[item]))

    @cached_property
    def concerned(self) -> tuple[int, ...]:
        """Blocks in which something was taken out, and those that could take what was moved."""
        lost = {block for item, _ in self.hand.plan.unmet for block in self.problem.blocks_of[item]}
        mine = sorted(self.hand.touched & self.free)
        near = [other for block in mine for other in self.hand.plan.conflicting(block)]
        found = dict.fromkeys((*self.homes, *mine, *sorted(lost), *near))
        return tuple(block for block in found if block in self.free)

    @cached_property
    def touched_half_days(self) -> tuple[int, ...]:
        """Blocks in which something was taken out, with those that share their day parts."""
        mine = self.hand.touched & self.free
        return tuple(
            sorted({other for block in mine for other in (block, *self.hand.plan.conflicting(block))})
        )

    def past(self, programme: Programme) -> frozenset[object]:
        """Return what of a programme has begun; no repair changes it."""
        begun = [each for each in programme.sessions if self.problem.minutes(each.start) < self.now]
        known = self.after.delegate_by_id
        return frozenset(
            (each.item, each.start, tuple(person for person in each.attendees if person in known))
            for each in begun
        )

    def refuse_what_is_past(self) -> None:
        """Raise ``ChangeError`` where a change is of something that has taken place, or leads into the past."""
        named = [
            c.item for c in self.changes if isinstance(c, (HostDeclined, SlotMoved, CapFell, WindowsChanged))
        ]
        for item in named:
            sessions = self.published.sessions_of.get(item, ())
            if sessions and all(self.problem.minutes(session.start) < self.now for session in sessions):
                raise ChangeError(
                    item, "has taken place already", "leave the change out, or give an earlier present"
                )
        for change in self.changes:
            if isinstance(change, SlotMoved) and self.problem.minutes(change.start) < self.now:
                raise ChangeError(change.start.isoformat(), "is past", f"{change.item} cannot be moved there")


def situation_of(
    before: Trip, after: Trip, published: Programme, changes: Sequence[Change], legs: tuple[PlannedLeg, ...]
) -> Situation:
    """Return where a repair starts.

    Parameters
    ----------
    legs
        As they are after the changes.
    """
    value = published.value
    kappa = value.kappa_percent if value else before.kappa_percent or DEFAULT_KAPPA_PERCENT
    ruler = Ruler(benefits_alone(after), kappa)
    problem = compile_problem(after, legs, ruler)
    read = read_plan(problem, published)
    present = present_of(changes)
    now = NEVER if present is None else problem.minutes(present)
    return Situation(
        before=before,
        after=after,
        published=published,
        changes=tuple(changes),
        cancelled=frozenset(c.delegate for c in changes if isinstance(c, DelegateCancelled)),
        problem=problem,
        now=now,
        hand=in_hand(read.plan, now),
        template=Template(published, read.plan, _changed_days(problem, published, set(read.left_out)), ruler),
    )


def _only_starts(data: ItemData) -> tuple[int, ...]:
    """Return the starts of an item whose windows are as long as it is; empty where one leaves a choice."""
    if any(closes - opens != data.duration for opens, closes in data.spans):
        return ()
    return tuple(opens for opens, _ in data.spans)


def _changed_days(problem: Problem, published: Programme, left_out: set[str]) -> frozenset[date]:
    """Return the days of sessions that cannot stay, or not with all their people, and the days around."""
    places = {item.id: number for number, item in enumerate(problem.trip.items)}
    lost = [
        session
        for session in published.sessions
        if session.id in left_out
        and not may_be(problem, places[session.item], problem.minutes(session.start))
    ]
    crowded = [
        session
        for session in published.sessions
        if session.item in places and len(session.attendees) > problem.items[places[session.item]].cap
    ]
    return frozenset(
        session.start.date() + timedelta(days=shift) for session in (*lost, *crowded) for shift in (-1, 0, 1)
    )
