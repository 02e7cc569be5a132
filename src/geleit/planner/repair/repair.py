"""Repair a published programme: the least change, the best programme, and what lies between."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import numpy as np

from geleit.domain.changes import (
    CapFell,
    Change,
    ChangeError,
    DelegateCancelled,
    HostDeclined,
    SlotMoved,
    WindowsChanged,
    apply_changes,
    present_of,
)
from geleit.domain.legs import departure_spans, planned
from geleit.domain.programme import PlannedLeg, Programme, Reason, ReasonCode
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.explain import unplaced_items
from geleit.planner.problem import FOREVER, NEVER, BoolArray, IntArray, Problem, compile_problem
from geleit.planner.repair.differences import differences, forced_changes, may_be
from geleit.planner.repair.hand import Hand, in_hand, insertions
from geleit.planner.repair.keeping import LEAST_EIGHTHS, Keeping, KeepingBook
from geleit.planner.repair.least import fewest_changes, staying_of
from geleit.planner.repair.records import Differences, Repair, RepairAnswer, RepairKind, Repairs
from geleit.planner.repair.regroup import regrouped, subtours
from geleit.planner.repair.search import completed, neighbourhoods, placed_for_all, rank_of, refine, widen
from geleit.planner.repair.stable import Template, instants
from geleit.planner.result import Clash, Infeasible, TimedOut
from geleit.planner.settle import settle
from geleit.planner.structure import structural_clashes
from geleit.planner.timetable.construct import construct, fill
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Plan
from geleit.planner.timetable.read import read_plan
from geleit.planner.value import DEFAULT_KAPPA_PERCENT, Ruler, benefits_alone

DEFAULT_ROUNDS = 40
BETWEEN_EIGHTHS = 240
"""What a changed appointment costs in a proposal between the two ends: thirty points' first slope."""
FRESH_STARTS = 3
"""Plans made from the beginning where no repair is found."""
MOST_CHANGES = 10**6
"""More changes than any programme has appointments."""
PROOF_STEPS = 60
"""Steps of the proof of how good a programme of the changed trip can be."""


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
    return _Repairing(
        trip, programme, tuple(changes), options or RepairOptions(), on_repair, is_cancelled
    ).run()


@dataclass(frozen=True, slots=True)
class _Candidate:
    plan: Plan
    programme: Programme
    differences: Differences
    worth: int
    seconds: float

    @property
    def objective(self) -> int:
        """What the programme is worth by itself, in eighths of a point."""
        return self.programme.value.objective if self.programme.value else 0


class _Repairing:
    def __init__(  # noqa: PLR0917 # what the public function is given, in its order
        self,
        trip: Trip,
        programme: Programme,
        changes: tuple[Change, ...],
        options: RepairOptions,
        on_repair: Callable[[Repair], None] | None,
        is_cancelled: Callable[[], bool] | None,
    ) -> None:
        self.began = time.monotonic()
        self.changes = tuple(change for n, change in enumerate(changes) if change not in changes[:n])
        self.trip, self.published, self.options = trip, programme, options
        self.on_repair, self.is_cancelled = on_repair, is_cancelled
        self.after = with_tours_finished(
            apply_changes(trip, self.changes), programme, self.changes, present_of(self.changes)
        )
        self.cancelled = frozenset(
            change.delegate for change in self.changes if isinstance(change, DelegateCancelled)
        )
        self.candidates: list[_Candidate] = []
        self.tried: set[tuple[object, ...]] = set()
        self.missing: tuple[str, ...] = ()
        self.first: float | None = None

    # -- the course of it ----------------------------------------------------------------------------------------

    def run(self) -> RepairAnswer:
        legs = shifted_legs(self.after, self.published.legs)
        if isinstance(legs, Clash):
            return Infeasible(clashes=(legs,), seconds=self._seconds())
        self._prepare(legs)
        self._refuse_what_is_past()
        if not self.hand.plan.unmet:
            self._consider(self.hand.plan)
        if not self.candidates:
            clashes = structural_clashes(self.after) or tuple(self._hopeless())
            if clashes:
                return Infeasible(clashes=clashes, seconds=self._seconds())
        self._prove_least()
        if not (self.options.first_only and self.candidates):
            self._narrow()
        if not (self.options.first_only and self.candidates):
            self._search()
        if not self.candidates:
            self._anew()
        if not self.candidates:
            self._consider(self.hand.plan)
        if not self.candidates:
            return TimedOut(best=None, missing=self.missing, seconds=self._seconds())
        bound = self._proven_bound()
        return Repairs(
            trip=self.after,
            repairs=self._ranked(bound),
            first_seconds=self.first if self.first is not None else self._seconds(),
            seconds=self._seconds(),
        )

    def _prepare(self, legs: tuple[PlannedLeg, ...]) -> None:
        value = self.published.value
        kappa = value.kappa_percent if value else self.trip.kappa_percent or DEFAULT_KAPPA_PERCENT
        ruler = Ruler(benefits_alone(self.after), kappa)
        self.problem = compile_problem(self.after, legs, ruler)
        read = read_plan(self.problem, self.published)
        present = present_of(self.changes)
        self.now = NEVER if present is None else self.problem.minutes(present)
        self.hand: Hand = in_hand(read.plan, self.now)
        lost = {session.id: session for session in self.published.sessions if session.id in read.left_out}
        places = {item.id: number for number, item in enumerate(self.after.items)}
        lost_days = frozenset(
            session.start.date() + timedelta(days=shift)
            for session in lost.values()
            if not may_be(self.problem, places[session.item], self.problem.minutes(session.start))
            for shift in (-1, 0, 1)
        )
        crowded = frozenset(
            session.start.date() + timedelta(days=shift)
            for session in self.published.sessions
            if session.item in places
            and len(session.attendees) > self.problem.items[places[session.item]].cap
            for shift in (-1, 0, 1)
        )
        self.template = Template(self.published, read.plan, lost_days | crowded, ruler)
        self.forced = forced_changes(self.problem, self.published, self.now, self.cancelled)
        first = self.problem.minutes(
            min((s.start for s in self.published.sessions), default=self.problem.epoch)
        )
        self.keeping = Keeping.of(self.problem, read.plan, self._counted(), max(self.now, first), 0)
        self.book = KeepingBook(self.keeping, self._extra(read.plan), self.now)
        self.free = frozenset(range(len(self.problem.blocks))) - self.hand.frozen
        self.concerned = self._concerned()

    def _prove_least(self) -> None:
        """Add to what is forced what gives way to items that must take place at new times; try to do with that."""
        missing = sorted({item for item, _ in self.hand.plan.unmet} - set(self.hand.plan.placed))
        if not missing or self._least_is_proven():
            return
        staying = staying_of(self.problem, self.keeping.starts, self.keeping.counted)
        known = min((each.differences.changes for each in self.candidates), default=MOST_CHANGES)
        ways = shortest_ways(self.problem.ride)
        fewest = fewest_changes(self.problem, staying, missing, ways, known - self.forced)
        self.forced += fewest.changes
        for tours in fewest.tours:
            plan = regrouped(self.hand.plan, self.template.plan, tours)
            if plan is None:
                continue
            self._consider(plan)
            if not self._least_is_proven():
                self._trim_day(plan, tours.change.day.day)

    def _trim_day(self, plan: Plan, day: date) -> None:
        """Consider a plan with the other blocks of a day filled with nothing but shorter tours of what was there."""
        book = KeepingBook(self.keeping.priced(LEAST_EIGHTHS), self.book.extra, self.now, is_narrow=True)
        for block in self.problem.blocks:
            if block.day == day and block.index in self.free:
                book.extra.setdefault(block.index, []).extend(subtours(self.template.plan, block.index))
        homes = {block for block, given in enumerate(plan.plenaries) if given}
        rest = [b.index for b in self.problem.blocks if b.day == day and b.index in self.free - homes]
        filled = fill(plan, tuple(rest), book, np.random.default_rng(0))
        if filled is not None:
            self._consider(filled)

    def _counted(self) -> BoolArray:
        known = self.trip.delegate_by_id
        counted = [person.id in known and person.id not in self.cancelled for person in self.after.delegates]
        return np.array(counted, dtype=np.bool_)

    def _extra(self, published: Plan) -> dict[int, list[Pattern]]:
        """Return the tours that are there, and those that take in what was moved."""
        found: dict[int, list[Pattern]] = {}
        for plan in (published, self.hand.plan):
            for block, runs in enumerate(plan.runs):
                found.setdefault(block, []).extend(
                    run.pattern for run in runs if self._may_all_be(run.pattern)
                )
        for block in self.hand.touched:
            found.setdefault(block, []).extend(
                each for each in subtours(published, block) if self._may_all_be(each)
            )
        for item in self._shifted():
            for block, pattern in insertions(self.hand.plan, item, self.hand.frozen):
                found.setdefault(block, []).append(pattern)
        return found

    def _may_all_be(self, pattern: Pattern) -> bool:
        visits = zip(pattern.items, pattern.starts, strict=True)
        return all(may_be(self.problem, item, start) for item, start in visits)

    def _shifted(self) -> list[int]:
        """Return the items whose times changed."""
        names = {change.item for change in self.changes if isinstance(change, (SlotMoved, WindowsChanged))}
        return [number for number, item in enumerate(self.after.items) if item.id in names]

    def _concerned(self) -> list[int]:
        """Return the blocks in which something was taken out, and those that could take what was moved."""
        homes = [block for item in self._shifted() for block in self.problem.blocks_of[item]]
        lost = {block for item, _ in self.hand.plan.unmet for block in self.problem.blocks_of[item]}
        mine = sorted(self.hand.touched & self.free)
        near = [other for block in mine for other in self.hand.plan.conflicting(block)]
        return [block for block in dict.fromkeys((*homes, *mine, *sorted(lost), *near)) if block in self.free]

    def _refuse_what_is_past(self) -> None:
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

    def _hopeless(self) -> Iterator[Clash]:
        """Yield what must take place and cannot be reached in time on any way, whatever else is given up."""
        missing = sorted({item for item, _ in self.hand.plan.unmet if item not in self.hand.plan.placed})
        ways = shortest_ways(self.problem.ride) if missing else self.problem.ride
        reasons = {each.item: each.reasons for each in unplaced_items(self.hand.plan)} if missing else {}
        for item in missing:
            name, homes = self.after.items[item].id, self.problem.blocks_of[item]
            if not homes:
                yield Clash(reasons=reasons[name], items=(name,))
            elif not any(_is_reachable(self.problem, item, block, ways) for block in homes):
                yield Clash(reasons=(Reason(code=ReasonCode.FRAME, items=(name,)),), items=(name,))

    def _narrow(self) -> None:
        """Consider what is possible with the tours that are there and those that take in what was moved."""
        homes = [block for item in self._shifted() for block in self.problem.blocks_of[item]]
        if not homes:
            return
        keeping = self.keeping.priced(LEAST_EIGHTHS)
        book = KeepingBook(keeping, self.book.extra, self.now, is_narrow=True)
        plan = self.hand.plan
        for item in self._shifted():
            if self.problem.items[item].for_all and item not in plan.placed:
                plan = placed_for_all(plan, item, book, self._late)
        for block in dict.fromkeys(homes):
            if block in self.free:
                tried = fill(plan, (block,), book, np.random.default_rng(0))
                if tried is not None and rank_of(tried, book) >= rank_of(plan, book):
                    plan = tried
        self._consider(plan)

    def _half_days_alone(self) -> None:
        """Consider what comes of solving only the touched half-days anew, so that no answer is worse than that."""
        mine = self.hand.touched & self.free
        around = {other for block in mine for other in (block, *self.hand.plan.conflicting(block))}
        if around and self.now == NEVER and not self._late():
            plan = fill(self.hand.plan, tuple(sorted(around)), self.book.plain(), np.random.default_rng(0))
            if plan is not None:
                self._consider(plan)

    def _anew(self) -> None:
        """Plan the trip from the beginning where nothing else leads anywhere, and nothing has begun."""
        book = self.book.with_keeping(self.keeping.priced(BETWEEN_EIGHTHS))
        for attempt in range(0 if self.hand.frozen else FRESH_STARTS):
            if self.candidates or self._late():
                return
            rng = np.random.default_rng((self.options.seed, attempt))
            self._consider(construct(self.problem, book, rng, self._late))

    def _search(self) -> None:
        """Look for the least change first, then for better programmes, wider and wider."""
        wanted = sorted(
            {item for runs in self.template.plan.runs for run in runs for item in run.pattern.items}
        )
        self._half_days_alone()
        for price in (LEAST_EIGHTHS, BETWEEN_EIGHTHS, 0):
            book = self.book.with_keeping(self.keeping.priced(price))
            plan = completed(self.hand.plan, book, wanted, self._late)
            self._consider(plan)
            known = max(self.candidates, key=lambda each: each.worth, default=None)
            if price == 0 and known is not None and not plan.unmet and known.worth > self._worth(plan):
                plan = known.plan
            steps = neighbourhoods(plan, self.concerned, self.free)
            plan = refine(
                plan, steps, book, self._late if price != LEAST_EIGHTHS else self._is_least, self._consider
            )
            if price == 0:
                plan = widen(
                    plan,
                    book,
                    self.free,
                    seed=self.options.seed,
                    rounds=self.options.rounds,
                    stop=self._late,
                    on_better=lambda _: None,
                )
                self._consider(plan)

    def _is_least(self) -> bool:
        return self._late() or (len(self._shifted()) == 0 and self._least_is_proven())

    def _least_is_proven(self) -> bool:
        return any(each.differences.changes <= self.forced for each in self.candidates)

    # -- candidates ----------------------------------------------------------------------------------------------

    def _consider(self, plan: Plan) -> None:
        """Keep a plan's programme as a proposal if the checker accepts it, or what it accepts of it."""
        key = tuple(frozenset(runs) for runs in plan.runs)
        if key in self.tried:
            return
        self.tried.add(key)
        programme = self.template.programme(plan)
        if check_programme(self.after, programme, ruler=self.template.ruler):
            settled = settle(plan.mended(), self.template.fresh)
            self.missing = settled.missing
            if not settled.is_solved or settled.programme is None:
                return
            plan, programme = settled.plan, settled.programme
        if self._past(programme) != self._past(self.published):
            return
        found = _Candidate(
            plan=plan,
            programme=programme,
            differences=differences(self.trip, self.published, self.after, programme, self.cancelled),
            worth=self._worth(plan),
            seconds=self._seconds(),
        )
        self.candidates.append(found)
        if self.first is None:
            self.first = self._seconds()
            if self.on_repair is not None:
                self.on_repair(self._repair(found, RepairKind.LEAST_CHANGE, None))

    def _past(self, programme: Programme) -> frozenset[object]:
        """Return what has begun; no repair changes it."""
        begun = [each for each in programme.sessions if self.problem.minutes(each.start) < self.now]
        known = self.after.delegate_by_id
        return frozenset(
            (each.item, each.start, tuple(person for person in each.attendees if person in known))
            for each in begun
        )

    def _worth(self, plan: Plan) -> int:
        return plan.objective + self.keeping.worth_of(plan)

    # -- the answer ----------------------------------------------------------------------------------------------

    def _proven_bound(self) -> int | None:
        """Return a proven bound of the objective, as far as there is time for one."""
        if not self.options.prove or self.options.first_only or self._late():
            return None
        from geleit.planner.bound import Prover  # not needed before the first proposal

        target = max(each.plan.objective for each in self.candidates)
        prover = Prover([self.problem])
        for _ in range(PROOF_STEPS):
            if self._late():
                break
            prover.advance(1, target)
        return None if prover.bound is None else max(prover.bound, target)

    def _ranked(self, bound: int | None) -> tuple[Repair, ...]:
        least = min(self.candidates, key=lambda each: (each.differences.changes, -each.worth))
        best = max(self.candidates, key=lambda each: (each.objective, each.worth, -each.differences.changes))
        chosen = [(RepairKind.LEAST_CHANGE, least)]
        middle = [
            each
            for each in self.candidates
            if least.differences.changes < each.differences.changes < best.differences.changes
            and least.objective < each.objective < best.objective
        ]
        if middle:
            chosen.append((RepairKind.BETWEEN, max(middle, key=lambda each: _bargain(each, least))))
        chosen.append((RepairKind.BEST, best))
        found: list[Repair] = []
        seen: set[object] = set()
        for kind, candidate in chosen:
            looks = instants(candidate.programme.sessions)
            if looks not in seen:
                seen.add(looks)
                found.append(self._repair(candidate, kind, bound))
        return tuple(found)

    def _repair(self, candidate: _Candidate, kind: RepairKind, bound: int | None) -> Repair:
        value = candidate.programme.value
        if value is None:
            raise AssertionError("a candidate states its value")
        is_least = kind is RepairKind.LEAST_CHANGE
        return Repair(
            kind=kind,
            programme=replace(candidate.programme, value=replace(value, bound=bound)),
            differences=candidate.differences,
            worth=candidate.worth,
            forced=self.forced,
            proven=candidate.differences.changes <= self.forced if is_least else bound == value.objective,
            seconds=candidate.seconds,
        )

    def _seconds(self) -> float:
        return time.monotonic() - self.began

    def _late(self) -> bool:
        if self.is_cancelled is not None and self.is_cancelled():
            return True
        return self.options.limit_s is not None and self._seconds() >= self.options.limit_s


def _bargain(candidate: _Candidate, least: _Candidate) -> float:
    """Return what each further change brings."""
    more = candidate.differences.changes - least.differences.changes
    return (candidate.objective - least.objective) / more


def with_tours_finished(
    trip: Trip, programme: Programme, changes: Sequence[Change], now: datetime | None
) -> Trip:
    """Return the changed trip in which whoever cancels on the way first comes back from the tour that has begun."""
    gone = {change.delegate for change in changes if isinstance(change, DelegateCancelled)}
    if now is None or not gone:
        return trip
    people = tuple(
        replace(
            person, presence=replace(person.presence, leaves=_back_at(trip, programme, person.id, leaves))
        )
        if person.id in gone and (leaves := person.presence.leaves) is not None
        else person
        for person in trip.delegates
    )
    return replace(trip, delegates=people)


def _back_at(trip: Trip, programme: Programme, person: str, now: datetime) -> datetime:
    """Return when a person is back from what has begun before ``now``."""
    bases = {station.base for station in trip.stations}
    begun = [s for s in programme.sessions_by_delegate.get(person, ()) if s.start < now]
    back = max([now, *(session.end for session in begun)])
    is_away = False
    moves = (move for move in programme.transfers if person in move.people)
    for move in sorted(moves, key=lambda move: move.depart):
        if move.depart < now or is_away:
            back, is_away = max(back, move.arrive), move.destination not in bases
    return back


def shortest_ways(ride: IntArray) -> IntArray:
    """Return the minutes of the quickest way from place to place, over other places too."""
    ways = np.where(
        (ride == 0) & ~np.eye(len(ride), dtype=np.bool_), FOREVER, ride
    )  # 0: of different stations
    for over in range(len(ways)):
        ways = np.minimum(ways, ways[:, over, None] + ways[None, over, :])
    return ways


def _is_reachable(problem: Problem, item: int, block: int, ways: IntArray) -> bool:
    """Whether some session of an item in a block leaves time to come from the base and to go back."""
    data, here = problem.items[item], problem.blocks[block]
    way, back = int(ways[here.base, data.place]), int(ways[data.place, here.base])
    last = here.hi - back - data.after - data.duration
    start = problem.first_start(item, here, here.lo + way + data.before)
    return start is not None and start <= last


def shifted_legs(trip: Trip, legs: Sequence[PlannedLeg]) -> tuple[PlannedLeg, ...] | Clash:
    """Return the legs at their departures with the trip's travel times; a missed one takes its next departure.

    A clash where it has none.
    """
    found: list[PlannedLeg] = []
    for leg in sorted(legs, key=lambda leg: leg.depart):
        known = trip.leg_by_id.get(leg.leg)
        if known is None:
            continue
        again = planned(known, leg.depart)
        if found and again.depart < found[-1].arrive:
            ready = found[-1].arrive
            later = [max(start, ready) for start, end in departure_spans(trip, known) if end >= ready]
            if not later:
                reason = Reason(code=ReasonCode.NOT_AT_STATION, detail=f"{found[-1].leg}, {leg.leg}")
                return Clash(reasons=(reason,))
            again = planned(known, min(later))
        found.append(again)
    return tuple(found)
