"""What journeys in a browser share: a running application, and pages in every look."""

import os
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from geleit.services import read_published
from geleit.services.demo_clock import forget_demo_clock

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
    "true"  # the browser's client runs an event loop in the tests' thread
)


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Forget what the process keeps of versions: a database emptied gives its numbers anew."""
    read_published._VERSIONS.values.clear()
    read_published._PIECES.values.clear()
    forget_demo_clock()


@pytest.fixture(params=["light", "dark"])
def look(request: pytest.FixtureRequest) -> str:
    """Give each theme of a device."""
    return str(request.param)


@pytest.fixture
def site(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Give a page whose relative addresses lead to the running application."""
    yield from _watched(browser.new_context(base_url=live_server.url))


@pytest.fixture
def site_in_look(browser: Browser, live_server: LiveServer, look: str) -> Iterator[Page]:
    """Give the same in each theme."""
    scheme: Literal["light", "dark"] = "dark" if look == "dark" else "light"
    yield from _watched(browser.new_context(base_url=live_server.url, color_scheme=scheme))


@pytest.fixture
def bare_site(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Give a page in a browser without JavaScript."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield from _watched(context)


def _watched(context: BrowserContext) -> Iterator[Page]:
    """Give a page of which nothing may fail: no script, no request, no breach of the content policy."""
    context.set_default_timeout(15_000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 500 else None)
    yield page
    context.close()
    assert [text for text in wrong if "the server responded with a status of 4" not in text] == []
