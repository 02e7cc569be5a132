"""Hosts: who receives the delegation, what they ask for, and how they answered."""

from dataclasses import dataclass, field
from datetime import date, datetime

from geleit.domain.kinds import HostKind
from geleit.domain.status import NameListStatus, RequestStatus
from geleit.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person at the host's."""

    name: str
    function: Text = field(default_factory=Text)
    email: str = ""
    phone: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """An organisation that receives the delegation.

    Parameters
    ----------
    place
        Place id of the house, or None where only its items have places.
    languages
        ISO 639-1 codes in which the host can receive visitors.
    named
        True when the announcement names the host; False for a contact filled in by the organiser.
    """

    id: str
    name: Text
    kind: HostKind
    place: str | None = None
    profile: Text = field(default_factory=Text)
    website: str = ""
    sectors: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    contacts: tuple[Contact, ...] = ()
    named: bool = False
    sample: bool = False
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRequest:
    """The asking of a host for one item, and the answer.

    Parameters
    ----------
    slots
        Starts of the sessions the host has confirmed (aware instants, UTC). A confirmed session is not moved.
    probability_percent
        0 to 100, overriding the one its status stands for.
    fallback
        Item id to try when the host declines.
    released
        True when the organiser gave a confirmed slot back and the planner may move it.
    """

    status: RequestStatus = RequestStatus.REQUESTED
    channel: str = ""
    decide_by: date | None = None
    fallback: str | None = None
    slots: tuple[datetime, ...] = ()
    probability_percent: int | None = None
    released: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """The people announced to a host, and the rules it sets for the list.

    Parameters
    ----------
    due
        Local date by which the host wants the list.
    fields
        What the host asks for of each person ("name", "passport", "birth_date", "nationality", "function").
    people
        Delegate ids on the list once it is frozen.
    delta
        Delegate ids announced afterwards.
    """

    due: date | None = None
    fields: tuple[str, ...] = ()
    status: NameListStatus = NameListStatus.OPEN
    people: frozenset[str] = frozenset()
    delta: frozenset[str] = frozenset()

    def admits(self, delegate: str) -> bool:
        """Whether the delegate may be in the session (rule H11)."""
        return not self.status.is_closed or delegate in self.people or delegate in self.delta
