"""What can be drawn, in what width, and by which font."""

import pytest

from geleit.documents.fonts import FILES, css_font_family, families, text_width_em, typst_font_dir, uncovered
from geleit.documents.fonts.coverage import face_for
from geleit.documents.fonts.faces import FACES, advances


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Żółć, Jiří Dvořák, Őrsi Þór Åse Øystein, Ştefan Țurcanu, Çağla İnönü, Ẅälsh ŵŷ",
        "Nguyễn Thị Hồng Nhung",
        "Ελένη Παπαδοπούλου",
        "Юлія Шевченко, Ђорђе",
        "北京与上海 朱镕基 陶喆 王玥 淼",
        "陳大文 張學友 東京 渋谷さくら ソニー",
        "김민준 이서연",
        "محمد الأحمد",
        "דוד כהן",
        "राहुल शर्मा",
        "สมชาย ใจดี",
        "გიორგი Արմեն",
        "e\u0301 a\u0308\u200d\ufeff\u00a0\n",
    ],
)
def test_names_in_these_scripts_are_drawn(name: str) -> None:
    assert uncovered(name) == set()


def test_what_no_font_draws_is_named() -> None:
    assert uncovered("Anna 😀 বাং ᐃ") == {"😀", "ব", "া", "ং", "ᐃ"}


def test_a_decomposed_letter_counts_as_drawn_when_its_parts_are() -> None:
    assert uncovered("\u1e8d\u1e16") == set()


@pytest.mark.parametrize(
    ("char", "lang", "file_name"),
    [
        ("A", "de", "FiraSans-Regular.ttf"),
        ("A", "zh-Hans", "NotoSansSC-Regular.ttf"),
        ("，", "de", "NotoSansSC-Regular.ttf"),
        ("“", "zh", "NotoSansSC-Regular.ttf"),
        ("“", "en", "FiraSans-Regular.ttf"),
        ("Ж", "zh", "FiraSans-Regular.ttf"),
        ("陳", "zh", "NotoSansSCNames-Regular.ttf"),
        ("김", "de", "NotoSansKR-Regular.ttf"),
    ],
)
def test_the_first_family_of_the_language_that_has_a_character_draws_it(
    char: str, lang: str, file_name: str
) -> None:
    face = face_for(char, lang=lang)

    assert face is not None
    assert face.file_name == file_name


def test_the_style_nearest_to_the_wanted_is_taken() -> None:
    found = [
        face_for("x", lang="de", weight=700),
        face_for("x", lang="de", italic=True),
        face_for("京", lang="zh", weight=600),
    ]

    assert [face.file_name if face else "" for face in found] == [
        "FiraSans-SemiBold.ttf",
        "FiraSans-Italic.ttf",
        "NotoSansSC-SemiBold.ttf",
    ]


def test_nothing_draws_an_emoji() -> None:
    assert face_for("😀", lang="de") is None


def test_widths_are_those_of_the_fonts() -> None:
    assert text_width_em("京沪", lang="zh") == 2.0
    assert text_width_em("iW", weight=400) == pytest.approx(0.282 + 0.826)
    assert text_width_em("Breite", weight=600) > text_width_em("Breite", weight=400)
    assert text_width_em("\u200d\u0301", lang="de") == 0.0


def test_typst_gets_a_folder_with_every_face_and_nothing_else() -> None:
    names = {path.name for path in typst_font_dir().iterdir()}

    assert names == {face.file_name for face in FACES}


def test_each_tracked_font_stays_under_three_megabytes() -> None:
    assert [path.name for path in FILES.iterdir() if path.stat().st_size >= 3_000_000] == []


def test_the_general_standard_characters_are_all_there() -> None:
    level_one_and_two = {ord(char) for char in _gb2312_han()}

    assert level_one_and_two - advances(FILES / "NotoSansSC-Regular.ttf").keys() == set()
    assert len(level_one_and_two) == 6763


def test_chinese_asks_noto_first_and_keeps_the_other_families() -> None:
    assert families("zh-Hans")[:2] == ("Noto Sans SC", "Fira Sans")
    assert families("de")[:2] == ("Fira Sans", "Noto Sans SC")
    assert set(families("zh")) == set(families("en"))


def test_the_css_family_ends_in_a_generic_one() -> None:
    assert css_font_family("en").split(", ")[0] == '"Fira Sans"'
    assert css_font_family("en").split(", ")[-1] == "sans-serif"


def _gb2312_han() -> str:
    rows = (bytes((first, second)) for first in range(0xB0, 0xF8) for second in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", errors="ignore") for pair in rows)
