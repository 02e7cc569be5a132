"""Labels find a place that covers nothing."""

import numpy as np
import pytest

from geleit.documents.map.ground import read_ground
from geleit.documents.map.labels import (
    HUGE,
    Box,
    LabelWish,
    Line,
    Obstacles,
    box_around,
    break_name,
    place_labels,
    readable,
)

NOTHING = np.empty((0, 2))


def wish(x: float, y: float, name: str = "Washington, D.C.") -> LabelWish:
    """Return a label with a name and dates."""
    return LabelWish((x, y), 15, (Line(name, 19, 600), Line("18. bis 20. Mai", 15, 400)))


def obstacles(**changed: object) -> Obstacles:
    """Return an empty sheet of 720 by 700, but for what is given."""
    values: dict[str, object] = {"route": NOTHING, "flights": NOTHING, "dots": ()}
    return Obstacles(720, 700, **{**values, **changed})  # type: ignore[arg-type]  # keyword values of a test


def test_a_lonely_label_stands_to_the_right_of_its_dot() -> None:
    (label,), cost = place_labels([wish(300, 300)], obstacles())

    assert (label.anchor, label.x) == ("start", 322)
    assert label.box.left == 322
    assert (label.box.top + label.box.bottom) / 2 == pytest.approx(300)
    assert cost == 0


def test_lines_stand_below_each_other_inside_the_box() -> None:
    (label,), _ = place_labels([wish(300, 300)], obstacles())
    first, second = label.baselines

    assert label.box.top < first < second < label.box.bottom
    assert second - first == pytest.approx(19 * 1.28 + 15 * 0.8 - 19 * 0.8)


def test_a_label_at_the_right_edge_goes_to_the_left() -> None:
    (label,), cost = place_labels([wish(690, 300)], obstacles())

    assert label.box.right < 690
    assert cost < HUGE


def test_labels_of_neighbours_keep_apart() -> None:
    found, cost = place_labels([wish(300, 300), wish(330, 320), wish(280, 330)], obstacles())

    assert [a.box.overlap_px2(b.box) for i, a in enumerate(found) for b in found[:i]] == [0, 0, 0]
    assert cost < HUGE


def test_a_label_leaves_the_route_free() -> None:
    route = np.column_stack((np.linspace(300, 700, 40), np.full(40, 300.0)))
    (label,), _ = place_labels([wish(300, 300)], obstacles(route=route))

    assert label.box.count_inside(route) == 0


def test_a_label_touches_neither_other_dots_nor_insets_nor_frames() -> None:
    dot, inset = box_around((350, 300), 15), Box(200, 320, 500, 500)
    frame = Box(180, 240, 240, 310)
    (label,), _ = place_labels([wish(300, 300)], obstacles(dots=(dot,), closed=(inset,), frames=(frame,)))

    assert [label.box.overlap_px2(other) for other in (dot, inset, frame)] == [0, 0, 0]


def test_a_label_prefers_land() -> None:
    west = np.array([[-30.0, -30.0], [300.0, -30.0], [300.0, 730.0], [-30.0, 730.0]])
    ground = read_ground([west], 720, 700)
    (inland,), _ = place_labels([wish(290, 300)], obstacles(ground=ground))
    (at_sea,), _ = place_labels([wish(600, 300, "Insel")], obstacles(ground=ground))

    assert (inland.anchor, inland.on_sea) == ("end", False)
    assert at_sea.on_sea


def test_a_long_name_breaks_in_the_middle_and_a_short_one_does_not() -> None:
    assert [line.text for line in break_name("São José dos Campos", 19, "de", 150)] == [
        "São José",
        "dos Campos",
    ]
    assert [line.text for line in break_name("Ho-Chi-Minh-Stadt", 19, "de", 100)] == ["Ho-Chi-", "Minh-Stadt"]
    assert [line.text for line in break_name("Boston", 19, "de", 150)] == ["Boston"]
    assert [line.text for line in break_name("Donaudampfschifffahrt", 19, "de", 50)] == [
        "Donaudampfschifffahrt"
    ]


def test_a_label_that_would_cover_another_is_left_out_the_less_important_one() -> None:
    sheet = Obstacles(190, 60, route=NOTHING, flights=NOTHING, dots=())
    found, cost = place_labels([wish(40, 30, "Erste"), wish(42, 32, "Zweite")], sheet)

    assert cost > HUGE
    assert [label.wish.lines[0].text for label in readable(found, sheet)] == ["Erste"]


def test_labels_with_room_are_all_kept() -> None:
    found, _ = place_labels([wish(300, 300), wish(330, 320)], obstacles())

    assert readable(found, obstacles()) == found
