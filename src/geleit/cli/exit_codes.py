"""What a command's exit code says."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of all commands; the text under each stands in the reference."""

    DONE = 0
    """done"""
    REJECTED = 1
    """the checker found something wrong with a programme"""
    BAD_INPUT = 2
    """bad input: an option, a file or a folder; everything wrong with it is named"""
    INFEASIBLE = 3
    """infeasible: no valid programme exists; what clashes is named"""
    NOTHING_IN_TIME = 4
    """no valid programme was found in the time given"""
    UNEXPECTED = 70
    """an error of Geleit's own; please report it"""
    INTERRUPTED = 130
    """interrupted; `plan` has kept the best programme so far if it was valid"""
    BROKEN_PIPE = 141
    """whoever read the output has gone"""
