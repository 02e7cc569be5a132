"""What the organiser's board costs: the page, the checker's answer to a card in the hand, the first repair.

Measured at the reference trip, and at one of 480 items for 480 people, through the whole application (session, access,
store, template) in one process, with the process warm, as an organiser at work has it. The first request is measured
too, without and with what a serving process makes ready beside its first requests (``organiser.board.ready``).
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

Row = dict[str, Any]
TRIP = "usa-2025"
MOVES = 200
LOADS = 20
LARGE_ITEMS = 480
LARGE_MOVES = 60
LARGE_PLAN_S = 60.0
"""The large trip is planned only until it has a valid programme."""
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
    yield _first(client)
    yield from _pages(client, TRIP, "")
    yield {
        "measure": "the checker's answer to a card in the hand",
        **_percentiles(_answers(client, TRIP, MOVES)),
    }
    yield _repaired(client, f"/organise/{TRIP}/board/")
    large = _large_trip()
    yield from _pages(client, large, f", {LARGE_ITEMS} items")
    answers = _percentiles(_answers(client, large, LARGE_MOVES))
    yield {"measure": f"the checker's answer to a card in the hand, {LARGE_ITEMS} items", **answers}


def _first(client: Any) -> Row:  # noqa: ANN401 # Django's client has no stubs here
    """Return what the first request of a process takes: nothing made before it, and all made ready."""
    from geleit.services.board_kept import forget_board
    from geleit.web.organiser.board.ready import make_ready

    board = f"/organise/{TRIP}/board/"
    cold = _seconds(client, board, {})
    forget_board()
    began = time.perf_counter()
    make_ready()
    making = time.perf_counter() - began
    ready = _seconds(client, board, {})
    return {
        "measure": "board, first request of a process",
        "first_ms": round(cold * 1000),
        "made_ready_ms": round(ready * 1000),
        "making_ready_ms": round(making * 1000),
    }


def _pages(client: Any, trip: str, name: str) -> Iterator[Row]:  # noqa: ANN401 # as above
    for zoom in ("day", "station", "week"):
        address = f"/organise/{trip}/board/?zoom={zoom}"
        size = len(client.get(address).content)
        again = sorted(_seconds(client, address, {}) for _ in range(LOADS))
        yield {"measure": f"board, {zoom}{name}", "kB": round(size / 1000), **_percentiles(again)}


def _large_trip() -> str:
    """Keep a large trip with a published programme, and return its key."""
    from datetime import UTC, datetime

    from benchmarks.instances import make_trip, usual_size
    from geleit.planner.result import Infeasible, TimedOut
    from geleit.planner.solve import Options, solve
    from geleit.services.guard import SYSTEM
    from geleit.services.import_trip import import_trip
    from geleit.services.keep_draft import keep_draft
    from geleit.services.publish_programme import publish_programme
    from geleit.store.models import Account, TripRole, TripRow

    trip = make_trip(usual_size(LARGE_ITEMS), 0)
    found = solve(trip, Options(rounds=1, limit_s=LARGE_PLAN_S, prove=False))
    if isinstance(found, Infeasible | TimedOut):
        raise SystemExit(f"the trip of {LARGE_ITEMS} items has no programme: {found}")
    now = datetime(2025, 3, 3, 9, tzinfo=UTC)
    import_trip(trip=trip, by=SYSTEM, now=now)
    draft = keep_draft(trip=trip, programme=found.programme, by=SYSTEM, now=now)
    publish_programme(draft=draft.pk, expected_version=draft.version, by=SYSTEM, now=now)
    organiser = Account.objects.get(email="organiser@demo.example")
    TripRole.objects.create(trip=TripRow.objects.get(key=trip.id), account=organiser, role="owner")
    return trip.id


def _answers(client: Any, trip: str, moves: int) -> list[float]:  # noqa: ANN401 # as above
    """Return the seconds of answers to sessions moved all over the trip, the same ones each time."""
    from geleit.services.board_read import read_board
    from geleit.services.find_trip import find_trip_row

    found = read_board(row=find_trip_row(key=trip))
    dates = found.trip.dates
    length = (dates.latest - dates.earliest).days + 1
    days = [(dates.earliest + timedelta(days=day)).isoformat() for day in range(length)]
    sessions = found.programme.sessions
    seconds = []
    for number in range(moves):
        session = sessions[number * 7 % len(sessions)]
        fields = {
            "at": str(found.stand),
            "session": session.id,
            "item": session.item,
            "day": days[number * 3 % len(days)],
            "time": f"{8 + number * 5 % 13:02d}:{number * 15 % 60:02d}",
            "groups": list(session.groups),
        }
        seconds.append(_seconds(client, f"/organise/{trip}/board/check/", fields))
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
