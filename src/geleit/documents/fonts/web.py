"""Fonts inside a single-file web page: woff2 in its style sheet, cut to the characters the page uses."""

import base64
import io
import string
from collections.abc import Iterable
from functools import lru_cache

from fontTools import subset
from fontTools.ttLib import TTFont

from geleit.documents.fonts.coverage import split_by_face
from geleit.documents.fonts.faces import FACES, FIRA, NOTO_SC, Face, advances, is_chinese

ALWAYS = frozenset(
    string.ascii_letters + string.digits + string.punctuation + " ÄÖÜäöüß–—„“”‘’…·€\u00a0\u202f"
)
"""In every page, whether it uses them or not: what a script may write into it later."""
LAYOUT_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "tnum", "lnum")
SCRIPT_FEATURES = ("*",)
"""Scripts other than Latin and Han need their shaping rules whole."""


def subset_css(
    chars: set[str] | frozenset[str], lang: str, *, strong: set[str] | frozenset[str] | None = None
) -> str:
    """Return @font-face rules that carry the characters of a page.

    Parameters
    ----------
    chars : set of str
        Characters that the page shows.
    lang : str
        BCP 47 tag of the page; in Chinese, Noto Sans SC also draws Latin letters and punctuation.
    strong : set of str, optional
        Those of them that are set in weight 500 or more; by default all. Naming them makes a Chinese page smaller.

    Returns
    -------
    str
        CSS; each rule holds a woff2 font as a data address. Latin comes as the four ready-made files of Fira Sans
        (about 100 kB), the rest is cut to size: about 300 bytes for each Chinese character and weight. Characters
        that no font has are left out (see ``uncovered``). Equal arguments are answered from memory.
    """
    used = ALWAYS | chars
    return _css(frozenset(used), frozenset(used if strong is None else ALWAYS | strong), lang.lower())


def chinese_woff2(chars: Iterable[str], *, heavy: bool) -> bytes:
    """Return Noto Sans SC as a woff2 file of just these characters; those it does not have are left out.

    Parameters
    ----------
    chars : iterable of str
        Single characters, of any script.
    heavy : bool
        Whether in weight 600 rather than 400.

    Returns
    -------
    bytes
        About 140 bytes for each Chinese character. Equal arguments are answered from memory.
    """
    face = next(face for face in FACES if face.family == NOTO_SC and (face.weight > 400) == heavy)
    known = advances(face.path)
    return _woff2(face, frozenset(code for code in map(ord, chars) if code in known))


@lru_cache(maxsize=16)
def _css(chars: frozenset[str], strong: frozenset[str], lang: str) -> str:
    parts = split_by_face(chars, lang)
    rules: list[str] = []
    for face in FACES:
        if face.italic and is_chinese(lang):  # no italics in Chinese
            continue
        wanted = parts.get(face.family, set()) & (strong if face.weight >= 500 else chars)
        if wanted:
            rules.extend(_rules(face, frozenset(map(ord, wanted))))
    return "\n".join(rules)


def _rules(face: Face, codes: frozenset[int]) -> list[str]:
    ready_path = face.web_path
    if ready_path is None:
        return [_rule(face, _woff2(face, codes), "")]
    ready = frozenset(advances(ready_path))
    rules = [_rule(face, ready_path.read_bytes(), _unicode_range(ready))]
    rest = codes - ready
    if rest:
        rules.append(_rule(face, _woff2(face, rest), _unicode_range(rest)))
    return rules


def _rule(face: Face, woff2: bytes, unicode_range: str) -> str:
    data = base64.b64encode(woff2).decode("ascii")
    style = "italic" if face.italic else "normal"
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{style};font-weight:{face.css_weight};'
        f"font-display:block;src:url(data:font/woff2;base64,{data}) format('woff2'){unicode_range}}}"
    )


def _unicode_range(codes: Iterable[int]) -> str:
    """Return the CSS descriptor that limits a rule to its characters, neighbours joined into spans."""
    spans: list[list[int]] = []
    for code in sorted(codes):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    words = (f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in spans)
    return f";unicode-range:{','.join(words)}"


@lru_cache(maxsize=64)
def _woff2(face: Face, codes: frozenset[int]) -> bytes:
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = [1, 2, 13]
    options.layout_features = list(LAYOUT_FEATURES if face.family in (FIRA, NOTO_SC) else SCRIPT_FEATURES)
    with TTFont(face.path, lazy=True, recalcTimestamp=False) as font:
        font.flavor = "woff2"
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=codes)
        subsetter.subset(font)
        out = io.BytesIO()
        font.save(out)
    return out.getvalue()
