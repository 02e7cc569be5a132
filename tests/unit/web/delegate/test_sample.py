"""In a demonstration anyone may look at an invented delegate's pages; nowhere else, and at nobody else's."""

from dataclasses import replace

import pytest
from django.test import Client
from pytest_django import Settings

from geleit.store.models import PersonalLink
from tests.factories import change_delegate, make_trip
from tests.unit.web.delegate.visits import NOW, set_clock
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db


def test_a_click_opens_the_pages_of_an_invented_delegate(client: Client) -> None:
    set_clock(NOW)
    publish(change_delegate(make_trip(), "anna", sample=True))

    answer = client.post("/me/sample/", {"trip": "tiny"}, follow=True)

    assert answer.status_code == 200
    assert "Anna" in answer.content.decode()
    assert PersonalLink.objects.get().label == "Anna"


def test_nobody_who_is_not_invented_is_shown(client: Client) -> None:
    set_clock(NOW)
    publish()

    assert [client.post("/me/sample/", {"trip": trip}).status_code for trip in ("tiny", "nothing")] == [
        404,
        404,
    ]
    assert client.get("/me/sample/").status_code == 405


def test_outside_a_demonstration_there_is_no_such_way_in(client: Client, settings: Settings) -> None:
    publish(change_delegate(make_trip(), "anna", sample=True))
    settings.GELEIT = replace(settings.GELEIT, demo=False)

    assert client.post("/me/sample/", {"trip": "tiny"}).status_code == 404
    assert not PersonalLink.objects.exists()
