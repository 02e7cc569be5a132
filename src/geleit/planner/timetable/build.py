"""A plan as a programme: group labels, sessions, transfers, meals."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geleit.domain.kinds import DayPart
from geleit.domain.programme import GroupPart, Programme, Session, Transfer
from geleit.planner.problem import Block, Problem
from geleit.planner.timetable.labels import Labels, label
from geleit.planner.timetable.meals import meal_breaks
from geleit.planner.timetable.patterns import noon_of
from geleit.planner.timetable.plan import Plan, Run
from geleit.planner.timetable.sessions import shares


def build_programme(plan: Plan, *, seed: int = 0) -> Programme:
    """Return the programme of a plan, without its unplaced items and value."""
    labels = label(plan)
    problem = plan.problem
    programme = Programme(
        trip=problem.trip.id,
        sessions=tuple(_sessions(plan, labels)),
        groups=tuple(_group_parts(plan, labels)),
        transfers=tuple(_transfers(plan, labels)),
        legs=problem.legs,
        seed=seed,
    )
    return replace(programme, meals=tuple(meal_breaks(plan)))


def _sessions(plan: Plan, labels: Labels) -> Iterator[Session]:
    problem = plan.problem
    visits: dict[int, dict[int, list[_Visitor]]] = {}
    for block, runs in enumerate(plan.runs):
        for number, run in enumerate(runs):
            names = tuple(name for name, _ in labels.of(block, number))
            for item, start in zip(run.pattern.items, run.pattern.starts, strict=True):
                inside = tuple(person for person in run.people if problem.attends[item, person])
                visits.setdefault(item, {}).setdefault(start, []).append(_Visitor(names, inside))
    for item, by_start in sorted(visits.items()):
        sessions = [
            (start, parties)
            for start, visitors in sorted(by_start.items())
            for parties in _shared(problem, item, start, visitors)
        ]
        for number, (start, parties) in enumerate(sessions, start=1):
            yield _session(problem, item, number, start, parties)


@dataclass(frozen=True, slots=True)
class _Visitor:
    groups: tuple[str, ...]
    people: tuple[int, ...]


def _shared(problem: Problem, item: int, start: int, visitors: list[_Visitor]) -> list[list[_Visitor]]:
    """Return the visitors of one start divided into sessions within the host's cap, as the search counted them.

    Of groups of one size the first by name comes first, so that the same plan always gives the same sessions.
    """
    visitors = sorted(visitors, key=lambda visitor: visitor.groups)
    groups = shares(problem.items[item], start, [len(visitor.people) for visitor in visitors])
    return [[visitors[number] for number in session] for session in groups]


def _session(problem: Problem, item: int, number: int, start: int, visitors: list[_Visitor]) -> Session:
    trip, data = problem.trip, problem.items[item]
    return Session(
        id=f"{trip.items[item].id}-{number}",
        item=trip.items[item].id,
        start=problem.instant(start),
        end=problem.instant(start + data.duration),
        place=trip.items[item].place,
        groups=tuple(sorted({group for visitor in visitors for group in visitor.groups})),
        attendees=_names(problem, {person for visitor in visitors for person in visitor.people}),
    )


def _names(problem: Problem, people: set[int] | tuple[int, ...]) -> tuple[str, ...]:
    return tuple(sorted(problem.trip.delegates[person].id for person in people))


def _group_parts(plan: Plan, labels: Labels) -> Iterator[GroupPart]:
    for block in plan.problem.blocks:
        for number, run in enumerate(plan.runs[block.index]):
            for name, people in labels.of(block.index, number):
                members = _names(plan.problem, people)
                guide = next(
                    (plan.problem.trip.delegates[one].id for one in people if one == run.guide), None
                )
                for part in block.parts:
                    yield GroupPart(day=block.day, part=part, group=name, members=members, guide=guide)


def _transfers(plan: Plan, labels: Labels) -> Iterator[Transfer]:
    problem, trip = plan.problem, plan.problem.trip
    for block in problem.blocks:
        for number, run in enumerate(plan.runs[block.index]):
            for here, there, depart in _moves(problem, block, run):
                origin, destination = trip.places[here], trip.places[there]
                way = int(problem.ride[here, there])
                yield Transfer(
                    day=block.day,
                    part=_part_of(problem, block, depart),
                    group=labels.of(block.index, number)[0][0],
                    origin=origin.id,
                    destination=destination.id,
                    depart=problem.instant(depart),
                    arrive=problem.instant(depart + way),
                    travel_min=trip.travel.travel_min(origin, destination),
                    mode=trip.travel.mode_for(origin, destination),
                    people=_names(problem, run.people),
                )


def _part_of(problem: Problem, block: Block, depart: int) -> DayPart:
    """Return the day part to which a movement of a block's tour belongs."""
    return block.parts[0] if depart < noon_of(problem, block) else block.parts[-1]


def _moves(problem: Problem, block: Block, run: Run) -> Iterator[tuple[int, int, int]]:
    """Yield (from, to, departure) of each movement of a run."""
    place, free = block.base, run.pattern.out
    for number, (item, start) in enumerate(zip(run.pattern.items, run.pattern.starts, strict=True)):
        data = problem.items[item]
        if data.place != place:
            latest = start - data.before - int(problem.ride[place, data.place])
            yield place, data.place, latest if place == block.base else free
        place, free = data.place, start + data.duration + data.after
        if run.pattern.lunch_after == number and block.lunch:
            free = max(free, block.lunch.start) + block.lunch.need_min
    if place != block.base:
        yield place, block.base, free
