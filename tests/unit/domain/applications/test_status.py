"""From one status to the next."""

import pytest

from geleit.domain.applications.status import NEXT, ApplicationStatus, StatusError, step

S = ApplicationStatus


def test_every_status_has_its_next_ones() -> None:
    assert set(NEXT) == set(S)


def test_a_draft_is_never_admitted_and_a_withdrawn_one_never_comes_back() -> None:
    with pytest.raises(StatusError, match="'draft' cannot become 'admitted', only submitted, withdrawn"):
        step(S.DRAFT, S.ADMITTED)
    with pytest.raises(StatusError, match="only nothing"):
        step(S.WITHDRAWN, S.SUBMITTED)


def test_only_those_who_travel_hold_places() -> None:
    assert {status for status in S if status.holds_places} == {S.ADMITTED, S.TRAVELLED, S.NO_SHOW}


def test_what_holds_places_leaves_only_by_giving_them_back_or_travelling() -> None:
    assert NEXT[S.ADMITTED] == {S.TRAVELLED, S.SUBSTITUTED, S.CANCELLED, S.NO_SHOW}
