"""What is published of a trip, quickly: a version never changes, so what was made of it is kept in memory."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.services.faults import NotFoundError
from geleit.store.models import ProgrammeVersion
from geleit.store.programmes import programme_of, trip_of

KEPT_VERSIONS = 16
KEPT_PIECES = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A published version with the trip it was made of.

    Parameters
    ----------
    id
        Number of the row, the same for no other version of any trip.
    number
        Number of the version within the trip.
    """

    id: int
    number: int
    trip: Trip
    programme: Programme
    note: str
    published_at: datetime


class _Kept[K, V]:
    """The values used last, in the memory of this process."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.values: OrderedDict[K, V] = OrderedDict()
        self.lock = Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:
        with self.lock:
            if key in self.values:
                self.values.move_to_end(key)
                return self.values[key]
        made = make()
        with self.lock:
            self.values[key] = made
            while len(self.values) > self.most:
                self.values.popitem(last=False)
        return made

    def clear(self) -> None:
        with self.lock:
            self.values.clear()


_VERSIONS: _Kept[int, Published] = _Kept(KEPT_VERSIONS)
_PIECES: _Kept[tuple[int, Language, str], object] = _Kept(KEPT_PIECES)


def read_published(*, key: str, number: int | None = None) -> Published:
    """Return the published programme of a trip.

    One query finds the version's number; the version itself is read once per process.

    Parameters
    ----------
    key
        Of the trip.
    number
        An older version, for those who may see it; None for the newest.

    Raises
    ------
    NotFoundError
        When the trip has no such version.
    """
    found = ProgrammeVersion.objects.filter(trip__key=key)
    if number is not None:
        found = found.filter(number=number)
    pk = found.order_by("-number").values_list("pk", flat=True).first()
    if pk is None:
        if number is None:
            raise NotFoundError.of("not_published", trip=key)
        raise NotFoundError.of("version_not_published", trip=key, number=number)
    return read_version(pk=pk)


def read_version(*, pk: int) -> Published:
    """Return a published version by the number of its row; it is read once per process.

    Raises
    ------
    ProgrammeVersion.DoesNotExist
        When there is none.
    """
    return _VERSIONS.get(pk, lambda: _read(pk))


def piece_of_published[T](*, version: Published, language: Language, piece: str, make: Callable[[], T]) -> T:
    """Return something made of a version in a language (a page's middle, a calendar), made once per process.

    Parameters
    ----------
    piece
        What it is; together with version and language it must decide the outcome wholly.
    make
        Makes it; must depend on nothing else, least of all on who asks.
    """
    return _PIECES.get((version.id, language, piece), make)  # type: ignore[return-value] # each piece has one type


def forget_published() -> None:
    """Forget all that is kept in memory: only a store that was exchanged under the process (as tests do) needs it."""
    _VERSIONS.clear()
    _PIECES.clear()


def _read(pk: int) -> Published:
    row = ProgrammeVersion.objects.select_related("snapshot").get(pk=pk)
    return Published(
        id=row.pk,
        number=row.number,
        trip=trip_of(row),
        programme=programme_of(row),
        note=row.note,
        published_at=row.published_at,
    )
