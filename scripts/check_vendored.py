"""Check that every foreign file shipped with Geleit is recorded, unchanged and licensed.

Each manifest has one ``[[file]]`` table for each file that was not written here: ``path``, ``sha256``,
``origin`` (project and version, and how the file was made from it), ``licence`` (SPDX) and ``licence_file``
(its text, which ships with it). A binary file, or one over 300 kB, under ``src`` counts as foreign.
"""

import hashlib
import sys
import tomllib
from pathlib import Path

from scripts.check_tree import tracked_files

ROOT = Path(__file__).parent.parent
MANIFEST = "src/geleit/documents/vendor.toml"
MANIFESTS = (MANIFEST, "src/geleit/web/vendor.toml", "src/geleit/services/vendor.toml")
KEYS = {"path", "sha256", "origin", "licence", "licence_file"}
LARGE_BYTES = 300_000


def looks_foreign(path: Path) -> bool:
    """Tell whether a file must be recorded.

    Parameters
    ----------
    path : Path
        An existing file.

    Returns
    -------
    bool
        True for a binary file and for a large one.
    """
    content = path.read_bytes()
    return len(content) > LARGE_BYTES or b"\0" in content


def breaches_of(root: Path, files: list[Path]) -> list[str]:
    """Compare the manifest with the files.

    Parameters
    ----------
    root : Path
        The top of the checkout, where the manifest lies.
    files : list of Path
        The files to look for foreign ones in.

    Returns
    -------
    list of str
        One line per breach: what is wrong, and what to write.
    """
    if not (root / MANIFEST).is_file():
        return [f"{MANIFEST}: is missing; each foreign file must be recorded in it"]
    breaches: list[str] = []
    recorded: set[Path] = set()
    for manifest in MANIFESTS:
        if not (root / manifest).is_file():
            continue
        entries = tomllib.loads((root / manifest).read_text(encoding="utf-8")).get("file", [])
        breaches += [breach for entry in entries for breach in _breaches_of_entry(root, manifest, entry)]
        recorded |= {root / entry.get("path", "") for entry in entries}
    for path in files:
        if path not in recorded and looks_foreign(path):
            name = path.relative_to(root).as_posix()
            breaches.append(f"{MANIFEST}: {name} is not recorded; its sha256 is {_sha256(path)}")
    return breaches


def main() -> int:
    """Check the checkout.

    Returns
    -------
    int
        The exit code.
    """
    sources = [path for path in tracked_files(ROOT) if path.is_relative_to(ROOT / "src")]
    breaches = breaches_of(ROOT, sources)
    print("\n".join(breaches) or "Every foreign file is recorded and unchanged.")
    return 1 if breaches else 0


def _breaches_of_entry(root: Path, manifest: str, entry: dict[str, str]) -> list[str]:
    if entry.keys() != KEYS:
        return [f"{manifest}: {entry.get('path')} must have exactly {', '.join(sorted(KEYS))}"]
    missing = [name for name in (entry["path"], entry["licence_file"]) if not (root / name).is_file()]
    if missing:
        return [f"{manifest}: {name} is no file; remove the entry or add the file" for name in missing]
    found = _sha256(root / entry["path"])
    if found != entry["sha256"]:
        return [f"{manifest}: {entry['path']} has changed: its sha256 is now {found}"]
    return []


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
