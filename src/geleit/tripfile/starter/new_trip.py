"""The text of a new trip file, with comments that say what to change."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal

from geleit.domain.windows import clock_text
from geleit.tripfile.load import trip_of_text
from geleit.tripfile.starter.stops import HOME, SettledStop, Stop, settled
from geleit.tripfile.starter.timetable import Move, Timetable, Visit, timetable
from geleit.tripfile.starter.words import COMMENTS, ITEMS, NAMES, StarterLanguage, StarterWords
from geleit.tripfile.yaml_write import flow, member, scalar

Values = Mapping[str, object]

SECTORS: Final = ("industry", "health", "digital")
_ALL: Final = "all"


def new_trip(
    trip_id: str,
    title: str,
    stops: Sequence[Stop],
    start: date,
    *,
    home: Stop = HOME,
    lang: StarterLanguage = "en",
) -> str:
    """Return a commented trip file: each station with two working days and four items, eight sample delegates.

    It is valid and can be planned. All that was not given is marked as assumed.

    Parameters
    ----------
    trip_id
        Short name of the trip: small letters, digits, hyphens.
    start
        Day on which the delegation leaves home.
    lang
        Language of the comments.

    Raises
    ------
    TripFileError
        When a value given cannot be: an id, coordinates, a time zone, a country.
    """
    taken: set[str] = {"home"}
    found: list[SettledStop] = []
    for number, stop in enumerate(stops, start=1):
        found.append(settled(stop, number, taken, home))
        taken.add(found[-1].id)
    base = settled(home, 0, set())
    times = timetable(tuple(found), base.place, start)
    text = "\n".join(_lines(trip_id, title, base, times, COMMENTS[lang])) + "\n"
    trip_of_text(text, f"{trip_id}.yaml")
    return text


def _lines(
    trip_id: str, title: str, home: SettledStop, times: Timetable, words: StarterWords
) -> Iterator[str]:
    yield from list(_comment(words["file"]))[1:]
    yield f"id: {scalar(trip_id)}"
    yield f"title: {scalar(title)}"
    yield f"dates: {flow({'start': _first_day(times), 'end': times.end.isoformat()})}"
    yield "languages: [de, en]"
    yield f"leadership: {flow(NAMES['leadership'])}"
    yield "assumed: [dates, leadership, sectors]"
    yield from _section("sectors", [{"id": each, "name": NAMES[each]} for each in SECTORS], words)
    yield from _comment(words["places"])
    yield "home: home"
    yield "places:"
    yield from member(_home(home), 2)
    for visit in times.visits:
        for place in _places(visit.stop):
            yield from member(place, 2)
    yield from _section("stations", [_station(visit) for visit in times.visits], words)
    yield from _section("legs", list(_legs(times)), words)
    yield from _comment(words["frame"])
    yield 'frame: {day: "07:00-23:00", lunch: "11:30-14:30", lunch_min: 45, rest_min: 540, assumed: all}'
    yield from _section("groups", [{"id": "1", "name": NAMES["group"], "seats": 20, "assumed": _ALL}], words)
    yield from _comment(words["items"])
    yield "items:"
    for visit in times.visits:
        for item in _items(visit):
            yield from member(item, 2, tall=True)
    yield from _section("organisations", [_organisation()], words)
    yield from _section("delegates", list(_delegates(times)), words)


def _first_day(times: Timetable) -> str:
    return times.moves[0].depart_day.isoformat()


def _comment(text: str) -> Iterator[str]:
    yield ""
    yield from (f"# {line}" for line in text.splitlines())


def _section(key: Literal["sectors", "stations", "legs", "groups", "organisations", "delegates"],
             members: Sequence[Values], words: StarterWords) -> Iterator[str]:  # fmt: skip # reads as one head
    yield from _comment(words[key])
    yield f"{key}:"
    for each in members:
        yield from member(each, 2)


def _place(own_id: str, name: object, stop: SettledStop, shift: float) -> dict[str, object]:
    """Return a place near a stop's; what is near is assumed."""
    place = stop.place
    found: dict[str, object] = {"id": own_id, "name": name}
    found |= {
        "lat": round(place.lat + shift, 4),
        "lon": place.lon,
        "zone": place.zone,
        "country": place.country,
    }
    return found | ({"region": place.region} if place.region else {})


def _home(home: SettledStop) -> Values:
    return {**_place("home", home.name, home, 0.0), "assumed": _ALL}


def _places(stop: SettledStop) -> Iterator[Values]:
    shift = -0.02 if stop.place.lat > 89 else 0.02
    hotel = {lang: f"{word} {stop.name}" for lang, word in NAMES["hotel"].items()}
    house = {lang: f"{word}, {stop.name}" for lang, word in NAMES["house"].items()}
    yield {**_place(stop.place.id, hotel, stop, 0.0), "assumed": ["name", *stop.assumed]}
    yield {**_place(f"house-{stop.id}", house, stop, shift), "assumed": _ALL}


def _station(visit: Visit) -> Values:
    dates = {"start": visit.arrival.isoformat(), "end": visit.days[1].isoformat()}
    return {
        "id": visit.stop.id,
        "name": visit.stop.name,
        "base": visit.stop.place.id,
        "dates": dates,
        "status": "planned",
        "assumed": ["dates", "base"],
    }


def _legs(times: Timetable) -> Iterator[Values]:
    stations = [None, *(visit.stop.id for visit in times.visits), None]
    for number, move in enumerate(times.moves):
        ends = {"origin": stations[number], "destination": stations[number + 1]}
        given = {name: station for name, station in ends.items() if station is not None}
        yield {"id": f"leg-{number + 1}", **given, **_move(move), "assumed": _ALL}


def _move(move: Move) -> Values:
    departure = f"{move.depart_day.isoformat()} {clock_text(move.depart_min)}"
    return {"mode": move.mode.value, "travel_min": move.minutes, "departures": [departure]}


def _items(visit: Visit) -> Iterator[Values]:
    first, second = (day.isoformat() for day in visit.days)
    place = f"house-{visit.stop.id}"
    plans: tuple[tuple[str, str, Values], ...] = (
        ("briefing", visit.stop.place.id, {"windows": [f"{first} 09:00-11:00"], "duration_min": 60,
                                           "attendance": "all", "must": True}),
        ("company_visit", place, {"windows": [f"{first} 13:30-17:30", f"{second} 09:00-12:00"],
                                  "duration_min": 90, "max_people": 20, "sectors": [SECTORS[0]]}),
        ("dinner", visit.stop.place.id, {"windows": [f"{first} 18:30-21:30"], "duration_min": 120,
                                         "attendance": "all", "meal": "dinner"}),
        ("university_visit", place, {"windows": [f"{second} 13:30-17:00"], "duration_min": 90,
                                     "max_people": 20}),
    )  # fmt: skip # one item a block
    for kind, where, values in plans:
        titles = {lang: f"{word}, {visit.stop.name}" for lang, word in ITEMS[kind].items()}
        head = {"id": f"{kind.replace('_', '-')}-{visit.stop.id}", "title": titles, "kind": kind}
        yield {**head, "station": visit.stop.id, "place": where, **values, "assumed": _ALL}


def _organisation() -> Values:
    return {"id": "sample-1", "name": "Muster GmbH", "sectors": [SECTORS[0]], "sample": True}


def _delegates(times: Timetable) -> Iterator[Values]:
    visits = [f"company-visit-{visit.stop.id}" for visit in times.visits]
    yield {"id": "head", "name": "Maria Muster", "role": "head", "rank": 1, "sample": True}
    yield {"id": "guide", "name": "Georg Muster", "role": "organiser", "sample": True}
    for number, name in enumerate(("Anna", "Ben", "Clara", "David", "Emma", "Felix"), start=1):
        wishes = {visits[number % len(visits)]: 3 + number % 3}
        yield {
            "id": f"d-{number:02d}",
            "name": f"{name} Muster",
            "role": "business",
            "organisation": "sample-1",
            "sectors": [SECTORS[number % len(SECTORS)]],
            "wishes": wishes,
            "sample": True,
        }
