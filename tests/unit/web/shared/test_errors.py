import logging

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpResponse
from django.test import Client, RequestFactory

from geleit.config.middleware import PresentMiddleware
from geleit.web.shared import errors
from geleit.web.shared.wordbook import BASE

pytestmark = pytest.mark.django_db


def answer(view: object, exception: Exception | None = None) -> HttpResponse:
    """Return an error page as a middleware would ask for it."""
    assert callable(view)
    return PresentMiddleware(lambda request: view(request, exception) if exception else view(request))(
        RequestFactory().get("/", headers={"accept-language": "en"})
    )


@pytest.mark.parametrize(
    ("response", "status", "key"),
    [
        (lambda: answer(errors.bad_request), 400, "e400"),
        (lambda: answer(errors.bad_request, RequestDataTooBig()), 413, "e413"),
        (lambda: answer(errors.forbidden, PermissionDenied()), 403, "e403"),
        (lambda: answer(errors.csrf_failure), 403, "csrf"),
        (lambda: answer(errors.not_found), 404, "e404"),
        (lambda: answer(errors.not_found, errors.LinkExpiredError()), 404, "link"),
        (lambda: answer(errors.server_error), 500, "e500"),
    ],
)
def test_an_error_says_what_happened_what_still_holds_and_what_to_do(
    response: object, status: int, key: str
) -> None:
    assert callable(response)
    found = response()

    text = found.content.decode()
    missing = [part for part in ("title", "kept", "next") if BASE.say(f"{key}_{part}", "en") not in text]
    assert (found.status_code, found.headers["Cache-Control"], missing) == (status, "no-store", [])


def test_a_link_that_has_ended_tells_nothing_of_itself() -> None:
    page = answer(errors.not_found, errors.LinkExpiredError("link 17 of voigt was revoked")).content.decode()

    assert [word for word in ("link 17", "voigt", "revoked") if word in page] == []


def test_an_unknown_address_gets_the_page_in_the_language_of_the_address(client: Client) -> None:
    response = client.get("/en/trips/nothing/")

    assert (response.status_code, response.headers["Content-Language"]) == (404, "en-GB")
    assert b"There is no such page" in response.content


def test_when_even_the_page_fails_there_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> str:
        raise RuntimeError("the templates are gone")

    monkeypatch.setattr(errors, "rendered", broken)

    found = answer(errors.server_error)

    assert (found.status_code, found.headers["Content-Type"]) == (500, "text/plain; charset=utf-8")
    assert found.content.decode().splitlines()[0] == "Something went wrong here"


@pytest.mark.parametrize("host", ["evil.example", "localhost:1"])
def test_a_foreign_host_is_refused(client: Client, host: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)

    assert client.get("/de/", headers={"host": host}).status_code == (400 if host == "evil.example" else 200)
