"""Put a programme under stress, and draw what came of it."""

from pathlib import Path

from geleit.domain.programme import Programme
from geleit.domain.stress import StressReport
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.planner.stress import stress_test
from geleit.services.files import write_file


def stress_programme(*, trip: Trip, programme: Programme, runs: int, seed: int) -> StressReport:
    """Return what declines, traffic and overruns do to a programme; the same for the same seed.

    Parameters
    ----------
    runs
        As often is the trip simulated.
    """
    return stress_test(trip, programme, runs=runs, seed=seed)


def keep_picture(*, trip: Trip, report: StressReport, lang: Language, file: Path) -> Path:
    """Write the picture of a stress test as SVG.

    Raises
    ------
    FaultError
        When it cannot be written; what was there before is unchanged.
    """
    from geleit.documents.stress import stress_picture

    return write_file(file, stress_picture(trip, report, lang))
