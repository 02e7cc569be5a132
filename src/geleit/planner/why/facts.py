"""What holds for an item, fact by fact: which facts there are, when they let a session start, and whom they keep out.

Every answer here is generous: a start is struck out only where no programme that keeps the fact can have it. So what
is impossible by these answers is impossible by the checker's rules; the reverse is shown by a programme.
"""

from collections.abc import Callable, Mapping
from functools import cached_property

import numpy as np

from geleit.domain.items import Pin, PinKind
from geleit.domain.kinds import Attendance, Role
from geleit.domain.obstacles import Obstacle
from geleit.domain.people import Delegate
from geleit.domain.trip import Trip
from geleit.planner.problem import helps, speaks_with
from geleit.planner.why.named import Kind, demands_of, facts_of, rule_fact
from geleit.planner.why.starts import Mask, Starts


class Facts(Starts):
    """The facts of one trip.

    Parameters
    ----------
    trip
        Validated.
    """

    def __init__(self, trip: Trip) -> None:
        super().__init__(trip)
        self.people = {person.id: number for number, person in enumerate(trip.delegates)}
        self._own: dict[str, tuple[Obstacle, ...]] = {}
        self._demands: dict[str, tuple[Obstacle, ...]] = {}

    # -- which facts there are -------------------------------------------------------------------------------------

    def of(self, item_id: str) -> tuple[Obstacle, ...]:
        """Return what holds for an item's sessions, apart from other items."""
        if item_id not in self._own:
            known = self.pins_of.get(item_id, ())
            self._own[item_id] = tuple(facts_of(self.trip, self.trip.item_by_id[item_id], known))
        return self._own[item_id]

    def demands_on(self, item_id: str) -> tuple[Obstacle, ...]:
        """Return what makes an item take place: it must, its host has confirmed, or a pin wants it."""
        if item_id not in self._demands:
            self._demands[item_id] = demands_of(self.trip.item_by_id[item_id], self.of(item_id))
        return self._demands[item_id]

    @cached_property
    def pins_of(self) -> Mapping[str, tuple[Pin, ...]]:
        """Pins by item id."""
        found: dict[str, tuple[Pin, ...]] = {}
        for pin in self.trip.pins:
            found[pin.item] = (*found.get(pin.item, ()), pin)
        return found

    def rules_between(self, items: frozenset[str]) -> tuple[Obstacle, ...]:
        """Return the rules that tie any of the items to each other."""
        return tuple(
            rule_fact(rule) for rule in dict.fromkeys(self.trip.rules) if len(items & set(rule.items)) > 1
        )

    def everyone_at(self, item_id: str) -> tuple[Obstacle, ...]:
        """Return the fact that the whole delegation attends an item, where that holds and it has one session."""
        if self.trip.item_by_id[item_id].attendance is not Attendance.ALL:
            return ()
        return (Obstacle(kind=Kind.EVERYONE, item=item_id),)

    # -- people --------------------------------------------------------------------------------------------------

    def barred(self, fact: Obstacle, item_id: str) -> Mask | None:
        """Return whom a fact keeps from an item whatever the time, or None for nobody."""
        item = self.trip.item_by_id[item_id]
        match fact.kind:
            case Kind.ROLES:
                return self._who(lambda person: person.role not in item.roles)
            case Kind.NAME_LIST:
                return self._who(lambda person: not item.name_list.admits(person.id))
            case Kind.PIN if fact.pin is not None and fact.pin.kind is PinKind.ABSENT:
                return self._who(lambda person: fact.pin is not None and person.id == fact.pin.delegate)
            case Kind.LANGUAGE:
                bridges = [person for person in self.trip.delegates if person.role is Role.INTERPRETER]
                return self._who(
                    lambda person: (
                        not speaks_with(item, person)
                        and not any(helps(bridge, item, person) for bridge in bridges)
                    )
                )
            case _:
                return None

    def _who(self, test: Callable[[Delegate], bool]) -> Mask:
        return np.array([test(person) for person in self.trip.delegates], dtype=np.bool_)

    def presence(self, person: str, length: int) -> Mask:
        """Return at which minutes a session of that length may start for a person who joins late or leaves early."""
        given = self.trip.delegate_by_id[person].presence
        mask = self._all()
        if given.joins is not None:
            mask[: max(0, self.minutes(given.joins))] = False
        if given.leaves is not None:
            mask[max(0, self.minutes(given.leaves) - length + 1) :] = False
        return mask

    @cached_property
    def heads(self) -> Mask:
        """Who heads the delegation."""
        return self._who(lambda person: person.role is Role.HEAD)
