"""What the board keeps in the memory of a process, by version: the trip, what moves of it need, and what is drawn."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from geleit.documents.view import Audience, ProgrammeView, build_view
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation
from geleit.planner.by_hand import Kit, make_kit
from geleit.planner.check import Checked, keep_check
from geleit.planner.value import evaluate
from geleit.store.convert import read_trip
from geleit.store.models import Draft, ProgrammeVersion, TripRow
from geleit.store.programmes import programme_of, trip_of
from geleit.tripfile.programme_io import trip_digest

MOST: Final = 48
"""Values kept at most; a process that serves one trip uses about eight."""

_KEPT: OrderedDict[Hashable, object] = OrderedDict()
_LOCK: Final = Lock()


def kept[T](key: Hashable, make: Callable[[], T]) -> T:
    """Return what was made under a key, or make it; the key must decide the outcome wholly."""
    with _LOCK:
        if key in _KEPT:
            _KEPT.move_to_end(key)
            return _KEPT[key]  # type: ignore[return-value] # each kind of key has one type
    made = make()
    with _LOCK:
        _KEPT[key] = made
        while len(_KEPT) > MOST:
            _KEPT.popitem(last=False)
    return made


def forget_board() -> None:
    """Forget all: only a store that was exchanged under the process (as tests do) needs it."""
    with _LOCK:
        _KEPT.clear()


@dataclass(frozen=True, slots=True)
class KeptTrip:
    """A trip as it is now, with what tells it from what it was."""

    trip: Trip
    digest: str


def kept_trip(row: TripRow) -> KeptTrip:
    """Return a trip; it is read once for each of its versions."""

    def make() -> KeptTrip:
        trip = read_trip(TripRow.objects.get(pk=row.pk))
        return KeptTrip(trip, trip_digest(trip))

    return kept(("trip", row.pk, row.version), make)


@dataclass(frozen=True, slots=True)
class KeptProgramme:
    """A draft's or a published version's programme, and the trip it was made of.

    Parameters
    ----------
    key
        The same for nothing else.
    """

    key: tuple[str, int, int]
    programme: Programme
    trip: Trip
    digest: str


def kept_draft(draft: int, version: int) -> KeptProgramme:
    """Return a draft's programme; it is read once for each of its versions.

    Raises
    ------
    Draft.DoesNotExist
        When the draft has another version by now.
    """

    def make() -> KeptProgramme:
        row = Draft.objects.select_related("snapshot").get(pk=draft, version=version)
        return KeptProgramme(("draft", draft, version), programme_of(row), trip_of(row), row.snapshot.digest)

    return kept(("draft", draft, version), make)


def kept_version(pk: int) -> KeptProgramme:
    """Return a published programme by the number of its row."""

    def make() -> KeptProgramme:
        row = ProgrammeVersion.objects.select_related("snapshot").get(pk=pk)
        return KeptProgramme(("version", pk, 0), programme_of(row), trip_of(row), row.snapshot.digest)

    return kept(("version", pk), make)


def kept_kit(trip: KeptTrip, programme: Programme) -> Kit:
    """Return what moves need. Pins do not count for it, so that a pinned card costs no new one."""
    kappa = programme.value.kappa_percent if programme.value else None
    bare = replace(trip.trip, pins=())
    key = ("kit", trip_digest_without_pins(trip), programme.legs, kappa)
    kit = kept(key, lambda: make_kit(bare, programme.legs, kappa))
    return replace(kit, trip=trip.trip)


def trip_digest_without_pins(trip: KeptTrip) -> str:
    """Return a digest of all of a trip but its pins."""
    return kept(("bare", trip.digest), lambda: trip_digest(replace(trip.trip, pins=())))


def renewed(trip: KeptTrip, shown: KeptProgramme) -> KeptProgramme:
    """Return a programme with the value that it has in the trip as it is now; its bound then no longer holds.

    A programme that names what is no longer in the trip is returned as it is.
    """
    if shown.digest == trip.digest or shown.programme.value is None:
        return shown

    def make() -> KeptProgramme:
        try:
            value = evaluate(trip.trip, shown.programme, kept_kit(trip, shown.programme).ruler)
        except KeyError:
            return shown
        kind, number, version = shown.key
        programme = replace(shown.programme, value=value)
        return replace(shown, key=(f"{kind}@{trip.digest}", number, version), programme=programme)

    return kept(("renewed", trip.digest, *shown.key), make)


def kept_check(trip: KeptTrip, shown: KeptProgramme) -> Checked:
    """Return a programme as checked against the trip as it is now, so that a move of it is checked quickly."""

    def make() -> Checked:
        return keep_check(trip.trip, shown.programme, ruler=kept_kit(trip, shown.programme).ruler)

    return kept(("faults", trip.digest, *shown.key), make)


def kept_faults(trip: KeptTrip, shown: KeptProgramme) -> tuple[Violation, ...]:
    """Return what is wrong with a programme as the trip is now."""
    return kept_check(trip, shown).found


def drawn(trip: Trip, shown: KeptProgramme, digest: str, lang: Language) -> ProgrammeView:
    """Return a programme as the organiser reads it; it is made once for each of its versions and languages.

    Parameters
    ----------
    digest
        Of the trip it is shown with.
    """
    key = ("drawn", digest, *shown.key, lang)
    return kept(key, lambda: build_view(trip, shown.programme, lang, Audience.ORGANISER))
