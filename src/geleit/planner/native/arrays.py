"""A plan's tours, people and rules as the compiled search reads them, and its runs back."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from geleit.domain.items import RuleKind
from geleit.domain.kinds import DayPart, Meal
from geleit.planner.native.tours import MOST_ITEMS, Records, record_of, unique, visits_of
from geleit.planner.problem import ALWAYS, BoolArray, MealRoom, Problem
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Plan
from geleit.planner.timetable.sessions import obliged_to
from geleit.planner.value import BENDS_EIGHTHS, PRICE_IDLE_EIGHTHS, PRICE_TRANSFER_EIGHTHS, SLOPES_EIGHTHS

I32 = npt.NDArray[np.int32]
U64 = npt.NDArray[np.uint64]
ANY_START = -(2**31)
PARTS = {DayPart.MORNING: 1, DayPart.AFTERNOON: 2, DayPart.EVENING: 4}
MEALS = {Meal.LUNCH: 1, Meal.DINNER: 2}
RULES = {RuleKind.AT_MOST_ONE: 0, RuleKind.BEFORE: 1, RuleKind.SAME_TIME: 2, RuleKind.TOGETHER: 3}

COUNTS = (
    "blocks", "items", "people", "groups", "tours", "days", "rules", "demands", "interpreters", "guides",
    "heads", "words", "rest_min", "guides_required",
)  # fmt: skip
ARRAYS = (
    "slopes", "block_day", "block_date", "block_parts", "block_station", "start_lo", "start_hi", "tours_of",
    "lunch", "dinner", "visits_of", "visit_item", "visit_start", "out", "back", "price", "vehicle", "moves",
    "meals", "lunch_on_way", "allowed", "breaks", "worth", "attends", "speaks", "helped", "interprets",
    "interpreter", "guide", "head", "benefits", "cap", "least", "fewest", "sessions_max", "duration",
    "item_group", "together", "only_fixed", "needs_head", "item_meal", "fixed_of", "fixed", "required",
    "pinned", "seats", "rule_kind", "rule_of", "rule_item", "rule_gap", "demand_item", "demand_start",
    "forced", "joint", "doubt", "rooms_of", "room",
)  # fmt: skip
"""Fields of `Trip` in search.c, in its order."""


class CTrip(ctypes.Structure):
    """`Trip` of search.c."""

    _fields_ = tuple((name, ctypes.c_int32) for name in COUNTS) + tuple(
        (name, ctypes.c_void_p) for name in ARRAYS
    )


@dataclass(slots=True)
class Ground:
    """What the compiled search reads: a trip with the tours of every block.

    Parameters
    ----------
    records
        All tours, those of one block together.
    tours_of
        First tour of each block, and the number of tours at the end.
    groups
        Ids of the groups, fewest seats first.
    """

    problem: Problem
    records: Records
    tours_of: list[int]
    groups: list[str]
    words: int
    c: CTrip = field(default_factory=CTrip)
    kept: list[Any] = field(default_factory=list)
    """Arrays that the structure points to."""

    def number_of(self, block: int, pattern: Pattern) -> int:
        """Return the number of a tour of a block."""
        first, last = self.tours_of[block], self.tours_of[block + 1]
        wanted, here = record_of(pattern)[0], self.records[first:last]
        same = (here["items"] == wanted["items"]).all(axis=1) & (here["starts"] == wanted["starts"]).all(axis=1)
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
    found: list[Records] = []
    tours_of = [0]
    for block in range(len(problem.blocks)):
        listed = book.records(block, limits_of(plan, block), plan.plenaries[block])
        own = [record_of(run.pattern) for run in plan.runs[block]]
        here = unique(np.concatenate([*own, listed])) if own else listed
        found.append(here)
        tours_of.append(tours_of[-1] + len(here))
    groups = [group.id for group in sorted(problem.trip.groups, key=lambda group: group.seats)]
    ground = Ground(problem, np.concatenate(found), tours_of, groups, words_for(problem.people))
    _fill(ground, plan)
    return ground


def _fill(ground: Ground, plan: Plan) -> None:
    problem = ground.problem
    counts = {
        "blocks": len(problem.blocks),
        "items": len(problem.items),
        "people": problem.people,
        "groups": len(ground.groups),
        "tours": len(ground.records),
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
    _add_tours(ground, plan, arrays)
    _add_people(problem, arrays)
    _add_items(ground, arrays)
    _add_plenaries(plan, arrays)
    for name, count in counts.items():
        setattr(ground.c, name, count)
    for name in ARRAYS:
        array = np.ascontiguousarray(arrays[name])
        if array.size == 0:
            array = np.zeros(1, dtype=array.dtype)
        ground.kept.append(array)
        setattr(ground.c, name, array.ctypes.data)


def _ints(values: Any) -> I32:  # noqa: ANN401 # anything that numpy takes
    return np.array(values, dtype=np.int32)


def _offsets(lists: Sequence[Sequence[object]]) -> I32:
    return _ints(np.cumsum([0, *(len(each) for each in lists)]))


def _room(room: MealRoom | None) -> tuple[int, int, int]:
    return (room.start, room.end, room.need_min) if room else (0, 0, 0)


def _add_blocks(ground: Ground, arrays: dict[str, npt.NDArray[Any]]) -> int:
    """Add what blocks and days say; return the number of days."""
    problem = ground.problem
    blocks = problem.blocks
    days = sorted({block.day for block in blocks})
    stations = sorted({block.station for block in blocks})
    arrays["block_day"] = _ints([days.index(block.day) for block in blocks])
    arrays["block_date"] = _ints([block.day.toordinal() for block in blocks])
    arrays["block_parts"] = _ints([sum(PARTS[part] for part in block.parts) for block in blocks])
    arrays["block_station"] = _ints([stations.index(block.station) for block in blocks])
    arrays["start_lo"] = _ints([block.start_lo for block in blocks])
    arrays["start_hi"] = _ints([block.start_hi for block in blocks])
    arrays["tours_of"] = _ints(ground.tours_of)
    arrays["lunch"] = _ints([_room(block.lunch) for block in blocks])
    arrays["dinner"] = _ints([_room(block.dinner) for block in blocks])
    rooms = [list(problem.meal_rooms.get((day, meal), ())) for day in days for meal in MEALS]
    arrays["rooms_of"] = _offsets(rooms)
    arrays["room"] = _ints([_room(room) for each in rooms for room in each])
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


def _add_tours(ground: Ground, plan: Plan, arrays: dict[str, npt.NDArray[Any]]) -> None:
    problem, records = ground.problem, ground.records
    arrays["visits_of"] = _ints(np.cumsum([0, *records["count"].tolist()]))
    used = np.arange(MOST_ITEMS)[None, :] < records["count"][:, None]
    arrays["visit_item"], arrays["visit_start"] = records["items"][used], records["starts"][used]
    out = arrays["out"] = np.ascontiguousarray(records["out"])
    back = arrays["back"] = np.ascontiguousarray(records["back"])
    arrays["price"] = _ints(PRICE_TRANSFER_EIGHTHS * records["ride"] + PRICE_IDLE_EIGHTHS * records["idle"])
    for name in ("vehicle", "moves", "meals"):
        arrays[name] = np.ascontiguousarray(records[name])
    arrays["lunch_on_way"] = (records["lunch_after"] >= 0).astype(np.uint8)
    allowed = np.zeros((len(records), ground.words), dtype=np.uint64)
    for block in range(len(problem.blocks)):
        first, last = ground.tours_of[block], ground.tours_of[block + 1]
        visits = visits_of(records[first:last], len(problem.items)).astype(np.float32)
        shut_out = visits @ (~problem.member).astype(np.float32) > 0
        here = ~shut_out & (problem.joins[None, :] <= out[first:last, None])
        here &= problem.leaves[None, :] >= back[first:last, None]
        for given in plan.plenaries[block]:
            if given.people is not None:
                due = np.zeros(problem.people, dtype=np.bool_)
                due[list(given.people)] = True
                here &= (visits[:, [given.item]] > 0) == due[None, :]
        allowed[first:last] = bits(here)
    arrays["allowed"] = allowed


def _add_people(problem: Problem, arrays: dict[str, npt.NDArray[Any]]) -> None:
    arrays["slopes"] = _ints((SLOPES_EIGHTHS[-1], *BENDS_EIGHTHS))
    arrays["breaks"] = _ints(np.clip(problem.breaks.T, 0, 2**30))
    arrays["worth"] = _ints(problem.worth * problem.attends)
    arrays["attends"] = bits(problem.attends)
    arrays["speaks"] = bits(problem.speaks)
    interprets = np.zeros((len(problem.interpreters), len(problem.items)), dtype=np.bool_)
    helped = np.zeros((*interprets.shape, problem.people), dtype=np.bool_)
    for (person, item), follows in problem.interprets.items():
        at = problem.interpreters.index(person)
        interprets[at, item] = True
        helped[at, item] = follows
    arrays["interprets"], arrays["helped"] = interprets.astype(np.uint8), bits(helped)
    arrays["interpreter"], arrays["guide"] = _ints(problem.interpreters), _ints(problem.guides)
    arrays["head"] = _ints(problem.heads)
    arrays["benefits"] = np.array(
        [person.role.benefits for person in problem.trip.delegates], dtype=np.uint8
    )


def _sets(problem: Problem, sets: Sequence[frozenset[int]]) -> U64:
    rows = np.zeros((len(sets), problem.people), dtype=np.bool_)
    for row, people in enumerate(sets):
        rows[row, list(people)] = True
    return bits(rows)


def _add_items(ground: Ground, arrays: dict[str, npt.NDArray[Any]]) -> None:
    problem = ground.problem
    items = problem.items
    arrays["cap"] = _ints([min(item.cap, ALWAYS) for item in items])
    arrays["least"] = _ints([max(1, item.min_people) for item in items])
    arrays["fewest"] = _ints([item.min_people for item in items])
    arrays["sessions_max"] = _ints([item.sessions_max for item in items])
    arrays["duration"] = _ints([item.duration for item in items])
    arrays["item_group"] = _ints([ground.groups.index(item.group) if item.group else -1 for item in items])
    for name in ("together", "only_fixed", "needs_head"):
        arrays[name] = np.array([getattr(item, name) for item in items], dtype=np.uint8)
    arrays["item_meal"] = np.array([MEALS[item.meal] if item.meal else 0 for item in items], dtype=np.uint8)
    arrays["fixed_of"] = _offsets([item.fixed for item in items])
    arrays["fixed"] = _ints([start for item in items for start in item.fixed])
    arrays["required"] = _sets(problem, [item.required for item in items])
    arrays["pinned"] = _sets(problem, [item.pinned for item in items])
    seats = {group.id: group.seats for group in problem.trip.groups}
    arrays["seats"] = _ints([seats[group] for group in ground.groups])
    arrays["rule_kind"] = _ints([RULES[rule.kind] for rule in problem.item_rules])
    arrays["rule_of"] = _offsets([rule.items for rule in problem.item_rules])
    arrays["rule_item"] = _ints([item for rule in problem.item_rules for item in rule.items])
    arrays["rule_gap"] = _ints([rule.gap_min for rule in problem.item_rules])
    arrays["demand_item"] = _ints([item for item, _ in problem.demands])
    arrays["demand_start"] = _ints(
        [ANY_START if start is None else start for _, start in problem.demands]
    )


def _add_plenaries(plan: Plan, arrays: dict[str, npt.NDArray[Any]]) -> None:
    problem = plan.problem
    forced = np.zeros((len(problem.blocks), problem.people), dtype=np.bool_)
    joint = np.zeros((len(problem.blocks), len(problem.items)), dtype=np.uint8)
    for block, given_here in enumerate(plan.plenaries):
        for given in given_here:
            data = problem.items[given.item]
            if given.people is None:
                forced[block] |= obliged_to(problem, block, given.item)
            else:
                forced[block, list(given.people)] = True
            everyone = int((problem.attends[given.item] & problem.member[given.item]).sum())
            one_time = len(given.starts) == 1 and given.people is None and everyone <= data.cap
            joint[block, given.item] = data.together or one_time
    arrays["forced"], arrays["joint"] = bits(forced), joint
