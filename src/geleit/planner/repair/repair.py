"""Repair a published programme: the least change, the best programme, and what lies between."""

import time
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from geleit.domain.changes import Change, apply_changes, present_of
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.problem import NEVER
from geleit.planner.repair.aftermath import shifted_legs, with_tours_finished
from geleit.planner.repair.candidates import Candidate, ranked
from geleit.planner.repair.differences import differences
from geleit.planner.repair.keeping import LEAST_EIGHTHS, KeepingBook
from geleit.planner.repair.least import fewest_changes
from geleit.planner.repair.options import RepairOptions
from geleit.planner.repair.reach import hopeless, shortest_ways
from geleit.planner.repair.records import Repair, RepairAnswer, RepairKind, Repairs
from geleit.planner.repair.regroup import regrouped, retimed
from geleit.planner.repair.search import completed, neighbourhoods, placed_for_all, rank_of, refine, widen
from geleit.planner.repair.shorter import subtours
from geleit.planner.repair.situation import Situation, situation_of
from geleit.planner.repair.staying import staying_of
from geleit.planner.result import Clash, Infeasible, TimedOut
from geleit.planner.settle import settle
from geleit.planner.structure import structural_clashes
from geleit.planner.timetable.construct import construct, fill
from geleit.planner.timetable.plan import Plan

BETWEEN_EIGHTHS = 240
"""What a changed appointment costs in a proposal between the two ends: thirty points' first slope."""
FRESH_STARTS = 3
"""Plans made from the beginning where no repair is found."""
MOST_CHANGES = 10**6
"""More changes than any programme has appointments."""
PROOF_STEPS = 60
"""Steps of the proof of how good a programme of the changed trip can be."""


def repair(
    trip: Trip,
    programme: Programme,
    changes: Sequence[Change],
    options: RepairOptions | None = None,
    *,
    on_repair: Callable[[Repair], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> RepairAnswer:
    """Return what can become of a published programme after some changes.

    Every proposal has passed the checker for the changed trip, and keeps what began before the present. Departures
    of the legs stay as they are. Cancelled or out of time, the answer is the best so far.

    Parameters
    ----------
    trip
        As it was when the programme was published.
    on_repair
        Told of the first proposal at once, while the search goes on.
    is_cancelled
        Asked between steps.

    Raises
    ------
    ChangeError
        When a change names nothing the trip has, or something that is past.
    """
    began = time.monotonic()
    told = tuple(change for number, change in enumerate(changes) if change not in changes[:number])
    after = with_tours_finished(apply_changes(trip, told), programme, told, present_of(told))
    legs = shifted_legs(after, programme.legs)
    if isinstance(legs, Clash):
        return Infeasible(clashes=(legs,), seconds=time.monotonic() - began)
    situation = situation_of(trip, after, programme, told, legs)
    situation.refuse_what_is_past()
    return _Repairing(situation, options or RepairOptions(), began, on_repair, is_cancelled).run()


class _Repairing:
    """The course of a repair: proposals are gathered in ``candidates``, each of them valid."""

    def __init__(
        self,
        situation: Situation,
        options: RepairOptions,
        began: float,
        on_repair: Callable[[Repair], None] | None,
        is_cancelled: Callable[[], bool] | None,
    ) -> None:
        self.began, self.situation, self.options = began, situation, options
        self.on_repair, self.is_cancelled = on_repair, is_cancelled
        self.hand, self.free = situation.hand, situation.free
        self.forced = situation.forced
        self.candidates: list[Candidate] = []
        self.tried: set[tuple[object, ...]] = set()
        self.missing: tuple[str, ...] = ()
        self.first: float | None = None

    def run(self) -> RepairAnswer:
        if not self.hand.plan.unmet:
            self._consider(self.hand.plan)
        if not self.candidates:
            clashes = structural_clashes(self.situation.after) or tuple(hopeless(self.hand.plan))
            if clashes:
                return Infeasible(clashes=clashes, seconds=self._seconds())
        self._prove_least()
        for step in (self._narrow, self._search):
            if not (self.options.first_only and self.candidates):
                step()
        if not self.candidates:
            self._anew()
        if not self.candidates:
            self._consider(self.hand.plan)
        if not self.candidates:
            return TimedOut(best=None, missing=self.missing, seconds=self._seconds())
        bound = self._proven_bound()
        return Repairs(
            trip=self.situation.after,
            repairs=ranked(self.candidates, self.forced, bound),
            first_seconds=self.first if self.first is not None else self._seconds(),
            seconds=self._seconds(),
        )

    # -- least change ----------------------------------------------------------------------------------------------

    def _prove_least(self) -> None:
        """Add to what is forced what gives way to items that must take place at new times; try to do with that."""
        situation = self.situation
        for item, start in situation.retimable:
            plan = retimed(self.hand.plan, situation.template.plan, item, start)
            if plan is not None:
                self._consider(plan)
        if not situation.missing or self._least_is_proven():
            return
        staying = staying_of(situation.problem, situation.keeping.starts, situation.keeping.counted)
        known = min((each.differences.changes for each in self.candidates), default=MOST_CHANGES)
        ways = shortest_ways(situation.problem.ride)
        fewest = fewest_changes(situation.problem, staying, situation.missing, ways, known - self.forced)
        self.forced += fewest.changes
        for tours in fewest.tours:
            plan = regrouped(self.hand.plan, situation.template.plan, tours)
            if plan is None:
                continue
            self._consider(plan)
            if not self._least_is_proven():
                self._trim_day(plan, tours.change.day.day)

    def _trim_day(self, plan: Plan, day: date) -> None:
        """Consider a plan with the other blocks of a day filled with nothing but shorter tours of what was there."""
        book, blocks = self._narrow_book(), self.situation.problem.blocks
        today = [block.index for block in blocks if block.day == day and block.index in self.free]
        for block in today:
            book.extra.setdefault(block, []).extend(subtours(self.situation.template.plan, block))
        rest = tuple(block for block in today if not plan.plenaries[block])
        filled = fill(plan, rest, book, np.random.default_rng(0))
        if filled is not None:
            self._consider(filled)

    def _narrow_book(self) -> KeepingBook:
        """Return the tours that are there and those that take in what was moved, and no others."""
        situation = self.situation
        keeping = situation.keeping.priced(LEAST_EIGHTHS)
        extra = {block: list(patterns) for block, patterns in situation.book.extra.items()}
        return KeepingBook(keeping, extra, situation.now, is_narrow=True)

    def _narrow(self) -> None:
        """Consider what is possible with the tours that are there and those that take in what was moved."""
        if not self.situation.homes:
            return
        book, plan = self._narrow_book(), self.hand.plan

        def stop() -> bool:
            return bool(self.candidates) and self._late()

        for item in self.situation.shifted:
            if plan.problem.items[item].for_all and item not in plan.placed:
                plan = placed_for_all(plan, item, book, stop)
        for block in self.situation.homes:
            if block in self.free:
                tried = fill(plan, (block,), book, np.random.default_rng(0))
                if tried is not None and rank_of(tried, book) >= rank_of(plan, book):
                    plan = tried
        self._consider(plan)

    def _is_least(self) -> bool:
        return self._late() or (not self.situation.shifted and self._least_is_proven())

    def _least_is_proven(self) -> bool:
        return any(each.differences.changes <= self.forced for each in self.candidates)

    # -- better programmes -----------------------------------------------------------------------------------------

    def _search(self) -> None:
        """Look for the least change first, then for better programmes, wider and wider."""
        published = self.situation.template.plan
        wanted = sorted({item for runs in published.runs for run in runs for item in run.pattern.items})
        self._half_days_alone()
        for price in (LEAST_EIGHTHS, BETWEEN_EIGHTHS, 0):
            book = self.situation.book.with_keeping(self.situation.keeping.priced(price))
            plan = completed(self.hand.plan, book, wanted, self._late)
            self._consider(plan)
            known = max(self.candidates, key=lambda each: each.worth, default=None)
            if price == 0 and known is not None and not plan.unmet and known.worth > self._worth(plan):
                plan = known.plan
            steps = neighbourhoods(plan, self.situation.concerned, self.free)
            stop = self._late if price != LEAST_EIGHTHS else self._is_least
            plan = refine(plan, steps, book, stop, self._consider)
            if price == 0:
                self._consider(self._widened(plan, book))

    def _widened(self, plan: Plan, book: KeepingBook) -> Plan:
        return widen(
            plan,
            book,
            self.free,
            seed=self.options.seed,
            rounds=self.options.rounds,
            stop=self._late,
            on_better=lambda _: None,
        )

    def _half_days_alone(self) -> None:
        """Consider what comes of solving only the touched half-days anew, so that no answer is worse than that."""
        around = self.situation.touched_half_days
        if around and self.situation.now == NEVER and not self._late():
            plan = fill(self.hand.plan, around, self.situation.book.plain(), np.random.default_rng(0))
            if plan is not None:
                self._consider(plan)

    def _anew(self) -> None:
        """Plan the trip from the beginning where nothing else leads anywhere, and nothing has begun."""
        book = self.situation.book.with_keeping(self.situation.keeping.priced(BETWEEN_EIGHTHS))
        for attempt in range(0 if self.hand.frozen else FRESH_STARTS):
            if self.candidates or self._late():
                return
            rng = np.random.default_rng((self.options.seed, attempt))
            self._consider(construct(self.situation.problem, book, rng, self._late))

    # -- candidates ------------------------------------------------------------------------------------------------

    def _consider(self, plan: Plan) -> None:
        """Keep a plan's programme as a proposal if the checker accepts it, or what it accepts of it."""
        key = tuple(frozenset(runs) for runs in plan.runs)
        if key in self.tried:
            return
        self.tried.add(key)
        situation = self.situation
        programme = situation.template.programme(plan)
        if check_programme(situation.after, programme, ruler=situation.template.ruler):
            settled = settle(plan.mended(), situation.template.fresh)
            self.missing = settled.missing
            if not settled.is_solved or settled.programme is None:
                return
            plan, programme = settled.plan, settled.programme
        if situation.past(programme) == situation.past(situation.published):
            self._keep(plan, programme)

    def _keep(self, plan: Plan, programme: Programme) -> None:
        at, situation = self._seconds(), self.situation
        told = differences(
            situation.before, situation.published, situation.after, programme, situation.cancelled
        )
        found = Candidate(plan, programme, told, self._worth(plan), at)
        self.candidates.append(found)
        if self.first is None:
            self.first = at
            if self.on_repair is not None:
                self.on_repair(found.as_repair(RepairKind.LEAST_CHANGE, self.forced, None))

    def _worth(self, plan: Plan) -> int:
        return plan.objective + self.situation.keeping.worth_of(plan)

    # -- the answer ------------------------------------------------------------------------------------------------

    def _proven_bound(self) -> int | None:
        """Return a proven bound of the objective, as far as there is time for one."""
        if not self.options.prove or self.options.first_only or self._late():
            return None
        from geleit.planner.bound import Prover  # not needed before the first proposal

        target = max(each.plan.objective for each in self.candidates)
        prover = Prover([self.situation.problem])
        for _ in range(PROOF_STEPS):
            if self._late():
                break
            prover.advance(1, target)
        return None if prover.bound is None else max(prover.bound, target)

    def _seconds(self) -> float:
        return time.monotonic() - self.began

    def _late(self) -> bool:
        if self.is_cancelled is not None and self.is_cancelled():
            return True
        return self.options.limit_s is not None and self._seconds() >= self.options.limit_s
