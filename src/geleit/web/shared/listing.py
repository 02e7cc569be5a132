"""Lists that can be searched, sorted and paged by address alone: ``?q=jena&sort=-name&page=2``."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django.http import QueryDict

PER_PAGE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Column[T]:
    """A column of a list.

    Parameters
    ----------
    key
        Stands in the address.
    label
        Its heading, in the reader's language.
    order
        What rows are sorted by; None for a column that cannot be sorted by.
    is_number
        Set to the right.
    """

    key: str
    label: str
    order: Callable[[T], Any] | None = None
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuery:
    """What the address asks of a list.

    Parameters
    ----------
    words
        To be found in a row; at most 100 characters.
    sort
        Key of a column; empty for the list's own order.
    page
        From 1.
    others
        The other fields of the filter as pairs, kept in every link of the list.
    """

    words: str = ""
    sort: str = ""
    descending: bool = False
    page: int = 1
    others: tuple[tuple[str, str], ...] = ()

    @property
    def sort_value(self) -> str:
        """The order as it stands in the address."""
        return f"{'-' if self.descending else ''}{self.sort}"

    @property
    def is_filtered(self) -> bool:
        """Whether any filter is on."""
        return bool(self.words or self.others)

    def sorted_by(self, key: str) -> str:
        """Return the query for the list sorted by a column; by the same once more turns it round."""
        turned = key == self.sort and not self.descending
        return self._query(f"{'-' if turned else ''}{key}", 1)

    def at(self, page: int) -> str:
        """Return the query for another page of the same list."""
        return self._query(self.sort_value, page)

    def _query(self, sort: str, page: int) -> str:
        fields = [("q", self.words), *self.others, ("sort", sort), ("page", str(page) if page > 1 else "")]
        return urlencode([(name, value) for name, value in fields if value])


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing[T]:
    """One page of a list.

    Parameters
    ----------
    rows
        Of this page.
    total
        Rows on all pages.
    """

    columns: tuple[Column[T], ...]
    rows: tuple[T, ...]
    query: ListQuery
    total: int
    page: int
    pages: int


def read_query(given: QueryDict, columns: Sequence[Column[Any]], filters: Iterable[str] = ()) -> ListQuery:
    """Return what an address asks of a list; what it cannot ask is passed over.

    Parameters
    ----------
    given
        ``request.GET``.
    filters
        Names of further fields of the filter.
    """
    sort = given.get("sort", "")
    key = sort.removeprefix("-")
    known = any(column.key == key and column.order for column in columns)
    page = given.get("page", "1")
    return ListQuery(
        words=given.get("q", "").replace("\0", "").strip()[:100],
        sort=key if known else "",
        descending=known and sort.startswith("-"),
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
        others=tuple((name, str(given[name])[:100]) for name in filters if given.get(name)),
    )


def listing[T](
    rows: Iterable[T],
    columns: Sequence[Column[T]],
    query: ListQuery,
    *,
    text: Callable[[T], str],
    per_page: int = PER_PAGE,
) -> Listing[T]:
    """Return the page of a list that an address asks for; a page after the last is the last.

    Parameters
    ----------
    rows
        In the list's own order, after every filter but the words.
    text
        What of a row is searched for the words; every word must be in it, in any case.
    """
    wanted = query.words.casefold().split()
    found = [row for row in rows if all(word in text(row).casefold() for word in wanted)]
    order = next((column.order for column in columns if column.key == query.sort), None)
    if order:
        found.sort(key=order, reverse=query.descending)
    pages = max(1, -(-len(found) // per_page))
    page = min(max(1, query.page), pages)
    shown = tuple(found[(page - 1) * per_page : page * per_page])
    return Listing(columns=tuple(columns), rows=shown, query=query, total=len(found), page=page, pages=pages)
