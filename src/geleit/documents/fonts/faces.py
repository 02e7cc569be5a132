"""The fonts that ship with Geleit: which file draws what."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FILES = Path(__file__).parent / "files"
WEB_FILES = Path(__file__).parent / "web_files"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file.

    Parameters
    ----------
    file_name : str
        Name of the file in ``FILES``.
    family : str
        Family name as Typst and CSS know it.
    weight : int
        Weight, 100 to 900.
    css_weight : str
        Weights that the face stands for on a web page; a range where no other face of the family draws them.
    italic : bool, default False
        Whether it is the italic.
    """

    file_name: str
    family: str
    weight: int
    css_weight: str
    italic: bool = False

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return FILES / self.file_name

    @property
    def web_path(self) -> Path | None:
        """Where its ready-made woff2 for web pages lies (Latin only); None if it has none."""
        return WEB_FILES / f"{self.path.stem}.woff2" if self.family == FIRA else None


FIRA = "Fira Sans"
NOTO_SC = "Noto Sans SC"
NOTO_SC_NAMES = "Noto Sans SC Names"

FACES = (
    Face("FiraSans-Regular.ttf", FIRA, 400, "400"),
    Face("FiraSans-Medium.ttf", FIRA, 500, "500"),
    Face("FiraSans-SemiBold.ttf", FIRA, 600, "600 700"),
    Face("FiraSans-Italic.ttf", FIRA, 400, "400 700", italic=True),
    Face("NotoSansSC-Regular.ttf", NOTO_SC, 400, "400"),
    Face("NotoSansSC-SemiBold.ttf", NOTO_SC, 600, "500 700"),
    Face("NotoSansSCNames-Regular.ttf", NOTO_SC_NAMES, 400, "400 700"),
    Face("NotoSansKR-Regular.ttf", "Noto Sans KR", 400, "400 700"),
    Face("NotoSansArabic-Regular.ttf", "Noto Sans Arabic", 400, "400 700"),
    Face("NotoSansHebrew-Regular.ttf", "Noto Sans Hebrew", 400, "400 700"),
    Face("NotoSansDevanagari-Regular.ttf", "Noto Sans Devanagari", 400, "400 700"),
    Face("NotoSansThai-Regular.ttf", "Noto Sans Thai", 400, "400 700"),
    Face("NotoSansGeorgian-Regular.ttf", "Noto Sans Georgian", 400, "400 700"),
    Face("NotoSansArmenian-Regular.ttf", "Noto Sans Armenian", 400, "400 700"),
)
"""Every shipped face. Families in the order in which a German or English page asks them."""


def families(lang: str) -> tuple[str, ...]:
    """Return the font families in the order in which text of a language asks them.

    Parameters
    ----------
    lang : str
        BCP 47 tag, such as ``"de"``, ``"en"`` or ``"zh-Hans"``.

    Returns
    -------
    tuple of str
        In Chinese, Noto Sans SC leads, so that quotes and commas take their full width.
    """
    known = tuple(dict.fromkeys(face.family for face in FACES))
    if is_chinese(lang):
        return (NOTO_SC, *(family for family in known if family != NOTO_SC))
    return known


def is_chinese(lang: str) -> bool:
    """Return whether a BCP 47 tag names Chinese."""
    return lang.lower().split("-")[0] == "zh"


@cache
def advances(path: Path) -> dict[int, int]:
    """Return the advance width of every character of a face.

    Parameters
    ----------
    path : Path
        A font file.

    Returns
    -------
    dict of int to int
        Code point to width in thousandths of the font size; every shipped face has 1000 units to the em.
    """
    with TTFont(path, lazy=True) as font:
        metrics = font["hmtx"].metrics
        return {code: metrics[glyph][0] for code, glyph in font.getBestCmap().items()}
