"""A trip with everything its checks look at more than once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from geleit.domain.items import Item, PinKind
from geleit.domain.people import Delegate
from geleit.domain.places import TravelMode
from geleit.domain.stays import effective_windows
from geleit.domain.trip import Trip
from geleit.domain.validation.chances import Span, Venue, WindowChance
from geleit.domain.windows import local


@dataclass(frozen=True)
class Scope:
    """A trip whose references hold."""

    trip: Trip

    @cached_property
    def placeable(self) -> tuple[Item, ...]:
        """Items that a programme may hold."""
        return tuple(item for item in self.trip.items if item.request.status.may_be_placed)

    @cached_property
    def venues(self) -> Mapping[str, Venue]:
        """Items that a programme may hold, with their stays and ways."""
        return {item.id: Venue.of(self.trip, item) for item in self.placeable}

    @cached_property
    def windows(self) -> Mapping[str, tuple[WindowChance, ...]]:
        """What each window of an item gives, by item."""
        return {
            item.id: tuple(self.venues[item.id].chance(each) for each in effective_windows(self.trip, item))
            for item in self.placeable
        }

    @cached_property
    def chances(self) -> Mapping[str, tuple[Span, ...]]:
        """Spans in which a session of an item may lie, by item; a confirmed one only at its slots."""
        found: dict[str, tuple[Span, ...]] = {}
        for item in self.placeable:
            length = self.venues[item.id].duration
            slots = tuple((slot, slot + length) for slot in item.firm_slots)
            found[item.id] = slots or tuple(span for each in self.windows[item.id] for span in each.spans)
        return found

    @cached_property
    def fixed_items(self) -> frozenset[str]:
        """Ids of the items without which a programme is wrong."""
        pinned = {pin.item for pin in self.trip.pins if pin.kind in (PinKind.TIME, PinKind.ATTENDEE)}
        return frozenset(
            item.id for item in self.placeable if item.must or item.firm_slots or item.id in pinned
        )

    def admitted(self, item: Item) -> tuple[Delegate, ...]:
        """Return the delegates whose role the item admits and whom its name list lets in."""
        return tuple(
            delegate
            for delegate in self.trip.delegates
            if (not item.roles or delegate.role in item.roles) and item.name_list.admits(delegate.id)
        )

    def always_there(self, item: Item) -> tuple[Delegate, ...]:
        """Return those admitted who are with the delegation whenever the item may take place."""
        spans = self.chances[item.id]
        before, after = self.venues[item.id].margins()
        if not spans:
            return ()
        first, last = min(span[0] for span in spans), max(span[1] for span in spans)
        return tuple(
            each for each in self.admitted(item) if each.presence.covers(first - before, last + after)
        )

    def rides(self, item: Item) -> bool:
        """Whether people need a vehicle to get there from the base."""
        base, place = self.trip.base_of(item.station), self.trip.place_by_id[item.place]
        return base.id != place.id and self.trip.travel.mode_for(base, place) is not TravelMode.WALK

    @cached_property
    def seats(self) -> int:
        """Seats of all groups."""
        return sum(group.seats for group in self.trip.groups)

    def clock(self, span: Span, station: str) -> str:
        """Return a span of instants as a station's clock shows it."""
        zone = self.trip.zone_of(station)
        start, end = local(span[0], zone), local(span[1], zone)
        until = f"{end:%H:%M}" if start.date() == end.date() else f"{end:%Y-%m-%d %H:%M}"
        return f"{start:%Y-%m-%d %H:%M} – {until}"
