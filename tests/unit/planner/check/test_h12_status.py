"""H12: what has ended without a visit, and what is a mere idea, is not placed."""

import pytest

from geleit.domain.hosts import HostRequest
from geleit.domain.status import RequestStatus
from geleit.domain.violations import ViolationCode
from geleit.planner.check import check_programme
from tests.factories import change_item, make_programme, make_trip

PLACEABLE = {
    RequestStatus.REQUESTED,
    RequestStatus.IN_CLARIFICATION,
    RequestStatus.TENTATIVE,
    RequestStatus.CONFIRMED,
    RequestStatus.DELIVERED,
}


@pytest.mark.parametrize("status", list(RequestStatus))
def test_only_what_may_take_place_is_placed(status: RequestStatus) -> None:
    trip = change_item(make_trip(), "acme", request=HostRequest(status=status))
    found = check_programme(trip, make_programme())
    expected = (
        []
        if status in PLACEABLE
        else [
            (ViolationCode.STATUS, ("acme-1",), status.value),
            (ViolationCode.STATUS, ("acme-2",), status.value),
        ]
    )
    assert [(one.code, one.sessions, one.detail) for one in found] == expected


def test_an_item_that_was_declined_may_stay_among_the_unplaced() -> None:
    trip = change_item(make_trip(), "gamma", request=HostRequest(status=RequestStatus.DECLINED))
    assert check_programme(trip, make_programme()) == ()
