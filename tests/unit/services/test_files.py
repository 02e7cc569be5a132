"""Writing files: whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from geleit.services.faults import FaultError
from geleit.services.files import prepare_folder, write_file, write_files


def test_writes_and_replaces(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "file.txt"

    write_file(file, "äö")
    write_file(file, b"new")

    assert (file.read_bytes(), [path.name for path in file.parent.iterdir()]) == (b"new", ["file.txt"])


def test_new_file_has_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    old.touch()
    old.chmod(0o600)
    mask = os.umask(0o022)
    try:
        write_files(tmp_path, {"new": "", "old": ""})
    finally:
        os.umask(mask)

    assert [path.stat().st_mode & 0o777 for path in (new, old)] == [0o644, 0o600]


def test_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "file.txt"
    file.write_text("old")
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from geleit.services.faults import FaultError\n"
        "from geleit.services.files import write_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_file(Path(sys.argv[1]), 'x' * 5000)\n"
        "except FaultError as error:\n"
        "    print(error)\n"
    )

    done = subprocess.run([sys.executable, "-c", script, file], capture_output=True, text=True, check=True)

    told = f"{file} would be larger than this system allows. Files that were there before are unchanged. "
    assert done.stdout == f"{told}Raise the limit, or choose another place.\n"
    assert (file.read_text(), [path.name for path in tmp_path.iterdir()]) == ("old", ["file.txt"])


def test_prepared_folder_is_made_and_left_empty(tmp_path: Path) -> None:
    folder = prepare_folder(tmp_path / "one" / "two")

    assert (folder.is_dir(), list(folder.iterdir())) == (True, [])


def test_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FaultError, match="is a file, not a folder"):
        prepare_folder(tmp_path / "file")
    with pytest.raises(FaultError, match="leads through a file"):
        prepare_folder(tmp_path / "file" / "deeper")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_forbidden_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(FaultError, match="may not be written"):
        prepare_folder(tmp_path)
