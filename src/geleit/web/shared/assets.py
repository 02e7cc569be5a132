"""Style sheets, scripts, fonts and icons: put together when first asked for, served compressed and for good.

There is nothing to build and nothing to collect. ``site.css`` is KERN, the style sheets of the documents (cards,
timetable, days: one hand for paper and screen) and those in ``static/css``. A surface adds files of its own in
``web/<surface>/static``: all its ``.css`` become ``<surface>.css``, each ``.js`` becomes ``<surface>/<name>.js``.
An address names the content (``/assets/site.1a2b3c4d.css``), so a browser keeps it for a year.
"""

import gzip
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

import brotli
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from geleit.documents.fonts.faces import FACES, FIRA
from geleit.documents.icons import icon_names, mark_svg, status_names, symbol
from geleit.web.shared.styles import site_css, surface_css
from geleit.web.shared.transport import accepted_encoding

HERE: Final = Path(__file__).parent
WEB: Final = HERE.parent
PREFIX: Final = "/assets/"
DIGEST_CHARS: Final = 10
FOREVER: Final = "public, max-age=31536000, immutable"
SOON: Final = "public, max-age=60"
"""For an address of another version: what there is now, but not for long."""
TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
    }
)
_COMPRESSED: Final = (".css", ".js", ".svg")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load.

    Parameters
    ----------
    body
        By content coding: "" as it is, "br", "gzip".
    digest
        Of the content, in its address.
    """

    name: str
    body: Mapping[str, bytes]
    digest: str

    @property
    def url(self) -> str:
        """Its address, which names the content."""
        stem, _, ending = self.name.rpartition(".")
        return f"{PREFIX}{stem}.{self.digest}.{ending}"


class UnknownAssetError(LookupError):
    """A page wants a file that there is not.

    Parameters
    ----------
    name
        As written in the template.
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"no asset {name!r}; there are {', '.join(sorted(_sources()))}")


@cache
def find_asset(name: str) -> Asset:
    """Return a file by its name without digest, such as ``site.css``.

    Raises
    ------
    UnknownAssetError
        When there is none.
    """
    source = _sources().get(name)
    if source is None:
        raise UnknownAssetError(name)
    body = source()
    bodies = {"": body}
    if name.endswith(_COMPRESSED):
        bodies |= {"br": brotli.compress(body), "gzip": gzip.compress(body, 9, mtime=0)}
    return Asset(name, MappingProxyType(bodies), hashlib.sha256(body).hexdigest()[:DIGEST_CHARS])


def asset_url(name: str) -> str:
    """Return the address of a file, for templates."""
    return find_asset(name).url


@require_safe
def serve_asset(request: HttpRequest, name: str, digest: str, ending: str) -> HttpResponse:
    """Answer a request for a file."""
    try:
        found = find_asset(f"{name}.{ending}")
    except UnknownAssetError as error:
        raise Http404(str(error)) from error
    coding = accepted_encoding(request.headers.get("Accept-Encoding", ""), found.body)
    response = HttpResponse(found.body[coding], content_type=TYPES[f".{ending}"])
    if coding:
        response.headers["Content-Encoding"] = coding
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOREVER if digest == found.digest else SOON
    return response


@cache
def _sources() -> Mapping[str, Callable[[], bytes]]:
    """Return how each file is made, by name."""
    found: dict[str, Callable[[], bytes]] = {
        "site.css": lambda: site_css(_font_rules()).encode(),
        "icons.svg": lambda: _sprite().encode(),
        "mark.svg": lambda: mark_svg(32).encode(),
        "htmx.js": (HERE / "vendor" / "htmx.min.js").read_bytes,
    }
    for bundle in (HERE / "static" / "bundles").glob("*.css"):
        found[bundle.name] = partial(_style_bytes, (bundle,))
    for face in FACES:
        if face.web_path:
            found[face.web_path.name] = face.web_path.read_bytes
    for folder in sorted(WEB.glob("*/static")):
        surface = folder.parent.name
        if surface == HERE.name:
            continue
        styles = sorted(folder.glob("*.css"))
        if styles:
            found[f"{surface}.css"] = partial(_style_bytes, tuple(styles))
        found |= {f"{surface}/{path.name}": path.read_bytes for path in folder.glob("*.js")}
    found |= {path.name: path.read_bytes for path in (HERE / "static" / "js").glob("*.js")}
    return MappingProxyType(found)


def _style_bytes(paths: tuple[Path, ...]) -> bytes:
    return surface_css(paths).encode()


def _font_rules() -> str:
    """Return the @font-face rules of Fira Sans, which every page of Latin letters needs."""
    return "".join(
        f'@font-face{{font-family:"{face.family}";font-style:{"italic" if face.italic else "normal"};'
        f"font-weight:{face.css_weight};font-display:swap;src:url({asset_url(face.web_path.name)}) "
        f"format('woff2')}}"
        for face in FACES
        if face.family == FIRA and face.web_path
    )


def _sprite() -> str:
    """Return every icon and status glyph as one SVG file; what uses them gives the colours."""
    names = sorted({*icon_names(), *(f"s-{name}" for name in status_names())})
    body = "".join(symbol(name) for name in names)
    return re.sub(r"\s+", " ", f'<svg xmlns="http://www.w3.org/2000/svg">{body}</svg>')
