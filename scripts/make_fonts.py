"""Make the font files that Geleit ships in src/geleit/documents/fonts/files and web_files.

Run by a maintainer when a font is updated, never at set-up; the results are committed and their checksums stand
in ``src/geleit/documents/vendor.toml``. Needs, unpacked in one folder (the argument), what these commands fetch::

    packages="@expo-google-fonts/fira-sans@0.4.1 @expo-google-fonts/noto-sans-sc@0.4.3"
    packages="$packages @expo-google-fonts/noto-sans-kr@0.4.3 @expo-google-fonts/noto-sans-arabic@0.4.3"
    packages="$packages @expo-google-fonts/noto-sans-devanagari@0.4.1 @expo-google-fonts/noto-sans-thai@0.4.2"
    packages="$packages @fontsource/noto-sans-hebrew@5.3.0 @fontsource/noto-sans-georgian@5.3.0"
    packages="$packages @fontsource/noto-sans-armenian@5.3.0"
    for p in $packages; do f=$(npm pack --silent $p); mkdir ${f%.tgz}; tar xzf $f -C ${f%.tgz}; done
    apt-get download unicode-data; dpkg -x unicode-data_*.deb unicode-data

What is done to them: hinting and rarely used glyph variants go (Typst and current browsers do without), the
Chinese fonts are cut to the General Standard list (Unihan's kTGH, 8105 characters) and GB 2312, and a second,
smaller file holds the traditional (Big5 level 1) and Japanese (JIS level 1) characters that names from Taiwan or
Japan need. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import bz2
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FILES = Path(__file__).resolve().parents[1] / "src/geleit/documents/fonts/files"
WEB_FILES = FILES.parent / "web_files"
MAX_BYTES = 3_000_000
LATIN_FEATURES = [
    "kern",
    "mark",
    "mkmk",
    "ccmp",
    "locl",
    "liga",
    "calt",
    "lnum",
    "pnum",
    "tnum",
    "frac",
    "case",
]
WEB_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "lnum", "tnum"]
WEB_LATIN = frozenset(
    {
        *range(0x20, 0x180),  # Basic Latin to Latin Extended-A
        *(0x218, 0x219, 0x21A, 0x21B, 0x1E80, 0x1E81, 0x1E82, 0x1E83, 0x1E84, 0x1E85, 0x1E9E, 0x1EF2, 0x1EF3),
        *range(0x300, 0x30D),  # accents that stand alone
        *range(0x2010, 0x2060),  # dashes, quotes, spaces
        *(0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2264, 0x2265),
    }
)
"""What a web page carries without asking: every European language that is written in Latin letters."""
HAN_FEATURES = ["kern", "mark", "ccmp", "locl", "liga", "halt", "palt", "vert"]
HAN_DROPPED_TABLES = ["vhea", "vmtx", "BASE", "STAT"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one shipped file is made: source, characters, features and, if needed, another family name."""

    target: str
    source: str
    chars: frozenset[int] | None = None
    features: tuple[str, ...] = ("*",)
    drop: tuple[str, ...] = ("STAT",)
    family: str = ""
    flavor: str | None = None


def codec_chars(codec: str, first_bytes: range) -> set[int]:
    """Return all code points that the two-byte part of a legacy character set holds."""
    found: set[int] = set()
    for first in first_bytes:
        for second in range(0x40, 0xFF):
            try:
                found.update(map(ord, bytes((first, second)).decode(codec)))
            except UnicodeDecodeError:
                continue
    return found


def general_standard_chars(unicode_data: Path) -> set[int]:
    """Return the 8105 characters of the Table of General Standard Chinese Characters (Unihan kTGH)."""
    with bz2.open(
        unicode_data / "usr/share/unicode/Unihan_OtherMappings.txt.bz2", "rt", encoding="utf-8"
    ) as lines:
        found = {
            int(line.split("\t")[0][2:], 16) for line in lines if line.startswith("U+") and "\tkTGH\t" in line
        }
    if len(found) != 8105:
        raise SystemExit(
            f"Unihan names {len(found)} kTGH characters, 8105 expected: another Unicode version?"
        )
    return found


def script_chars(font: Path, *words: str) -> frozenset[int]:
    """Return the characters of ``font`` whose Unicode name starts with one of ``words``."""
    cmap = TTFont(font, lazy=True).getBestCmap()
    return frozenset(u for u in cmap if unicodedata.name(chr(u), "").split(" ")[0].startswith(words))


def chinese_core(unicode_data: Path, font: Path) -> frozenset[int]:
    """Return the characters of the Chinese faces: standard list, GB 2312, Latin, punctuation, full-width forms.

    GB 2312 also holds Greek and Cyrillic, which this font draws in full width; those are left to Fira Sans.
    """
    blocks = {*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2060), *range(0x3000, 0x3040)}
    blocks |= {*range(0xFF00, 0xFFF0), 0x20AC, 0x2122, 0x2212}
    wanted = general_standard_chars(unicode_data) | codec_chars("gb2312", range(0xA1, 0xF8)) | blocks
    return frozenset((wanted | script_chars(font, "LATIN")) - script_chars(font, "GREEK", "CYRILLIC"))


def recipes(folder: Path) -> list[Recipe]:
    """Return what to make from the packages unpacked in ``folder``: one long list, in the order of the files."""

    def find(pattern: str) -> Path:
        hits = sorted(folder.glob(pattern))
        if len(hits) != 1:
            raise SystemExit(
                f"{pattern}: {len(hits)} files in {folder}, 1 expected; see this script's first lines"
            )
        return hits[0]

    made: list[Recipe] = []
    fira = {
        "Regular": "400Regular/FiraSans_400Regular",
        "Italic": "400Regular_Italic/FiraSans_400Regular_Italic",
        "Medium": "500Medium/FiraSans_500Medium",
        "SemiBold": "600SemiBold/FiraSans_600SemiBold",
    }
    for style, name in fira.items():
        source = find(f"expo-google-fonts-fira-sans-*/package/{name}.ttf")
        made.append(Recipe(f"FiraSans-{style}.ttf", str(source), features=tuple(LATIN_FEATURES)))
        web = f"../{WEB_FILES.name}/FiraSans-{style}.woff2"
        made.append(Recipe(web, str(source), WEB_LATIN, tuple(WEB_FEATURES), flavor="woff2"))
    han = find("expo-google-fonts-noto-sans-sc-*/package/400Regular/*.ttf")
    core = chinese_core(folder / "unicode-data", han)
    for style, name in {"Regular": "400Regular", "SemiBold": "600SemiBold"}.items():
        source = find(f"expo-google-fonts-noto-sans-sc-*/package/{name}/*.ttf")
        drop = tuple(HAN_DROPPED_TABLES)
        made.append(Recipe(f"NotoSansSC-{style}.ttf", str(source), core, tuple(HAN_FEATURES), drop))
    names = codec_chars("big5", range(0xA1, 0xC7)) | codec_chars("euc_jp", range(0xA1, 0xD0))
    names = {u for u in names if u >= 0x3000} - core
    no_layout = (*HAN_DROPPED_TABLES, "GSUB", "GPOS", "GDEF")
    made.append(
        Recipe("NotoSansSCNames-Regular.ttf", str(han), frozenset(names), (), no_layout, "Noto Sans SC Names")
    )
    korean = find("expo-google-fonts-noto-sans-kr-*/package/400Regular/*.ttf")
    syllables = frozenset(u for u in codec_chars("euc_kr", range(0xA1, 0xFE)) if 0xAC00 <= u <= 0xD7A3)
    made.append(Recipe("NotoSansKR-Regular.ttf", str(korean), syllables, (), no_layout))
    joiners = frozenset({0x200C, 0x200D, 0x25CC})
    for script in ("Arabic", "Devanagari", "Thai"):
        source = find(f"expo-google-fonts-noto-sans-{script.lower()}-*/package/400Regular/*.ttf")
        chars = script_chars(source, script.upper()) | joiners
        made.append(Recipe(f"NotoSans{script}-Regular.ttf", str(source), chars))
    for script in ("Hebrew", "Georgian", "Armenian"):
        low = script.lower()
        source = find(f"fontsource-noto-sans-{low}-*/package/files/noto-sans-{low}-{low}-400-normal.woff2")
        chars = script_chars(source, script.upper()) | joiners
        made.append(Recipe(f"NotoSans{script}-Regular.ttf", str(source), chars, family=f"Noto Sans {script}"))
    return made


def rename_family(font: TTFont, family: str) -> None:
    """Give a file the family name it goes by here.

    A part of a family needs its own, so that no program takes the part for the whole; one packaged font calls
    itself by the wrong weight.
    """
    postscript = family.replace(" ", "")
    values = {1: family, 3: f"{postscript}-Regular", 4: family, 6: f"{postscript}-Regular", 16: family}
    for record in font["name"].names:
        if record.nameID in values:
            record.string = values[record.nameID]


def make(recipe: Recipe, target: Path) -> int:
    """Write one file; return its size in bytes."""
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    options.layout_features = list(recipe.features)
    options.drop_tables += list(recipe.drop)
    with TTFont(recipe.source, lazy=True, recalcTimestamp=False) as font:
        font.flavor = recipe.flavor
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=recipe.chars if recipe.chars is not None else font.getBestCmap())
        subsetter.subset(font)
        if recipe.family:
            rename_family(font, recipe.family)
        font.save(target)
    return target.stat().st_size


def main() -> None:
    """Make every font file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="folder with the unpacked packages")
    parser.add_argument("--out", type=Path, default=FILES)
    arguments = parser.parse_args()
    for folder in (arguments.out, arguments.out / ".." / WEB_FILES.name):
        folder.mkdir(parents=True, exist_ok=True)
    for recipe in recipes(arguments.folder):
        size = make(recipe, arguments.out / recipe.target)
        print(f"{recipe.target:34} {size:>9,} bytes")
        if size >= MAX_BYTES:
            raise SystemExit(
                f"{recipe.target} is too large to be tracked: {size:,} bytes, limit {MAX_BYTES:,}"
            )


if __name__ == "__main__":
    main()
