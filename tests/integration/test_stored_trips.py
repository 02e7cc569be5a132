"""Trips and backups between files and the store, from the command line."""

import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

GELEIT = Path(sys.executable).with_name("geleit")


def geleit(data: Path, *args: object) -> subprocess.CompletedProcess[str]:
    """Run a command on a data folder."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("GELEIT_", "DJANGO_"))}
    return subprocess.run(
        [str(GELEIT), *map(str, args)],
        capture_output=True,
        text=True,
        check=False,
        env={**plain, "GELEIT_DATA": str(data)},
        timeout=120,
    )


@pytest.mark.slow
def test_a_trip_goes_in_and_out_and_through_a_backup(tmp_path: Path) -> None:
    data, other, archive = tmp_path / "data", tmp_path / "other", tmp_path / "backup.zip"

    imported = geleit(data, "import", "usa-2025")
    again = geleit(data, "import", "usa-2025")
    (data / "files").mkdir()
    (data / "files/paper.pdf").write_bytes(b"%PDF-")
    saved = geleit(data, "backup", archive)
    restored = geleit(other, "restore", archive)
    exported = geleit(other, "export", "usa-2025", tmp_path / "usa")

    assert [done.returncode for done in (imported, again, saved, restored, exported)] == [0, 2, 0, 0, 0]
    assert again.stderr.startswith("Error: There is a trip 'usa-2025' in the store already.")
    assert (tmp_path / "usa/trip.yaml").is_file()
    assert (other / "files/paper.pdf").read_bytes() == b"%PDF-"
    assert archive.stat().st_mode & 0o777 == 0o600


def test_an_archive_that_is_damaged_restores_nothing(tmp_path: Path) -> None:
    archive = tmp_path / "backup.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("manifest.json", '{"format": "geleit-backup/1", "sha256": {"database.sqlite3": "0"}}')
        packed.writestr("database.sqlite3", "nonsense")

    done = geleit(tmp_path / "data", "restore", archive)

    assert (done.returncode, (tmp_path / "data/geleit.sqlite3").exists()) == (2, False)
    assert "is no backup of Geleit, or is damaged. Nothing was restored." in done.stderr


def test_a_database_that_is_there_is_left_alone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with closing(sqlite3.connect(data / "geleit.sqlite3")) as store:
        store.execute("CREATE TABLE mine (x)")
    before = (data / "geleit.sqlite3").read_bytes()

    done = geleit(data, "restore", tmp_path / "backup.zip")

    assert (done.returncode, (data / "geleit.sqlite3").read_bytes()) == (2, before)
    assert "exists already. It is unchanged." in done.stderr
