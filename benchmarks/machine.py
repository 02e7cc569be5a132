"""What a machine is like, as far as figures depend on it: no names, no paths."""

import os
import platform
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

LIBRARIES = ("numpy", "pydantic", "shapely", "fonttools", "typst", "openpyxl", "icalendar")
EXTRAS = ("ortools",)
"""Named where they are installed."""


def machine() -> dict[str, Any]:
    """Return cores that may be used, memory, processor, system, and the versions of Python and the libraries."""
    return {
        "cores": _cores(),
        "memory_gib": _memory_gib(),
        "processor": _processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES} | dict(_extras()),
    }


def _extras() -> Iterator[tuple[str, str]]:
    for name in EXTRAS:
        with suppress(PackageNotFoundError):
            yield name, version(name)


def load_average() -> float | None:
    """Return how many processes wanted a core during the last minute, or None where nobody counts."""
    try:
        return round(os.getloadavg()[0], 1)
    except (OSError, AttributeError):
        return None


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _memory_gib() -> float | None:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return None
    return round(size / 2**30, 1)


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8", "replace").splitlines() if info.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "unknown")
