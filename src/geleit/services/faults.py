"""What goes wrong around the planner: files, folders, ports. Each in three parts, as a person wants to read it."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from geleit.domain.text import Language
from geleit.services.fault_words import FaultParts, words_of


class FaultError(Exception):
    """Something that a person can put right.

    Parameters
    ----------
    happened
        What happened, with value and place; one sentence without a full stop.
    holds
        What still holds; empty where nothing was begun.
    advice
        What to do.

    Attributes
    ----------
    code, values
        Which words say it in other languages, and what stands in them; empty where only commands meet it.
    """

    code: str = ""
    values: Mapping[str, object] = MappingProxyType({})

    def __init__(self, happened: str, *, holds: str = "", advice: str = "") -> None:
        self.happened, self.holds, self.advice = happened, holds, advice
        super().__init__(str(self))

    @classmethod
    def of(cls, code: str, **values: object) -> Self:
        """Return a fault that pages can tell in the reader's language.

        Parameters
        ----------
        code
            Key of `FAULT_WORDS`.
        values
            What stands at the places of its words: texts, numbers, days, statuses.
        """
        words = words_of(code, values, "en")
        error = cls(words.happened, holds=words.holds, advice=words.advice)
        return error.coded(code, **values)

    def coded(self, code: str, **values: object) -> Self:
        """Return the same fault with the code and the values of its words."""
        self.code, self.values = code, MappingProxyType(values)
        return self

    def told(self, lang: Language) -> FaultParts:
        """Return the fault in a reader's language; one that only commands meet has English words alone."""
        if self.code:
            return words_of(self.code, self.values, lang)
        return FaultParts(self.happened, self.holds, self.advice)

    def __str__(self) -> str:
        return str(FaultParts(self.happened, self.holds, self.advice))


_WORDS: Final[Mapping[int, tuple[str, str]]] = MappingProxyType(
    {
        errno.ENOENT: ("There is no {path}", "Look for a typing error in the path"),
        errno.EACCES: ("{path} may not be {done}", "Choose another place, or change its permissions"),
        errno.EPERM: ("{path} may not be {done}", "Choose another place, or change its permissions"),
        errno.EROFS: ("{path} lies on a read-only disk", "Choose another place"),
        errno.ENOSPC: ("The disk with {path} is full", "Make room, then run the command again"),
        errno.EDQUOT: (
            "Your share of the disk with {path} is used up",
            "Make room, then run the command again",
        ),
        errno.EFBIG: (
            "{path} would be larger than this system allows",
            "Raise the limit, or choose another place",
        ),
        errno.EISDIR: ("{path} is a folder, not a file", "Name the file in it"),
        errno.ENOTDIR: ("{path} leads through a file as if it were a folder", "Choose another folder"),
        errno.EEXIST: ("{path} exists and is not a folder", "Choose another folder"),
        errno.ENAMETOOLONG: ("The name {path} is too long", "Choose a shorter one"),
    }
)


def fault_of(error: OSError, path: Path, *, done: str, holds: str = "") -> FaultError:
    """Return an operating system's error in plain words.

    Parameters
    ----------
    path
        What was worked on, as the user named it.
    done
        What was to be done with it: "read" or "written".
    holds
        What still holds.
    """
    happened, advice = _WORDS.get(error.errno or 0, ("{path} could not be {done}: {said}", ""))
    said = error.strerror or type(error).__name__
    return FaultError(happened.format(path=path, done=done, said=said), holds=holds, advice=advice)


@contextmanager
def file_faults(path: Path, *, done: str, holds: str = "") -> Iterator[None]:
    """Turn what the operating system says about a path into a `FaultError`."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise fault_of(error, path, done=done, holds=holds) from error


def fault_of_os(error: OSError, *, done: str = "written") -> FaultError:
    """Return an operating system's error about the file that it names itself."""
    return fault_of(error, Path(str(error.filename2 or error.filename or "the output")), done=done)


class NotFoundError(FaultError):
    """What was asked for is not there, or not for the one who asks."""


class OvertakenError(FaultError):
    """Somebody else has changed it since; nothing was written."""
