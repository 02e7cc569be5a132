import gzip

import brotli
import pytest
from django.test import Client

from geleit.web.shared.assets import UnknownAssetError, asset_url, find_asset

FILES = ("site.css", "icons.svg", "mark.svg", "htmx.js", "FiraSans-Regular.woff2", "board.css", "phone.css")


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_served_for_good_under_an_address_that_names_its_content(client: Client, name: str) -> None:
    response = client.get(asset_url(name))

    assert (response.status_code, response.headers["Cache-Control"], response.content) == (
        200,
        "public, max-age=31536000, immutable",
        find_asset(name).body[""],
    )


def test_an_address_of_another_version_gets_what_there_is_but_not_for_long(client: Client) -> None:
    response = client.get("/assets/site.0123456789.css")

    assert (response.status_code, response.headers["Cache-Control"]) == (200, "public, max-age=60")


@pytest.mark.parametrize(("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_a_browser_gets_it_compressed(client: Client, coding: str, unpack: object) -> None:
    response = client.get(asset_url("site.css"), headers={"accept-encoding": coding})

    assert callable(unpack)
    assert response.headers["Content-Encoding"] == coding
    assert unpack(response.content) == find_asset("site.css").body[""]
    assert response.headers["Vary"] == "Accept-Encoding"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/assets/nothing.0123456789.css",
        "/assets/../config/env.0123456789.js",
        "/assets/site.css",
        "/assets/site.0123456789.py",
    ],
)
def test_what_there_is_not_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_template_that_wants_what_there_is_not_fails_by_name() -> None:
    with pytest.raises(UnknownAssetError, match=r"no asset 'sight.css'; there are .*site.css"):
        asset_url("sight.css")


def test_every_icon_is_in_the_sprite() -> None:
    sprite = find_asset("icons.svg").body[""].decode()

    assert (sprite.count('id="i-bus"'), sprite.count('id="s-confirmed"')) == (1, 1)


def test_a_stylesheet_names_only_fonts_that_are_served(client: Client) -> None:
    css = find_asset("site.css").body[""].decode()
    fonts = [part.split(")")[0] for part in css.split("src:url(")[1:]]

    assert [client.get(font).headers["Content-Type"] for font in fonts] == ["font/woff2"] * 4
