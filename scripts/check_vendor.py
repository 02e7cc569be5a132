"""Check that the files from elsewhere are the ones listed in src/geleit/documents/vendor.toml, and no others.

With ``--update`` the checksums of listed files are written anew; run it after a font or the coast was made again.
"""

import argparse
import hashlib
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

MANIFEST = Path(__file__).resolve().parents[1] / "src/geleit/documents/vendor.toml"
REQUIRED_KEYS = ("name", "version", "licence", "origin", "made_by", "files")
MAX_BYTES = 3_000_000
ADDRESS = re.compile(r"://|\b[\w-]+\.(com|org|net|io|dev)\b")
"""What an origin may not say: it is a package's name, not an address."""


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check(manifest: Path) -> list[str]:
    """Return what is wrong, one sentence for each fault; empty if all is well.

    Parameters
    ----------
    manifest : Path
        The manifest; paths in it are relative to its folder.
    """
    root = manifest.parent
    table = tomllib.loads(manifest.read_text(encoding="utf-8"))
    faults: list[str] = []
    listed: set[Path] = set()
    for package in table["package"]:
        faults += _check_package(package)
        for entry in package.get("files", []):
            path = root / entry["path"]
            if path in listed:
                faults.append(f"{entry['path']}: listed twice")
            listed.add(path)
            faults += _check_file(path, entry)
    found = {path for folder in table["directories"] for path in (root / folder).rglob("*") if path.is_file()}
    faults += [
        f"{path.relative_to(root)}: not listed; add it with its origin or delete it"
        for path in found - listed
    ]
    outside = {
        path for path in listed if not any(path.is_relative_to(root / f) for f in table["directories"])
    }
    faults += [f"{path.relative_to(root)}: not in one of the listed directories" for path in outside]
    return sorted(faults)


def _check_package(package: dict[str, Any]) -> list[str]:
    name = package.get("name", "a package without a name")
    faults = [f"{name}: {key} is missing" for key in REQUIRED_KEYS if not package.get(key)]
    origin = str(package.get("origin", ""))
    if found := ADDRESS.search(origin):
        faults.append(f"{name}: origin holds an address ({found[0]}); give the package's name")
    return faults


def _check_file(path: Path, entry: dict[str, str]) -> list[str]:
    name = entry["path"]
    if not path.is_file():
        return [f"{name}: missing"]
    faults = []
    if (is_now := sha256(path)) != entry["sha256"]:
        faults.append(f"{name}: changed; its checksum is {is_now}, the manifest says {entry['sha256']}")
    if (size := path.stat().st_size) >= MAX_BYTES:
        faults.append(f"{name}: {size:,} bytes, limit {MAX_BYTES:,}")
    return faults


def update(manifest: Path) -> int:
    """Write the checksums of all listed files anew; return how many changed."""
    text = manifest.read_text(encoding="utf-8")
    changed = 0
    for package in tomllib.loads(text)["package"]:
        for entry in package["files"]:
            is_now = sha256(manifest.parent / entry["path"])
            before = f'path = "{entry["path"]}", sha256 = "{entry["sha256"]}"'
            if is_now != entry["sha256"]:
                text = text.replace(before, f'path = "{entry["path"]}", sha256 = "{is_now}"')
                changed += 1
    manifest.write_text(text, encoding="utf-8")
    return changed


def main() -> int:
    """Check, or update and then check; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--manifest", type=Path, default=MANIFEST)
    parser.add_argument("--update", action="store_true", help="write the checksums anew")
    arguments = parser.parse_args()
    if arguments.update:
        print(f"{update(arguments.manifest)} checksums written anew")
    faults = check(arguments.manifest)
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print("Every file from elsewhere is the one listed.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
