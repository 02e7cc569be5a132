"""Make the pictures of the documentation: plan the shipped trips, write their documents and photograph them.

Writes ``docs/images/*.png``. The pictures show what the code of today makes; look at them before committing them.
"""

import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, ViewportSize, sync_playwright
from pypdfium2 import PdfDocument

from geleit.planner.result import Solved
from geleit.services.open_trip import open_trip
from geleit.services.plan_trip import Effort, plan_trip
from geleit.services.render_documents import render_documents
from geleit.services.shipped_trips import shipped_trips
from scripts.browser import ADVICE, find_chromium
from scripts.screenshots_app import pictures

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
DOCUMENTS = ROOT / "build" / "screenshots"
NOW = datetime(2025, 4, 1, 12, tzinfo=UTC)
"""The day that the documents name, so that pictures made anew differ only where the pages do."""
BYTES_MAX: Final = 400_000
COLOURS: Final = 256
EDGE: Final = 12
"""Pixels between the parts of a picture."""
DESKTOP: Final[ViewportSize] = {"width": 1280, "height": 900}
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}


def write_documents() -> None:
    """Plan the shipped trips and write the documents that are photographed."""
    for path in shipped_trips():
        print(f"screenshots: planning {path.name}", file=sys.stderr)
        trip = open_trip(path=path).trip
        result = plan_trip(trip=trip, effort=Effort()).result
        if not isinstance(result, Solved):
            raise RuntimeError(f"{path.name}: no programme was found")  # noqa: TRY004 # an answer, not a wrong type
        render_documents(
            trip=trip,
            programme=result.programme,
            folder=DOCUMENTS / path.name,
            now=NOW,
            only=("html", "booklet"),
        )


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Give a headless Chromium.

    Raises
    ------
    RuntimeError
        When there is none.
    """
    path = find_chromium()
    if path is None:
        raise RuntimeError(f"found no Chromium; {ADVICE}")
    flags = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


def opened(browser: Browser, name: str, size: ViewportSize, *, dark: bool = False) -> Page:
    """Return a page of the documents in a window of its own.

    Parameters
    ----------
    name
        The file below the folder of documents.
    size
        Width and height of the window in CSS pixels; phones are shown at double density.
    """
    page = browser.new_page(
        viewport=size,
        color_scheme="dark" if dark else "light",
        device_scale_factor=2 if size is PHONE else 1,
        bypass_csp=True,  # for the style below; the page itself allows none
    )
    page.goto((DOCUMENTS / name).as_uri())
    # Without it, what lies outside the window is measured by guess and moves when it comes into view.
    page.add_style_tag(
        content="* { content-visibility: visible !important; scroll-behavior: auto !important }"
    )
    page.evaluate("document.fonts.ready")
    return page


def from_element(page: Page, element: Locator, height: int) -> Image.Image:
    """Photograph the page from the top of an element, as wide as the window.

    Parameters
    ----------
    height
        Of the part, in CSS pixels.
    """
    box = element.bounding_box()
    if box is None:
        raise RuntimeError(f"{page.url}: {element} is not shown")
    top = box["y"] + page.evaluate("window.scrollY")
    clip = {"x": 0.0, "y": top, "width": float(page.evaluate("window.innerWidth")), "height": float(height)}
    return Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip)))  # type: ignore[arg-type] # a FloatRect


def window_of(page: Page) -> Image.Image:
    """Photograph what the window shows."""
    return Image.open(io.BytesIO(page.screenshot()))


def booklet_page(name: str, number: int, width_px: int) -> Image.Image:
    """Return a page of a PDF as a picture.

    Parameters
    ----------
    number
        From 0.
    """
    page = PdfDocument(DOCUMENTS / name)[number]
    picture: Image.Image = page.render(scale=width_px / page.get_width()).to_pil()
    return picture.convert("RGB")


def side_by_side(pictures: Sequence[Image.Image]) -> Image.Image:
    """Return pictures of one height next to each other, with a grey line around each."""
    height = min(picture.height for picture in pictures)
    width = sum(picture.width for picture in pictures) + EDGE * (len(pictures) + 1)
    found = Image.new("RGB", (width, height + 2 * EDGE), "#d7dbe8")
    left = EDGE
    for picture in pictures:
        found.paste(picture.crop((0, 0, picture.width, height)), (left, EDGE))
        left += picture.width + EDGE
    return found


def save(picture: Image.Image, name: str, *, width_px: int | None = None) -> None:
    """Write a picture as small as it may be without looking poor.

    Raises
    ------
    RuntimeError
        When it is heavier than the documentation takes.
    """
    if width_px is not None and picture.width > width_px:
        height = round(picture.height * width_px / picture.width)
        picture = picture.resize((width_px, height), Image.Resampling.LANCZOS)
    path = IMAGES / name
    IMAGES.mkdir(parents=True, exist_ok=True)
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    size = path.stat().st_size
    print(f"screenshots: {path.relative_to(ROOT)}, {picture.width} x {picture.height}, {size // 1000} kB")
    if size > BYTES_MAX:
        raise RuntimeError(f"{name} has {size} bytes, {BYTES_MAX} are allowed; show less of it")


def main() -> None:
    """Make all pictures."""
    write_documents()
    with running_browser() as browser:
        usa = "usa-2025/programme.en.html"
        save(window_of(opened(browser, usa, DESKTOP)), "programme.png")
        for name, dark in (("timetable.png", False), ("timetable-dark.png", True)):
            page = opened(browser, usa, DESKTOP, dark=dark)
            save(from_element(page, page.locator("#timetable"), 1250), name)
        top = opened(browser, usa, PHONE)
        days = opened(browser, usa, PHONE)
        phone = (window_of(top), from_element(days, days.locator("#programme"), 844))
        dark_page = opened(browser, usa, PHONE, dark=True)
        save(
            side_by_side([*phone, from_element(dark_page, dark_page.locator("#timetable"), 844)]),
            "phone.png",
            width_px=1290,
        )
        save(window_of(opened(browser, "china-2025/programme.zh.html", DESKTOP)), "chinese.png")
        for name, parts in pictures(browser):
            save(parts[0] if len(parts) == 1 else side_by_side(parts), name, width_px=1290)
    booklet = "usa-2025/booklet.en.pdf"
    save(
        side_by_side([booklet_page(booklet, number, 620) for number in (0, 4, 5)]),
        "booklet.png",
        width_px=1290,
    )


if __name__ == "__main__":
    main()
