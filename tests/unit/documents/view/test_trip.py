from dataclasses import replace
from typing import Any

from geleit.documents.view import Audience, TripView, build_view
from geleit.domain.dates import DateSpan, EdtfDate
from geleit.domain.kinds import Role
from geleit.domain.text import LANGUAGES, Language, Text
from geleit.domain.trip import Call, FeeTier
from tests.factories import change_item, make_delegate, make_programme, make_trip


def build(lang: Language = "de", audience: Audience = Audience.PUBLIC, **changes: Any) -> TripView:
    return build_view(make_trip(**changes), make_programme(), lang, audience).trip


def test_no_date_is_invented() -> None:
    trip = build(dates=DateSpan.parse("2025-10"))

    assert (trip.dates.text, trip.certainty) == ("Oktober 2025", "Monat steht fest, Tag noch offen")


def test_an_uncertain_end_is_explained_by_the_night_of_the_return() -> None:
    trip = build(dates=DateSpan.parse("2025-05-18", "2025-05-21/2025-05-22"))

    assert trip.dates.text == "18. bis 21./22. Mai 2025"
    assert trip.certainty == "Rückreise über Nacht: ab 21. Mai, an 22. Mai"


def test_exact_dates_need_no_explanation() -> None:
    assert build().certainty == ""


def test_stations_carry_numbers_days_and_the_way_on() -> None:
    stations = build().stations

    assert [(one.number, one.name.text, one.dates.text) for one in stations] == [
        (1, "Washington", "18. bis 20. Mai 2025"),
        (2, "New York", "20. bis 21. Mai 2025"),
    ]
    assert [one.departure.summary.text for one in stations if one.departure] == [
        "Zug, 3 Std. 35 Min.",
        "Flug, 9 Std. 20 Min.",
    ]


def test_station_days_that_the_plan_chose_are_assumed() -> None:
    announced = tuple(
        replace(one, dates=DateSpan.parse("2025-05-18", "2025-05-20")) if one.id == "washington" else one
        for one in make_trip().stations
    )

    assert [one.dates.is_assumed for one in build(stations=announced).stations] == [False, True]


def test_every_visible_item_is_listed_with_or_without_a_time() -> None:
    items = {item.id: item.when for item in build().items}

    assert items["gamma"] == "Termin noch offen"
    assert items["acme"] == "Montag, 19. Mai, 13:40–15:10 Uhr; Montag, 19. Mai, 15:50–17:20 Uhr"


def test_people_stand_in_order_of_precedence_and_role() -> None:
    people = (
        make_delegate("zoe"),
        make_delegate("second", role=Role.HEAD, rank=2),
        make_delegate("first", role=Role.HEAD, rank=1),
        make_delegate("li", name="李明", name_latin="Li Ming"),
    )
    programme = make_programme(sessions=(), groups=(), transfers=(), meals=(), unplaced=())

    view = build_view(make_trip(delegates=people, pins=()), programme, "de", Audience.DELEGATION)

    assert [person.id for person in view.trip.people] == ["first", "second", "li", "zoe"]
    assert [(section.id, len(section.people)) for section in view.trip.by_role] == [
        ("head", 2),
        ("business", 2),
    ]


def test_the_call_is_told_in_the_readers_numbers() -> None:
    call = Call(
        deadline=EdtfDate.parse("2025-03-21"),
        places=1075,
        fees=(FeeTier(name=Text.of("A"), amount_eur=1200), FeeTier(name=Text.of("B"), amount_eur=2600)),
        assumed=frozenset({"deadline"}),
    )

    german, *others = (build(lang=lang, call=call).call for lang in LANGUAGES)

    assert german is not None
    assert german.fee_range.text == "1.200 bis 2.600 €"
    assert [one.fee_range.text for one in others if one] == ["€1,200 to €2,600", "1,200至2,600欧元"]
    assert (german.places.text, german.deadline.text, german.deadline.is_assumed) == (
        "1.075",
        "21. März 2025",
        True,
    )


def test_a_trip_without_a_call_has_none() -> None:
    assert build().call is None


def test_the_legend_of_assumptions_stands_only_where_there_are_some() -> None:
    with_one = change_item(make_trip(), "acme", assumed=frozenset({"title"}))
    announced = tuple(
        replace(station, dates=DateSpan.parse(*days))
        for station, days in zip(
            make_trip().stations, (("2025-05-18", "2025-05-20"), ("2025-05-20", "2025-05-21")), strict=True
        )
    )

    assert build(stations=announced).has_assumed is False
    assert build_view(with_one, make_programme(), "de", Audience.PUBLIC).trip.has_assumed is True
