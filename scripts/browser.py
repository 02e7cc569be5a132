"""Find a Chromium for the browser tests; with ``--install``, get one where there is none.

Prints the path, or nothing when there is none; what happened goes to standard error. The exit code is 0 in
both cases: without a browser the tests that need one are skipped and say why.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

VARIABLE = "GELEIT_CHROMIUM"
SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome")
ADVICE = f"install Chromium or set {VARIABLE} to the path of one"


def find_chromium() -> str | None:
    """Look for a Chromium that starts: the named one, the system's, then Playwright's own.

    Returns
    -------
    str or None
        The path of the program, or None when there is none.

    Raises
    ------
    FileNotFoundError
        When the environment variable ``GELEIT_CHROMIUM`` names a file that is not there.
    """
    named = os.environ.get(VARIABLE)
    if named and not Path(named).is_file():
        raise FileNotFoundError(f"{VARIABLE} is {named!r}, which is no file; {ADVICE}")
    candidates = [named] if named else [*map(shutil.which, SYSTEM_NAMES), _playwrights_own()]
    return next((path for path in candidates if path and _starts(path)), None)


def install_chromium() -> str:
    """Install Debian's package ``chromium``, where this is Debian and the user may.

    Returns
    -------
    str
        The path of the program.

    Raises
    ------
    RuntimeError
        When it could not be installed, with the reason.
    """
    if not shutil.which("apt-get"):
        raise RuntimeError("this system has no apt-get")
    if os.geteuid() != 0:
        raise RuntimeError("only root may install one")
    print("browser: found no Chromium; installing Debian's package", file=sys.stderr)
    _apt_get("update")
    _apt_get("install", "-y", "--no-install-recommends", "chromium")
    path = find_chromium()
    if path is None:
        raise RuntimeError("the one that apt-get installed does not start")
    return path


def main() -> None:
    """Print the path of a Chromium, or nothing."""
    path = find_chromium()
    if path is None and "--install" in sys.argv[1:]:
        try:
            path = install_chromium()
        except RuntimeError as error:
            print(f"browser: found no Chromium, and {error}; {ADVICE}", file=sys.stderr)
            print("browser: the tests that need one will be skipped", file=sys.stderr)
    if path:
        print(path)


def _apt_get(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", *arguments]
    run = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    if run.returncode:
        raise RuntimeError(f"'{' '.join(command)}' ended with {run.returncode}")


def _playwrights_own() -> str | None:
    """Return where Playwright would keep its own Chromium, if it has been downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _starts(path: str) -> bool:
    try:
        return (
            subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    main()
