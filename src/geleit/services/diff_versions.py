"""Compare two programmes of a stored trip: versions, or a version and a draft."""

from geleit.domain.diff import ProgrammeDiff, diff_programmes
from geleit.domain.programme import Programme
from geleit.services.faults import NotFoundError
from geleit.services.read_published import read_published
from geleit.store.models import Draft
from geleit.store.programmes import programme_of


def diff_versions(*, key: str, before: int, after: int) -> ProgrammeDiff:
    """Return what is different between two published versions of a trip.

    Parameters
    ----------
    key
        Of the trip.
    before, after
        Numbers of the versions.

    Raises
    ------
    NotFoundError
        When the trip has no such version.
    """
    old, new = read_published(key=key, number=before), read_published(key=key, number=after)
    return diff_programmes(old.programme, new.programme)


def diff_draft(*, key: str, draft: int, before: int | None = None) -> ProgrammeDiff:
    """Return what is different in a draft from a published version.

    Parameters
    ----------
    before
        Number of the version; None for the newest, or for an empty programme where nothing is published.

    Raises
    ------
    NotFoundError
        When the trip has no such draft or version.
    """
    row = Draft.objects.filter(pk=draft, trip__key=key).first()
    if row is None:
        raise NotFoundError.of("draft_not_of_trip", trip=key, draft=draft)
    return diff_programmes(_version(key, before), programme_of(row))


def _version(key: str, number: int | None) -> Programme:
    try:
        return read_published(key=key, number=number).programme
    except NotFoundError:
        if number is not None:
            raise
        return Programme(trip=key)
