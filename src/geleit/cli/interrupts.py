"""Ctrl-C as a wish to come to an end: the first is noted, the second ends at once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts:
    """Whether somebody wants the work to end."""

    def __init__(self) -> None:
        self.is_wanted = False

    def note(self, _number: int, _frame: FrameType | None) -> None:
        """Take note of a signal; raise `KeyboardInterrupt` at the second."""
        if self.is_wanted:
            raise KeyboardInterrupt
        self.is_wanted = True


@contextmanager
def noted_interrupts() -> Iterator[Interrupts]:
    """Note SIGINT and SIGTERM instead of ending at once; what was there before is restored."""
    interrupts = Interrupts()
    before = {number: signal.signal(number, interrupts.note) for number in SIGNALS}
    try:
        yield interrupts
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
