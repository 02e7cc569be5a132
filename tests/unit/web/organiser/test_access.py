"""Who may see and do what: every address of organisers, tried by everybody who may not."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from geleit.services.access import MAY, Permission, find_member
from geleit.store.models import SharedKind, TripRole, TripRoleKind
from tests.unit.web.organiser.people import account, member, share, store

pytestmark = pytest.mark.django_db
SAMPLES = {"trip": "tiny", "reference": "abcdefgh", "paper": "abcdefgh", "token": "guessed", "key": "acme"}
ROLES = [kind.value for kind in TripRoleKind]


def patterns(found: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in found.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one, f"{prefix}{one.namespace}:" if one.namespace else prefix)
        elif one.name:
            yield f"{prefix}{one.name}", one


def addresses_of_trips() -> list[str]:
    """Return every address of organisers' pages that names a trip."""
    found = []
    for name, one in patterns(get_resolver()):
        converters: dict[str, Any] = one.pattern.converters
        if name.startswith("organiser:") and "trip" in converters:
            values = {
                key: SAMPLES.get(key, 1 if type(kind).__name__ == "IntConverter" else "sample")
                for key, kind in converters.items()
            }
            try:
                found.append(reverse(name, kwargs=values))
            except NoReverseMatch as error:
                raise AssertionError(f"{name} takes {sorted(converters)}; add a sample") from error
    return sorted(found)


def status(response: Any) -> int:
    return int(response.status_code)


def test_nobody_sees_a_page_of_a_trip_without_signing_in(client: Client) -> None:
    store()

    answers = {address: client.get(address) for address in addresses_of_trips()}

    led = {
        address: answer.headers.get("Location", "").partition("?")[0]
        for address, answer in answers.items()
        if answer.status_code != 405
    }
    assert led == dict.fromkeys(led, "/account/login/")


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_member_of_one_trip_learns_nothing_of_another(client: Client, method: str) -> None:
    store()
    member(store(id="other"), "owner")
    client.force_login(member_account())

    found = {address: status(getattr(client, method)(address)) for address in addresses_of_trips()}

    assert {address: code for address, code in found.items() if code not in (404, 405)} == {}


def member_account() -> Any:
    return TripRole.objects.get(trip__key="other").account


def test_a_trip_that_is_not_there_answers_as_one_that_is_not_theirs(client: Client) -> None:
    store()
    client.force_login(account("stranger"))

    answers = [client.get(f"/organise/{key}/") for key in ("tiny", "nowhere")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content.replace(b"tiny", b"") == answers[1].content.replace(b"nowhere", b"")


def test_a_reader_changes_nothing(client: Client) -> None:
    client.force_login(member(store(), "reader"))

    found = {address: status(client.post(address)) for address in addresses_of_trips()}

    assert {address: code for address, code in found.items() if code not in (403, 404, 405)} == {}


def test_a_partner_sees_no_application_member_link_or_trail(client: Client) -> None:
    client.force_login(member(store(), "partner"))
    hidden = ("applications/", "members/", "links/", "audit/", "audit.csv")

    found = {part: status(client.get(f"/organise/tiny/{part}")) for part in hidden}

    assert found == dict.fromkeys(hidden, 404)


PAGES = {
    "": {"owner", "organiser", "partner", "reader"},
    "members/": {"owner", "organiser"},
    "links/": {"owner", "organiser"},
    "audit/": {"owner", "organiser"},
    "audit.csv": {"owner", "organiser"},
    "applications/": {"owner", "organiser", "reader"},
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_its_pages_and_no_others(client: Client, role: str) -> None:
    client.force_login(member(store(), role))

    found = {page for page in PAGES if status(client.get(f"/organise/tiny/{page}")) == 200}

    assert found == {page for page, roles in PAGES.items() if role in roles}


@pytest.mark.parametrize("role", ROLES)
def test_the_navigation_leads_nowhere_one_may_not_go(client: Client, role: str) -> None:
    client.force_login(member(store(), role))

    nav = client.get("/organise/tiny/").wsgi_request.organiser.nav  # type: ignore[attr-defined] # set by the guard

    assert {link.href: status(client.get(link.href)) for link in nav} == {link.href: 200 for link in nav}


def test_only_owners_manage_members() -> None:
    managing = {role for role, permissions in MAY.items() if Permission.MANAGE_MEMBERS in permissions}

    assert managing == {TripRoleKind.OWNER}


def test_a_reader_and_a_partner_decide_nothing() -> None:
    deciding = {
        Permission.EDIT_PROGRAMME,
        Permission.PUBLISH,
        Permission.DECIDE_APPLICATIONS,
        Permission.REVOKE_LINKS,
        Permission.MANAGE_MEMBERS,
    }

    assert deciding & (MAY[TripRoleKind.READER] | MAY[TripRoleKind.PARTNER]) == set()


def test_a_partner_sees_what_is_shared_the_items_of_its_hosts_and_its_own_people() -> None:
    trip = store()
    who = member(trip, "partner")
    share(who, (SharedKind.HOST, "acme-inc"), (SharedKind.ITEM, "beta"), organisation="lens")

    found = find_member(trip="tiny", account=who.pk)

    assert found is not None
    scope = found.scope
    assert [sorted(keys) for keys in (scope.items, scope.hosts, scope.delegates)] == [
        ["acme", "beta"],
        ["acme-inc"],
        ["anna", "bert"],
    ]
    assert (scope.sees(SharedKind.ITEM, "acme"), scope.sees(SharedKind.ITEM, "talk")) == (True, False)


def test_a_partner_with_nothing_shared_sees_no_part() -> None:
    who = member(store(), "partner")

    found = find_member(trip="tiny", account=who.pk)

    assert found is not None
    parts = zip(SharedKind, ("acme", "acme-inc", "anna"), strict=True)
    assert [found.scope.sees(kind, key) for kind, key in parts] == [False, False, False]


def test_what_is_shared_in_one_trip_is_not_shared_in_another() -> None:
    who = member(store(), "partner")
    share(who, (SharedKind.ITEM, "acme"), organisation="lens")
    TripRole.objects.create(trip=store(id="other"), account=who, role="partner")

    found = find_member(trip="other", account=who.pk)

    assert found is not None
    assert (found.scope.items, found.scope.delegates) == (frozenset(), frozenset())


def test_a_wrong_method_on_a_page_that_only_shows_is_refused(client: Client) -> None:
    client.force_login(member(store(), "owner"))

    assert [status(client.post(f"/organise/tiny/{page}")) for page in ("", "audit/", "links/")] == [
        405,
        405,
        405,
    ]


def test_a_form_without_its_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(member(store(), "owner"))

    assert status(client.post("/organise/tiny/members/invite/", {"email": "a@b.example"})) == 403


def test_signing_in_leads_back_to_the_page_one_wanted(client: Client) -> None:
    store()

    answer = client.get("/organise/tiny/audit/?actor=olga")

    assert answer.headers["Location"] == "/account/login/?next=/organise/tiny/audit/%3Factor%3Dolga"


def test_the_pages_of_a_trip_are_kept_by_nobody(client: Client) -> None:
    client.force_login(member(store(), "owner"))

    assert client.get("/organise/tiny/").headers["Cache-Control"] == "no-store"
