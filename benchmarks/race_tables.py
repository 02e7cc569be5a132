"""The tables of a race: medians over the seeds, and how the gap falls with time."""

import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from benchmarks.solvers import ABOUT

Run = Mapping[str, Any]
MARKS_S = (1, 5, 10, 15, 30, 60, 120)
ONE_PERCENT = 0.01


def page(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of the page about a race."""
    here, runs = record["machine"], list(record["runs"].values())
    libraries = ", ".join(f"{name} {number}" for name, number in here["libraries"].items())
    yield f"# Geleit {record['version']}: the planner and its peers"
    yield ""
    yield f"- {here['processor']}, {here['cores']} cores, {here['memory_gib']} GiB memory, {here['system']}"
    yield f"- Python {here['python']}; {libraries}"
    yield from (f"- **{name}**: {about}" for name, about in ABOUT.items())
    yield ""
    yield "All rules are on. Every programme has been judged by the checker. The gap is the distance to the solver's"
    yield "own proven bound as a share of the plain benefit sum; the seconds count from handing over the trip. The"
    yield "peers take the first choice of departures, so that their bound holds for that one alone. Medians; n is the"
    yield "number of seeds."
    runs.sort(key=lambda run: (_size(run["instance"]), run["solver"], run["seed"]))
    for instance, of_instance in groupby(runs, key=lambda run: run["instance"]):
        yield from ("", f"## {instance}", "")
        cells = list(of_instance)
        solvers = [list(of) for _, of in groupby(cells, key=lambda run: run["solver"])]
        yield from _table([_row(of) for of in solvers])
        yield from ("", "Gap in percent after so many seconds:", "")
        yield from _table([_curve_row(of) for of in solvers])
        notes = {f"- {run['solver']}, seed {run['seed']}: {run['note']}" for run in cells if run["note"]}
        if notes:
            yield from ("", *sorted(notes))
    yield from _growth(runs)


def _size(instance: str) -> tuple[int, str]:
    shape, _, items = instance.rpartition("-")
    return (int(items) if shape in {"compact", "spread", "fixed", "scarce", "large"} else 0, instance)


def _row(of: Sequence[Run]) -> dict[str, object]:
    valid = [run for run in of if run["valid"]]
    return {
        "solver": of[0]["solver"],
        "n": len(of),
        "valid": len(valid),
        "limit_s": of[0]["limit_s"],
        "first_valid_s": _median(valid, lambda run: run["curve"][0][0]),
        "to_1_percent_s": _to_gap(of, ONE_PERCENT),
        "seconds": _median(of, lambda run: run.get("seconds")),
        "gap_percent": _median(valid, lambda run: None if run["gap"] is None else round(100 * run["gap"], 2)),
        "objective": _median(valid, lambda run: run["objective"]),
        "bound": _median(valid, lambda run: run["bound"]),
        "worst_by_mean": _median(valid, lambda run: round(run["worst_share"] / run["mean_share"], 3)),
        "placed": _median(valid, lambda run: run["placed"]),
        "wishes": _median(valid, lambda run: run["wishes_met"]),
        "peak_mib": _median(of, lambda run: run.get("peak_mib")),
    }


def _curve_row(of: Sequence[Run]) -> dict[str, object]:
    row: dict[str, object] = {"solver": of[0]["solver"]}
    for mark in MARKS_S:
        if mark <= of[0]["limit_s"]:
            gaps = [gap_at(run["curve"], mark) for run in of]
            row[f"{mark} s"] = _middle([None if gap is None else round(100 * gap, 2) for gap in gaps])
    return row


def gap_at(curve: Sequence[Sequence[Any]], seconds: float) -> float | None:
    """Return the gap known by then, or None where no programme or no bound was."""
    known = [point for point in curve if point[0] <= seconds]
    return known[-1][3] if known else None


def _to_gap(of: Sequence[Run], gap: float) -> float | None:
    """Return the median seconds until the gap was reached; None when half of the runs did not."""
    times = [next((p[0] for p in run["curve"] if p[3] is not None and p[3] <= gap), None) for run in of]
    return _middle(times)


def _middle(values: Sequence[float | None]) -> float | None:
    """Return the median, where a value that is missing counts as worse than all others."""
    ranked = sorted(values, key=lambda value: (value is None, value))
    return ranked[len(ranked) // 2] if ranked else None


def _median(of: Sequence[Run], figure: Callable[[Run], float | None]) -> float | None:
    values = [value for run in of if (value := figure(run)) is not None]
    return round(statistics.median(values), 3) if values else None


def _growth(runs: Sequence[Run]) -> Iterator[str]:
    """Yield how the time to a gap of one percent grows with the items, as a power of their number."""
    mine = [run for run in runs if run["solver"] == "geleit" and run["instance"].startswith("compact-")]
    times = {
        _size(instance)[0]: seconds
        for instance, of in groupby(mine, key=lambda run: run["instance"])
        if (seconds := _to_gap(list(of), ONE_PERCENT)) is not None
    }
    if len(times) > 1:
        yield from ("", "## Time to a gap of 1 % by size", "")
        yield from _table(
            [{"items": str(items), "seconds": seconds} for items, seconds in sorted(times.items())]
        )


def _table(rows: Sequence[Mapping[str, object]]) -> Iterator[str]:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    yield f"| {' | '.join(columns)} |"
    yield f"|{'|'.join('---' if isinstance(rows[0].get(name), str) else '---:' for name in columns)}|"
    for row in rows:
        yield f"| {' | '.join('' if row.get(name) is None else str(row[name]) for name in columns)} |"
