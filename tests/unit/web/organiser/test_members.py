"""Members: listed, changed, removed, shared with; and invitations."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from geleit.services.faults import NotFoundError
from geleit.services.guard import SYSTEM
from geleit.services.members import change_member, remove_member
from geleit.store.models import (
    Account,
    AuditEntry,
    Invitation,
    OutboxMail,
    PersonalLink,
    SharedKind,
    TripRole,
    TripRoleKind,
    TripRow,
)
from tests.unit.web.organiser.people import NOW, PASSWORD, account, member, store

pytestmark = pytest.mark.django_db
MEMBERS = "/organise/tiny/members/"


@pytest.fixture
def trip() -> TripRow:
    return store()


@pytest.fixture
def owner(trip: TripRow, client: Client) -> Account:
    made = member(trip, "owner")
    client.force_login(made)
    return made


def role_of(who: Account) -> TripRole:
    return TripRole.objects.get(account=who)


def invited(client: Client, email: str = "new@agency.example", role: str = "organiser") -> str:
    """Invite somebody and return the address that the mail names."""
    client.post(f"{MEMBERS}invite/", {"email": email, "role": role, "language": "en"})
    found = re.search(r"https?://[^/]+(/organise/invitation/\S+)", OutboxMail.objects.get(to=email).text)
    assert found
    return found[1]


@pytest.mark.usefixtures("owner")
@pytest.mark.parametrize("others", [0, 2])
def test_the_list_takes_as_many_queries_for_one_as_for_three(
    client: Client, trip: TripRow, others: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(others):
        member(trip, "partner", name=f"partner{number}")
        Invitation.objects.create(
            trip=trip, email=f"i{number}@x.example", role="reader", invited_by="olga", invited_at=NOW
        )

    with django_assert_num_queries(7):
        answer = client.get(MEMBERS)

    assert answer.content.count(b'scope="row"') == others + 1


@pytest.mark.usefixtures("owner")
def test_a_role_is_changed_and_the_change_is_in_the_trail(client: Client, trip: TripRow) -> None:
    role = role_of(member(trip, "reader"))

    client.post(
        f"{MEMBERS}{role.pk}/",
        {"version": "1", "role": "partner", "organisation": "lens", "item": ["acme"], "delegate": ["clara"]},
    )

    role.refresh_from_db()
    entry = AuditEntry.objects.get(action="change_member")
    assert (role.role, role.organisation, role.version) == ("partner", "lens", 2)
    assert set(role.shared.values_list("kind", "key")) == {("item", "acme"), ("delegate", "clara")}
    assert (entry.actor, entry.before, entry.after) == (
        "owner@agency.example",
        {"role": "reader", "organisation": "", "shared": []},
        {"role": "partner", "organisation": "lens", "shared": ["delegate:clara", "item:acme"]},
    )


@pytest.mark.usefixtures("owner")
def test_two_owners_do_not_overwrite_each_other(client: Client, trip: TripRow) -> None:
    role = role_of(member(trip, "reader"))
    change_member(
        trip=trip.pk, role=role.pk, expected_version=1, kind=TripRoleKind.ORGANISER, by=SYSTEM, now=NOW
    )

    answer = client.post(f"{MEMBERS}{role.pk}/", {"version": "1", "role": "owner"})

    role.refresh_from_db()
    assert (answer.status_code, role.role) == (409, "organiser")


def test_the_only_owner_stays(client: Client, owner: Account) -> None:
    role = role_of(owner)

    answers = [
        client.post(f"{MEMBERS}{role.pk}/", {"version": "1", "role": "reader"}),
        client.post(f"{MEMBERS}{role.pk}/remove/", {"version": "1"}),
    ]

    role.refresh_from_db()
    assert ([answer.status_code for answer in answers], role.role) == ([400, 400], "owner")


def test_one_of_two_owners_may_go(client: Client, trip: TripRow, owner: Account) -> None:
    member(trip, "owner", name="second")

    answer = client.post(f"{MEMBERS}{role_of(owner).pk}/remove/", {"version": "1"})

    assert (answer.headers["Location"], TripRole.objects.count()) == ("/organise/", 1)
    assert client.get(MEMBERS).status_code == 404


@pytest.mark.usefixtures("owner")
def test_somebody_removed_loses_access_and_keeps_the_account(client: Client, trip: TripRow) -> None:
    reader = member(trip, "reader")

    client.post(f"{MEMBERS}{role_of(reader).pk}/remove/", {"version": "1"})

    client.force_login(reader)
    assert client.get("/organise/tiny/").status_code == 404
    assert Account.objects.filter(pk=reader.pk).exists()


@pytest.mark.usefixtures("owner")
def test_a_role_of_another_trip_is_not_there(client: Client) -> None:
    other = role_of(member(store(id="other"), "reader"))

    addresses = [f"{MEMBERS}{other.pk}/", f"{MEMBERS}{other.pk}/remove/"]

    assert [client.get(address).status_code for address in addresses] == [404, 404]
    assert [client.post(address, {"version": "1"}).status_code for address in addresses] == [404, 404]


@pytest.mark.parametrize("shared", [(SharedKind.ITEM, "nothing"), (SharedKind.DELEGATE, "acme")])
def test_only_what_is_in_the_trip_can_be_shared(trip: TripRow, shared: tuple[SharedKind, str]) -> None:
    role = role_of(member(trip, "partner"))

    with pytest.raises(NotFoundError):
        change_member(
            trip=trip.pk,
            role=role.pk,
            expected_version=1,
            kind=TripRoleKind.PARTNER,
            shared=[shared],
            by=SYSTEM,
            now=NOW,
        )


def test_sharing_ends_when_a_partner_becomes_something_else(trip: TripRow) -> None:
    role = role_of(member(trip, "partner"))
    change: dict[str, Any] = {"trip": trip.pk, "role": role.pk, "by": SYSTEM, "now": NOW}
    change_member(
        **change,
        expected_version=1,
        kind=TripRoleKind.PARTNER,
        organisation="lens",
        shared=[(SharedKind.ITEM, "acme")],
    )

    change_member(**change, expected_version=2, kind=TripRoleKind.READER)

    role.refresh_from_db()
    assert (role.organisation, role.shared.count()) == ("", 0)


def test_a_role_that_is_gone_cannot_be_removed_again(trip: TripRow) -> None:
    member(trip, "owner")
    role = role_of(member(trip, "reader"))
    given: dict[str, Any] = {
        "trip": trip.pk,
        "role": role.pk,
        "expected_version": 1,
        "by": SYSTEM,
        "now": NOW,
    }
    remove_member(**given)

    with pytest.raises(NotFoundError):
        remove_member(**given)


# ---- invitations


@pytest.mark.usefixtures("owner")
def test_an_invitation_makes_an_account_with_the_role_and_signs_in(client: Client) -> None:
    address = invited(client)
    client.logout()

    answer = client.post(address, {"name": "Nina Neu", "password": PASSWORD})

    made = Account.objects.get(email="new@agency.example")
    assert (answer.headers["Location"], made.name, role_of(made).role) == (
        "/organise/tiny/",
        "Nina Neu",
        "organiser",
    )
    assert made.check_password(PASSWORD)
    assert client.get("/organise/tiny/").status_code == 200


@pytest.mark.usefixtures("owner")
def test_an_invitation_is_good_once(client: Client) -> None:
    address = invited(client)
    client.logout()
    client.post(address, {"name": "Nina Neu", "password": PASSWORD})
    client.logout()

    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]
    assert PersonalLink.objects.get(purpose="invitation").revoked_at is not None


@pytest.mark.usefixtures("owner")
def test_looking_at_an_invitation_takes_nothing_up(client: Client) -> None:
    address = invited(client)
    client.logout()

    assert (client.get(address).status_code, Account.objects.count()) == (200, 1)


@pytest.mark.usefixtures("owner")
@pytest.mark.parametrize("password", ["short", "123456789012345", "new@agency.example", "password1234"])
def test_a_password_that_is_easily_guessed_makes_no_account(client: Client, password: str) -> None:
    address = invited(client)
    client.logout()

    answer = client.post(address, {"name": "Nina", "password": password})

    assert (answer.status_code, Account.objects.count()) == (400, 1)


@pytest.mark.usefixtures("owner")
def test_an_invitation_of_an_account_is_for_that_account_alone(client: Client) -> None:
    theirs = account("theirs")
    address = invited(client, theirs.email)
    client.force_login(account("somebody"))
    client.post(address, {"name": "x", "password": PASSWORD})
    before = TripRole.objects.filter(account=theirs).exists()

    client.force_login(theirs)
    client.post(address)

    assert (before, role_of(theirs).role) == (False, "organiser")
    assert TripRole.objects.filter(account__email="somebody@agency.example").exists() is False


@pytest.mark.usefixtures("owner")
def test_an_invitation_withdrawn_opens_nothing(client: Client) -> None:
    address = invited(client)

    client.post(reverse("organiser:invite_withdraw", args=["tiny", Invitation.objects.get().pk]))
    client.logout()

    assert (client.get(address).status_code, Invitation.objects.count()) == (404, 0)


@pytest.mark.usefixtures("owner")
@pytest.mark.parametrize(
    "email", ["", "no address", "owner@agency.example", "OWNER@agency.example", "<script>@x", "a@b\0.example"]
)
def test_what_cannot_be_invited_is_said_at_the_field(client: Client, email: str) -> None:
    answer = client.post(f"{MEMBERS}invite/", {"email": email, "role": "reader", "language": "de"})

    assert (answer.status_code, Invitation.objects.count(), OutboxMail.objects.count()) == (400, 0, 0)
    assert b'id="id_email-error"' in answer.content


@pytest.mark.usefixtures("owner")
def test_the_same_address_is_invited_once(client: Client) -> None:
    invited(client)

    answer = client.post(
        f"{MEMBERS}invite/", {"email": "NEW@agency.example", "role": "reader", "language": "de"}
    )

    assert (answer.status_code, Invitation.objects.count()) == (400, 1)


def test_an_organiser_sees_members_and_invites_nobody(client: Client, trip: TripRow) -> None:
    client.force_login(member(trip, "organiser"))

    answer = client.post(f"{MEMBERS}invite/", {"email": "x@y.example", "role": "owner", "language": "de"})

    assert (client.get(MEMBERS).status_code, answer.status_code, Invitation.objects.count()) == (200, 403, 0)
