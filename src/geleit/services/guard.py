"""Who acts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does something, for the audit trail.

    Parameters
    ----------
    name
        In words that stay: an address, ``system``, ``link:delegate:voigt``.
    account
        Number of the account; None for all others.
    """

    name: str
    account: int | None = None


SYSTEM = Actor(name="system")
"""Geleit itself: commands on the machine, and work that nobody asked for in person."""
