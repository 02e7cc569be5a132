"""The database of the tests: SQLite, or with ``--database postgresql`` a throwaway PostgreSQL that they start.

Loaded as a plugin before Django is (see pyproject.toml), so that the settings find their data folder.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

SETTINGS = "tests.django_settings"
RUNNING = "TESTS_POSTGRESQL"
"""Environment variable by which worker processes find the cluster that the first one started."""
DATABASE_FIXTURES = frozenset({"db", "transactional_db", "live_server"})


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the choice of the database."""
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="run on SQLite, or only the tests that use a database on a throwaway PostgreSQL",
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(
    early_config: pytest.Config, parser: pytest.Parser, args: list[str]
) -> Iterator[None]:
    """Give Django its settings before anything loads them."""
    known = parser.parse_known_args(args)
    for name in [name for name in os.environ if name.startswith("GELEIT_") and name != "GELEIT_CHROMIUM"]:
        del os.environ[name]
    data = tempfile.mkdtemp(prefix="geleit-tests-")
    early_config.add_cleanup(lambda: shutil.rmtree(data, ignore_errors=True))
    os.environ["GELEIT_DATA"] = data
    os.environ["GELEIT_DEMO"] = "yes"
    (Path(data) / "static").mkdir()
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    if known.database == "postgresql":
        os.environ["GELEIT_DATABASE"] = _postgresql(early_config)
    yield


def pytest_report_header(config: pytest.Config) -> str:
    """Say which database the tests use."""
    return f"database: {config.getoption('--database')}"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL run only the tests that use a database: the others were run without."""
    if config.getoption("--database") != "postgresql":
        return
    chosen = [item for item in items if _uses_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
    items[:] = chosen


@pytest.fixture(autouse=True)
def _nothing_remembered(request: pytest.FixtureRequest) -> None:
    """Forget what the process keeps of a store: each test has a store of its own, and numbers come again."""
    if _uses_database(request.node):
        from geleit.services.board_kept import forget_board
        from geleit.services.demo_clock import forget_demo_clock
        from geleit.services.read_published import forget_published

        forget_board()
        forget_demo_clock()
        forget_published()


def _uses_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or not DATABASE_FIXTURES.isdisjoint(fixtures)


def _postgresql(config: pytest.Config) -> str:
    """Return the address of a cluster; the first process starts it and ends it."""
    if RUNNING in os.environ:
        return os.environ[RUNNING]
    programs = find_postgresql()
    if programs is None:
        raise pytest.UsageError(
            "--database postgresql: found no PostgreSQL (initdb and pg_ctl) on PATH or under /usr/lib/postgresql;"
            " install the package postgresql, or leave the option out"
        )
    running = throwaway_cluster(programs)
    os.environ[RUNNING] = running.__enter__()
    config.add_cleanup(lambda: _end(running))
    return os.environ[RUNNING]


def _end(running: AbstractContextManager[str]) -> None:
    running.__exit__(None, None, None)


def find_postgresql() -> Path | None:
    """Return the folder with PostgreSQL's programs, the newest version's, or None."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True
    )
    on_path = shutil.which("initdb")
    candidates = [*folders, *([Path(on_path).parent] if on_path else [])]
    return next(
        (path for path in candidates if (path / "initdb").exists() and (path / "pg_ctl").exists()), None
    )


@contextmanager
def throwaway_cluster(programs: Path) -> Iterator[str]:
    """Start a cluster that listens on a socket of its own and keeps nothing, and end it."""
    folder = Path(tempfile.mkdtemp(prefix="geleit-pg-", dir="/tmp"))  # a socket's path must be short
    data = folder / "data"
    as_user = _as_other_user(folder)
    options = (
        f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    )
    try:
        _run(
            [
                *as_user,
                programs / "initdb",
                "-D",
                data,
                "-U",
                "geleit",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
            ]
        )
        _run([*as_user, programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"])
        try:
            yield f"postgresql://geleit@/postgres?host={folder}"
        finally:
            _run([*as_user, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_other_user(folder: Path) -> list[str]:
    """Return what runs a program as somebody else where we are root, which initdb refuses; the folder is theirs."""
    if os.geteuid() != 0:
        return []
    import pwd

    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    os.chown(folder, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _run(command: list[str | Path]) -> None:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, cwd="/"
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr or done.stdout}")
