"""Back up the store and its files into one archive, and bring them back. For SQLite; PostgreSQL has its own tools."""

import hashlib
import json
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import geleit
from geleit.services.faults import FaultError, file_faults

FORMAT: Final = "geleit-backup/1"
MANIFEST: Final = "manifest.json"
DATABASE: Final = "database.sqlite3"
FILES: Final = "files"


def make_backup(*, database: Path | None, files: Path, archive: Path, now: datetime) -> Path:
    """Write a backup while the application may run: the database as of one moment, and the files beside it.

    The secret key and unsent mail's server are not in it. Without the key of the old data folder people sign in anew
    after a restore; personal links stay good.

    Parameters
    ----------
    database
        File of SQLite; None where PostgreSQL is used.
    files
        Folder of kept files; it may be missing.
    archive
        A file that does not exist yet.

    Raises
    ------
    FaultError
        When the store is on PostgreSQL, there is nothing to back up, or the archive cannot be written.
    """
    database = _require_sqlite(database)
    if not database.is_file():
        raise FaultError(
            f"There is no database at {database}", advice="See GELEIT_DATA in docs/reference/settings.md"
        )
    if archive.exists():
        raise FaultError(f"{archive} exists already", holds="It is unchanged", advice="Choose another name")
    with (
        file_faults(archive, done="written"),
        tempfile.TemporaryDirectory(dir=archive.absolute().parent) as aside,
    ):
        copy, part = Path(aside) / DATABASE, Path(aside) / "archive"
        with closing(sqlite3.connect(database)) as store:
            store.execute("VACUUM INTO ?", (str(copy),))
        digests = {DATABASE: _digest(copy)}
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.write(copy, DATABASE)
            for path, name in _files(files):
                packed.write(path, name)
                digests[name] = _digest(path)
            manifest = {
                "format": FORMAT,
                "version": geleit.__version__,
                "made_at": now.isoformat(),
                "sha256": digests,
            }
            packed.writestr(MANIFEST, json.dumps(manifest, indent=1))
        part.chmod(0o600)
        part.replace(archive)
    return archive


def restore_backup(*, archive: Path, database: Path | None, files: Path) -> None:
    """Bring a backup back into an empty data folder; every file is checked before anything is put in place.

    Raises
    ------
    FaultError
        When the archive is none or is damaged, or there is a database already.
    """
    database = _require_sqlite(database)
    for place in (database, files):
        if place.exists():
            raise FaultError(
                f"{place} exists already",
                holds="It is unchanged",
                advice="Stop Geleit and move it away, or set GELEIT_DATA to an empty folder",
            )
    with file_faults(database, done="written"):
        database.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=database.parent) as aside:
            unpacked = Path(aside)
            _unpack(archive, unpacked)
            if (unpacked / FILES).is_dir():
                shutil.move(unpacked / FILES, files)
            (unpacked / DATABASE).replace(database)


def _require_sqlite(database: Path | None) -> Path:
    if database is None:
        raise FaultError(
            "The store is on PostgreSQL, which backs itself up",
            advice="pg_dump --format=custom writes a backup, pg_restore brings it back; copy the data folder besides",
        )
    return database


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path, f"{FILES}/{path.relative_to(folder).as_posix()}"


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack what the manifest names, and nothing else, and compare it."""
    damaged = FaultError(
        f"{archive} is no backup of Geleit, or is damaged",
        holds="Nothing was restored",
        advice="Take another backup",
    )
    try:
        with file_faults(archive, done="read"), zipfile.ZipFile(archive) as packed:
            manifest: dict[str, Any] = json.loads(packed.read(MANIFEST))
            digests: dict[str, str] = manifest["sha256"]
            if manifest["format"] != FORMAT or DATABASE not in digests:
                raise damaged
            for name, digest in digests.items():
                target = Path(packed.extract(name, folder))
                if not target.resolve().is_relative_to(folder.resolve()) or _digest(target) != digest:
                    raise damaged
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError) as error:
        raise damaged from error


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
