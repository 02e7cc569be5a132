"""Check house rules that no linter knows, on the files that git tracks or would track.

Prints one line per breach, with the place and what to do, and exits with 1 when there is one.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = "requirements.lock"
# A suppression and what follows it on its line: codes, then the reason in words.
SUPPRESSIONS = (
    re.compile(r"#\s*noqa(?P<reason>.*)"),
    re.compile(r"#\s*type:\s*ignore(?P<reason>.*)"),
    re.compile(r"#\s*pragma:\s*no cover(?P<reason>.*)"),
)
CODES = re.compile(r"\[[\w, -]+\]|\b[A-Z]+\d+\b|[:,#]")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def tracked_files(root: Path) -> list[Path]:
    """List the files of a checkout that are committed, or would be by ``git add``.

    Parameters
    ----------
    root : Path
        The top of the checkout.

    Returns
    -------
    list of Path
        Existing files, in order of name.
    """
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        root / name for name in sorted(set(listing.stdout.split("\0"))) if name and (root / name).is_file()
    ]


def unexplained_suppressions(path: Path) -> list[str]:
    """Find suppressed checks that do not say why.

    Parameters
    ----------
    path : Path
        A Python file.

    Returns
    -------
    list of str
        One line per suppression without a reason.
    """
    return [
        f"{path}:{number}: a suppression gives its reason on the line: {line.strip()}"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for pattern in SUPPRESSIONS
        if (found := pattern.search(line)) and len(CODES.sub("", found["reason"]).split()) < 2
    ]


def lock_breaches(project: Mapping[str, Any], lock: str) -> list[str]:
    """Compare the lock with what the project asks for.

    Parameters
    ----------
    project : Mapping
        The table ``project`` of pyproject.toml.
    lock : str
        The text of the lock.

    Returns
    -------
    list of str
        One line per dependency that is missing or at a version the project does not want, and per address.
    """
    pins = dict(PIN.findall(lock))
    breaches = [f"{LOCK}: names an address; run make lock" for _ in re.finditer("://", lock)][:1]
    for text in _requirements(project):
        wanted = Requirement(text)
        pinned = pins.get(canonicalize_name(wanted.name))
        if pinned is None or pinned not in wanted.specifier:
            breaches.append(f"{LOCK}: {text!r} is wanted, {pinned or 'nothing'} is pinned; run make lock")
    return breaches


def main() -> int:
    """Check the checkout.

    Returns
    -------
    int
        The exit code.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    breaches = lock_breaches(project, (ROOT / LOCK).read_text(encoding="utf-8"))
    for path in tracked_files(ROOT):
        if path.suffix == ".py" and path.name not in {"check_tree.py", "test_check_tree.py"}:
            breaches += unexplained_suppressions(path.relative_to(ROOT))
    print("\n".join(breaches) or "The tree keeps the house rules.")
    return 1 if breaches else 0


def _requirements(project: Mapping[str, Any]) -> list[str]:
    """Return what the lock covers: what the product needs and what its makers need, not the benchmark's peers."""
    extras = project.get("optional-dependencies", {})
    return [
        *project["dependencies"],
        *(text for name, extra in extras.items() if name != "bench" for text in extra),
    ]


if __name__ == "__main__":
    sys.exit(main())
