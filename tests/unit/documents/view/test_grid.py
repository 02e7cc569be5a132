from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from geleit.documents.view import Audience, CardView, EntryView, build_view
from geleit.documents.view.grid import EMPTY_DAY, cards, hours_of
from tests.factories import make_programme, make_trip

COLUMNS = ("1", "2", "3", "4")
NUMBERS = count()
ENTRY = build_view(make_trip(), make_programme(), "de", Audience.PUBLIC).days[1].entries[0]


def entry(start_min: int, end_min: int, *groups: str, is_joint: bool = False) -> EntryView:
    name = f"{next(NUMBERS)}"
    return replace(ENTRY, id=name, start_min=start_min, end_min=end_min, groups=groups, is_joint=is_joint)


def positions(found: tuple[CardView, ...]) -> list[tuple[int, int, int, int, bool]]:
    return [(card.column, card.columns, card.lane, card.lanes, card.is_repeat) for card in found]


def test_a_joint_entry_spans_all_columns_once() -> None:
    found = cards([entry(540, 600, *COLUMNS, is_joint=True)], COLUMNS)

    assert positions(found) == [(1, 4, 0, 1, False)]


def test_groups_that_are_not_neighbours_get_one_card_each() -> None:
    found = cards([entry(540, 600, "1", "2", "4")], COLUMNS)

    assert positions(found) == [(1, 2, 0, 1, False), (4, 1, 0, 1, True)]


def test_overlapping_entries_of_one_group_share_its_column() -> None:
    found = cards([entry(540, 600, "1"), entry(570, 630, "1"), entry(540, 600, "2")], COLUMNS)

    assert positions(found) == [(1, 1, 0, 2, False), (2, 1, 0, 1, False), (1, 1, 1, 2, False)]


def test_only_the_shared_column_of_a_joint_entry_is_shared() -> None:
    found = cards([entry(540, 600, *COLUMNS, is_joint=True), entry(570, 630, "4")], COLUMNS)

    assert positions(found) == [(1, 3, 0, 1, False), (4, 1, 0, 2, True), (4, 1, 1, 2, False)]


def test_a_meal_of_a_few_stands_aside_where_their_group_is_elsewhere() -> None:
    few = replace(entry(570, 630, "4"), is_minor=True)

    busy = cards([entry(540, 600, *COLUMNS, is_joint=True), few], COLUMNS)
    free = cards([entry(540, 560, *COLUMNS, is_joint=True), few], COLUMNS)

    assert [(card.columns, card.lanes, card.is_aside) for card in busy] == [(4, 1, False), (1, 1, True)]
    assert [(card.columns, card.lanes, card.is_aside) for card in free] == [(4, 1, False), (1, 1, False)]


def test_entries_one_after_the_other_keep_the_whole_column() -> None:
    found = cards([entry(540, 600, "1"), entry(600, 630, "1")], COLUMNS)

    assert positions(found) == [(1, 1, 0, 1, False), (1, 1, 0, 1, False)]


def test_the_day_runs_from_half_an_hour_before_to_half_an_hour_after_in_whole_hours() -> None:
    assert hours_of([(540, 600), (1170, 1260)]) == (480, 1320)
    assert hours_of([(10, 20), (1400, 1440)]) == (0, 1440)
    assert hours_of([]) == EMPTY_DAY


@given(
    st.lists(
        st.tuples(
            st.integers(0, 1400),
            st.integers(1, 300),
            st.lists(st.sampled_from(COLUMNS), min_size=1, unique=True),
        ),
        max_size=14,
    )
)
def test_no_two_cards_ever_cover_each_other(drawn: list[tuple[int, int, list[str]]]) -> None:
    entries = [entry(start, min(1440, start + length), *groups) for start, length, groups in drawn]

    found = cards(entries, COLUMNS)

    areas = [
        (
            card.entry.start_min,
            card.entry.end_min,
            column,
            card.lane / card.lanes,
            (card.lane + 1) / card.lanes,
        )
        for card in found
        for column in range(card.column, card.column + card.columns)
    ]
    covering = [
        (one, other)
        for number, one in enumerate(areas)
        for other in areas[number + 1 :]
        if one[2] == other[2]
        and one[0] < other[1]
        and other[0] < one[1]
        and one[3] < other[4]
        and other[3] < one[4]
    ]
    assert covering == []
    assert sum(card.columns for card in found) == sum(len(groups) for *_, groups in drawn)
