from dataclasses import replace

from geleit.documents.view import AgendaDay, AgendaView, EntryType, build_agenda
from geleit.domain.people import Group, Presence
from geleit.domain.text import Language, Text
from geleit.domain.trip import Trip
from tests.factories import change_delegate, instant, make_programme, make_trip

PROGRAMME = make_programme()


def build(delegate: str, trip: Trip | None = None, lang: Language = "de") -> AgendaView:
    return build_agenda(trip or make_trip(), PROGRAMME, lang, delegate)


def told(day: AgendaDay) -> list[tuple[str, str, str]]:
    return [(one.entry.title.text, one.ride.text if one.ride else "", one.ride_back.text if one.ride_back else "")
            for one in day.entries]  # fmt: skip # one row an entry


def test_a_day_holds_ones_own_appointments_with_the_way_there_and_back() -> None:
    monday = build("anna").days[1]

    assert told(monday) == [
        ("Briefing", "", ""),
        ("Zeit im Hotel", "", ""),
        ("Mittagessen", "", ""),
        ("Acme", "Bus ab 13:00 Uhr", ""),
        ("Beta", "Bus ab 15:15 Uhr", "Bus ab 17:25 Uhr"),
        ("Zeit im Hotel", "", ""),
        ("Abendessen", "", ""),
    ]


def test_the_bus_has_its_name() -> None:
    groups = tuple(
        Group(id=one.id, name=one.name, seats=4, vehicle=Text.of(f"Bus {one.id}"))
        for one in make_trip().groups
    )

    monday = build("bert", make_trip(groups=groups)).days[1]

    ride = monday.entries[3].ride
    assert ride is not None
    assert (ride.text, ride.meeting_point.text) == ("Bus 2 ab 13:00 Uhr", "Hotel-Washington")
    assert monday.group_text == "Gruppe 2"


def test_being_there_early_is_said() -> None:
    acme = build("anna").days[1].entries[3]

    assert acme.be_there_text == "10 Minuten für Kontrolle und Anmeldung"
    assert (acme.guide, acme.group_text) == ("Gina", "Gruppe 1")


def test_every_ride_of_a_person_is_told_once() -> None:
    for delegate in make_trip().delegates:
        rides = [one.depart for one in PROGRAMME.transfers if delegate.id in one.people]

        agenda = build(delegate.id)

        shown = [
            ride.depart
            for day in agenda.days
            for one in day.entries
            for ride in (one.ride, one.ride_back)
            if ride is not None
        ]
        assert sorted(shown) == sorted(rides)


def test_who_joins_late_is_not_on_the_flight() -> None:
    trip = change_delegate(make_trip(), "anna", presence=Presence(joins=instant("2025-05-19 08:00")))

    agenda = build("anna", trip)

    types = [one.entry.type for day in agenda.days for one in day.entries if one.entry.type is EntryType.LEG]
    assert types == [EntryType.LEG, EntryType.LEG]
    assert agenda.presence_text == "reist zu: Montag, 19. Mai, 08:00 Uhr"


def test_an_agenda_speaks_chinese() -> None:
    agenda = build("anna", lang="zh")

    assert agenda.days[1].heading.text == "2025年5月19日（星期一）"
    assert told(agenda.days[1])[3] == ("Acme", "大巴13:00出发", "")


def test_a_person_with_nothing_has_an_agenda_of_the_journey() -> None:
    trip = make_trip()
    lonely = replace(trip, delegates=(*trip.delegates, replace(trip.delegates[1], id="lone", wishes=())))

    agenda = build("lone", lonely)

    assert [one.entry.type for day in agenda.days for one in day.entries] == [
        EntryType.LEG,
        EntryType.LEG,
        EntryType.LEG,
        EntryType.ARRIVAL,
    ]
