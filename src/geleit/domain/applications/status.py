"""Where an application stands. Receipt is not admission."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class ApplicationStatus(StrEnum):
    """The state of an application."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    INCOMPLETE = "incomplete"
    """The organiser has asked for something that is missing."""
    COMPLETE = "complete"
    ADMITTED = "admitted"
    WAITING = "waiting"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    TRAVELLED = "travelled"
    SUBSTITUTED = "substituted"
    """Admitted, then gave its place to another."""
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"

    @property
    def holds_places(self) -> bool:
        """Whether its people count against the places."""
        return self in (ApplicationStatus.ADMITTED, ApplicationStatus.TRAVELLED, ApplicationStatus.NO_SHOW)

    @property
    def may_be_edited(self) -> bool:
        """Whether the company may still change what it wrote."""
        return self in (ApplicationStatus.DRAFT, ApplicationStatus.INCOMPLETE)

    @property
    def may_be_scored(self) -> bool:
        """Whether reviewers may score it: it is in, and nothing is decided."""
        return self in (ApplicationStatus.SUBMITTED, ApplicationStatus.INCOMPLETE, ApplicationStatus.COMPLETE)

    @property
    def is_live(self) -> bool:
        """Whether the company still wants to travel with this application."""
        return self.may_be_scored or self in (ApplicationStatus.ADMITTED, ApplicationStatus.WAITING)


_S = ApplicationStatus
NEXT: Final[Mapping[ApplicationStatus, frozenset[ApplicationStatus]]] = MappingProxyType(
    {
        _S.DRAFT: frozenset({_S.SUBMITTED, _S.WITHDRAWN}),
        _S.SUBMITTED: frozenset(
            {_S.INCOMPLETE, _S.COMPLETE, _S.ADMITTED, _S.WAITING, _S.REJECTED, _S.WITHDRAWN}
        ),
        _S.INCOMPLETE: frozenset({_S.SUBMITTED, _S.COMPLETE, _S.WAITING, _S.REJECTED, _S.WITHDRAWN}),
        _S.COMPLETE: frozenset({_S.INCOMPLETE, _S.ADMITTED, _S.WAITING, _S.REJECTED, _S.WITHDRAWN}),
        _S.WAITING: frozenset({_S.ADMITTED, _S.REJECTED, _S.WITHDRAWN}),
        _S.REJECTED: frozenset({_S.WAITING, _S.ADMITTED}),
        _S.ADMITTED: frozenset({_S.TRAVELLED, _S.SUBSTITUTED, _S.CANCELLED, _S.NO_SHOW}),
        _S.WITHDRAWN: frozenset(),
        _S.TRAVELLED: frozenset(),
        _S.SUBSTITUTED: frozenset(),
        _S.CANCELLED: frozenset(),
        _S.NO_SHOW: frozenset(),
    }
)
"""What may follow what. A rejection may be taken back when places become free."""


class StatusError(ValueError):
    """A step from one status to another that does not exist.

    Parameters
    ----------
    current, wanted
        The status there is, and the one asked for.
    """

    def __init__(self, current: ApplicationStatus, wanted: ApplicationStatus) -> None:
        self.current = current
        self.wanted = wanted
        allowed = ", ".join(sorted(NEXT[current])) or "nothing"
        super().__init__(
            f"an application that is {current.value!r} cannot become {wanted.value!r}, only {allowed}"
        )


def step(current: ApplicationStatus, wanted: ApplicationStatus) -> ApplicationStatus:
    """Return the wanted status.

    Raises
    ------
    StatusError
        When it cannot follow the current one.
    """
    if wanted not in NEXT[current]:
        raise StatusError(current, wanted)
    return wanted
