"""Those who travel, and where they come from."""

from typing import Annotated

from pydantic import Field

from geleit.domain.kinds import Role
from geleit.domain.text import Text
from geleit.tripfile.fields import (
    Count,
    Flag,
    Instant,
    LanguageCode,
    Line,
    LocalText,
    Name,
    NameLine,
    Positive,
    Ref,
    Slug,
    choice,
)
from geleit.tripfile.shapes.base import MarkedShape, Shape


class OrganisationShape(MarkedShape):
    """A company or institution that delegates come from."""

    id: Slug
    """Unique among the organisations."""
    name: Name
    """Its name."""
    town: Line = ""
    """Where it sits."""
    employees: Count | None = None
    """How many people work there."""
    sectors: tuple[Ref, ...] = ()
    """Sector ids it works in."""
    profile: LocalText = Text()
    """Two or three sentences for the booklet."""
    website: Line = ""
    """Address of its site."""
    sample: Flag = False
    """True for an invented organisation; every page says so."""


class PresenceShape(Shape):
    """When a delegate is with the delegation, where that is not the whole trip."""

    joins: Instant | None = None
    """"2025-05-20 18:00", local time at the station of that day; left out, from the start."""
    leaves: Instant | None = None
    """"2025-05-23 12:00", local time at the station of that day; left out, to the end."""


class DelegateShape(MarkedShape):
    """One person who travels."""

    id: Slug
    """Unique among the delegates."""
    name: NameLine
    """As the person writes it, in any script."""
    role: Annotated[Role, choice(Role)]
    """Why the person travels."""
    name_latin: Line = ""
    """The name in Latin letters, for lists that need them."""
    organisation: Ref | None = None
    """Organisation id."""
    function: LocalText = Text()
    """What the person does at home."""
    sectors: tuple[Ref, ...] = ()
    """Sector ids, besides those of the organisation."""
    languages: tuple[LanguageCode, ...] = ("de", "en")
    """ISO 639-1 codes the person works in."""
    presence: PresenceShape = PresenceShape()
    """When the person is there, where that is not the whole trip."""
    wishes: dict[Ref, Annotated[int, Field(strict=True, ge=1, le=5)]] = Field(default_factory=dict)
    """Item ids and how much they are wished for, 1 (would be nice) to 5 (the reason for travelling)."""
    guide: Flag = False
    """Whether the person may lead a group; left out, true for the roles organiser and partner."""
    rank: Positive | None = None
    """Order of precedence, 1 first; left out, behind all ranks."""
    profile: LocalText = Text()
    """Two or three sentences for the booklet."""
    sample: Flag = False
    """True for an invented person; every page says so."""
