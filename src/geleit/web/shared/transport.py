"""Content codings and conditional requests, for pages and files that are kept ready."""

from collections.abc import Container, Mapping


def accepted_encoding(header: str, offered: Container[str]) -> str:
    """Return the best content coding that a browser takes and that is there: br, gzip or "" for none.

    Parameters
    ----------
    header
        Of ``Accept-Encoding``; a coding of weight 0 is refused.
    offered
        Codings that there are.
    """
    taken = _weights(header)
    for coding in ("br", "gzip"):
        if coding in offered and taken.get(coding, 0) > 0:
            return coding
    return ""


def etag_matches(header: str, etag: str) -> bool:
    """Whether an ``If-None-Match`` header names a strong or weak form of the tag, or anything at all."""
    bare = etag.removeprefix("W/")
    named = (one.strip().removeprefix("W/") for one in header.split(","))
    return any(one in (bare, "*") for one in named)


def _weights(header: str) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for part in header[:500].split(","):
        coding, _, weight = part.strip().partition(";")
        try:
            found[coding.strip().lower()] = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
    return found
