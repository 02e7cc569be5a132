"""Hosts, their requests and their name lists."""

from typing import Annotated

from pydantic import Field

from geleit.domain.kinds import HostKind
from geleit.domain.status import NameListStatus, RequestStatus
from geleit.domain.text import Text
from geleit.tripfile.fields import (
    Day,
    Flag,
    Instant,
    LanguageCode,
    Line,
    LocalText,
    Name,
    NameLine,
    Ref,
    Slug,
    choice,
)
from geleit.tripfile.shapes.base import MarkedShape, Shape


class ContactShape(Shape):
    """A person at the host's."""

    name: NameLine
    """The person's name."""
    function: LocalText = Text()
    """What the person does there."""
    email: Line = ""
    """Address for mail."""
    phone: Line = ""
    """Number with country code, in quotes."""
    sample: Flag = False
    """True for an invented person; every page says so."""


class HostShape(MarkedShape):
    """An organisation that receives the delegation."""

    id: Slug
    """Unique among the hosts."""
    name: Name
    """The host's name."""
    kind: Annotated[HostKind, choice(HostKind)]
    """What the host is."""
    place: Ref | None = None
    """Place id of the house; its items happen there unless they say otherwise."""
    profile: LocalText = Text()
    """Two or three sentences for the booklet."""
    website: Line = ""
    """Address of its site."""
    sectors: tuple[Ref, ...] = ()
    """Sector ids the host works in."""
    languages: tuple[LanguageCode, ...] = ()
    """ISO 639-1 codes in which the host receives visitors; its items have them unless they say otherwise."""
    contacts: tuple[ContactShape, ...] = ()
    """People to turn to."""
    named: Flag = False
    """True when the announcement names the host."""
    sample: Flag = False
    """True for an invented host; every page says so."""


class RequestShape(Shape):
    """The asking of a host for one item, and the answer."""

    status: Annotated[RequestStatus, choice(RequestStatus)] = RequestStatus.REQUESTED
    """Where the request stands. Ideas, declined, lapsed, withdrawn and cancelled_late ones are not placed."""
    channel: Line = ""
    """Through whom the host was asked."""
    decide_by: Day | None = None
    """Day by which the host's answer is needed."""
    fallback: Ref | None = None
    """Item id to try when the host declines."""
    slots: tuple[Instant, ...] = ()
    """Starts that the host confirmed, local time at the station: "2025-05-21 09:40". They are kept."""
    probability_percent: Annotated[int, Field(strict=True, ge=0, le=100)] | None = None
    """How likely the item takes place, 0 to 100; left out, the status decides."""
    released: Flag = False
    """True when a confirmed slot was given back and the planner may move it."""


class NameListShape(Shape):
    """The people announced to a host, and its rules for the list."""

    due: Day | None = None
    """Local day by which the host wants the list."""
    fields: tuple[Line, ...] = ()
    """What the host asks of each person: name, passport, birth_date, nationality, function."""
    status: Annotated[NameListStatus, choice(NameListStatus)] = NameListStatus.OPEN
    """Where the list stands; unless open, nobody is added."""
    people: tuple[Ref, ...] = ()
    """Delegate ids on the list once it is frozen."""
    delta: tuple[Ref, ...] = ()
    """Delegate ids announced afterwards."""
