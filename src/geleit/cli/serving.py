"""The web server and its worker: started together, ended together."""

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

import click

LOG = logging.getLogger("geleit.serve")
THREADS = 4
READY_WITHIN_S = 60.0
READY_EVERY_S = 0.1
_ALL = ("0.0.0.0", "::")  # noqa: S104 # compared, not listened on
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
    """Say that the server is ready when it answers, or that it does not."""
    until = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < until:
        status = _status("127.0.0.1" if host in _ALL else host, port, urlsplit(url).netloc)
        if status == HTTPStatus.OK:
            click.echo(f"Geleit is ready: {url}")
            sys.stdout.flush()
            return
        if status is not None:
            break
        time.sleep(READY_EVERY_S)
    click.echo("The server does not answer as it should; its messages above say why.", err=True)


def _status(host: str, port: int, name: str) -> int | None:
    """Return the status of the answer of a server on this machine; None while there is none."""
    try:
        with closing(HTTPConnection(host, port, timeout=20)) as connection:
            connection.request("GET", "/healthz", headers={"Host": name})
            return connection.getresponse().status
    except (OSError, HTTPException):
        return None


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
