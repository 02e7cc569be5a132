"""What is wrong with a programme, as typed records. Words are put to them at the edge."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from geleit.domain.kinds import DayPart, Meal


class Rule(StrEnum):
    """The hard rules of a programme. A programme that breaks one is wrong."""

    H0 = "H0"
    """Form: it speaks of the trip's own things, holds every must item, and states the value it has."""
    H1 = "H1"
    """A session lies inside one of its item's windows and lasts as long as the item says."""
    H2 = "H2"
    """It lies on a day on which the delegation is at that station."""
    H3 = "H3"
    """Nobody is in two places, and the way is long enough."""
    H4 = "H4"
    """The host's minimum, maximum and number of sessions, and whom it receives."""
    H5 = "H5"
    """People travel in groups within seats and change groups only at the base between day parts."""
    H6 = "H6"
    """Required people are there."""
    H7 = "H7"
    """Pins hold; a confirmed session is not moved."""
    H8 = "H8"
    """Rules between items hold."""
    H9 = "H9"
    """The frame of the day, meals, rest, legs."""
    H10 = "H10"
    """Houses that keep office hours are not visited on closed days."""
    H11 = "H11"
    """Nobody is added after the name list is frozen."""
    H12 = "H12"
    """What was declined, lapsed, withdrawn or cancelled, and what is a mere idea, is not placed."""

    @property
    def number(self) -> int:
        """The rule's number, for sorting."""
        return int(self.value[1:])


class ViolationCode(StrEnum):
    """What exactly is broken, and the rule that breaks with it.

    The text under each code says what its figures mean: ``wanted`` is what is asked for, ``available`` what
    there is; minutes where nothing else is said.
    """

    rule: Rule

    def __new__(cls, value: str, rule: Rule = Rule.H0) -> "ViolationCode":
        """Return the member; its rule stands beside its value (the default serves a look-up by value alone)."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.rule = rule
        return member

    UNKNOWN_ID = "unknown_id", Rule.H0
    """The programme names something that the trip does not have: ``detail``."""
    DUPLICATE = "duplicate", Rule.H0
    """The same thing stands there twice: ``detail``."""
    NAIVE_TIME = "naive_time", Rule.H0
    """A time without a zone: ``detail``."""
    BACKWARDS = "backwards", Rule.H0
    """It does not end after it starts: ``start``, ``end``."""
    WRONG_PLACE = "wrong_place", Rule.H0
    """``places``: where the session is, where its item is."""
    OTHER_TRIP = "other_trip", Rule.H0
    """``detail``: the trip that the programme was made for."""
    PLACED_AND_UNPLACED = "placed_and_unplaced", Rule.H0
    """The item has a session and stands among those without a place."""
    MUST_MISSING = "must_missing", Rule.H0
    """A must item has no session."""
    VALUE_MISMATCH = "value_mismatch", Rule.H0
    """``detail``: the figure; ``wanted``: what it says, ``available``: what it comes to (shares x 10,000)."""

    OUTSIDE_WINDOW = "outside_window", Rule.H1
    """``start``, ``end``: the session; the bounds: the nearest window, None when there is none."""
    DURATION = "duration", Rule.H1
    """Minutes of the session."""

    NOT_AT_STATION = "not_at_station", Rule.H2
    """``start``, ``end``: the session; the bounds: the nearest stay, None when there is none."""
    OVERNIGHT = "overnight", Rule.H2
    """People stay away from the base overnight: ``start`` the end of the session, ``end`` the next move."""

    TWO_PLACES = "two_places", Rule.H3
    """``start``, ``end``: the time for which people have two things to do; ``available``: its minutes."""
    TOO_TIGHT = "too_tight", Rule.H3
    """Minutes needed between two sessions, minutes there are."""
    ARRIVES_LATE = "arrives_late", Rule.H3
    """Minutes before the session at which people must be there; minutes they have (negative: late)."""
    LEAVES_EARLY = "leaves_early", Rule.H3
    """Minutes after the session that the house needs; minutes they have (negative: before its end)."""
    TRAVEL_TOO_SHORT = "travel_too_short", Rule.H3
    """Minutes that the way needs, reserve included; minutes planned."""
    ABSENT = "absent", Rule.H3
    """Somebody is not with the delegation; ``start``, ``end``: the appointment; the bounds: the presence."""

    TOO_FEW = "too_few", Rule.H4
    """People the host wants at least, people who come."""
    TOO_MANY = "too_many", Rule.H4
    """People who come (``wanted``), people the host takes at most (``available``)."""
    TOO_MANY_SESSIONS = "too_many_sessions", Rule.H4
    """Sessions planned (``wanted``), sessions the host gives (``available``)."""
    TWICE = "twice", Rule.H4
    """Sessions of one item that the person attends (``wanted``); one is allowed (``available``)."""
    ROLE = "role", Rule.H4
    """The host does not receive people of that role."""

    NOT_CARRIED = "not_carried", Rule.H5
    """``places``: where people are, where they are to be next, without a transfer that takes them."""
    SEATS = "seats", Rule.H5
    """People who ride (``wanted``), seats (``available``)."""
    NO_GROUP_PART = "no_group_part", Rule.H5
    """A transfer of a group that has no people in that day part."""
    NOT_A_MEMBER = "not_a_member", Rule.H5
    """Somebody rides with a group without belonging to it in that day part."""
    TWO_GROUPS = "two_groups", Rule.H5
    """Somebody belongs to several groups in one day part."""
    GROUP_TWICE = "group_twice", Rule.H5
    """A group stands twice in one day part."""
    TOUR_BROKEN = "tour_broken", Rule.H5
    """``places``: where the group is, where its next ride starts or its tour should end."""
    TRANSFERS_OVERLAP = "transfers_overlap", Rule.H5
    """The group's next ride starts (``start``) before the one before has ended (``end``)."""
    CHANGED_AWAY = "changed_away", Rule.H5
    """``places``: where people change groups, which is not the base."""
    NOT_IN_GROUP = "not_in_group", Rule.H5
    """Somebody attends a session without belonging to a group that goes there."""
    GROUP_WITHOUT_PEOPLE = "group_without_people", Rule.H5
    """A group is said to attend, but nobody of it does."""
    MEMBER_ABSENT = "member_absent", Rule.H5
    """A member is not with the delegation during the whole tour: ``start``, ``end``."""

    HEAD_MISSING = "head_missing", Rule.H6
    """No head of delegation is at a political talk."""
    REQUIRED_MISSING = "required_missing", Rule.H6
    """A required person is not in the session."""
    INTERPRETER_MISSING = "interpreter_missing", Rule.H6
    """``people`` share no language with the host, and no interpreter there bridges it."""
    GUIDE_MISSING = "guide_missing", Rule.H6
    """A ride without anybody who may lead the group."""
    GUIDE_UNFIT = "guide_unfit", Rule.H6
    """The named guide is no member of the group or may not lead."""

    PIN_TIME = "pin_time", Rule.H7
    """``bound_start``: the pinned start that no session has."""
    PIN_DAY = "pin_day", Rule.H7
    """``day``: the pinned day; ``start``: where the session is."""
    PIN_PART = "pin_part", Rule.H7
    """``part``: the pinned day part; ``start``: where the session is."""
    PIN_GROUP = "pin_group", Rule.H7
    """``groups``: the pinned group, which does not come alone."""
    PIN_ATTENDEE = "pin_attendee", Rule.H7
    """The pinned person is in no session of the item."""
    PIN_ABSENT = "pin_absent", Rule.H7
    """The person who was to stay away is in the session."""
    PIN_DROPPED = "pin_dropped", Rule.H7
    """The item that was to be left out has a session."""
    SLOT_MOVED = "slot_moved", Rule.H7
    """``start``: the session; ``bound_start``: the confirmed time nearest to it."""
    SLOT_MISSING = "slot_missing", Rule.H7
    """``bound_start``: the confirmed time at which there is no session."""

    ORDER = "order", Rule.H8
    """Items in the order wanted; minutes that must lie between, minutes that do (negative: wrong order)."""
    AT_MOST_ONE = "at_most_one", Rule.H8
    """Items of which only one may take place (``available`` 1), and as many do (``wanted``)."""
    SAME_TIME = "same_time", Rule.H8
    """Items that must start together; ``start`` and ``bound_start`` differ."""
    TOGETHER = "together", Rule.H8
    """Items of which all or none take place, the placed first; ``available``: how many are placed."""
    NOT_EVERYONE = "not_everyone", Rule.H8
    """``people`` attend no session of an item for all; how many should attend, how many do."""

    DAY_STARTS_EARLY = "day_starts_early", Rule.H9
    """``start``: what starts too early; ``bound_start``: when the day starts."""
    DAY_ENDS_LATE = "day_ends_late", Rule.H9
    """``end``: what ends too late; ``bound_end``: when the day ends."""
    NO_MEAL = "no_meal", Rule.H9
    """Minutes in one piece that the meal needs; the longest piece there is."""
    MEAL_BREAK_SHORT = "meal_break_short", Rule.H9
    """Minutes that the meal needs; minutes of its break that lie in the meal's span."""
    MEAL_BREAK_TAKEN = "meal_break_taken", Rule.H9
    """Something else lies in the break: ``start``, ``end``."""
    MEAL_BREAK_ELSEWHERE = "meal_break_elsewhere", Rule.H9
    """``places``: where the break is, where people are (none when they are not with the delegation)."""
    REST = "rest", Rule.H9
    """Minutes of rest at night wanted, minutes there are."""
    ARRIVAL_REST = "arrival_rest", Rule.H9
    """Minutes of rest after a leg wanted, minutes there are."""
    TRANSFER_TOO_LONG = "transfer_too_long", Rule.H9
    """Minutes that the way takes (``wanted``), minutes that the trip accepts (``available``)."""
    LEG_MISSING = "leg_missing", Rule.H9
    """A leg has no time."""
    LEG_WINDOW = "leg_window", Rule.H9
    """``start``: the departure; bounds: the nearest departure window."""
    LEG_DURATION = "leg_duration", Rule.H9
    """Minutes that the leg takes, minutes planned."""
    LEG_ORDER = "leg_order", Rule.H9
    """A leg departs (``start``) before the one before has arrived (``end``)."""

    CLOSED_DAY = "closed_day", Rule.H10
    """``day``: a holiday or weekend where the host is."""
    NOT_ON_LIST = "not_on_list", Rule.H11
    """The person is neither on the closed name list nor announced afterwards."""
    STATUS = "status", Rule.H12
    """The item's host request has ended without a visit or has not been made: ``detail`` is the status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One thing that is wrong, with the figures that clash.

    Parameters
    ----------
    code
        What is broken; says which rule, and what the figures mean.
    sessions, items, people, groups, places, legs
        Ids that it concerns; people sorted, the others in the order that the code says.
    station
        Where it bites: its local time is the one to show. None is home.
    day, part, meal
        Where it bites, when it is one day, day part or meal.
    start, end
        The period that is wrong (UTC).
    bound_start, bound_end
        The period that it ought to keep (UTC).
    wanted, available
        The two figures that clash.
    detail
        A name or word that no other field has room for; never a sentence.
    """

    code: ViolationCode
    sessions: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    legs: tuple[str, ...] = ()
    station: str | None = None
    day: date | None = None
    part: DayPart | None = None
    meal: Meal | None = None
    start: datetime | None = None
    end: datetime | None = None
    bound_start: datetime | None = None
    bound_end: datetime | None = None
    wanted: int | None = None
    available: int | None = None
    detail: str = ""

    @property
    def rule(self) -> Rule:
        """The rule that it breaks."""
        return self.code.rule
