"""A trip as the solver needs it: integers and arrays, for one choice of the legs' departures.

Instants are minutes after ``epoch`` (UTC). Items, people and places are numbered in the order of the trip.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from geleit.domain.items import Item, Pin, PinKind, RuleKind
from geleit.domain.kinds import Attendance, DayPart, Meal, Role
from geleit.domain.opening import open_spans
from geleit.domain.people import Delegate
from geleit.domain.places import TravelMode
from geleit.domain.programme import PlannedLeg
from geleit.domain.stays import Stay, day_part_of, stays
from geleit.domain.trip import Trip
from geleit.domain.windows import MINUTES_A_DAY, at, local
from geleit.planner.value import Ruler, may_attend, minutes_between, points_by_item

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
NEVER = -(10**9)
ALWAYS = 10**9
FOREVER = 10**7
"""Minutes of a way that is too long; more than any trip, and small enough to add."""
LATER_STARTS = 24
"""Starts beyond the earliest that are tried where other items depend on when one takes place."""
TIED_STEP_MIN = 15
DIVIDED_STEP_MIN = 30
_Pairs = frozenset[tuple[str | None, str | None]]
"""Ids of items and delegates."""
STAFF = frozenset({Role.ORGANISER, Role.PARTNER, Role.INTERPRETER, Role.SECURITY})
"""Roles that may accompany a group to a host who does not receive them: they wait outside."""


@dataclass(frozen=True, slots=True)
class MealRoom:
    """Room that a day must leave for a meal: ``need_min`` free minutes between ``start`` and ``end``.

    ``base`` is the place where people are then, if nothing else takes them away.
    """

    start: int
    end: int
    need_min: int
    base: int


@dataclass(frozen=True, slots=True)
class Block:
    """One day part at one station, or a whole day for groups that do not come back at noon.

    Parameters
    ----------
    parts
        The day parts it fills: one, or morning and afternoon.
    lo, hi
        Earliest departure from the base and latest return to it.
    lunch, dinner
        Room for the meal on the block's day; None where none is owed, or where it may be had at either of two stations.
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
    """Starts that must be used, as often as they stand here, in order."""
    only_fixed: bool
    """Whether there are no other starts: the host has confirmed them, or they are all the sessions there are."""
    step_min: int
    """Minutes between starts that are worth a try after the earliest, because others depend on it; 0 for none."""
    must: bool
    needs_head: bool
    required: frozenset[int]
    """People who must be in every session."""
    pinned: frozenset[int]
    """People who must be in some session."""
    group: str | None
    zone: str
    parts: frozenset[DayPart]
    """Day parts it is pinned to; empty for any."""


@dataclass(frozen=True, slots=True)
class NumberedRule:
    """A rule between items, by their numbers."""

    kind: RuleKind
    items: tuple[int, ...]
    gap_min: int


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
    item_rules: tuple[NumberedRule, ...]
    meal_rooms: Mapping[tuple[date, Meal], tuple[MealRoom, ...]]
    """Where there is room for a meal on a day; at two stations on the day of a leg, and one of them is enough."""
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
                found += [(item.index, start) for start in dict.fromkeys(item.fixed)]
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

    def measured_by(self, ruler: Ruler) -> "Problem":
        """Return the same problem with another ruler of fairness."""
        return replace(self, ruler=ruler, breaks=_breaks(self.trip, ruler))

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
        return next(self.starts(item, block, ready, only), None)

    def starts(self, item: int, block: Block, ready: int, only: tuple[int, ...] = ()) -> Iterator[int]:
        """Yield starts of the item in the block at or after ``ready`` that are worth a try, the earliest first.

        That is the earliest one, besides it those that are pinned, and some later ones where other items depend on it.
        """
        if only:
            yield from self._starts(item, block, ready, only)
            return
        key = (item, block.index, max(ready, block.start_lo))
        known = self._known_starts.get(key)
        if known is None:
            known = self._known_starts[key] = tuple(self._starts(item, block, ready, ()))
        yield from known

    @cached_property
    def _known_starts(self) -> dict[tuple[int, int, int], tuple[int, ...]]:
        """Starts found so far, by item, block and when a group is ready."""
        return {}

    def _starts(self, item: int, block: Block, ready: int, only: tuple[int, ...]) -> Iterator[int]:
        data = self.items[item]
        if data.parts and not data.parts.issuperset(block.parts):
            return
        fixed = only or (data.fixed if data.only_fixed else ())
        low = max(ready, block.start_lo)
        if fixed:
            yield from dict.fromkeys(start for start in fixed if low <= start < block.start_hi)
            return
        earliest = self._open_start(data, low, block.start_hi)
        if earliest is None:
            return
        yield earliest
        later = {start for start in data.fixed if earliest < start < block.start_hi}
        start: int | None = earliest
        while data.step_min and start is not None and len(later) < LATER_STARTS:
            start = self._open_start(data, start + data.step_min, block.start_hi)
            later |= {start} if start is not None else set()
        yield from sorted(later)

    def _open_start(self, data: ItemData, low: int, before: int) -> int | None:
        """Return the earliest start at or after ``low`` within a window, or None."""
        found: list[int] = []
        for opens, closes in data.spans:
            start = max(low, opens)
            if start != opens:
                start = self._on_grid(start)
            if start + data.duration <= closes and start < before:
                found.append(start)
        return min(found, default=None)

    def last_start(self, item: int, block: Block, latest: int) -> int | None:
        """Return the latest start of the item in the block at or before ``latest``, or None."""
        data = self.items[item]
        if data.only_fixed:
            return max((start for start in data.fixed if block.start_lo <= start <= latest), default=None)
        found: list[int] = []
        for opens, closes in data.spans:
            start = min(latest, closes - data.duration, block.start_hi - 1)
            if start > opens:
                start = max(opens, (start // self._grid) * self._grid)
            if start >= max(opens, block.start_lo):
                found.append(start)
        return max(found, default=None)

    @cached_property
    def _grid(self) -> int:
        return max(1, self.trip.frame.grid_min)

    def _on_grid(self, minutes: int) -> int:
        return -(-minutes // self._grid) * self._grid


@dataclass(frozen=True, slots=True)
class _Indices:
    place: Mapping[str, int]
    person: Mapping[str, int]
    stays: tuple[Stay, ...]
    wanted: frozenset[str]


def compile_problem(
    trip: Trip, legs: tuple[PlannedLeg, ...], ruler: Ruler, like: Problem | None = None
) -> Problem:
    """Return the trip as integers for one choice of departures.

    Parameters
    ----------
    like
        The same trip compiled for another choice: what does not depend on the choice is taken from there.
    """
    first = min((leg.depart for leg in legs), default=None)
    first_day = first.date() if first else trip.dates.start.earliest
    epoch = datetime.combine(first_day - timedelta(days=1), time(), UTC)
    indices = _Indices(
        place={place.id: number for number, place in enumerate(trip.places)},
        person={person.id: number for number, person in enumerate(trip.delegates)},
        stays=stays(trip, legs),
        wanted=wanted_items(trip),
    )
    taken = [leg for leg in legs if any(_takes(person, leg) for person in trip.delegates)]
    blocks = _blocks(trip, indices.stays, taken, epoch)
    meal_rooms = _meal_rooms(trip, indices, epoch)
    ride, rides = _ride_table(trip) if like is None else (like.ride, like.rides)
    barred = _kept_out(trip)
    interpreters = tuple(n for n, person in enumerate(trip.delegates) if person.role is Role.INTERPRETER)
    return Problem(
        trip=trip,
        ruler=ruler,
        legs=legs,
        epoch=epoch,
        blocks=tuple(_with_sure_meals(block, meal_rooms) for block in blocks),
        meal_rooms=meal_rooms,
        items=tuple(_item_data(trip, index, item, epoch, indices) for index, item in enumerate(trip.items)),
        worth=_worth_table(trip) if like is None else like.worth,
        member=_table(trip, lambda item, person: _may_be_member(barred, item, person), np.bool_)
        if like is None
        else like.member,
        attends=_table(trip, lambda item, person: _goes_in(barred, item, person), np.bool_)
        if like is None
        else like.attends,
        speaks=_table(trip, speaks_with, np.bool_) if like is None else like.speaks,
        breaks=_breaks(trip, ruler),
        ride=ride,
        rides=rides,
        joins=_bound(trip, epoch, NEVER, lambda person: person.presence.joins),
        leaves=_bound(trip, epoch, ALWAYS, lambda person: person.presence.leaves),
        guides=tuple(n for n, person in enumerate(trip.delegates) if person.guide),
        heads=tuple(n for n, person in enumerate(trip.delegates) if person.role is Role.HEAD),
        interpreters=interpreters,
        item_rules=_numbered_rules(trip),
        interprets=_interpreted(trip, interpreters, barred) if like is None else like.interprets,
    )


def _interpreted(
    trip: Trip, interpreters: tuple[int, ...], barred: _Pairs
) -> dict[tuple[int, int], BoolArray]:
    helped = {
        number: np.array(
            [bool(trip.delegates[number].languages & person.languages) for person in trip.delegates]
        )
        for number in interpreters
    }
    return {
        (number, index): helped[number]
        for number in interpreters
        for index, item in enumerate(trip.items)
        if item.languages & trip.delegates[number].languages
        and _goes_in(barred, item, trip.delegates[number])
    }


def _breaks(trip: Trip, ruler: Ruler) -> IntArray:
    rows = [ruler.breaks(person.id) for person in trip.delegates]
    return np.array(rows, dtype=np.int64).reshape(-1, 3)


def _numbered_rules(trip: Trip) -> tuple[NumberedRule, ...]:
    numbers = {item.id: number for number, item in enumerate(trip.items)}
    return tuple(
        NumberedRule(rule.kind, tuple(numbers[item] for item in rule.items), rule.gap_min)
        for rule in trip.rules
    )


def speaks_with(item: Item, person: Delegate) -> bool:
    """Whether the person shares a language with the host."""
    return not item.languages or bool(item.languages & person.languages)


def helps(interpreter: Delegate, item: Item, person: Delegate) -> bool:
    """Whether the interpreter brings host and person together."""
    return bool(interpreter.languages & item.languages) and bool(interpreter.languages & person.languages)


def _may_be_member(barred: _Pairs, item: Item, person: Delegate) -> bool:
    """Whether the person may come along: goes in, or serves the programme and waits outside."""
    return _goes_in(barred, item, person) or (person.role in STAFF and (item.id, person.id) not in barred)


def _goes_in(barred: _Pairs, item: Item, person: Delegate) -> bool:
    """Whether the host receives the person (rules H4, H7, H11)."""
    received = may_attend(item, person) and item.name_list.admits(person.id)
    return received and (item.id, person.id) not in barred


def _kept_out(trip: Trip) -> _Pairs:
    """Return who is pinned out of which item."""
    return frozenset((pin.item, pin.delegate) for pin in trip.pins if pin.kind is PinKind.ABSENT)


def _table[Cell: np.generic](
    trip: Trip, cell: Callable[[Item, Delegate], int | bool], dtype: type[Cell]
) -> npt.NDArray[Cell]:
    rows = [[cell(item, person) for person in trip.delegates] for item in trip.items]
    return np.array(rows, dtype=dtype).reshape(len(trip.items), len(trip.delegates))


def _worth_table(trip: Trip) -> IntArray:
    found = [points_by_item(trip, person, trip.items) for person in trip.delegates]
    rows = [[by_item[item.id] for by_item in found] for item in trip.items]
    return np.array(rows, dtype=np.int64).reshape(len(trip.items), len(trip.delegates))


def _bound(
    trip: Trip, epoch: datetime, default: int, instant: Callable[[Delegate], datetime | None]
) -> IntArray:
    found = [instant(person) for person in trip.delegates]
    return np.array(
        [default if when is None else minutes_between(epoch, when) for when in found], dtype=np.int64
    )


def _ride_table(trip: Trip) -> tuple[IntArray, BoolArray]:
    """Return minutes from place to place, slack included for vehicles, and where a vehicle is needed.

    A way that the trip does not accept (``frame.max_transfer_min``) takes forever; any other at least a minute.
    """
    size = len(trip.places)
    ride, rides = np.zeros((size, size), dtype=np.int64), np.zeros((size, size), dtype=np.bool_)
    near = _within_reach(trip)
    for a, origin in enumerate(trip.places):
        for b, destination in enumerate(trip.places):
            if a != b and near.get(origin.id, frozenset()) & near.get(destination.id, frozenset()):
                needs_vehicle = trip.travel.mode_for(origin, destination) is not TravelMode.WALK
                way = trip.travel.travel_min(origin, destination)
                slack = max(0, trip.frame.slack_min) if needs_vehicle else 0
                ride[a, b] = max(1, way + slack) if way <= trip.frame.max_transfer_min else FOREVER
                rides[a, b] = needs_vehicle
    return ride, rides


def _within_reach(trip: Trip) -> dict[str, frozenset[str]]:
    """Return by place the stations from which it is used: bases from all, others from their own; tours stay at one."""
    everywhere = frozenset(station.id for station in trip.stations)
    found = {station.base: everywhere for station in trip.stations}
    for item in trip.items:
        found[item.place] = found.get(item.place, frozenset()) | {item.station}
    return found


def _item_data(trip: Trip, index: int, item: Item, epoch: datetime, indices: _Indices) -> ItemData:
    pinned = [pin for pin in trip.pins if pin.item == item.id]
    dropped = not _may_take_place(trip, item)
    slots = [minutes_between(epoch, slot) for slot in item.firm_slots]
    times = {minutes_between(epoch, pin.start) for pin in pinned if pin.kind is PinKind.TIME and pin.start}
    fixed = () if dropped else tuple(sorted([*slots, *(times - set(slots))]))
    sessions_max = len(slots) or (1 if item.required_people else item.sessions_max)
    for_all = item.attendance is Attendance.ALL
    return ItemData(
        index=index,
        place=indices.place[item.place],
        duration=item.duration_min,
        before=max(0, item.arrive_before_min),
        after=max(0, item.leave_after_min),
        min_people=item.min_people,
        cap=item.max_people if item.max_people is not None else ALWAYS,
        sessions_max=sessions_max,
        for_all=for_all,
        together=for_all and sessions_max == 1,
        meal=item.meal,
        spans=() if dropped else _pinned_spans(trip, item, epoch, indices, pinned),
        fixed=fixed,
        only_fixed=bool(slots and not dropped) or len(fixed) >= sessions_max,
        step_min=_step_min(trip, item, sessions_max),
        must=not dropped and item.id in indices.wanted,
        needs_head=item.needs_head,
        required=frozenset(indices.person[person] for person in item.required_people),
        pinned=frozenset(
            indices.person[pin.delegate] for pin in pinned if pin.kind is PinKind.ATTENDEE and pin.delegate
        ),
        group=next((pin.group for pin in pinned if pin.kind is PinKind.GROUP), None),
        zone=trip.zone_of(item.station),
        parts=frozenset(pin.part for pin in pinned if pin.kind is PinKind.PART and pin.part),
    )


def _step_min(trip: Trip, item: Item, sessions_max: int) -> int:
    """Return the minutes between starts worth a try: few where a rule ties the item to others, more where all go."""
    tied = (RuleKind.BEFORE, RuleKind.SAME_TIME)
    if any(rule.kind in tied and item.id in rule.items for rule in trip.rules):
        return TIED_STEP_MIN
    return DIVIDED_STEP_MIN if item.attendance is Attendance.ALL and sessions_max > 1 else 0


def _may_take_place(trip: Trip, item: Item) -> bool:
    """Whether the item's status, its length and the pins let it have a session at all."""
    dropped = any(pin.kind is PinKind.DROPPED and pin.item == item.id for pin in trip.pins)
    return item.request.status.may_be_placed and item.duration_min > 0 and not dropped


def wanted_items(trip: Trip) -> frozenset[str]:
    """Return ids of the items to be placed before all others: musts, confirmed ones, pinned ones, and their company.

    Those that a rule lets take place only together with one of them are wanted as well.
    """
    pinned = {pin.item for pin in trip.pins if pin.kind in (PinKind.TIME, PinKind.ATTENDEE)}
    wanted = {item.id for item in trip.items if item.must or item.request.status.is_firm or item.id in pinned}
    together = [set(rule.items) for rule in trip.rules if rule.kind is RuleKind.TOGETHER]
    while any(wanted & items and items - wanted for items in together):
        wanted |= {item for items in together if wanted & items for item in items}
    return frozenset(wanted)


def _pinned_spans(
    trip: Trip, item: Item, epoch: datetime, indices: _Indices, pinned: list[Pin]
) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for stay in indices.stays:
        if stay.station != item.station:
            continue
        for opens, closes in open_spans(trip, item, stay.start, stay.end):
            day, _ = day_part_of(trip, item.station, opens)
            if all(pin.day in (None, day) for pin in pinned if pin.kind in (PinKind.DAY, PinKind.PART)):
                spans.append((minutes_between(epoch, opens), minutes_between(epoch, closes)))
    return tuple(spans)


def _blocks(
    trip: Trip,
    found: tuple[Stay, ...],
    taken: list[PlannedLeg],
    epoch: datetime,
) -> tuple[Block, ...]:
    """Return the blocks in time order; on the day of a leg two stations may share a day part."""
    blocks: list[Block] = []
    for stay in found:
        zone = trip.zone_of(stay.station)
        day, last = local(stay.start, zone).date(), local(stay.end, zone).date()
        while day <= last:
            blocks += _day_blocks(trip, stay, day, epoch, taken)
            day += timedelta(days=1)
    blocks.sort(key=lambda block: (block.start_lo, block.start_hi, block.lo))
    return tuple(replace(block, index=index) for index, block in enumerate(blocks))


PARTS = ((DayPart.MORNING,), (DayPart.AFTERNOON,), (DayPart.EVENING,), (DayPart.MORNING, DayPart.AFTERNOON))
SHORTEST_BLOCK_MIN = 5


def _takes(person: Delegate, leg: PlannedLeg) -> bool:
    return person.presence.covers(leg.depart, leg.arrive)


def _day_blocks(
    trip: Trip, stay: Stay, day: date, epoch: datetime, taken: list[PlannedLeg]
) -> Iterator[Block]:
    frame, zone = trip.frame, trip.zone_of(stay.station)
    base = next(
        number for number, place in enumerate(trip.places) if place.id == trip.base_of(stay.station).id
    )

    def minute(clock_min: int) -> int:
        return minutes_between(epoch, at(day, clock_min, zone))

    start, end = minutes_between(epoch, stay.start), minutes_between(epoch, stay.end)
    lo, hi = _bounds(trip, stay, day, (start, end), taken)
    lo = max(lo, minute(max(frame.day.start_min, frame.day.end_min - MINUTES_A_DAY)))
    hi = min(hi, minute(frame.day.end_min))
    noon, evening = minute(frame.afternoon.start_min), minute(frame.evening_part.start_min)
    starts = {
        DayPart.MORNING: (minute(0), noon),
        DayPart.AFTERNOON: (noon, evening),
        DayPart.EVENING: (evening, minute(max(MINUTES_A_DAY, frame.day.end_min))),
    }
    for parts in PARTS:
        start_lo, start_hi = starts[parts[0]][0], starts[parts[-1]][1]
        earliest = max(lo, start_lo - LONGEST_APPROACH_MIN)
        if (
            hi - max(earliest, start_lo) < SHORTEST_BLOCK_MIN
            or min(hi, start_hi) - earliest < SHORTEST_BLOCK_MIN
        ):
            continue
        yield Block(
            index=0,
            day=day,
            parts=parts,
            station=stay.station,
            base=base,
            lo=earliest,
            hi=hi,
            start_lo=start_lo,
            start_hi=start_hi,
            lunch=None,
            dinner=None,
        )


def _bounds(
    trip: Trip, stay: Stay, day: date, here: tuple[int, int], taken: list[PlannedLeg]
) -> tuple[int, int]:
    """Return how early and how late there may be anything on a day, for the rest after and before legs (rule H9)."""
    frame, (lo, hi) = trip.frame, here
    if any(leg.arrive == stay.start for leg in taken):
        lo += frame.arrival_rest_min
        arrived, _ = day_part_of(trip, stay.station, stay.start - timedelta.resolution)
        if arrived < day:
            lo = max(lo, here[0] + frame.rest_min)
    leaves, _ = day_part_of(trip, stay.station, stay.end)
    if any(leg.depart == stay.end for leg in taken) and day < leaves:
        hi -= frame.rest_min
    return lo, hi


LONGEST_APPROACH_MIN = 240


def _meal_rooms(
    trip: Trip, indices: _Indices, epoch: datetime
) -> dict[tuple[date, Meal], tuple[MealRoom, ...]]:
    """Return the rooms for meals by day, within the stays; none where a leg leaves too little, or none is asked for."""
    frame = trip.frame
    asked = ((Meal.LUNCH, frame.lunch, frame.lunch_min), (Meal.DINNER, frame.dinner, frame.dinner_min))
    found: dict[tuple[date, Meal], tuple[MealRoom, ...]] = {}
    for stay in indices.stays:
        zone, base = trip.zone_of(stay.station), indices.place[trip.base_of(stay.station).id]
        here = minutes_between(epoch, stay.start), minutes_between(epoch, stay.end)
        for day in stay.days(zone):
            for meal, span, need_min in asked:
                start = max(minutes_between(epoch, at(day, span.start_min, zone)), here[0])
                end = min(minutes_between(epoch, at(day, span.end_min, zone)), here[1])
                if end - start >= need_min > 0:
                    room = MealRoom(start, end, need_min, base)
                    found[day, meal] = (*found.get((day, meal), ()), room)
    return found


def _with_sure_meals(block: Block, meal_rooms: Mapping[tuple[date, Meal], tuple[MealRoom, ...]]) -> Block:
    """Return the block with the meals that cannot be had anywhere else on its day."""
    lunches = meal_rooms.get((block.day, Meal.LUNCH), ())
    dinners = meal_rooms.get((block.day, Meal.DINNER), ())
    return replace(
        block,
        lunch=lunches[0] if len(lunches) == 1 and lunches[0].base == block.base else None,
        dinner=dinners[0] if len(dinners) == 1 and dinners[0].base == block.base else None,
    )
