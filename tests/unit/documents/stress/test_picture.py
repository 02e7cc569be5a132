"""The picture of a stress test: a card for each session, marks where transfers are weak, words in every language."""

from dataclasses import replace
from datetime import timedelta
from xml.etree.ElementTree import Element, fromstring

import pytest

from geleit.documents.stress import stress_picture
from geleit.documents.stress.layout import Hours, rows_of
from geleit.documents.stress.picture import _fitting
from geleit.domain.stress import StressReport
from geleit.domain.text import LANGUAGES, Language, Text
from geleit.domain.trip import Trip
from geleit.planner.stress import stress_test
from tests.factories import make_programme, make_trip

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def report() -> StressReport:
    return stress_test(make_trip(), make_programme(), runs=50)


def drawn(trip: Trip, report: StressReport, lang: Language = "en") -> Element:
    return fromstring(stress_picture(trip, report, lang))  # noqa: S314 # our own text


def of_class(picture: Element, name: str) -> list[Element]:
    return [each for each in picture.iter() if each.get("class") == name]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_card_with_bar_and_words_for_each_session(report: StressReport, lang: Language) -> None:
    picture = drawn(make_trip(), report, lang)

    legend = 2
    assert len(of_class(picture, "card")) == len(report.sessions) + legend
    rests, bars = of_class(picture, "rest"), of_class(picture, "bar")
    filled = [
        float(bar.get("width", 0)) / float(rest.get("width", 1))
        for rest, bar in zip(rests, bars, strict=True)
    ]
    assert sorted(filled) == pytest.approx(sorted(risk.on_time for risk in report.sessions), abs=0.02)
    assert picture.get("lang") == lang
    assert "{" not in "".join(text for each in picture.iter(f"{SVG}text") for text in each.itertext())


def test_weak_transfers_are_marked(report: StressReport) -> None:
    sound = replace(report, transfers=tuple(replace(each, in_time=1.0) for each in report.transfers))
    weak = tuple(replace(each, in_time=0.4) if each.session == "acme-1" else each for each in sound.transfers)

    marks = [
        sum(each.tag == f"{SVG}path" for each in of_class(drawn(make_trip(), one), "alarm"))
        for one in (sound, replace(sound, transfers=weak))
    ]

    assert marks == [1, 2]  # one is the legend's


def test_what_may_not_take_place_is_dashed(report: StressReport) -> None:
    sure = replace(report, sessions=tuple(replace(each, takes_place=1.0) for each in report.sessions))

    dashed = [each for each in of_class(drawn(make_trip(), sure), "card") if each.get("stroke-dasharray")]

    assert len(dashed) == 1  # the legend's


def test_names_are_escaped(report: StressReport) -> None:
    trip = replace(make_trip(), title=Text.of("Steel & <Glass>"))

    assert next(drawn(trip, report).iter(f"{SVG}title")).text == "Stress test: Steel & <Glass>"


def test_sessions_at_the_same_time_stand_in_lanes_of_their_own(report: StressReport) -> None:
    _, rows = rows_of(make_trip(), report)

    for row in rows:
        for one in row.cards:
            for other in row.cards:
                if one is not other and one.lane == other.lane:
                    assert one.left + one.width <= other.left or other.left + other.width <= one.left


def test_hours_reach_from_the_first_to_the_last(report: StressReport) -> None:
    hours, rows = rows_of(make_trip(), report)

    cards = [card for row in rows for card in row.cards]
    assert (hours.start, hours.end) == (9 * 60, 22 * 60) or hours == Hours(
        min(card.start_min for card in cards) // 60 * 60, -(-max(card.end_min for card in cards) // 60) * 60
    )


def test_an_empty_programme_has_a_picture() -> None:
    empty = stress_test(make_trip(), replace(make_programme(), sessions=()), runs=5)

    assert of_class(drawn(make_trip(), empty), "rest") == []


@pytest.mark.parametrize(("room", "told"), [(200.0, "Massachusetts"), (60.0, "MIT"), (12.0, "M"), (0.0, "")])
def test_names_give_way_to_short_ones(room: float, told: str) -> None:
    assert _fitting("Massachusetts", "MIT", room) == told


def test_weak_ways_to_no_session_share_a_mark_when_close(report: StressReport) -> None:
    ride = replace(report.transfers[0], session=None, in_time=0.5)
    later = [replace(ride, due=ride.due + timedelta(minutes=minutes)) for minutes in (0, 20, 59, 60)]

    _, rows = rows_of(make_trip(), replace(report, transfers=tuple(later)))

    assert [len(risks) for row in rows for risks, _ in row.others] == [3, 1]
