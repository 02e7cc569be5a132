"""All runs at once: each part of the programme begins when it is planned, or when its people are there.

- A group's ride leaves when the last of its people is ready; the bus waits.
- A session begins when everyone is there, and part of a late start is made up. One that is declined frees its time: its
  people go on as planned.
- Late people eat faster, down to a part of the meal. A flight or train does not wait; who misses it is counted, and the
  run goes on as if they had caught it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from geleit.domain.programme import MealBreak, PlannedLeg, Programme, Session, Transfer
from geleit.domain.trip import Trip
from geleit.planner.stress.assumptions import Assumptions
from geleit.planner.stress.chance import BoolArray, Chance, FloatArray, draw
from geleit.planner.stress.timeline import Happening, timeline


@dataclass(frozen=True, slots=True)
class Arrival:
    """People who come to a session together.

    Parameters
    ----------
    people
        Delegate ids.
    late
        Minutes by which they are late in each run; 0 where they are there at the start.
    """

    people: tuple[str, ...]
    late: FloatArray


@dataclass(frozen=True, slots=True)
class SessionRuns:
    """One session in all runs: whether it takes place, by how many minutes it starts late, who comes when."""

    happens: BoolArray
    late: FloatArray
    arrivals: tuple[Arrival, ...]


@dataclass(frozen=True, slots=True)
class RideRuns:
    """One transfer in all runs: minutes at which it leaves and arrives."""

    leaves: FloatArray
    arrives: FloatArray


@dataclass(slots=True)
class Simulation:
    """Everything that happened, by number of the part in the programme."""

    happenings: tuple[Happening, ...]
    chance: Chance
    sessions: dict[int, SessionRuns] = field(default_factory=dict)
    rides: dict[int, RideRuns] = field(default_factory=dict)


def simulate(trip: Trip, programme: Programme, assumptions: Assumptions, runs: int, seed: int) -> Simulation:
    """Return what happens to a programme in so many runs."""
    chance = draw(trip, programme, assumptions, runs, seed)
    simulation = Simulation(timeline(trip, programme), chance)
    walk = _Walk(trip, assumptions, simulation, np.full(runs, -np.inf))
    for happening in simulation.happenings:
        walk.take(happening)
    return simulation


class _Walk:
    """Goes through the happenings in order; ``free`` says from when each person is free for the next one."""

    def __init__(
        self, trip: Trip, assumptions: Assumptions, simulation: Simulation, never: FloatArray
    ) -> None:
        self.trip, self.assumptions, self.simulation, self.never = trip, assumptions, simulation, never
        self.free: dict[str, FloatArray] = {}

    def take(self, happening: Happening) -> None:
        """Let one part of the programme happen."""
        match happening.what:
            case Session() as session:
                self._session(session, happening)
            case Transfer():
                self._transfer(happening)
            case MealBreak():
                self._meal(happening)
            case PlannedLeg():
                self._leg(happening)

    def _parties(self, people: Iterable[str]) -> list[tuple[FloatArray, tuple[str, ...]]]:
        """Return the people by when they are free: those who come from the same thing together."""
        found: dict[int, tuple[FloatArray, list[str]]] = {}
        for person in people:
            free = self.free.get(person, self.never)
            found.setdefault(id(free), (free, []))[1].append(person)
        return [(free, tuple(party)) for free, party in found.values()]

    def _all_ready(self, people: Iterable[str]) -> FloatArray:
        ready = self.never
        for free, _ in self._parties(people):
            ready = np.maximum(ready, free)
        return ready

    def _let_go(self, people: Iterable[str], free: FloatArray) -> None:
        for person in people:
            self.free[person] = free

    def _transfer(self, happening: Happening) -> None:
        leaves = np.maximum(happening.start, self._all_ready(happening.people))
        arrives = leaves + self.simulation.chance.rides[happening.number]
        self.simulation.rides[happening.number] = RideRuns(leaves, arrives)
        self._let_go(happening.people, arrives)

    def _session(self, session: Session, happening: Happening) -> None:
        item, chance = self.trip.item_by_id[session.item], self.simulation.chance
        happens = chance.happens[session.item]
        arrivals = tuple(
            Arrival(party, np.maximum(free + item.arrive_before_min - happening.start, 0.0))
            for free, party in self._parties(happening.people)
        )
        late = np.maximum.reduce([arrival.late for arrival in arrivals] or [np.zeros_like(self.never)])
        self.simulation.sessions[happening.number] = SessionRuns(happens, late, arrivals)
        length = happening.end - happening.start
        made_up = self.assumptions.made_up_share * np.minimum(
            late, self.assumptions.most_made_up_share * length / max(self.assumptions.made_up_share, 1e-9)
        )
        ends = happening.end + late - made_up + chance.overruns[happening.number] + item.leave_after_min
        for free, party in self._parties(happening.people):
            self._let_go(party, np.where(happens, ends, free))

    def _meal(self, happening: Happening) -> None:
        least = self.assumptions.meal_least_share * (happening.end - happening.start)
        for free, party in self._parties(happening.people):
            self._let_go(party, np.maximum(happening.end, free + least))

    def _leg(self, happening: Happening) -> None:
        self._let_go(happening.people, happening.end + self.simulation.chance.delays[happening.number])


def points_by_person(
    simulation: Simulation,
    programme: Programme,
    worth: Mapping[tuple[str, str], float],
    people: tuple[str, ...],
    runs: int,
) -> FloatArray:
    """Return the points of each person in each run, people by runs: what takes place, less what they miss of it.

    Parameters
    ----------
    worth
        (item, person) -> points of a session that certainly takes place.
    """
    rows = {person: row for row, person in enumerate(people)}
    total = np.zeros((len(people), runs))
    for number, session in simulation.sessions.items():
        planned = programme.sessions[number]
        length = max(1.0, (planned.end - planned.start).total_seconds() / 60)
        for arrival in session.arrivals:
            seen = session.happens * np.clip(1 - arrival.late / length, 0.0, 1.0)
            mine = [person for person in arrival.people if person in rows]
            if mine:
                gains = np.array([worth.get((planned.item, person), 0.0) for person in mine])
                total[[rows[person] for person in mine]] += gains[:, None] * seen[None, :]
    return total
