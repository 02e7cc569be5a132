"""Peer: one CP-SAT model with a circuit for each group and day part, and times as variables.

The way one would write it first: routing with `add_circuit`, a start for each visit, a membership for each person and
group. Two groups may share a session; more only where everyone goes.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.curve import Outcome
from benchmarks.peers.model import (
    FAR_MIN,
    Literals,
    Model,
    TimeIsOverError,
    first_plan,
    first_problem,
    search,
    settled,
)
from geleit.domain.kinds import DayPart, Meal
from geleit.domain.trip import Trip
from geleit.planner.problem import Block, ItemData, MealRoom, Problem
from geleit.planner.timetable.labels import label
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.patterns import MAX_WAIT_MIN, Pattern, noon_of
from geleit.planner.timetable.plan import Plan, Plenary, Run
from geleit.planner.timetable.sessions import obliged_to


@dataclass(slots=True)
class _Ride:
    """What one group does in one block.

    Parameters
    ----------
    used
        Whether it goes anywhere.
    drives
        Whether any part of the way is driven: only then do seats count, and a guide is needed.
    visits, starts
        By item: whether it is visited, and when.
    lunch
        By item: whether the group eats after it (whole days).
    leaves
        By item: when it leaves the place, after lunch where that is due (whole days).
    people, inside
        By person: whether in the group; by item and person: whether in the session.
    """

    block: Block
    group: int
    used: cp_model.IntVar
    drives: cp_model.IntVar
    out: cp_model.IntVar
    back: cp_model.IntVar
    visits: dict[int, cp_model.IntVar]
    starts: dict[int, cp_model.IntVar]
    lunch: dict[int, cp_model.IntVar]
    leaves: dict[int, cp_model.IntVar]
    people: dict[int, cp_model.IntVar]
    inside: dict[int, dict[int, cp_model.IntVar]]


def solve_circuits(trip: Trip, seed: int, limit_s: float) -> Outcome:
    """Return what the model finds within so many seconds."""
    began = time.perf_counter()
    peer = _Circuits(first_problem(trip), began + limit_s)
    try:
        peer.build()
    except TimeIsOverError as over:
        return Outcome(None, (), str(over))
    note = (
        f"{len(peer.model.cp.proto.variables)} variables, {len(peer.model.cp.proto.constraints)} constraints"
    )
    found = search(peer.model, began, limit_s, seed)
    if found.values is None:
        return Outcome(None, (), f"{note}; no programme found")
    return settled(peer.plan(found.values), found.curve, began, found.bound, note)


class _Circuits:
    def __init__(self, problem: Problem, ends: float = float("inf")) -> None:
        self.problem, self.model = problem, Model(problem, ends)
        self.cp = self.model.cp
        self.empty = Plan.empty(problem)
        self.rides: list[_Ride] = []

    def build(self) -> None:
        """Build the model."""
        for block in self.problem.blocks:
            self.model.watch_time()
            if not self.problem.items_in[block.index] or (block.is_long and block.lunch is None):
                continue
            self.rides += [self._ride(block, group) for group in range(len(self.problem.seats))]
        self._keep_groups()
        self._keep_people()
        self._keep_hosts()
        self._keep_everyone()
        self.model.keep_item_rules()
        self._hint(first_plan(self.problem))

    def _hint(self, start: Plan) -> None:
        """Hint the first plan: which group goes where, when, with whom."""
        cp, problem = self.cp, self.problem
        labels = label(start)
        for ride in self.rides:
            name = problem.seats[ride.group][0]
            runs = start.runs[ride.block.index]
            mine = (n for n in range(len(runs)) if name == labels.of(ride.block.index, n)[0][0])
            run = next((runs[number] for number in mine), None)
            cp.add_hint(ride.used, run is not None)
            items = dict(zip(run.pattern.items, run.pattern.starts, strict=True)) if run else {}
            for item, visit in ride.visits.items():
                cp.add_hint(visit, item in items)
                if item in items:
                    cp.add_hint(ride.starts[item], items[item])
            for person, literal in ride.people.items():
                cp.add_hint(literal, run is not None and person in run.people)
            if run is not None:
                cp.add_hint(ride.out, run.pattern.out)
                cp.add_hint(ride.back, run.pattern.back)

    # -- one group in one block -----------------------------------------------------------------------------------

    def _ride(self, block: Block, group: int) -> _Ride:
        cp, problem = self.cp, self.problem
        lo, hi = (
            block.lo,
            max((limit.meal_hi for limit in limits_of(self.empty, block.index)), default=block.hi),
        )
        hi = max([hi, *(limit.hi for limit in limits_of(self.empty, block.index))])
        name, _ = problem.seats[group]
        items = [item for item in problem.items_in[block.index] if problem.items[item].group in (None, name)]
        domains = {item: self._starts(block, problem.items[item]) for item in items}
        items = [item for item in items if domains[item]]
        ride = _Ride(
            block,
            group,
            cp.new_bool_var(""),
            cp.new_bool_var(""),
            cp.new_int_var(lo, hi, ""),
            cp.new_int_var(lo, hi, ""),
            {item: cp.new_bool_var("") for item in items},
            {
                item: cp.new_int_var_from_domain(cp_model.Domain.from_values(domains[item]), "")
                for item in items
            },
            {item: cp.new_bool_var("") for item in items} if block.is_long else {},
            {item: cp.new_int_var(lo, hi, "") for item in items} if block.is_long else {},
            {},
            {},
        )
        self._route(ride)
        self._eat_at_noon(ride)
        self._join(ride)
        return ride

    def _starts(self, block: Block, data: ItemData) -> list[int]:
        if data.only_fixed:
            return [start for start in data.fixed if block.start_lo <= start < block.start_hi]
        grid = max(1, self.problem.trip.frame.grid_min)
        found = {
            start
            for opens, closes in data.spans
            for start in (opens, *range(-(-opens // grid) * grid, closes + 1, grid))
            if start + data.duration <= closes and block.start_lo <= start < block.start_hi
        }
        return sorted(found | {s for s in data.fixed if block.start_lo <= s < block.start_hi})

    def _route(self, ride: _Ride) -> None:
        """Lay the circuit through the base and the hosts, with the times of each arc."""
        cp, problem, base = self.cp, self.problem, ride.block.base
        node = {item: number for number, item in enumerate(ride.visits, start=1)}
        arcs: list[tuple[int, int, cp_model.LiteralT]] = [(0, 0, ~ride.used)]
        for one in ride.visits:
            data = problem.items[one]
            arcs.append((node[one], node[one], ~ride.visits[one]))
            first, last = cp.new_bool_var(""), cp.new_bool_var("")
            arcs += [(0, node[one], first), (node[one], 0, last)]
            if problem.rides[base, data.place]:
                cp.add_implication(ride.visits[one], ride.drives)
            way_there = int(problem.ride[base, data.place]) + data.before
            cp.add(ride.out == ride.starts[one] - way_there).only_enforce_if(first)
            way_back = int(problem.ride[data.place, base])
            cp.add(ride.back >= self._left(ride, one) + way_back).only_enforce_if(last)
            for other in ride.visits:
                if other == one:
                    continue
                following = problem.items[other]
                arc = cp.new_bool_var("")
                arcs.append((node[one], node[other], arc))
                if problem.rides[data.place, following.place]:
                    cp.add_implication(arc, ride.drives)
                way = int(problem.ride[data.place, following.place])
                ready = self._left(ride, one) + way + following.before
                cp.add(ride.starts[other] >= ready).only_enforce_if(arc)
                if base not in (data.place, following.place) and not ride.block.is_long:
                    cp.add(ride.starts[other] <= ready + MAX_WAIT_MIN).only_enforce_if(arc)
        cp.add_circuit(arcs)

    def _left(self, ride: _Ride, item: int) -> cp_model.LinearExprT:
        """Return when a group leaves a host's place."""
        data = self.problem.items[item]
        return ride.leaves[item] if ride.leaves else ride.starts[item] + data.duration + data.after

    def _eat_at_noon(self, ride: _Ride) -> None:
        """On a whole day, let the group eat after one of its visits, within the time for lunch."""
        cp, room = self.cp, ride.block.lunch
        if not ride.lunch or room is None:
            return
        cp.add(cp_model.LinearExpr.sum(list(ride.lunch.values())) == ride.used)
        cp.add(ride.back > noon_of(self.problem, ride.block)).only_enforce_if(ride.used)
        for item, eats in ride.lunch.items():
            data = self.problem.items[item]
            ends = ride.starts[item] + data.duration + data.after
            cp.add_implication(eats, ride.visits[item])
            cp.add(ride.leaves[item] >= ends).only_enforce_if(ride.visits[item])
            cp.add(ride.leaves[item] >= ends + room.need_min).only_enforce_if(eats)
            cp.add(ride.leaves[item] >= room.start + room.need_min).only_enforce_if(eats)
            cp.add(ride.leaves[item] <= room.end).only_enforce_if(eats)

    def _join(self, ride: _Ride) -> None:
        """Choose who goes along: within seats and presence, led, understood, and received by every host."""
        cp, problem = self.cp, self.problem
        seats = problem.seats[ride.group][1]
        for person in range(problem.people):
            literal = ride.people[person] = cp.new_bool_var("")
            cp.add_implication(literal, ride.used)
            cp.add(ride.out >= int(problem.joins[person])).only_enforce_if(literal)
            cp.add(ride.back <= int(problem.leaves[person])).only_enforce_if(literal)
        everyone = list(ride.people.values())
        cp.add(cp_model.LinearExpr.sum(everyone) <= seats).only_enforce_if(ride.drives)
        if problem.trip.guides_required:
            cp.add_bool_or([ride.people[one] for one in problem.guides] + [~ride.drives])
        for item, visit in ride.visits.items():
            data = problem.items[item]
            ride.inside[item] = {}
            for person, literal in ride.people.items():
                if not problem.member[item, person]:
                    cp.add_bool_or(~literal, ~visit)
                elif problem.attends[item, person]:
                    self._enter(ride, item, person)
            for person in data.required if not data.for_all else ():
                cp.add_implication(visit, ride.people[person])
            if data.needs_head and not data.for_all:
                heads = [ride.people[one] for one in problem.heads if problem.attends[item, one]]
                cp.add_bool_or([*heads, ~visit])
        self._pay(ride)

    def _enter(self, ride: _Ride, item: int, person: int) -> None:
        cp, problem = self.cp, self.problem
        literal, visit = ride.people[person], ride.visits[item]
        inside = ride.inside[item][person] = cp.new_bool_var("")
        cp.add_implication(inside, literal)
        cp.add_implication(inside, visit)
        cp.add_bool_or(inside, ~literal, ~visit)
        if problem.worth[item, person]:
            self.model.points[person].add(inside, int(problem.worth[item, person]))
        if not problem.speaks[item, person] and not problem.items[item].together:
            able = [
                ride.people[one]
                for one in problem.interpreters
                if (one, item) in problem.interprets and problem.interprets[one, item][person]
            ]
            cp.add_bool_or([*able, ~inside])

    def _pay(self, ride: _Ride) -> None:
        """Charge everyone who goes along for the minutes that are not spent with a host."""
        cp, problem = self.cp, self.problem
        served = [
            (visit, problem.items[item].before + problem.items[item].duration + problem.items[item].after)
            for item, visit in ride.visits.items()
        ]
        span = ride.back - ride.out - sum(visit * minutes for visit, minutes in served)
        if ride.block.lunch and ride.lunch:
            span -= ride.used * ride.block.lunch.need_min
        for literal in ride.people.values():
            paid = cp.new_int_var(0, FAR_MIN, "")
            cp.add(paid >= span).only_enforce_if(literal)
            self.model.cost.add(paid, 1)

    # -- days -----------------------------------------------------------------------------------------------------

    def _pairs(self) -> Iterator[tuple[_Ride, _Ride, int]]:
        """Yield rides of which the second follows on the first, with the days between them: 0 or 1."""
        for one in self.rides:
            for other in self.rides:
                days = (other.block.day - one.block.day).days
                if days == 0 and one.block.start_lo < other.block.start_lo:
                    if not set(one.block.parts) & set(other.block.parts):
                        yield one, other, 0
                elif days == 1 and one.block.station == other.block.station:
                    yield one, other, 1

    def _keep_groups(self) -> None:
        """Keep each group to one ride a day part, back before the next."""
        for one, other, days in self._pairs():
            if days == 0 and one.group == other.group:
                self.cp.add(one.back <= other.out).only_enforce_if([one.used, other.used])
        for block in self.problem.blocks:
            for group in range(len(self.problem.seats)):
                for part in block.parts:
                    same = [
                        r.used
                        for r in self.rides
                        if r.group == group and r.block.day == block.day and part in r.block.parts
                    ]
                    self.cp.add_at_most_one(same)

    def _keep_people(self) -> None:
        """Keep everyone to one ride a day part, with room for meals and the night's rest, and to an item once."""
        cp, problem = self.cp, self.problem
        apart = [(one, other, self._fits(one, other, days)) for one, other, days in self._pairs()]
        for ride in self.rides:
            self._keep_own_meal(ride)
        for person in range(problem.people):
            self.model.watch_time()
            for day in sorted({ride.block.day for ride in self.rides}):
                for part in DayPart:
                    here = [r for r in self.rides if r.block.day == day and part in r.block.parts]
                    cp.add_at_most_one(r.people[person] for r in here)
            for one, other, fits in apart:
                cp.add_bool_or(~one.people[person], ~other.people[person], fits)
            for item in range(len(problem.items)):
                cp.add_at_most_one(
                    r.inside[item][person] for r in self.rides if person in r.inside.get(item, {})
                )

    def _fits(self, one: _Ride, other: _Ride, days: int) -> cp_model.IntVar:
        """Return a literal that implies room for the meal, or the night's rest, between two rides."""
        cp = self.cp
        fits = cp.new_bool_var("")
        if days:
            cp.add(one.back + self.problem.trip.frame.rest_min <= other.out).only_enforce_if(fits)
            return fits
        cp.add(one.back <= other.out).only_enforce_if(fits)
        evening = other.block.parts[0] is DayPart.EVENING
        room = other.block.dinner if evening else one.block.lunch
        if room is None or (evening and one.block.parts == (DayPart.MORNING,)):
            return fits
        fed = self._fed(one, Meal.LUNCH) + self._fed(other, Meal.LUNCH)
        if evening:
            fed = [*self._fed(other, Meal.DINNER), self._eats_later(other, room)]
        eats = cp.new_bool_var("")
        cp.add_bool_or([*fed, eats, ~fits])
        cp.add(one.back + room.need_min <= other.out).only_enforce_if(eats)
        cp.add(other.out >= room.start + room.need_min).only_enforce_if(eats)
        return fits

    def _keep_own_meal(self, ride: _Ride) -> None:
        """Leave room for lunch beside a ride of a half-day, and for dinner beside one of an evening."""
        cp, block = self.cp, ride.block
        evening = block.parts[-1] is DayPart.EVENING
        room, meal = (block.dinner, Meal.DINNER) if evening else (block.lunch, Meal.LUNCH)
        if room is not None and not block.is_long:
            before, after = cp.new_bool_var(""), self._eats_later(ride, room)
            cp.add(ride.out >= room.start + room.need_min).only_enforce_if(before)
            cp.add_bool_or([*self._fed(ride, meal), before, after, ~ride.used])
        if not evening and block.dinner is not None:
            cp.add(ride.back <= block.dinner.end - block.dinner.need_min).only_enforce_if(ride.used)

    def _eats_later(self, ride: _Ride, room: MealRoom) -> cp_model.IntVar:
        later = self.cp.new_bool_var("")
        self.cp.add(ride.back <= room.end - room.need_min).only_enforce_if(later)
        return later

    def _fed(self, ride: _Ride, meal: Meal) -> Literals:
        return [visit for item, visit in ride.visits.items() if self.problem.items[item].meal is meal]

    # -- hosts ----------------------------------------------------------------------------------------------------

    def _keep_hosts(self) -> None:
        """Keep each host's number of sessions, and the least and most people of each; name the starts."""
        cp = self.cp
        for data in self.problem.items:
            rides = [ride for ride in self.rides if data.index in ride.visits]
            cap = min(data.cap, self.problem.people)
            if self._is_timed(data) or data.cap >= self.problem.people:
                self._name_starts(data, rides)
            if data.together:
                inside = [each for ride in rides for each in ride.inside[data.index].values()]
                cp.add(cp_model.LinearExpr.sum(inside) <= cap)
            elif data.cap >= self.problem.people:
                self._keep_starts(data, rides)
            else:
                self._keep_sessions(data, rides, cap)

    def _keep_starts(self, data: ItemData, rides: list[_Ride]) -> None:
        """Keep the number of sessions of a host with room for everyone: those at one time are one."""
        cp = self.cp
        happens = []
        for literals in self.model.at.get(data.index, {}).values():
            happens.append(cp.new_bool_var(""))
            cp.add_max_equality(happens[-1], literals)
        cp.add(cp_model.LinearExpr.sum(happens) <= data.sessions_max)
        for ride in rides:
            cp.add_bool_or([*ride.inside[data.index].values(), ~ride.visits[data.index]])

    def _keep_sessions(self, data: ItemData, rides: list[_Ride], cap: int) -> None:
        """Keep sessions apart, but that two groups may share one."""
        cp, item = self.cp, data.index
        shares: list[cp_model.IntVar] = []
        of_ride: dict[int, list[cp_model.IntVar]] = {}
        for one, other in combinations(range(len(rides)), 2):
            if rides[one].block is not rides[other].block:
                continue
            share = cp.new_bool_var("")
            shares.append(share)
            for number in (one, other):
                of_ride.setdefault(number, []).append(share)
                cp.add_implication(share, rides[number].visits[item])
            cp.add(rides[one].starts[item] == rides[other].starts[item]).only_enforce_if(share)
            inside = [*rides[one].inside[item].values(), *rides[other].inside[item].values()]
            cp.add(cp_model.LinearExpr.sum(inside) <= cap).only_enforce_if(share)
            cp.add(cp_model.LinearExpr.sum(inside) >= data.min_people).only_enforce_if(share)
        for together in of_ride.values():
            cp.add_at_most_one(together)
        visits = cp_model.LinearExpr.sum([ride.visits[item] for ride in rides])
        cp.add(visits - cp_model.LinearExpr.sum(shares) <= data.sessions_max)
        for number, ride in enumerate(rides):
            people = cp_model.LinearExpr.sum(list(ride.inside[item].values()))
            alone = ride.visits[item] - cp_model.LinearExpr.sum(of_ride.get(number, []))
            cp.add(people <= cap)
            cp.add(people >= ride.visits[item])
            cp.add(people >= data.min_people * alone)

    def _is_timed(self, data: ItemData) -> bool:
        """Whether anything depends on when the item takes place."""
        wanted = {item for item, _ in self.problem.demands}
        ruled = {item for rule in self.problem.item_rules for item in rule.items}
        return data.index in wanted | ruled or data.for_all

    def _name_starts(self, data: ItemData, rides: list[_Ride]) -> None:
        cp = self.cp
        for ride in rides:
            chosen = []
            for start in self._starts(ride.block, data):
                literal = cp.new_bool_var("")
                cp.add(ride.starts[data.index] == start).only_enforce_if(literal)
                cp.add_implication(literal, ride.visits[data.index])
                self.model.name_session(data.index, start, literal)
                chosen.append(literal)
            cp.add(cp_model.LinearExpr.sum(chosen) == ride.visits[data.index])

    def _keep_everyone(self) -> None:
        """Bring everyone who is there all day to the items for everyone, at one time; pinned people to theirs."""
        cp = self.cp
        for data in self.problem.items:
            rides = [ride for ride in self.rides if data.index in ride.visits]
            for person in data.pinned if rides else ():
                literals = [r.inside[data.index][person] for r in rides if person in r.inside[data.index]]
                cp.add(cp_model.LinearExpr.sum(literals) >= int(data.must))
            if not data.for_all:
                continue
            for block in sorted({ride.block.index for ride in rides}):
                here = [ride for ride in rides if ride.block.index == block]
                placed = cp.new_bool_var("")
                for ride in here:
                    cp.add_implication(ride.visits[data.index], placed)
                for person in np.flatnonzero(obliged_to(self.problem, block, data.index)).tolist():
                    inside = [r.inside[data.index][person] for r in here if person in r.inside[data.index]]
                    cp.add_bool_or([*inside, ~placed])
            if data.together:
                found = self.model.at.get(data.index, {})
                happens = []
                for literals in found.values():
                    happens.append(cp.new_bool_var(""))
                    cp.add_max_equality(happens[-1], literals)
                cp.add_at_most_one(happens)

    # -- answer ---------------------------------------------------------------------------------------------------

    def plan(self, solver: cp_model.CpSolver) -> Plan:
        """Return the solution as a plan."""
        runs: list[list[Run]] = [[] for _ in self.problem.blocks]
        plenaries: list[dict[int, Plenary]] = [{} for _ in self.problem.blocks]
        for ride in self.rides:
            if not solver.boolean_value(ride.used):
                continue
            pattern = self._pattern(ride, solver)
            people = tuple(one for one, literal in ride.people.items() if solver.boolean_value(literal))
            guide = min((one for one in people if one in self.problem.guides), default=None)
            group = self.problem.seats[ride.group][0]
            runs[ride.block.index].append(Run(pattern, people, guide, group=group))
            for item, start in zip(pattern.items, pattern.starts, strict=True):
                if self.problem.items[item].for_all:
                    plenaries[ride.block.index][item] = Plenary(item, (start,))
        return Plan(
            self.problem, tuple(map(tuple, runs)), tuple(tuple(given.values()) for given in plenaries)
        )

    def _pattern(self, ride: _Ride, solver: cp_model.CpSolver) -> Pattern:
        problem = self.problem
        chosen = [item for item, visit in ride.visits.items() if solver.boolean_value(visit)]
        items = tuple(sorted(chosen, key=lambda item: solver.value(ride.starts[item])))
        starts = tuple(solver.value(ride.starts[item]) for item in items)
        places = [ride.block.base, *(problem.items[item].place for item in items), ride.block.base]
        steps = list(pairwise(places))
        lunch_after = next(
            (n for n, i in enumerate(items) if ride.lunch and solver.boolean_value(ride.lunch[i])), None
        )
        meals = {meal for item in items if (meal := problem.items[item].meal) is not None}
        way = sum(int(problem.ride[a, b]) for a, b in steps)
        served = sum(
            problem.items[item].before + problem.items[item].duration + problem.items[item].after
            for item in items
        )
        last = problem.items[items[-1]]
        ends = starts[-1] + last.duration + last.after
        if lunch_after is not None and ride.block.lunch:
            meals.add(Meal.LUNCH)
            served += ride.block.lunch.need_min
            if lunch_after == len(items) - 1:
                ends = max(ends, ride.block.lunch.start) + ride.block.lunch.need_min
        out = solver.value(ride.out)
        back = ends + int(problem.ride[last.place, ride.block.base])
        return Pattern(
            items=items,
            starts=starts,
            out=out,
            back=back,
            ride_min=way,
            idle_min=max(0, back - out - way - served),
            vehicle=any(bool(problem.rides[a, b]) for a, b in steps),
            moves=any(a != b for a, b in steps),
            meals=frozenset(meals),
            lunch_after=lunch_after,
        )
