"""What is proposed to a host: typed records, in the trip's ids."""

from dataclasses import dataclass
from datetime import date, datetime

from geleit.domain.kinds import DayPart
from geleit.domain.programme import Programme
from geleit.domain.status import RequestStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """Another time for one session; everything else stays, and the checker accepts it.

    Parameters
    ----------
    day, part
        Where it lies, on the station's clock.
    attendees
        Who would be there then; not the same people where others have the time.
    programme
        With the session moved there.
    """

    start: datetime
    end: datetime
    day: date
    part: DayPart
    attendees: tuple[str, ...]
    has_same_people: bool
    programme: Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionProposal:
    """One session to ask for: when, with how many, and when else.

    Parameters
    ----------
    alternates
        Two at most, in different half-days where that is possible.
    """

    session: str
    start: datetime
    end: datetime
    attendees: tuple[str, ...]
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What to ask the host of one item for.

    Parameters
    ----------
    host
        Host id, or None where the item names none.
    decide_by
        Local date by which the answer is needed.
    list_due, list_fields
        Local date by which the host wants the name list, and what it asks for of each person.
    """

    item: str
    host: str | None
    status: RequestStatus
    probability_percent: int
    sessions: tuple[SessionProposal, ...]
    decide_by: date | None
    list_due: date | None
    list_fields: tuple[str, ...]

    @property
    def people(self) -> int:
        """How many people there are in all sessions."""
        return sum(len(session.attendees) for session in self.sessions)
