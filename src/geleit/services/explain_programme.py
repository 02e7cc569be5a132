"""Why a programme is as it is: for an item, for a delegate, for all that found no place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from geleit.domain.programme import Programme, Reason, Session, Unplaced
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.planner.explain import wish_reasons
from geleit.planner.why.records import WhyNot
from geleit.planner.why.why import LIMIT_S, Question, why_not, why_not_all
from geleit.services.faults import FaultError
from geleit.services.files import write_file
from geleit.tripfile.problems import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Wisher:
    """A delegate's wish for an item: met where there are no reasons against it.

    Parameters
    ----------
    item, delegate
        Ids.
    strength
        1 to 5.
    """

    item: str
    delegate: str
    strength: int
    is_met: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemExplanation:
    """An item's sessions, or why it has none; and whose wish it was, the strongest first."""

    item: str
    sessions: tuple[Session, ...]
    reasons: tuple[Reason, ...]
    wishers: tuple[Wisher, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateExplanation:
    """A delegate's sessions, and what became of the wishes, the strongest first."""

    delegate: str
    sessions: tuple[Session, ...]
    wishes: tuple[Wisher, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeExplanation:
    """Every item that found no place, and why."""

    unplaced: tuple[Unplaced, ...]


Explanation = ItemExplanation | DelegateExplanation | ProgrammeExplanation


def explain_programme(*, trip: Trip, programme: Programme, about: str | None = None) -> Explanation:
    """Return why something is as it is.

    Parameters
    ----------
    about
        Id of an item or a delegate; None for all items without a place.

    Raises
    ------
    FaultError
        When the trip has nothing of that id; the nearest is named.
    """
    if about is None:
        return ProgrammeExplanation(unplaced=programme.unplaced)
    if about in trip.item_by_id:
        return _item(trip, programme, about)
    if about in trip.delegate_by_id:
        wishes = _wishes(trip, programme, about)
        sessions = programme.sessions_by_delegate.get(about, ())
        return DelegateExplanation(delegate=about, sessions=sessions, wishes=wishes)
    known = (*trip.item_by_id, *trip.delegate_by_id)
    raise FaultError(
        f"Neither an item nor a delegate of {trip.id} is called {about!r}",
        advice=did_you_mean(about, known) or "The trip file names the ids of all items and delegates",
    )


def explain_deeply(
    *,
    trip: Trip,
    programme: Programme,
    about: str | None = None,
    limit_s: float = LIMIT_S,
    is_cancelled: Callable[[], bool] | None = None,
) -> Iterator[WhyNot]:
    """Yield for what was not met the cheapest way in, or the smallest set that stands in the way.

    Parameters
    ----------
    about
        Id of an item: the item itself where it has no place, else the wishes for it that were not met. Id of a
        delegate: the wishes not met. None: all items without a place.
    limit_s
        Seconds of search for each answer.
    is_cancelled
        Asked between steps.

    Raises
    ------
    FaultError
        When the trip has nothing of that id.
    """
    told = explain_programme(trip=trip, programme=programme, about=about)
    question = Question(trip, programme, limit_s, is_cancelled)
    match told:
        case ProgrammeExplanation():
            yield from why_not_all(question)
        case ItemExplanation() if not told.sessions:
            yield why_not(question, told.item)
        case ItemExplanation():
            yield from (
                why_not(question, wish.item, wish.delegate) for wish in told.wishers if not wish.is_met
            )
        case DelegateExplanation():
            yield from (
                why_not(question, wish.item, wish.delegate) for wish in told.wishes if not wish.is_met
            )


def keep_answers(*, trip: Trip, programme: Programme, told: Mapping[str, Text], file: Path) -> Path:
    """Write a programme in which items without a place have what was found out about them.

    Raises
    ------
    FaultError
        When it cannot be written; a file that was there before is then unchanged.
    """
    from geleit.tripfile.programme_io import programme_text

    unplaced = tuple(
        replace(each, told=told[each.item]) if each.item in told else each for each in programme.unplaced
    )
    return write_file(file, programme_text(replace(programme, unplaced=unplaced), trip))


def _item(trip: Trip, programme: Programme, item: str) -> ItemExplanation:
    reasons = next((each.reasons for each in programme.unplaced if each.item == item), ())
    wishers = [
        wish
        for delegate in trip.delegates
        if any(wish.item == item for wish in delegate.wishes)
        for wish in _wishes(trip, programme, delegate.id)
        if wish.item == item
    ]
    wishers.sort(key=lambda wish: -wish.strength)
    sessions = programme.sessions_of.get(item, ())
    return ItemExplanation(item=item, sessions=sessions, reasons=reasons, wishers=tuple(wishers))


def _wishes(trip: Trip, programme: Programme, delegate: str) -> tuple[Wisher, ...]:
    missed = {each.item: each.reasons for each in wish_reasons(trip, programme, delegate)}
    found = [
        Wisher(
            item=wish.item,
            delegate=delegate,
            strength=wish.strength,
            is_met=wish.item not in missed,
            reasons=missed.get(wish.item, ()),
        )
        for wish in trip.delegate_by_id[delegate].wishes
        if wish.item in trip.item_by_id
    ]
    return tuple(sorted(found, key=lambda wish: -wish.strength))
