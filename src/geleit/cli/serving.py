"""The web server and its worker: started together, ended together."""

import logging
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

LOG = logging.getLogger("geleit.serve")
THREADS = 4
READY_WITHIN_S = 60.0
AGAIN_AFTER_S = 1.0
"""A worker that dies is started again after this long, then after twice as long, up to ``AGAIN_AT_MOST_S``."""
AGAIN_AT_MOST_S = 30.0
END_WITHIN_S = 8.0
WORKER = "from geleit.cli.main import main; main()"


def run_server(*, host: str, port: int, url: str) -> None:
    """Serve until a signal ends it; say that it is ready as soon as it answers."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    threading.Thread(target=_say_ready, args=(host, port, url), daemon=True).start()
    server = Server(
        "geleit.cli.served:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        log_level=LogLevels.error,
        log_access=False,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=3,
        process_name=None,
    )
    server.serve()


def _say_ready(host: str, port: int, url: str) -> None:
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else shown}:{port}/healthz"  # noqa: S104 # compared
    until = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < until:
        with suppress(urllib.error.URLError, OSError):
            asked = urllib.request.Request(address, headers={"Host": "localhost"})  # http, see above
            with urllib.request.urlopen(asked, timeout=5):  # noqa: S310 # http, see above
                click.echo(f"Geleit is ready: {url}")
                sys.stdout.flush()
                return
        time.sleep(0.1)
    click.echo("The server does not answer; its messages above say why.", err=True)


@contextmanager
def worker_beside() -> Iterator[None]:
    """Run a worker in a process of its own; one that dies is started again, all end with this process."""
    keeper = _Keeper()
    thread = threading.Thread(target=keeper.keep, name="worker-keeper", daemon=True)
    thread.start()
    try:
        yield
    finally:
        keeper.end()
        thread.join(END_WITHIN_S)


class _Keeper:
    """Starts the worker, and again when it has died."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self.process: subprocess.Popen[bytes] | None = None

    def keep(self) -> None:
        pause = AGAIN_AFTER_S
        while not self.over.is_set():
            began = time.monotonic()
            self.process = subprocess.Popen(  # noqa: S603 # our own program
                [sys.executable, "-c", WORKER, "worker", "--with-starter"],
                stdin=subprocess.PIPE,
                start_new_session=True,  # Ctrl-C reaches us alone; we end the worker
            )
            code = self.process.wait()
            if self.over.is_set():
                return
            pause = (
                AGAIN_AFTER_S
                if time.monotonic() - began > AGAIN_AT_MOST_S
                else min(2 * pause, AGAIN_AT_MOST_S)
            )
            LOG.error("The worker has ended (%s); it is started again in %.0f s", code, pause)
            self.over.wait(pause)

    def end(self) -> None:
        self.over.set()
        process = self.process
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(END_WITHIN_S / 2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def end_with_starter() -> None:
    """End this process when the one who started it closes the pipe, whatever it is doing."""

    def wait() -> None:
        with suppress(OSError):
            while os.read(0, 1024):
                pass
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def folder_words(path: Path) -> str:
    """Return a path as short as it can be said from here."""
    with suppress(ValueError):
        return str(path.relative_to(Path.cwd()))
    return str(path)
