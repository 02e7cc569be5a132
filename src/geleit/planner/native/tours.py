"""The tours of a block, listed in compiled code (tours.c): the same as `timetable.patterns` finds."""

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from geleit.domain.kinds import Meal
from geleit.planner.native.library import library
from geleit.planner.problem import ALWAYS, LATER_STARTS, NEVER, Block, Problem
from geleit.planner.timetable.patterns import (
    LONGEST,
    MAX_WAIT_MIN,
    Limits,
    Pattern,
    meal_of,
    noon_of,
)

MOST_ITEMS = 8
MEALS = {Meal.LUNCH: 1, Meal.DINNER: 2}
TOUR = np.dtype(
    [
        ("items", np.int32, MOST_ITEMS),
        ("starts", np.int32, MOST_ITEMS),
        ("count", np.int32),
        ("lunch_after", np.int32),
        ("out", np.int32),
        ("back", np.int32),
        ("ride", np.int32),
        ("idle", np.int32),
        ("vehicle", np.uint8),
        ("moves", np.uint8),
        ("meals", np.uint8),
        ("spare", np.uint8),
    ]
)
"""`Tour` of tours.c; unused places are 0."""
Records = npt.NDArray[np.void]


def _struct(counts: str, arrays: str) -> type[ctypes.Structure]:
    fields = tuple((name, ctypes.c_int32) for name in counts.split())
    pointers = tuple((name, ctypes.c_void_p) for name in arrays.split())
    return type("Struct", (ctypes.Structure,), {"_fields_": fields + pointers})


_Houses = _struct(
    "items places grid longest most_wait",
    "place duration before after step_min only_fixed is_shared meal spans_of span fixed_of fixed ride rides is_base",
)
_Task = _struct(
    "base start_lo start_hi noon is_long meal has_lunch lunch_start lunch_end lunch_need lo hi meal_lo meal_hi "
    "candidates given most_steps most_later",
    "candidate given_item starts_of start",
)


def _filled(kind: type[ctypes.Structure], values: Mapping[str, Any]) -> tuple[ctypes.Structure, list[Any]]:
    """Return a structure and the arrays that it points to, which have to live as long."""
    made, kept = kind(), []
    for name, value in values.items():
        if isinstance(value, np.ndarray):
            array = np.ascontiguousarray(value if value.size else np.zeros(1, dtype=value.dtype))
            kept.append(array)
            setattr(made, name, array.ctypes.data)
        else:
            setattr(made, name, int(value))
    return made, kept


def ints(values: Any) -> npt.NDArray[np.int32]:  # noqa: ANN401 # anything that numpy takes
    """Return numbers as the compiled code wants them; those beyond any instant at the ends of what is."""
    return np.clip(np.array(values, dtype=np.int64), NEVER, ALWAYS).astype(np.int32)


def offsets(lists: Sequence[Sequence[object]]) -> npt.NDArray[np.int32]:
    """Return where each list begins when all are put in a row, and where the last ends."""
    return ints(np.cumsum([0, *(len(each) for each in lists)]))


class Lister:
    """Lists tours of one problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        items, bases = problem.items, {block.base for block in problem.blocks}
        spans = [[edge for span in item.spans for edge in span] for item in items]
        self._houses, self._kept = _filled(
            _Houses,
            {
                "items": len(items),
                "places": len(problem.ride),
                "grid": max(1, problem.trip.frame.grid_min),
                "longest": LONGEST,
                "most_wait": MAX_WAIT_MIN,
                "place": ints([item.place for item in items]),
                "duration": ints([item.duration for item in items]),
                "before": ints([item.before for item in items]),
                "after": ints([item.after for item in items]),
                "step_min": ints([item.step_min for item in items]),
                "only_fixed": np.array([item.only_fixed for item in items], dtype=np.uint8),
                "is_shared": np.array(
                    [item.cap > 30 or bool(item.fixed) or item.step_min > 0 for item in items], dtype=np.uint8
                ),
                "meal": np.array([MEALS[item.meal] if item.meal else 0 for item in items], dtype=np.uint8),
                "spans_of": ints(np.cumsum([0, *(len(each) // 2 for each in spans)])),
                "span": ints([edge for each in spans for edge in each]),
                "fixed_of": offsets([item.fixed for item in items]),
                "fixed": ints([start for item in items for start in item.fixed]),
                "ride": ints(problem.ride),
                "rides": problem.rides.astype(np.uint8),
                "is_base": np.array([place in bases for place in range(len(problem.ride))], dtype=np.uint8),
            },
        )

    def listed(
        self,
        block: Block,
        limits: Limits,
        given: Mapping[int, tuple[int, ...]],
        *,
        among: frozenset[int] | None = None,
        most_steps: int,
    ) -> tuple[Records, int]:
        """Return the tours of a block, shorter ones first, and the steps it took; as `enumerate_patterns`."""
        loaded = library()
        if loaded is None:
            raise RuntimeError("the compiled library is not there")
        task, kept = self._task(block, limits, given, among, most_steps)
        found, steps = ctypes.c_void_p(), ctypes.c_int32()
        count = loaded.geleit_tours_list(
            ctypes.byref(self._houses), ctypes.byref(task), ctypes.byref(found), ctypes.byref(steps)
        )
        del kept
        if not found.value:
            return np.zeros(0, dtype=TOUR), steps.value
        try:
            raw = ctypes.string_at(found.value, count * TOUR.itemsize)
        finally:
            loaded.geleit_tours_free(found)
        records = np.frombuffer(raw, dtype=TOUR)
        return records[in_order(records)], steps.value

    def _task(
        self,
        block: Block,
        limits: Limits,
        given: Mapping[int, tuple[int, ...]],
        among: frozenset[int] | None,
        most_steps: int,
    ) -> tuple[ctypes.Structure, list[Any]]:
        problem, lunch, meal = self.problem, block.lunch, meal_of(block)
        candidates = [
            item
            for item in problem.items_in[block.index]
            if item in given or (not problem.items[item].for_all and (among is None or item in among))
        ]
        return _filled(
            _Task,
            {
                "base": block.base,
                "start_lo": block.start_lo,
                "start_hi": block.start_hi,
                "noon": noon_of(problem, block),
                "is_long": block.is_long,
                "meal": MEALS[meal] if meal else 0,
                "has_lunch": lunch is not None,
                "lunch_start": lunch.start if lunch else 0,
                "lunch_end": lunch.end if lunch else 0,
                "lunch_need": lunch.need_min if lunch else 0,
                "lo": max(NEVER, min(ALWAYS, limits.lo)),
                "hi": max(NEVER, min(ALWAYS, limits.hi)),
                "meal_lo": max(NEVER, min(ALWAYS, limits.meal_lo)),
                "meal_hi": max(NEVER, min(ALWAYS, limits.meal_hi)),
                "candidates": len(candidates),
                "given": len(given),
                "most_steps": most_steps,
                "most_later": LATER_STARTS,
                "candidate": ints(candidates),
                "given_item": ints(list(given)),
                "starts_of": offsets(list(given.values())),
                "start": ints([start for starts in given.values() for start in starts]),
            },
        )


def in_order(records: Records) -> npt.NDArray[np.int64]:
    """Return the order of tours by how many sessions they have, then by items and starts."""
    keys = [records["starts"][:, n] for n in reversed(range(MOST_ITEMS))]
    keys += [records["items"][:, n] for n in reversed(range(MOST_ITEMS))]
    return np.lexsort((*keys, records["count"]))


def unique(records: Records) -> Records:
    """Return the tours without those that visit the same items at the same times as an earlier one."""
    keys = np.concatenate([records["count"][:, None], records["items"], records["starts"]], axis=1)
    rows = np.ascontiguousarray(keys).view(f"V{keys.shape[1] * 4}").ravel()
    _, first = np.unique(rows, return_index=True)
    return records[np.sort(first)]


def visits_of(records: Records, items: int) -> npt.NDArray[np.bool_]:
    """Return which tour visits which item, tours by items."""
    visits = np.zeros((len(records), items), dtype=np.bool_)
    for place in range(MOST_ITEMS):
        rows = np.flatnonzero(records["count"] > place)
        visits[rows, records["items"][rows, place]] = True
    return visits


def record_of(pattern: Pattern) -> Records:
    """Return a tour as a record."""
    record = np.zeros(1, dtype=TOUR)
    count = len(pattern.items)
    record["items"][0, :count], record["starts"][0, :count] = pattern.items, pattern.starts
    record["count"], record["out"], record["back"] = count, pattern.out, pattern.back
    record["lunch_after"] = -1 if pattern.lunch_after is None else pattern.lunch_after
    record["ride"], record["idle"] = pattern.ride_min, pattern.idle_min
    record["vehicle"], record["moves"] = pattern.vehicle, pattern.moves
    record["meals"] = sum(MEALS[meal] for meal in pattern.meals)
    return record


def pattern_of(record: Any) -> Pattern:  # noqa: ANN401 # one row of records
    """Return a record as a tour."""
    count = int(record["count"])
    return Pattern(
        items=tuple(record["items"][:count].tolist()),
        starts=tuple(record["starts"][:count].tolist()),
        out=int(record["out"]),
        back=int(record["back"]),
        ride_min=int(record["ride"]),
        idle_min=int(record["idle"]),
        vehicle=bool(record["vehicle"]),
        moves=bool(record["moves"]),
        meals=frozenset(meal for meal, bit in MEALS.items() if record["meals"] & bit),
        lunch_after=None if record["lunch_after"] < 0 else int(record["lunch_after"]),
    )


class Patterns(Sequence[Pattern]):
    """Tours that become objects when they are asked for."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self._made: list[Pattern | None] = [None] * len(records)

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, at: int) -> Pattern: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Pattern]: ...
    def __getitem__(self, at: int | slice) -> Pattern | Sequence[Pattern]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        made = self._made[at]
        if made is None:
            made = self._made[at] = pattern_of(self.records[at])
        return made

    def __iter__(self) -> Iterator[Pattern]:
        return (self[n] for n in range(len(self)))
