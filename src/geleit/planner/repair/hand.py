"""The programme in hand: the published one with only that taken out which the changes forbid."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from geleit.planner.problem import Block, Problem
from geleit.planner.repair.differences import is_there, may_be
from geleit.planner.repair.shorter import shortened
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Plan, Plenary, Run
from geleit.planner.timetable.read import locked_in
from geleit.planner.timetable.sessions import fits_host, obliged_to


@dataclass(frozen=True, slots=True)
class Hand:
    """Where a repair starts.

    Parameters
    ----------
    plan
        Without what cannot stay. It may lack something that must be there.
    touched
        Blocks in which something was taken out.
    frozen
        Blocks that have begun: their tours stay as they are, but for what is forbidden later on.
    """

    plan: Plan
    touched: frozenset[int]
    frozen: frozenset[int]


def in_hand(published: Plan, now: int) -> Hand:
    """Return the published plan without what the problem no longer allows.

    Parameters
    ----------
    published
        The published programme, read as a plan of the changed problem.
    now
        What began before this minute stays.
    """
    problem = published.problem
    company = _company(published)
    runs = tuple(
        tuple(
            kept
            for run in here
            if (kept := _allowed(problem, problem.blocks[block], run, now, company)) is not None
        )
        for block, here in enumerate(published.runs)
    )
    plan = replace(published, runs=runs)
    plan = _with_everyone(_within_caps(plan, now), now)
    plan = replace(plan, plenaries=_plenaries(plan))
    frozen = frozenset(
        block.index
        for block in problem.blocks
        if block.hi <= now or any(run.pattern.out < now for run in published.runs[block.index])
    )
    touched = {block for block, here in enumerate(plan.runs) if here != published.runs[block]}
    touched |= {
        block
        for block, here in enumerate(plan.plenaries)
        for given in here
        if (obliged_to(problem, block, given.item) & ~plan.attended[given.item]).any()
    }
    return Hand(plan, frozenset(touched), frozen)


Company = Mapping[tuple[int, int], frozenset[int]]
"""By item and time: everyone who is there then, with whatever group."""


def _company(published: Plan) -> Company:
    found: dict[tuple[int, int], frozenset[int]] = {}
    for runs in published.runs:
        for run in runs:
            for visit in zip(run.pattern.items, run.pattern.starts, strict=True):
                found[visit] = found.get(visit, frozenset()) | frozenset(run.people)
    return found


def _allowed(problem: Problem, block: Block, run: Run, now: int, company: Company) -> Run | None:
    """Return a tour with the sessions and people that may stay, or None where none may."""
    pattern = run.pattern
    kept = [
        number
        for number, (item, start) in enumerate(zip(pattern.items, pattern.starts, strict=True))
        if start < now or _may_stay(problem, item, start)
    ]
    people = run.people
    while kept:
        found = shortened(problem, block, pattern, kept)
        if found is None:
            return None
        if (late := _out_of_frame(block, found, now)) is not None:
            kept = kept[1:] if late == 0 else kept[:-1]
            continue
        people = tuple(
            person
            for person in run.people
            if found.out < now
            or (
                is_there(problem, person, found.out, found.back)
                and all(problem.member[item, person] for item in found.items)
            )
        )
        people = _followers(problem, run, found, people, now, company)
        poor = [number for number in kept if _lacks_people(problem, pattern, number, people, now)]
        if not poor:
            again = crewed(problem, run, found, people)
            return None if _lacks_guide(problem, again, now) else again
        kept = [number for number in kept if number not in poor]
    return None


def _followers(  # noqa: PLR0917 # what is left of a tour, and what it was
    problem: Problem, run: Run, pattern: Pattern, people: tuple[int, ...], now: int, company: Company
) -> tuple[int, ...]:
    """Return those who follow every host of a tour, with the interpreters who are still there, of any group."""
    if pattern.out < now:
        return people

    def follows(person: int, item: int, start: int) -> bool:
        if problem.speaks[item, person] or not problem.attends[item, person]:
            return True
        there = company.get((item, start), frozenset())
        return any(
            (helper in people or (helper in there and helper not in run.people))
            and (helper, item) in problem.interprets
            and bool(problem.interprets[helper, item][person])
            for helper in problem.interpreters
        )

    visits = [
        (item, start)
        for item, start in zip(pattern.items, pattern.starts, strict=True)
        if not problem.items[item].for_all
    ]
    return tuple(person for person in people if all(follows(person, *visit) for visit in visits))


def _lacks_guide(problem: Problem, run: Run, now: int) -> bool:
    """Whether a tour that needs a guide is left without one."""
    needs = problem.trip.guides_required and run.pattern.vehicle and run.pattern.out >= now
    return needs and run.guide is None


def _out_of_frame(block: Block, pattern: Pattern, now: int) -> int | None:
    """Return which end of a tour lies outside its block: 0 the first session, -1 the last; None for neither."""
    if now <= pattern.out < block.lo:
        return 0
    return -1 if pattern.back > block.hi else None


def _may_stay(problem: Problem, item: int, start: int) -> bool:
    data = problem.items[item]
    return may_be(problem, item, start) and all(
        problem.attends[item, person] and is_there(problem, person, start, start + data.duration)
        for person in data.required
    )


def _lacks_people(problem: Problem, pattern: Pattern, number: int, people: tuple[int, ...], now: int) -> bool:
    """Whether a session would have nobody left, or too few where one group has it to itself."""
    item = pattern.items[number]
    inside = int(problem.attends[item, list(people)].sum()) if people else 0
    data = problem.items[item]
    least = 1 if data.for_all else max(1, data.min_people)
    has_head = not data.needs_head or data.for_all or not set(problem.heads).isdisjoint(people)
    return pattern.starts[number] >= now and (inside < least or not has_head)


def crewed(problem: Problem, run: Run, pattern: Pattern, people: tuple[int, ...]) -> Run:
    """Return the tour with its people, another guide among them where the old one is gone."""
    guide = run.guide if run.guide in people else None
    if guide is None and (run.guide is not None or (pattern.vehicle and problem.trip.guides_required)):
        guide = min(set(problem.guides) & set(people), default=None)
    locked = locked_in(problem, pattern, people, guide)
    return Run(pattern, people, guide, locked, run.group)


def _within_caps(plan: Plan, now: int) -> Plan:
    """Return the plan with no more people at a host's than it receives; who gains least stays behind."""
    for item, visits in sorted(plan.placed.items()):
        if all(start < now for start, _ in visits):
            continue
        while not _host_is_content(plan, item):
            smaller = _with_one_less(plan, item, now)
            if smaller is None:
                break
            plan = smaller
    return plan


def _with_everyone(plan: Plan, now: int) -> Plan:
    """Return the plan with whoever has to be where everyone is, as far as a tour to there has room.

    That is who has joined, and who was away before.
    """
    problem = plan.problem
    for block, here in enumerate(plan.plenaries):
        for given in here:
            due = np.flatnonzero(obliged_to(problem, block, given.item) & ~plan.attended[given.item])
            for person in due.tolist():
                plan = _with_guest(plan, block, given.item, person, now) or plan
    return plan


def _with_guest(plan: Plan, block: int, item: int, person: int, now: int) -> Plan | None:
    """Return the plan with one more person in the emptiest tour to an item that can take one."""
    problem = plan.problem
    if person in plan.busy(block) or any(person in run.people for run in plan.runs[block]):
        return None
    seats = dict(problem.seats)
    most = max(seats.values(), default=0)
    tours = [
        (len(run.people), number)
        for number, run in enumerate(plan.runs[block])
        if item in run.pattern.items
        and run.pattern.out >= now
        and is_there(problem, person, run.pattern.out, run.pattern.back)
        and all(problem.member[other, person] for other in run.pattern.items)
        and (not run.pattern.vehicle or len(run.people) < seats.get(run.group or "", most))
    ]
    for _, number in sorted(tours):
        run = plan.runs[block][number]
        fuller = replace(run, people=tuple(sorted((*run.people, person))))
        runs = (*plan.runs[block][:number], fuller, *plan.runs[block][number + 1 :])
        tried = plan.with_runs({block: runs})
        if all(_host_is_content(tried, other) for other in run.pattern.items):
            return tried
    return None


def _host_is_content(plan: Plan, item: int) -> bool:
    visits: dict[int, list[int]] = {}
    for start, going in plan.placed.get(item, ()):
        visits.setdefault(start, []).append(going)
    return fits_host(plan.problem.items[item], visits)


def _with_one_less(plan: Plan, item: int, now: int) -> Plan | None:
    """Return the plan with one person less at an item's fullest tour, or without that tour's visit to it.

    The visit goes where nobody may leave, or where more is lost by those who would have to stay behind.
    """
    problem = plan.problem
    tours = [
        (len(run.people), -block, -number)
        for block, runs in enumerate(plan.runs)
        for number, run in enumerate(runs)
        if item in run.pattern.items and run.pattern.out >= now
    ]
    if not tours:
        return None
    _, block, number = max(tours)
    block, number = -block, -number
    run = plan.runs[block][number]
    free = [person for person in run.people if person not in run.locked and problem.attends[item, person]]
    data = problem.items[item]
    least = 1 if data.for_all else max(1, data.min_people)
    inside = int(problem.attends[item, list(run.people)].sum())
    changed: Run | None
    is_cheap = data.must or (inside - data.cap) * len(run.pattern.items) <= inside
    if free and inside > least and is_cheap:
        leaves = min(
            free, key=lambda person: (sum(int(problem.worth[i, person]) for i in run.pattern.items), person)
        )
        changed = replace(run, people=tuple(person for person in run.people if person != leaves))
    else:
        kept = [n for n, other in enumerate(run.pattern.items) if other != item]
        pattern = shortened(problem, problem.blocks[block], run.pattern, kept) if kept else None
        changed = None if pattern is None else crewed(problem, run, pattern, run.people)
    runs = list(plan.runs[block])
    runs[number : number + 1] = [changed] if changed is not None else []
    return plan.with_runs({block: tuple(runs)})


def _plenaries(plan: Plan) -> tuple[tuple[Plenary, ...], ...]:
    """Return the items for everyone that still have a tour."""
    return tuple(
        tuple(given for given in here if any(given.item in run.pattern.items for run in plan.runs[block]))
        for block, here in enumerate(plan.plenaries)
    )
