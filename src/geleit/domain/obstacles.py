"""What can stand in the way of a programme item: one rule, fact, pin or other item each, as a typed record."""

from dataclasses import dataclass
from enum import StrEnum

from geleit.domain.items import ItemRule, Pin


class ObstacleKind(StrEnum):
    """One thing that holds, and that somebody could change."""

    STATUS = "status"
    """The item's request has ended, or nobody was asked."""
    PIN = "pin"
    RULE = "rule"
    """A rule between items."""
    CONFIRMED = "confirmed"
    """The host has confirmed the item's times: it takes place then."""
    MUST = "must"
    """The item has to take place."""
    EVERYONE = "everyone"
    """The whole delegation attends the item."""
    WINDOWS = "windows"
    """When the host receives."""
    CLOSED_DAYS = "closed_days"
    """Holidays and weekends of the item's place."""
    STATION = "station"
    """When the delegation is at the item's station: its legs and dates."""
    REQUIRED = "required"
    """Somebody has to be in every session."""
    PRESENCE = "presence"
    """Somebody joins late or leaves early."""
    HEAD = "head"
    """A head of delegation has to be there."""
    CAP = "cap"
    """The host receives no more people."""
    MIN_PEOPLE = "min_people"
    """The host wants no fewer people."""
    ROLES = "roles"
    """The host receives certain roles."""
    NAME_LIST = "name_list"
    """The name list is closed."""
    LANGUAGE = "language"
    """The host receives in certain languages."""
    DAY = "day"
    """When a day of the trip begins and ends."""
    WAY = "way"
    """The longest way that the trip accepts."""
    ARRIVAL_REST = "arrival_rest"
    """The rest after a leg."""
    MEAL = "meal"
    """Room for lunch and dinner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """One of the things that stand in an item's way; together they do, and each of them is needed for that.

    Parameters
    ----------
    item
        Id of the item whose property it is; of the first item of a rule; empty for what belongs to the trip.
    person
        Delegate id, for what is one person's.
    pin, rule
        For ``pin`` and ``rule``: as the trip has it.
    wanted
        People or minutes of which the rule speaks: the cap, the minimum, the longest way, the rest.
    """

    kind: ObstacleKind
    item: str = ""
    person: str = ""
    pin: Pin | None = None
    rule: ItemRule | None = None
    wanted: int | None = None

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of the items that it names."""
        if self.rule is not None:
            return self.rule.items
        return (self.item,) if self.item else ()
