"""Writing files: whole or not at all, and only where it is possible."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from geleit.services.faults import FaultError, file_faults

PROGRAMME_FILE = "programme.json"
NOTHING_CHANGED = "Files that were there before are unchanged"


def prepare_folder(path: Path) -> Path:
    """Make a folder and see that it can be written to, before any long work begins.

    Raises
    ------
    FaultError
        When it cannot be made, is a file, or may not be written to.
    """
    if path.exists() and not path.is_dir():
        raise FaultError(
            f"{path} is a file, not a folder", holds="It is unchanged", advice="Choose another folder"
        )
    with file_faults(path, done="written"):
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
    return path


def write_file(path: Path, content: str | bytes) -> Path:
    """Write a file whole or not at all: whoever reads meanwhile gets the old content or the new.

    Raises
    ------
    FaultError
        When it cannot be written; what was there before is unchanged.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    with file_faults(path, done="written", holds=NOTHING_CHANGED):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.chmod(_permissions(path))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return path


def write_files(folder: Path, contents: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """Write files into a folder, each whole or not at all, in the order given.

    Raises
    ------
    FaultError
        When one cannot be written.
    """
    return tuple(write_file(folder / name, content) for name, content in contents.items())


def _permissions(path: Path) -> int:
    """Return those of the file that is replaced, or what the user's mask leaves of a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
