"""H11: nobody is added after the name list is closed."""

import pytest

from geleit.domain.hosts import NameList
from geleit.domain.status import NameListStatus
from geleit.domain.violations import ViolationCode
from geleit.planner.check import check_programme
from tests.factories import change_item, make_programme, make_trip


@pytest.mark.parametrize("status", [status for status in NameListStatus if status.is_closed])
def test_who_is_not_on_a_closed_list_is_reported(status: NameListStatus) -> None:
    names = NameList(status=status, people=frozenset({"head", "gina"}))
    (found,) = check_programme(change_item(make_trip(), "talk", name_list=names), make_programme())
    assert (found.code, found.sessions, found.people) == (
        ViolationCode.NOT_ON_LIST,
        ("talk-1",),
        ("anna",),
    )


def test_an_announced_delta_admits() -> None:
    names = NameList(
        status=NameListStatus.DELTA_SENT,
        people=frozenset({"head", "gina"}),
        delta=frozenset({"anna"}),
    )
    assert check_programme(change_item(make_trip(), "talk", name_list=names), make_programme()) == ()


def test_an_open_list_admits_everyone() -> None:
    names = NameList(status=NameListStatus.OPEN, people=frozenset({"head"}))
    assert check_programme(change_item(make_trip(), "talk", name_list=names), make_programme()) == ()


def test_who_is_on_the_list_need_not_come() -> None:
    names = NameList(status=NameListStatus.FROZEN, people=frozenset({"anna", "bert", "gina", "head"}))
    assert check_programme(change_item(make_trip(), "talk", name_list=names), make_programme()) == ()
