"""Opening a workbook that somebody sent: what it really is, whether it is safe to unpack, what Excel left out."""

import warnings
import zipfile
import zlib
from pathlib import Path
from typing import Final

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from geleit.tripfile.problems import Problem, TripFileError, near_word
from geleit.tripfile.workbook.words import wording

MOST_BYTES: Final = 20_000_000
"""Of the file; an organiser's workbook has less than one million."""

MOST_UNPACKED: Final = 200_000_000
"""Of all parts unpacked; more is a mistake or an attack."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
"""What a broken archive raises; a compression nobody knows is a RuntimeError too (NotImplementedError)."""
_MIMETYPE_BYTES: Final = 100
"""Enough of an OpenDocument file's own type; the rest of that part is not unpacked."""


def open_workbook(path: Path | str) -> tuple[Workbook, Workbook | None]:
    """Return a workbook with its formulas, and the same with their last values where there are formulas.

    Raises
    ------
    TripFileError
        When the file is no workbook that can be read.
    """
    file = Path(path)
    _check_container(file)
    book = _load(file, values=False)
    if any(cell.data_type == "f" for page in book.worksheets for row in page.iter_rows() for cell in row):
        return book, _load(file, values=True)
    return book, None


def _refuse(file: Path, word: str, code: str = "not_a_workbook", **values: object) -> TripFileError:
    told = wording(word, **values)
    return TripFileError(
        [Problem(file=str(file), message=told.message, fix=told.fix, german=told.german, code=code)]
    )


def _check_container(file: Path) -> None:
    if file.exists() and not file.is_file():
        raise _refuse(file, "folder", "unreadable")
    try:
        size = file.stat().st_size
        head = file.read_bytes()[: 1 << 16] if size <= MOST_BYTES else b""
    except OSError as error:
        if not file.exists():
            names = [each.name for each in file.parent.glob("*.xlsx")] if file.parent.is_dir() else []
            raise _refuse(file, "no_file", "missing_file", near=near_word(file.name, names)) from None
        raise _refuse(file, "unreadable", "unreadable", reason=error.strerror or str(error)) from None
    if size > MOST_BYTES:
        raise _refuse(file, "too_large", "too_large", size=round(size / 1e6))
    if head.startswith(_OLE):
        _refuse_ole(file)
    if not head.startswith(b"PK"):
        raise _refuse(file, "not_excel")
    _check_parts(file)


def _refuse_ole(file: Path) -> None:
    if _ENCRYPTED in file.read_bytes():
        raise _refuse(file, "password", "password")
    raise _refuse(file, "old_format")


def _check_parts(file: Path) -> None:
    try:
        with zipfile.ZipFile(file) as parts:
            names = parts.namelist()
            unpacked = sum(part.file_size for part in parts.infolist())
            is_ods = "mimetype" in names and b"opendocument" in _beginning(parts, "mimetype")
    except _DAMAGED:
        raise _damaged(file) from None
    if is_ods:
        raise _refuse(file, "opendocument")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise _refuse(file, "archive")
    if unpacked > MOST_UNPACKED:
        raise _refuse(file, "unpacks", "too_large", size=round(unpacked / 1e6))


def _load(file: Path, *, values: bool) -> Workbook:
    try:
        with (
            file.open("rb") as opened,
            warnings.catch_warnings(),
        ):  # it leaves a file open that it cannot read
            warnings.simplefilter("ignore")  # openpyxl tells which of Excel's features it drops
            return load_workbook(opened, data_only=values)
    except (*_DAMAGED, InvalidFileException, SyntaxError, KeyError, TypeError, AttributeError, IndexError):
        raise _damaged(file) from None


def _beginning(parts: zipfile.ZipFile, name: str) -> bytes:
    with parts.open(name) as part:
        return part.read(_MIMETYPE_BYTES)


def _damaged(file: Path) -> TripFileError:
    return _refuse(file, "damaged", "damaged")
