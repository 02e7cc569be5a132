"""The fixed words around the content, by key and language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.documents.words.labels_office import OFFICE_LABELS
from geleit.documents.words.labels_page import PAGE_LABELS
from geleit.documents.words.labels_print import PRINT_LABELS
from geleit.documents.words.labels_view import VIEW_LABELS
from geleit.domain.text import LANGUAGES, Language

LABELS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {**VIEW_LABELS, **PAGE_LABELS, **OFFICE_LABELS, **PRINT_LABELS}
)
"""Wordings in the order of ``LANGUAGES``: German, English, Chinese."""


def label(key: str, lang: Language, *values: object) -> str:
    """Return a fixed text in the reader's language, with the values put in.

    Raises
    ------
    KeyError
        When there is no such label.
    """
    wording = LABELS[key][LANGUAGES.index(lang)]
    return wording.format(*values) if values else wording
