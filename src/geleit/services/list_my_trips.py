"""The trips that somebody has a role in."""

from dataclasses import dataclass

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from geleit.domain.applications.status import ApplicationStatus
from geleit.services.access import MAY, Permission, TripHead, trip_head
from geleit.store.models import ApplicationRow, ItemRow, ProgrammeVersion, TripRole, TripRoleKind

OPEN = (
    ApplicationStatus.SUBMITTED.value,
    ApplicationStatus.INCOMPLETE.value,
    ApplicationStatus.COMPLETE.value,
)
"""An application that nobody has decided about yet."""
FIRM = ("confirmed", "delivered")


@dataclass(frozen=True, slots=True, kw_only=True)
class MyTrip:
    """A trip in the list of one's trips.

    Parameters
    ----------
    version
        Number of the newest published programme; None where there is none.
    asked, firm
        Items whose host was asked, and those of them that are confirmed; None for one who may not see them all.
    undecided
        Applications that wait for a decision; None for one who may not see them.
    """

    head: TripHead
    role: TripRoleKind
    version: int | None
    asked: int | None
    firm: int | None
    undecided: int | None


def list_my_trips(*, account: int) -> tuple[MyTrip, ...]:
    """Return the trips of an account by their first day; one query."""
    newest = ProgrammeVersion.objects.filter(trip=OuterRef("trip")).order_by("-number").values("number")[:1]
    rows = (
        TripRole.objects.filter(account_id=account)
        .select_related("trip")
        .annotate(
            newest=Subquery(newest, output_field=IntegerField()),
            asked=_count(ItemRow, ~Q(request_status="idea")),
            firm=_count(ItemRow, Q(request_status__in=FIRM)),
            undecided=_count(ApplicationRow, Q(status__in=OPEN)),
        )
        .order_by("trip__starts_on", "trip__key")
    )
    return tuple(_trip(row) for row in rows)


def _count(model: type[ItemRow] | type[ApplicationRow], which: Q) -> Coalesce:
    """Return how many rows of a trip there are."""
    counted = (
        model.objects.filter(which, trip=OuterRef("trip")).order_by().values("trip").annotate(n=Count("pk"))
    )
    return Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), 0)


def _trip(row: TripRole) -> MyTrip:
    role = TripRoleKind(row.role)
    sees_all = Permission.SEE_PROGRAMME in MAY[role]
    counted = vars(row)
    return MyTrip(
        head=trip_head(row),
        role=role,
        version=counted["newest"],
        asked=counted["asked"] if sees_all else None,
        firm=counted["firm"] if sees_all else None,
        undecided=counted["undecided"] if Permission.SEE_APPLICATIONS in MAY[role] else None,
    )
