"""First plan: items for everyone find their place, then block after block is filled."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

import numpy as np

from geleit.domain.items import RuleKind
from geleit.planner.problem import ALWAYS, Problem
from geleit.planner.timetable.blocks import solve_block
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.plan import Plan, Plenary, Run
from geleit.planner.timetable.sessions import fits_rules, obliged_to

MAX_TRIES = 400
STEP_MIN = 30
NOTHING = frozenset[int]()
Placing = dict[int, Plenary]
"""Blocks in which an item for everyone lies, with its part of the people."""


def _never() -> bool:
    return False


def _ignore(_: Plan) -> None:
    return


def construct(
    problem: Problem,
    book: PatternBook,
    rng: np.random.Generator,
    stop: Callable[[], bool] = _never,
    on_skeleton: Callable[[Plan], None] = _ignore,
    *,
    grow: bool = True,
) -> Plan:
    """Return a plan; items for everyone that must be there are placed if a place is found at all.

    Parameters
    ----------
    stop
        Asked between steps: deadline or cancellation. What is there by then is the plan.
    on_skeleton
        Told the plan with nothing but what must be there, before the rest is filled.
    grow
        Whether to fill the rest; if not, that is left to a search, as long as all that must be there is.
    """
    plan = place_plenaries(Plan.empty(problem), book, stop)
    skeleton = _skeleton(plan, book, rng)
    on_skeleton(skeleton)
    if not skeleton.unmet and not skeleton.torn:
        return _grown(skeleton, book, rng, stop) if grow else skeleton
    return meet_demands(_filled(plan, book, rng, stop), book, rng, stop=stop)


def _skeleton(plan: Plan, book: PatternBook, rng: np.random.Generator) -> Plan:
    """Return the plan with tours to the items for everyone and to those that must be there."""
    for block in [block for block, given in enumerate(plan.plenaries) if given]:
        runs = solve_block(plan.with_runs({block: ()}), block, book, rng, among=NOTHING, polish=False)
        if runs is None:
            return plan
        plan = plan.with_runs({block: runs})
    due = frozenset(item for item, _ in plan.unmet)
    for item in dict.fromkeys(
        item for item, _ in sorted(plan.unmet, key=lambda demand: (demand[0], demand[1] or 0))
    ):
        plan = _with_item(plan, item, due, book, rng)
        for other in sorted({other for there in plan.torn for other in _partners(plan, there)}):
            plan = _with_item(plan, other, due | {other}, book, rng)
    return plan


def _partners(plan: Plan, there: tuple[int, ...]) -> set[int]:
    """Return the items that must take place because those that are there do."""
    return {
        item
        for rule in plan.problem.item_rules
        if rule.kind is RuleKind.TOGETHER and set(there) & set(rule.items)
        for item in rule.items
        if item not in plan.placed
    }


def _with_item(
    plan: Plan, item: int, due: frozenset[int], book: PatternBook, rng: np.random.Generator
) -> Plan:
    """Return the plan with an item in the first block where it fits beside others that are due, or as it was."""
    if item in plan.placed and item not in {missing for missing, _ in plan.unmet}:
        return plan
    for block in sorted(plan.problem.blocks_of[item], key=lambda block: (len(plan.runs[block]), block)):
        if not plan.plenaries[block]:
            filled = fill(plan, (block,), book, rng, focus=item, among=due, polish=False)
            if filled is not None and item in filled.placed and len(filled.unmet) <= len(plan.unmet):
                return filled
    return plan


def _grown(plan: Plan, book: PatternBook, rng: np.random.Generator, stop: Callable[[], bool]) -> Plan:
    """Return a plan that has what must be there, its blocks filled one by one, as far as nothing of it is lost."""
    for block in order(plan, tuple(range(len(plan.problem.blocks))), rng, long_first=None):
        if stop():
            break
        filled = fill(plan, (block,), book, rng)
        if filled is not None and filled.rank > plan.rank:
            plan = filled
    return plan


def _filled(plan: Plan, book: PatternBook, rng: np.random.Generator, stop: Callable[[], bool]) -> Plan:
    """Return the plan with all blocks filled; items for everyone that cannot be kept go, the last placed first."""
    blocks = tuple(range(len(plan.problem.blocks)))
    while (filled := fill(plan, blocks, book, rng)) is None:
        if stop():
            return Plan.empty(plan.problem)
        with_plenary = [block for block in blocks if plan.plenaries[block]]
        block = next(
            (block for block in with_plenary if fill(plan, (block,), book, rng) is None), with_plenary[-1]
        )
        plan = without_plenary(plan, plan.plenaries[block][-1].item)
    return filled


def without_plenary(plan: Plan, item: int) -> Plan:
    """Return the plan without an item for everyone; the blocks where it was are cleared."""
    homes = {
        block: tuple(given for given in here if given.item != item)
        for block, here in enumerate(plan.plenaries)
        if any(given.item == item for given in here)
    }
    return plan.with_plenaries(homes)


# -- items for everyone ------------------------------------------------------------------------------------------


def place_plenaries(plan: Plan, book: PatternBook, stop: Callable[[], bool] = _never) -> Plan:
    """Return the plan with every item for everyone in a block, as far as they fit; must items first."""
    items = [item for item in plan.problem.items if item.for_all and plan.problem.blocks_of[item.index]]
    items.sort(
        key=lambda item: (not item.must, not item.fixed, len(plan.problem.blocks_of[item.index]), item.index)
    )
    must = [item.index for item in items if item.must]
    tries = [MAX_TRIES]
    placed = _place_all(plan, book, must, tries, stop) or _place_greedily(plan, book, must, stop)
    return _place_greedily(placed, book, [item.index for item in items if not item.must], stop)


def _place_all(
    plan: Plan, book: PatternBook, items: list[int], tries: list[int], stop: Callable[[], bool]
) -> Plan | None:
    """Return the plan with all of the items placed, by depth-first search, or None."""
    if not items:
        return plan
    for placing in placings(plan, items[0]):
        if tries[0] <= 0 or stop():
            return None
        tries[0] -= 1
        tried = with_placing(plan, placing, book)
        if tried is not None and (found := _place_all(tried, book, items[1:], tries, stop)) is not None:
            return found
    return None


def _place_greedily(plan: Plan, book: PatternBook, items: list[int], stop: Callable[[], bool]) -> Plan:
    for item in items:
        for placing in placings(plan, item):
            if stop():
                return plan
            tried = with_placing(plan, placing, book)
            if tried is not None:
                plan = tried
                break
    return plan


def placings(plan: Plan, item: int) -> Iterator[Placing]:
    """Yield the places an item for everyone could have, the likeliest first."""
    problem = plan.problem
    data = problem.items[item]
    worth = problem.worth.sum(axis=1)
    open_worth = {
        block: sum(int(worth[other]) for other in problem.items_in[block] if not problem.items[other].for_all)
        for block in problem.blocks_of[item]
    }
    short_first = sorted(
        problem.blocks_of[item],
        key=lambda block: (
            problem.blocks[block].is_long,
            len(plan.plenaries[block]),
            open_worth[block],
            block,
        ),
    )
    if data.only_fixed and len(data.fixed) > 1:
        yield from _confirmed(problem, item, short_first)
        return
    for block in short_first:
        if data.together or data.only_fixed:
            for start in _starts(problem, item, block):
                yield {block: Plenary(item, (start,))}
        else:
            yield {block: Plenary(item, ())}
    if not data.together and data.sessions_max > 1:
        yield from _divided(problem, item, short_first)
        for block in short_first if data.cap >= problem.people else ():
            for start in _starts(problem, item, block):
                yield {block: Plenary(item, (start,))}


def _starts(problem: Problem, item: int, block: int) -> list[int]:
    found: list[int] = []
    ready = problem.blocks[block].lo
    data = problem.items[item]
    if data.fixed:
        here = problem.blocks[block]
        return [start for start in data.fixed if here.start_lo <= start < here.start_hi]
    while (start := problem.first_start(item, problem.blocks[block], ready)) is not None and len(found) < 12:
        found.append(start)
        ready = start + STEP_MIN
    middle = len(found) // 2
    return sorted(found, key=lambda start: (found.index(start) not in (0, len(found) - 1, middle), start))


def _rooms(problem: Problem, item: int, block: int) -> list[int]:
    """Return how many people each of the groups can bring to an item, the largest group first."""
    data, base = problem.items[item], problem.blocks[block].base
    rides = bool(problem.rides[base, data.place])
    return [min(data.cap, seats if rides else ALWAYS) for _, seats in problem.seats]


def _confirmed(problem: Problem, item: int, blocks: list[int]) -> Iterator[Placing]:
    """Yield the placing of an item for everyone whose several sessions all have their times."""
    slots: dict[int, tuple[int, ...]] = {}
    for start in problem.items[item].fixed:
        home = next((block for block in blocks if start in _starts(problem, item, block)), None)
        if home is None:
            return
        slots[home] = (*slots.get(home, ()), start)
    if len(slots) == 1:
        yield {block: Plenary(item, starts) for block, starts in slots.items()}
        return
    rooms = {block: sum(_rooms(problem, item, block)[: len(starts)]) for block, starts in slots.items()}
    people = _assigned(problem, item, rooms)
    if people is not None and all(people.values()):
        yield {block: Plenary(item, starts, people[block]) for block, starts in slots.items()}


def _divided(problem: Problem, item: int, blocks: list[int]) -> Iterator[Placing]:
    """Yield placings over several blocks, the people spread over them as evenly as their groups and the host allow."""
    sessions_max = problem.items[item].sessions_max
    for first in range(len(blocks)):
        chosen: list[int] = []
        for block in blocks[first:]:
            if any(_share_part(problem, block, other) for other in chosen):
                continue
            chosen.append(block)
            if len(chosen) < 2:
                continue
            each = sessions_max // len(chosen)
            rooms = {
                block: sum(_rooms(problem, item, block)[: each + (number < sessions_max % len(chosen))])
                for number, block in enumerate(chosen)
            }
            people = _assigned(problem, item, rooms)
            if people is not None and all(people.values()):
                yield {block: Plenary(item, (), people[block]) for block in chosen}
                break
            if len(chosen) >= sessions_max:
                break


def _share_part(problem: Problem, block: int, other: int) -> bool:
    here, there = problem.blocks[block], problem.blocks[other]
    return here.day == there.day and bool(set(here.parts) & set(there.parts))


def _assigned(problem: Problem, item: int, rooms: Mapping[int, int]) -> dict[int, frozenset[int]] | None:
    """Return who goes in which block, or None where somebody finds no room; who has fewest choices comes first."""
    due = {block: set(np.flatnonzero(obliged_to(problem, block, item)).tolist()) for block in rooms}
    everyone = sorted(
        set[int]().union(*due.values()),
        key=lambda person: (sum(person in here for here in due.values()), person),
    )
    people: dict[int, set[int]] = {block: set() for block in rooms}
    for person in everyone:
        open_blocks = [block for block in rooms if person in due[block] and len(people[block]) < rooms[block]]
        if not open_blocks:
            return None
        people[min(open_blocks, key=lambda block: len(people[block]) / rooms[block])].add(person)
    return {block: frozenset(members) for block, members in people.items()}


def with_placing(plan: Plan, placing: Placing, book: PatternBook) -> Plan | None:
    """Return the plan with the item there and a tour that shows it can be reached, or None where it does not fit."""
    problem = plan.problem
    for block, plenary in placing.items():
        if any(plan.plenaries[other] for other in plan.conflicting(block)):
            return None
        everyone = int(obliged_to(problem, block, plenary.item).sum())
        data = problem.items[plenary.item]
        room = data.cap * (1 if data.together else min(data.sessions_max, max(1, len(problem.seats))))
        if plenary.people is None and room < everyone:
            return None
        plan = plan.with_plenaries({block: (*plan.plenaries[block], plenary)})
        held = hold(plan, block, book)
        if held is None or not _carries(problem, held.runs[block], everyone, plenary):
            return None
        if solve_block(plan, block, book, np.random.default_rng(0), among=NOTHING, polish=False) is None:
            return None
        plan = held
    return plan


def _carries(problem: Problem, runs: tuple[Run, ...], everyone: int, plenary: Plenary) -> bool:
    """Whether the groups' seats suffice for everyone who must go."""
    needed = everyone if plenary.people is None else len(plenary.people)
    seats = sum(seats for _, seats in problem.seats)
    return not any(run.pattern.vehicle for run in runs) or seats >= needed


def hold(plan: Plan, block: int, book: PatternBook) -> Plan | None:
    """Return the plan with an empty tour that keeps the block's items for everyone reachable, or None."""
    if not plan.plenaries[block]:
        return plan.with_runs({block: ()})
    empty = plan.with_runs({block: ()})
    patterns = book.patterns(block, limits_of(empty, block), plan.plenaries[block], among=NOTHING).patterns
    given = {plenary.item for plenary in plan.plenaries[block]}
    exact = [
        pattern
        for pattern in patterns
        if given <= set(pattern.items) and fits_rules(plan.problem, empty.placed, pattern)
    ]
    if not exact:
        return None
    shortest = min(
        exact, key=lambda pattern: (len(pattern.items), pattern.ride_min + pattern.idle_min, pattern.back)
    )
    return empty.with_runs({block: (Run(shortest, ()),)})


# -- filling ---------------------------------------------------------------------------------------------------------


def fill(
    plan: Plan,
    blocks: tuple[int, ...],
    book: PatternBook,
    rng: np.random.Generator,
    *,
    noise: float = 0.0,
    long_first: bool | None = None,
    focus: int | None = None,
    among: frozenset[int] | None = None,
    polish: bool = True,
) -> Plan | None:
    """Return the plan with some blocks solved anew, or None where people who must go somewhere cannot.

    Parameters
    ----------
    blocks
        Blocks to clear and solve; those with items for everyone come first.
    long_first
        Whether whole-day tours choose before morning and afternoon; None lets chance say, weighed by what is there.
    focus
        An item that must be there and comes before all others.
    among
        Items that tours may visit besides those for everyone; None for all.
    polish
        As in ``solve_block``.
    """
    for block in blocks:
        held = hold(plan, block, book)
        if held is None:
            return None
        plan = held
    for block in order(plan, blocks, rng, long_first=long_first, focus=focus):
        here = plan.problem.blocks[block]
        if here.is_long and _plenary_by_day(plan, block):
            continue
        most = (
            int(rng.integers(0, len(plan.problem.seats))) + 1
            if here.is_long and plan.problem.seats and not plan.plenaries[block]
            else ALWAYS
        )
        cut = noon_cut(plan.problem, block, rng, noise=noise)
        runs = None
        for back_by in (cut, ALWAYS):
            runs = solve_block(
                plan.with_runs({block: ()}),
                block,
                book,
                rng,
                noise=noise,
                back_by=back_by,
                most=most,
                focus=focus,
                among=among,
                polish=polish,
            )
            if runs is not None and (focus is None or _visits(runs, focus)):
                break
        if runs is None:
            return None
        plan = plan.with_runs({block: runs})
    return plan


def _visits(runs: tuple[Run, ...], item: int) -> bool:
    return any(item in run.pattern.items for run in runs)


def _plenary_by_day(plan: Plan, block: int) -> bool:
    """Whether an item for everyone lies in a part of a whole-day block's day, so that nobody can be away all day."""
    return any(given.people is None for other in plan.conflicting(block) for given in plan.plenaries[other])


def order(
    plan: Plan,
    blocks: tuple[int, ...],
    rng: np.random.Generator,
    *,
    long_first: bool | None,
    focus: int | None = None,
) -> list[int]:
    """Return the blocks in the order in which they are solved; where the item in focus may lie comes first."""
    problem = plan.problem
    early = bool(rng.integers(0, 2)) if long_first is None else long_first
    wanted = {item for item, _ in plan.unmet}

    def rank(block: int) -> tuple[bool, bool, bool, bool, float]:
        here, items = problem.blocks[block], problem.items_in[block]
        wants = bool(wanted & set(items))
        has_focus = focus is not None and focus in items
        by_kind = here.is_long != early
        return (not has_focus, not plan.plenaries[block], not wants, by_kind, float(rng.random()))

    return sorted(blocks, key=rank)


def noon_cut(problem: Problem, block: int, rng: np.random.Generator, *, noise: float) -> int:
    """Return by when a morning's tours are back: in the middle of the room for lunch, or anywhere in it."""
    here = problem.blocks[block]
    if here.lunch is None or here.is_long or here.parts[0].value != "morning":
        return ALWAYS
    slack = here.lunch.end - here.lunch.need_min - here.lunch.start
    if slack <= 0:
        return ALWAYS
    share = float(rng.random()) if noise else 0.55
    return here.lunch.start + int(slack * share)


# -- sessions that must be there ---------------------------------------------------------------------------------------


def meet_demands(
    plan: Plan,
    book: PatternBook,
    rng: np.random.Generator,
    rounds: int = 40,
    stop: Callable[[], bool] = _never,
) -> Plan:
    """Return the plan with as many of the missing sessions as a few rounds of clearing and filling bring in."""
    for attempt in range(rounds):
        if not plan.unmet or stop():
            return plan
        wanted = sorted(plan.unmet, key=lambda demand: (demand[0], demand[1] or 0))
        item, _ = wanted[int(rng.integers(0, len(wanted)))]
        homes = plan.problem.blocks_of[item]
        if not homes:
            continue
        block = homes[int(rng.integers(0, len(homes)))]
        around = _around(plan, block, attempt // len(wanted))
        around = tuple(sorted({*around, *_tied_to(plan, item)}))
        base = _without_optional(plan, around) if attempt % 2 else plan
        is_long = plan.problem.blocks[block].is_long
        tried = fill(base, around, book, rng, noise=0.02, long_first=is_long, focus=item)
        if tried is not None and len(tried.unmet) <= len(plan.unmet):
            plan = tried
    return plan


def _tied_to(plan: Plan, item: int) -> Iterator[int]:
    """Yield the blocks in which items lie that a rule ties to an item."""
    tied = {other for rule in plan.problem.item_rules if item in rule.items for other in rule.items} - {item}
    for block, runs in enumerate(plan.runs):
        if any(tied & set(run.pattern.items) for run in runs):
            yield block


def _around(plan: Plan, block: int, widening: int) -> tuple[int, ...]:
    """Return what is solved anew for a block: itself, then its day, then the days around in turn."""
    if widening == 0:
        return (block, *plan.conflicting(block))
    day = plan.problem.blocks[block].day
    days = {day, day + timedelta(days=(0, 1, -1)[(widening - 1) % 3])}
    return tuple(other.index for other in plan.problem.blocks if other.day in days)


def _without_optional(plan: Plan, blocks: tuple[int, ...]) -> Plan:
    """Return the plan without those items for everyone in some blocks that need not be there."""
    for block in blocks:
        for given in plan.plenaries[block]:
            if not plan.problem.items[given.item].must:
                plan = without_plenary(plan, given.item)
    return plan


def day_of(problem: Problem, block: int) -> tuple[int, ...]:
    """Return the blocks of a block's day."""
    return tuple(other.index for other in problem.blocks if other.day == problem.blocks[block].day)
