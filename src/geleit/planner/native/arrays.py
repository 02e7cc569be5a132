"""A plan's tours, people and rules as the compiled search reads them, and its runs back."""

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from geleit.domain.items import RuleKind
from geleit.domain.kinds import DayPart, Meal
from geleit.planner.native.tours import MOST_ITEMS, Records, ints, offsets, record_of, unique, visits_of
from geleit.planner.problem import ALWAYS, BoolArray, MealRoom, Problem
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.construct import placings, without_plenary
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Plan, Plenary
from geleit.planner.timetable.sessions import obliged_to
from geleit.planner.value import BENDS_EIGHTHS, PRICE_IDLE_EIGHTHS, PRICE_TRANSFER_EIGHTHS, SLOPES_EIGHTHS

I32 = npt.NDArray[np.int32]
U64 = npt.NDArray[np.uint64]
ANY_START = -(2**31)
STARTS_A_BLOCK = 3
"""Starts of an item for everyone that are tried in one day part."""
MOST_OPTIONS = 200
"""Places that are tried, for all such items."""
PARTS = {DayPart.MORNING: 1, DayPart.AFTERNOON: 2, DayPart.EVENING: 4}
MEALS = {Meal.LUNCH: 1, Meal.DINNER: 2}
RULES = {RuleKind.AT_MOST_ONE: 0, RuleKind.BEFORE: 1, RuleKind.SAME_TIME: 2, RuleKind.TOGETHER: 3}

_COUNTS = (
    "blocks items people groups tours days rules demands interpreters guides heads words rest_min "
    "guides_required modes plenaries"
)
COUNTS = tuple(_COUNTS.split())
_ARRAYS = (
    "slopes block_day block_date block_parts block_station start_lo start_hi modes_of mode_item "
    "tours_of options_of option lunch dinner visits_of visit_item visit_start out back price vehicle "
    "moves meals lunch_on_way allowed breaks worth attends speaks helped interprets interpreter guide "
    "head benefits joins leaves cap least fewest sessions_max duration item_group together only_fixed "
    "needs_head item_meal fixed_of fixed required pinned seats rule_kind rule_of rule_item rule_gap "
    "demand_item demand_start forced joint doubt rooms_of room"
)
ARRAYS = tuple(_ARRAYS.split())
"""Fields of `Trip` in search.c, in its order."""


class CTrip(ctypes.Structure):
    """`Trip` of search.c."""

    _fields_ = tuple((name, ctypes.c_int32) for name in COUNTS) + tuple(
        (name, ctypes.c_void_p) for name in ARRAYS
    )


@dataclass(frozen=True, slots=True)
class Mode:
    """A block with what is for everyone in it, and the tours that it could have then.

    Parameters
    ----------
    moved
        The item for everyone that could lie elsewhere too; None in the block's first mode, without any such.
    """

    block: int
    given: tuple[Plenary, ...]
    moved: int | None
    records: Records


@dataclass(slots=True)
class Ground:
    """What the compiled search reads: a trip with the tours of every block.

    Parameters
    ----------
    modes
        Those of one block together.
    present
        Number of the mode that each block has in the plan.
    tours_of
        First tour of each mode, and the number of tours at the end.
    groups
        Ids of the groups, fewest seats first.
    """

    problem: Problem
    modes: tuple[Mode, ...]
    present: tuple[int, ...]
    records: Records
    tours_of: list[int]
    groups: list[str]
    words: int
    c: CTrip = field(default_factory=CTrip)
    kept: list[Any] = field(default_factory=list)
    """Arrays that the structure points to."""

    def number_of(self, block: int, pattern: Pattern) -> int:
        """Return the number of a tour of a block, in its present mode."""
        mode = self.present[block]
        first, last = self.tours_of[mode], self.tours_of[mode + 1]
        wanted, here = record_of(pattern)[0], self.records[first:last]
        same = (here["items"] == wanted["items"]).all(axis=1) & (here["starts"] == wanted["starts"]).all(
            axis=1
        )
        return first + int(np.flatnonzero(same & (here["count"] == wanted["count"]))[0])


def bits(rows: BoolArray) -> U64:
    """Return sets of people, one a row, as words of 64 bits."""
    words = words_for(rows.shape[-1])
    padded = np.zeros((*rows.shape[:-1], words * 64), dtype=np.bool_)
    padded[..., : rows.shape[-1]] = rows
    packed = np.packbits(padded, axis=-1, bitorder="little")
    return np.ascontiguousarray(packed).view(np.uint64)


def words_for(people: int) -> int:
    """Return how many words a set of people takes."""
    return max(1, -(-people // 64))


def ground_of(plan: Plan, book: PatternBook) -> Ground:
    """Return the tours that every block of a plan could have, and all that the search needs of its trip."""
    problem = plan.problem
    options = _options(plan)
    modes: list[Mode] = []
    present: list[int] = []
    for block, given in enumerate(plan.plenaries):
        fixed = () if len(given) == 1 and given[0].item in options else given
        choices = [(fixed, None), *(((moved,), moved.item) for moved in _placed_in(options, block))]
        present.append(len(modes) + next(n for n, (there, _) in enumerate(choices) if there == given))
        limits = limits_of(plan, block)
        for there, moved in choices:
            listed = book.records(block, limits, there)
            own = [record_of(run.pattern) for run in plan.runs[block]] if there == given else []
            records = unique(np.concatenate([*own, listed])) if own else listed
            modes.append(Mode(block, there, moved, records))
    groups = [group.id for group in sorted(problem.trip.groups, key=lambda group: group.seats)]
    ground = Ground(
        problem,
        tuple(modes),
        tuple(present),
        np.concatenate([mode.records for mode in modes]),
        np.cumsum([0, *(len(mode.records) for mode in modes)]).tolist(),
        groups,
        words_for(problem.people),
    )
    _fill(ground)
    return ground


def _options(plan: Plan) -> dict[int, list[tuple[int, Plenary]]]:
    """Return the places of the items for everyone that the search may move: one session, alone in its day part."""
    found: dict[int, list[tuple[int, Plenary]]] = {}
    for item in plan.problem.items:
        homes = [
            block for block, given in enumerate(plan.plenaries) if item.index in {one.item for one in given}
        ]
        if not (item.for_all and item.together) or any(len(plan.plenaries[block]) > 1 for block in homes):
            continue
        places = [(block, plan.plenaries[block][0]) for block in homes]
        many: dict[int, int] = {}
        for placing in placings(without_plenary(plan, item.index), item.index):
            for block, plenary in placing.items() if len(placing) == 1 else ():
                many[block] = many.get(block, 0) + 1
                if many[block] <= STARTS_A_BLOCK and (block, plenary) not in places:
                    places.append((block, plenary))
        if len(places) > 1 and all(len(place.starts) == 1 for _, place in places):
            found[item.index] = places
    held = {block for block, given in enumerate(plan.plenaries) for one in given if one.item not in found}
    share = max(2, MOST_OPTIONS // max(1, len(found)))
    return {
        item: [place for place in places if place[0] not in held][:share] for item, places in found.items()
    }


def _placed_in(options: Mapping[int, Sequence[tuple[int, Plenary]]], block: int) -> Iterator[Plenary]:
    for places in options.values():
        yield from (plenary for home, plenary in places if home == block)


def _fill(ground: Ground) -> None:
    problem = ground.problem
    counts = {
        "blocks": len(problem.blocks),
        "items": len(problem.items),
        "people": problem.people,
        "groups": len(ground.groups),
        "tours": len(ground.records),
        "modes": len(ground.modes),
        "rules": len(problem.item_rules),
        "demands": len(problem.demands),
        "interpreters": len(problem.interpreters),
        "guides": len(problem.guides),
        "heads": len(problem.heads),
        "words": ground.words,
        "rest_min": problem.trip.frame.rest_min,
        "guides_required": int(problem.trip.guides_required),
    }
    arrays: dict[str, npt.NDArray[Any]] = {}
    counts["days"] = _add_blocks(ground, arrays)
    counts["plenaries"] = _add_modes(ground, arrays)
    _add_tours(ground, arrays)
    _add_people(problem, arrays)
    _add_items(ground, arrays)
    for name, count in counts.items():
        setattr(ground.c, name, count)
    for name in ARRAYS:
        array = np.ascontiguousarray(arrays[name])
        if array.size == 0:
            array = np.zeros(1, dtype=array.dtype)
        ground.kept.append(array)
        setattr(ground.c, name, array.ctypes.data)


def _room(room: MealRoom | None) -> tuple[int, int, int]:
    return (room.start, room.end, room.need_min) if room else (0, 0, 0)


def _add_blocks(ground: Ground, arrays: dict[str, npt.NDArray[Any]]) -> int:
    """Add what blocks and days say; return the number of days."""
    problem = ground.problem
    blocks = problem.blocks
    days = sorted({block.day for block in blocks})
    stations = sorted({block.station for block in blocks})
    arrays["block_day"] = ints([days.index(block.day) for block in blocks])
    arrays["block_date"] = ints([block.day.toordinal() for block in blocks])
    arrays["block_parts"] = ints([sum(PARTS[part] for part in block.parts) for block in blocks])
    arrays["block_station"] = ints([stations.index(block.station) for block in blocks])
    arrays["start_lo"] = ints([block.start_lo for block in blocks])
    arrays["start_hi"] = ints([block.start_hi for block in blocks])
    arrays["lunch"] = ints([_room(block.lunch) for block in blocks])
    arrays["dinner"] = ints([_room(block.dinner) for block in blocks])
    rooms = [list(problem.meal_rooms.get((day, meal), ())) for day in days for meal in MEALS]
    arrays["rooms_of"] = offsets(rooms)
    arrays["room"] = ints([_room(room) for each in rooms for room in each])
    doubt = np.zeros((len(rooms), problem.people), dtype=np.bool_)
    for row, (day, meal) in enumerate((day, meal) for day in days for meal in MEALS):
        doubt[row] = _in_doubt(problem, rooms[row], meal, day)
    arrays["doubt"] = bits(doubt)
    return len(days)


def _in_doubt(problem: Problem, rooms: list[MealRoom], meal: Meal, day: object) -> BoolArray:
    """Return the people whom the limits of the blocks do not provide for (rule H9)."""
    none = np.zeros(problem.people, dtype=np.bool_)
    if not rooms:
        return none
    if len(rooms) > 1:
        return ~none
    first, last = rooms[0].start, rooms[0].end
    partly = ((problem.joins > first) & (problem.joins < last)) | (
        (problem.leaves > first) & (problem.leaves < last)
    )
    here = {item for block in problem.blocks if block.day == day for item in problem.items_in[block.index]}
    dishes = sorted(item for item in here if problem.items[item].meal is meal)
    outside: BoolArray = (problem.member[dishes] & ~problem.attends[dishes]).any(axis=0)
    doubtful: BoolArray = partly | outside
    return doubtful


def _add_tours(ground: Ground, arrays: dict[str, npt.NDArray[Any]]) -> None:
    problem, records = ground.problem, ground.records
    arrays["visits_of"] = ints(np.cumsum([0, *records["count"].tolist()]))
    used = np.arange(MOST_ITEMS)[None, :] < records["count"][:, None]
    arrays["visit_item"], arrays["visit_start"] = records["items"][used], records["starts"][used]
    out = arrays["out"] = np.ascontiguousarray(records["out"])
    back = arrays["back"] = np.ascontiguousarray(records["back"])
    arrays["price"] = ints(PRICE_TRANSFER_EIGHTHS * records["ride"] + PRICE_IDLE_EIGHTHS * records["idle"])
    for name in ("vehicle", "moves", "meals"):
        arrays[name] = np.ascontiguousarray(records[name])
    arrays["lunch_on_way"] = (records["lunch_after"] >= 0).astype(np.uint8)
    allowed = np.zeros((len(records), ground.words), dtype=np.uint64)
    for number, mode in enumerate(ground.modes):
        first, last = ground.tours_of[number], ground.tours_of[number + 1]
        visits = visits_of(records[first:last], len(problem.items)).astype(np.float32)
        shut_out = visits @ (~problem.member).astype(np.float32) > 0
        here = ~shut_out & (problem.joins[None, :] <= out[first:last, None])
        here &= problem.leaves[None, :] >= back[first:last, None]
        for given in mode.given:
            if given.people is not None:
                due = np.zeros(problem.people, dtype=np.bool_)
                due[list(given.people)] = True
                here &= (visits[:, [given.item]] > 0) == due[None, :]
        allowed[first:last] = bits(here)
    arrays["allowed"] = allowed


def _add_people(problem: Problem, arrays: dict[str, npt.NDArray[Any]]) -> None:
    arrays["slopes"] = ints((SLOPES_EIGHTHS[-1], *BENDS_EIGHTHS))
    arrays["breaks"] = ints(np.clip(problem.breaks.T, 0, 2**30))
    arrays["worth"] = ints(problem.worth * problem.attends)
    arrays["attends"] = bits(problem.attends)
    arrays["speaks"] = bits(problem.speaks)
    interprets = np.zeros((len(problem.interpreters), len(problem.items)), dtype=np.bool_)
    helped = np.zeros((*interprets.shape, problem.people), dtype=np.bool_)
    for (person, item), follows in problem.interprets.items():
        at = problem.interpreters.index(person)
        interprets[at, item] = True
        helped[at, item] = follows
    arrays["interprets"], arrays["helped"] = interprets.astype(np.uint8), bits(helped)
    arrays["interpreter"], arrays["guide"] = ints(problem.interpreters), ints(problem.guides)
    arrays["head"] = ints(problem.heads)
    arrays["joins"], arrays["leaves"] = ints(problem.joins), ints(problem.leaves)
    arrays["benefits"] = np.array([person.role.benefits for person in problem.trip.delegates], dtype=np.uint8)


def _sets(problem: Problem, sets: Sequence[frozenset[int]]) -> U64:
    rows = np.zeros((len(sets), problem.people), dtype=np.bool_)
    for row, people in enumerate(sets):
        rows[row, list(people)] = True
    return bits(rows)


def _add_items(ground: Ground, arrays: dict[str, npt.NDArray[Any]]) -> None:
    problem = ground.problem
    items = problem.items
    arrays["cap"] = ints([min(item.cap, ALWAYS) for item in items])
    arrays["least"] = ints([max(1, item.min_people) for item in items])
    arrays["fewest"] = ints([item.min_people for item in items])
    arrays["sessions_max"] = ints([item.sessions_max for item in items])
    arrays["duration"] = ints([item.duration for item in items])
    arrays["item_group"] = ints([ground.groups.index(item.group) if item.group else -1 for item in items])
    for name in ("together", "only_fixed", "needs_head"):
        arrays[name] = np.array([getattr(item, name) for item in items], dtype=np.uint8)
    arrays["item_meal"] = np.array([MEALS[item.meal] if item.meal else 0 for item in items], dtype=np.uint8)
    arrays["fixed_of"] = offsets([item.fixed for item in items])
    arrays["fixed"] = ints([start for item in items for start in item.fixed])
    arrays["required"] = _sets(problem, [item.required for item in items])
    arrays["pinned"] = _sets(problem, [item.pinned for item in items])
    seats = {group.id: group.seats for group in problem.trip.groups}
    arrays["seats"] = ints([seats[group] for group in ground.groups])
    arrays["rule_kind"] = ints([RULES[rule.kind] for rule in problem.item_rules])
    arrays["rule_of"] = offsets([rule.items for rule in problem.item_rules])
    arrays["rule_item"] = ints([item for rule in problem.item_rules for item in rule.items])
    arrays["rule_gap"] = ints([rule.gap_min for rule in problem.item_rules])
    arrays["demand_item"] = ints([item for item, _ in problem.demands])
    starts = [ANY_START if start is None else start for _, start in problem.demands]
    arrays["demand_start"] = np.array(starts, dtype=np.int32)


def _add_modes(ground: Ground, arrays: dict[str, npt.NDArray[Any]]) -> int:
    """Add what is for everyone; return how many such items may be moved."""
    problem, modes = ground.problem, ground.modes
    homes = [[mode for mode in modes if mode.block == block] for block in range(len(problem.blocks))]
    moved = sorted({mode.moved for mode in modes if mode.moved is not None})
    options = [[number for number, mode in enumerate(modes) if mode.moved == item] for item in moved]
    arrays["modes_of"] = offsets(homes)
    arrays["mode_item"] = ints([-1 if mode.moved is None else mode.moved for mode in modes])
    arrays["tours_of"] = ints(ground.tours_of)
    arrays["options_of"] = offsets(options)
    arrays["option"] = ints([number for each in options for number in each])
    forced = np.zeros((len(modes), problem.people), dtype=np.bool_)
    joint = np.zeros((len(modes), len(problem.items)), dtype=np.uint8)
    for number, mode in enumerate(modes):
        for given in mode.given:
            data = problem.items[given.item]
            if given.people is None:
                forced[number] |= obliged_to(problem, mode.block, given.item)
            else:
                forced[number, list(given.people)] = True
            everyone = int((problem.attends[given.item] & problem.member[given.item]).sum())
            one_time = len(given.starts) == 1 and given.people is None and everyone <= data.cap
            joint[number, given.item] = data.together or one_time
    arrays["forced"], arrays["joint"] = bits(forced), joint
    return len(moved)
