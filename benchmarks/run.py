"""Measure Geleit on this machine; print the figures and keep them in benchmarks/results, a file per version.

Parts that are not measured now are kept from earlier runs of the same version on the same machine.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import geleit
from benchmarks.machine import load_average, machine
from benchmarks.parts import PARTS, USUAL_PARTS, Row

RESULTS = Path(__file__).parent / "results"
HEADINGS = {
    "help": "Start of the command",
    "first-valid": "From typing `geleit plan` to the first valid programme (median of 5)",
    "reading": "Reading a trip, checking a programme (medians of 5)",
    "documents": "The whole document set (`geleit render`)",
    "demo": "The demonstration: both trips planned, all documents written (`geleit demo --no-serve`)",
    "rounds": "Worth of the programme by rounds of search (one worker, seed 0)",
    "instances": "Made-up trips: what is found in 5, 10 and 30 seconds (one worker, seed 0)",
    "repair": "Repairs of the reference trip after one decline or move",
    "web": "Public pages: processor time of the server, and what a browser loads first",
    "board": "The organiser's board: pages, the checker's answer to a card in the hand, first repair",
    "web-peer": "The same pages of a peer (optional: installs pretalx from the registry)",
    "why": "Why not: every unplaced item of the reference trip, unmet wishes, times to propose (3 seeds)",
    "all-shapes": "Made-up trips of every shape (one worker, seed 0)",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the parts asked for, print them and keep them."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; by default the usual ones"
    )
    parser.add_argument("--no-keep", action="store_true", help="only print")
    chosen = parser.parse_args(arguments)
    unknown = [part for part in chosen.parts if part not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    parts: dict[str, Any] = {} if chosen.no_keep else _kept()
    text = ""
    for part in chosen.parts or USUAL_PARTS:
        parts[part] = _measured(part)
        record = _record(parts)
        text = "\n".join(_page(record)) + "\n"
        if not chosen.no_keep:
            _keep(record, text)
    print(text)


def _keep(record: dict[str, Any], text: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{geleit.__version__}.json").write_text(json.dumps(record, indent=2) + "\n", "utf-8")
    (RESULTS / f"{geleit.__version__}.md").write_text(text, "utf-8")


def _measured(part: str) -> dict[str, Any]:
    print(f"measuring: {part} ...", flush=True)
    load = load_average()
    rows = list(PARTS[part]())
    return {"measured": datetime.now(UTC).date().isoformat(), "load_average": load, "rows": rows}


def _kept() -> dict[str, Any]:
    """Return the parts measured before with this version on this machine."""
    file = RESULTS / f"{geleit.__version__}.json"
    known = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return dict(known["parts"]) if known.get("machine") == machine() else {}


def _record(parts: dict[str, Any]) -> dict[str, Any]:
    return {
        "version": geleit.__version__,
        "machine": machine(),
        "parts": {part: parts[part] for part in PARTS if part in parts},
    }


def _page(record: dict[str, Any]) -> Iterator[str]:
    here = record["machine"]
    libraries = ", ".join(f"{name} {number}" for name, number in here["libraries"].items())
    yield f"# Geleit {record['version']}: measured figures"
    yield ""
    yield f"- {here['processor']}, {here['cores']} cores, {here['memory_gib']} GiB memory, {here['system']}"
    yield f"- Python {here['python']}; {libraries}"
    for part, content in record["parts"].items():
        yield from ("", f"## {HEADINGS[part]}", "")
        yield from _table(content["rows"])
        yield from ("", f"Measured on {content['measured']}, load average before: {content['load_average']}.")


def _table(rows: list[Row]) -> Iterator[str]:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    yield f"| {' | '.join(columns)} |"
    yield f"|{'|'.join('---' if isinstance(rows[0].get(name), str) else '---:' for name in columns)}|"
    for row in rows:
        yield f"| {' | '.join('' if row.get(name) is None else str(row[name]) for name in columns)} |"


if __name__ == "__main__":
    main()
