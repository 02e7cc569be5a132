"""The delegation: who travels, what they wish, when they are there, and in which groups they move."""

from dataclasses import dataclass, field
from datetime import datetime

from geleit.domain.kinds import Role
from geleit.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A delegate's wish for an item.

    Parameters
    ----------
    item
        Item id.
    strength
        1 (would be nice) to 5 (the reason for travelling).
    """

    item: str
    strength: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """When a delegate is with the delegation; None means from the start, or to the end. Aware instants, half-open."""

    joins: datetime | None = None
    leaves: datetime | None = None

    def covers(self, start: datetime, end: datetime) -> bool:
        """Whether the delegate is there for the whole period."""
        return (self.joins is None or self.joins <= start) and (self.leaves is None or end <= self.leaves)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A company or institution that delegates come from."""

    id: str
    name: Text
    town: str = ""
    employees: int | None = None
    sectors: frozenset[str] = frozenset()
    profile: Text = field(default_factory=Text)
    website: str = ""
    sample: bool = False
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """One person who travels.

    Parameters
    ----------
    name
        As the person writes it, in any script; ``name_latin`` for lists that need Latin letters.
    languages
        ISO 639-1 codes the person works in.
    guide
        May lead a group; by default organisers and partners may.
    rank
        Order of precedence, 1 first; None stands behind all ranks.
    sample
        An invented person; every page says so.
    """

    id: str
    name: str
    role: Role
    name_latin: str = ""
    organisation: str | None = None
    function: Text = field(default_factory=Text)
    sectors: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset({"de", "en"})
    presence: Presence = field(default_factory=Presence)
    wishes: tuple[Wish, ...] = ()
    guide: bool = False
    rank: int | None = None
    profile: Text = field(default_factory=Text)
    sample: bool = False
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People who move together for one day part.

    Parameters
    ----------
    seats
        Seats of the group's vehicle for travellers, guide and interpreter included.
    """

    id: str
    name: Text
    seats: int
    vehicle: Text = field(default_factory=Text)
    assumed: frozenset[str] = frozenset()
