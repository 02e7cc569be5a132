"""What a company must know before it applies."""

from dataclasses import dataclass
from datetime import date, datetime

from geleit.domain.applications.terms import ApplicationTerms, wishable_items
from geleit.domain.items import Item
from geleit.domain.trip import Trip
from geleit.services.applications_common import terms_of, today_of
from geleit.services.participation_terms import Terms, terms_in_force
from geleit.services.read_published import read_published
from geleit.store.models import SelectionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCall:
    """A trip's call for applications.

    Parameters
    ----------
    trip
        As published.
    items
        What a company may wish for.
    is_open
        Whether applications are taken on that day.
    closes_on
        Last day to apply, where the organiser is; None when there is none.
    participation
        The terms of taking part that are in force; None where there are none.
    """

    trip: Trip
    terms: ApplicationTerms
    items: tuple[Item, ...]
    is_open: bool
    closes_on: date | None
    participation: Terms | None = None


def read_call(*, key: str, now: datetime) -> OpenCall:
    """Return a published trip's call: three queries.

    Raises
    ------
    NotFoundError
        When the trip is not published.
    """
    trip = read_published(key=key).trip
    terms = terms_of(SelectionRow.objects.filter(trip__key=key).first())
    deadline = trip.call.deadline
    closes_on = deadline.latest if deadline else trip.dates.earliest
    return OpenCall(
        trip=trip,
        terms=terms,
        items=wishable_items(trip),
        is_open=today_of(trip, now) <= closes_on,
        closes_on=closes_on,
        participation=terms_in_force(trip=trip),
    )
