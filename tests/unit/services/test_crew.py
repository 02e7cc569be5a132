"""A crew of processes: work is done, failures are told, and nobody is left behind."""

import os
import signal
import subprocess
import sys
import time

import pytest

from geleit.services.crew import Crew, Event, Task, Tell
from geleit.services.faults import FaultError


def double(tell: Tell, number: int) -> int:
    tell(f"doubling {number}")
    return 2 * number


def add(_tell: Tell, shared: list[int], number: int) -> int:
    shared.append(number)
    return sum(shared)


def fail(_tell: Tell, kind: str) -> None:
    if kind == "fault":
        raise FaultError("It broke", advice="mend it")
    if kind == "system":
        raise FileNotFoundError(2, "no such file", "/there")
    raise KeyError(kind)


def end_itself(_tell: Tell) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def own_id(_tell: Tell) -> int:
    return os.getpid()


def run(crew: Crew, *tasks: Task) -> list[Event]:
    crew.add(tasks)
    return list(crew.events())


def test_results_and_what_is_told() -> None:
    with Crew(2) as crew:
        events = run(crew, *(Task(name=n, function=double, args=(n,)) for n in range(4)))

    assert {event.task: event.value for event in events if event.kind == "done"} == {0: 0, 1: 2, 2: 4, 3: 6}
    assert sorted(event.value for event in events if event.kind == "told") == [
        f"doubling {n}" for n in range(4)
    ]


def test_shared_value_is_sent_once_to_a_process() -> None:
    with Crew(1) as crew:
        crew.share("numbers", [1])
        events = run(crew, *(Task(name=n, function=add, args=(n,), shared="numbers") for n in (10, 100)))

    assert [event.value for event in events] == [11, 111]


@pytest.mark.parametrize(
    ("kind", "told", "is_fault", "error"),
    [
        ("fault", "It broke. Mend it.", True, FaultError),
        ("system", "There is no /there. Look for a typing error in the path.", True, FaultError),
        ("bug", "KeyError: 'bug'", False, RuntimeError),
    ],
)
def test_failure_is_told_and_the_process_goes_on(
    kind: str,
    told: str,
    is_fault: bool,  # noqa: FBT001 # a case of the test
    error: type[Exception],
) -> None:
    with Crew(1) as crew:
        failed, done = run(
            crew, Task(name="bad", function=fail, args=(kind,)), Task(name="good", function=double, args=(1,))
        )[::2]

    assert (failed.kind, failed.value, failed.is_fault, done.value) == ("failed", told, is_fault, 2)
    with pytest.raises(error):
        failed.raise_failure()
    done.raise_failure()


def test_ended_process_loses_its_task_alone() -> None:
    with Crew(2) as crew:
        events = run(
            crew,
            Task(name="ends", function=end_itself),
            *(Task(name=n, function=double, args=(n,)) for n in range(3)),
        )

    by_task = {event.task: (event.kind, event.value) for event in events if event.kind != "told"}
    lost = "a process that worked on it was ended from outside"
    assert by_task == {"ends": ("failed", lost), 0: ("done", 0), 1: ("done", 2), 2: ("done", 4)}


def test_all_processes_ended_is_a_fault() -> None:
    with Crew(1) as crew, pytest.raises(FaultError, match="ended from outside"):
        run(crew, Task(name="ends", function=end_itself), Task(name="waits", function=double, args=(1,)))


def test_work_can_follow_from_work() -> None:
    found = []
    with Crew(1) as crew:
        crew.add([Task(name=1, function=double, args=(1,))])
        for event in crew.events():
            if event.kind == "done" and event.value < 10:
                crew.add([Task(name=event.value, function=double, args=(event.value,))])
            found.append(event.value)

    assert [value for value in found if isinstance(value, int)] == [2, 4, 8, 16]


def test_processes_end_with_the_block() -> None:
    with Crew(1) as crew:
        (event,) = run(crew, Task(name="id", function=own_id))

    with pytest.raises(ProcessLookupError):
        os.kill(event.value, 0)


def test_processes_end_with_a_starter_that_is_killed() -> None:
    script = (
        "import os, sys\n"
        "from geleit.services.crew import Crew, Task\n"
        "from tests.unit.services.test_crew import own_id\n"
        "if __name__ == '__main__':\n"
        "    with Crew(1) as crew:\n"
        "        crew.add([Task(name=1, function=own_id)])\n"
        "        print(next(iter(crew.events())).value, flush=True)\n"
        "        sys.stdin.read()\n"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    worker = int(starter.stdout.readline())
    starter.kill()
    starter.communicate()

    deadline = time.monotonic() + 20
    while is_running(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_running(worker)


def is_running(process: int) -> bool:
    """Whether a process runs; one that waits to be buried does not."""
    done = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)],  # noqa: S607 # the system's own
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()[:1] not in {"", "Z"}
