"""What the public pages cost: processor time of the server for each request, and what a browser loads first.

The server's processes are read in ``/proc`` before and after a row of requests over one connection; what they use
while nobody asks is subtracted. The browser is a Chromium with an empty cache.
"""

import http.client
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

from geleit.services.ports import port_to_use
from scripts.browser import find_chromium

Row = dict[str, Any]
ROUNDS = 5
REQUESTS = 200
"""In each round at most, after as many to warm up as ``WARM_UP``; fewer where a round would take ``ROUND_S``."""
ROUND_S = 5.0
WARM_UP = 20
IDLE_S = 3.0
LOADS = 5
GELEIT = Path(sys.executable).with_name("geleit")
PAGES = {
    "public trip page with its programme": "/de/trips/usa-2025/",
    "the same, unchanged since (304)": "/de/trips/usa-2025/",
    "Chinese trip page": "/zh/trips/china-2025/",
    "item with its host": "/de/trips/usa-2025/items/visit-un/",
    "list of trips": "/de/",
    "programme as a calendar": "/de/trips/usa-2025/programme.ics",
}
LOADED = ("public trip page with its programme", "Chinese trip page", "item with its host", "list of trips")
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it answers, and its first process."""

    port: int
    pid: int


def web_rows() -> Iterator[Row]:
    """Yield what each public page costs, and what a browser loads."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([GELEIT, "demo", "--no-serve", "--quiet", "--data", folder], check=True)
        settings = {"GELEIT_DATA": folder, "GELEIT_DEMO": "yes"}
        port = port_to_use(host="127.0.0.1", port=0)
        command = [str(GELEIT), "serve", "--no-worker", "--port", str(port)]
        with serving(command, port, "/healthz", settings) as server:
            for name, address in PAGES.items():
                headers = _known(server, address) if "304" in name else {}
                row = {"product": "geleit", "page": name, **cost(server, address, headers)}
                yield row | (first_load(server, address) if name in LOADED else {})
            agenda = _sample_delegate(server, "usa-2025")
            for name, address in {"delegate's agenda": agenda, "delegate's copy": f"{agenda}copy/"}.items():
                row = {"product": "geleit", "page": name, **cost(server, address)}
                yield row | (first_load(server, address) if address == agenda else {})


def _sample_delegate(server: Server, trip: str) -> str:
    """Return the address of an invented delegate's pages, made by the demonstration's button."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", "/demo/")
    answer = connection.getresponse()
    cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', answer.read().decode())
    form = urlencode({"csrfmiddlewaretoken": found[1] if found else "", "trip": trip})
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/me/sample/", form, headers)
    address = connection.getresponse().getheader("Location")
    connection.close()
    if address is None:
        raise RuntimeError("the demonstration opens no delegate's pages")
    return address


def cost(server: Server, address: str, headers: Mapping[str, str] | None = None) -> Row:
    """Return the processor time of one request in milliseconds, and the bytes of its answer.

    Parameters
    ----------
    headers
        Sent besides those of a browser that takes compressed answers.
    """
    sent = {"Accept-Encoding": "gzip, br", **(headers or {})}
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    began = time.perf_counter()
    size = _ask(connection, address, sent, WARM_UP)
    requests = max(10, min(REQUESTS, round(ROUND_S * WARM_UP / (time.perf_counter() - began))))
    idle = _idle_share(server)
    found = []
    for _ in range(ROUNDS):
        before, began = _cpu_s(server.pid), time.perf_counter()
        _ask(connection, address, sent, requests)
        used = _cpu_s(server.pid) - before - idle * (time.perf_counter() - began)
        found.append(1000 * used / requests)
    connection.close()
    return {"server_cpu_ms": round(statistics.median(found), 2), "body_kb": round(size / 1000, 1)}


def first_load(server: Server, address: str) -> Row:
    """Return what a browser loads at the first visit, and when its largest content is painted (medians)."""
    path = find_chromium()
    if path is None:
        return {}
    with sync_playwright() as playwright:
        flags = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        loads = [_load(browser, f"http://127.0.0.1:{server.port}{address}") for _ in range(LOADS)]
        browser.close()
    requests, sizes, painted = zip(*loads, strict=True)
    return {
        "requests": max(requests),
        "loaded_kb": round(statistics.median(sizes) / 1000, 1),
        "largest_paint_ms": round(statistics.median(painted)),
    }


@contextmanager
def serving(
    command: Sequence[str], port: int, ready: str, settings: Mapping[str, str], folder: Path | None = None
) -> Iterator[Server]:
    """Run a server until the work is done; it answers ``ready`` once it is up.

    Raises
    ------
    RuntimeError
        When it ends by itself or does not answer within two minutes.
    """
    running = subprocess.Popen(
        command,
        env={**os.environ, **settings},
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait(running, port, ready)
        yield Server(port, running.pid)
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        try:
            running.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)


def _wait(running: "subprocess.Popen[bytes]", port: int, ready: str) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        if running.poll() is not None:
            raise RuntimeError(f"the server has ended with {running.returncode}")
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", ready)
            if connection.getresponse().status < 500:
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the server does not answer {ready} within two minutes")


def _ask(connection: http.client.HTTPConnection, address: str, headers: Mapping[str, str], times: int) -> int:
    """Ask so many times, and return the size of the last answer in bytes."""
    size = 0
    for _ in range(times):
        connection.request("GET", address, headers=dict(headers))
        response = connection.getresponse()
        size = len(response.read())
        if response.status not in (200, 304):
            raise RuntimeError(f"{address} answers {response.status}")
    return size


def _known(server: Server, address: str) -> Mapping[str, str]:
    """Return the header of a browser that has the page already."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", address)
    response = connection.getresponse()
    response.read()
    return {"If-None-Match": response.headers["ETag"]}


def _idle_share(server: Server) -> float:
    """Return the share of a processor that the server uses while nobody asks."""
    before = _cpu_s(server.pid)
    time.sleep(IDLE_S)
    return (_cpu_s(server.pid) - before) / IDLE_S


def _cpu_s(pid: int) -> float:
    """Return the processor time of a process and its descendants so far, in seconds."""
    times: dict[int, tuple[int, float]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        times[int(stat.parent.name)] = (int(fields[1]), (int(fields[11]) + int(fields[12])) / _TICKS_PER_S)
    family, grown = {pid}, True
    while grown:
        more = {child for child, (parent, _) in times.items() if parent in family} - family
        family |= more
        grown = bool(more)
    return sum(times[one][1] for one in family if one in times)


def _load(browser: Any, url: str) -> tuple[int, int, float]:  # noqa: ANN401 # playwright's own
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(_transferred(request)))
    page.goto(url, wait_until="networkidle")
    painted = page.evaluate(_LARGEST_PAINT)
    context.close()
    return len(sizes), sum(sizes), float(painted)


def _transferred(request: Any) -> int:  # noqa: ANN401 # the same
    sizes = request.sizes()
    return int(sizes["responseBodySize"] + sizes["responseHeadersSize"])


_LARGEST_PAINT = """() => new Promise(resolve => {
  new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
    .observe({type: 'largest-contentful-paint', buffered: true});
  setTimeout(() => resolve(-1), 3000);
})"""
