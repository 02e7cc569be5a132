"""The fonts inside a web page."""

import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from geleit.documents.fonts import FILES, WEB_FILES, subset_css
from geleit.documents.fonts.faces import advances

RULE = re.compile(
    r'@font-face{font-family:"([^"]+)";font-style:(\w+);font-weight:([\d ]+);font-display:block;'
    r"src:url\(data:font/woff2;base64,([A-Za-z0-9+/=]+)\) format\('woff2'\)(?:;unicode-range:([^}]+))?}"
)
PANGRAM = set("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich")


def faces_of(css: str) -> list[tuple[str, str, str]]:
    """Return family, style and weight of each rule."""
    return [(family, style, weight) for family, style, weight, _, _ in RULE.findall(css)]


def characters_of(css: str, family: str, weight: str) -> set[int]:
    """Return the code points that the embedded fonts of one face draw."""
    found: set[int] = set()
    for name, _, one_weight, data, _ in RULE.findall(css):
        if (name, one_weight) == (family, weight):
            with TTFont(io.BytesIO(base64.b64decode(data))) as font:
                found |= font.getBestCmap().keys()
    return found


def test_a_german_page_carries_the_four_latin_faces_only() -> None:
    assert faces_of(subset_css(PANGRAM, "de")) == [
        ("Fira Sans", "normal", "400"),
        ("Fira Sans", "normal", "500"),
        ("Fira Sans", "normal", "600 700"),
        ("Fira Sans", "italic", "400 700"),
    ]


def test_the_ready_made_latin_file_is_used_as_it_is() -> None:
    ready = (WEB_FILES / "FiraSans-Regular.woff2").read_bytes()

    assert base64.b64decode(RULE.findall(subset_css(PANGRAM, "de"))[0][3]) == ready


def test_other_scripts_of_the_same_family_get_a_rule_of_their_own() -> None:
    css = subset_css(PANGRAM | set("Юлия"), "de")
    ranges = [part for _, _, weight, _, part in RULE.findall(css) if weight == "400"]

    assert {ord(char) for char in "Юлия"} <= characters_of(css, "Fira Sans", "400")
    assert len(ranges) == 2
    assert ranges[1] == "U+42E,U+438,U+43B,U+44F"


def test_every_european_latin_letter_is_in_the_ready_made_file() -> None:
    wanted = {*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B, 0x1E9E, 0x20AC}
    missing = wanted - advances(WEB_FILES / "FiraSans-Regular.woff2").keys()

    assert missing == set()


def test_a_chinese_page_carries_exactly_its_characters_in_both_weights() -> None:
    css = subset_css(set("北京与上海，“图林根之夜”\u202f"), "zh-Hans")
    han = {char for char in characters_of(css, "Noto Sans SC", "400") if char > 0x3000}

    assert faces_of(css) == [("Noto Sans SC", "normal", "400"), ("Noto Sans SC", "normal", "500 700")]
    assert han == {ord(char) for char in "北京与上海，图林根之夜"}


def test_characters_that_are_never_bold_are_left_out_of_the_bold_face() -> None:
    css = subset_css(set("北京上海"), "zh", strong=set("北"))

    assert {char for char in characters_of(css, "Noto Sans SC", "500 700") if char > 0x3000} == {ord("北")}


def test_scripts_with_shaping_keep_their_rules() -> None:
    css = subset_css(set("محمد"), "de")
    data = next(data for family, _, _, data, _ in RULE.findall(css) if family == "Noto Sans Arabic")

    with TTFont(io.BytesIO(base64.b64decode(data))) as font:
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina"} <= features


def test_what_no_font_draws_is_left_out() -> None:
    assert subset_css(PANGRAM | {"😀"}, "de") == subset_css(PANGRAM, "de")


@pytest.mark.parametrize("lang", ["de", "zh-Hans"])
def test_the_same_page_is_answered_from_memory(lang: str) -> None:
    chars = set("北京 Erfurt")
    first = subset_css(chars, lang)

    assert subset_css(set(chars), lang) is first


def test_no_woff2_lies_where_typst_looks() -> None:
    assert list(FILES.glob("*.woff*")) == []
