"""What a calendar of the programme holds: also sessions whose host has since said no, so that they can be cancelled."""

from geleit.documents.view.build_entries import by_time, session_entry
from geleit.documents.view.day_views import EntryView
from geleit.documents.view.lens import Lens
from geleit.domain.status import Publication


def scheduled_entries(lens: Lens) -> tuple[EntryView, ...]:
    """Return the sessions of items whose publication reaches this audience, whatever the host's answer, by time."""
    found = []
    for session in lens.programme.sessions:
        item = lens.trip.item_by_id[session.item]
        reaches = item.publication.is_public or (
            not lens.is_public and item.publication is not Publication.INTERNAL
        )
        if lens.is_organiser or reaches:
            found.append(session_entry(lens, session, item))
    return tuple(sorted(found, key=by_time))
