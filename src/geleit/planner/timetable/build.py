"""A plan as a programme: group labels, sessions, transfers, meals."""

from collections.abc import Iterator
from dataclasses import replace

from geleit.domain.kinds import DayPart
from geleit.domain.programme import GroupPart, Programme, Session, Transfer
from geleit.planner.problem import Block, Problem
from geleit.planner.timetable.meals import meal_breaks
from geleit.planner.timetable.plan import Plan, Run
from geleit.planner.timetable.sessions import pack


def build_programme(plan: Plan, *, seed: int = 0) -> Programme:
    """Return the programme of a plan, without its unplaced items and value."""
    labels = _Labels(plan)
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


class _Labels:
    """Which group makes which run: pinned ones first, then those who moved together before, within the seats."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.names: dict[tuple[int, int], str] = {}
        self._home: dict[int, str] = {}
        days = sorted({block.day for block in plan.problem.blocks})
        for day in days:
            for block in sorted(
                (block for block in plan.problem.blocks if block.day == day),
                key=lambda block: (not block.is_long, block.start_lo),
            ):
                self._name(block)

    def __getitem__(self, key: tuple[int, int]) -> str:
        return self.names[key]

    def _name(self, block: Block) -> None:
        plan = self.plan
        taken = {
            self.names[other, number]
            for other in plan.conflicting(block.index)
            for number in range(len(plan.runs[other]))
            if (other, number) in self.names
        }
        free = {group: seats for group, seats in plan.problem.seats if group not in taken}
        runs = sorted(
            enumerate(plan.runs[block.index]),
            key=lambda entry: (
                entry[1].group is None,
                not entry[1].pattern.vehicle,
                -len(entry[1].people),
                entry[0],
            ),
        )
        for position, (number, run) in enumerate(runs):
            name = run.group or self._best(run, free, [other for _, other in runs[position + 1 :]])
            free.pop(name, None)
            self.names[block.index, number] = name
            for person in run.people:
                self._home[person] = name

    def _best(self, run: Run, free: dict[str, int], later: list[Run]) -> str:
        def stays(name: str) -> int:
            return sum(self._home.get(person) == name for person in run.people)

        fitting = [
            name
            for name, seats in free.items()
            if not run.pattern.vehicle or (len(run.people) <= seats and _rest_fits(name, free, later))
        ]
        return max(fitting or list(free), key=lambda name: (stays(name), -_number(name, self.plan.problem)))


def _rest_fits(name: str, free: dict[str, int], later: list[Run]) -> bool:
    """Whether the other runs still find vehicles that are large enough once ``name`` is gone."""
    seats = sorted((size for group, size in free.items() if group != name), reverse=True)
    sizes = sorted(
        (len(run.people) for run in later if run.pattern.vehicle and run.group is None), reverse=True
    )
    return all(size <= seat for size, seat in zip(sizes, seats, strict=False))


def _number(name: str, problem: Problem) -> int:
    return next(number for number, group in enumerate(problem.trip.groups) if group.id == name)


def _sessions(plan: Plan, labels: _Labels) -> Iterator[Session]:
    problem = plan.problem
    visits: dict[int, dict[int, list[tuple[str, Run]]]] = {}
    for block, runs in enumerate(plan.runs):
        for number, run in enumerate(runs):
            for item, start in zip(run.pattern.items, run.pattern.starts, strict=True):
                visits.setdefault(item, {}).setdefault(start, []).append((labels[block, number], run))
    for item, by_start in sorted(visits.items()):
        sessions = [
            (start, parties)
            for start, visitors in sorted(by_start.items())
            for parties in _shared(plan, item, visitors)
        ]
        for number, (start, parties) in enumerate(sessions, start=1):
            yield _session(problem, item, number, start, parties)


def _shared(plan: Plan, item: int, visitors: list[tuple[str, Run]]) -> list[list[tuple[str, Run]]]:
    """Return the visitors of one start divided into sessions within the host's cap, as the solver counted them."""
    data = plan.problem.items[item]
    if data.together:
        return [visitors]
    sized = sorted(visitors, key=lambda visitor: -_inside(plan.problem, item, visitor[1]))
    bins: list[list[tuple[str, Run]]] = []
    loads: list[int] = []
    for visitor in sized:
        size = _inside(plan.problem, item, visitor[1])
        fitting = next((number for number, load in enumerate(loads) if load + size <= data.cap), None)
        if fitting is None:
            bins.append([visitor])
            loads.append(size)
        else:
            bins[fitting].append(visitor)
            loads[fitting] += size
    if sorted(loads) != sorted(pack([_inside(plan.problem, item, run) for _, run in visitors], data.cap)):
        raise AssertionError("sessions must be packed as they were counted")
    return bins


def _inside(problem: Problem, item: int, run: Run) -> int:
    return int(problem.attends[item, list(run.people)].sum()) if run.people else 0


def _session(problem: Problem, item: int, number: int, start: int, parties: list[tuple[str, Run]]) -> Session:
    trip, data = problem.trip, problem.items[item]
    people = {person for _, run in parties for person in run.people if problem.attends[item, person]}
    return Session(
        id=f"{trip.items[item].id}-{number}",
        item=trip.items[item].id,
        start=problem.instant(start),
        end=problem.instant(start + data.duration),
        place=trip.items[item].place,
        groups=tuple(sorted(group for group, _ in parties)),
        attendees=_names(problem, people),
    )


def _names(problem: Problem, people: set[int] | tuple[int, ...]) -> tuple[str, ...]:
    return tuple(sorted(problem.trip.delegates[person].id for person in people))


def _group_parts(plan: Plan, labels: _Labels) -> Iterator[GroupPart]:
    for block in plan.problem.blocks:
        for number, run in enumerate(plan.runs[block.index]):
            for part in block.parts:
                guide = plan.problem.trip.delegates[run.guide].id if run.guide is not None else None
                yield GroupPart(
                    day=block.day,
                    part=part,
                    group=labels[block.index, number],
                    members=_names(plan.problem, run.people),
                    guide=guide,
                )


def _transfers(plan: Plan, labels: _Labels) -> Iterator[Transfer]:
    problem, trip = plan.problem, plan.problem.trip
    for block in problem.blocks:
        for number, run in enumerate(plan.runs[block.index]):
            for here, there, depart in _moves(problem, block, run):
                origin, destination = trip.places[here], trip.places[there]
                way = int(problem.ride[here, there])
                yield Transfer(
                    day=block.day,
                    part=block.parts[0] if _is_first_part(problem, block, depart) else block.parts[-1],
                    group=labels[block.index, number],
                    origin=origin.id,
                    destination=destination.id,
                    depart=problem.instant(depart),
                    arrive=problem.instant(depart + way),
                    travel_min=way - (trip.frame.slack_min if problem.rides[here, there] else 0),
                    mode=trip.travel.mode_for(origin, destination),
                    people=_names(problem, run.people),
                )


def _is_first_part(problem: Problem, block: Block, depart: int) -> bool:
    noon = [
        other.start_hi
        for other in problem.blocks
        if other.day == block.day and other.parts == (DayPart.MORNING,) and not other.is_long
    ]
    return not noon or depart < noon[0]


def _moves(problem: Problem, block: Block, run: Run) -> Iterator[tuple[int, int, int]]:
    """Yield (from, to, departure) of each movement of a run."""
    place, free = block.base, run.pattern.out
    for number, (item, start) in enumerate(zip(run.pattern.items, run.pattern.starts, strict=True)):
        data = problem.items[item]
        if data.place != place:
            yield place, data.place, free
        place, free = data.place, start + data.duration + data.after
        if run.pattern.lunch_after == number and block.lunch:
            free = max(free, block.lunch.start) + block.lunch.need_min
    if place != block.base:
        yield place, block.base, free
