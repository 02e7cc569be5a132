"""Which role an account has in a trip."""

from geleit.store.models import TripRole, TripRoleKind


def trip_role(*, trip: str, account: int | None) -> TripRoleKind | None:
    """Return the role, or None for one who has none there; one query.

    Parameters
    ----------
    trip
        Key of the trip.
    account
        Number of the account; None for nobody signed in.
    """
    if account is None:
        return None
    kind = TripRole.objects.filter(trip__key=trip, account_id=account).values_list("role", flat=True).first()
    return TripRoleKind(kind) if kind else None
