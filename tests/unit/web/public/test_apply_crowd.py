"""Many companies at the same moment: everybody is received, nobody gets a place by it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from geleit.store.models import ApplicationRow, SelectionRow
from tests.unit.web.public.applying import START, filled, open_call

pytestmark = pytest.mark.django_db(transaction=True)


def test_twenty_at_once_for_the_last_place_are_all_received_and_nothing_is_oversold() -> None:
    open_call()
    SelectionRow.objects.update(places_max=1)

    def apply(number: int) -> str:
        try:
            browser = Client(REMOTE_ADDR=f"10.0.0.{number}")
            browser.get(START)
            data = filled(number, action="submit")
            return browser.post(START, data).headers["Location"].partition("?")[2]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as crowd:
        answers = list(crowd.map(apply, range(20)))

    assert answers == ["done=submitted"] * 20
    assert set(ApplicationRow.objects.values_list("status", flat=True)) == {"submitted"}
    assert SelectionRow.objects.get().places_taken == 0
