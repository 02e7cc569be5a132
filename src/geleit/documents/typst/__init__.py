"""Printed documents: the programme booklet and each delegate's agenda, as tagged PDF by Typst.

Both are PDF/A-2a (for archives) and PDF/UA-1 (for readers' software), in German, English and Chinese.
"""

from geleit.documents.typst.agenda import agenda_pdf, agenda_pdfs
from geleit.documents.typst.booklet import booklet_pdf
from geleit.documents.typst.compiler import TypesettingError
from geleit.documents.typst.printable import UNDRAWN, UnprintableText, unprintable_texts
from geleit.documents.typst.share_picture import share_picture

__all__ = [
    "UNDRAWN",
    "TypesettingError",
    "UnprintableText",
    "agenda_pdf",
    "agenda_pdfs",
    "booklet_pdf",
    "share_picture",
    "unprintable_texts",
]
