"""All documents of a programme, made side by side in several processes."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from datetime import datetime
from pathlib import Path

from geleit.documents.bundle.files import write_whole
from geleit.documents.bundle.index import render_index
from geleit.documents.bundle.plan import INDEX, Work, editions, planned_work
from geleit.documents.bundle.work import Source, do_work
from geleit.domain.programme import Programme
from geleit.domain.text import Language, as_language
from geleit.domain.trip import Trip

Progress = Callable[[int, int], None]
"""Told how many files are written, and of how many."""

MOST_PROCESSES = 4
FEW_WORKS = 6
"""With so little to do, starting processes takes longer than doing it."""

_source: Source | None = None


def render_all(
    trip: Trip,
    programme: Programme,
    out_dir: Path,
    *,
    now: datetime,
    languages: Sequence[Language] | None = None,
    progress: Progress | None = None,
    processes: int | None = None,
) -> tuple[Path, ...]:
    """Write every document of a programme into a folder, and an index of them.

    Parameters
    ----------
    trip
        Validated.
    programme
        Of that trip.
    out_dir
        Made where it is missing; files of the same names are replaced, others left alone.
    now
        Aware instant that the documents name as their date.
    languages
        Which of them; None means those of the trip, the main one first.
    progress
        Told after each piece of work: files written, files in all.
    processes
        How many work side by side; None means as many as there are processors, up to four. 1 starts none.

    Returns
    -------
    tuple of Path
        Every file written, sorted; the index is ``index.html``.

    Raises
    ------
    OSError
        When a file cannot be written.
    ValueError
        When ``now`` has no zone or ``languages`` is empty.
    """
    if now.tzinfo is None:
        raise ValueError(f"the date of the documents needs a zone, {now.isoformat()} has none")
    chosen = tuple(as_language(lang) for lang in (trip.languages if languages is None else languages))
    if not chosen:
        raise ValueError("documents need at least one language")
    source = Source(trip, programme, chosen, out_dir, now)
    works = planned_work(trip, chosen)
    total = sum(_files_of(work) for work in works) + 1
    written: list[Path] = []
    for paths in _done(source, works, _process_count(processes, works)):
        written += paths
        if progress:
            progress(len(written), total)
    names = sorted(path.relative_to(out_dir).as_posix() for path in written)
    written.append(
        write_whole(out_dir / INDEX, render_index(trip, programme, chosen, names, now).encode("utf-8"))
    )
    if progress:
        progress(total, total)
    return tuple(sorted(written))


def _done(source: Source, works: Sequence[Work], processes: int) -> Iterator[tuple[Path, ...]]:
    """Yield the files of each piece of work as it is done."""
    if processes == 1:
        yield from (do_work(source, work) for work in works)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(source,)) as pool:
        waiting: list[Future[tuple[Path, ...]]] = [pool.submit(_do_here, work) for work in works]
        try:
            for future in as_completed(waiting):
                yield future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _begin(source: Source) -> None:
    global _source  # noqa: PLW0603 # a process is told once what all its work is about
    _source = source


def _do_here(work: Work) -> tuple[Path, ...]:
    if _source is None:
        raise RuntimeError("this process was not told its trip")
    return do_work(_source, work)


def _process_count(wanted: int | None, works: Sequence[Work]) -> int:
    if wanted is not None:
        return max(1, wanted)
    if len(works) <= FEW_WORKS:
        return 1
    affinity = getattr(os, "sched_getaffinity", None)
    available = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(available, MOST_PROCESSES, len(works))


def _files_of(work: Work) -> int:
    if work.sort == "agendas":
        return 2 * len(work.delegates)
    return len(editions(work.lang)) if work.sort == "html" else 1
