"""From a template and its data to a PDF: the only place that knows the typesetter."""

import json
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import typst

from geleit.documents.fonts import families, typst_font_dir
from geleit.documents.icons import mark_svg
from geleit.documents.typst.printable import Json, Svg, printable_data
from geleit.domain.text import LANGUAGES, Language
from geleit.domain.wording import fallback_note

TEMPLATES: Final = Path(__file__).parent / "templates"
STANDARDS: "Final[list[typst.PDFStandard]]" = ["a-2a", "ua-1"]
"""PDF/A-2a for archives and PDF/UA-1 for readers' software; PDF/A-4 needs PDF 2.0, which PDF/UA-1 excludes."""

_here = threading.local()


class TypesettingError(RuntimeError):
    """A document that could not be set; a fault of the program, never of the trip."""


def compile_pdf(template: str, data: dict[str, Json], *, lang: Language, now: datetime) -> bytes:
    """Return a tagged PDF (PDF/A-2a and PDF/UA-1).

    Parameters
    ----------
    template
        Name of a file in ``templates``, without its ending.
    data
        What the template shows. Texts reach it as data and are never read as markup.
    now
        Aware instant, written into the file as its date. The same data and instant give the same bytes.

    Raises
    ------
    ValueError
        When ``now`` has no zone.
    TypesettingError
        When the template cannot show the data.
    """
    if now.tzinfo is None:
        raise ValueError(f"now must name its zone, got {now.isoformat()}; add tzinfo, such as datetime.UTC")
    try:
        pdf = _compiler().compile(
            input=TEMPLATES / f"{template}.typ",
            format="pdf",
            sys_inputs={"data": _content(data, lang)},
            pdf_standards=STANDARDS,
            timestamp=now.astimezone(UTC).replace(microsecond=0),
        )
    except typst.TypstError as error:
        raise TypesettingError(f"{template}.typ cannot show the data: {error.diagnostic}") from error
    if not isinstance(pdf, bytes):
        raise TypesettingError(f"{template}.typ gave {type(pdf).__name__}, not one PDF")
    return pdf


def compile_png(template: str, data: dict[str, Json], *, lang: Language) -> bytes:
    """Return a picture of one page, one pixel for each point. The same data gives the same bytes.

    Parameters
    ----------
    template, data
        As for ``compile_pdf``.

    Raises
    ------
    TypesettingError
        When the template cannot show the data, or needs more than one page for it.
    """
    try:
        png = _compiler().compile(
            input=TEMPLATES / f"{template}.typ",
            format="png",
            ppi=72,
            sys_inputs={"data": _content(data, lang)},
        )
    except typst.TypstError as error:
        raise TypesettingError(f"{template}.typ cannot show the data: {error.diagnostic}") from error
    if not isinstance(png, bytes):
        raise TypesettingError(f"{template}.typ gave {type(png).__name__}, not one picture")
    return png


def _content(data: dict[str, Json], lang: Language) -> str:
    """Return what a template is given, as JSON."""
    known: dict[str, Json] = {
        "lang": lang,
        "fonts": {one: list(families(one)) for one in LANGUAGES},
        "only_in": {one: fallback_note(one, lang) for one in LANGUAGES},
        "mark": Svg(mark_svg()),
    }
    return json.dumps(printable_data({**data, **known}), ensure_ascii=False)


def _compiler() -> typst.Compiler:
    """Return this thread's compiler; it keeps fonts and templates, which makes the second document quick."""
    known: typst.Compiler | None = getattr(_here, "compiler", None)
    if known is None:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[typst_font_dir()]
        )
        known = typst.Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)
        _here.compiler = known
    return known
