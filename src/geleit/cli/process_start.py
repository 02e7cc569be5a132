"""When this process began, so that the seconds told are those a person has waited."""

import os
import time
from pathlib import Path

_IMPORTED_S = time.monotonic()


def process_start_s() -> float:
    """Return the moment of the process's start on the scale of `time.monotonic`, in seconds.

    From the kernel where it tells, to a hundredth of a second; else the moment when this module was read.
    """
    try:
        fields = Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()
        started_s = int(fields[19]) / os.sysconf("SC_CLK_TCK")  # field 22: ticks after boot, see proc(5)
        age_s = time.clock_gettime(time.CLOCK_BOOTTIME) - started_s
    except (OSError, ValueError, IndexError, AttributeError):
        return _IMPORTED_S
    return min(_IMPORTED_S, time.monotonic() - age_s)
