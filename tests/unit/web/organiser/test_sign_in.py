"""Signing in: passwords, second factors, the demonstration's buttons, and how often one may try."""

import base64
import hmac
import re
import time
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from geleit.config.env import read_settings
from geleit.services.faults import NotFoundError
from geleit.services.forget_factors import forget_factors
from geleit.services.guard import SYSTEM
from geleit.store.models import Account, AuditEntry, OutboxMail
from tests.unit.web.organiser.people import NOW, PASSWORD, account

pytestmark = pytest.mark.django_db
LOGIN = "/account/login/"
EMAIL = "olga@agency.example"


@pytest.fixture(autouse=True)
def nothing_tried() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def olga() -> Account:
    return account("olga")


@pytest.fixture
def earnest(settings: Settings) -> None:
    """Have an installation that is no demonstration."""
    settings.GELEIT = read_settings({"GELEIT_DATA": str(django_settings.GELEIT.data), "GELEIT_DEMO": "no"})


def sign_in(client: Client, password: str = PASSWORD, **more: str) -> int:
    return client.post(LOGIN, {"login": EMAIL, "password": password, **more}).status_code


def is_signed_in(client: Client) -> bool:
    return client.get("/organise/").status_code == 200


def code(secret: str) -> str:
    """Return the code that an app shows now (RFC 6238)."""
    step = int(time.time()) // 30
    digest = hmac.digest(base64.b32decode(secret), step.to_bytes(8), "sha1")
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF) % 1_000_000:06d}"


def confirm(client: Client) -> None:
    """Give the password again, as changes of how one signs in ask for it."""
    client.post("/account/confirm/", {"password": PASSWORD})


def totp_secret(client: Client) -> str:
    confirm(client)
    found = re.search(r'<code class="ac-key">(\w+)</code>', client.get("/account/totp/on/").content.decode())
    assert found
    return found[1]


@pytest.mark.usefixtures("olga")
def test_one_signs_in_with_address_and_password(client: Client) -> None:
    assert (sign_in(client), is_signed_in(client)) == (302, True)
    assert AuditEntry.objects.get(action="sign_in").after == {"method": "password"}


@pytest.mark.usefixtures("olga")
@pytest.mark.parametrize(("remember", "lasts"), [({"remember": "on"}, 14 * 24 * 3600), ({}, None)])
def test_one_stays_signed_in_only_if_one_asks_for_it(
    client: Client, remember: dict[str, str], lasts: int | None
) -> None:
    sign_in(client, **remember)

    cookie = client.cookies["geleit-session"]
    assert (cookie["max-age"] or None, cookie["httponly"], cookie["samesite"]) == (lasts, True, "Lax")


@pytest.mark.usefixtures("olga")
def test_a_wrong_password_and_an_unknown_address_are_answered_alike(client: Client) -> None:
    pages = [
        client.post(LOGIN, {"login": login, "password": "wrong"}).content.decode()
        for login in (EMAIL, "nobody@agency.example")
    ]

    told = [re.findall(r'id="errors".*?</ul>', page, re.DOTALL) for page in pages]
    assert told[0] == told[1] != []


@pytest.mark.usefixtures("olga")
def test_after_five_wrong_passwords_the_right_one_is_not_tried(client: Client) -> None:
    for _ in range(5):
        sign_in(client, "wrong")

    assert (sign_in(client), is_signed_in(client)) == (200, False)
    assert AuditEntry.objects.filter(action="sign_in_failed").count() == 5


def test_whoever_tries_without_end_gets_a_page_that_says_so(client: Client) -> None:
    for number in range(30):
        client.post(LOGIN, {"login": f"a{number}@agency.example", "password": "wrong"})

    answer = client.post(LOGIN, {"login": EMAIL, "password": "wrong"}, headers={"accept-language": "en"})

    assert (answer.status_code, b"Too many attempts" in answer.content) == (429, True)


@pytest.mark.usefixtures("olga")
def test_signing_in_leads_to_no_other_site(client: Client) -> None:
    answer = client.post(f"{LOGIN}?next=https://evil.example/", {"login": EMAIL, "password": PASSWORD})

    assert answer.headers["Location"] == "/organise/"


def test_a_session_gets_a_new_key_when_one_signs_in(client: Client, olga: Account) -> None:
    client.force_login(account("before"))
    before = client.session.session_key

    client.post("/account/logout/")
    sign_in(client)

    assert client.session.session_key not in (None, before)
    assert str(client.session["_auth_user_id"]) == str(olga.pk)


@pytest.mark.parametrize(
    "address", ["/account/signup/", "/account/email/", "/account/social/", "/account/3rdparty/"]
)
def test_nobody_signs_up(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_account_that_is_blocked_does_not_sign_in(client: Client, olga: Account) -> None:
    olga.is_active = False
    olga.save()

    answer = client.post(LOGIN, {"login": EMAIL, "password": PASSWORD})

    assert (answer.headers["Location"], is_signed_in(client)) == ("/account/inactive/", False)


# ---- the demonstration


def test_in_a_demonstration_a_button_signs_in(client: Client) -> None:
    account("demo", is_demo=True)

    client.post("/organise/demo-sign-in/", {"email": "demo@agency.example"})

    assert is_signed_in(client)


@pytest.mark.parametrize(("lang", "kept"), [("de", "de"), ("en", "en"), ("zh", None), ("<x>", None)])
def test_the_language_of_the_page_with_the_button_goes_along(
    client: Client, lang: str, kept: str | None
) -> None:
    account("demo", is_demo=True)

    client.post("/organise/demo-sign-in/", {"email": "demo@agency.example", "lang": lang})

    cookie = client.cookies.get("geleit-lang")
    assert (cookie.value if cookie else None) == kept


@pytest.mark.usefixtures("olga")
@pytest.mark.parametrize("email", [EMAIL, "", "nobody@x.example", "\0"])
def test_the_button_is_for_people_of_the_demonstration_alone(client: Client, email: str) -> None:
    assert client.post("/organise/demo-sign-in/", {"email": email}).status_code == 404
    assert not is_signed_in(client)


@pytest.mark.usefixtures("earnest")
def test_in_earnest_there_is_no_such_button(client: Client) -> None:
    account("demo", is_demo=True)

    assert client.post("/organise/demo-sign-in/", {"email": "demo@agency.example"}).status_code == 404
    assert b"demo@agency.example" not in client.get(LOGIN).content


@pytest.mark.usefixtures("earnest")
def test_in_earnest_no_account_of_a_demonstration_signs_in(client: Client) -> None:
    account("olga", is_demo=True)

    sign_in(client)

    assert not is_signed_in(client)


def test_a_session_of_the_demonstration_ends_with_it(
    client: Client, settings: Settings, request: pytest.FixtureRequest
) -> None:
    client.force_login(account("demo", is_demo=True))
    before = is_signed_in(client)

    request.getfixturevalue("earnest")

    assert (before, is_signed_in(client), settings.GELEIT.demo) == (True, False, False)


# ---- second factors


@pytest.mark.django_db(transaction=True)  # allauth tells of a change after its transaction
def test_with_a_one_time_code_the_password_alone_is_not_enough(client: Client, olga: Account) -> None:
    sign_in(client)
    secret = totp_secret(client)
    client.post("/account/totp/on/", {"code": code(secret)})
    client.post("/account/logout/")

    sign_in(client)
    before = is_signed_in(client)
    client.post("/account/code/", {"code": "000000"})
    wrong = is_signed_in(client)
    recovery = Authenticator.objects.get(user=olga, type="recovery_codes").wrap().get_unused_codes()[0]
    client.post("/account/code/", {"code": recovery})

    assert (before, wrong, is_signed_in(client)) == (False, False, True)
    assert {mail.to for mail in OutboxMail.objects.all()} == {EMAIL}
    assert AuditEntry.objects.filter(action="totp_activated", actor=EMAIL).count() == 1


def test_the_secret_of_a_second_factor_is_not_kept_in_clear(client: Client, olga: Account) -> None:
    sign_in(client)
    secret = totp_secret(client)
    client.post("/account/totp/on/", {"code": code(secret)})

    kept = [str(one.data) for one in Authenticator.objects.filter(user=olga)]

    assert len(kept) == 2
    assert [text for text in kept if secret in text] == []


def test_with_another_secret_key_no_code_fits_until_the_operator_removes_the_factor(
    client: Client, olga: Account, settings: Settings
) -> None:
    sign_in(client)
    secret = totp_secret(client)
    client.post("/account/totp/on/", {"code": code(secret)})
    settings.SECRET_KEY = "another one"  # noqa: S105 # of one test
    other = Client()
    sign_in(other)
    answer = other.post("/account/code/", {"code": code(secret)}).status_code
    before = is_signed_in(other)

    removed = forget_factors(email=EMAIL.upper(), by=SYSTEM, now=NOW)
    other = Client()
    sign_in(other)

    assert (answer, before, removed, is_signed_in(other)) == (200, False, 2, True)
    assert AuditEntry.objects.get(action="forget_factors").subject == f"account:{olga.pk}"


def test_no_factor_is_removed_from_an_account_that_is_not_there() -> None:
    account("olga")

    with pytest.raises(NotFoundError, match=EMAIL):
        forget_factors(email="olgaa@agency.example", by=SYSTEM, now=NOW)


def test_changing_how_one_signs_in_asks_for_the_password_again(client: Client, olga: Account) -> None:
    client.force_login(olga)

    answers = [client.get(address) for address in ("/account/totp/on/", "/account/passkeys/new/")]

    assert [answer.headers["Location"].partition("?")[0] for answer in answers] == ["/account/confirm/"] * 2


# ---- passwords


def test_a_forgotten_password_is_set_anew_by_mail_and_the_old_one_ends(client: Client, olga: Account) -> None:
    other = Client()
    other.force_login(olga)
    client.post("/account/password/reset/", {"email": EMAIL})
    found = re.search(r"https?://[^/]+(/\S+)", OutboxMail.objects.get().text)
    assert found
    form = client.get(found[1]).headers["Location"]

    client.post(form, {"password1": "another one, longer", "password2": "another one, longer"})

    assert (sign_in(client), is_signed_in(other)) == (200, False)
    assert sign_in(client, "another one, longer") == 302
    assert client.get(found[1], follow=True).content.count(b"password1") == 0


def test_the_mail_names_the_operators_host_whatever_the_request_says(client: Client, olga: Account) -> None:
    client.post("/account/password/reset/", {"email": olga.email}, headers={"host": "localhost"})

    assert f"{django_settings.GELEIT.url}/account/password/reset/" in OutboxMail.objects.get().text


def test_no_mail_goes_to_an_address_without_an_account_and_the_answer_is_the_same(
    client: Client, olga: Account
) -> None:
    answers = [
        client.post("/account/password/reset/", {"email": email}).headers["Location"]
        for email in (olga.email, "nobody@agency.example")
    ]

    assert answers[0] == answers[1]
    assert [mail.to for mail in OutboxMail.objects.all()] == [EMAIL]


@pytest.mark.parametrize(
    "address", ["/account/password/reset/1-guessed/", "/account/password/reset/zzz-abc-def/"]
)
def test_a_guessed_link_sets_no_password(client: Client, address: str) -> None:
    page = client.get(address, follow=True, headers={"accept-language": "en"})

    assert b"This link is no longer valid" in page.content


def test_a_password_is_changed_and_other_browsers_are_signed_out(client: Client, olga: Account) -> None:
    other = Client()
    other.force_login(olga)
    sign_in(client)

    client.post(
        "/account/password/",
        {"oldpassword": PASSWORD, "password1": "another one, longer", "password2": "another one, longer"},
    )

    assert (is_signed_in(client), is_signed_in(other)) == (True, False)


PAGES = ("/account/login/", "/account/password/reset/", "/account/password/reset/sent/", "/account/inactive/")
OWN = (
    "/account/security/",
    "/account/password/",
    "/account/logout/",
    "/account/passkeys/new/",
    "/account/totp/on/",
)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_page_is_drawn_in_both_languages(client: Client, olga: Account, lang: str) -> None:
    client.cookies["geleit-lang"] = lang
    found = {address: client.get(address) for address in PAGES}
    sign_in(client)
    confirm(client)
    found |= {address: client.get(address) for address in OWN}

    assert {
        address: (page.status_code, page.headers["Content-Type"]) for address, page in found.items()
    } == dict.fromkeys(found, (200, "text/html; charset=utf-8"))
    assert [
        address for address, page in found.items() if f'<html lang="{lang}'.encode() not in page.content
    ] == []
    assert olga.is_active
