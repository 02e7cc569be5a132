"""Plan trips side by side, write all their documents, and make the page to start from."""

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from geleit.documents.bundle.work import Source
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.solve import Progress
from geleit.services.crew import Crew, Event, Task, Tell
from geleit.services.faults import FaultError, file_faults
from geleit.services.files import prepare_folder, write_file
from geleit.services.plan_file import plan_file
from geleit.services.plan_trip import keep_programme
from geleit.services.render_documents import document_tasks, languages_of, works_of, write_index
from geleit.services.start_page import PAGES, StartFolder, start_page

MARK = ".geleit-demo"
"""Stands in a folder that a demonstration may replace."""
DEMO_ROUNDS = 120
"""Rounds of search: few, and no proof, so that one sees something soon; `plan` searches longer."""
START_PAGE = "start page"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoProgress:
    """How far one part of the demonstration is.

    Parameters
    ----------
    name
        A trip and what is done with it.
    search
        What a search has reached; None while documents are written.
    """

    name: str
    done: int
    total: int
    search: Progress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoTrip:
    """What became of one trip.

    Parameters
    ----------
    name
        Of its folder.
    documents
        How many files were written.
    failed
        What failed, in a sentence; empty when all went well.
    plan_s, documents_s
        Seconds until it was planned, and until its last document, both from the start of the demonstration.
    """

    name: str
    documents: int = 0
    failed: str = ""
    plan_s: float = 0.0
    documents_s: float = 0.0


OnProgress = Callable[[DemoProgress], None]


def make_demo(
    *,
    trips: Sequence[Path],
    folder: Path,
    now: datetime,
    on_progress: OnProgress,
    rounds: int = DEMO_ROUNDS,
    processes: int | None = None,
) -> tuple[DemoTrip, ...]:
    """Plan trips, write their documents, each trip's into a folder of its name, and start pages that lead to them.

    Parameters
    ----------
    folder
        Made anew; an old demonstration in it is replaced.
    now
        The date the documents name.
    on_progress
        Told in the caller's thread.
    processes
        None for as many as there are processors, up to four.

    Returns
    -------
    tuple of DemoTrip
        In the order of the trips; those that failed say why, the others are complete all the same.

    Raises
    ------
    FaultError
        When the folder holds something else, or none of the trips could be made.
    """
    if not trips:
        raise FaultError("No trips came with this installation", advice="Install Geleit again")
    _clear(folder)
    with Crew(processes) as crew:
        return _Demo(crew, folder, now, on_progress, rounds).run(trips)


@dataclass(slots=True)
class _Making:
    """A trip on its way through planning and documents."""

    path: Path
    source: Source | None = None
    files: list[Path] = field(default_factory=list)
    works: int = 0
    works_done: int = 0
    failed: str = ""
    plan_s: float = 0.0
    documents_s: float = 0.0

    def file_names(self) -> tuple[str, ...]:
        """Return the paths of the documents in the trip's folder."""
        folder = self.source.folder if self.source else Path()
        return tuple(sorted(file.relative_to(folder).as_posix() for file in self.files))


class _Demo:
    def __init__(self, crew: Crew, folder: Path, now: datetime, on_progress: OnProgress, rounds: int) -> None:
        self.crew, self.folder, self.now, self.rounds = crew, folder, now, rounds
        self.on_progress = on_progress
        self.began = time.monotonic()
        self.making: dict[str, _Making] = {}

    def run(self, trips: Sequence[Path]) -> tuple[DemoTrip, ...]:
        self.making = {path.name: _Making(path) for path in trips}
        for name, making in self.making.items():
            self._tell(name, "planning", 0, self.rounds)
            task = Task(
                name=("plan", name), function=_plan, args=(making.path, self.folder / name, self.rounds)
            )
            self.crew.add([task])
        for event in self.crew.events():
            self._take(event)
        for making in self.making.values():
            if making.source is not None:
                making.files.append(write_index(making.source))
        if any(making.failed for making in self.making.values()):
            self._start_pages_anew()
        return tuple(self._made(name) for name in self.making)

    def _take(self, event: Event) -> None:
        sort, name = event.task if isinstance(event.task, tuple) else ("", "")
        if sort == START_PAGE:
            self._keep_start_page(event)
            return
        making = self.making[str(name if sort == "plan" else sort)]
        if event.kind == "told":
            search: Progress = event.value
            self._tell(making.path.name, "planning", search.round, search.rounds, search)
            return
        if event.kind == "failed":
            making.failed = making.failed or f"{making.path.name}: {event.value}"
        elif sort == "plan":
            self._begin_documents(making, *event.value)
        else:
            making.files += event.value
            making.works_done += 1
            making.documents_s = time.monotonic() - self.began
            self._tell(making.path.name, "documents", making.works_done, making.works)
        if sort == "plan" and all(making.source or making.failed for making in self.making.values()):
            self._begin_start_pages(as_planned=True)

    def _begin_documents(self, making: _Making, trip: Trip, programme: Programme) -> None:
        name = making.path.name
        making.plan_s = time.monotonic() - self.began
        making.source = Source(trip, programme, languages_of(trip), self.folder / name, self.now)
        works = works_of(trip, making.source.languages)
        making.works = len(works)
        self.crew.share(name, making.source)
        self.crew.add(document_tasks(name, works))
        self._tell(name, "documents", 0, making.works)

    def _begin_start_pages(self, *, as_planned: bool) -> None:
        """Have the start pages made, one a process.

        Parameters
        ----------
        as_planned
            Whether they name the documents that are to be made; else those that have been.
        """
        found = tuple(
            StartFolder(
                name=name,
                trip=making.source.trip,
                programme=making.source.programme,
                files=None if as_planned else making.file_names(),
            )
            for name, making in self.making.items()
            if making.source is not None
        )
        if not found:
            raise FaultError("; ".join(making.failed for making in self.making.values()))
        self.crew.add(
            Task(name=(START_PAGE, file), function=start_page, args=(found, lang))
            for lang, file in PAGES.items()
        )

    def _keep_start_page(self, event: Event) -> None:
        event.raise_failure()
        _, file = event.task if isinstance(event.task, tuple) else ("", "")
        write_file(self.folder / str(file), event.value)

    def _start_pages_anew(self) -> None:
        """Make the start pages once more, with nothing on them that failed."""
        self._begin_start_pages(as_planned=False)
        for event in self.crew.events():
            self._keep_start_page(event)

    def _tell(self, trip: str, what: str, done: int, total: int, search: Progress | None = None) -> None:
        self.on_progress(DemoProgress(name=f"{trip} {what}", done=done, total=total, search=search))

    def _made(self, name: str) -> DemoTrip:
        making = self.making[name]
        return DemoTrip(
            name=name,
            documents=len(making.files),
            failed=making.failed,
            plan_s=making.plan_s,
            documents_s=making.documents_s,
        )


def _plan(tell: Tell, path: Path, folder: Path, rounds: int) -> tuple[Trip, Programme]:
    """Plan a trip in a process of its own and keep its programme."""
    trip, programme = plan_file(tell, path, rounds)
    keep_programme(trip=trip, programme=programme, folder=folder)
    return trip, programme


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
