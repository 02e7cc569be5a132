"""What is wrong with a trip, as typed records. Words are put to them in `domain.validation.words`."""

from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""Where in a trip: field names, ids and, where members have no id, positions from 0."""


class TripProblemCode(StrEnum):
    """What exactly is wrong. The text under each says what the figures mean."""

    UNKNOWN_REFERENCE = "unknown_reference"
    """``value`` is no id of that ``kind``; ``known`` are."""
    DUPLICATE_ID = "duplicate_id"
    """``value`` is the id of two members of that ``kind``."""
    NOTHING_TO_REFER_TO = "nothing_to_refer_to"
    """``value`` is no id of that ``kind``, of which the trip has none."""
    UNKNOWN_LANGUAGE = "unknown_language"
    """``value`` is no language that pages can have; ``known`` are."""
    ITEM_WITHOUT_PLACE = "item_without_place"
    """Neither the item nor its host (``other``) has a place."""
    UNKNOWN_CALENDAR = "unknown_calendar"
    """Nobody knows the public holidays of the country or region ``value``; ``suggestion`` is near."""
    DAY_OPEN_AND_CLOSED = "day_open_and_closed"
    """``value``: a day declared both."""
    TRAVEL_TO_ITSELF = "travel_to_itself"
    """Minutes are given from the place ``value`` to itself."""
    ZONES_DIFFER = "zones_differ"
    """The item's place has the zone ``value``, its station's base the zone ``other``."""

    SPAN_EMPTY = "span_empty"
    """The frame's span ``value`` has no minutes."""
    PARTS_APART = "parts_apart"
    """A day part (``value``) does not begin where the one before ends (``other``)."""
    MEAL_TOO_LONG = "meal_too_long"
    """``wanted`` minutes of a meal in a span of ``available``."""
    REST_TOO_LONG = "rest_too_long"
    """``wanted`` minutes of rest, ``available`` minutes outside every day's shortest use."""

    DATES_OUTSIDE_TRIP = "dates_outside_trip"
    """``value`` lies outside the trip's dates, ``other``."""
    DATES_IN_PART_OUTSIDE_TRIP = "dates_in_part_outside_trip"
    """Some days of ``value`` lie outside the trip's dates, ``other``."""
    DUE_TOO_LATE = "due_too_late"
    """``value``, a day by which something is needed, lies after the trip's last day, ``other``."""

    STATION_NOT_REACHED = "station_not_reached"
    """No leg reaches the station ``value``."""
    LEG_NOWHERE = "leg_nowhere"
    """The leg ends where it starts: ``value``."""
    LEGS_NOT_CONNECTED = "legs_not_connected"
    """The leg leaves ``value``, the one before (``other``) reaches ``known``."""
    LEG_WITHOUT_DEPARTURE = "leg_without_departure"
    """The leg ``value`` names no time to leave."""
    LEGS_OVERLAP = "legs_overlap"
    """The leg ``value`` must leave before the one before (``other``) can have arrived at ``detail``."""
    STATIONS_OUT_OF_ORDER = "stations_out_of_order"
    """The legs reach the station ``value`` before ``other``, the list has them the other way."""
    DEPARTURE_OUTSIDE_STATION = "departure_outside_station"
    """The departure ``value`` lies outside the dates of the station it leaves, ``other``."""
    NO_WAY_HOME = "no_way_home"
    """The last leg, ``value``, does not end at home."""

    WINDOW_OUTSIDE_STAY = "window_outside_stay"
    """The window ``value`` does not meet the time at the station ``other``, ``detail``."""
    WINDOW_CLOSED = "window_closed"
    """The house keeps office hours, and each day of the window ``value`` is a day off there (``detail``)."""
    WINDOW_TOO_SHORT = "window_too_short"
    """The window ``value`` has ``available`` minutes, a session ``wanted``."""
    WINDOW_OUTSIDE_FRAME = "window_outside_frame"
    """Within ``detail`` (the day's frame, the stay) the window ``value`` has no room for ``wanted`` minutes and
    the way there and back, ``available`` minutes each."""
    UNREACHABLE = "unreachable"
    """The place ``value`` is ``wanted`` minutes from the base, the trip accepts ``available``."""
    MUST_NOT_PLACEABLE = "must_not_placeable"
    """The item must be placed, and its status ``value`` forbids it."""
    PEOPLE_BACKWARDS = "people_backwards"
    """The fewest people, ``wanted``, are more than the most, ``available``."""
    TOO_FEW_PEOPLE = "too_few_people"
    """The host wants ``wanted`` people, only ``available`` may come."""
    ALL_DO_NOT_FIT = "all_do_not_fit"
    """An item for everyone: ``wanted`` people, room for ``available``."""
    SEATS_TOO_FEW = "seats_too_few"
    """Everyone must go there at once: ``wanted`` people, ``available`` seats."""
    NO_HEAD = "no_head"
    """A political talk, and no head of delegation can be there."""
    NO_INTERPRETER = "no_interpreter"
    """``known`` share none of the languages ``value``, and no interpreter bridges it."""
    REQUIRED_ABSENT = "required_absent"
    """The required person ``value`` is not there at any time at which the item can be."""
    REQUIRED_NEVER_TOGETHER = "required_never_together"
    """The required people ``known`` are never there at one time."""
    REQUIRED_NOT_ADMITTED = "required_not_admitted"
    """The required person ``value`` has a role that may not attend: ``other``."""
    REQUIRED_TOO_MANY = "required_too_many"
    """``wanted`` required people, room for ``available``."""
    NOT_ON_LIST = "not_on_list"
    """The name list is closed without ``known``, who have to come."""
    FALLBACK_SELF = "fallback_self"
    """The item is its own fallback."""
    TOO_MANY_SLOTS = "too_many_slots"
    """``wanted`` confirmed slots, ``available`` sessions."""
    SLOTS_NOT_FIRM = "slots_not_firm"
    """Slots are given, but the status ``value`` does not hold them."""
    SLOT_OUTSIDE_STAY = "slot_outside_stay"
    """The delegation is not at the station ``other`` at the slot ``value``."""
    SLOT_OUTSIDE_FRAME = "slot_outside_frame"
    """The slot ``value`` with its ways does not lie within a day's frame ``other``."""
    SLOT_OUTSIDE_WINDOWS = "slot_outside_windows"
    """The slot ``value`` lies in no window of the item."""

    NO_DELEGATES = "no_delegates"
    """Nobody travels."""
    NO_GROUPS = "no_groups"
    """Items lie away from the base, and no group can ride there."""
    SEATS_FEWER_THAN_PEOPLE = "seats_fewer_than_people"
    """``wanted`` people, ``available`` seats in all groups."""
    NO_GUIDE = "no_guide"
    """Groups need a guide, and nobody may guide."""
    FEW_GUIDES = "few_guides"
    """``wanted`` groups, ``available`` guides."""
    PRESENCE_BACKWARDS = "presence_backwards"
    """The delegate leaves (``value``) before joining (``other``)."""
    LEAVES_BEFORE_TRIP = "leaves_before_trip"
    """The delegate leaves (``value``) before the trip begins (``other``)."""
    JOINS_AFTER_TRIP = "joins_after_trip"
    """The delegate joins (``value``) after the trip ends (``other``)."""
    NO_LANGUAGE = "no_language"
    """The delegate works in no language."""
    WISH_NOT_ADMITTED = "wish_not_admitted"
    """The delegate wishes for ``value``, which does not admit the role ``other``."""
    SAME_PERSON_TWICE = "same_person_twice"
    """The delegates ``value`` and ``other`` have the same name and organisation."""

    RULE_SAME_ITEM = "rule_same_item"
    """A rule names the item ``value`` twice."""
    RULE_CYCLE = "rule_cycle"
    """Each of ``known`` must come before the next, and the last before the first."""
    RULES_CONTRADICT = "rules_contradict"
    """The items ``value`` and ``other`` stand in rules that exclude each other, ``known``."""
    MUSTS_EXCLUDED = "musts_excluded"
    """At most one of ``known`` may be placed, yet all of them must."""
    BEFORE_IMPOSSIBLE = "before_impossible"
    """``value`` must end before ``other`` starts, but no window allows it."""
    SAME_TIME_IMPOSSIBLE = "same_time_impossible"
    """``value`` and ``other`` must start together, but everyone has to be at both."""
    TOGETHER_IMPOSSIBLE = "together_impossible"
    """``value`` must be placed, and only together with ``other``, which cannot be."""

    PIN_CLASH = "pin_clash"
    """Two pins hold different things: ``value`` and ``other``."""
    PIN_DROPS_MUST = "pin_drops_must"
    """A pin drops ``value``, which must be placed."""
    PIN_DROPS_CONFIRMED = "pin_drops_confirmed"
    """A pin drops ``value``, whose time the host has confirmed."""
    PIN_NOT_PLACEABLE = "pin_not_placeable"
    """A pin holds an item whose status ``value`` keeps it from being placed."""
    PIN_OUTSIDE_WINDOWS = "pin_outside_windows"
    """At the pinned time, day or part ``value`` no session of ``other`` can be."""
    PIN_TOO_MANY = "pin_too_many"
    """``wanted`` are pinned, there is room for ``available``."""
    PIN_PERSON_ABSENT = "pin_person_absent"
    """The pinned person ``value`` is not there at any time at which the item can be."""
    PIN_NOT_ADMITTED = "pin_not_admitted"
    """The pinned person ``value`` has a role that may not attend: ``other``."""
    FIXED_CLASH = "fixed_clash"
    """``value`` and ``other`` have fixed times that overlap, and ``known`` have to be at both."""
    FIXED_CLASH_ALL = "fixed_clash_all"
    """``value`` and ``other`` have fixed times that overlap, and everyone has to be at both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TripProblem:
    """One thing that is wrong with a trip.

    Parameters
    ----------
    path
        Where: ``("items", "visit-amazon", "station")``.
    value
        The value that is wrong.
    is_warning
        True where a plan can be made all the same.
    kind
        What a reference ought to lead to: "station", "place", ...
    other, known, wanted, available, detail
        What the value clashes with, as the code says.
    suggestion
        The value that was probably meant.
    """

    code: TripProblemCode
    path: Path
    value: str = ""
    is_warning: bool = False
    kind: str = ""
    other: str = ""
    known: tuple[str, ...] = ()
    wanted: int | None = None
    available: int | None = None
    detail: str = ""
    suggestion: str = ""
