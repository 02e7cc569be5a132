"""Plan trips side by side, write all their documents, and make the page to start from."""

import multiprocessing
import os
import shutil
import signal
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.result import Solved
from geleit.planner.solve import Progress
from geleit.services.faults import FaultError, file_faults
from geleit.services.files import prepare_folder, write_files
from geleit.services.open_trip import open_trip
from geleit.services.plan_trip import Effort, keep_pages, keep_programme, plan_trip
from geleit.services.start_page import start_pages

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

MARK = ".geleit-demo"
"""Stands in a folder that a demonstration may replace."""
DEMO_ROUNDS = 120
"""Rounds of search: few, so that one sees something soon; `plan` searches longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoProgress:
    """How far one trip of the demonstration is.

    Parameters
    ----------
    words
        The value, or what is being written.
    """

    trip: str
    done: int
    total: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoTrip:
    """What became of one trip.

    Parameters
    ----------
    name
        Of its folder.
    made
        The trip, its programme and its documents; None where something failed.
    failed
        What failed, in a sentence.
    """

    name: str
    made: "DemoDocuments | None" = None
    failed: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoDocuments:
    """A trip, its programme, and the names of its documents in the trip's folder."""

    trip: Trip
    programme: Programme
    files: tuple[str, ...]


def make_demo(
    *,
    trips: Sequence[Path],
    folder: Path,
    now: datetime,
    on_progress: Callable[[DemoProgress], None],
    rounds: int = DEMO_ROUNDS,
) -> tuple[DemoTrip, ...]:
    """Plan trips, each in a process of its own, and write their documents and a start page into a folder.

    Parameters
    ----------
    folder
        Made anew; an old demonstration in it is replaced.
    now
        The date the documents name.
    on_progress
        Told in the caller's thread.

    Returns
    -------
    tuple of DemoTrip
        In the order of the trips; those that failed say why, the others are complete all the same.

    Raises
    ------
    FaultError
        When the folder holds something else, or none of the trips could be made.
    """
    _clear(folder)
    work = _Demo(folder, now, on_progress, rounds)
    try:
        made = work.run(trips)
    finally:
        work.end()
    if all(trip.failed for trip in made):
        raise FaultError(
            "; ".join(trip.failed for trip in made) or "no trip is shipped with this installation"
        )
    on_progress(DemoProgress(trip="start page", done=0, total=1, words=""))
    write_files(folder, start_pages({trip.name: trip.made for trip in made if trip.made is not None}))
    return made


class _Demo:
    def __init__(
        self, folder: Path, now: datetime, on_progress: Callable[[DemoProgress], None], rounds: int
    ) -> None:
        self.folder, self.now, self.on_progress, self.rounds = folder, now, on_progress, rounds
        self.running: dict[Connection, tuple[str, SpawnProcess]] = {}
        self.made: dict[str, DemoTrip] = {}

    def run(self, trips: Sequence[Path]) -> tuple[DemoTrip, ...]:
        for path in trips:
            self._start(path)
        while self.running:
            for ready in wait(list(self.running)):
                if isinstance(ready, Connection):
                    self._hear(ready)
        return tuple(self.made[path.name] for path in trips)

    def _start(self, path: Path) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        job = _Job(path, self.folder / path.name, self.now, self.rounds)
        process = context.Process(target=_work, args=(job, theirs), daemon=True)
        process.start()
        theirs.close()
        self.running[ours] = path.name, process

    def _hear(self, connection: Connection) -> None:
        name, process = self.running[connection]
        try:
            said = connection.recv()
        except (EOFError, OSError):
            process.join()
            connection.close()
            del self.running[connection]
            self.made.setdefault(
                name, DemoTrip(name=name, failed=f"{name}: its process was ended from outside")
            )
            return
        if isinstance(said, DemoProgress):
            self.on_progress(said)
        else:
            self.made[name] = said

    def end(self) -> None:
        for connection, (_, process) in self.running.items():
            process.terminate()
            process.join()
            connection.close()


@dataclass(frozen=True, slots=True)
class _Job:
    path: Path
    folder: Path
    now: datetime
    rounds: int


def _work(job: _Job, connection: Connection) -> None:
    """Make one trip's documents in a process of its own, which ends with the one who started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the starter ends its workers itself
    threading.Thread(target=_end_with_starter, args=(connection,), daemon=True).start()
    with suppress(BrokenPipeError), connection:
        try:
            connection.send(_make_trip(job, connection.send))
        except Exception as error:  # noqa: BLE001 # the starter tells what happened, and shows the other trips
            said = str(error).partition("\n")[0]
            connection.send(
                DemoTrip(name=job.path.name, failed=f"{job.path.name}: {said or type(error).__name__}")
            )


def _end_with_starter(connection: Connection) -> None:
    """End this process when the starter's end of the pipe is closed, whatever it is doing."""
    with suppress(OSError):
        connection.poll(None)
    os._exit(1)


def _make_trip(job: _Job, tell: Callable[[DemoProgress], None]) -> DemoTrip:
    name, began = job.path.name, time.monotonic()
    tell(DemoProgress(trip=name, done=0, total=job.rounds, words="reading the trip"))
    trip = open_trip(path=job.path).trip

    def tell_round(_worker: int, progress: Progress) -> None:
        words = f"value {progress.objective:,}, {progress.placed} items placed"
        tell(DemoProgress(trip=name, done=progress.round, total=progress.rounds, words=words))

    result = plan_trip(trip=trip, effort=Effort(rounds=job.rounds), on_progress=tell_round).result
    if not isinstance(result, Solved):
        raise FaultError("no valid programme was found")
    programme = result.programme
    done = job.rounds
    tell(DemoProgress(trip=name, done=done, total=done, words="writing documents"))
    keep_programme(trip=trip, programme=programme, folder=job.folder)
    files = keep_pages(trip=trip, programme=programme, folder=job.folder, now=job.now)
    made = DemoDocuments(trip=trip, programme=programme, files=tuple(file.name for file in files))
    return DemoTrip(name=name, made=made, seconds=time.monotonic() - began)


def _clear(folder: Path) -> None:
    """Make the folder anew; only an empty one or an old demonstration is replaced."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise FaultError(
            f"{folder} holds something else than a demonstration",
            holds="It is unchanged",
            advice="Choose another folder",
        )
    prepare_folder(folder)
    with file_faults(folder, done="written"):
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        (folder / MARK).touch()
