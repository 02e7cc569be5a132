"""Journeys with the real command, as a person or a script goes them."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

GELEIT = Path(sys.executable).with_name("geleit")
PATIENCE_S = 120
FULL_DISK = Path("/dev/full")


def geleit(*args: object, check: bool = False) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    words = [str(GELEIT), *map(str, args)]
    return subprocess.run(words, capture_output=True, text=True, check=check, timeout=PATIENCE_S)


@contextmanager
def running(*args: object) -> Iterator[subprocess.Popen[str]]:
    """Run the command in a process group of its own, which is ended at last."""
    process = subprocess.Popen(
        [str(GELEIT), *map(str, args)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def processes_of_group(group: int) -> list[str]:
    """Return the commands of a process group that are alive."""
    listed = subprocess.run(
        ["ps", "-ww", "-e", "-o", "pgid=,stat=,args="],  # noqa: S607 # the system's own
        capture_output=True,
        text=True,
        check=True,
    )
    rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
    return [row[-1] for row in rows if row[0] == str(group) and not row[1].startswith("Z")]


def children_of(process: int) -> list[int]:
    """Return the processes that a process has started."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process)],  # noqa: S607 # the system's own
        capture_output=True,
        text=True,
        check=True,
    )
    return [int(number) for number in listed.stdout.split()]


def command_of(process: int) -> str:
    """Return the command line of a process."""
    listed = subprocess.run(
        ["ps", "-ww", "-o", "args=", "-p", str(process)],  # noqa: S607 # the system's own
        capture_output=True,
        text=True,
        check=True,
    )
    return listed.stdout


def wait_until_group_is_gone(group: int) -> list[str]:
    """Return what is left of a process group after some patience."""
    deadline = time.monotonic() + 10
    while (left := processes_of_group(group)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return left


@pytest.fixture(scope="module")
def trip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a starter trip."""
    folder = tmp_path_factory.mktemp("trips") / "sample-trip"
    geleit("new", "sample-trip", "--out", folder, "--start", "2027-03-07", check=True)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", ["usa-2025", "china-2025"])
def test_shipped_trip_from_plan_to_documents(name: str, tmp_path: Path) -> None:
    out = tmp_path / "out"

    planned = geleit("plan", name, "--out", out, "--rounds", 10, "--json")
    checked = geleit("check", name, out / "programme.json")
    explained = geleit("explain", name, out / "programme.json", "--lang", "de")
    rendered = geleit(
        "render", name, out / "programme.json", "--out", out, "--only", "html", "--only", "calendar"
    )

    answer = json.loads(planned.stdout)
    assert (planned.returncode, answer["status"], answer["missing"]) == (0, "solved", [])
    assert (checked.returncode, checked.stderr) == (0, "")
    assert (explained.returncode, explained.stdout.splitlines()[0]) == (
        0,
        f"Nicht untergebracht: {len(answer['unplaced'])}",
    )
    assert rendered.returncode == 0
    assert (out / "index.html").is_file()


def test_json_is_all_there_is_on_standard_output(trip: Path, tmp_path: Path) -> None:
    done = geleit("plan", trip, "--out", tmp_path, "--rounds", 2, "--json")

    assert json.loads(done.stdout)["status"] == "solved"
    assert done.stdout.startswith("{\n")
    assert done.stdout.endswith("}\n")


def test_seconds_count_from_the_start_of_the_process(trip: Path, tmp_path: Path) -> None:
    began = time.monotonic()
    done = geleit("plan", trip, "--out", tmp_path, "--rounds", 2, "--json")
    waited = time.monotonic() - began

    answer = json.loads(done.stdout)
    assert 0.1 < answer["first_valid_seconds"] <= answer["seconds"] < waited


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("workers", [1, 2])
def test_interrupted_plan_keeps_the_best_programme(
    trip: Path, tmp_path: Path, number: signal.Signals, workers: int
) -> None:
    options = ("--rounds", 100_000_000, "--workers", workers)
    with running("plan", trip, "--out", tmp_path, *options) as process:
        assert process.stderr is not None
        first_progress = process.stderr.readline()
        os.killpg(process.pid, number)
        out, told = process.communicate(timeout=PATIENCE_S)

    assert first_progress.startswith("sample-trip")
    assert (process.returncode, out) == (130, "")
    assert told.splitlines()[-1] == "Interrupted. The best programme so far is valid and has been written."
    assert "Traceback" not in told
    assert geleit("check", trip, tmp_path / "programme.json").returncode == 0
    assert wait_until_group_is_gone(process.pid) == []


def worker_of(pid: int) -> int:
    """Return the process number of a plan's worker, as soon as the system shows it."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        for number in children_of(pid):
            if "spawn_main" in command_of(number):
                return number
        time.sleep(0.05)
    raise AssertionError("no worker was started")


def test_worker_that_is_killed_is_told_and_the_rest_holds(trip: Path, tmp_path: Path) -> None:
    with running(
        "plan", trip, "--out", tmp_path, "--rounds", 100_000_000, "--workers", 2, "--json"
    ) as process:
        assert process.stderr is not None
        process.stderr.readline()
        os.kill(worker_of(process.pid), signal.SIGKILL)
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=PATIENCE_S)

    answer = json.loads(out)
    assert (answer["status"], answer["lost_workers"], answer["interrupted"]) == ("solved", 1, True)
    lost = "1 of 2 searches were ended from outside; the result is the best of the others."
    assert told.splitlines()[-1] == lost
    assert geleit("check", trip, tmp_path / "programme.json").returncode == 0


def test_reader_that_goes_away_is_no_fault() -> None:
    command = f"{GELEIT} schema | head -c 10; exit ${{PIPESTATUS[0]}}"

    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)  # noqa: S607 # bash from PATH

    assert (done.stdout[:1], done.stderr) == ("{", "")
    assert done.returncode in {0, 141}, "0 where all was written before the reader went"


@pytest.mark.skipif(not FULL_DISK.exists(), reason="this system has no device that is always full")
def test_full_disk_under_the_output_is_told() -> None:
    with FULL_DISK.open("w") as full:
        done = subprocess.run(
            [str(GELEIT), "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    told = "Error: The disk with the output is full. Make room, then run the command again.\n"
    assert (done.returncode, done.stderr) == (2, told)


def test_letter_that_the_output_lacks_becomes_a_question_mark(trip: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    words = [str(GELEIT), "import-xlsx", str(trip), "名单.xlsx"]

    done = subprocess.run(words, capture_output=True, text=True, check=False, env=environment)

    assert (done.returncode, done.stderr.split(":")[0]) == (2, "??.xlsx")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("plan", "no-such-trip", "--out", "out"), 2),
        (("plan", "usa-2025"), 2),
        (("check", "usa-2025", "no-such-programme.json"), 2),
        (("explain", "no-such-trip", "programme.json"), 2),
        (("render", "usa-2025", "no-such-programme.json", "--out", "out"), 2),
        (("import-xlsx", "no-such-trip", "lists.xlsx"), 2),
        (("export-xlsx", "no-such-trip", "lists.xlsx"), 2),
        (("schema", "poster"), 2),
        (("no-such-command",), 2),
        (("--help",), 0),
    ],
)
def test_exit_codes_and_no_traceback(args: Sequence[str], code: int, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(GELEIT), *args], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=PATIENCE_S
    )

    assert (done.returncode, "Traceback" in done.stderr) == (code, False)


@pytest.mark.slow
def test_documents_are_served_and_all_ends_together(tmp_path: Path) -> None:
    with running("documents", "--port", 0, "--out", tmp_path / "demo", "--quiet") as process:
        assert process.stdout is not None
        ready = process.stdout.readline()
        connection = HTTPConnection("127.0.0.1", int(ready.rpartition(":")[2]), timeout=10)
        connection.request("GET", "/usa-2025/agendas/voigt.pdf")
        answer = connection.getresponse()
        served = answer.read(5), answer.headers["Content-Type"]
        connection.close()
        process.send_signal(signal.SIGTERM)
        out, told = process.communicate(timeout=PATIENCE_S)

    assert ready.startswith("Geleit is ready: http://127.0.0.1:")
    assert served == (b"%PDF-", "application/pdf")
    assert (process.returncode, out, told) == (0, "", "Geleit has ended.\n")
    assert wait_until_group_is_gone(process.pid) == []


def test_documents_end_at_once_while_planning(tmp_path: Path) -> None:
    with running("documents", "--port", 0, "--out", tmp_path / "demo") as process:
        deadline = time.monotonic() + PATIENCE_S
        while len(processes_of_group(process.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        began = time.monotonic()
        out, told = process.communicate(timeout=PATIENCE_S)
        took = time.monotonic() - began

    assert (process.returncode, out) == (130, "")
    assert told.splitlines()[-1] == "Interrupted. Finished files are whole, no other was begun."
    assert took < 5
    assert wait_until_group_is_gone(process.pid) == []


def test_documents_name_a_free_port_when_its_own_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = geleit("documents", "--port", port, "--out", tmp_path / "demo")

    first = f"Error: Port {port} is in use by another program. The other program is left alone. Port "
    assert (done.returncode, done.stdout, done.stderr.startswith(first)) == (2, "", True)
    assert not (tmp_path / "demo").exists()
