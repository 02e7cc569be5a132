"""A foreign file that is unrecorded, changed or unlicensed is found."""

import hashlib
from pathlib import Path

from scripts.check_vendored import MANIFEST, breaches_of

FONT = b"\0true type"
SHA256 = hashlib.sha256(FONT).hexdigest()


def tree(root: Path, manifest: str) -> list[Path]:
    """Lay out a checkout with one font, its licence and a manifest."""
    files = {"src/font.ttf": FONT, "src/OFL.txt": b"free", MANIFEST: manifest.encode()}
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return [root / name for name in files]


def entry(path: str = "src/font.ttf", sha256: str = SHA256, licence_file: str = "src/OFL.txt") -> str:
    """Write one table of the manifest."""
    return (
        f'[[file]]\npath = "{path}"\nsha256 = "{sha256}"\norigin = "Font 1.0"\n'
        f'licence = "OFL-1.1"\nlicence_file = "{licence_file}"\n'
    )


def test_a_recorded_file_passes(tmp_path: Path) -> None:
    files = tree(tmp_path, entry())

    assert breaches_of(tmp_path, files) == []


def test_an_unrecorded_file_is_found(tmp_path: Path) -> None:
    files = tree(tmp_path, "")

    assert breaches_of(tmp_path, files) == [
        f"{MANIFEST}: src/font.ttf is not recorded; its sha256 is {SHA256}"
    ]


def test_a_changed_file_is_found(tmp_path: Path) -> None:
    files = tree(tmp_path, entry(sha256="0" * 64))

    assert breaches_of(tmp_path, files) == [
        f"{MANIFEST}: src/font.ttf has changed: its sha256 is now {SHA256}"
    ]


def test_a_missing_licence_is_found(tmp_path: Path) -> None:
    files = tree(tmp_path, entry(licence_file="src/MIT.txt"))

    assert breaches_of(tmp_path, files) == [
        f"{MANIFEST}: src/MIT.txt is no file; remove the entry or add the file"
    ]


def test_an_incomplete_entry_is_found(tmp_path: Path) -> None:
    files = tree(tmp_path, '[[file]]\npath = "src/font.ttf"\n')

    assert breaches_of(tmp_path, files) == [
        f"{MANIFEST}: src/font.ttf must have exactly licence, licence_file, origin, path, sha256"
    ]
