"""What services refuse is said in German on German pages."""

import pytest
from django.test import Client
from django.urls import reverse

from geleit.services.find_trip import find_trip_row
from geleit.store.models import Account, TripRole
from tests.published import publish_trip

pytestmark = pytest.mark.django_db


@pytest.fixture
def organiser(client: Client) -> Client:
    publish_trip()
    account = Account.objects.create_user(email="olga@agentur.example", name="Olga")
    TripRole.objects.create(trip=find_trip_row(key="tiny"), account=account, role="organiser")
    client.force_login(account)
    client.cookies["geleit-lang"] = "de"
    return client


def test_a_wrong_mail_address_of_a_delegate(organiser: Client) -> None:
    address = reverse("organiser:document_links", args=["tiny"])

    page = organiser.post(address, {"email-anna": "anna at home", "send": "anna"}).content.decode()

    assert "„anna at home“ ist keine Mailadresse (von Anna)" in page
    assert "Keine Mail wurde versandt." in page


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"do": "undo"}, "Es gibt nichts rückgängig zu machen"),
        ({"do": "move", "item": "nobody"}, "Die Reise hat keinen Programmpunkt „nobody“"),
        ({"do": "move", "item": "acme", "day": "31.2.", "time": "9"}, "„31.2.“ ist kein Tag"),
        ({"do": "dance"}, "Eine Schaltfläche „dance“ gibt es nicht"),
    ],
)
def test_what_the_board_refuses(organiser: Client, sent: dict[str, str], told: str) -> None:
    board = organiser.get(reverse("organiser:board", args=["tiny"])).content.decode()
    at = board.partition('name="at" value="')[2].partition('"')[0]
    name = "board_undo" if sent["do"] == "undo" else "board_move"

    answer = organiser.post(
        reverse(f"organiser:{name}", args=["tiny"]), {**sent, "at": at}, headers={"X-Board": "1"}
    )

    assert answer.json()["happened"] == told
