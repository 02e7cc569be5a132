"""What stands in a day's timetable: cards and arrows in time order, and who is in which group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from geleit.documents.view import ArrowView, Audience, CardView, DayView, EntryType, TripView
from geleit.documents.words.labels import label
from geleit.documents.words.sentences import enumerated
from geleit.domain.kinds import DayPart
from geleit.domain.places import TravelMode

Anchors = Mapping[tuple[int, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A card or an arrow.

    Parameters
    ----------
    columns
        Numbers of the groups it concerns, with spaces between.
    prefix
        Who is meant; the grid's columns say it, a list needs it.
    line
        Its second line: place and people, or minutes.
    anchor
        Where the day's list tells more; empty without.
    """

    card: CardView | None = None
    arrow: ArrowView | None = None
    columns: str
    prefix: str
    line: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A group in one day part: heading, names, guide."""

    heading: str
    names: str
    guide: str


def outline_anchors(days: Iterable[DayView]) -> Anchors:
    """Return, by day number and entry, the id of the line that tells of it."""
    return {
        (day.number, entry.id): f"e-{day.number}-{line.entry.id}"
        for day in days
        for line in day.outline
        for entry in line.entries
    }


def day_pieces(day: DayView, trip: TripView, anchors: Anchors) -> tuple[Piece, ...]:
    """Return cards and arrows in time order; an arrow stands before what begins when it ends."""
    numbers = {group.id: group.number for group in trip.groups}
    found = [
        (
            card.entry.start_min,
            1,
            card.column,
            _card_piece(card, trip, numbers, anchors.get((day.number, card.entry.id), "")),
        )
        for card in day.cards
    ]
    found += [(arrow.transfer.start_min, 0, arrow.column, _arrow_piece(arrow, trip)) for arrow in day.arrows]
    return tuple(piece for *_, piece in sorted(found, key=lambda one: one[:3]))


def day_members(day: DayView, trip: TripView) -> tuple[MemberRow, ...]:
    """Return who travels in which group; equal day parts in one row. Nobody is told to the public."""
    if trip.audience is Audience.PUBLIC:
        return ()
    rows = []
    for column in day.groups:
        same = groupby(column.parts, key=lambda part: (part.member_names, part.guide))
        for (names, guide), parts in same:
            words = [part.part_word for part in parts]
            is_whole_day = len(words) == len(column.parts) or len(words) == len(DayPart)
            group = enumerated(
                trip.lang, f"{column.group.label} {column.group.name}", column.group.vehicle.text
            )
            rows.append(
                MemberRow(
                    group if is_whole_day else enumerated(trip.lang, group, *words),
                    enumerated(trip.lang, *names),
                    guide,
                )
            )
    return tuple(rows)


def _card_piece(card: CardView, trip: TripView, numbers: Mapping[str, int], anchor: str) -> Piece:
    entry = card.entry
    concerned = sorted(numbers.values()) if entry.is_joint else [numbers[group] for group in entry.groups]
    way = entry.description.text if entry.type is EntryType.LEG else ""
    people = label("people_short", trip.lang, entry.people) if entry.people is not None else ""
    line = way or enumerated(trip.lang, entry.place.text, people, entry.session_text)
    return Piece(
        card=card,
        columns=" ".join(map(str, concerned)),
        prefix="" if entry.is_joint else entry.group_text,
        line=line,
        anchor=anchor if entry.type is not EntryType.MEAL else "",
    )


def _arrow_piece(arrow: ArrowView, trip: TripView) -> Piece:
    ride = arrow.transfer
    columns = range(arrow.column, arrow.column + arrow.columns)
    is_told = ride.mode != TravelMode.WALK and len(columns) < len(trip.groups)
    vehicles = (trip.groups[number - 1].vehicle.text for number in columns if is_told)
    return Piece(
        arrow=arrow,
        columns=" ".join(map(str, columns)),
        prefix=enumerated(trip.lang, *vehicles),
        line=ride.text,
    )
