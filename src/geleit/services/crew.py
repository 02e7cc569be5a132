"""A few processes that do pieces of work, one after another each, and end with the one who started them."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from geleit.services.faults import FaultError, fault_of_os

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

MOST_PROCESSES = 4
Tell = Callable[[object], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A piece of work.

    Parameters
    ----------
    name
        By which its events are known.
    function
        Of a module, so that another process finds it. It is given a function to tell of progress with, then the
        shared value if one is named, then ``args``.
    shared
        Key of a value that was given to `Crew.share`; each process is sent it once.
    """

    name: Hashable
    function: Callable[..., object]
    args: tuple[object, ...] = ()
    shared: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened to a task: it told something, it is done, or it failed.

    Parameters
    ----------
    value
        What was told, or the result; for a failure, a sentence.
    is_fault
        Whether a person can put the failure right.
    """

    task: Hashable
    kind: Literal["told", "done", "failed"]
    value: Any
    is_fault: bool = False

    def raise_failure(self) -> None:
        """Raise what failed, if it did.

        Raises
        ------
        FaultError
            Which a person can put right.
        RuntimeError
            Which nobody expected.
        """
        if self.kind == "failed":
            raise FaultError(self.value) if self.is_fault else RuntimeError(self.value)


@dataclass(slots=True, eq=False)
class _Worker:
    process: "SpawnProcess"
    connection: Connection
    lifeline: Connection
    task: Task | None = None
    known: set[str] = field(default_factory=set)


class Crew:
    """Processes that are ended when the ``with`` block is left, however it is left.

    Parameters
    ----------
    processes
        How many; None for as many as there are processors, up to ``MOST_PROCESSES``.
    """

    def __init__(self, processes: int | None = None) -> None:
        self._size = max(1, processes or min(available_processors(), MOST_PROCESSES))
        self._workers: list[_Worker] = []
        self._waiting: deque[Task] = deque()
        self._shared: dict[str, object] = {}

    def __enter__(self) -> Self:
        """Start the processes."""
        context = multiprocessing.get_context("spawn")
        for _ in range(self._size):
            ours, theirs = context.Pipe()
            their_lifeline, our_lifeline = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(theirs, their_lifeline), daemon=True)
            process.start()
            theirs.close()
            their_lifeline.close()
            self._workers.append(_Worker(process, ours, our_lifeline))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes at once."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
            worker.lifeline.close()
        self._workers.clear()

    def share(self, key: str, value: object) -> None:
        """Keep a value for the tasks that name it."""
        self._shared[key] = value

    def add(self, tasks: Iterable[Task]) -> None:
        """Put tasks behind those that wait; also while events are read."""
        self._waiting.extend(tasks)

    def events(self) -> Iterator[Event]:
        """Yield what happens, until every task is done or has failed.

        Raises
        ------
        FaultError
            When all processes have been ended from outside.
        """
        while self._waiting or any(worker.task for worker in self._workers):
            for worker in self._workers:
                if self._waiting and worker.task is None:
                    self._begin(worker, self._waiting.popleft())
            busy = {worker.connection: worker for worker in self._workers if worker.task is not None}
            if not busy:
                raise FaultError("The processes that did the work were ended from outside")
            for ready in wait(list(busy)):
                if isinstance(ready, Connection):
                    yield self._heard(busy[ready])

    def _begin(self, worker: _Worker, task: Task) -> None:
        worker.task = task
        with suppress(OSError):  # it is dead: `_heard` finds out
            if task.shared is not None and task.shared not in worker.known:
                worker.known.add(task.shared)
                worker.connection.send((task.shared, self._shared[task.shared]))
            worker.connection.send(task)

    def _heard(self, worker: _Worker) -> Event:
        task = worker.task
        if task is None:
            raise AssertionError("only those who work are listened to")
        try:
            event: Event = worker.connection.recv()
        except (EOFError, OSError):
            self._workers.remove(worker)
            worker.process.join()
            worker.connection.close()
            worker.lifeline.close()
            lost = "a process that worked on it was ended from outside"
            return Event(task=task.name, kind="failed", value=lost, is_fault=True)
        if event.kind != "told":
            worker.task = None
        return event


def available_processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _work(connection: Connection, lifeline: Connection) -> None:
    """Do what comes, in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the starter ends its processes itself
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.environ.setdefault("RAYON_NUM_THREADS", "1")  # the processors are busy with the other processes
    threading.Thread(target=_end_with_starter, args=(lifeline,), daemon=True).start()
    known: dict[str, object] = {}
    with suppress(EOFError, OSError):
        while True:
            said = connection.recv()
            if isinstance(said, Task):
                connection.send(_done(said, known, connection))
            else:
                key, value = said
                known[key] = value


def _done(task: Task, known: dict[str, object], connection: Connection) -> Event:
    def tell(value: object) -> None:
        connection.send(Event(task=task.name, kind="told", value=value))

    shared = () if task.shared is None else (known[task.shared],)
    try:
        return Event(task=task.name, kind="done", value=task.function(tell, *shared, *task.args))
    except FaultError as error:
        return Event(task=task.name, kind="failed", value=str(error), is_fault=True)
    except OSError as error:
        return Event(task=task.name, kind="failed", value=str(fault_of_os(error)), is_fault=True)
    except Exception as error:  # noqa: BLE001 # the starter decides what becomes of it
        said = str(error).partition("\n")[0]
        return Event(task=task.name, kind="failed", value=f"{type(error).__name__}{': ' * bool(said)}{said}")


def _end_with_starter(lifeline: Connection) -> None:
    """End this process when the starter's end of the pipe is closed, whatever it is doing."""
    with suppress(EOFError, OSError):
        lifeline.recv()
    os._exit(1)
