"""What the organiser's board costs: the page, the checker's answer to a card in the hand, the first repair.

Measured at the reference trip through the whole application (session, access, store, template) in one process, with
the process warm, as an organiser at work has it.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Row = dict[str, Any]
TRIP = "usa-2025"
MOVES = 200
LOADS = 20
GELEIT = Path(sys.executable).with_name("geleit")


def board_rows() -> Iterator[Row]:
    """Yield the board's rows; the application is set up in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([GELEIT, "demo", "--no-serve", "--quiet", "--data", folder], check=True)
        settings = {
            "GELEIT_DATA": folder,
            "GELEIT_DEMO": "yes",
            "DJANGO_SETTINGS_MODULE": "geleit.config.settings",
        }
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.board"],
            env=os.environ | settings,
            check=True,
            capture_output=True,
            text=True,
        )
        yield from (json.loads(line) for line in done.stdout.splitlines())


def _measured() -> Iterator[Row]:
    import django

    django.setup()
    from django.test import Client
    from django.test.utils import setup_test_environment

    setup_test_environment()
    from geleit.store.models import Account

    client = Client()
    client.force_login(Account.objects.get(email="organiser@demo.example"))
    client.cookies["geleit-lang"] = "de"
    board = f"/organise/{TRIP}/board/"
    for name, address in {"day": "", "station": "?zoom=station", "week": "?zoom=week"}.items():
        first = _seconds(client, board + address, {})
        again = sorted(_seconds(client, board + address, {}) for _ in range(LOADS))
        yield {"measure": f"board, {name}", "first_ms": round(first * 1000), **_percentiles(again)}
    yield {"measure": "the checker's answer to a card in the hand", **_percentiles(_answers(client, board))}
    yield _repaired(client, board)


def _answers(client: Any, board: str) -> list[float]:  # noqa: ANN401 # Django's client has no stubs here
    """Return the seconds of answers to sessions moved all over the trip, the same ones each time."""
    from geleit.services.board_read import read_board
    from geleit.services.find_trip import find_trip_row

    found = read_board(row=find_trip_row(key=TRIP))
    days = [f"2025-05-{day}" for day in range(18, 25)]
    sessions = found.programme.sessions
    seconds = []
    for number in range(MOVES):
        session = sessions[number * 7 % len(sessions)]
        fields = {
            "at": str(found.stand),
            "session": session.id,
            "item": session.item,
            "day": days[number * 3 % len(days)],
            "time": f"{8 + number * 5 % 13:02d}:{number * 15 % 60:02d}",
            "groups": list(session.groups),
        }
        seconds.append(_seconds(client, f"{board}check/", fields))
    return sorted(seconds)


def _repaired(client: Any, board: str) -> Row:  # noqa: ANN401 # as above
    """Return when the first repair stands beside the board, and when all do, after a company visit is moved."""
    import threading

    from django.db import connection

    from geleit.services.board_read import read_board
    from geleit.services.find_trip import find_trip_row
    from geleit.services.jobs.worker import work_once

    move = {
        "session": "visit-boeing-1",
        "item": "visit-boeing",
        "day": "2025-05-20",
        "time": "09:00",
        "groups": "3",
    }
    stand = str(read_board(row=find_trip_row(key=TRIP)).stand)
    client.post(f"{board}move/", {**move, "at": stand, "do": "move"})
    stand = str(read_board(row=find_trip_row(key=TRIP)).stand)

    def work() -> None:
        work_once(name="benchmark")
        connection.close()

    began = time.perf_counter()
    client.post(f"{board}repair/", {"at": stand, "item": "visit-boeing"})
    worker = threading.Thread(target=work)
    worker.start()
    first = None
    while worker.is_alive():
        if first is None and "rp-least_change" in client.get(f"{board}status/").json()["panel"]:
            first = time.perf_counter() - began
        time.sleep(0.1)
    worker.join()
    whole = time.perf_counter() - began
    return {
        "measure": "repairs beside the board",
        "first_ms": round(1000 * (first if first is not None else whole)),
        "all_ms": round(1000 * whole),
    }


def _seconds(client: Any, address: str, fields: Mapping[str, Any]) -> float:  # noqa: ANN401 # as above
    began = time.perf_counter()
    answer = client.get(address, fields or None)
    if answer.status_code != 200:  # the one status that is measured
        raise AssertionError(f"{address} answered {answer.status_code}")
    return time.perf_counter() - began


def _percentiles(seconds: list[float]) -> Row:
    def at(share: float) -> int:
        return round(1000 * seconds[min(len(seconds) - 1, int(share * len(seconds)))])

    return {"median_ms": at(0.5), "p95_ms": at(0.95), "worst_ms": at(1.0), "times": len(seconds)}


if __name__ == "__main__":
    for found in _measured():
        print(json.dumps(found))
