"""The application as it is started in earnest: the server, its worker, and their end."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

GELEIT = Path(sys.executable).with_name("geleit")
PATIENCE_S = 120


def environment(data: Path, **more: str) -> dict[str, str]:
    """Return an environment with these settings and no other."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("GELEIT_", "DJANGO_"))}
    return {**plain, "GELEIT_DATA": str(data), **more}


@contextmanager
def serving(data: Path, *args: str, command: str = "serve") -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run the server until it is ready; give its process and its port."""
    process = subprocess.Popen(
        [str(GELEIT), command, "--port", "0", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(data),
    )
    try:
        assert process.stdout is not None
        ready = process.stdout.readline()
        found = re.fullmatch(r"Geleit is ready: http://127\.0\.0\.1:(\d+)\n", ready)
        if found is None:
            process.kill()
            raise AssertionError(f"not ready: {ready!r} {process.communicate()[1]}")
        yield process, int(found[1])
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def get(port: int, path: str) -> tuple[int, bytes, dict[str, str]]:
    """Return status, body and headers of an answer."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}


def children_of(process: int) -> set[int]:
    """Return the processes that a process has started."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process)],  # noqa: S607 # the system's own
        capture_output=True,
        text=True,
        check=False,
    )
    return {int(number) for number in listed.stdout.split()}


def worker_of(process: int) -> int | None:
    """Return the worker that a server has started."""
    for child in children_of(process):
        if b"worker" in Path(f"/proc/{child}/cmdline").read_bytes():
            return child
    return None


def wait_for[T](what: Callable[[], T]) -> T:
    """Return what is true at last, or whatever it is when patience ends."""
    until = time.monotonic() + 30
    while not (found := what()) and time.monotonic() < until:
        time.sleep(0.1)
    return found


def is_alive(process: int) -> bool:
    """Whether a process runs."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_server_answers_and_ends_with_its_children(tmp_path: Path, number: signal.Signals) -> None:
    with serving(tmp_path / "data") as (process, port):
        status, body, headers = get(port, "/healthz")
        wait_for(lambda: worker_of(process.pid))
        children = children_of(process.pid)
        with closing(sqlite3.connect(tmp_path / "data/geleit.sqlite3")) as store:
            journal = store.execute("PRAGMA journal_mode").fetchone()
        process.send_signal(number)
        process.wait(PATIENCE_S)

    assert (status, body, process.returncode) == (200, b"ok", 0)
    assert (journal, (tmp_path / "data/secret-key").stat().st_mode & 0o777) == (("wal",), 0o600)
    assert (headers["x-frame-options"], headers["x-content-type-options"]) == ("DENY", "nosniff")
    assert "script-src 'self';" in headers["content-security-policy"]
    assert (len(children), wait_for(lambda: not any(map(is_alive, children)))) == (2, True)


def test_a_server_that_is_killed_leaves_nobody_behind(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as (process, _):
        wait_for(lambda: worker_of(process.pid))
        children = children_of(process.pid)
        process.kill()
        process.wait(PATIENCE_S)

    assert (len(children), wait_for(lambda: not any(map(is_alive, children)))) == (2, True)


def test_a_worker_that_dies_is_started_again(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as (process, port):
        first = wait_for(lambda: worker_of(process.pid))
        assert first is not None
        os.kill(first, signal.SIGKILL)
        second = wait_for(lambda: worker_of(process.pid) not in (None, first) and worker_of(process.pid))
        answer = get(port, "/healthz")[0]

    assert (first != second, answer) == (True, 200)


def test_a_port_that_is_taken_is_named_with_a_free_one(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = subprocess.run(
            [str(GELEIT), "serve", "--port", str(port)],
            capture_output=True,
            text=True,
            check=False,
            env=environment(tmp_path / "data"),
        )

    first = f"Error: Port {port} is in use by another program. The other program is left alone. Port "
    assert (done.returncode, done.stdout, done.stderr.startswith(first)) == (2, "", True)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"GELEIT_DEMO": "maybe"}, "GELEIT_DEMO is 'maybe': it must be yes or no"),
        ({"GELEIT_DATABASE": "postgresql://127.0.0.1:1/geleit"}, "The database does not answer: "),
    ],
)
def test_a_wrong_setting_stops_the_start_with_a_sentence(
    tmp_path: Path, settings: dict[str, str], told: str
) -> None:
    done = subprocess.run(
        [str(GELEIT), "serve", "--port", "0"],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
        env=environment(tmp_path / "data", **settings),
    )

    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False)
    assert done.stderr.startswith(f"Error: {told}")


def test_a_demonstration_leaves_other_folders_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()

    done = subprocess.run(
        [str(GELEIT), "demo", "--no-serve", "--fresh", "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(tmp_path),
    )

    assert (done.returncode, [path.name for path in tmp_path.iterdir()]) == (2, ["mine.txt"])


@pytest.mark.slow
def test_the_demonstration_has_both_trips_and_begins_quickly_the_second_time(tmp_path: Path) -> None:
    data = tmp_path / "demo"
    subprocess.run(
        [str(GELEIT), "demo", "--no-serve", "--quiet", "--data", str(data)], check=True, env=environment(data)
    )
    with closing(sqlite3.connect(data / "geleit.sqlite3")) as store:
        rows = "SELECT t.key, p.number FROM store_programmeversion p JOIN store_triprow t ON t.id = p.trip_id"
        versions = sorted(store.execute(rows).fetchall())
        accounts = store.execute("SELECT count(*) FROM store_account WHERE is_demo").fetchone()

    began = time.monotonic()
    with serving(data, "--data", str(data), "--quiet", command="demo") as (_, port):
        took_s, status = time.monotonic() - began, get(port, "/healthz")[0]

    assert (versions, accounts) == ([("china-2025", 1), ("usa-2025", 1)], (4,))
    assert (status, took_s < 30) == (200, True)
