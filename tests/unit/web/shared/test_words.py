"""Every surface's words are complete, and every one of them is used."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from geleit.documents.words.labels import LABELS
from geleit.web import shared
from geleit.web.shared.wordbook import Wordbook, wordbook
from geleit.web.shared.words import FRAME_WORDS

WEB = Path(shared.__file__).parents[1]
DOCUMENTS = WEB.parent / "documents" / "html" / "templates"
SURFACES = sorted(path.parent.name for path in WEB.glob("*/words.py") if path.parent.name != "shared")
PUBLIC = ("public", "host", "guest")
"""Surfaces that the outside sees: their words need Chinese too, those of others may have it."""
_IN_TEMPLATE = re.compile(r"""(?:_|wordbook\.say)\(\s*["']([a-z0-9_]+)["']\s*(?!\s*~)[,)]""")
_IN_CODE = re.compile(r"""["']([a-z0-9_]+)["']""")
_STEM = re.compile(r"""(?:_|say)\(\s*f?["']([a-z0-9_]+_)["']\s*~|(?:say)\(\s*f["']([a-z0-9_]+_)\{""")
_PLACES = re.compile(r"\{\w*\}")


def words_of(surface: str) -> Wordbook:
    found = import_module(f"geleit.web.{surface}.words").WORDS
    assert isinstance(found, Wordbook)
    return found


def texts(surface: str, ending: str) -> Iterator[str]:
    for path in sorted((WEB / surface).rglob(f"*{ending}")):
        yield path.read_text("utf-8")


def used(surface: str) -> set[str]:
    """Return every key a surface says, as far as it can be read off its files."""
    told = [text for ending in (".html", ".xml", ".txt") for text in texts(surface, ending)]
    return {key for text in told for key in _IN_TEMPLATE.findall(text)}


@pytest.mark.parametrize("surface", SURFACES)
def test_every_word_a_template_says_exists(surface: str) -> None:
    known = words_of(surface).known

    assert sorted(used(surface) - known.keys()) == []


def test_every_word_the_shared_templates_say_exists() -> None:
    known = wordbook({}).known

    assert sorted(used("shared") - known.keys()) == []


@pytest.mark.parametrize("surface", SURFACES)
def test_every_word_of_a_surface_is_used(surface: str) -> None:
    code = "\n".join([*texts(surface, ".html"), *texts(surface, ".xml"), *texts(surface, ".txt")])
    python = "\n".join(
        path.read_text("utf-8") for path in (WEB / surface).rglob("*.py") if not path.name.startswith("words")
    )
    named = used(surface) | set(_IN_CODE.findall(python)) | set(_IN_CODE.findall(code))
    documents = "\n".join(path.read_text("utf-8") for path in DOCUMENTS.glob("*.j2"))
    stems = tuple(stem for pair in _STEM.findall(code + python) for stem in pair if stem)
    unused = {
        key
        for key in words_of(surface).own
        if key not in named and f'"{key}"' not in documents and not key.startswith(stems)
    }

    assert sorted(unused) == []


@pytest.mark.parametrize("table", ["shared", *SURFACES])
def test_every_wording_is_there_and_takes_the_same_values(table: str) -> None:
    own = FRAME_WORDS if table == "shared" else words_of(table).own
    languages = 3 if table in (*PUBLIC, "shared") else 2

    wrong = {
        key: wordings
        for key, wordings in own.items()
        if len(wordings) < languages
        or not all(text.strip() for text in wordings)
        or len({len(_PLACES.findall(text)) for text in wordings}) > 1
    }

    assert wrong == {}


@pytest.mark.parametrize("table", ["shared", *SURFACES])
def test_words_are_written_as_each_language_is(table: str) -> None:
    own = FRAME_WORDS if table == "shared" else words_of(table).own

    wrong = {
        key
        for key, wordings in own.items()
        if any("!" in text or "！" in text for text in wordings)
        or any(mark in wording for wording in wordings[2:] for mark in (", ", "; ", ": ", "? "))
    }

    assert sorted(wrong) == []


def test_a_surface_says_nothing_again_that_the_frame_says_in_the_same_words() -> None:
    repeated = {
        f"{surface}: {key}"
        for surface in SURFACES
        for key, wordings in words_of(surface).own.items()
        if wordings in (FRAME_WORDS.get(key), LABELS.get(key))
    }

    assert sorted(repeated) == []
