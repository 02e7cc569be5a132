"""From the proof to a programme: the tours that would do with the fewest changes, put into the plan."""

from collections.abc import Sequence
from dataclasses import replace

from geleit.planner.problem import Block
from geleit.planner.repair.agendas import Visit
from geleit.planner.repair.dayparts import DayPartChange
from geleit.planner.repair.hand import crewed
from geleit.planner.repair.least import DayPartTours
from geleit.planner.repair.seating import heirs_of, seated
from geleit.planner.repair.shorter import shortened
from geleit.planner.timetable.plan import Plan, Plenary, Run
from geleit.planner.timetable.read import pattern_at


def regrouped(plan: Plan, published: Plan, tours: DayPartTours) -> Plan | None:
    """Return the plan with one day part's tours replaced, or None where they cannot be made like that.

    Whoever is elsewhere on the day at the time of their new tour is taken out there; long tours are parted.
    """
    change = tours.change
    block = next(
        (
            block
            for block in plan.problem.blocks
            if (block.day, block.station) == (change.day.day, change.station)
            and block.parts == (change.part,)
        ),
        None,
    )
    if block is None:
        return None
    plan = _parted(plan, block)
    before = _parted(published, block).runs[block.index]
    chosen = [(change.tours or ())[number] for number in tours.choice.tours]
    people = seated(change, chosen, before)
    if people is None:
        return None
    heirs = heirs_of(chosen, before)
    groups = _groups([before[heir].group if heir >= 0 else None for heir in heirs], before)
    runs: list[Run] = []
    made = _timed(change, chosen)
    for visits, members, group in zip(made, people, groups, strict=True):
        items, starts = tuple(visit.item for visit in visits), tuple(visit.first for visit in visits)
        pattern = pattern_at(plan.problem, block, items, starts)
        if pattern is None:
            return None
        if members:
            runs.append(crewed(plan.problem, Run(pattern, members, group=group), pattern, members))
    plan = plan.with_runs({block.index: tuple(runs)})
    given = {each.item: each for each in plan.plenaries[block.index]}
    for visits in made:
        given |= {v.item: Plenary(v.item, (v.first,)) for v in visits if plan.problem.items[v.item].for_all}
    there = {item for run in runs for item in run.pattern.items}
    plenaries = list(plan.plenaries)
    plenaries[block.index] = tuple(each for item, each in given.items() if item in there)
    return _without_overlaps(replace(plan, plenaries=tuple(plenaries)), block)


def retimed(plan: Plan, published: Plan, item: int, start: int) -> Plan | None:
    """Return the plan with the published tours to an item, at another time of their half-day; None where none can be.

    Their other sessions keep their times.
    """
    problem = plan.problem
    changes: dict[int, tuple[Run, ...]] = {}
    for block in problem.blocks:
        mine = [run for run in published.runs[block.index] if item in run.pattern.items]
        if not mine:
            continue
        made: list[Run] = []
        for run in mine:
            visits = zip(run.pattern.items, run.pattern.starts, strict=True)
            later = sorted((start if other == item else at, other) for other, at in visits)
            items, starts = tuple(other for _, other in later), tuple(at for at, _ in later)
            pattern = pattern_at(problem, block, items, starts, run.pattern.lunch_after)
            if pattern is None or not block.start_lo <= start < block.start_hi:
                return None
            made.append(crewed(problem, run, pattern, run.people))
        taken = {person for run in mine for person in run.people}
        changes[block.index] = (
            *made,
            *(run for run in plan.runs[block.index] if taken.isdisjoint(run.people)),
        )
    plenaries = tuple(
        (*(each for each in given if each.item != item), Plenary(item, (start,)))
        if block in changes and problem.items[item].for_all
        else given
        for block, given in enumerate(plan.plenaries)
    )
    return replace(plan.with_runs(changes), plenaries=plenaries) if changes else None


def _groups(wanted: Sequence[str | None], before: Sequence[Run]) -> list[str | None]:
    """Return the group of each tour: the one it goes on with, else one that has nothing else to do."""
    free = [run.group for run in before if run.group is not None and run.group not in wanted]
    return [group if group is not None else (free.pop(0) if free else None) for group in wanted]


def _timed(change: DayPartChange, tours: Sequence[tuple[Visit, ...]]) -> list[tuple[Visit, ...]]:
    """Return the tours with what is new at the base, at the same times for all groups, on the grid if possible."""
    day = change.day
    grid = max(1, day.problem.trip.frame.grid_min)
    longer = [tuple(sorted((*tour, *change.base_new))) for tour in tours]
    common: dict[Visit, int] = {}
    for tour in longer:
        for visit, start in zip(tour, day.earliest(tour) or (), strict=False):
            common[visit] = max(common.get(visit, visit.first), start)
    at = {
        visit: Visit.at(visit.item, rounded if (rounded := -(-start // grid) * grid) <= visit.last else start)
        for visit, start in common.items()
        if visit.first != visit.last
    }
    return [tuple(at.get(visit, visit) for visit in tour) for tour in longer]


def _parted(plan: Plan, block: Block) -> Plan:
    """Return the plan with the tours that last the whole day made two, so that their halves can change apart."""
    problem = plan.problem
    changes: dict[int, tuple[Run, ...]] = {}
    for other in (problem.blocks[index] for index in plan.conflicting(block.index)):
        halves = [
            half
            for half in problem.blocks
            if (half.day, half.station) == (block.day, block.station)
            and not half.is_long
            and set(half.parts) <= set(other.parts)
        ]
        for run in plan.runs[other.index] if other.is_long else ():
            for half in halves:
                kept = [
                    n for n, start in enumerate(run.pattern.starts) if half.start_lo <= start < half.start_hi
                ]
                pattern = (
                    shortened(problem, half, replace(run.pattern, lunch_after=None), kept) if kept else None
                )
                if pattern is not None:
                    known = changes.get(half.index, plan.runs[half.index])
                    changes[half.index] = (*known, replace(run, pattern=pattern))
            changes[other.index] = ()
    return plan.with_runs(changes)


def _without_overlaps(plan: Plan, block: Block) -> Plan:
    """Return the plan without people in other tours of the day that overlap with their tour in a block."""
    busy = {
        person: (run.pattern.out, run.pattern.back) for run in plan.runs[block.index] for person in run.people
    }
    changes: dict[int, tuple[Run, ...]] = {}
    for other in plan.problem.blocks:
        if other.day != block.day or other.index == block.index:
            continue
        runs: list[Run] = []
        for run in plan.runs[other.index]:
            out, back = run.pattern.out, run.pattern.back
            people = tuple(
                person
                for person in run.people
                if person not in busy or busy[person][1] <= out or back <= busy[person][0]
            )
            if people == run.people:
                runs.append(run)
            elif people:
                runs.append(crewed(plan.problem, run, run.pattern, people))
        changes[other.index] = tuple(runs)
    return plan.with_runs(changes)
