"""Trips of any size, made from a seed, for benchmarks and property tests. Everything in them is invented.

All rules of the specification are on: `benchmarks.demands` puts languages and interpreters, presence, confirmed and
must visits, pins, name lists, refusals and rules between items on top of what is made here.

Feasible by construction, whatever the size, shape and seed:

- The stays follow each other from a Sunday on, with a night at least at each station. The way onward leaves after
  13:30 and arrives before 18:00; the return leaves at 18:00.
- Plenaries must be placed. They are for everyone, last two hours of an evening (and are its dinner) or 75 minutes
  of a morning, and no two of a station share an evening or a morning. Their places are minutes from the base. All
  groups together have seats for everyone, and each has a guide. The other items that must be placed lie in
  afternoons of whole days, where no plenary is, no more at a time than there are groups. So the plan of nothing but
  what must be placed is valid: it is the proof that there is one.
- Every visit is possible by itself: each of its windows lies in the stay on a working day of the country (in a stay of
  nothing but a weekend, the house opens on it), is longer than the visit, and its place is less than an hour from
  the base, so that there is time for the ride there and back. It wants no more people than there are.

Which visits find a place beside each other is the planner's question. `tests/unit/benchmarks` checks all this.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, radians
from pathlib import Path

from benchmarks.days import MORNING, ONWARD, OUTBOUND, RETURN, ZONE, Stay, instant, stays_of
from benchmarks.demands import Shape, with_every_rule
from geleit.domain.dates import DateSpan, EdtfDate
from geleit.domain.hosts import HostRequest
from geleit.domain.items import Item
from geleit.domain.kinds import Attendance, ItemKind, LegMode, Meal, Role
from geleit.domain.people import Delegate, Group, Wish
from geleit.domain.places import Place
from geleit.domain.status import RequestStatus
from geleit.domain.text import Text
from geleit.domain.trip import Leg, Sector, Station, Trip
from geleit.domain.windows import Window

SHAPES: tuple[Shape, ...] = ("compact", "spread", "fixed", "scarce", "large")
"""A compact city, a spread region, many fixed events, scarce hosts, large groups of visitors."""
SECTORS = ("manufacturing", "life-sciences", "ai-digital", "energy", "optics")
CITY_CENTRES = (
    (38.9, -77.03),
    (40.75, -73.98),
    (42.36, -71.06),
    (41.88, -87.63),
    (33.75, -84.39),
    (29.76, -95.37),
    (39.95, -75.17),
    (47.6, -122.33),
)
KM_PER_DEGREE = 111.0
SPREAD_KM = {"compact": 2.0, "spread": 16.0}
"""Standard deviation of a visit's distance from the base, by shape."""
USUAL_SPREAD_KM = 5.0
MOST_KM = 28.0
"""A visit lies no further away; by bus that is less than an hour."""
PLENARY_KM = 1.5
RESERVE_SEATS = 3
"""Seats of each group beyond its share of the delegation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large an instance is.

    Parameters
    ----------
    items, groups, delegates, stations
        At least 1 each; delegates at least 2, a head and a guide.
    days
        Calendar days from departure to return; more than there are stations.
    kappa_percent
        The ruler of fairness, fixed so that all solvers measure alike; None lets each set its own.
    """

    items: int = 60
    groups: int = 3
    delegates: int = 60
    days: int = 7
    stations: int = 3
    shape: Shape = "compact"
    kappa_percent: int | None = 70


def usual_size(items: int, shape: Shape = "compact") -> Size:
    """Return the size of a trip with that many items: as many delegates, with groups, days and stations to match."""
    groups, days, stations = next(rest for most, *rest in _USUAL if items <= most)
    return Size(
        items=items, groups=groups, delegates=max(2, items), days=days, stations=stations, shape=shape
    )


_USUAL = ((30, 2, 7, 3), (90, 3, 7, 3), (180, 4, 10, 3), (360, 6, 14, 4), (10_000, 8, 21, 6))
"""Items up to which a trip has so many groups, days and stations."""


def make_trip(size: Size, seed: int) -> Trip:
    """Return an instance; the same size and seed give the same trip.

    Raises
    ------
    ValueError
        When there are fewer nights than stations, or nobody to lead or guide.
    """
    if size.delegates < 2:
        raise ValueError(f"{size.delegates} delegates are too few for a head and a guide; take at least 2")
    rng = random.Random(f"{seed}/{size}")
    return with_every_rule(_Maker(size, rng).make(), stays_of(size.days, size.stations), rng, size.shape)


def named_trip(name: str, seed: int) -> Trip:
    """Return the instance of a name such as ``compact-60``, in the usual size.

    Raises
    ------
    ValueError
        When the name is not a shape and a number of items.
    """
    shape, _, items = name.partition("-")
    known = {each: each for each in SHAPES}
    if shape not in known or not items.isdecimal() or int(items) < 1:
        raise ValueError(
            f"{name!r} is no instance; name a shape ({', '.join(SHAPES)}) and the items, such as compact-60"
        )
    return make_trip(usual_size(int(items), known[shape]), seed)


class _Maker:
    def __init__(self, size: Size, rng: random.Random) -> None:
        self.size, self.rng = size, rng
        self.guides = min(size.groups + 1, size.delegates - 1)
        self.places: list[Place] = [_place("home", 50.98, 11.03, "Europe/Berlin", "DE")]

    def make(self) -> Trip:
        size = self.size
        stays = stays_of(size.days, size.stations)
        stations = [self._station(number, stay) for number, stay in enumerate(stays)]
        items: list[Item] = []
        for number, stay in enumerate(stays):
            count = size.items // size.stations + (number < size.items % size.stations)
            items += self._items(number, stay, count)
        groups = min(size.groups, self.guides)
        seats = -(-size.delegates // groups) + RESERVE_SEATS
        return Trip(
            id=f"{size.shape}-{size.items}",
            title=Text.of("Sample trip"),
            dates=DateSpan(_day(stays[0].first), _day(stays[-1].last)),
            stations=tuple(stations),
            legs=tuple(_legs(stays)),
            places=tuple(self.places),
            home="home",
            groups=tuple(
                Group(id=str(n + 1), name=Text.of(f"Group {n + 1}"), seats=seats) for n in range(groups)
            ),
            items=tuple(items),
            delegates=tuple(self._delegates(items)),
            sectors=tuple(Sector(id=sector, name=Text.of(sector)) for sector in SECTORS),
            kappa_percent=size.kappa_percent,
        )

    def _station(self, number: int, stay: Stay) -> Station:
        lat, lon = CITY_CENTRES[number % len(CITY_CENTRES)]
        self.places.append(_place(f"base-{number}", lat, lon))
        return Station(
            id=f"station-{number}",
            name=Text.of(f"Station {number + 1}"),
            base=f"base-{number}",
            dates=DateSpan(_day(stay.first), _day(stay.last)),
        )

    def _items(self, number: int, stay: Stay, count: int) -> list[Item]:
        shared = max(1, count // 10) * (3 if self.size.shape == "fixed" else 1)
        mornings, evenings = stay.mornings, stay.evenings
        slots = [
            slot
            for n in range(max(len(mornings), len(evenings)))
            for slot in (*evenings[n : n + 1], *mornings[n : n + 1])
        ]
        slots = sorted(slots[: min(shared, count)])
        made = [self._plenary(number, n, slot) for n, slot in enumerate(slots)]
        return made + [self._visit(number, n, stay) for n in range(len(made), count)]

    def _plenary(self, number: int, n: int, slot: Window) -> Item:
        is_evening = slot.clock != MORNING
        start = slot.clock.start_min + 30
        confirmed = (instant(slot, start),) if self.size.shape == "fixed" else ()
        return Item(
            id=f"all-{number}-{n}",
            title=Text.of(f"Plenary {number}.{n}"),
            kind=ItemKind.RECEPTION if is_evening else ItemKind.PRESENTATION,
            station=f"station-{number}",
            place=self._near(number, f"all-{number}-{n}", PLENARY_KM, 2 * PLENARY_KM),
            duration_min=120 if is_evening else 75,
            windows=(slot,),
            attendance=Attendance.ALL,
            must=True,
            meal=Meal.DINNER if is_evening else None,
            weight=3,
            request=HostRequest(
                status=RequestStatus.CONFIRMED if confirmed else RequestStatus.TENTATIVE, slots=confirmed
            ),
        )

    def _visit(self, number: int, n: int, stay: Stay) -> Item:
        rng, shape = self.rng, self.size.shape
        open_days = stay.office_windows()
        chosen = rng.sample(open_days, k=min(len(open_days), 1 if shape == "scarce" else rng.randint(1, 3)))
        cap = rng.choice([30, 40, 60] if shape == "large" else [8, 12, 15, 20, 20, 25])
        return Item(
            id=f"visit-{number}-{n}",
            title=Text.of(f"Visit {number}.{n}"),
            kind=rng.choice(
                [
                    ItemKind.COMPANY_VISIT,
                    ItemKind.COMPANY_VISIT,
                    ItemKind.UNIVERSITY_VISIT,
                    ItemKind.INSTITUTION_VISIT,
                    ItemKind.CHAMBER_VISIT,
                ]
            ),
            station=f"station-{number}",
            place=self._near(number, f"visit-{number}-{n}", SPREAD_KM.get(shape, USUAL_SPREAD_KM), MOST_KM),
            duration_min=rng.choice([45, 60, 75, 90, 90, 120]),
            windows=tuple(sorted(rng.choice(windows) for windows in chosen)),
            min_people=min(rng.choice([1, 1, 4, 6]), self.size.delegates // 2),
            max_people=cap,
            sessions_max=rng.choice([1, 1, 1, 1, 2, 3]),
            weight=rng.randint(0, 4),
            sectors=frozenset(rng.sample(SECTORS, k=rng.randint(0, 2))),
            arrive_before_min=rng.choice([0, 5, 10, 15]),
            leave_after_min=rng.choice([0, 5]),
            request=HostRequest(
                status=rng.choice(
                    [
                        RequestStatus.REQUESTED,
                        RequestStatus.REQUESTED,
                        RequestStatus.IN_CLARIFICATION,
                        RequestStatus.TENTATIVE,
                    ]
                )
            ),
        )

    def _near(self, number: int, name: str, spread_km: float, most_km: float) -> str:
        """Make a place some way from a station's base, in any direction, and return its id."""
        lat, lon = CITY_CENTRES[number % len(CITY_CENTRES)]
        north, east = (self._offset_km(spread_km, most_km) / KM_PER_DEGREE for _ in range(2))
        self.places.append(_place(f"at-{name}", lat + north, lon + east / cos(radians(lat))))
        return f"at-{name}"

    def _offset_km(self, spread_km: float, most_km: float) -> float:
        most = most_km / 2**0.5
        return max(-most, min(most, self.rng.gauss(0, spread_km)))

    def _delegates(self, items: list[Item]) -> list[Delegate]:
        rng = self.rng
        people = [
            Delegate(id="head", name="Sample Head", role=Role.HEAD, rank=1, sample=True),
            *(
                Delegate(
                    id=f"guide-{n}", name=f"Sample Guide {n}", role=Role.ORGANISER, guide=True, sample=True
                )
                for n in range(self.guides)
            ),
        ]
        visits = [item for item in items if item.attendance is Attendance.OPEN]
        for number in range(self.size.delegates - len(people)):
            sectors = frozenset(rng.sample(SECTORS, k=rng.randint(1, 2)))
            liked = [item for item in visits if item.sectors & sectors] or visits
            wished = rng.sample(liked, k=min(len(liked), rng.randint(2, 5)))
            people.append(
                Delegate(
                    id=f"d-{number:03d}",
                    name=f"Sample Delegate {number}",
                    role=rng.choice([Role.BUSINESS] * 8 + [Role.SCIENCE, Role.PRESS]),
                    sectors=sectors,
                    wishes=tuple(Wish(item=item.id, strength=rng.randint(2, 5)) for item in wished),
                    sample=True,
                )
            )
        return people


def _legs(stays: tuple[Stay, ...]) -> list[Leg]:
    onward = [
        _leg(f"leg-{number}", number - 1, number, LegMode.TRAIN, 210, Window(stay.first, ONWARD))
        for number, stay in enumerate(stays)
        if number
    ]
    return [
        _leg("out", None, 0, LegMode.FLIGHT, 720, Window(stays[0].first, OUTBOUND)),
        *onward,
        _leg("return", len(stays) - 1, None, LegMode.FLIGHT, 600, Window(stays[-1].last, RETURN)),
    ]


def _leg(  # noqa: PLR0917 # the legs read as a table
    name: str, origin: int | None, destination: int | None, mode: LegMode, travel_min: int, departure: Window
) -> Leg:
    return Leg(
        id=name,
        origin=None if origin is None else f"station-{origin}",
        destination=None if destination is None else f"station-{destination}",
        mode=mode,
        travel_min=travel_min,
        departures=(departure,),
    )


def _day(day: date) -> EdtfDate:
    return EdtfDate.parse(day.isoformat())


def _place(name: str, lat: float, lon: float, zone: str = ZONE, country: str = "US") -> Place:
    return Place(
        id=name, name=Text.of(name), lat=round(lat, 5), lon=round(lon, 5), zone=zone, country=country
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Write an instance as an ordinary trip file."""
    from geleit.tripfile.dump import dump_trip

    parser = argparse.ArgumentParser(prog="benchmarks.instances", description=main.__doc__)
    parser.add_argument("instance", help="SHAPE-ITEMS, such as compact-60")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    chosen = parser.parse_args(arguments)
    try:
        trip = named_trip(chosen.instance, chosen.seed)
    except ValueError as error:
        parser.error(str(error))
    chosen.out.write_text(dump_trip(trip), "utf-8")


if __name__ == "__main__":
    main()
