"""Serve a folder of documents to this machine's browser, and to nobody else."""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, override

from geleit.services.ports import port_to_use, taken_port

HOST: Final = "127.0.0.1"
_HEADERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
)


class DocumentHandler(SimpleHTTPRequestHandler):
    """Files with their right types, nothing kept by the browser, no list of a folder, no log."""

    protocol_version = "HTTP/1.1"
    server_version = "Geleit"
    sys_version = ""
    timeout = 30
    extensions_map = {  # noqa: RUF012 # an instance's own in the base class
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".svg": "image/svg+xml; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".webmanifest": "application/manifest+json; charset=utf-8",
        ".woff2": "font/woff2",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".yaml": "text/plain; charset=utf-8",
        ".zip": "application/zip",
    }

    @override
    def send_head(self) -> Any:
        """Open the file asked for, if it lies in the folder; a link out of it leads nowhere."""
        if self._is_inside():
            return super().send_head()
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def _is_inside(self) -> bool:
        try:
            found = Path(self.translate_path(self.path)).resolve()
        except (OSError, ValueError):  # a path that no file system has: endless links, a null character
            return False
        return found.is_relative_to(Path(self.directory).resolve())

    @override
    def end_headers(self) -> None:
        """Add what holds for every answer."""
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    @override
    def list_directory(self, path: Any) -> None:
        """Refuse to list a folder."""
        self.send_error(HTTPStatus.NOT_FOUND)

    @override
    def log_message(self, format: str, *args: Any) -> None:
        """Keep the terminal quiet."""

    @override
    def handle(self) -> None:
        """Serve a browser, which may leave at any time."""
        with suppress(ConnectionError, TimeoutError):
            super().handle()


class DocumentServer(ThreadingHTTPServer):
    """Serves a folder; its threads end with it."""

    daemon_threads = True
    allow_reuse_address = True

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_port}"


def open_server(*, folder: Path, port: int) -> DocumentServer:
    """Return a server that has its port; ``serve_forever`` begins its work, ``server_close`` gives the port back.

    Parameters
    ----------
    folder
        Nothing outside it is shown.
    port
        0 for any free one.

    Raises
    ------
    FaultError
        When the port is taken or may not be used; the next free one is named.
    """
    handler = partial(DocumentHandler, directory=str(folder))
    try:
        return DocumentServer((HOST, port_to_use(host=HOST, port=port)), handler)
    except OSError:  # taken in the meantime
        raise taken_port(port, HOST) from None
