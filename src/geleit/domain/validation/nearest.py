"""Which known word was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(value: str, known: Iterable[str]) -> str:
    """Return the known word nearest to a value, whatever its case, hyphens and underscores; else empty."""
    plain = {_plain(word): word for word in known}
    near = get_close_matches(_plain(value), plain, n=1, cutoff=0.6)
    return plain[near[0]] if near else ""


def listed(words: Iterable[str], most: int = 12, more: str = "and {} more") -> str:
    """Return words separated by commas, the surplus counted rather than named."""
    known = list(words)
    surplus = len(known) - most
    return ", ".join(known[:most]) + (" " + more.format(surplus) if surplus > 0 else "")


def _plain(word: str) -> str:
    return word.strip().casefold().replace("_", "-")
