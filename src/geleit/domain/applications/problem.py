"""What is wrong with an application, as typed records. Words are put to them in `applications.words`."""

from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""Where in an application: field names, and positions from 0: ``("people", 0, "email")``."""


class ApplicationProblemCode(StrEnum):
    """What exactly is wrong. The text under each says what the figures mean."""

    MISSING = "missing"
    """Nothing stands there, and something must."""
    TOO_LONG = "too_long"
    """``wanted`` characters, room for ``available``."""
    TOO_MANY = "too_many"
    """``wanted`` entries, room for ``available``."""
    OUT_OF_RANGE = "out_of_range"
    """The number ``value`` does not lie between ``available`` and ``wanted``."""
    UNKNOWN = "unknown"
    """``value`` is not among what the trip offers; ``suggestion`` is near."""
    TWICE = "twice"
    """``value`` stands there twice."""
    NO_EMAIL = "no_email"
    """``value`` is no mail address."""
    NO_WEBSITE = "no_website"
    """``value`` is no address of a website."""
    NO_FIGURES = "no_figures"
    """Neither turnover nor balance is given; one of them decides on the size."""
    NO_SECTOR = "no_sector"
    """Neither a target sector nor a word of one's own."""
    NOT_ACCEPTED = "not_accepted"
    """The terms are not accepted."""
    NOT_DECLARED = "not_declared"
    """The declaration on de-minimis aid is not confirmed."""
    AID_IN_FUTURE = "aid_in_future"
    """Aid granted on ``value``, a day that is still to come."""
    OVER_CEILING = "over_ceiling"
    """``wanted`` euros of aid with the place on this trip, ``available`` may be granted. A warning."""
    UNREADABLE = "unreadable"
    """Characters that no one can have typed on purpose: control characters, halves of characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationProblem:
    """One thing that is wrong with an application.

    Parameters
    ----------
    is_warning
        True where it can be submitted all the same.
    """

    code: ApplicationProblemCode
    path: Path
    value: str = ""
    wanted: int | None = None
    available: int | None = None
    suggestion: str = ""
    is_warning: bool = False
