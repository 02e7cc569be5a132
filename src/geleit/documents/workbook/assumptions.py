"""Everything in a trip that the announcement did not give."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from geleit.domain.text import Language
from geleit.domain.trip import Trip


class _Marked(Protocol):
    @property
    def assumed(self) -> frozenset[str]: ...


def assumed_objects(trip: Trip, lang: Language) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield kind, name and assumed fields of every object that has any.

    The kind is a label's key.
    """
    yield from _one("kind_trip", trip.title.get(lang).text, trip)
    yield from _one("kind_frame", "", trip.frame)
    yield from _one("kind_call", "", trip.call)
    yield from _many("kind_station", [(one.name.get(lang).text, one) for one in trip.stations])
    yield from _many("kind_leg", [(one.title.get(lang).text or one.id, one) for one in trip.legs])
    yield from _many("kind_place", [(one.name.get(lang).text, one) for one in trip.places])
    yield from _many("kind_host", [(one.name.get(lang).text, one) for one in trip.hosts])
    yield from _many("kind_item", [(one.title.get(lang).text, one) for one in trip.items])
    yield from _many("kind_group", [(one.name.get(lang).text or one.id, one) for one in trip.groups])
    yield from _many("kind_organisation", [(one.name.get(lang).text, one) for one in trip.organisations])
    yield from _many("kind_person", [(one.name, one) for one in trip.delegates])
    yield from _many("kind_note", [(one.title.get(lang).text, one) for one in trip.notes])


def _many(kind: str, objects: Sequence[tuple[str, _Marked]]) -> Iterator[tuple[str, str, frozenset[str]]]:
    for name, marked in objects:
        yield from _one(kind, name, marked)


def _one(kind: str, name: str, marked: _Marked) -> Iterator[tuple[str, str, frozenset[str]]]:
    if marked.assumed:
        yield kind, name, marked.assumed
