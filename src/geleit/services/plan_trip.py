"""Plan a trip, and keep what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from geleit.domain.programme import Programme
from geleit.domain.text import LANGUAGES, Language
from geleit.domain.trip import Trip
from geleit.planner.portfolio import OnProgress, PortfolioAnswer, solve_portfolio
from geleit.planner.solve import DEFAULT_ROUNDS, Options
from geleit.services.files import PROGRAMME_FILE, prepare_folder, write_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How hard to search.

    Parameters
    ----------
    rounds
        Rounds of search of each worker; the reproducible limit.
    limit_s
        Seconds at most, on top of the rounds; None for no limit.
    gap
        Stop as soon as the proven gap is no larger, as a fraction of the benefit; None to use all rounds.
    workers
        Searches side by side, each with a seed of its own.
    prove
        Prove a bound beside the search, which takes as long again.
    """

    seed: int = 0
    rounds: int = DEFAULT_ROUNDS
    limit_s: float | None = None
    gap: float | None = None
    workers: int = 1
    prove: bool = True


def plan_trip(
    *,
    trip: Trip,
    effort: Effort,
    on_progress: OnProgress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> PortfolioAnswer:
    """Return the best programme found, or what stands against one.

    Parameters
    ----------
    on_progress
        Told the number of the worker and how far it is.
    is_cancelled
        Asked often; the answer is then the best so far.
    """
    options = Options(
        seed=effort.seed, rounds=effort.rounds, limit_s=effort.limit_s, gap=effort.gap, prove=effort.prove
    )
    return solve_portfolio(
        trip, options, workers=effort.workers, on_progress=on_progress, is_cancelled=is_cancelled
    )


def keep_programme(*, trip: Trip, programme: Programme, folder: Path) -> Path:
    """Write a programme as ``programme.json`` into a folder, which is made where there is none.

    Raises
    ------
    FaultError
        When it cannot be written; a programme that was there before is then unchanged.
    """
    from geleit.tripfile.programme_io import programme_text

    return write_file(prepare_folder(folder) / PROGRAMME_FILE, programme_text(programme, trip))


def keep_pages(*, trip: Trip, programme: Programme, folder: Path, now: datetime) -> tuple[Path, ...]:
    """Write the programme as HTML, a file for each of the trip's languages, each a link away from the others.

    Parameters
    ----------
    now
        The date the pages name.

    Raises
    ------
    FaultError
        When one cannot be written.
    """
    from geleit.documents.html import render_html
    from geleit.documents.view import Audience

    names: dict[Language, str] = {
        lang: f"programme.{lang}.html" for lang in LANGUAGES if lang in trip.languages
    }
    written = []
    for lang, name in names.items():
        page = render_html(trip, programme, lang, Audience.DELEGATION, siblings=names, now=now)
        written.append(write_file(folder / name, page))
    return tuple(written)
