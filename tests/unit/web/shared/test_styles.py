from geleit.web.shared.styles import site_css, with_themes


def test_dark_follows_the_choice_and_the_device_where_there_is_none() -> None:
    css = "@media screen and (prefers-color-scheme:dark){:root{--a:b}}p{c:d}"

    assert with_themes(css) == (
        "@media screen and (prefers-color-scheme:dark){:root:not([data-kern-theme=light]){--a:b}}"
        "@media screen{:root[data-kern-theme=dark]{--a:b}}p{c:d}"
    )


def test_every_dark_rule_of_the_site_follows_the_choice() -> None:
    geleit = site_css("").partition(":root{--gl-sans")[2]

    assert geleit.count("(prefers-color-scheme:dark){:root{") == 0
    assert (
        geleit.count("(prefers-color-scheme:dark){:root:not([data-kern-theme=light]){")
        == geleit.count("@media screen{:root[data-kern-theme=dark]{")
        > 0
    )


def test_nothing_is_loaded_from_elsewhere() -> None:
    css = site_css("")

    assert ("http:" in css.replace("http://www.w3.org/2000/svg", ""), "https:" in css, "@import" in css) == (
        False,
        False,
        False,
    )
