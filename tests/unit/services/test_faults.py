"""Faults in plain words."""

import errno
import os
from pathlib import Path

import pytest

from geleit.services.faults import FaultError, fault_of, fault_of_os, file_faults


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "The disk with out/a.pdf is full. Make room, then run the command again."),
        (errno.EACCES, "out/a.pdf may not be written. Choose another place, or change its permissions."),
        (errno.EROFS, "out/a.pdf lies on a read-only disk. Choose another place."),
        (errno.EIO, f"out/a.pdf could not be written: {os.strerror(errno.EIO)}."),
    ],
)
def test_words_of_the_system(number: int, told: str) -> None:
    error = OSError(number, os.strerror(number))

    assert str(fault_of(error, Path("out/a.pdf"), done="written")) == told


def test_three_parts_become_sentences() -> None:
    fault = FaultError(
        "Port 80 is taken", holds="The other program is left alone", advice="did you mean 8080?"
    )

    assert str(fault) == "Port 80 is taken. The other program is left alone. Did you mean 8080?"


def test_error_that_names_its_file() -> None:
    error = OSError(errno.ENOSPC, "full", "/out/a.pdf")

    assert fault_of_os(error).happened == "The disk with /out/a.pdf is full"


def test_broken_pipe_is_no_fault_of_a_file() -> None:
    with pytest.raises(BrokenPipeError), file_faults(Path("file"), done="written"):
        raise BrokenPipeError
