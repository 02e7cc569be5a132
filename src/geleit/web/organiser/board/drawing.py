"""What the board draws: days under their stations, cards with what is wrong with them, the curve of the gap."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geleit.documents.view import CardView, DayView, EntryType, ProgrammeView, UnplacedView
from geleit.documents.words.violations import violation_text
from geleit.domain.programme import gap_of
from geleit.domain.text import Language
from geleit.domain.violations import Violation
from geleit.domain.windows import local
from geleit.services.board_change import FOLLOWS, causes_first
from geleit.services.board_read import Board

ZOOMS = ("day", "station", "week")
SPARK = (108.0, 38.0)
"""Width and height of the curve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is wrong, in words.

    Parameters
    ----------
    session
        The card it stands on; empty where it belongs to none.
    follows
        It mostly comes of something else that is wrong.
    """

    text: str
    session: str
    day: date | None
    follows: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StationSpan:
    """A station on the thread above the days; columns in half days from 1, the end excluded."""

    number: int
    name: str
    note: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDay:
    """A day on the board.

    Parameters
    ----------
    items
        Cards that are appointments, each once.
    """

    view: DayView
    faults: tuple[Fault, ...]
    items: int

    @property
    def cards(self) -> tuple[CardView, ...]:
        """Cards of the grid, in time order."""
        return tuple(card for card in self.view.cards if not card.is_aside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A board as it is drawn.

    Parameters
    ----------
    days
        All days of the trip.
    shown
        Those that the zoom shows.
    fault_of
        What stands on a card, by session: the first and gravest thing that is wrong with it.
    """

    view: ProgrammeView
    days: tuple[BoardDay, ...]
    shown: tuple[BoardDay, ...]
    zoom: str
    current: date | None
    stations: tuple[StationSpan, ...]
    faults: tuple[Fault, ...]
    fault_of: Mapping[str, str]
    unplaced: tuple[UnplacedView, ...]
    from_min: int
    to_min: int


def faults_of(board: Board, found: Iterable[Violation], lang: Language) -> tuple[Fault, ...]:
    """Return what is wrong in words, causes first."""
    return tuple(
        Fault(
            text=violation_text(one, board.trip, lang),
            session=one.sessions[0] if one.sessions else "",
            day=_day(board, one),
            follows=one.code in FOLLOWS,
        )
        for one in causes_first(found)
    )


def draw(
    board: Board, view: ProgrammeView, lang: Language, *, zoom: str, day: str, is_preview: bool = False
) -> Drawing:
    """Return the board as it is drawn.

    Parameters
    ----------
    day
        ISO date of the day that is looked at; the first with anything wrong, else the first, where it names none.
    is_preview
        The view is of a repair, in which nothing is wrong.
    """
    faults = faults_of(board, () if is_preview else board.faults, lang)
    days = tuple(
        BoardDay(
            view=one,
            faults=tuple(fault for fault in faults if fault.day == one.date),
            items=sum(entry.item is not None for entry in one.entries),
        )
        for one in view.days
    )
    current = _current(days, day)
    shown = _shown(days, zoom, current)
    fault_of: dict[str, str] = {}
    for fault in faults:
        if fault.session and not (fault.follows and fault.session in fault_of):
            fault_of.setdefault(fault.session, fault.text)
    return Drawing(
        view=view,
        days=days,
        shown=shown,
        zoom=zoom,
        current=current.view.date if current else None,
        stations=_stations(view, shown if zoom == "station" else days),
        faults=faults,
        fault_of=fault_of,
        unplaced=view.unplaced,
        from_min=min((_begins(one) for one in shown), default=480),
        to_min=max((one.view.to_min for one in shown), default=1200),
    )


def _begins(day: BoardDay) -> int:
    """Return the hour at which a day's column begins; a leg that leaves at night is cut there."""
    told = [entry.start_min for entry in day.view.entries if entry.type is not EntryType.LEG]
    told += [ride.start_min for ride in day.view.transfers]
    return max(day.view.from_min, (min(told) - 30) // 60 * 60) if told else day.view.from_min


def curve(points: Sequence[Sequence[float | None]]) -> Mapping[str, str]:
    """Return the paths of value, bound and the gap between them, from (seconds, objective, bound) in time order."""
    told = [
        (seconds, value, bound)
        for seconds, value, bound in points
        if seconds is not None and value is not None
    ]
    if len(told) < 2:
        return {}
    first, last = told[0][0], max(told[-1][0], told[0][0] + 0.001)
    known = [bound for _, _, bound in told if bound is not None]
    values = [value for _, value, _ in told]
    top = max([*values, *known[-1:]])
    low = min(*values, top - 1)
    high = top + (top - low) * 0.25 if known else top

    def x(seconds: float) -> float:
        return round(2 + (SPARK[0] - 4) * (seconds - first) / (last - first), 1)

    def y(height: float) -> float:
        return round(2 + (SPARK[1] - 4) * (high - min(height, high)) / (high - low), 1)

    value_path = _steps([(x(seconds), y(value)) for seconds, value, _ in told])
    bounded = [(x(seconds), y(bound)) for seconds, _, bound in told if bound is not None]
    if not bounded:
        return {"value": value_path, "bound": "", "gap": ""}
    bound_path = _steps([*bounded, (x(last), bounded[-1][1])])
    below = " ".join(f"L{x(s)} {y(v)}" for s, v, b in reversed(told) if b is not None)
    return {"value": value_path, "bound": bound_path, "gap": f"{bound_path} {below}Z"}


def gap_percent(objective: int | None, bound: int | None, benefit: int | None) -> float | None:
    """Return how far from the optimum at most, in per cent; None while nothing is proven."""
    if objective is None or benefit is None:
        return None
    gap = gap_of(objective, bound, benefit)
    return None if gap is None else 100 * gap


def _steps(points: Sequence[tuple[float, float]]) -> str:
    head, *rest = points
    path = f"M{head[0]} {head[1]}"
    for left, top in rest:
        path += f"H{left}V{top}"
    return path


def _day(board: Board, fault: Violation) -> date | None:
    if fault.day is not None:
        return fault.day
    start = fault.start or fault.bound_start
    if start is None:
        return None
    return local(start, board.trip.zone_of(fault.station)).date()


def _current(days: tuple[BoardDay, ...], wanted: str) -> BoardDay | None:
    for one in days:
        if one.view.date.isoformat() == wanted:
            return one
    with_faults = (one for one in days if one.faults)
    with_items = (one for one in days if one.items)
    return next(with_faults, next(with_items, next(iter(days), None)))


def _shown(days: tuple[BoardDay, ...], zoom: str, current: BoardDay | None) -> tuple[BoardDay, ...]:
    if current is None or zoom == "week":
        return days
    if zoom == "day":
        return (current,)
    station = current.view.stations[-1:] or ("",)
    found = tuple(one for one in days if station[0] in one.view.stations)
    return found or (current,)


def _stations(view: ProgrammeView, days: tuple[BoardDay, ...]) -> tuple[StationSpan, ...]:
    """Return the stations in half-day steps, so that a day of travel belongs to both."""
    halves: list[str | None] = []
    for one in days:
        here = one.view.stations
        halves += [here[0], here[-1]] if here else [None, None]
    known = {station.id: station for station in view.trip.stations}
    spans: list[StationSpan] = []
    start = 0
    for place in range(1, len(halves) + 1):
        if place < len(halves) and halves[place] == halves[start]:
            continue
        station = known.get(halves[start] or "")
        if station is not None:
            spans.append(
                StationSpan(
                    number=station.number,
                    name=station.name.text,
                    note=station.dates.text,
                    start=start + 1,
                    end=place + 1,
                )
            )
        start = place
    return tuple(spans)
