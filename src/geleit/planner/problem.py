"""A trip as the solver needs it: integers and arrays, for one choice of the legs' departures.

Instants are minutes after ``epoch`` (UTC). Items, people and places are numbered in the order of the trip.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from geleit.domain.hosts import NameList
from geleit.domain.items import Item, PinKind
from geleit.domain.kinds import Attendance, DayPart, Meal, Role
from geleit.domain.legs import stays
from geleit.domain.people import Delegate
from geleit.domain.places import TravelMode
from geleit.domain.programme import PlannedLeg
from geleit.domain.stays import effective_windows, is_open_day
from geleit.domain.trip import Clock, Trip
from geleit.domain.windows import at
from geleit.planner.value import Ruler, may_attend, points

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
NEVER = -(10**9)
ALWAYS = 10**9
STAFF = frozenset({Role.ORGANISER, Role.PARTNER, Role.INTERPRETER, Role.SECURITY})
"""Roles that may accompany a group to a host who does not receive them: they wait outside."""


@dataclass(frozen=True, slots=True)
class MealRoom:
    """Room that a day must leave for a meal: ``need_min`` free minutes between ``start`` and ``end``."""

    start: int
    end: int
    need_min: int


@dataclass(frozen=True, slots=True)
class Block:
    """One day part at one station, or a whole day for groups that do not come back at noon.

    Parameters
    ----------
    parts
        The day parts it fills: one, or morning and afternoon.
    lo, hi
        Earliest departure from the base and latest return to it.
    start_lo, start_hi
        Sessions of the block start in this half-open span.
    """

    index: int
    day: date
    parts: tuple[DayPart, ...]
    station: str
    base: int
    lo: int
    hi: int
    start_lo: int
    start_hi: int
    lunch: MealRoom | None
    dinner: MealRoom | None

    @property
    def is_long(self) -> bool:
        """Whether the block fills morning and afternoon."""
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class ItemData:
    """One item in integers."""

    index: int
    place: int
    duration: int
    before: int
    after: int
    min_people: int
    cap: int
    sessions_max: int
    for_all: bool
    together: bool
    meal: Meal | None
    spans: tuple[tuple[int, int], ...]
    """Open spans in which a session must lie, start and end."""
    fixed: tuple[int, ...]
    """Starts that must be used, and for a confirmed item the only ones."""
    only_fixed: bool
    must: bool
    needs_head: bool
    required: tuple[int, ...]
    group: str | None


@dataclass(frozen=True)
class Problem:
    """Everything the search reads. Immutable; what-if is a new one.

    Parameters
    ----------
    worth
        ``u[i, d]`` in points, items by people.
    member
        Whether the person may be in a group that visits the item.
    attends
        Whether such a member goes in, or waits outside.
    speaks
        Whether the person shares a language with the host.
    breaks
        Three benefits by person at which the slope falls.
    ride
        Minutes between places, slack included; ``rides`` says where a vehicle is needed.
    """

    trip: Trip
    ruler: Ruler
    legs: tuple[PlannedLeg, ...]
    epoch: datetime
    blocks: tuple[Block, ...]
    items: tuple[ItemData, ...]
    worth: IntArray
    member: BoolArray
    attends: BoolArray
    speaks: BoolArray
    breaks: IntArray
    ride: IntArray
    rides: BoolArray
    joins: IntArray
    leaves: IntArray
    guides: tuple[int, ...]
    heads: tuple[int, ...]
    interpreters: tuple[int, ...]
    interprets: Mapping[tuple[int, int], BoolArray]
    """(interpreter, item) -> people who follow the host with that interpreter's help."""

    @cached_property
    def people(self) -> int:
        """Number of delegates."""
        return len(self.trip.delegates)

    @cached_property
    def seats(self) -> tuple[tuple[str, int], ...]:
        """Group ids with seats, most seats first."""
        ranked = sorted(self.trip.groups, key=lambda group: -group.seats)
        return tuple((group.id, group.seats) for group in ranked)

    @cached_property
    def demands(self) -> tuple[tuple[int, int | None], ...]:
        """(item, start or None for any): sessions that must be there."""
        found: list[tuple[int, int | None]] = []
        for item in self.items:
            if item.fixed:
                found += [(item.index, start) for start in item.fixed]
            elif item.must:
                found.append((item.index, None))
        return tuple(found)

    @cached_property
    def items_in(self) -> tuple[tuple[int, ...], ...]:
        """Items that have a start in each block."""
        return tuple(
            tuple(
                item.index
                for item in self.items
                if self.trip.items[item.index].station == block.station
                and self.first_start(item.index, block, NEVER) is not None
            )
            for block in self.blocks
        )

    @cached_property
    def blocks_of(self) -> tuple[tuple[int, ...], ...]:
        """Blocks in which each item has a start."""
        return tuple(
            tuple(block.index for block in self.blocks if item.index in self.items_in[block.index])
            for item in self.items
        )

    def minutes(self, instant: datetime) -> int:
        """Return an instant as minutes after the epoch."""
        return int((instant - self.epoch).total_seconds()) // 60

    def instant(self, minutes: int) -> datetime:
        """Return minutes after the epoch as an aware instant."""
        return self.epoch + timedelta(minutes=minutes)

    def first_start(self, item: int, block: Block, ready: int, only: tuple[int, ...] = ()) -> int | None:
        """Return the earliest start of the item in the block at or after ``ready``, or None.

        Parameters
        ----------
        only
            When given, the start is one of these.
        """
        data = self.items[item]
        fixed = only or (data.fixed if data.only_fixed else ())
        low = max(ready, block.start_lo)
        if fixed:
            return min((start for start in fixed if low <= start < block.start_hi), default=None)
        for opens, closes in data.spans:
            start = max(low, opens)
            if start != opens:
                start = self._on_grid(start)
            if start + data.duration <= closes and start < block.start_hi:
                return start
        return None

    def last_start(self, item: int, block: Block, latest: int) -> int | None:
        """Return the latest start of the item in the block at or before ``latest``, or None."""
        data = self.items[item]
        if data.only_fixed:
            return max((start for start in data.fixed if block.start_lo <= start <= latest), default=None)
        for opens, closes in reversed(data.spans):
            start = min(latest, closes - data.duration, block.start_hi - 1)
            grid = self.trip.frame.grid_min
            if start != opens:
                start = max(opens, (start // grid) * grid) if start > opens else start
            if start >= max(opens, block.start_lo):
                return start
        return None

    def _on_grid(self, minutes: int) -> int:
        grid = self.trip.frame.grid_min
        return -(-minutes // grid) * grid


def compile_problem(trip: Trip, legs: tuple[PlannedLeg, ...], ruler: Ruler) -> Problem:
    """Return the trip as integers for one choice of departures."""
    first = min((leg.depart for leg in legs), default=None)
    first_day = first.date() if first else trip.dates.start.earliest
    epoch = datetime.combine(first_day - timedelta(days=1), time(), UTC)
    place_index = {place.id: number for number, place in enumerate(trip.places)}
    person_index = {person.id: number for number, person in enumerate(trip.delegates)}
    blocks = _blocks(trip, legs, epoch, place_index)
    days = sorted({(block.station, block.day) for block in blocks})
    ride, rides = _ride_table(trip)
    interpreters = tuple(n for n, person in enumerate(trip.delegates) if person.role is Role.INTERPRETER)
    return Problem(
        trip=trip,
        ruler=ruler,
        legs=legs,
        epoch=epoch,
        blocks=blocks,
        items=tuple(
            _item_data(trip, index, item, epoch, days, place_index, person_index)
            for index, item in enumerate(trip.items)
        ),
        worth=_table(trip, lambda item, person: points(trip, item, person), np.int64),
        member=_table(trip, lambda item, person: _may_be_member(trip, item, person), np.bool_),
        attends=_table(trip, may_attend, np.bool_),
        speaks=_table(trip, speaks_with, np.bool_),
        breaks=np.array([ruler.breaks(person.id) for person in trip.delegates], dtype=np.int64).reshape(-1, 3),
        ride=ride,
        rides=rides,
        joins=_bound(trip, epoch, NEVER, lambda person: person.presence.joins),
        leaves=_bound(trip, epoch, ALWAYS, lambda person: person.presence.leaves),
        guides=tuple(n for n, person in enumerate(trip.delegates) if person.guide),
        heads=tuple(n for n, person in enumerate(trip.delegates) if person.role is Role.HEAD),
        interpreters=interpreters,
        interprets={
            (number, index): np.array([helps(trip.delegates[number], item, person) for person in trip.delegates])
            for number in interpreters
            for index, item in enumerate(trip.items)
            if item.languages & trip.delegates[number].languages
        },
    )


def speaks_with(item: Item, person: Delegate) -> bool:
    """Whether the person shares a language with the host."""
    return not item.languages or bool(item.languages & person.languages)


def helps(interpreter: Delegate, item: Item, person: Delegate) -> bool:
    """Whether the interpreter brings host and person together."""
    return bool(interpreter.languages & item.languages) and bool(interpreter.languages & person.languages)


def _may_be_member(trip: Trip, item: Item, person: Delegate) -> bool:
    barred = any(
        pin.kind is PinKind.ABSENT and pin.item == item.id and pin.delegate == person.id for pin in trip.pins
    )
    received = may_attend(item, person) or person.role in STAFF
    return received and not barred and item.name_list.admits(person.id)


def _table(trip: Trip, cell: object, dtype: type) -> npt.NDArray[np.generic]:
    rows = [[cell(item, person) for person in trip.delegates] for item in trip.items]  # type: ignore[operator]
    return np.array(rows, dtype=dtype).reshape(len(trip.items), len(trip.delegates))
