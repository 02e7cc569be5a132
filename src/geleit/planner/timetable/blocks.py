"""Solve one block with the others fixed: choose the groups' tours and who goes along.

Greedy by marginal benefit with exact re-evaluation, then exchange of tours and of people. Deterministic for a seed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from geleit.domain.items import RuleKind
from geleit.planner.problem import ALWAYS, BoolArray, IntArray, Problem
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.patterns import Limits, Pattern, enumerate_patterns
from geleit.planner.timetable.plan import Plan, Plenary, Run, phi, run_price

BARRED = -(10**12)
FORCED = 10**8
"""Worth of taking along someone who must come; far above any benefit."""
DEMANDED = 10**10
"""Worth of a session that must be there."""
TRIED = 4
"""Best-looking tours that are evaluated exactly."""


@dataclass(slots=True)
class PatternSet:
    """Patterns of a block with what the choice needs of them as arrays."""

    patterns: list[Pattern]
    visits: BoolArray
    """Patterns by items."""
    price: IntArray
    seats: BoolArray
    """Whether a vehicle is needed."""


class PatternBook:
    """Enumerated patterns, kept by block, limits and given items."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._kept: dict[tuple[object, ...], PatternSet] = {}

    def patterns(self, block: int, limits: tuple[Limits, ...], plenaries: tuple[Plenary, ...]) -> PatternSet:
        """Return the patterns of a block that keep within one of the limits."""
        key = (block, limits, tuple((given.item, given.starts, given.people is None) for given in plenaries))
        if key not in self._kept:
            if len(self._kept) > 3000:
                self._kept.clear()
            self._kept[key] = self._enumerate(block, limits, plenaries)
        return self._kept[key]

    def _enumerate(self, block: int, limits: tuple[Limits, ...], plenaries: tuple[Plenary, ...]) -> PatternSet:
        given = {plenary.item: plenary.starts for plenary in plenaries if plenary.people is None}
        split = {plenary.item: plenary.starts for plenary in plenaries if plenary.people is not None}
        found: dict[tuple[tuple[int, ...], tuple[int, ...]], Pattern] = {}
        for limit in limits:
            for extra in ({}, split) if split else ({},):
                for pattern in enumerate_patterns(
                    self.problem, self.problem.blocks[block], limit, {**given, **extra}
                ):
                    found.setdefault((pattern.items, pattern.starts), pattern)
        patterns = list(found.values())
        visits = np.zeros((len(patterns), len(self.problem.items)), dtype=np.bool_)
        for row, pattern in enumerate(patterns):
            visits[row, list(pattern.items)] = True
        price = np.array([run_price(pattern) for pattern in patterns], dtype=np.int64)
        seats = np.array([pattern.vehicle for pattern in patterns], dtype=np.bool_)
        return PatternSet(patterns, visits, price, seats)


@dataclass(slots=True)
class Chosen:
    """A tour under construction."""

    row: int
    cap: int
    group: str
    people: set[int]
    guide: int | None
    interpreters: tuple[int, ...]
    locked: set[int]
    least: int


@dataclass(slots=True)
class Visits:
    """Visits to one item so far: people by start, over the whole plan."""

    by_start: dict[int, list[int]] = field(default_factory=dict)

    def sessions(self, cap: int) -> int:
        """Return how many sessions of at most ``cap`` people the visits need; a group is not divided."""
        return sum(len(pack(sizes, cap)) for sizes in self.by_start.values())


def pack(sizes: Iterable[int], cap: int) -> list[int]:
    """Return the loads of sessions when groups share them first-fit, largest group first."""
    loads: list[int] = []
    for size in sorted(sizes, reverse=True):
        fitting = next((number for number, load in enumerate(loads) if load + size <= cap), None)
        if fitting is None:
            loads.append(size)
        else:
            loads[fitting] += size
    return loads


def solve_block(
    plan: Plan,
    block: int,
    book: PatternBook,
    rng: np.random.Generator,
    *,
    noise: float = 0.0,
    back_by: int = ALWAYS,
    most: int = ALWAYS,
) -> tuple[Run, ...] | None:
    """Return the block's runs, or None when the people who must go somewhere cannot.

    Parameters
    ----------
    plan
        The plan with this block empty.
    noise
        Relative disturbance of the marginal benefits, for variety.
    back_by
        Tours without a meal of their own are back by then, so that later day parts keep room.
    most
        Tours at most.
    """
    return _BlockSolver(plan, block, book, rng, noise=noise, back_by=back_by, most=most).solve()


class _BlockSolver:
    def __init__(
        self,
        plan: Plan,
        block: int,
        book: PatternBook,
        rng: np.random.Generator,
        *,
        noise: float,
        back_by: int,
        most: int,
    ) -> None:
        self.plan, self.problem, self.index = plan, plan.problem, block
        self.block = plan.problem.blocks[block]
        self.rng, self.noise = rng, noise
        limits = tuple(replace(limit, hi=min(limit.hi, back_by)) for limit in limits_of(plan, block))
        self.set = book.patterns(block, limits, plan.plenaries[block])
        self.busy = plan.busy(block)
        self.chosen: list[Chosen] = []
        self.forced = self._forced()
        taken = [len(plan.runs[other]) for other in plan.conflicting(block)]
        self.groups_free = min(most, max(0, len(self.problem.seats) - max(taken, default=0)))
        pinned = {run.group for other in plan.conflicting(block) for run in plan.runs[other] if run.group}
        self.group_seats = {group: seats for group, seats in self.problem.seats if group not in pinned}
        self.worth = self._worths()
        self.rows = np.ones(len(self.set.patterns), dtype=np.bool_) & (self.worth > BARRED // 2).any(axis=1)
        self.rows &= self._rows_fit_rules()

    # -- what stays the same while tours are chosen ---------------------------------------------------------------

    def _forced(self) -> BoolArray:
        """Return who must be in a run of this block: all who are there all day, where an item is for everyone."""
        forced = np.zeros(self.problem.people, dtype=np.bool_)
        for given in self.plan.plenaries[self.index]:
            if given.people is None:
                forced |= obliged(self.problem, self.index)
            else:
                forced[list(given.people)] = True
        return forced

    def _worths(self) -> IntArray:
        """Return what each tour is worth to each person, in half points, patterns by people."""
        problem, plan = self.problem, self.plan
        visits = self.set.visits
        fresh = problem.worth * ~plan.attended
        gain = visits.astype(np.int64) @ (fresh * problem.attends)
        base = phi(plan.benefit, problem.breaks)
        worth: IntArray = phi(plan.benefit[None, :] + gain, problem.breaks) - base[None, :]
        worth = worth - self.set.price[:, None]
        if self.noise:
            worth = (worth * self.rng.uniform(1 - self.noise, 1 + self.noise, worth.shape[1])).astype(np.int64)
            worth = (worth * self.rng.uniform(1 - self.noise, 1 + self.noise, (worth.shape[0], 1))).astype(np.int64)
        again = visits.astype(np.int64) @ (plan.attended & problem.attends).astype(np.int64)
        shut_out = visits.astype(np.int64) @ (~problem.member).astype(np.int64)
        out = np.array([pattern.out for pattern in self.set.patterns], dtype=np.int64)
        back = np.array([pattern.back for pattern in self.set.patterns], dtype=np.int64)
        away = (problem.joins[None, :] > out[:, None]) | (problem.leaves[None, :] < back[:, None])
        worth[(again > 0) | (shut_out > 0) | away] = BARRED
        worth[:, list(self.busy)] = BARRED
        for given in plan.plenaries[self.index]:
            if given.people is not None:
                others = np.ones(problem.people, dtype=np.bool_)
                others[list(given.people)] = False
                worth[np.ix_(visits[:, given.item], others)] = BARRED
                worth[np.ix_(~visits[:, given.item], ~others)] = BARRED
        return worth

    def _rows_fit_rules(self) -> BoolArray:
        """Return which tours keep the rules between items, given the other blocks."""
        ok = np.ones(len(self.set.patterns), dtype=np.bool_)
        if not self.problem.item_rules:
            return ok
        for row, pattern in enumerate(self.set.patterns):
            ok[row] = fits_rules(self.problem, self.plan.placed, pattern)
        return ok

    # -- what changes with every tour chosen -----------------------------------------------------------------------

    def _visits(self) -> Mapping[int, Visits]:
        """Return visits by item over the plan and the tours chosen so far."""
        found: dict[int, Visits] = {}
        for item, placed in self.plan.placed.items():
            for start, people in placed:
                self._count(found, item, start, people)
        for chosen in self.chosen:
            pattern = self.set.patterns[chosen.row]
            for item, start in zip(pattern.items, pattern.starts, strict=True):
                self._count(found, item, start, self._inside(item, chosen.people))
        return found

    def _count(self, found: dict[int, Visits], item: int, start: int, people: int) -> None:
        found.setdefault(item, Visits()).by_start.setdefault(start, []).append(people)

    def _inside(self, item: int, people: Iterable[int]) -> int:
        members = list(people)
        return int(self.problem.attends[item, members].sum()) if members else 0

    def _caps(self) -> IntArray:
        """Return how many people each tour could take now; 0 where it cannot be made."""
        visits = self._visits()
        item_cap = np.full(len(self.problem.items), ALWAYS, dtype=np.int64)
        joint: dict[int, dict[int, int]] = {}
        for data in self.problem.items:
            seen = visits.get(data.index)
            if data.together:
                item_cap[data.index] = ALWAYS
            elif seen is None or self._sessions(data.index, seen) < data.sessions_max:
                item_cap[data.index] = data.cap
            else:
                item_cap[data.index] = 0
                left = {start: data.cap - min(pack(sizes, data.cap)) for start, sizes in seen.by_start.items()}
                joint[data.index] = {start: room for start, room in left.items() if room > 0}
        by_row = np.where(self.set.visits, item_cap[None, :], ALWAYS).min(axis=1)
        for item, starts in joint.items():
            for row in np.flatnonzero(self.set.visits[:, item]):
                by_row[row] = self._joint_cap(int(row), item, starts, item_cap, joint)
        seats = max(self._free_groups().values(), default=0)
        by_row = np.where(self.set.seats, np.minimum(by_row, seats), by_row)
        return np.where(self.rows, by_row, 0)

    def _joint_cap(
        self, row: int, item: int, starts: Mapping[int, int], caps: IntArray, joint: Mapping[int, Mapping[int, int]]
    ) -> int:
        """Return the cap of a tour that would join sessions that are already there."""
        pattern = self.set.patterns[row]
        room = ALWAYS
        for visited, start in zip(pattern.items, pattern.starts, strict=True):
            room = min(room, joint[visited].get(start, 0) if visited in joint else int(caps[visited]))
        return room

    def _sessions(self, item: int, visits: Visits) -> int:
        data = self.problem.items[item]
        return 1 if data.together else visits.sessions(data.cap)

    def _free_groups(self) -> dict[str, int]:
        used = {chosen.group for chosen in self.chosen}
        return {group: seats for group, seats in self.group_seats.items() if group not in used}

    def _current(self, without: Chosen | None = None) -> IntArray:
        """Return what each person has in this block so far; a forced person without a tour has much to gain."""
        current = np.where(self.forced, -FORCED, 0).astype(np.int64)
        for chosen in self.chosen:
            if chosen is not without:
                members = list(chosen.people)
                current[members] = np.maximum(self.worth[chosen.row, members], current[members])
        return current

    def _locked(self) -> set[int]:
        return {person for chosen in self.chosen for person in chosen.locked}

    # -- choosing ----------------------------------------------------------------------------------------------------

    def solve(self) -> tuple[Run, ...] | None:
        if not self.set.patterns:
            return None if self.forced.any() else ()
        self._fill()
        for _ in range(2 if len(self.chosen) > 1 else 0):
            if not self._exchange_tours():
                break
        self._exchange_people()
        self._drop_too_small()
        uncovered = set(np.flatnonzero(self.forced).tolist()) - {p for c in self.chosen for p in c.people}
        if uncovered:
            return None
        return tuple(self._run(chosen) for chosen in self.chosen)

    def _fill(self) -> None:
        while len(self.chosen) < self.groups_free:
            best = self._best_addition()
            if best is None:
                return
            self._take(best)

    def _take(self, chosen: Chosen) -> None:
        for other in self.chosen:
            other.people -= chosen.people
        self.chosen.append(chosen)

    def _best_addition(self) -> Chosen | None:
        """Return the tour that adds most, or None when none adds anything."""
        caps = self._caps()
        rows = np.flatnonzero(caps > 0)
        if not len(rows):
            return None
        locked = self._locked()
        gain = self.worth[rows] - self._current()[None, :]
        gain[self.worth[rows] <= BARRED // 2] = 0
        if locked:
            gain[:, list(locked)] = 0
        gain = np.clip(gain, 0, None)
        ordered = -np.sort(-gain, axis=1)
        sums = np.cumsum(ordered, axis=1)
        last = np.minimum(caps[rows], gain.shape[1]) - 1
        scores = sums[np.arange(len(rows)), last] + self._bonus(rows)
        best: tuple[int, Chosen] | None = None
        for position in np.argsort(-scores, kind="stable")[: TRIED * 3]:
            if best is not None and scores[position] <= best[0]:
                break
            row = int(rows[position])
            built = self._build(row, int(caps[row]))
            if built is not None and (best is None or built[0] > best[0]):
                best = built
        return best[1] if best is not None and best[0] > 0 else None

    def _bonus(self, rows: IntArray) -> IntArray:
        """Return the worth of sessions that must be there and are not yet."""
        bonus = np.zeros(len(rows), dtype=np.int64)
        done = {
            (item, start)
            for chosen in self.chosen
            for item, start in zip(
                self.set.patterns[chosen.row].items, self.set.patterns[chosen.row].starts, strict=True
            )
        }
        items_done = {item for item, _ in done}
        for item, start in self.plan.unmet:
            if (start is None and item in items_done) or (item, start) in done:
                continue
            for position in np.flatnonzero(self.set.visits[rows, item]):
                pattern = self.set.patterns[int(rows[position])]
                if start is None or start in pattern.starts:
                    bonus[position] += DEMANDED
        return bonus

    def _build(self, row: int, cap: int) -> tuple[int, Chosen] | None:
        """Return what a tour adds and the tour with its people, or None when it cannot be made."""
        pattern, worth, current = self.set.patterns[row], self.worth[row], self._current()
        group = self._group_for(pattern)
        if group is None or not self._keeps_rules(pattern):
            return None
        cap = min(cap, self.group_seats[group]) if pattern.vehicle else cap
        taken = {person for chosen in self.chosen for person in chosen.locked}
        locked = self._required(pattern, worth, taken)
        if locked is None:
            return None
        guide = None
        if self.problem.trip.guides_required and pattern.moves and not (locked & set(self.problem.guides)):
            guide = self._guide(pattern, worth, taken | locked)
            if guide is None:
                return None
            locked.add(guide)
        elif locked & set(self.problem.guides):
            guide = min(locked & set(self.problem.guides))
        options = [
            self._crew(row, cap, locked, interpreters, current, taken)
            for interpreters in self._interpreter_choices(pattern, worth, taken | locked, locked)
        ]
        best = max((option for option in options if option), key=lambda option: option[0], default=None)
        if best is None:
            return None
        value, people, interpreters, least = best
        value += int(self._bonus(np.array([row]))[0])
        return value, Chosen(row, cap, group, people, guide, interpreters, locked | set(interpreters), least)

    def _keeps_rules(self, pattern: Pattern) -> bool:
        """Whether the tour keeps the rules between items beside the tours chosen so far."""
        if not self.problem.item_rules or not self.chosen:
            return True
        placed = {item: list(visits) for item, visits in self.plan.placed.items()}
        for chosen in self.chosen:
            other = self.set.patterns[chosen.row]
            for item, start in zip(other.items, other.starts, strict=True):
                placed.setdefault(item, []).append((start, 1))
        return fits_rules(self.problem, {item: tuple(visits) for item, visits in placed.items()}, pattern)

    def _group_for(self, pattern: Pattern) -> str | None:
        wanted = {group for item in pattern.items if (group := self.problem.items[item].group)}
        free = self._free_groups()
        if len(wanted) > 1:
            return None
        if wanted:
            name = wanted.pop()
            return name if name in free else None
        reserved = {item.group for item in self.problem.items if item.group and self.index in
                    self.problem.blocks_of[item.index]}
        ranked = sorted(free, key=lambda group: (group in reserved, -free[group]))
        return ranked[0] if ranked else None

    def _required(self, pattern: Pattern, worth: IntArray, taken: set[int]) -> set[int] | None:
        """Return the people without whom the tour makes no sense, or None when one of them cannot come."""
        needed: set[int] = set()
        for item in pattern.items:
            data = self.problem.items[item]
            if not self.plan.attended[item].any() or data.sessions_max == 1:
                needed |= set(data.required)
            else:
                needed |= {
                    person for person in data.required if self.problem.trip.delegates[person].id
                    in self.problem.trip.items[item].required_people
                }
        if any(worth[person] <= BARRED // 2 or person in taken for person in needed):
            return None
        heads = set(self.problem.heads)
        if any(self.problem.items[item].needs_head for item in pattern.items) and not (needed & heads):
            free = [head for head in self.problem.heads if worth[head] > BARRED // 2 and head not in taken]
            if not free:
                return None
            needed.add(max(free, key=lambda head: (int(worth[head]), -head)))
        return needed

    def _guide(self, pattern: Pattern, worth: IntArray, taken: set[int]) -> int | None:
        free = [guide for guide in self.problem.guides if worth[guide] > BARRED // 2 and guide not in taken]
        if not free:
            return None
        items = list(pattern.items)

        def rank(guide: int) -> tuple[int, int, int]:
            fluent = int((self.problem.speaks[items, guide] | ~self.problem.attends[items, guide]).sum())
            return fluent, int(not self.problem.trip.delegates[guide].role.benefits), -guide

        return max(free, key=rank)

    def _interpreter_choices(
        self, pattern: Pattern, worth: IntArray, taken: set[int], locked: set[int]
    ) -> list[tuple[int, ...]]:
        """Return who may interpret on the tour: nobody, or one interpreter for all its hosts."""
        foreign = [item for item in pattern.items if not self.problem.speaks[item].all()]
        if not foreign:
            return [()]
        able = [
            number
            for number in self.problem.interpreters
            if (worth[number] > BARRED // 2 and (number not in taken or number in locked))
            and all((number, item) in self.problem.interprets for item in foreign)
        ]
        return [(), *((number,) for number in able[:2])]

    def _followers(self, pattern: Pattern, interpreters: tuple[int, ...]) -> BoolArray:
        """Return who can follow every host of the tour with those interpreters."""
        ok = np.ones(self.problem.people, dtype=np.bool_)
        for item in pattern.items:
            understands = self.problem.speaks[item].copy()
            for number in interpreters:
                if (number, item) in self.problem.interprets:
                    understands |= self.problem.interprets[number, item]
            ok &= understands | ~self.problem.attends[item]
        return ok

    def _crew(
        self, row: int, cap: int, locked: set[int], interpreters: tuple[int, ...], current: IntArray, taken: set[int]
    ) -> tuple[int, set[int], tuple[int, ...], int] | None:
        pattern, worth = self.set.patterns[row], self.worth[row]
        crew = locked | set(interpreters)
        follows = self._followers(pattern, interpreters)
        if len(crew) > cap or not follows[list(crew)].all():
            return None
        least = max((self._least(item) for item in pattern.items), default=1)
        gain = np.where((worth > BARRED // 2) & follows, worth - current, BARRED)
        value = int(gain[list(crew)].sum()) if crew else 0
        ranked = [int(p) for p in np.argsort(-gain, kind="stable") if p not in crew and p not in taken]
        for person in ranked:
            if len(crew) >= cap or gain[person] <= BARRED // 2:
                break
            if gain[person] <= 0 and len(crew) >= least:
                break
            if not self._may_leave(person):
                continue
            crew.add(person)
            value += int(gain[person])
        if len(crew) < least or not crew:
            return None
        return value, crew, interpreters, least

    def _least(self, item: int) -> int:
        data = self.problem.items[item]
        return 1 if data.together else data.min_people

    def _may_leave(self, person: int) -> bool:
        home = next((chosen for chosen in self.chosen if person in chosen.people), None)
        return home is None or (person not in home.locked and len(home.people) > home.least)

    # -- improving -----------------------------------------------------------------------------------------------------

    def _total(self) -> int:
        covered = {person for chosen in self.chosen for person in chosen.people}
        value = sum(int(self.worth[chosen.row, list(chosen.people)].sum()) for chosen in self.chosen)
        value -= FORCED * len(set(np.flatnonzero(self.forced).tolist()) - covered)
        met = {
            (item, start)
            for chosen in self.chosen
            for item, start in zip(
                self.set.patterns[chosen.row].items, self.set.patterns[chosen.row].starts, strict=True
            )
        }
        items = {item for item, _ in met}
        return value + DEMANDED * sum(
            (item in items) if start is None else ((item, start) in met) for item, start in self.plan.unmet
        )

    def _exchange_tours(self) -> bool:
        """Take one tour out and put the best in its place, for each in turn; True when anything got better."""
        better = False
        for number in range(len(self.chosen)):
            before, kept = self._total(), self._copy()
            del self.chosen[number]
            self._fill()
            if self._total() <= before:
                self.chosen = kept
            else:
                better = True
            if number + 1 >= len(self.chosen):
                break
        return better

    def _copy(self) -> list[Chosen]:
        return [
            Chosen(c.row, c.cap, c.group, set(c.people), c.guide, c.interpreters, set(c.locked), c.least)
            for c in self.chosen
        ]

    def _exchange_people(self) -> None:
        """Move and swap people between tours as long as it pays."""
        for _ in range(400):
            move = self._best_move()
            if move is None:
                return
            for person, source, target in move:
                if source is not None:
                    source.people.discard(person)
                if target is not None:
                    target.people.add(person)

    def _best_move(self) -> list[tuple[int, Chosen | None, Chosen | None]] | None:
        tours: list[Chosen | None] = [*self.chosen, None]
        best_gain, best = 0, None
        change: dict[tuple[int, int], tuple[int, int]] = {}
        for a, source in enumerate(tours):
            for b, target in enumerate(tours):
                if a != b and (found := self._best_single(source, target)) is not None:
                    change[a, b] = found
        for (a, b), (gain, person) in change.items():
            source, target = tours[a], tours[b]
            fits_source = source is None or len(source.people) > source.least
            fits_target = target is None or len(target.people) < self._room(target)
            if fits_source and fits_target and gain > best_gain:
                best_gain, best = gain, [(person, source, target)]
            if a < b and (b, a) in change:
                other_gain, other = change[b, a]
                if gain + other_gain > best_gain:
                    best_gain, best = gain + other_gain, [(person, source, target), (other, target, source)]
        return best

    def _room(self, chosen: Chosen) -> int:
        """Return how many people a tour may have now: one more than it has, if its hosts have room for one more."""
        pattern, size = self.set.patterns[chosen.row], len(chosen.people)
        if size >= chosen.cap:
            return size
        visits = self._visits()
        for item, start in zip(pattern.items, pattern.starts, strict=True):
            data = self.problem.items[item]
            if data.together or data.cap >= ALWAYS:
                continue
            seen, inside = visits[item], self._inside(item, chosen.people)
            sizes = [*seen.by_start[start], inside + 1]
            sizes.remove(inside)
            grown = Visits({**seen.by_start, start: sizes})
            if inside + 1 > data.cap or grown.sessions(data.cap) > data.sessions_max:
                return size
        return size + 1

    def _best_single(self, source: Chosen | None, target: Chosen | None) -> tuple[int, int] | None:
        """Return the best gain of moving one person, and who it is."""
        if source is None:
            placed = {person for chosen in self.chosen for person in chosen.people}
            movable = [p for p in range(self.problem.people) if p not in placed and p not in self.busy]
        else:
            movable = [person for person in sorted(source.people) if person not in source.locked]
        if not movable:
            return None
        there = np.zeros(len(movable), dtype=np.int64)
        if target is not None:
            there = self.worth[target.row, movable]
            follows = self._followers(self.set.patterns[target.row], target.interpreters)[movable]
            there = np.where(follows, there, BARRED)
        here = np.zeros(len(movable), dtype=np.int64) if source is None else self.worth[source.row, movable]
        away = self.forced[movable]
        if target is None:
            there = np.where(away, BARRED, there)
        if source is None:
            here = np.where(away, -FORCED, here)
        gain = np.where(there <= BARRED // 2, BARRED, there - here)
        top = int(np.argmax(gain))
        return None if gain[top] <= BARRED // 2 else (int(gain[top]), movable[top])

    def _drop_too_small(self) -> None:
        """Take out tours that lost the people their hosts ask for."""
        self.chosen = [chosen for chosen in self.chosen if chosen.people and len(chosen.people) >= chosen.least]

    def _run(self, chosen: Chosen) -> Run:
        pattern = self.set.patterns[chosen.row]
        pinned = any(self.problem.items[item].group for item in pattern.items)
        return Run(
            pattern=pattern,
            people=tuple(sorted(chosen.people)),
            guide=chosen.guide,
            locked=frozenset(chosen.locked),
            group=chosen.group if pinned else None,
        )


def obliged(problem: Problem, block: int) -> BoolArray:
    """Return who is with the delegation for the whole of the block's day, and so goes where everyone goes."""
    day = problem.blocks[block].day
    same_day = [other for other in problem.blocks if other.day == day]
    start, end = min(other.lo for other in same_day), max(other.hi for other in same_day)
    there: BoolArray = (problem.joins <= start) & (problem.leaves >= end)
    return there


def fits_rules(problem: Problem, placed: Mapping[int, tuple[tuple[int, int], ...]], pattern: Pattern) -> bool:
    """Whether a tour keeps the rules between items (H8), given the sessions that are there."""
    times: dict[int, list[int]] = {item: [start for start, _ in visits] for item, visits in placed.items()}
    for item, start in zip(pattern.items, pattern.starts, strict=True):
        times.setdefault(item, []).append(start)
    mine = set(pattern.items)
    for rule in problem.item_rules:
        if not mine & set(rule.items):
            continue
        there = [item for item in rule.items if item in times]
        if rule.kind is RuleKind.AT_MOST_ONE and len(there) > 1:
            return False
        if rule.kind is RuleKind.SAME_TIME and len({start for item in there for start in times[item]}) > 1:
            return False
        if rule.kind is RuleKind.BEFORE:
            for first, second in zip(there, there[1:], strict=False):
                end = max(times[first]) + problem.items[first].duration + rule.gap_min
                if end > min(times[second]):
                    return False
    return True

