from dataclasses import dataclass

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from geleit.web.shared.listing import Column, Listing, ListQuery, listing, read_query


@dataclass(frozen=True)
class Town:
    name: str
    people: int


TOWNS = (Town("Jena", 110), Town("Erfurt", 213), Town("Gera", 93))
COLUMNS = (
    Column[Town](key="name", label="Name", order=lambda town: town.name),
    Column[Town](key="people", label="People", order=lambda town: town.people, is_number=True),
    Column[Town](key="note", label="Note"),
)


def shown(address: str, *, per_page: int = 50) -> Listing[Town]:
    query = read_query(QueryDict(address), COLUMNS, ("land",))
    return listing(TOWNS, COLUMNS, query, text=lambda town: town.name, per_page=per_page)


def names(page: Listing[Town]) -> list[str]:
    return [town.name for town in page.rows]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("", ["Jena", "Erfurt", "Gera"]),
        ("sort=name", ["Erfurt", "Gera", "Jena"]),
        ("sort=-people", ["Erfurt", "Jena", "Gera"]),
        ("sort=note", ["Jena", "Erfurt", "Gera"]),
        ("sort=__class__", ["Jena", "Erfurt", "Gera"]),
        ("q=ER", ["Erfurt", "Gera"]),
        ("q=er fur", ["Erfurt"]),
        ("q=%00ger", ["Gera"]),
        ("q=Weimar", []),
    ],
)
def test_the_address_decides_what_is_shown(address: str, found: list[str]) -> None:
    assert names(shown(address)) == found


@pytest.mark.parametrize(
    ("page", "found"),
    [("1", "Jena"), ("3", "Gera"), ("99", "Gera"), ("0", "Jena"), ("x", "Jena"), ("²", "Jena")],
)
def test_a_page_that_is_not_there_is_the_nearest(page: str, found: str) -> None:
    result = shown(f"page={page}", per_page=1)

    assert (names(result), result.total, result.pages) == ([found], 3, 3)


def test_links_keep_the_filter_and_turn_the_order_round() -> None:
    query = read_query(QueryDict("q=er&land=TH&sort=name&page=2&x=y"), COLUMNS, ("land",))

    assert query.sorted_by("name") == "q=er&land=TH&sort=-name"
    assert query.sorted_by("people") == "q=er&land=TH&sort=people"
    assert query.at(3) == "q=er&land=TH&sort=name&page=3"
    assert query.is_filtered


def test_a_list_without_rows_has_one_page() -> None:
    result = listing((), COLUMNS, ListQuery(), text=str)

    assert (result.rows, result.total, result.page, result.pages) == ((), 0, 1, 1)


@given(st.text(), st.text(), st.text())
def test_no_address_breaks_a_list(words: str, sort: str, page: str) -> None:
    given_fields = QueryDict(mutable=True)
    given_fields.update({"q": words, "sort": sort, "page": page})

    result = listing(TOWNS, COLUMNS, read_query(given_fields, COLUMNS), text=lambda town: town.name)

    assert set(result.rows) <= set(TOWNS)
