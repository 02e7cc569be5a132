"""The whole map, for any trip."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from geleit.documents.fonts import typst_font_dir
from geleit.documents.map import MapExcursion, MapFlight, MapLeg, MapStop, PaletteName, route_map

SVG = "{http://www.w3.org/2000/svg}"
USA = (
    MapStop("Washington, D.C.", 38.9, -77.03, "18. bis 20. Mai"),
    MapStop("New York", 40.75, -73.98, "20. bis 22. Mai"),
    MapStop("Boston", 42.36, -71.06, "22. bis 24. Mai"),
)
CHINA = (MapStop("北京", 39.9, 116.4, "已确定"), MapStop("上海", 31.23, 121.47, "已确定"))
AROUND_SHANGHAI = (
    MapExcursion(MapStop("太仓", 31.45, 121.12), 1),
    MapExcursion(MapStop("昆山", 31.385, 120.98), 1),
)
HOME = (50.98, 11.03)


def draw(
    stops: Sequence[MapStop],
    *,
    excursions: Sequence[MapExcursion] = (),
    palette: PaletteName = "css",
    lang: str = "de",
    size: tuple[int, int] = (720, 700),
    phone: bool = False,
) -> ET.Element:
    """Return the map of a trip by train with flights from and to home, as a tree."""
    text = route_map(
        stops,
        [MapLeg(i, i + 1, "train") for i in range(len(stops) - 1)],
        excursions,
        flights=[MapFlight(0, *HOME, inbound=True), MapFlight(len(stops) - 1, *HOME, inbound=False)],
        title="Die Route",
        description="In Worten.",
        lang=lang,
        palette=palette,
        width_px=size[0],
        height_px=size[1],
        phone=phone,
    )
    return ET.fromstring(text)  # noqa: S314  our own text


def texts(root: ET.Element) -> list[str]:
    """Return all words on a map, in the order of drawing."""
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_the_map_of_the_east_coast_names_and_numbers_its_stations() -> None:
    root = draw(USA)

    assert sorted(texts(root)) == sorted(
        ["1", "2", "3", *(stop.name for stop in USA), *(stop.note for stop in USA)]
    )
    assert root.findall(f"{SVG}svg") == []


def test_title_and_description_say_the_route_in_words() -> None:
    root = draw(USA)
    ids = root.attrib["aria-labelledby"].split()
    told = {
        element.attrib["id"]: element.text for element in root if element.tag in (f"{SVG}title", f"{SVG}desc")
    }

    assert [told[one] for one in ids] == ["Die Route", "In Worten."]
    assert (root.attrib["role"], root.attrib["lang"]) == ("img", "de")


def test_excursions_around_shanghai_stand_in_an_inset_whose_area_is_framed() -> None:
    root = draw(CHINA, excursions=AROUND_SHANGHAI, lang="zh-Hans")
    (inset,) = root.findall(f"{SVG}svg")
    dashed = [r for r in root.findall(f"{SVG}rect") if "stroke-dasharray" in r.attrib]

    assert sorted(texts(inset)) == sorted(["2", "上海", "太仓", "昆山", "上海周边，当日往返"])
    assert len(dashed) == 1
    assert len(inset.findall(f"{SVG}circle")) == 3


@pytest.mark.parametrize(
    ("lang", "caption"),
    [("de", ["Rund um 上海, am selben Tag zurück"]), ("en", ["Around 上海, back the same day"])],
)
def test_the_inset_speaks_the_language_of_the_page(lang: str, caption: list[str]) -> None:
    (inset,) = draw(CHINA, excursions=AROUND_SHANGHAI, lang=lang).findall(f"{SVG}svg")

    assert [words for words in texts(inset) if len(words) > 6] == caption


def test_an_inset_grows_until_long_names_have_room() -> None:
    long = [
        MapExcursion(MapStop("Deutsches Mittelstandszentrum Taicang", 31.45, 121.12), 1),
        MapExcursion(MapStop("Start-up-Fabrik Kunshan", 31.385, 120.98), 1),
        MapExcursion(MapStop("Tiefwasserhafen Yangshan", 30.62, 122.07), 1),
    ]
    (usual,), (grown,) = (
        draw(CHINA, excursions=excursions).findall(f"{SVG}svg") for excursions in (AROUND_SHANGHAI, long)
    )

    assert float(grown.attrib["width"]) > float(usual.attrib["width"])
    assert {"Kunshan", "Yangshan"} <= {words.split()[-1] for words in texts(grown)}


def test_a_distant_excursion_is_drawn_on_the_map_itself() -> None:
    root = draw(CHINA, excursions=[MapExcursion(MapStop("南京", 32.06, 118.8), 1)], lang="zh")

    assert root.findall(f"{SVG}svg") == []
    assert "南京" in texts(root)


def test_two_stations_five_kilometres_apart_share_a_dot_and_are_told_apart_in_an_inset() -> None:
    root = draw([MapStop("Köln", 50.94, 6.96), MapStop("Köln-Deutz", 50.94, 7.03)])
    (inset,) = root.findall(f"{SVG}svg")

    assert "1·2" in texts(root)
    assert {"1", "2", "Köln", "Köln-Deutz"} <= set(texts(inset))


def test_a_trip_over_the_pacific_is_drawn_over_the_pacific() -> None:
    root = draw([MapStop("Tokio", 35.68, 139.7), MapStop("Los Angeles", 34.05, -118.24)])
    x = {label.text: float(label.attrib["x"]) for label in root.iter(f"{SVG}text")}

    assert 0 < x["1"] < 360 < x["2"] < 720


def test_a_trip_from_home_by_train_has_its_home_on_the_map() -> None:
    stops = [MapStop("Frankfurt", 50.11, 8.68), MapStop("Dresden", 51.05, 13.74)]
    root = draw(stops)

    assert len([c for c in root.findall(f"{SVG}circle") if float(c.attrib["r"]) < 6]) == 1


def test_a_flight_between_stations_is_dotted_and_a_train_is_not() -> None:
    stops = [MapStop("Hanoi", 21.03, 105.85), MapStop("Ho Chi Minh City", 10.77, 106.7)]
    flown, driven = (
        route_map(stops, [MapLeg(0, 1, mode)], title="t", description="d", lang="en")
        for mode in ("flight", "train")
    )

    assert (flown.count("stroke-dasharray"), driven.count("stroke-dasharray")) == (1, 0)


def test_colours_are_literal_for_paper_and_variables_for_the_page() -> None:
    printed = ET.tostring(draw(USA, palette="print"), encoding="unicode")
    page = ET.tostring(draw(USA), encoding="unicode")

    assert "var(" not in printed
    assert set(re.findall(r"var\((--gl-[a-z-]+),", page)) == {
        "--gl-sea",
        "--gl-wave",
        "--gl-land",
        "--gl-coast",
        "--gl-thread",
        "--gl-text",
        "--gl-muted",
        "--gl-sans",
    }


def test_phones_get_larger_letters() -> None:
    sizes = {
        phone: {t.attrib["font-size"] for t in draw(USA, phone=phone).iter(f"{SVG}text")}
        for phone in (False, True)
    }

    assert sizes == {False: {"14", "15", "19"}, True: {"22", "23", "28"}}


def test_two_maps_on_one_page_share_no_id() -> None:
    ids = [
        {element.attrib["id"] for element in draw(USA, phone=phone).iter() if "id" in element.attrib}
        for phone in (False, True)
    ]

    assert len(ids[0]) == len(ids[1]) == 3
    assert ids[0] & ids[1] == set()


def test_the_same_trip_gives_the_same_text() -> None:
    assert ET.tostring(draw(USA)) == ET.tostring(draw(list(USA)))


def test_names_cannot_break_the_drawing() -> None:
    root = draw([MapStop('<b>&"\x00\n</b>', 1, 1, "]]><script>")])

    assert {'<b>&"</b>', "]]><script>"} <= set(texts(root))


def test_the_drawing_of_the_east_coast_stays_small() -> None:
    assert len(ET.tostring(draw(USA))) < 18_000


def test_typst_prints_it_in_the_shipped_fonts(tmp_path: Path) -> None:
    root = draw(CHINA, excursions=AROUND_SHANGHAI, palette="print", lang="zh")
    (tmp_path / "map.svg").write_bytes(ET.tostring(root))
    page = tmp_path / "page.typ"
    page.write_text('#set document(title: "t")\n#set text(lang: "zh")\n#image("map.svg", alt: "a")')
    typst.compile(
        str(page),
        output=str(tmp_path / "page.pdf"),
        font_paths=[str(typst_font_dir())],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )

    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        fonts = {str(one["/BaseFont"]).split("+")[-1] for one in pdf.objects if "/BaseFont" in _keys(one)}
    assert fonts == {"NotoSansSC-Regular", "NotoSansSC-SemiBold"}


def _keys(value: object) -> set[str]:
    return set(value.keys()) if isinstance(value, pikepdf.Dictionary) else set()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: route_map([], title="t", description="d", lang="de"), "at least one station"),
        (
            lambda: route_map(USA, [MapLeg(0, 3, "bus")], title="t", description="d", lang="de"),
            "leg: no station 3; the stations are 0 to 2",
        ),
        (lambda: MapStop("Boston", -171.06, 42.36), "place 'Boston': latitude -171.06 .* swapped"),
        (lambda: MapStop("Boston", 42.36, float("nan")), "place 'Boston': longitude nan"),
        (lambda: MapFlight(0, 51, 200, inbound=True), "home: longitude 200"),
        (lambda: route_map(USA, title="t", description="d", lang="de", width_px=100), "too small"),
        (
            lambda: route_map(
                USA, title="t", description="d", lang="de", palette=cast("PaletteName", "sepia")
            ),
            "no palette 'sepia'; there are light, dark, print, css",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_value(wrong: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        wrong()


PLACES = st.builds(
    MapStop,
    st.text(min_size=0, max_size=25),
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.text(max_size=15),
)


@settings(max_examples=15)  # each draws a whole map
@given(
    stops=st.lists(PLACES, min_size=1, max_size=6),
    excursions=st.lists(st.builds(MapExcursion, PLACES, st.just(0)), max_size=3),
    size=st.sampled_from([(720, 700), (1000, 353), (300, 600)]),
    phone=st.booleans(),
)
def test_any_trip_has_a_map_with_every_station_inside(
    *, stops: list[MapStop], excursions: list[MapExcursion], size: tuple[int, int], phone: bool
) -> None:
    root = draw(stops, excursions=excursions, size=size, phone=phone)
    numbers = [element for element in root.findall(f"{SVG}text") if element.attrib["text-anchor"] == "middle"]
    dots = [element for element in numbers if re.fullmatch(r"[\d·]+", element.text or "")]
    shown = {number for element in dots for number in (element.text or "").split("·")}

    assert {str(i + 1) for i in range(len(stops))} <= shown
    assert all(
        0 <= float(dot.attrib["x"]) <= size[0] and 0 <= float(dot.attrib["y"]) <= size[1] for dot in dots
    )


NEAR = st.floats(-0.2, 0.2)


@settings(max_examples=20)
@given(st.lists(st.tuples(NEAR, NEAR), min_size=2, max_size=6), st.floats(-70, 70), st.floats(-179, 179))
def test_crowded_trips_have_a_map_too(offsets: list[tuple[float, float]], lat: float, lon: float) -> None:
    stops = [MapStop(f"Ort {i}", lat + dy, lon + dx) for i, (dy, dx) in enumerate(offsets)]

    assert len(list(draw(stops).iter(f"{SVG}text"))) >= 2
