"""The way into the views: a trip and its programme become what one audience reads in one language."""

from collections.abc import Iterable

from geleit.documents.view.agenda_views import AgendaView
from geleit.documents.view.build_agenda import agenda_view
from geleit.documents.view.build_days import day_views
from geleit.documents.view.build_items import item_view
from geleit.documents.view.build_trip import holds_assumed, trip_view
from geleit.documents.view.day_views import ProgrammeView, UnplacedView, ValueView
from geleit.documents.view.lens import Lens, board_status
from geleit.documents.view.values import Audience
from geleit.documents.words.reasons import reason_text
from geleit.domain.programme import Programme, Unplaced
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_percent


def build_view(trip: Trip, programme: Programme, lang: Language, audience: Audience) -> ProgrammeView:
    """Return the programme for one audience in one language.

    Parameters
    ----------
    trip
        Validated: without dangling references.
    programme
        Of that trip.
    audience
        Decides what is left out: internal items, host answers, people and hotels are not for the public,
        and why an item found no place is the organiser's alone. Wishes are nobody's.
    """
    lens = Lens(trip, programme, lang, audience)
    unplaced = tuple(_unplaced_view(lens, one) for one in programme.unplaced) if lens.is_organiser else ()
    return ProgrammeView(
        trip=trip_view(lens),
        days=day_views(lens),
        unplaced=unplaced,
        value=_value_view(lens) if lens.is_organiser else None,
    )


def build_agenda(trip: Trip, programme: Programme, lang: Language, delegate: str) -> AgendaView:
    """Return one person's programme.

    Raises
    ------
    KeyError
        When nobody of that id travels.
    """
    return agenda_view(Lens(trip, programme, lang, Audience.DELEGATION), delegate)


def build_agendas(
    trip: Trip, programme: Programme, lang: Language, *, delegates: Iterable[str] | None = None
) -> tuple[AgendaView, ...]:
    """Return everyone's programme, in the trip's order of delegates.

    Parameters
    ----------
    delegates
        Ids of those that are wanted, in the order wanted; None means all.

    Raises
    ------
    KeyError
        When nobody of such an id travels.
    """
    lens = Lens(trip, programme, lang, Audience.DELEGATION)
    wanted = (delegate.id for delegate in trip.delegates) if delegates is None else delegates
    return tuple(agenda_view(lens, delegate) for delegate in wanted)


def shows_assumed(view: object) -> bool:
    """Whether a view shows a value that the announcement did not give, so that its page needs the legend."""
    return holds_assumed(view)


def _unplaced_view(lens: Lens, unplaced: Unplaced) -> UnplacedView:
    item = lens.trip.item_by_id[unplaced.item]
    reasons = tuple(reason_text(reason, lens.trip, lens.lang) for reason in unplaced.reasons)
    if unplaced.told:
        reasons = (str(unplaced.told.get(lens.lang)),)
    return UnplacedView(
        item=item_view(lens, item),
        board_status=board_status(item.request.status, lens.lang),
        reasons=reasons or (lens.label("no_reason"),),
    )


def _value_view(lens: Lens) -> ValueView | None:
    value = lens.programme.value
    if value is None:
        return None
    share = format_percent(100 * value.wishes_met / value.wishes, lens.lang) if value.wishes else ""
    gap = value.gap
    return ValueView(
        wishes=lens.label("wishes_met", share, value.wishes_met, value.wishes) if share else "",
        placed=lens.label("placed", value.placed),
        gap=lens.label("gap_unknown")
        if gap is None
        else lens.label("gap", format_percent(100 * gap, lens.lang)),
    )
