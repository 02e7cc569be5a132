from dataclasses import asdict, replace

import pytest

from geleit.documents.view import Audience, ProgrammeView, build_agenda, build_agendas, build_view
from geleit.domain.hosts import HostRequest
from geleit.domain.items import Pin, PinKind
from geleit.domain.people import Organisation
from geleit.domain.status import Announcement, Publication, RequestStatus
from geleit.domain.text import Text
from tests.factories import change_item, instant, make_programme, make_trip

PROGRAMME = make_programme()


def words(view: object) -> str:
    """Return everything a view holds, as one text."""
    return repr(asdict(view))  # type: ignore[call-overload] # every view is a dataclass


def titles(view: ProgrammeView) -> list[str]:
    return [item.title.text for item in view.trip.items]


@pytest.mark.parametrize(
    ("publication", "sees"),
    [
        (Publication.INTERNAL, [Audience.ORGANISER]),
        (Publication.DELEGATION, [Audience.DELEGATION, Audience.ORGANISER]),
        (Publication.PUBLIC_WITH_RESERVATION, [Audience.PUBLIC, Audience.DELEGATION, Audience.ORGANISER]),
        (Publication.PUBLIC, [Audience.PUBLIC, Audience.DELEGATION, Audience.ORGANISER]),
    ],
)
def test_an_item_is_shown_to_whom_its_publication_reaches(
    publication: Publication, sees: list[Audience]
) -> None:
    trip = change_item(make_trip(), "acme", publication=publication, title=Text.of("Secret visit"))

    shown = [one for one in Audience if "Secret visit" in words(build_view(trip, PROGRAMME, "en", one))]

    assert shown == sees


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.DELEGATION])
@pytest.mark.parametrize("announced", [Announcement.PLANNED, Announcement.REQUESTED, Announcement.POSSIBLE])
def test_the_hosts_own_answer_is_the_organisers_alone(audience: Audience, announced: Announcement) -> None:
    trips = [
        change_item(
            make_trip(),
            "acme",
            announced=announced,
            request=HostRequest(status=status, channel="secret channel"),
        )
        for status in (RequestStatus.REQUESTED, RequestStatus.IN_CLARIFICATION)
    ]

    views = [build_view(trip, PROGRAMME, "en", audience) for trip in trips]

    assert views[0] == views[1]
    assert "secret channel" not in words(views[0])


def test_the_organiser_sees_the_hosts_answer() -> None:
    trip = change_item(make_trip(), "acme", request=HostRequest(status=RequestStatus.IN_CLARIFICATION))

    view = build_view(trip, PROGRAMME, "de", Audience.ORGANISER)

    assert {
        (item.id, item.status.key, item.status.word) for item in view.trip.items if item.id == "acme"
    } == {("acme", "clarify", "in Klärung")}


@pytest.mark.parametrize("status", [RequestStatus.DECLINED, RequestStatus.LAPSED, RequestStatus.WITHDRAWN])
@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.DELEGATION])
def test_a_declined_item_vanishes_for_everyone_but_the_organiser(
    audience: Audience, status: RequestStatus
) -> None:
    trip = change_item(make_trip(), "acme", request=HostRequest(status=status))

    outside = build_view(trip, PROGRAMME, "de", audience)
    organiser = build_view(trip, PROGRAMME, "de", Audience.ORGANISER)

    assert "Acme" not in titles(outside)
    assert "Acme" in titles(organiser)


def test_the_public_learns_no_names_hotels_addresses_counts_or_reasons() -> None:
    trip = make_trip()
    hotel = replace(
        trip.place_by_id["hotel-washington"], name=Text.of("Grand Secret"), address="1 Hidden Street"
    )
    trip = replace(trip, places=tuple(hotel if place.id == hotel.id else place for place in trip.places))

    view = build_view(trip, PROGRAMME, "en", Audience.PUBLIC)

    told = words(view)
    secrets = ("Anna", "Bert", "Gina", "Grand Secret", "Hidden Street", "hotel-washington")
    assert [name for name in secrets if name in told] == []
    assert [person.name.text for person in view.trip.people] == ["Head"]
    assert {entry.people for day in view.days for entry in day.entries} == {None}
    assert {part for day in view.days for column in day.groups for part in column.parts} == set()
    assert (view.unplaced, view.value) == ((), None)


def test_why_an_item_is_missing_is_for_the_organiser() -> None:
    views = {one: build_view(make_trip(), PROGRAMME, "en", one) for one in Audience}

    assert [
        len(views[one].unplaced) for one in (Audience.PUBLIC, Audience.DELEGATION, Audience.ORGANISER)
    ] == [0, 0, 1]
    assert [(one.item.id, len(one.reasons)) for one in views[Audience.ORGANISER].unplaced] == [("gamma", 1)]


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.DELEGATION])
def test_wishes_are_in_no_document_of_the_delegation(audience: Audience) -> None:
    trip = make_trip()
    without = replace(trip, delegates=tuple(replace(one, wishes=()) for one in trip.delegates))

    assert build_view(trip, PROGRAMME, "de", audience) == build_view(without, PROGRAMME, "de", audience)
    assert build_agendas(trip, PROGRAMME, "de") == build_agendas(without, PROGRAMME, "de")


def test_a_pin_is_the_organisers_business() -> None:
    pin = Pin(kind=PinKind.TIME, item="acme", start=instant("2025-05-19 13:40"))
    trip = make_trip(pins=(pin,))

    pinned = {
        one: [x.id for day in build_view(trip, PROGRAMME, "de", one).days for x in day.entries if x.is_pinned]
        for one in Audience
    }

    assert pinned == {Audience.PUBLIC: [], Audience.DELEGATION: [], Audience.ORGANISER: ["acme-1"]}


def test_who_attends_an_internal_session_finds_it_in_the_own_agenda() -> None:
    trip = change_item(make_trip(), "talk", publication=Publication.INTERNAL, title=Text.of("Closed talk"))

    agendas = {agenda.person.id: words(agenda) for agenda in build_agendas(trip, PROGRAMME, "en")}

    assert {person for person, told in agendas.items() if "Closed talk" in told} == set(
        next(session.attendees for session in PROGRAMME.sessions if session.item == "talk")
    )


def test_transfers_do_not_betray_a_hidden_place() -> None:
    trip = change_item(make_trip(), "talk", publication=Publication.INTERNAL)

    view = build_view(trip, PROGRAMME, "en", Audience.PUBLIC)

    assert [ride for day in view.days for ride in day.transfers if day.date.day == 20] == []


def test_samples_are_marked_wherever_they_stand() -> None:
    trip = make_trip()
    company = Organisation(id="sample", name=Text.of("Muster GmbH"), sample=True)
    people = tuple(replace(one, organisation="sample") if one.id == "anna" else one for one in trip.delegates)

    view = build_view(
        replace(trip, organisations=(company,), delegates=people), PROGRAMME, "de", Audience.DELEGATION
    )

    assert [person.id for person in view.trip.people if person.is_sample] == ["anna"]
    assert view.trip.has_samples


def test_an_agenda_of_nobody_is_an_error() -> None:
    with pytest.raises(KeyError, match="nobody"):
        build_agenda(make_trip(), PROGRAMME, "de", "nobody")
