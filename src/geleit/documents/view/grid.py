"""The timetable's geometry: which column, which lane, from which hour to which."""

from collections.abc import Iterable, Sequence

from geleit.documents.view.day_views import ArrowView, CardView, EntryView, TransferView

MARGIN_MIN = 30
"""The day starts so many minutes before its first item and ends so many after its last."""
EMPTY_DAY = (8 * 60, 20 * 60)


def cards(entries: Iterable[EntryView], columns: Sequence[str]) -> tuple[CardView, ...]:
    """Return the cards of a day: one per run of neighbouring groups, overlapping ones side by side.

    Parameters
    ----------
    columns
        Group ids from left to right.
    """
    placed: list[CardView] = []
    for entry in entries:
        runs = [(1, len(columns))] if entry.is_joint else _runs(entry.groups, columns)
        placed += [
            CardView(entry=entry, column=column, columns=count, is_repeat=number > 0)
            for number, (column, count) in enumerate(runs)
        ]
    placed.sort(key=lambda card: (card.entry.start_min, card.column))
    return _in_lanes(placed)


def arrows(transfers: Iterable[TransferView], columns: Sequence[str]) -> tuple[ArrowView, ...]:
    """Return the arrows of a day, one per run of neighbouring groups."""
    return tuple(
        ArrowView(transfer=transfer, column=column, columns=count)
        for transfer in transfers
        for column, count in _runs(transfer.groups, columns)
    )


def hours_of(periods: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return the minutes from which to which the grid runs, in whole hours."""
    known = [period for period in periods if period[1] > period[0]]
    if not known:
        return EMPTY_DAY
    first = max(0, min(start for start, _ in known) - MARGIN_MIN)
    last = min(1440, max(end for _, end in known) + MARGIN_MIN)
    return first // 60 * 60, -(-last // 60) * 60


def _runs(groups: Sequence[str], columns: Sequence[str]) -> list[tuple[int, int]]:
    """Return first column and count of every run of neighbours."""
    numbers = sorted(columns.index(group) + 1 for group in groups if group in columns)
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][0] + runs[-1][1] == number:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs


def _in_lanes(placed: list[CardView]) -> tuple[CardView, ...]:
    found: list[CardView] = []
    for cluster in _clusters(placed):
        lanes: list[int] = []
        numbers = []
        for card in cluster:
            free = next(
                (lane for lane, until in enumerate(lanes) if until <= card.entry.start_min), len(lanes)
            )
            if free == len(lanes):
                lanes.append(0)
            lanes[free] = _end(card)
            numbers.append(free)
        found += [
            CardView(
                entry=card.entry,
                column=card.column,
                columns=card.columns,
                lane=number,
                lanes=len(lanes),
                is_repeat=card.is_repeat,
            )
            for card, number in zip(cluster, numbers, strict=True)
        ]
    return tuple(sorted(found, key=lambda card: (card.entry.start_min, card.column, card.lane)))


def _clusters(placed: list[CardView]) -> list[list[CardView]]:
    """Return cards in groups that overlap each other in time and column, directly or through others."""
    clusters: list[list[CardView]] = []
    for card in placed:
        touching = [cluster for cluster in clusters if any(_overlap(card, other) for other in cluster)]
        merged = [one for cluster in touching for one in cluster] + [card]
        clusters = [cluster for cluster in clusters if cluster not in touching] + [merged]
    return [sorted(cluster, key=lambda card: (card.entry.start_min, card.column)) for cluster in clusters]


def _overlap(one: CardView, other: CardView) -> bool:
    in_time = one.entry.start_min < _end(other) and other.entry.start_min < _end(one)
    in_columns = one.column < other.column + other.columns and other.column < one.column + one.columns
    return in_time and in_columns


def _end(card: CardView) -> int:
    return max(card.entry.end_min, card.entry.start_min + 1)
