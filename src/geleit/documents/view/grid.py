"""The timetable's geometry: which column, which lane, from which hour to which."""

from collections.abc import Iterable, Sequence

from geleit.documents.view.day_views import ArrowView, CardView, EntryView, TransferView

MARGIN_MIN = 30
"""The day starts so many minutes before its first item and ends so many after its last."""
EMPTY_DAY = (8 * 60, 20 * 60)
WHOLE = (0, 1)
"""The lane of an entry that has its column to itself."""

_Lane = tuple[int, int]
_LaneOf = dict[tuple[str, int], _Lane]


def cards(entries: Iterable[EntryView], columns: Sequence[str]) -> tuple[CardView, ...]:
    """Return the cards of a day: one per run of neighbouring groups, overlapping ones side by side.

    Where an entry of several groups overlaps another in one of their columns, only that column is shared.

    Parameters
    ----------
    columns
        Group ids from left to right.
    """
    ordered = sorted(entries, key=lambda entry: (entry.start_min, entry.end_min, entry.id))
    aside = [entry for entry in ordered if entry.is_minor and _takes_room(entry, ordered, columns)]
    main = [entry for entry in ordered if entry not in aside]
    lanes = _lanes(main, columns)
    found = [
        CardView(
            entry=entry,
            column=column,
            columns=count,
            lane=lane,
            lanes=of,
            is_repeat=position > 0,
            is_aside=entry in aside,
        )
        for entry in ordered
        for position, (column, count, (lane, of)) in enumerate(_places(entry, columns, lanes))
    ]
    return tuple(sorted(found, key=lambda card: (card.entry.start_min, card.column, card.lane)))


def arrows(transfers: Iterable[TransferView], columns: Sequence[str]) -> tuple[ArrowView, ...]:
    """Return the arrows of a day, one per run of neighbouring groups."""
    return tuple(
        ArrowView(transfer=transfer, column=column, columns=count)
        for transfer in transfers
        for column, count in _runs(columns.index(group) + 1 for group in transfer.groups if group in columns)
    )


def hours_of(periods: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return the minutes from which to which the grid runs, in whole hours."""
    known = [period for period in periods if period[1] > period[0]]
    if not known:
        return EMPTY_DAY
    first = max(0, min(start for start, _ in known) - MARGIN_MIN)
    last = min(1440, max(end for _, end in known) + MARGIN_MIN)
    return first // 60 * 60, -(-last // 60) * 60


def _columns_of(entry: EntryView, columns: Sequence[str]) -> list[int]:
    """Return the numbers of an entry's columns, from 1."""
    if entry.is_joint:
        return list(range(1, len(columns) + 1))
    return sorted(columns.index(group) + 1 for group in entry.groups if group in columns)


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return first column and count of every run of neighbours."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][0] + runs[-1][1] == number:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs


def _takes_room(entry: EntryView, ordered: Sequence[EntryView], columns: Sequence[str]) -> bool:
    """Whether an entry overlaps one of the many in one of its columns."""
    own = set(_columns_of(entry, columns))
    return any(
        not other.is_minor
        and other.start_min < _end(entry)
        and entry.start_min < _end(other)
        and own.intersection(_columns_of(other, columns))
        for other in ordered
    )


def _places(entry: EntryView, columns: Sequence[str], lanes: _LaneOf) -> list[tuple[int, int, _Lane]]:
    """Return first column, count and lane of an entry's cards: columns of its own together, shared ones singly."""
    concerned = _columns_of(entry, columns)
    lane_of = {column: lanes.get((entry.id, column), WHOLE) for column in concerned}
    whole = _runs(column for column in concerned if lane_of[column] == WHOLE)
    places = [(column, count, WHOLE) for column, count in whole]
    places += [(column, 1, lane_of[column]) for column in concerned if lane_of[column] != WHOLE]
    return sorted(places)


def _lanes(entries: Sequence[EntryView], columns: Sequence[str]) -> _LaneOf:
    """Return lane and number of lanes by entry and column."""
    found: _LaneOf = {}
    for column in range(1, len(columns) + 1):
        own = [entry for entry in entries if column in _columns_of(entry, columns)]
        for cluster in _clusters(own):
            ends: list[int] = []
            numbers = []
            for entry in cluster:
                free = (number for number, until in enumerate(ends) if until <= entry.start_min)
                lane = next(free, len(ends))
                ends[lane : lane + 1] = [_end(entry)]
                numbers.append(lane)
            found |= {
                (entry.id, column): (lane, len(ends)) for entry, lane in zip(cluster, numbers, strict=True)
            }
    return found


def _clusters(own: Sequence[EntryView]) -> list[list[EntryView]]:
    """Return a column's entries in groups that overlap, directly or through others."""
    clusters: list[list[EntryView]] = []
    until = -1
    for entry in own:
        if clusters and entry.start_min < until:
            clusters[-1].append(entry)
        else:
            clusters.append([entry])
        until = max(until, _end(entry))
    return clusters


def _end(entry: EntryView) -> int:
    """Return an entry's last minute, at least one after its first."""
    return max(entry.end_min, entry.start_min + 1)
