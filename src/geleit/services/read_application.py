"""One application, as the store has it."""

from geleit.services.applications_common import StoredApplication, find_application, stored


def read_application(*, reference: str) -> StoredApplication:
    """Return an application: two queries.

    Raises
    ------
    NotFoundError
        When there is none.
    """
    return stored(find_application(reference=reference))
