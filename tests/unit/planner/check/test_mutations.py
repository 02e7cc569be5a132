"""One change that breaks the valid programme breaks exactly the rules that it should, whatever its size."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.hosts import HostRequest, NameList
from geleit.domain.items import ItemRule, Pin, PinKind, RuleKind
from geleit.domain.programme import Programme
from geleit.domain.status import WAYS_OUT, NameListStatus, RequestStatus
from geleit.domain.trip import Trip
from geleit.domain.violations import Rule
from geleit.planner.check import check_programme
from tests.factories import (
    GROUP_1,
    GROUP_2,
    change_item,
    change_session,
    change_transfer,
    drop_session,
    drop_transfer,
    make_programme,
    make_trip,
    move,
    rules,
    window,
)

AWAY = ("acme-1", "acme-2", "beta-1", "beta-2", "talk-1", "university-1")
OUTWARD, ACROSS, BACK = (0, 3, 5, 8, 10), (1, 6), (2, 4, 7, 9, 11)
"""Numbers of the transfers from the base, between two hosts, and to the base, after which a meal break follows."""


@dataclass(frozen=True)
class Mutation:
    """A change, and the rules that it breaks."""

    name: str
    trip: Trip
    programme: Programme
    breaks: frozenset[Rule]


def _of(name: str, *breaks: Rule, trip: Trip | None = None, programme: Programme | None = None) -> Mutation:
    return Mutation(name, trip or make_trip(), programme or make_programme(), frozenset(breaks))


@st.composite
def sessions_moved(draw: st.DrawFn) -> Mutation:
    """Move a session against the rides to and from it, by less than would look like another plan."""
    minutes = draw(st.one_of(st.integers(-40, -1), st.integers(1, 40)))
    wide = window("2025-05-20 07:00-14:00")
    trip = change_item(make_trip(), "talk", windows=(wide,))
    programme = move(make_programme(), "talk-1", minutes)
    return _of(f"talk moved by {minutes}", Rule.H3, trip=trip, programme=programme)


@st.composite
def sessions_out_of_window(draw: st.DrawFn) -> Mutation:
    """Move the briefing within the morning, out of its window."""
    minutes = draw(st.integers(1, 60))
    trip = change_item(make_trip(), "briefing", windows=(window("2025-05-19 09:00-10:00"),))
    programme = move(make_programme(), "briefing-1", minutes)
    return _of(f"briefing moved by {minutes}", Rule.H1, trip=trip, programme=programme)


@st.composite
def sessions_over_lunch(draw: st.DrawFn) -> Mutation:
    """Move the briefing over the lunch break, within its window."""
    minutes = draw(st.integers(121, 180))
    trip = change_item(make_trip(), "briefing", windows=(window("2025-05-19 08:00-13:00"),))
    programme = move(make_programme(), "briefing-1", minutes)
    return _of(f"briefing moved by {minutes}", Rule.H9, trip=trip, programme=programme)


@st.composite
def sessions_of_another_length(draw: st.DrawFn) -> Mutation:
    """Let the briefing last longer or shorter."""
    minutes = draw(st.integers(-59, 120).filter(bool))
    own = make_programme().sessions_of["briefing"][0]
    end = own.end + timedelta(minutes=minutes)
    programme = change_session(make_programme(), "briefing-1", end=end)
    return _of(f"briefing longer by {minutes}", Rule.H1, programme=programme)


@st.composite
def transfers_dropped(draw: st.DrawFn) -> Mutation:
    """Drop a ride; after a ride back the people are not where their meal is either."""
    number = draw(st.integers(0, 11))
    broken = (Rule.H5, Rule.H9) if number in BACK else (Rule.H5,)
    return _of(f"transfer {number} dropped", *broken, programme=drop_transfer(make_programme(), number))


@st.composite
def transfers_too_short(draw: st.DrawFn) -> Mutation:
    """Let a ride leave too late to be in time."""
    number = draw(st.integers(0, 11))
    minutes = draw(st.integers(1, 14))
    depart = make_programme().transfers[number].depart + timedelta(minutes=minutes)
    programme = change_transfer(make_programme(), number, depart=depart)
    return _of(f"transfer {number} leaves {minutes} later", Rule.H3, programme=programme)


@st.composite
def transfers_late(draw: st.DrawFn) -> Mutation:
    """Let a ride to a host arrive during the minutes before the session, or the session."""
    number = draw(st.sampled_from((0, 5)))
    minutes = draw(st.integers(6, 40))
    arrive = make_programme().transfers[number].arrive + timedelta(minutes=minutes)
    programme = change_transfer(make_programme(), number, arrive=arrive)
    return _of(f"transfer {number} arrives {minutes} later", Rule.H3, programme=programme)


@st.composite
def people_left_behind(draw: st.DrawFn) -> Mutation:
    """Take somebody but the guide from a ride; after a ride back that person has no meal break either."""
    number = draw(st.sampled_from((*OUTWARD, *ACROSS, *BACK)))
    people = make_programme().transfers[number].people
    person = draw(st.sampled_from([one for one in people if one not in {"gina", "ines"}]))
    rest = tuple(other for other in people if other != person)
    broken = (Rule.H5, Rule.H9) if number in BACK else (Rule.H5,)
    programme = change_transfer(make_programme(), number, people=rest)
    return _of(f"{person} not on transfer {number}", *broken, programme=programme)


@st.composite
def guides_left_behind(draw: st.DrawFn) -> Mutation:
    """Take the guide from a ride out."""
    number = draw(st.sampled_from((*OUTWARD, *ACROSS)))
    people = make_programme().transfers[number].people
    rest = tuple(other for other in people if other not in {"gina", "ines"})
    programme = change_transfer(make_programme(), number, people=rest)
    return _of(f"no guide on transfer {number}", Rule.H5, Rule.H6, programme=programme)


@st.composite
def people_in_two_places(draw: st.DrawFn) -> Mutation:
    """Let somebody of the other group attend Beta while at Acme's, which also is a second Beta for that person."""
    person = draw(st.sampled_from(("anna", "head")))
    attendees = tuple(sorted((*GROUP_2, person)))
    programme = change_session(make_programme(), "beta-1", attendees=attendees)
    return _of(f"{person} also at beta-1", Rule.H3, Rule.H4, Rule.H5, programme=programme)


@st.composite
def attendees_dropped(draw: st.DrawFn) -> Mutation:
    """Take somebody who must be there from a session where they wait outside instead."""
    session, person, rule = draw(
        st.sampled_from(
            (
                ("university-1", "clara", Rule.H6),
                ("talk-1", "head", Rule.H6),
                ("acme-2", "ines", Rule.H6),
                ("briefing-1", "bert", Rule.H8),
                ("welcome-1", "bert", Rule.H8),
            )
        )
    )
    own = next(one for one in make_programme().sessions if one.id == session)
    rest = tuple(other for other in own.attendees if other != person)
    programme = change_session(make_programme(), session, attendees=rest)
    return _of(f"{person} not in {session}", rule, programme=programme)


@st.composite
def groups_swapped(draw: st.DrawFn) -> Mutation:
    """Say that a session is the other group's."""
    session = draw(st.sampled_from(("acme-1", "acme-2", "beta-1", "beta-2", "talk-1")))
    own = next(one for one in make_programme().sessions if one.id == session)
    other = ("2",) if own.groups == ("1",) else ("1",)
    programme = change_session(make_programme(), session, groups=other)
    return _of(f"{session} given to group {other[0]}", Rule.H5, programme=programme)


@st.composite
def vehicles_swapped(draw: st.DrawFn) -> Mutation:
    """Let a ride be the other group's."""
    number = draw(st.integers(0, 11))
    group = "2" if make_programme().transfers[number].group == "1" else "1"
    programme = change_transfer(make_programme(), number, group=group)
    return _of(f"transfer {number} by group {group}", Rule.H5, programme=programme)


@st.composite
def members_moved(draw: st.DrawFn) -> Mutation:
    """Write somebody who does not guide into the other group of a part, without another ride."""
    part = draw(st.sampled_from((0, 3)))
    person = draw(st.sampled_from([one for one in GROUP_1 if one != "gina"]))
    groups = list(make_programme().groups)
    rest = tuple(one for one in GROUP_1 if one != person)
    groups[part] = replace(groups[part], members=rest)
    groups[part + 1] = replace(groups[part + 1], members=(*GROUP_2, person))
    programme = make_programme(groups=tuple(groups))
    return _of(f"{person} moved in part {part}", Rule.H5, programme=programme)


@st.composite
def legs_moved(draw: st.DrawFn) -> Mutation:
    """Let the train leave outside its departures, the talk and the meals being far enough."""
    minutes = draw(st.one_of(st.integers(-60, -31), st.integers(31, 40)))
    leg = make_programme().legs[1]
    by = timedelta(minutes=minutes)
    moved = replace(leg, depart=leg.depart + by, arrive=leg.arrive + by)
    legs = (make_programme().legs[0], moved, make_programme().legs[2])
    return _of(f"train moved by {minutes}", Rule.H9, programme=make_programme(legs=legs))


@st.composite
def breaks_shortened(draw: st.DrawFn) -> Mutation:
    """Shorten a lunch break."""
    number = draw(st.sampled_from((0, 2, 4)))
    minutes = draw(st.integers(1, 44))
    own = make_programme().meals[number]
    meals = list(make_programme().meals)
    meals[number] = replace(own, end=own.start + timedelta(minutes=minutes))
    return _of(f"lunch of {minutes} minutes", Rule.H9, programme=make_programme(meals=tuple(meals)))


@st.composite
def hosts_changed(draw: st.DrawFn) -> Mutation:
    """Let a host answer otherwise than the programme needs."""
    item = draw(st.sampled_from(("acme", "beta", "talk", "university")))
    people = 6 if item == "university" else 3
    starts = {one.start for one in make_programme().sessions_of[item]}
    slot = min(starts) + timedelta(minutes=draw(st.integers(1, 300)))
    changes: dict[Rule, dict[str, object]] = {
        Rule.H4: draw(st.sampled_from(({"max_people": people - 1}, {"min_people": people + 1}))),
        Rule.H7: {"request": HostRequest(status=RequestStatus.CONFIRMED, slots=(slot,) * len(starts))},
        Rule.H11: {"name_list": NameList(status=NameListStatus.FROZEN, people=frozenset({"gina", "ines"}))},
        Rule.H12: {"request": HostRequest(status=draw(st.sampled_from(sorted(WAYS_OUT))))},
    }
    rule = draw(st.sampled_from([rule for rule in changes if rule is not Rule.H7 or slot not in starts]))
    trip = change_item(make_trip(), item, **changes[rule])
    return _of(f"{item} changed: {changes[rule]}", rule, trip=trip)


@st.composite
def pins_set(draw: st.DrawFn) -> Mutation:
    """Pin what the programme does not hold."""
    item = draw(st.sampled_from(("acme", "beta", "talk", "university")))
    first = make_programme().sessions_of[item][0]
    minute = timedelta(minutes=draw(st.integers(1, 100)))
    pin = draw(
        st.sampled_from(
            (
                Pin(kind=PinKind.TIME, item=item, start=first.start + minute),
                Pin(kind=PinKind.DAY, item=item, day=(first.start + timedelta(days=1)).date()),
                Pin(kind=PinKind.ABSENT, item=item, delegate=first.attendees[0]),
                Pin(kind=PinKind.ATTENDEE, item="gamma", delegate=first.attendees[0]),
                Pin(kind=PinKind.DROPPED, item=item),
            )
        )
    )
    return _of(f"pin {pin}", Rule.H7, trip=make_trip(pins=(pin,)))


@st.composite
def orders_set(draw: st.DrawFn) -> Mutation:
    """Ask for the items in the opposite of their order."""
    order = draw(st.permutations(("welcome", "briefing", "talk", "university")))
    in_time = ("welcome", "briefing", "talk", "university")
    rule = ItemRule(kind=RuleKind.BEFORE, items=tuple(order), gap_min=draw(st.integers(0, 600)))
    broken = () if tuple(order) == in_time else (Rule.H8,)
    return _of(f"order {order}", *broken, trip=make_trip(rules=(rule,)))


@st.composite
def sessions_dropped(draw: st.DrawFn) -> Mutation:
    """Drop a session whose item need not take place: nothing is broken; or the must item."""
    session = draw(st.sampled_from(("briefing-1", *AWAY)))
    broken = (Rule.H0,) if session == "briefing-1" else ()
    return _of(f"{session} dropped", *broken, programme=drop_session(make_programme(), session))


@st.composite
def harmless(draw: st.DrawFn) -> Mutation:
    """Change what breaks nothing."""
    minutes = draw(st.integers(-30, 119))
    programme = draw(
        st.sampled_from(
            (
                move(make_programme(), "briefing-1", minutes),
                make_programme(meals=()),
                make_programme(seed=minutes, version=max(1, minutes)),
                change_session(make_programme(), "briefing-1", groups=()),
            )
        )
    )
    return _of(f"harmless {minutes}", programme=programme)


ALL: tuple[Callable[[], st.SearchStrategy[Mutation]], ...] = (
    sessions_moved,
    sessions_out_of_window,
    sessions_over_lunch,
    sessions_of_another_length,
    transfers_dropped,
    transfers_too_short,
    transfers_late,
    people_left_behind,
    guides_left_behind,
    people_in_two_places,
    attendees_dropped,
    groups_swapped,
    vehicles_swapped,
    members_moved,
    legs_moved,
    breaks_shortened,
    hosts_changed,
    pins_set,
    orders_set,
    sessions_dropped,
    harmless,
)


@given(mutation=st.one_of([strategy() for strategy in ALL]))
def test_a_mutation_breaks_exactly_the_rules_it_should(mutation: Mutation) -> None:
    assert rules(check_programme(mutation.trip, mutation.programme)) == mutation.breaks, mutation.name
