"""Several searches of one trip side by side, each in a process of its own with a seed of its own; the best wins.

The first search runs in the caller's process, so that nothing waits for a process to start. The answer depends
on the trip, the seed, the rounds and the number of workers alone, unless a time limit, a cancellation, a gap that is
small enough, or the death of a process cuts a search short. The first search also proves the bound.
"""

import multiprocessing
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

import numpy as np

from geleit.domain.programme import Programme, Value
from geleit.domain.trip import Trip
from geleit.planner.result import Infeasible, Result, Solved, TimedOut
from geleit.planner.solve import Options, Progress, solve
from geleit.planner.value import Ruler, evaluate, ruler_for

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

TELL_EVERY_S = 0.2
"""A worker tells its progress no more often, in seconds."""
POLL_S = 0.1
GRACE_S = 5.0
"""How long a cancelled worker may take for its round, in seconds, before it is ended."""

OnProgress = Callable[[int, Progress], None]
"""Told the number of the worker, from 0, and its progress; in the caller's thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioAnswer:
    """The best of several searches.

    Parameters
    ----------
    result
        As of `solve`; its seconds are those of the whole portfolio.
    seed
        The seed of the search that won; with it, one worker finds the same sessions.
    lost
        Numbers of the workers whose process died before it answered.
    """

    result: Result
    seed: int
    lost: tuple[int, ...] = ()


def seed_of(seed: int, worker: int) -> int:
    """Return the seed of a worker: the given one for the first, derived ones for the others."""
    if worker == 0:
        return seed
    return int(np.random.SeedSequence((seed, worker)).generate_state(1)[0])


def solve_portfolio(
    trip: Trip,
    options: Options | None = None,
    *,
    workers: int = 1,
    on_progress: OnProgress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> PortfolioAnswer:
    """Return the best answer of several searches.

    Parameters
    ----------
    workers
        How many searches; one runs in this process and starts no other.
    on_progress
        Told after each round of each search, at most every ``TELL_EVERY_S`` by other processes.
    is_cancelled
        Asked before each round; then every search answers with the best it has.

    Raises
    ------
    ValueError
        When there is less than one worker.
    """
    if workers < 1:
        raise ValueError(f"{workers} workers can do nothing; at least 1 is needed")
    return _Portfolio(trip, options or Options(), workers, on_progress, is_cancelled).run()


class _Portfolio:
    def __init__(
        self,
        trip: Trip,
        options: Options,
        workers: int,
        on_progress: OnProgress | None,
        is_cancelled: Callable[[], bool] | None,
    ) -> None:
        self.trip, self.options = trip, options
        self.on_progress, self.is_cancelled = on_progress, is_cancelled
        self.began = time.monotonic()
        self.is_stopping = False
        self.running: dict[Connection, tuple[int, SpawnProcess]] = {}
        self.answers: dict[int, Result] = {}
        self.seeds = [seed_of(options.seed, number) for number in range(workers)]

    def run(self) -> PortfolioAnswer:
        try:
            for number in range(1, len(self.seeds)):
                self._start(number)
            self.answers[0] = solve(
                self.trip, self.options, on_progress=self._tell_own, is_cancelled=self._is_cancelled
            )
            self._wait_for_others()
        finally:
            self._end()
        lost = tuple(number for number in range(len(self.seeds)) if number not in self.answers)
        number, result = self._best()
        return PortfolioAnswer(result=self._timed(result), seed=self.seeds[number], lost=lost)

    def _start(self, number: int) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        options = replace(self.options, seed=self.seeds[number], prove=False)  # one proof is enough
        process = context.Process(target=_work, args=(self.trip, options, self.began, theirs), daemon=True)
        process.start()
        theirs.close()
        self.running[ours] = number, process

    def _tell_own(self, progress: Progress) -> None:
        self._hear(timeout_s=0)
        if self.on_progress is not None:
            self.on_progress(0, progress)

    def _is_cancelled(self) -> bool:
        if not self.is_stopping and self.is_cancelled is not None and self.is_cancelled():
            self.is_stopping = True
            for connection in self.running:
                with suppress(OSError):  # it has answered, or is dead: `_hear` finds out
                    connection.send(None)
        return self.is_stopping

    def _wait_for_others(self) -> None:
        """Hear the others out; after a cancellation only as long as a round may take."""
        cancelled_at: float | None = None
        while self.running:
            self._hear(timeout_s=POLL_S)
            if cancelled_at is None and self._is_cancelled():
                cancelled_at = time.monotonic()
            if cancelled_at is not None and time.monotonic() - cancelled_at > GRACE_S:
                return

    def _hear(self, timeout_s: float) -> None:
        """Take in what the others have said so far."""
        if not self.running:
            return
        for ready in wait(list(self.running), timeout_s):
            if isinstance(ready, Connection):
                self._hear_one(ready)

    def _hear_one(self, connection: Connection) -> None:
        number, process = self.running[connection]
        try:
            while connection.poll():
                said = connection.recv()
                if isinstance(said, Progress):
                    if self.on_progress is not None:
                        self.on_progress(number, said)
                else:
                    self.answers[number] = said
        except (EOFError, OSError):
            del self.running[connection]
            connection.close()
            process.join()

    def _end(self) -> None:
        for connection, (_, process) in self.running.items():
            process.terminate()
            process.join()
            connection.close()

    def _best(self) -> tuple[int, Result]:
        """Return the best answer and whose it is: a proof first, then the worthiest programme by one ruler."""
        if len(self.answers) == 1:
            return next(iter(self.answers.items()))
        solved = {n: answer for n, answer in sorted(self.answers.items()) if isinstance(answer, Solved)}
        values = _by_one_ruler(self.trip, [answer.programme for answer in solved.values()])
        value_of = dict(zip(solved, values, strict=True))

        def rank(number: int) -> tuple[int, int, int]:
            result = self.answers[number]
            if isinstance(result, Infeasible):
                return 3, 0, -number
            if isinstance(result, TimedOut):
                return int(result.best is not None), -len(result.missing), -number
            return 2, value_of[number].objective, -number

        best = max(self.answers, key=rank)
        result = self.answers[best]
        if isinstance(result, Solved):
            result = replace(result, programme=replace(result.programme, value=value_of[best]))
        return best, result

    def _timed(self, result: Result) -> Result:
        """Return the answer with the seconds of the whole portfolio."""
        seconds = time.monotonic() - self.began
        if not isinstance(result, Solved):
            return replace(result, seconds=seconds)
        first = min(each.first_valid_seconds for each in self.answers.values() if isinstance(each, Solved))
        return replace(result, seconds=seconds, first_valid_seconds=first)


def _by_one_ruler(trip: Trip, programmes: Sequence[Programme]) -> list[Value]:
    """Return what programmes are worth, all by the first one's ruler and with the bound proven by it."""
    if not programmes:
        return []
    first = programmes[0].value
    ruler = ruler_for(trip)
    if first is not None:
        ruler = Ruler(ruler.alone, first.kappa_percent)
    found = []
    for programme in programmes:
        value = evaluate(trip, programme, ruler)
        known = first.bound if first is not None else None
        found.append(value if known is None else replace(value, bound=max(known, value.objective)))
    return found


def _work(trip: Trip, options: Options, began: float, connection: Connection) -> None:
    """Search in a process of its own, until anything comes from the starter or its end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the starter decides what an interrupt means
    started = time.monotonic()
    told = started

    def tell(progress: Progress) -> None:
        nonlocal told
        if time.monotonic() - told >= TELL_EVERY_S:
            told = time.monotonic()
            connection.send(replace(progress, seconds=told - began))

    if options.limit_s is not None:
        options = replace(options, limit_s=max(0.0, options.limit_s - (started - began)))
    try:
        result = solve(trip, options, on_progress=tell, is_cancelled=connection.poll)
        if isinstance(result, Solved):
            result = replace(result, first_valid_seconds=result.first_valid_seconds + started - began)
        connection.send(result)
    except BrokenPipeError:
        return
    finally:
        connection.close()
