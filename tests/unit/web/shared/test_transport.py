import pytest

from geleit.web.shared.transport import accepted_encoding, etag_matches


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("BR", "br"),
        ("", ""),
        ("identity", ""),
        ("br;q=much", ""),
        ("gzip;q=0", ""),
    ],
)
def test_the_best_coding_a_browser_takes(header: str, coding: str) -> None:
    assert accepted_encoding(header, {"", "br", "gzip"}) == coding


def test_a_coding_that_is_not_there_is_not_chosen() -> None:
    assert accepted_encoding("br, gzip", {""}) == ""


@pytest.mark.parametrize(
    ("header", "matches"),
    [
        ('"a"', True),
        ('W/"a"', True),
        ('"b", "a"', True),
        ("*", True),
        ('"b"', False),
        ("", False),
        ("a", False),
    ],
)
def test_a_reader_who_has_it_is_known_by_its_tag(header: str, matches: bool) -> None:  # noqa: FBT001 # a table of cases
    assert etag_matches(header, '"a"') is matches
