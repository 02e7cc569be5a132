"""Half-open periods in a place's local time, as hosts give them: a day, and minutes after its midnight."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Clock:
    """A half-open span of the clock, in minutes after local midnight.

    Parameters
    ----------
    start_min, end_min
        ``0 <= start_min <= end_min <= 2880``; an end past 1440 lies on the next day.

    Raises
    ------
    ValueError
        When the span is not ordered or leaves its bounds.
    """

    start_min: int
    end_min: int

    def __post_init__(self) -> None:
        if not 0 <= self.start_min <= self.end_min <= 2 * MINUTES_A_DAY:
            raise ValueError(f"clock span {self} must run forward and start on its own day")

    def __str__(self) -> str:
        return f"{clock_text(self.start_min)}-{clock_text(self.end_min)}"

    @property
    def length_min(self) -> int:
        """Minutes from start to end."""
        return self.end_min - self.start_min


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """When a session may take place: it starts and ends inside.

    Parameters
    ----------
    day
        Local date, or None for every day on which the delegation is at the station.
    clock
        Local time span. For a leg's departure the span holds the departure alone and may be empty (a fixed time).
    on_closed_days
        True when the host opens on a public holiday or weekend (rule H10).
    """

    day: date | None
    clock: Clock
    on_closed_days: bool = False

    def __str__(self) -> str:
        prefix = f"{self.day.isoformat()} " if self.day else ""
        return f"{prefix}{self.clock}"


def clock_text(minutes: int) -> str:
    """Return minutes after midnight as ``HH:MM``; hours past 24 are kept ("25:30")."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def at(day: date, minutes: int, zone: str) -> datetime:
    """Return the UTC instant of a local wall-clock time.

    A wall-clock time that a spring shift skips is read as the instant the clock shows after the jump.

    Parameters
    ----------
    day
        Local date.
    minutes
        Minutes on the local wall clock after that date's midnight; 1440 and more reach the next day.
    zone
        IANA time zone name.
    """
    local_day = day + timedelta(days=minutes // MINUTES_A_DAY)
    rest = minutes % MINUTES_A_DAY
    local = datetime.combine(local_day, time(rest // 60, rest % 60), ZoneInfo(zone))
    return local.astimezone(UTC)


def local(instant: datetime, zone: str) -> datetime:
    """Return an aware instant on the wall clock of a zone."""
    return instant.astimezone(ZoneInfo(zone))


def local_minutes(instant: datetime, day: date, zone: str) -> int:
    """Return wall-clock minutes of an instant after the midnight that began ``day`` in the zone (may be negative)."""
    wall = local(instant, zone)
    return (wall.date() - day).days * MINUTES_A_DAY + wall.hour * 60 + wall.minute
