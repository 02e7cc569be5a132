"""Route, hotels, groups and the day of a trip, changed in the browser after it was begun."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from geleit.domain.kinds import LegMode
from geleit.domain.trip import Trip
from geleit.services.find_trip import find_trip_row, read_stored_trip
from geleit.services.read_published import read_published
from geleit.services.search_places import search_places
from geleit.store.models import AuditEntry, ItemRow
from geleit.web.organiser.setup.forms import FrameForm, GroupForm, LegForm, SetupForm, StationForm
from tests.factories import make_programme, make_trip, window
from tests.unit.web.organiser.people import member
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db
SETUP = "/organise/tiny/setup/"
FORMS: dict[str, Callable[[Trip], SetupForm]] = {
    "leg/to-new-york": lambda trip: LegForm(trip, "en", trip.leg_by_id["to-new-york"]),
    "station/washington": lambda trip: StationForm(trip, "en", trip.station_by_id["washington"]),
    "group/1": lambda trip: GroupForm(trip, "en", trip.group_by_id["1"]),
    "groups/add": lambda trip: GroupForm(trip, "en", None),
    "frame": lambda trip: FrameForm(trip, "en"),
}


def enter(client: Client, role: str = "organiser") -> None:
    """Publish the tiny trip and sign in."""
    publish()
    client.force_login(member(find_trip_row(key="tiny"), role))
    client.cookies["geleit-lang"] = "en"


def filled(page: str) -> dict[str, Any]:
    """Return what the form of a page sends when nobody changes anything."""
    form = FORMS[page](read_stored_trip(key="tiny"))
    sent = {name: bound.initial for name, bound in ((name, form[name]) for name in form.fields)}
    return {
        "seen": form.basis,
        "do": "save",
        **{name: value for name, value in sent.items() if value is not False},
    }


def send(client: Client, page: str, **changed: str) -> HttpResponse:
    answer = client.post(f"{SETUP}{page}/", {**filled(page), **changed})
    assert isinstance(answer, HttpResponse)
    return answer


def errors_of(answer: HttpResponse) -> str:
    """Return what the summary on top says."""
    found = re.search(r'id="errors".*?</ul>', answer.content.decode(), re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])) if found else ""


def test_the_page_shows_the_route_in_order_with_hotels_groups_and_day(client: Client) -> None:
    enter(client, "reader")

    text = client.get(SETUP).content.decode()

    assert re.findall(r"<h3>(.*?)</h3>", text) == ["Erfurt", "Washington", "New York", "Erfurt"]
    assert re.findall(r"Hotel: (.*?)</p>", text) == ["Hotel-Washington", "Hotel-New-York"]
    assert "Tuesday, 20 May 2025, 14:30–15:30" in text
    assert "8 seats for 6 people" in text
    assert ">Change<" not in text


@pytest.mark.parametrize("page", [page for page in FORMS if page != "groups/add"])
def test_a_form_sent_as_it_was_filled_changes_nothing(client: Client, page: str) -> None:
    enter(client)
    before, entries = read_stored_trip(key="tiny"), AuditEntry.objects.count()

    answer = send(client, page)

    assert (answer.status_code, read_stored_trip(key="tiny")) == (302, before)
    assert AuditEntry.objects.count() == entries


def test_a_leg_is_changed_when_its_programme_still_holds(client: Client) -> None:
    enter(client)

    answer = send(client, "leg/to-new-york", departures="20.5.2025 14:00-16:00", mode="bus", title_en="Coach")

    leg = read_stored_trip(key="tiny").leg_by_id["to-new-york"]
    assert answer.status_code == 302
    assert (leg.mode, leg.departures, leg.title.get("en").text) == (
        LegMode.BUS,
        (window("2025-05-20 14:00-16:00"),),
        "Coach",
    )
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.subject, sorted(entry.after or {})) == (
        "save_part",
        "legs:to-new-york",
        ["departures", "mode", "title"],
    )


def test_what_breaks_is_told_before_it_is_written_and_written_when_agreed(client: Client) -> None:
    enter(client)

    first = send(client, "leg/to-new-york", departures="2025-05-20 14:00")

    told = first.content.decode()
    assert read_stored_trip(key="tiny") == make_trip()
    assert first.status_code == 200
    assert "Version 1 no longer holds in 1 place." in told
    assert "Nothing is saved yet." in told
    assert "2025-05-20 14:00</textarea>" in told

    second = send(client, "leg/to-new-york", departures="2025-05-20 14:00", do="anyway")

    assert second.status_code == 302
    assert read_stored_trip(key="tiny").leg_by_id["to-new-york"].departures == (
        window("2025-05-20 14:00-14:00"),
    )
    assert read_published(key="tiny").trip == make_trip()
    assert read_published(key="tiny").programme.sessions == make_programme().sessions


@pytest.mark.parametrize(
    ("page", "changed", "said"),
    [
        ("leg/to-new-york", {"travel_min": "soon"}, "“soon” is no length from 0:01 to 48:00"),
        ("leg/to-new-york", {"travel_min": "2:75"}, "“2:75” is no length"),
        ("leg/to-new-york", {"departures": ""}, "The departure is missing here"),
        ("leg/to-new-york", {"departures": "tomorrow 9"}, "“tomorrow” is no date"),
        ("leg/to-new-york", {"departures": "May 2025 9:00"}, "“May 2025” is not one day"),
        ("leg/to-new-york", {"departures": "2025-05-20 16:00-14:00"}, "Then write until 38:00"),
        ("leg/to-new-york", {"departures": "2025-06-20 14:00"}, "lies outside the trip"),
        ("leg/to-new-york", {"departures": "2025-05-22 14:00"}, "before it arrives at 2025-05-22 17:35"),
        ("leg/to-new-york", {"mode": "camel"}, "“camel” is no choice"),
        ("station/washington", {"where": "here"}, "“here” is no place on earth"),
        ("station/washington", {"where": "-77.03, 38.9"}, "Did you mean 38.9, -77.03?"),
        ("station/washington", {"where": "48.85, 2.35"}, "km from the hotel so far"),
        ("station/washington", {"first": "2025-05-18"}, "Please give both days, or neither"),
        ("station/washington", {"first": "20.5.2025", "last": "18.5.2025"}, "18.5.2025"),
        ("station/washington", {"name_de": "", "name_en": ""}, "The name is missing here"),
        ("group/1", {"seats": "0"}, "“0”"),
        ("frame", {"day": "23:00-07:00"}, "Then write until 31:00"),
        ("frame", {"lunch": "12:00-12:15"}, "meal"),
        ("frame", {"noon": "19:00"}, "The evening (18:00) must begin after the afternoon (19:00)"),
        ("frame", {"dusk": "late"}, "“late” is no time"),
    ],
)
def test_what_is_wrong_is_told_with_value_and_fix_and_nothing_is_written(
    client: Client, page: str, changed: dict[str, str], said: str
) -> None:
    enter(client)

    answer = send(client, page, **changed)

    assert answer.status_code == 400
    assert said in errors_of(answer)
    assert read_stored_trip(key="tiny") == make_trip()


def test_another_hotel_takes_what_happens_in_it_along_and_leaves_the_old_place(client: Client) -> None:
    enter(client)

    send(
        client,
        "station/washington",
        house="other",
        base_de="Haus am See",
        base_en="Lake House",
        where="38.905, -77.040",
        do="anyway",
    )

    trip = read_stored_trip(key="tiny")
    assert trip.station_by_id["washington"].base == "base-washington"
    assert trip.place_by_id["base-washington"].name.get("en").text == "Lake House"
    assert trip.place_by_id["hotel-washington"] == make_trip().place_by_id["hotel-washington"]
    assert {item.id for item in trip.items if item.place == "base-washington"} == {"welcome", "briefing"}


def test_a_hotel_is_corrected_where_it_is(client: Client) -> None:
    enter(client)

    send(client, "station/washington", base_de="Hotel Neu", base_en="New Hotel", do="anyway")

    trip = read_stored_trip(key="tiny")
    assert trip.base_of("washington").name.get("de").text == "Hotel Neu"
    assert trip.station_by_id == make_trip().station_by_id


def test_the_second_of_two_editors_is_told_and_keeps_what_was_entered(client: Client) -> None:
    enter(client)
    mine = {**filled("group/1"), "seats": "7"}
    send(client, "group/1", seats="9")

    answer = client.post(f"{SETUP}group/1/", mine)

    told = answer.content.decode()
    assert (answer.status_code, read_stored_trip(key="tiny").group_by_id["1"].seats) == (409, 9)
    assert "Somebody else has changed this in the meantime" in told
    assert 'name="seats" value="7"' in told

    again = client.post(
        f"{SETUP}group/1/", {**mine, "seen": re.findall('name="seen" value="(.*?)"', told)[0]}
    )

    assert (again.status_code, read_stored_trip(key="tiny").group_by_id["1"].seats) == (302, 7)


def test_too_few_seats_are_told_with_whom_they_touch(client: Client) -> None:
    enter(client)

    told = send(client, "group/1", seats="2").content.decode()

    assert "Version 1 no longer holds in" in told
    assert "seats" in told


def test_a_group_is_added_and_taken_out_again(client: Client) -> None:
    enter(client)

    assert send(client, "groups/add", seats="12").status_code == 302
    assert [group.id for group in read_stored_trip(key="tiny").groups] == ["1", "2", "3"]

    asked = client.post(f"{SETUP}group/3/remove/", {"do": "look"})
    assert asked.status_code == 302  # no programme uses it

    assert [group.id for group in read_stored_trip(key="tiny").groups] == ["1", "2"]


def test_a_group_that_the_programme_uses_goes_only_when_agreed(client: Client) -> None:
    enter(client)

    asked = client.post(f"{SETUP}group/2/remove/", {"do": "look"})

    assert "Version 1 uses what you take out and has to be planned anew." in asked.content.decode()
    assert len(read_stored_trip(key="tiny").groups) == 2

    client.post(f"{SETUP}group/2/remove/", {"do": "anyway"})

    assert [group.id for group in read_stored_trip(key="tiny").groups] == ["1"]
    assert client.get("/organise/tiny/board/").status_code == 200


def test_the_day_is_changed_with_one_entry_in_the_trail(client: Client) -> None:
    enter(client)

    answer = send(client, "frame", day="06:30-25:00", rest_min="8:30", guides="")

    frame = read_stored_trip(key="tiny").frame
    assert (answer.status_code, str(frame.day), frame.rest_min) == (302, "06:30-25:00", 510)
    entry = AuditEntry.objects.latest("pk")
    assert entry.after is not None
    assert (entry.action, entry.after["rest_min"]) == ("change_frame", 510)


def test_a_station_is_put_on_the_route_and_taken_off_it_again(client: Client) -> None:
    enter(client)
    place = search_places(name="Philadelphia", country="US")[0]
    fields = {"find": "Philadelphia", "leg": "to-new-york", "arrives": "20.5.2025", "leaves": "20.5.2025"}

    looked = client.post(f"{SETUP}stations/add/", {**fields, "do": "search"})
    told = client.post(f"{SETUP}stations/add/", {**fields, "do": f"add:{place.id}"})
    assert isinstance(told, HttpResponse)

    assert f'value="add:{place.id}"' in looked.content.decode()
    assert (errors_of(told), "Version 1 no longer holds" in told.content.decode()) == ("", True)
    assert read_stored_trip(key="tiny") == make_trip()

    sent = {**fields, "place": place.id, "do": "anyway"}
    assert client.post(f"{SETUP}stations/add/", sent).status_code == 302

    trip = read_stored_trip(key="tiny")
    assert [station.id for station in trip.stations] == ["washington", "philadelphia", "new-york"]
    assert [(leg.origin, leg.destination) for leg in trip.legs] == [
        (None, "washington"),
        ("washington", "philadelphia"),
        ("philadelphia", "new-york"),
        ("new-york", None),
    ]

    gone = client.post(f"{SETUP}station/philadelphia/remove/", {"do": "anyway"})

    trip = read_stored_trip(key="tiny")
    assert gone.status_code == 302
    assert [station.id for station in trip.stations] == ["washington", "new-york"]
    assert [leg.id for leg in trip.legs] == ["outbound", "to-new-york", "return"]


def test_a_station_with_items_does_not_go(client: Client) -> None:
    enter(client)

    answer = client.post(f"{SETUP}station/washington/remove/", {"do": "anyway"})

    assert answer.status_code == 400
    assert "Washington still has" in answer.content.decode()
    assert ItemRow.objects.filter(station__key="washington").count() == len(
        [item for item in make_trip().items if item.station == "washington"]
    )


@pytest.mark.parametrize("page", [*FORMS, "group/1/remove", "station/washington/remove", "stations/add"])
def test_who_may_not_change_the_programme_sees_no_form(client: Client, page: str) -> None:
    enter(client, "reader")

    assert client.get(f"{SETUP}{page}/").status_code == 404
    assert client.post(f"{SETUP}{page}/", {"do": "anyway"}).status_code == 404


def test_a_partner_does_not_see_the_setup(client: Client) -> None:
    enter(client, "partner")

    assert client.get(SETUP).status_code == 404


@pytest.mark.parametrize("page", ["leg/none", "station/none", "group/none"])
def test_what_is_not_there_is_not_found(client: Client, page: str) -> None:
    enter(client)

    assert client.get(f"{SETUP}{page}/").status_code == 404


def test_a_double_click_adds_one_group(client: Client) -> None:
    enter(client)
    sent = {**filled("groups/add"), "once": "the-same-form"}

    answers = [client.post(f"{SETUP}groups/add/", sent).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert [group.id for group in read_stored_trip(key="tiny").groups] == ["1", "2", "3"]
