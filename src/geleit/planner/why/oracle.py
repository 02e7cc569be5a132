"""Whether some things can hold together: an exact answer where it is no, by trying every minute.

The starts of each item that has to take place are struck out until nothing changes: by the item's own facts, by the
people it needs, and by the other items that need the same people or that a rule ties to it. Where no start is left,
the things in question exclude each other.
"""

from collections.abc import Mapping
from itertools import pairwise, permutations

import numpy as np

from geleit.domain.items import Item, PinKind, RuleKind
from geleit.domain.kinds import Role
from geleit.domain.obstacles import Obstacle, ObstacleKind
from geleit.domain.people import Delegate, Presence
from geleit.planner.why.facts import Facts
from geleit.planner.why.named import is_demand
from geleit.planner.why.starts import Mask

Kind = ObstacleKind
Things = frozenset[Obstacle]
Goals = Mapping[str, frozenset[str]]
"""Items that take place in any case, with the people who are in a session of them."""
MOST_SEQUENCED = 4
"""Appointments of one person whose orders are all tried."""


def can_hold(facts: Facts, things: Things, goals: Goals) -> bool:
    """Whether the things may hold together so that the goals are met; False is a proof that they cannot.

    Parameters
    ----------
    things
        What holds; everything else is taken as changeable at will.
    """
    return _Case(facts, things, goals).is_possible()


class _Case:
    def __init__(self, facts: Facts, things: Things, goals: Goals) -> None:
        self.facts, self.things, self.goals = facts, things, goals
        self.rules = [thing.rule for thing in things if thing.rule is not None]
        self.items = self._taking_place()
        self.domains: dict[str, Mask] = {}

    def is_possible(self) -> bool:
        for rule in self.rules:
            if rule.kind is RuleKind.AT_MOST_ONE and len(self.items & set(rule.items)) > 1:
                return False
        for item in sorted(self.items):
            domain = self._domain(self.facts.trip.item_by_id[item])
            if domain is None or not domain.any():
                return False
            self.domains[item] = domain
        return self._pinned_times_stay() and self._propagates() and self._people_find_an_order()

    def _taking_place(self) -> frozenset[str]:
        """Return the items that take place: goals, those that something demands, and their inseparable company."""
        found = set(self.goals) | {thing.item for thing in self.things if is_demand(thing)}
        whole = [set(rule.items) for rule in self.rules if rule.kind is RuleKind.TOGETHER]
        while any(found & items and items - found for items in whole):
            found |= {item for items in whole if found & items for item in items}
        return frozenset(found)

    # -- one item ------------------------------------------------------------------------------------------------

    def _of(self, item: str) -> list[Obstacle]:
        """Return the things that hold for an item."""
        return [thing for thing in self.things if thing.rule is None and thing.item in ("", item)]

    def needed(self, item: Item) -> frozenset[str]:
        """Return the people who have to be in one session of the item at least."""
        found = set(self.goals.get(item.id, frozenset()))
        own = self._of(item.id)
        found |= {thing.person for thing in own if thing.kind is Kind.REQUIRED}
        pinned = {
            thing.person for thing in own if thing.pin is not None and thing.pin.kind is PinKind.ATTENDEE
        }
        if self._is_single(item) or (not found and len(pinned) == 1):
            found |= pinned  # else they may be in different sessions
        return frozenset(found)

    def _is_single(self, item: Item) -> bool:
        """Whether the item has one session, so that all who are needed are in that one."""
        if item.sessions_max == 1 and len(item.firm_slots) <= 1:
            return True
        return any(thing.kind is Kind.REQUIRED for thing in self._of(item.id))

    def _domain(self, item: Item) -> Mask | None:
        """Return the starts that the item's own facts and people leave, or None where nothing does."""
        own = self._of(item.id)
        mask = np.ones(self.facts.size, dtype=np.bool_)
        for thing in own:
            mask &= self.facts.starts(thing, item.id)
        barred = np.zeros(len(self.facts.people), dtype=np.bool_)
        for thing in own:
            kept = self.facts.barred(thing, item.id)
            barred |= kept if kept is not None else False
        needed = self.needed(item)
        if any(barred[self.facts.people[person]] for person in needed):
            return None
        kinds = {thing.kind for thing in own}
        most = item.max_people if Kind.CAP in kinds else None
        least = max(1, item.min_people) if Kind.MIN_PEOPLE in kinds else 1
        every = needed if self._is_single(item) else frozenset()
        if most is not None and most < max(least, len(every)):
            return None
        present = {thing.person for thing in own if thing.kind is Kind.PRESENCE}
        for person in needed & present:
            mask &= self.facts.presence(person, item.duration_min)
        return mask & self._peopled(item, ~barred, present, least=least, needs_head=Kind.HEAD in kinds)

    def _peopled(self, item: Item, able: Mask, present: set[str], *, least: int, needs_head: bool) -> Mask:
        """Return the starts at which enough people could be there, and a head where one is needed."""
        facts = self.facts
        steady = [p for p in facts.trip.delegates if able[facts.people[p.id]] and p.id not in present]
        count = np.full(facts.size, len(steady), dtype=np.int64)
        heads = np.full(facts.size, any(facts.heads[facts.people[p.id]] for p in steady), dtype=np.bool_)
        for person in sorted(present):
            if able[facts.people[person]]:
                there = facts.presence(person, item.duration_min)
                count += there
                if facts.heads[facts.people[person]]:
                    heads |= there
        enough: Mask = count >= least
        return enough & heads if needs_head else enough

    # -- items with each other -----------------------------------------------------------------------------------

    def _pinned_times_stay(self) -> bool:
        """Whether every pinned time is among the starts that are left."""
        return all(
            self._is_left(pin.item, self.facts.minutes(pin.start))
            for pin in (thing.pin for thing in self.things)
            if pin is not None and pin.kind is PinKind.TIME and pin.start is not None
        )

    def _is_left(self, item: str, start: int) -> bool:
        """Whether a session may start then; where the domain is that of one person's session, that is not known."""
        if not 0 <= start < self.facts.size:
            return False
        known = self.facts.trip.item_by_id[item]
        is_anybodys = not self._is_single(known) and bool(self.needed(known))
        return is_anybodys or bool(self.domains[item][start])

    def _propagates(self) -> bool:
        """Strike out starts until nothing changes; False where none is left of some item."""
        changed = True
        while changed:
            changed = False
            for item in sorted(self.items):
                before = int(self.domains[item].sum())
                for other in sorted(self.items - {item}):
                    self.domains[item] &= self._beside(item, other)
                after = int(self.domains[item].sum())
                if not after or not self._pinned_times_stay():
                    return False
                changed |= after < before
        return True

    def _beside(self, item: str, other: str) -> Mask:
        """Return the starts of an item for which the other still has one."""
        mask = np.ones(self.facts.size, dtype=np.bool_)
        here, there = (self.facts.trip.item_by_id[each] for each in (item, other))
        first, last = _ends(self.domains[other])
        for rule in self.rules:
            if (
                rule.kind is RuleKind.SAME_TIME
                and {item, other} <= set(rule.items)
                and self._is_single(there)
            ):
                mask &= self.domains[other]
            if rule.kind is RuleKind.BEFORE and {item, other} <= set(rule.items):
                if rule.items.index(item) < rule.items.index(other):
                    mask[max(0, last - rule.gap_min - here.duration_min + 1) :] = False
                else:
                    mask[: first + there.duration_min + rule.gap_min] = False
        if self.needed(here) & self.needed(there) or self._all_are_at_both(here, there):
            in_time = np.arange(self.facts.size) + self._gap(here, there) <= last
            mask &= in_time | (np.arange(self.facts.size) >= first + self._gap(there, here))
        return mask & self._with_enough_left(here, there, first, last)

    def _gap(self, first: Item, second: Item) -> int:
        """Return the fewest minutes from the start of one session to that of a later one, for one person."""
        if first.station != second.station:
            return first.duration_min
        way = self.facts.way(first.station, first.place, second.place)
        return first.duration_min + first.leave_after_min + way + second.arrive_before_min

    def _with_enough_left(self, here: Item, there: Item, first: int, last: int) -> Mask:
        """Return the starts of an item beside another for everyone: then only who is on duty is free."""
        mask = np.ones(self.facts.size, dtype=np.bool_)
        if not self._is_for_all(there):
            return mask
        kinds = {thing.kind for thing in self._of(here.id)}
        least = max(1, here.min_people) if Kind.MIN_PEOPLE in kinds else 1
        free = [
            person.id
            for person in self.facts.trip.delegates
            if self._is_on_duty(here, person) or not self._is_due(there, person)
        ]
        if len(free) < least:  # wherever the two overlap, nobody but who is on duty could be here
            mask[max(0, last - here.duration_min + 1) : first + there.duration_min] = False
        return mask

    def _all_are_at_both(self, here: Item, there: Item) -> bool:
        """Whether both are for everyone, and somebody is on duty at neither."""
        if not (self._is_for_all(here) and self._is_for_all(there)):
            return False
        return any(
            self._is_due(here, person)
            and self._is_due(there, person)
            and not self._is_on_duty(here, person)
            and not self._is_on_duty(there, person)
            for person in self.facts.trip.delegates
        )

    def _is_for_all(self, item: Item) -> bool:
        """Whether the whole delegation is in one session of an item."""
        return Obstacle(kind=Kind.EVERYONE, item=item.id) in self.things and self._is_single(item)

    def _is_on_duty(self, item: Item, person: Delegate) -> bool:
        pinned = any(
            pin.kind is PinKind.ATTENDEE and pin.delegate == person.id
            for pin in self.facts.pins_of.get(item.id, ())
        )
        is_needed = person.id in item.required_people or person.id in self.goals.get(item.id, frozenset())
        return (
            pinned or is_needed or not person.role.benefits or (item.needs_head and person.role is Role.HEAD)
        )

    def _is_due(self, item: Item, person: Delegate) -> bool:
        """Whether somebody has to go to an item for everyone, whatever its day."""
        absent = any(
            pin.kind is PinKind.ABSENT and pin.delegate == person.id
            for pin in self.facts.pins_of.get(item.id, ())
        )
        received = not item.roles or person.role in item.roles
        is_steady = person.presence == Presence()
        return is_steady and received and item.name_list.admits(person.id) and not absent

    def _people_find_an_order(self) -> bool:
        """Whether each person who is needed at several items can be at one after the other."""
        by_person: dict[str, list[Item]] = {}
        for item in sorted(self.items):
            known = self.facts.trip.item_by_id[item]
            for person in self.needed(known):
                by_person.setdefault(person, []).append(known)
        return all(
            len(items) < 3 or len(items) > MOST_SEQUENCED or self._has_order(items)
            for items in by_person.values()
        )

    def _has_order(self, items: list[Item]) -> bool:
        return any(self._fits(order) for order in permutations(items))

    def _fits(self, order: tuple[Item, ...]) -> bool:
        """Whether the earliest starts in that order all exist."""
        ready = 0
        for item, following in (*pairwise(order), (order[-1], order[-1])):
            later = np.flatnonzero(self.domains[item.id][ready:])
            if not len(later):
                return False
            ready += int(later[0]) + self._gap(item, following)
        return True


def _ends(domain: Mask) -> tuple[int, int]:
    """Return the first and the last minute of a domain that is not empty."""
    minutes = np.flatnonzero(domain)
    return (int(minutes[0]), int(minutes[-1])) if len(minutes) else (0, len(domain))
