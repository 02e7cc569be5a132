"""The browser that other tests rely on is found, starts, and tells of script errors."""

import pytest
from playwright.sync_api import Page

from scripts.browser import VARIABLE, find_chromium


def test_a_page_is_rendered(page: Page) -> None:
    page.set_content("<h1>Delegationsreise</h1>")

    assert page.inner_text("h1") == "Delegationsreise"


def test_a_named_browser_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/nowhere/chromium")

    with pytest.raises(FileNotFoundError, match="GELEIT_CHROMIUM is '/nowhere/chromium', which is no file"):
        find_chromium()
