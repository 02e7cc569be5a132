"""Trips of any size, made from a seed, for benchmarks and property tests. Everything in them is invented."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from geleit.domain.dates import DateSpan, EdtfDate
from geleit.domain.hosts import HostRequest
from geleit.domain.items import Item
from geleit.domain.kinds import Attendance, ItemKind, LegMode, Meal, Role
from geleit.domain.people import Delegate, Group, Wish
from geleit.domain.places import Place
from geleit.domain.status import RequestStatus
from geleit.domain.text import Text
from geleit.domain.trip import Leg, Sector, Station, Trip
from geleit.domain.windows import Clock, Window

Shape = Literal["compact", "spread", "fixed", "scarce", "large"]
SHAPES: tuple[Shape, ...] = ("compact", "spread", "fixed", "scarce", "large")
SECTORS = ("manufacturing", "life-sciences", "ai-digital", "energy", "optics")
FIRST_DAY = date(2026, 3, 1)
"""A Sunday: the delegation arrives, offices open the day after."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large an instance is."""

    items: int = 60
    groups: int = 3
    delegates: int = 60
    days: int = 7
    stations: int = 3
    shape: Shape = "compact"


def make_trip(size: Size, seed: int) -> Trip:
    """Return an instance; the same size and seed give the same trip.

    Feasible by construction: every must item is for everyone and has an evening or a morning of its own.

    Parameters
    ----------
    size
        Its ``shape``: a compact city, a spread region, many fixed events, scarce hosts, or large groups.
    """
    return _Maker(size, random.Random(f"{seed}/{size}")).make()


class _Maker:
    def __init__(self, size: Size, rng: random.Random) -> None:
        self.size, self.rng = size, rng
        self.places: list[Place] = [_place("home", 50.98, 11.03, "Europe/Berlin", "DE")]
        self.spread_deg = {"spread": 0.35, "compact": 0.05}.get(size.shape, 0.1)

    def make(self) -> Trip:
        size = self.size
        nights = [size.days // size.stations + (n < size.days % size.stations) for n in range(size.stations)]
        first_days = [FIRST_DAY + timedelta(days=sum(nights[:n])) for n in range(size.stations + 1)]
        stations = [self._station(number) for number in range(size.stations)]
        items: list[Item] = []
        for number, station in enumerate(stations):
            days = [
                first_days[number] + timedelta(days=n)
                for n in range(nights[number] + (number + 1 < size.stations))
            ]
            count = size.items // size.stations + (number < size.items % size.stations)
            items += self._items(station, number, [day for day in days if day.weekday() < 5] or days, count)
        per_group = -(-size.delegates // size.groups) + 3
        groups = tuple(
            Group(id=str(n + 1), name=Text.of(f"Group {n + 1}"), seats=per_group) for n in range(size.groups)
        )
        return Trip(
            id=f"{size.shape}-{size.items}",
            title=Text.of("Sample trip"),
            dates=DateSpan(_day(FIRST_DAY), _day(first_days[-1])),
            stations=tuple(stations),
            legs=tuple(self._legs(stations, first_days)),
            places=tuple(self.places),
            home="home",
            groups=groups,
            items=tuple(items),
            delegates=tuple(self._delegates(items)),
            sectors=tuple(Sector(id=sector, name=Text.of(sector)) for sector in SECTORS),
        )

    def _station(self, number: int) -> Station:
        lat, lon = CITY_CENTRES[number % len(CITY_CENTRES)]
        self.places.append(_place(f"base-{number}", lat, lon))
        return Station(id=f"station-{number}", name=Text.of(f"Station {number + 1}"), base=f"base-{number}")

    def _legs(self, stations: list[Station], first_days: list[date]) -> list[Leg]:
        fly = LegMode.FLIGHT
        legs = [
            Leg(
                id="out",
                origin=None,
                destination=stations[0].id,
                mode=fly,
                travel_min=720,
                departures=(Window(first_days[0], Clock(9 * 60, 9 * 60)),),
            )
        ]
        for number in range(1, len(stations)):
            legs.append(
                Leg(
                    id=f"leg-{number}",
                    origin=stations[number - 1].id,
                    destination=stations[number].id,
                    mode=LegMode.TRAIN,
                    travel_min=210,
                    departures=(Window(first_days[number], Clock(13 * 60 + 30, 14 * 60)),),
                )
            )
        legs.append(
            Leg(
                id="return",
                origin=stations[-1].id,
                destination=None,
                mode=fly,
                travel_min=600,
                departures=(Window(first_days[-1], Clock(18 * 60, 18 * 60)),),
            )
        )
        return legs

    def _items(self, station: Station, number: int, days: list[date], count: int) -> list[Item]:
        shared = max(1, count // 10) * (3 if self.size.shape == "fixed" else 1)
        shared = min(shared, len(days))
        made = [self._plenary(station, number, n, days) for n in range(shared)]
        return made + [self._visit(station, number, n, days) for n in range(shared, count)]

    def _plenary(self, station: Station, number: int, n: int, days: list[date]) -> Item:
        evening = n % 2 == 0
        hours = Clock(18 * 60 + 30, 22 * 60) if evening else Clock(9 * 60, 12 * 60)
        return Item(
            id=f"all-{number}-{n}",
            title=Text.of(f"Plenary {number}.{n}"),
            kind=ItemKind.RECEPTION if evening else ItemKind.PRESENTATION,
            station=station.id,
            place=self._near(number, f"all-{number}-{n}"),
            duration_min=120 if evening else 75,
            windows=(Window(days[n % len(days)], hours),),
            attendance=Attendance.ALL,
            must=True,
            meal=Meal.DINNER if evening else None,
            weight=3,
            request=HostRequest(status=RequestStatus.TENTATIVE),
        )

    def _visit(self, station: Station, number: int, n: int, days: list[date]) -> Item:
        rng, scarce = self.rng, self.size.shape == "scarce"
        chosen = rng.sample(days, k=min(len(days), 1 if scarce else rng.randint(1, 3)))
        windows = tuple(
            Window(day, Clock(*rng.choice([(540, 750), (540, 720), (810, 1050), (840, 1020), (540, 1050)])))
            for day in sorted(chosen)
        )
        cap = rng.choice([30, 40, 60] if self.size.shape == "large" else [8, 12, 15, 20, 20, 25])
        kind = rng.choice(
            [
                ItemKind.COMPANY_VISIT,
                ItemKind.COMPANY_VISIT,
                ItemKind.UNIVERSITY_VISIT,
                ItemKind.INSTITUTION_VISIT,
                ItemKind.CHAMBER_VISIT,
            ]
        )
        return Item(
            id=f"visit-{number}-{n}",
            title=Text.of(f"Visit {number}.{n}"),
            kind=kind,
            station=station.id,
            place=self._near(number, f"visit-{number}-{n}"),
            duration_min=rng.choice([45, 60, 75, 90, 90, 120]),
            windows=windows,
            min_people=rng.choice([1, 1, 4, 6]),
            max_people=cap,
            sessions_max=rng.choice([1, 1, 1, 2]),
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

    def _near(self, number: int, name: str) -> str:
        lat, lon = CITY_CENTRES[number % len(CITY_CENTRES)]
        spread = self.spread_deg
        self.places.append(
            _place(f"at-{name}", lat + self.rng.gauss(0, spread / 2), lon + self.rng.gauss(0, spread / 2))
        )
        return f"at-{name}"

    def _delegates(self, items: list[Item]) -> list[Delegate]:
        rng = self.rng
        guides = self.size.groups + 1
        people = [
            Delegate(id="head", name="Sample Head", role=Role.HEAD, rank=1, sample=True),
            *(
                Delegate(
                    id=f"guide-{n}", name=f"Sample Guide {n}", role=Role.ORGANISER, guide=True, sample=True
                )
                for n in range(min(guides, max(1, self.size.delegates - 1)))
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


def _day(day: date) -> EdtfDate:
    return EdtfDate.parse(day.isoformat())


def _place(name: str, lat: float, lon: float, zone: str = "America/New_York", country: str = "US") -> Place:
    return Place(
        id=name, name=Text.of(name), lat=round(lat, 5), lon=round(lon, 5), zone=zone, country=country
    )
