"""Write the documents of a programme, several at a time."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, get_args

from geleit.documents.bundle.index import render_index
from geleit.documents.bundle.plan import INDEX, Sort, Work, planned_work
from geleit.documents.bundle.work import Source, do_work
from geleit.domain.programme import Programme
from geleit.domain.text import Language, as_language
from geleit.domain.trip import Trip
from geleit.services.crew import Crew, Task, Tell, available_processors
from geleit.services.files import prepare_folder, write_file

SORTS: Final[tuple[Sort, ...]] = get_args(Sort)
FEW_WORKS = 4
"""With so little to do, starting processes takes longer than doing it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderProgress:
    """Pieces of work done, of those in all."""

    done: int
    total: int


def render_documents(
    *,
    trip: Trip,
    programme: Programme,
    folder: Path,
    now: datetime,
    languages: Sequence[Language] = (),
    only: Collection[Sort] = (),
    on_progress: Callable[[RenderProgress], None] = lambda _: None,
) -> tuple[Path, ...]:
    """Write documents into a folder, and an index of all that stand in it.

    Parameters
    ----------
    folder
        Made where there is none; files of the same names are replaced, others left alone.
    now
        The date that the documents name.
    languages
        Empty for all of the trip.
    only
        Sorts of documents; empty for all.
    on_progress
        Told in the caller's thread.

    Returns
    -------
    tuple of Path
        Every file written, sorted.

    Raises
    ------
    FaultError
        When a file cannot be written; those written until then are whole.
    """
    prepare_folder(folder)
    chosen = tuple(languages) or languages_of(trip)
    source = Source(trip, programme, chosen, folder, now)
    works = works_of(trip, chosen, only)
    written: list[Path] = []
    with Crew(1 if len(works) <= FEW_WORKS else min(available_processors(), len(works))) as crew:
        crew.share("source", source)
        crew.add(document_tasks("source", works))
        on_progress(RenderProgress(done=0, total=len(works)))
        for done, event in enumerate(crew.events(), 1):
            event.raise_failure()
            written += event.value
            on_progress(RenderProgress(done=done, total=len(works)))
    written.append(write_index(source))
    return tuple(sorted(written))


def languages_of(trip: Trip) -> tuple[Language, ...]:
    """Return the languages of the trip's documents, the main one first."""
    return tuple(as_language(lang) for lang in trip.languages)


def works_of(trip: Trip, languages: Sequence[Language], only: Collection[Sort] = ()) -> tuple[Work, ...]:
    """Return the pieces of work, the longest first."""
    return tuple(work for work in planned_work(trip, languages) if not only or work.sort in only)


def document_tasks(shared: str, works: Iterable[Work]) -> list[Task]:
    """Return pieces of work as tasks that need a shared `Source`; each results in the paths of its files."""
    return [Task(name=(shared, work), function=_write, args=(work,), shared=shared) for work in works]


def _write(_tell: Tell, source: Source, work: Work) -> tuple[Path, ...]:
    return do_work(source, work)


def write_index(source: Source) -> Path:
    """Write the page that leads to every document of the trip that stands in the folder."""
    folder = source.folder
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    page = render_index(source.trip, source.programme, source.languages, names, source.now)
    return write_file(folder / INDEX, page)
