"""Signals as a wish to come to an end."""

import os
import signal

import pytest

from geleit.cli.interrupts import SIGNALS, noted_interrupts


@pytest.mark.parametrize("number", SIGNALS)
def test_first_signal_is_noted_second_ends(number: int) -> None:
    with noted_interrupts() as interrupts:
        os.kill(os.getpid(), number)
        assert interrupts.is_wanted
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), number)


def test_handlers_are_restored() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]

    with noted_interrupts() as interrupts:
        during = [signal.getsignal(number) for number in SIGNALS]

    assert during == [interrupts.note, interrupts.note]
    assert [signal.getsignal(number) for number in SIGNALS] == before
