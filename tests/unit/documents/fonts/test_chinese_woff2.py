import io

from fontTools.ttLib import TTFont

from geleit.documents.fonts import chinese_woff2


def characters(font: bytes) -> set[str]:
    return set(map(chr, TTFont(io.BytesIO(font)).getBestCmap()))


def test_it_draws_just_what_was_asked_for() -> None:
    assert characters(chinese_woff2("北京与上海", heavy=False)) == set("北京与上海")


def test_what_the_font_does_not_have_is_left_out() -> None:
    assert characters(chinese_woff2("北\U0001f600", heavy=True)) == {"北"}


def test_its_weights_are_two_fonts() -> None:
    assert chinese_woff2("北", heavy=True) != chinese_woff2("北", heavy=False)
