"""Looking into a PDF: what it says, how it is tagged, which fonts it holds."""

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of every page, as a reader's search would find it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_plain(page.get_textpage().get_text_range()) for page in document]


def text_of(pdf: bytes) -> str:
    """Return the text of all pages."""
    return " ".join(pages_of(pdf))


def sizes_of(pdf: bytes) -> set[tuple[int, int]]:
    """Return width and height of the pages in millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        return {
            (round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4)) for page in document
        }


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Return the PDF's objects."""
    return pikepdf.open(io.BytesIO(pdf))


def xmp_of(pdf: bytes) -> str:
    """Return the metadata that says which standards are kept."""
    with opened(pdf) as document:
        return bytes(document.Root.Metadata.read_bytes()).decode("utf-8")


def elements_of(pdf: bytes) -> Iterator[pikepdf.Dictionary]:
    """Yield every element of the structure tree, in reading order."""
    with opened(pdf) as document:
        yield from _below(document.Root.StructTreeRoot)


def tags_of(pdf: bytes) -> list[str]:
    """Return the kind of every element, in reading order."""
    return [str(element.S) for element in elements_of(pdf)]


def outline_of(pdf: bytes) -> list[tuple[str, list[str]]]:
    """Return the bookmarks of the first level, each with those below it."""
    with opened(pdf) as document, document.open_outline() as outline:
        return [(one.title, [below.title for below in one.children]) for one in outline.root]


def fonts_of(pdf: bytes) -> list[tuple[str, bool]]:
    """Return every font's name without its subset mark, and whether it is embedded."""
    found = {}
    with opened(pdf) as document:
        for page in document.pages:
            for font in page.Resources.get("/Font", {}).values():
                name = str(font.BaseFont).partition("+")[2]
                described = font.DescendantFonts[0].FontDescriptor
                found[name] = any(key in described for key in ("/FontFile2", "/FontFile3"))
    return sorted(found.items())


def _below(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    children: pikepdf.Object | None = node.get("/K")
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _below(child)


def _plain(text: str) -> str:
    """Return text on one line, without the joiners that hold a mark to its word."""
    return " ".join(text.replace("\u2060", "").replace("\u00a0", " ").replace("\ufffe", "").split())
