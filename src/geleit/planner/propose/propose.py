"""Times to propose to the hosts who have not confirmed, and others at which everything else could stay."""

from collections.abc import Callable, Iterator

from geleit.domain.items import Item
from geleit.domain.programme import Programme, Session
from geleit.domain.trip import Trip
from geleit.planner.propose.alternates import alternates_of
from geleit.planner.propose.moves import MovableSession
from geleit.planner.propose.records import Proposal, SessionProposal
from geleit.planner.why.force import InHand


def proposals(
    trip: Trip,
    programme: Programme,
    *,
    only: frozenset[str] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Iterator[Proposal]:
    """Yield for each placed item whose host has not confirmed what to ask for, the earliest first.

    Every alternate has passed the checker: that one session moved there, everything else as it is.

    Parameters
    ----------
    programme
        Valid for the trip.
    only
        Ids of the items asked about; None for all.
    is_cancelled
        Asked between items.
    """
    hand = InHand.of(trip, programme)
    for item in _open_items(trip, programme):
        if is_cancelled is not None and is_cancelled():
            return
        if only is None or item.id in only:
            sessions = tuple(_proposed(hand, session) for session in programme.sessions_of[item.id])
            yield Proposal(
                item=item.id,
                host=item.host,
                status=item.request.status,
                probability_percent=item.probability_percent,
                sessions=sessions,
                decide_by=item.request.decide_by,
                list_due=item.name_list.due,
                list_fields=item.name_list.fields,
            )


def _open_items(trip: Trip, programme: Programme) -> list[Item]:
    """Return placed items whose hosts have not confirmed, in the order of their first sessions."""
    placed = programme.sessions_of
    found = [item for item in trip.items if item.id in placed and not item.request.status.is_firm]
    return sorted(found, key=lambda item: (placed[item.id][0].start, item.id))


def _proposed(hand: InHand, session: Session) -> SessionProposal:
    return SessionProposal(
        session=session.id,
        start=session.start,
        end=session.end,
        attendees=session.attendees,
        alternates=alternates_of(MovableSession(hand, session)),
    )
