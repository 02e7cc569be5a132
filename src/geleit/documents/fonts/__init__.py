"""The fonts of all documents: where Typst finds them, what a web page carries, what cannot be drawn."""

from pathlib import Path

from geleit.documents.fonts.coverage import text_width_em, uncovered
from geleit.documents.fonts.faces import FILES, WEB_FILES, families
from geleit.documents.fonts.web import chinese_woff2, subset_css

__all__ = [
    "FILES",
    "WEB_FILES",
    "chinese_woff2",
    "css_font_family",
    "families",
    "subset_css",
    "text_width_em",
    "typst_font_dir",
    "uncovered",
]


def typst_font_dir() -> Path:
    """Return the folder that Typst is given as its only font path (with system fonts ignored)."""
    return FILES


def css_font_family(lang: str) -> str:
    """Return the value of the CSS property ``font-family`` for text of a language.

    Parameters
    ----------
    lang : str
        BCP 47 tag.
    """
    return ", ".join([*(f'"{family}"' for family in families(lang)), "system-ui", "sans-serif"])
