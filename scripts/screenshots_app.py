"""Make the pictures of the application: start the demonstration, go through it as its people do, and photograph it.

Writes ``docs/images/app-*.png``. Called by `scripts.screenshots`.
"""

import io
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

ROOT = Path(__file__).parent.parent
WIDE: Final[ViewportSize] = {"width": 1440, "height": 900}
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
PATIENCE_MS: Final = 120_000
READY: Final = "Geleit is ready: "


@contextmanager
def running_demonstration() -> Iterator[str]:
    """Give the address of a demonstration that ends with the block.

    Raises
    ------
    RuntimeError
        When it ends before it is ready.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [ROOT / ".venv/bin/geleit", "demo", "--port", str(port), "--data", f"{folder}/demo"],
            stdout=subprocess.PIPE,
            stderr=sys.stderr,
            text=True,
        )
        try:
            if process.stdout is None or not any(line.startswith(READY) for line in process.stdout):
                raise RuntimeError("the demonstration ended before it was ready")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def shot(page: Page) -> Image.Image:
    """Photograph what the window shows."""
    page.evaluate("document.fonts.ready")
    return Image.open(io.BytesIO(page.screenshot()))


def page_at(browser: Browser, address: str, size: ViewportSize, *, dark: bool = False) -> Page:
    """Return a page in a window of its own; phones are shown at double density."""
    page = browser.new_page(
        viewport=size, color_scheme="dark" if dark else "light", device_scale_factor=2 if size is PHONE else 1
    )
    page.goto(address)
    return page


def signed_in(browser: Browser, address: str, name: str, *, dark: bool = False) -> BrowserContext:
    """Return the window of somebody of the demonstration."""
    context = browser.new_context(viewport=WIDE, color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.goto(f"{address}/en/")
    page.get_by_role("button", name=name).click()
    page.close()
    return context


def pictures(browser: Browser) -> Iterator[tuple[str, list[Image.Image]]]:
    """Yield the name of each picture and its parts, which stand side by side."""
    with running_demonstration() as address:
        trip = f"{address}/en/trips/usa-2025/"
        yield "app-public.png", [shot(page_at(browser, trip, WIDE))]
        phones = [page_at(browser, at, PHONE, dark=dark) for at, dark in ((trip, False), (trip, True))]
        phones.append(page_at(browser, f"{address}/zh/trips/china-2025/", PHONE))
        yield "app-phone.png", [shot(phone) for phone in phones]
        yield "app-apply.png", [shot(page_at(browser, f"{trip}apply/", WIDE))]
        organiser = signed_in(browser, address, "Olga")
        yield "app-selection.png", [shot(_selection(organiser, address))]
        for name, dark in (("app-board.png", False), ("app-board-dark.png", True)):
            board = signed_in(browser, address, "Olga", dark=dark).new_page()
            board.goto(f"{address}/organise/usa-2025/board/?day=2025-05-21")
            yield name, [shot(board)]


def _selection(organiser: BrowserContext, address: str) -> Page:
    """Return the page of the selection with its proposal computed."""
    page = organiser.new_page()
    page.goto(f"{address}/organise/usa-2025/applications/selection/")
    page.get_by_role("button", name="Compute a proposal").click()
    table = page.locator("main table").first
    for _ in range(PATIENCE_MS // 2000):
        if table.count():
            break
        page.wait_for_timeout(2000)
        page.reload()
    return page
