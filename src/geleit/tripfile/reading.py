"""A file's bytes as text: size, encoding and the usual mix-ups told in plain words."""

from pathlib import Path
from typing import Final

from geleit.tripfile.problems import Problem, TripFileError

MOST_BYTES: Final = 10_000_000
"""A trip with 5000 delegates needs about three million bytes."""

_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_UTF8: Final = "save it as UTF-8"


def read_text(path: Path, shown: str) -> str:
    """Return the text of a UTF-8 file; a byte order mark is dropped.

    Parameters
    ----------
    shown
        The path as error messages give it.

    Raises
    ------
    TripFileError
        When the file cannot be read or is no UTF-8 text.
    """
    return _decoded(_bytes(path, shown), shown)


def _bytes(path: Path, shown: str) -> bytes:
    try:
        with path.open("rb") as file:  # no more than can be right: a pipe or a device has no size to ask for
            raw = file.read(MOST_BYTES + 1)
        size = max(path.stat().st_size, len(raw))
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        raise TripFileError([Problem(file=shown, message=message, code="unreadable")]) from None
    if size > MOST_BYTES:
        message = f"the file has {size / 1e6:.0f} MB, more than the {MOST_BYTES / 1e6:.0f} MB a trip needs"
        raise TripFileError(
            [Problem(file=shown, message=message, fix="is it the right file?", code="too_large")]
        )
    return raw


def _decoded(raw: bytes, shown: str) -> str:
    if raw.startswith(b"PK\x03\x04"):
        fix = "a workbook is read with 'geleit import-xlsx'"
        raise TripFileError(
            [Problem(file=shown, message="this is a workbook or archive, not YAML", fix=fix, code="not_text")]
        )
    if raw.startswith(_UTF16_MARKS) or b"\0" in raw[:400]:
        problem = Problem(
            file=shown,
            message="the file is not UTF-8 but UTF-16 or no text at all",
            fix=_SAVE_AS_UTF8,
            code="encoding",
        )
        raise TripFileError([problem])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TripFileError([_undecodable(raw, error.start, shown)]) from None


def _undecodable(raw: bytes, start: int, shown: str) -> Problem:
    line = raw.count(b"\n", 0, start) + 1
    begin = raw.rfind(b"\n", 0, start) + 1
    end = raw.find(b"\n", start)
    here = raw[begin : end if end >= 0 else len(raw)].decode("latin-1")
    word = next((word for word in here.split() if any(char >= "\x80" for char in word)), here)
    message = f"the file is not UTF-8; this line has {word!r} if it is Latin-1"
    return Problem(file=shown, line=line, value=word, message=message, fix=_SAVE_AS_UTF8, code="encoding")
