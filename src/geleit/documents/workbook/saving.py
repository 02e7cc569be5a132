"""A workbook as bytes that depend on nothing but its content and its date."""

import io
import re
import zipfile
from datetime import UTC, datetime

from openpyxl.workbook import Workbook

_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def saved(book: Workbook, now: datetime) -> bytes:
    """Return a workbook as XLSX, made and changed at one instant.

    openpyxl notes the moment of saving in the file and in its archive; both are set to ``now``.
    """
    instant = now.astimezone(UTC).replace(microsecond=0)
    book.properties.created = instant.replace(tzinfo=None)
    written = io.BytesIO()
    book.save(written)
    stamp = f"{instant:%Y-%m-%dT%H:%M:%SZ}".encode()
    clean = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == _CORE:
                content = _MODIFIED.sub(rb"\g<1>" + stamp, content)
            target.writestr(
                zipfile.ZipInfo(entry.filename, instant.timetuple()[:6]), content, zipfile.ZIP_DEFLATED
            )
    return clean.getvalue()
