"""Icons, status glyphs and chips."""

import re
import xml.etree.ElementTree as ET

import pytest

from geleit.documents import icons
from geleit.domain.kinds import ItemKind, LegMode
from geleit.domain.status import PublicStatus, RequestStatus

SVG = "{http://www.w3.org/2000/svg}"
MOVEMENTS = ("transfer", "leg", "walk", "meal", "hotel", *(mode.value for mode in LegMode))


@pytest.mark.parametrize("name", icons.icon_names())
def test_every_icon_is_drawn_inside_its_box(name: str) -> None:
    root = ET.fromstring(icons.svg(name, 32, "#131525"))  # noqa: S314  our own text
    data = " ".join(path.attrib["d"] for path in root.iter(f"{SVG}path"))

    assert root.attrib["viewBox"] == "0 0 24 24"
    assert (root.attrib["width"], root.attrib["stroke"]) == ("32", "#131525")
    assert re.fullmatch(r"[MmLlHhVvCcSsQqAaZz\d., -]+", data)
    assert all(0 <= float(start) <= 24 for start in re.findall(r"M([\d.]+)", data))


@pytest.mark.parametrize("kind", [*ItemKind, *MOVEMENTS])
def test_every_kind_of_the_domain_has_icon_family_and_chip(kind: str) -> None:
    root = ET.fromstring(icons.chip_svg(kind, 40))  # noqa: S314  our own text

    assert icons.family_of(kind) in {"politics", "company", "science", "network", "evening", "move"}
    assert len(root) == 2


@pytest.mark.parametrize("kind", ItemKind)
def test_families_agree_with_the_domain(kind: ItemKind) -> None:
    assert icons.family_of(kind) == kind.family


@pytest.mark.parametrize("status", [*RequestStatus, *(one for one in PublicStatus if one != "hidden")])
def test_every_status_has_a_glyph(status: str) -> None:
    root = ET.fromstring(icons.status_svg(status))  # noqa: S314  our own text

    assert len(root) > 0


def test_the_seven_glyphs_differ() -> None:
    names = ("idea", "requested", "in_clarification", "tentative", "planned", "confirmed", "declined")

    assert len({icons.status_svg(name) for name in names}) == 7


def test_statuses_that_end_a_request_share_the_cross() -> None:
    assert {icons.status_svg(name) for name in ("lapsed", "withdrawn", "cancelled_late")} == {
        icons.status_svg("declined")
    }


def test_a_symbol_takes_its_colour_from_the_page() -> None:
    assert icons.symbol("down") == (
        '<symbol id="i-down" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" '
        'stroke-linecap="round" stroke-linejoin="round"><path d="M6 9l6 6 6-6"/></symbol>'
    )


def test_a_sprite_holds_each_symbol_once_in_a_fixed_order() -> None:
    text = icons.sprite(["pin", "s-confirmed", "clock", "pin"])

    assert re.findall(r'<symbol id="([^"]+)"', text) == ["i-clock", "i-pin", "s-confirmed"]


def test_a_use_points_at_its_symbol_and_is_silent() -> None:
    assert icons.use("s-planned") == (
        '<svg class="gl-ico" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">'
        '<use href="#s-planned"/></svg>'
    )


def test_the_tick_shows_the_paper() -> None:
    assert 'stroke="#0d0f17"' in icons.status_svg("confirmed", color="#fff", paper="#0d0f17")


def test_an_outlined_chip_has_no_filled_area() -> None:
    outlined, filled = icons.chip_svg("reception", outline=True), icons.chip_svg("reception")

    assert set(re.findall(r'fill="([^"]+)"', outlined)) == {"none"}
    assert set(re.findall(r'fill="([^"]+)"', filled)) == {"#734000", "none"}


def test_a_chip_may_show_another_icon() -> None:
    globe = icons.svg("globe", 24, "#000")
    path = re.findall(r'd="([^"]+)"', globe)[0]

    assert path in icons.chip_svg("institution_visit", icon="globe")


def test_dark_chips_have_their_own_colours() -> None:
    assert "#a2b8e4" in icons.chip_svg("briefing", colours="dark")


def test_a_misspelt_name_gets_its_likely_correction() -> None:
    with pytest.raises(KeyError, match="no icon 'compny_visit'; did you mean 'company_visit'"):
        icons.svg("compny_visit", 16, "#000")
    with pytest.raises(KeyError, match="no status 'confirmd'; did you mean 'confirmed'"):
        icons.status_svg("confirmd")
    with pytest.raises(KeyError, match="no kind 'zzz'; there are "):
        icons.family_of("zzz")


def test_the_mark_keeps_its_proportions() -> None:
    root = ET.fromstring(icons.mark_svg(44))  # noqa: S314  our own text

    assert (root.attrib["width"], root.attrib["height"]) == ("60", "44")
