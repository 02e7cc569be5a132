"""The small server of the demonstration."""

import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from geleit.services.faults import FaultError
from geleit.services.serve_folder import HOST, DocumentServer, open_server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a page, a folder without one, and a file beside it that is none of its business."""
    served = tmp_path / "served"
    (served / "sub").mkdir(parents=True)
    (served / "index.html").write_text("<p>Grüße", "utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    (served / "link.txt").symlink_to(tmp_path / "secret.txt")
    for ending in ("ics", "xlsx", "pdf", "webmanifest", "json", "yaml", "svg", "unknown"):
        (served / f"file.{ending}").write_text("content")
    return served


@pytest.fixture
def server(folder: Path) -> Iterator[DocumentServer]:
    """Give a server at work."""
    with open_server(folder=folder, port=0) as opened:
        thread = threading.Thread(target=opened.serve_forever)
        thread.start()
        yield opened
        opened.shutdown()
        thread.join()


def ask(server: DocumentServer, path: str, method: str = "GET") -> tuple[HTTPResponse, bytes]:
    """Return the answer to a request and its content."""
    connection = HTTPConnection(HOST, server.server_port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def test_page_with_its_headers(server: DocumentServer) -> None:
    answer, content = ask(server, "/")

    assert (answer.status, content.decode()) == (200, "<p>Grüße")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_head_has_the_length_and_no_content(server: DocumentServer) -> None:
    answer, content = ask(server, "/index.html", "HEAD")

    assert (answer.status, answer.headers["Content-Length"], content) == (200, "10", b"")


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("ics", "text/calendar; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("pdf", "application/pdf"),
        ("webmanifest", "application/manifest+json; charset=utf-8"),
        ("json", "application/json; charset=utf-8"),
        ("svg", "image/svg+xml; charset=utf-8"),
        ("unknown", "application/octet-stream"),
    ],
)
def test_kinds_of_files(server: DocumentServer, ending: str, kind: str) -> None:
    assert ask(server, f"/file.{ending}")[0].headers["Content-Type"] == kind


@pytest.mark.parametrize(
    "path",
    [
        "/nothing.html",
        "/sub/",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/sub/../../secret.txt",
        "//secret.txt",
        "/link.txt",
        "/file.pdf%00.html",
    ],
)
def test_nothing_but_the_folders_files(server: DocumentServer, path: str) -> None:
    answer, content = ask(server, path)

    assert (answer.status, b"secret" in content.replace(path.encode(), b"")) == (404, False)


def test_other_methods_are_refused(server: DocumentServer) -> None:
    assert ask(server, "/", "POST")[0].status == 501


def test_requests_are_not_logged(server: DocumentServer, capfd: pytest.CaptureFixture[str]) -> None:
    ask(server, "/")
    ask(server, "/nothing")

    assert capfd.readouterr() == ("", "")


def test_port_that_is_taken_names_a_free_one(folder: Path) -> None:
    with socket.create_server((HOST, 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(FaultError) as fault:
            open_server(folder=folder, port=port)

    assert fault.value.happened == f"Port {port} is in use by another program"
    assert fault.value.advice.startswith("Port ")


def test_address(server: DocumentServer) -> None:
    assert server.address == f"http://127.0.0.1:{server.server_port}"
