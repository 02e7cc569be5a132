"""The compiled library, and what it has room for."""

import ctypes
from functools import cache
from pathlib import Path
from typing import Any

from geleit.planner.problem import Problem

LIBRARY = Path(__file__).parent / "_search.so"
MOST_RUNS, MOST_PEOPLE = 16, 640
"""What the sources have room for: groups, and people."""

_I32, _I64, _P = ctypes.c_int32, ctypes.c_int64, ctypes.c_void_p
_SIGNATURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "search_new": (_P, (_P, ctypes.c_uint64)),
    "search_free": (None, (_P,)),
    "search_place": (None, (_P, _I32, _I32)),
    "search_mode": (_I32, (_P, _I32)),
    "search_put": (None, (_P, _I32, _I32, _I32, _I32, _I32, _P, _P)),
    "search_begin": (None, (_P,)),
    "search_return": (None, (_P,)),
    "search_run": (None, (_P, _I64, ctypes.c_double, ctypes.c_double, ctypes.c_double, _I64)),
    "search_objective": (_I64, (_P,)),
    "search_best": (_I64, (_P,)),
    "search_unmet": (_I32, (_P,)),
    "search_runs": (_I32, (_P, _I32, _P, _P, _P, _P, _P)),
    "tours_list": (_I32, (_P, _P, _P, _P)),
    "tours_free": (None, (_P,)),
}


@cache
def library() -> ctypes.CDLL | None:
    """Return the library, or None where it was not compiled for this machine."""
    if not LIBRARY.exists():
        return None
    try:
        loaded = ctypes.CDLL(str(LIBRARY))
        for name, (result, arguments) in _SIGNATURES.items():
            function = getattr(loaded, f"geleit_{name}")
            function.restype, function.argtypes = result, arguments
    except (OSError, AttributeError):  # built for another machine, or from other sources
        return None
    return loaded


def is_available(problem: Problem) -> bool:
    """Whether the library is there and has room for a trip of that size."""
    return (
        library() is not None
        and problem.people <= MOST_PEOPLE
        and 0 < len(problem.trip.groups) <= MOST_RUNS
        and bool(problem.blocks)
    )
