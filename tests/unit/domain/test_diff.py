"""What differs between two programmes, and for whom."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.diff import PersonChange, diff_programmes
from geleit.domain.programme import Programme, Session
from tests.factories import make_programme, move

SESSIONS = make_programme().sessions


def with_sessions(sessions: tuple[Session, ...]) -> Programme:
    return replace(make_programme(), sessions=sessions)


def test_nothing_differs_from_itself() -> None:
    assert diff_programmes(make_programme(), make_programme()).is_empty


def test_a_moved_session_is_told_with_whom_it_concerns() -> None:
    before = make_programme()
    session = next(each for each in before.sessions if each.item == "acme")

    found = diff_programmes(before, move(before, session.id, minutes=15))

    assert [(change.before.id, change.is_moved, change.joined, change.left) for change in found.changed] == [
        (session.id, True, (), ())
    ]
    assert found.people == {person: PersonChange(moved=("acme",)) for person in session.attendees}


def test_a_dropped_item_is_lost_by_those_who_went() -> None:
    gone = tuple(each for each in SESSIONS if each.item == "university")
    found = diff_programmes(
        make_programme(), with_sessions(tuple(each for each in SESSIONS if each not in gone))
    )

    assert (found.removed, found.added, found.changed, found.unplaced) == (gone, (), (), ("university",))
    assert {person for person, change in found.people.items() if change.lost == ("university",)} == {
        person for session in gone for person in session.attendees
    }


def test_numbers_alone_are_no_difference() -> None:
    renamed = tuple(replace(each, id=f"{each.id}-x") for each in SESSIONS)

    assert diff_programmes(make_programme(), with_sessions(renamed)).is_empty


def test_one_who_changes_to_another_session_of_the_item_has_it_moved() -> None:
    first, second = (each for each in SESSIONS if each.item == "acme")
    person = first.attendees[0]
    changed = with_sessions(
        tuple(
            replace(each, attendees=tuple(sorted({*each.attendees, person})))
            if each == second
            else replace(each, attendees=tuple(one for one in each.attendees if one != person))
            if each == first
            else each
            for each in SESSIONS
        )
    )

    found = diff_programmes(make_programme(), changed)

    assert found.people == {person: PersonChange(moved=("acme",))}
    assert sorted((change.joined, change.left) for change in found.changed) == [
        ((), (person,)),
        ((person,), ()),
    ]


@given(st.sets(st.sampled_from(SESSIONS)), st.sets(st.sampled_from(SESSIONS)))
def test_what_is_gained_one_way_is_lost_the_other(one: set[Session], other: set[Session]) -> None:
    first, second = with_sessions(tuple(one)), with_sessions(tuple(other))

    there, back = diff_programmes(first, second), diff_programmes(second, first)

    assert (there.added, there.removed, there.placed) == (back.removed, back.added, back.unplaced)
    assert {person: (change.gained, change.lost) for person, change in there.people.items()} == {
        person: (change.lost, change.gained) for person, change in back.people.items()
    }
