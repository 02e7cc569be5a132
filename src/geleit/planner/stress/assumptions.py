"""What the stress test assumes of traffic, hosts and legs. All of it can be replaced.

The form of the distribution of travel times is known from measurement, its size is assumed: minutes on the road vary by
a factor and are skewed to the right, and the lognormal distribution fits them best (Emam and Al-Deek, Transportation
Research Record 1959, 2006, for freeways in Orlando). The planners' usual measure, the buffer index, is the extra share
of the mean time that is enough in 95 of 100 cases (Federal Highway Administration, "Travel Time Reliability: Making It
There On Time, All The Time", 2006). The figures below give the buffer that each of them stands for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from geleit.domain.kinds import ItemKind, LegMode
from geleit.domain.places import TravelMode

RIDE_SPREAD: Mapping[TravelMode, float] = MappingProxyType(
    {
        TravelMode.WALK: 0.08,
        TravelMode.BUS: 0.22,
        TravelMode.CAR: 0.22,
        TravelMode.METRO: 0.10,
        TravelMode.TRAIN: 0.08,
        TravelMode.FLIGHT: 0.10,
    }
)
"""Standard deviation of the logarithm of the travel time, by mode. Assumed. On the road 0.22: in one of twenty runs it
takes 44 % longer than usual, in one of a hundred 67 %; on foot, by rail and in the air 14 to 18 % in one of twenty."""

LEG_SPREAD: Mapping[LegMode, float] = MappingProxyType(
    {LegMode.FLIGHT: 0.06, LegMode.TRAIN: 0.08, LegMode.BUS: 0.15, LegMode.SHIP: 0.06}
)
"""The same for legs, of which only delays count. Assumed."""

OVERRUN_SHARE: Mapping[ItemKind, float] = MappingProxyType(
    {
        ItemKind.BRIEFING: 0.05,
        ItemKind.POLITICAL_TALK: 0.10,
        ItemKind.INSTITUTION_VISIT: 0.06,
        ItemKind.COMPANY_VISIT: 0.08,
        ItemKind.EXCURSION: 0.06,
        ItemKind.UNIVERSITY_VISIT: 0.08,
        ItemKind.EXCHANGE: 0.10,
        ItemKind.CHAMBER_VISIT: 0.06,
        ItemKind.PRESENTATION: 0.06,
        ItemKind.RECEPTION: 0.10,
        ItemKind.DINNER: 0.10,
        ItemKind.FREE_TIME: 0.0,
    }
)
"""Mean overrun as a share of the planned length, by kind; exponentially distributed. Assumed: a talk of an hour ends
six minutes late on average, and more than eighteen in one of twenty runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What chance does.

    Parameters
    ----------
    ride_spread, leg_spread
        Standard deviation of the logarithm of the minutes under way, by mode; the planned minutes are the median.
    day_correlation
        Share of the variance, 0 to 1, that all rides of a day have in common: weather, an event, a closed bridge.
        Assumed.
    overrun_share
        Mean overrun of sessions as a share of their planned length, by kind.
    longest_overrun_share
        No session runs over by more than this share of its length. Assumed.
    made_up_share
        Share of a late start that host and guests make up by being shorter. Assumed.
    most_made_up_share
        A session is made shorter by this share of its length at most. Assumed.
    meal_least_share
        Share of its planned length to which a late meal shrinks at most. Assumed.
    on_time_min
        Minutes after the planned start that still count as on time.
    """

    ride_spread: Mapping[TravelMode, float] = field(default_factory=lambda: RIDE_SPREAD)
    leg_spread: Mapping[LegMode, float] = field(default_factory=lambda: LEG_SPREAD)
    day_correlation: float = 0.5
    overrun_share: Mapping[ItemKind, float] = field(default_factory=lambda: OVERRUN_SHARE)
    longest_overrun_share: float = 0.5
    made_up_share: float = 0.5
    most_made_up_share: float = 0.2
    meal_least_share: float = 0.6
    on_time_min: float = 1.0


USUAL = Assumptions()
CALM = Assumptions(
    ride_spread=MappingProxyType(dict.fromkeys(TravelMode, 0.0)),
    leg_spread=MappingProxyType(dict.fromkeys(LegMode, 0.0)),
    overrun_share=MappingProxyType(dict.fromkeys(ItemKind, 0.0)),
)
"""Nothing but declines happens."""
