"""The USA trip file says what the announcement says, marks what it does not, and invents nobody unlabelled."""

from functools import cache
from pathlib import Path

import pytest

from geleit.domain.items import Item
from geleit.domain.kinds import Role
from geleit.domain.status import RequestStatus
from geleit.domain.trip import Trip
from geleit.tripfile.load import LoadedTrip, read_trip
from tests.facts import USA_FACTS, Fact, look_up

FOLDER = Path(__file__).parents[3] / "trips" / "usa-2025"
SAMPLE_WORDS = ("muster", "beispiel", "probe")
ANNOUNCED = {fact.appointment for fact in USA_FACTS if fact.appointment}
ASKED = {"visit-amazon", "visit-boeing", "visit-google", "visit-merck"}


@cache
def loaded() -> LoadedTrip:
    return read_trip(FOLDER)


def usa() -> Trip:
    return loaded().trip


def is_labelled(name: str) -> bool:
    return any(word in name.casefold() for word in SAMPLE_WORDS)


def host_names(item: Item) -> str:
    host = usa().host_by_id.get(item.host or "")
    return " ".join([*item.title.wordings(), *(host.name.wordings() if host else ())])


@pytest.mark.parametrize("fact", USA_FACTS, ids=lambda fact: fact.text)
def test_the_trip_file_holds_the_fact(fact: Fact) -> None:
    found = {where: look_up(usa(), where) for where in fact.holds}

    assert found == dict(fact.holds)


@pytest.mark.parametrize("fact", USA_FACTS, ids=lambda fact: fact.text)
def test_an_appointment_of_the_announcement_may_be_placed(fact: Fact) -> None:
    if fact.appointment:
        assert look_up(usa(), f"items/{fact.appointment}/request/status") in ("requested", "tentative")


def test_the_file_gives_rise_to_no_warning() -> None:
    assert loaded().warnings == ()


def test_contacts_along_the_way_have_a_host_of_each_kind() -> None:
    kinds = {host.kind.value for host in usa().hosts}

    assert {"consulate", "multiplier", "chamber"} <= kinds


def test_75_people_travel_in_groups_that_carry_them_all() -> None:
    assert len(usa().delegates) == 75
    assert sum(group.seats for group in usa().groups) >= 75


def test_nobody_has_confirmed_anything() -> None:
    answers = {item.request.status for item in usa().items}

    assert answers == {
        RequestStatus.REQUESTED,
        RequestStatus.TENTATIVE,
        RequestStatus.IDEA,
        RequestStatus.DECLINED,
    }
    assert [item.id for item in usa().items if item.request.slots] == []


def test_only_an_invented_host_declines() -> None:
    hosts = [usa().host_by_id[item.host or ""] for item in usa().items if item.request.status.is_out]

    assert [host.sample for host in hosts] == [True]


def test_what_the_announcement_does_not_give_is_marked_as_assumed() -> None:
    open_fields = {"duration_min", "windows", "place"}

    lacking = {
        item.id: sorted(open_fields - item.assumed) for item in usa().items if open_fields - item.assumed
    }

    assert lacking == {}


def test_what_the_announcement_gives_is_not_marked_as_assumed() -> None:
    given = {"title", "kind", "station", "announced"}

    marked = {each: sorted(given & usa().item_by_id[each].assumed) for each in ANNOUNCED}

    assert marked == {each: [] for each in ANNOUNCED}


def test_an_item_that_is_not_announced_is_assumed_as_a_whole() -> None:
    others = [item for item in usa().items if item.id not in ANNOUNCED]

    assert [item.id for item in others if not {"title", "kind", "request"} <= item.assumed] == []


def test_only_the_four_companies_are_known_to_be_asked() -> None:
    known = {item.id for item in usa().items if "request" not in item.assumed}

    assert known == {*ASKED, "thuringia-exchange"}


def test_suggestions_are_not_public() -> None:
    public = [item for item in usa().items if item.publication.is_public and item.announced is None]

    assert [item.id for item in public] == []


def test_a_host_that_is_not_named_is_assumed_or_a_sample() -> None:
    others = [host for host in usa().hosts if not host.named]

    assert [host.id for host in others if not host.sample and "name" not in host.assumed] == []


def test_the_only_real_people_are_the_heads() -> None:
    real = [delegate.name for delegate in usa().delegates if not delegate.sample]

    assert real == ["Mario Voigt", "Colette Boos-John"]
    assert [head.wishes for head in usa().heads] == [(), ()]


def test_every_invented_name_is_labelled() -> None:
    people = [each.name for each in usa().delegates if each.sample]
    hosts = [str(each.name) for each in usa().hosts if each.sample]
    organisations = [str(each.name) for each in usa().organisations if each.sample]

    assert [name for name in people + hosts + organisations if not is_labelled(name)] == []


def test_names_in_other_scripts_have_latin_letters_beside_them() -> None:
    foreign = [each for each in usa().delegates if not each.name.isascii()]

    assert len(foreign) >= 10
    latin = [each.name_latin for each in foreign if any(ord(char) > 0x17F for char in each.name)]
    assert [name for name in latin if not name.isascii() or not name] == []


def test_sample_items_say_so_in_their_host() -> None:
    samples = [
        item for item in usa().items if (host := usa().host_by_id.get(item.host or "")) and host.sample
    ]

    assert [item.id for item in samples if not is_labelled(host_names(item))] == []


def test_every_wish_is_for_an_item_its_delegate_may_attend() -> None:
    lost = [
        (delegate.id, wish.item)
        for delegate in usa().delegates
        for wish in delegate.wishes
        if (roles := usa().item_by_id[wish.item].roles) and delegate.role not in roles
    ]

    assert lost == []


def test_wishes_are_few_and_of_every_strength() -> None:
    travellers = [each for each in usa().delegates if each.role.benefits and each.role is not Role.HEAD]

    assert {len(each.wishes) for each in travellers} == {2, 3, 4, 5}
    assert {wish.strength for each in travellers for wish in each.wishes} == {2, 3, 4, 5}


def test_what_readers_see_is_there_in_german_and_english() -> None:
    trip = usa()
    texts = {
        "intro": trip.intro,
        "subtitle": trip.subtitle,
        "demonstration": trip.demonstration,
        "call": trip.call.text,
        "terms": trip.call.terms,
    }
    for item in trip.items:
        texts[f"{item.id} title"] = item.title
        texts[f"{item.id} short"] = item.short
        texts[f"{item.id} description"] = item.description
    texts.update({f"{host.id} profile": host.profile for host in trip.hosts})
    texts.update({f"{each.id} profile": each.profile for each in trip.organisations if each.sample})
    texts.update({f"{each.id} function": each.function for each in trip.delegates})
    texts.update({f"note {note.title}": note.text for note in trip.notes})

    assert [name for name, text in texts.items() if text.lacks("de") or text.lacks("en")] == []


def test_short_names_fit_the_narrow_card() -> None:
    long = [wording for item in usa().items for wording in item.short.wordings() if len(wording) > 6]

    assert long == []
