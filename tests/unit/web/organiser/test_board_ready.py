"""What is made when a process starts to serve, so that the board's first visitor does not wait for it."""

import pytest
from django.test import Client

from geleit.services import board_kept
from geleit.services.find_trip import find_trip_row
from geleit.store.models import TripRow
from geleit.web.organiser.board.ready import ASSETS, LANGUAGES, begin_ready, make_ready, pieces
from geleit.web.shared.assets import find_asset
from tests.factories import make_trip
from tests.unit.web.organiser.people import member
from tests.unit.web.publishing import publish


@pytest.mark.django_db
def test_the_first_look_at_a_board_makes_nothing_that_was_made_ready(client: Client) -> None:
    publish()
    board_kept.forget_board()
    client.force_login(member(find_trip_row(key="tiny")))

    for make in pieces():
        make()
    made = set(board_kept._KEPT)
    client.get("/organise/tiny/board/")

    assert made == set(board_kept._KEPT)
    assert {kind[0] for kind in made if isinstance(kind, tuple)} >= {"kit", "faults", "drawn"}
    assert len([kind for kind in made if isinstance(kind, tuple) and kind[0] == "drawn"]) == len(LANGUAGES)


@pytest.mark.django_db
def test_every_asset_of_the_board_is_among_what_is_made(client: Client) -> None:
    publish()
    client.force_login(member(find_trip_row(key="tiny")))

    page = client.get("/organise/tiny/board/").content.decode()

    assert [name for name in ASSETS if find_asset(name).url not in page] == []


@pytest.mark.django_db
def test_a_trip_without_a_programme_is_left_to_whoever_looks_at_it() -> None:
    publish()
    before = len(list(pieces()))

    TripRow.objects.create(key="empty", label="", starts_on="2025-01-01", ends_on="2025-01-02", data={})

    assert len(list(pieces())) == before


@pytest.mark.django_db(transaction=True)
def test_a_board_that_cannot_be_made_stops_neither_the_others_nor_the_process() -> None:
    publish()
    publish(make_trip(id="broken"))
    TripRow.objects.filter(key="broken").update(data={"nonsense": True}, version=99)
    whole = len(list(pieces()))
    board_kept.forget_board()

    begin_ready().join(20)

    assert "drawn" in {kind[0] for kind in board_kept._KEPT if isinstance(kind, tuple)}
    assert make_ready() == whole - 1
