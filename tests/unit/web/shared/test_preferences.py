import pytest
from django.test import Client, RequestFactory

from geleit.web.shared.preferences import preferences, reader_language


def test_without_a_choice_the_page_is_german_and_as_the_device() -> None:
    found = preferences(RequestFactory().get("/"))

    assert (found.lang, found.theme) == ("de", "system")


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("en-GB,en;q=0.9,de;q=0.8", "en"),
        ("de;q=0.2, en;q=0.7", "en"),
        ("zh-CN,zh;q=0.9", "de"),
        ("fr, en;q=0.1", "en"),
        ("", "de"),
        ("en;q=nonsense, de", "de"),
        ("*", "de"),
        (",;,;q=1," * 300, "de"),
    ],
)
def test_the_browser_names_the_language(header: str, lang: str) -> None:
    request = RequestFactory().get("/", headers={"accept-language": header})

    assert reader_language(request) == lang


def test_the_cookie_goes_before_the_browser() -> None:
    request = RequestFactory().get("/", headers={"accept-language": "en"})
    request.COOKIES["geleit-lang"] = "de"

    assert reader_language(request) == "de"


def test_a_cookie_of_nonsense_is_passed_over() -> None:
    request = RequestFactory().get("/", headers={"accept-language": "en"})
    request.COOKIES |= {"geleit-lang": "<script>", "geleit-theme": "pink"}

    assert (preferences(request).lang, preferences(request).theme) == ("en", "system")


def test_a_theme_is_kept_in_a_cookie_and_leads_back_to_the_page(client: Client) -> None:
    response = client.post("/preferences/", {"theme": "dark", "next": "/de/trips/tiny/"})

    cookie = response.cookies["geleit-theme"]
    assert (response.status_code, response.headers["Location"]) == (302, "/de/trips/tiny/")
    assert (cookie.value, cookie["samesite"], cookie["httponly"], cookie["max-age"]) == (
        "dark",
        "Lax",
        True,
        31536000,
    )


def test_as_the_device_forgets_the_cookie(client: Client) -> None:
    response = client.post("/preferences/", {"theme": "system"})

    assert response.cookies["geleit-theme"].value == ""


def test_a_language_is_kept_in_a_cookie(client: Client) -> None:
    response = client.post("/preferences/", {"lang": "en"})

    assert (response.cookies["geleit-lang"].value, response.headers["Location"]) == ("en", "/")


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "", "x"]
)
def test_it_leads_to_no_other_site(client: Client, target: str) -> None:
    response = client.post("/preferences/", {"theme": "dark", "next": target})

    assert response.headers["Location"] == "/"


@pytest.mark.parametrize(
    "data", [{}, {"theme": "pink"}, {"lang": "fr"}, {"theme": "dark", "lang": "de"}, {"x": "y"}]
)
def test_what_is_no_preference_is_refused(client: Client, data: dict[str, str]) -> None:
    assert client.post("/preferences/", data).status_code == 400


def test_it_is_not_set_by_a_link(client: Client) -> None:
    assert client.get("/preferences/?theme=dark").status_code == 405
