"""English words for what is wrong with a trip. `owner` is the id of the object that the path leads to."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.domain.validation.problem import TripProblemCode as Code

KINDS_EN: Final[Mapping[str, str]] = MappingProxyType({})
"""The kinds of references are English words already."""

WORDS_EN: Final[Mapping[Code, tuple[str, str]]] = MappingProxyType(
    {
        Code.UNKNOWN_REFERENCE: ("{kind} '{value}' is not among {known}", "add it, or name one of them"),
        Code.NOTHING_TO_REFER_TO: ("{kind} '{value}' does not exist: the trip has none", "add it"),
        Code.DUPLICATE_ID: ("{kind} id '{value}' is given a second time", "rename or remove one of the two"),
        Code.UNKNOWN_LANGUAGE: ("language '{value}' is not among {known}", "pages exist in these only"),
        Code.ITEM_WITHOUT_PLACE: (
            "'place' is missing in '{value}', and its host has none",
            "give the item or its host a place; the station's base will do for a hotel",
        ),
        Code.UNKNOWN_CALENDAR: ("no calendar of public holidays is known for {value}", "{detail}"),
        Code.DAY_OPEN_AND_CLOSED: ("{value} is declared both open and closed", "keep one of the two"),
        Code.TRAVEL_TO_ITSELF: ("travel_min leads from '{value}' to itself", "remove the entry"),
        Code.ZONES_DIFFER: (
            "place '{value}' of '{owner}' keeps another clock than its station: {other}",
            "check the zone; an item's times are those of its station's clock",
        ),
        Code.SPAN_EMPTY: ("{detail} {value} has no minutes", 'write it as "09:00-17:00"'),
        Code.PARTS_APART: (
            "{detail} begins at {value}, but the part of the day before ends at {other}",
            "let each part begin where the one before ends",
        ),
        Code.MEAL_TOO_LONG: (
            "{detail} needs {wanted} minutes, but its span {value} has {available}",
            "widen the span or shorten the meal",
        ),
        Code.REST_TOO_LONG: ("rest_min is {wanted}, but a day has 1440 minutes", "540 is nine hours"),
        Code.DATES_OUTSIDE_TRIP: ("{value} lies outside the trip, {other}", "correct one of the two"),
        Code.DATES_IN_PART_OUTSIDE_TRIP: (
            "{value} lies partly outside the trip, {other}",
            "correct one of the two",
        ),
        Code.DUE_TOO_LATE: (
            "{detail} {value} lies after the trip's last day, {other}",
            "give an earlier day",
        ),
        Code.STATION_NOT_REACHED: (
            "no leg reaches the station '{value}'",
            "add a leg with destination: {value}, or remove the station",
        ),
        Code.LEG_NOWHERE: (
            "leg '{owner}' ends where it starts: {value}",
            "give an origin and a destination that differ; left out, each means home",
        ),
        Code.LEGS_NOT_CONNECTED: (
            "leg '{owner}' leaves {value}, but leg '{other}' before it reaches {known}",
            "put the legs in order, or add the one between",
        ),
        Code.LEG_WITHOUT_DEPARTURE: ("leg '{owner}' has no departures", 'give one as "2025-05-18 13:05"'),
        Code.LEGS_OVERLAP: (
            "leg '{owner}' leaves by {value}, but leg '{other}' before it arrives at {detail} at best",
            "leave later, or let the leg before leave earlier",
        ),
        Code.STATIONS_OUT_OF_ORDER: (
            "the legs reach '{value}' before '{other}', the list of stations has them the other way round",
            "put the stations in the order of the journey",
        ),
        Code.DEPARTURE_OUTSIDE_STATION: (
            "departure {value} lies outside the dates of the station '{detail}', {other}",
            "correct one of the two",
        ),
        Code.NO_WAY_HOME: (
            "after the last leg, '{value}', nobody comes home",
            "add a leg without destination",
        ),
        Code.WINDOW_OUTSIDE_STAY: (
            "window {value} of '{owner}' lies outside the stay in '{other}' ({detail})",
            "give it a time during the stay",
        ),
        Code.WINDOW_CLOSED: (
            "window {value} of '{owner}' lies on days off only ({detail})",
            "choose a working day, or add open-on-holidays if the house opens",
        ),
        Code.WINDOW_TOO_SHORT: (
            "window {value} of '{owner}' has {available} minutes, a session needs {wanted}",
            "widen the window or shorten duration_min",
        ),
        Code.WINDOW_OUTSIDE_FRAME: (
            "window {value} of '{owner}' has no room for {wanted} minutes and {available} each way, {detail}",
            "widen the window or frame.day, or choose another time",
        ),
        Code.UNREACHABLE: (
            "'{value}' of '{owner}' is {wanted} minutes from '{other}', more than max_transfer_min, {available}",
            "raise max_transfer_min, correct the coordinates or travel_min, or choose another station",
        ),
        Code.MUST_NOT_PLACEABLE: (
            "'{owner}' must take place, but its request is {value}",
            "remove must, or change the status",
        ),
        Code.PEOPLE_BACKWARDS: (
            "'{owner}' wants at least {wanted} people, but takes at most {available}",
            "correct min_people or max_people",
        ),
        Code.TOO_FEW_PEOPLE: (
            "'{owner}' wants at least {wanted} people, but only {available} may come",
            "lower min_people",
        ),
        Code.ALL_DO_NOT_FIT: (
            "'{owner}' is for everyone, {wanted} people, but has room for {available}",
            "raise max_people or sessions_max, or set attendance: open",
        ),
        Code.SEATS_TOO_FEW: (
            "'{owner}' is for all {wanted} people at once, but the groups have {available} seats",
            "add seats or a group, allow a second session, or set attendance: open",
        ),
        Code.NO_HEAD: (
            "'{owner}' is a political talk, but no head of delegation can be there",
            "give a delegate the role head, or choose another time",
        ),
        Code.NO_INTERPRETER: (
            "'{owner}' is held in {value}, which {known} do not speak, and no interpreter helps",
            "add a delegate with the role interpreter, or a language to the item",
        ),
        Code.REQUIRED_ABSENT: (
            "'{value}' is required for '{owner}', but not there when it can take place",
            "correct the presence or the windows",
        ),
        Code.REQUIRED_NEVER_TOGETHER: (
            "{known} are required for '{owner}', but never there at one time",
            "correct their presence or the windows",
        ),
        Code.REQUIRED_NOT_ADMITTED: (
            "'{value}' is required for '{owner}', whose roles do not admit the role {other}",
            "add the role to roles",
        ),
        Code.REQUIRED_TOO_MANY: (
            "'{owner}' requires {wanted} people, but takes at most {available}",
            "raise max_people",
        ),
        Code.NOT_ON_LIST: (
            "the name list of '{owner}' is closed without {known}, who have to come",
            "add them to delta",
        ),
        Code.FALLBACK_SELF: ("'{value}' is its own fallback", "name another item"),
        Code.TOO_MANY_SLOTS: (
            "'{owner}' has {wanted} confirmed slots, but sessions_max is {available}",
            "raise sessions_max or remove a slot",
        ),
        Code.SLOTS_NOT_FIRM: (
            "'{owner}' has slots, but with the status {value} they hold nothing",
            "set status: confirmed, or remove the slots",
        ),
        Code.SLOT_OUTSIDE_STAY: (
            "slot {value} of '{owner}' lies outside the stay in '{other}' ({detail})",
            "correct the slot, or the legs",
        ),
        Code.SLOT_OUTSIDE_FRAME: (
            "slot {value} of '{owner}' with its way lies outside the day's frame, {other}",
            "widen frame.day",
        ),
        Code.SLOT_OUTSIDE_WINDOWS: (
            "slot {value} of '{owner}' lies in none of its windows",
            "add a window, so that both agree",
        ),
        Code.NO_DELEGATES: ("the trip has no delegates, the plan will be empty", "add delegates"),
        Code.NO_GROUPS: (
            "the trip has no groups, so nobody can ride to '{value}' and others",
            "add groups with seats",
        ),
        Code.SEATS_FEWER_THAN_PEOPLE: (
            "the groups have {available} seats for {wanted} people, so somebody always stays behind",
            "add seats or a group",
        ),
        Code.NO_GUIDE: (
            "every group needs a guide, but no delegate may be one",
            "set guide: true on a delegate, or guides_required: false",
        ),
        Code.FEW_GUIDES: (
            "there are {wanted} groups but {available} guides, so not all groups can move at once",
            "set guide: true on more delegates",
        ),
        Code.PRESENCE_BACKWARDS: ("'{owner}' leaves ({value}) before joining ({other})", "swap the two"),
        Code.LEAVES_BEFORE_TRIP: (
            "'{owner}' leaves ({value}) before the trip begins ({other})",
            "correct the date, or remove the delegate",
        ),
        Code.JOINS_AFTER_TRIP: (
            "'{owner}' joins ({value}) after the trip ends ({other})",
            "correct the date, or remove the delegate",
        ),
        Code.NO_LANGUAGE: ("'{owner}' works in no language", "give languages, such as [de, en]"),
        Code.WISH_NOT_ADMITTED: (
            "'{owner}' wishes for '{value}', which does not admit the role {other}",
            "remove the wish, or add the role to the item",
        ),
        Code.SAME_PERSON_TWICE: (
            "'{value}' has the same name and organisation as '{other}'",
            "remove one of the two if they are one person",
        ),
        Code.RULE_SAME_ITEM: ("the rule names '{value}' twice", "name different items"),
        Code.RULE_CYCLE: (
            "the rules 'before' run in a circle: {known}",
            "remove one of them",
        ),
        Code.RULES_CONTRADICT: (
            "'{value}' and '{other}' stand in rules that exclude each other: {known}",
            "remove one of the rules",
        ),
        Code.MUSTS_EXCLUDED: (
            "at most one of {known} may take place, but all of them must",
            "remove the rule, or must from all but one",
        ),
        Code.BEFORE_IMPOSSIBLE: (
            "'{value}' must end before '{other}' starts, but their windows do not allow it",
            "correct a window, or remove the rule",
        ),
        Code.SAME_TIME_IMPOSSIBLE: (
            "'{value}' and '{other}' must start together, but everyone has to be at both",
            "remove the rule, or set attendance: open on one of them",
        ),
        Code.TOGETHER_IMPOSSIBLE: (
            "'{value}' must take place, and only together with '{other}', which cannot",
            "remove the rule, or change the status of '{other}'",
        ),
        Code.PIN_CLASH: (
            "pins of '{detail}' hold different things: {value} and {other}",
            "remove one of them",
        ),
        Code.PIN_DROPS_MUST: ("a pin drops '{value}', which must take place", "remove the pin, or must"),
        Code.PIN_DROPS_CONFIRMED: (
            "a pin drops '{value}', whose time is confirmed",
            "remove the pin, or set released: true in its request",
        ),
        Code.PIN_NOT_PLACEABLE: (
            "a pin holds '{other}', which cannot be placed: its request is {value}",
            "remove the pin, or change the status",
        ),
        Code.PIN_OUTSIDE_WINDOWS: (
            "a pin holds {value}, where '{other}' cannot take place",
            "correct the pin, or the item's windows",
        ),
        Code.PIN_TOO_MANY: (
            "{wanted} {detail} are pinned for '{other}', but it has room for {available}",
            "remove pins, or raise the limit",
        ),
        Code.PIN_PERSON_ABSENT: (
            "'{value}' is pinned to '{other}', but not there when it can take place",
            "remove the pin, or correct the presence",
        ),
        Code.PIN_NOT_ADMITTED: (
            "'{value}' is pinned to an item that does not admit the role {other}",
            "remove the pin, or add the role to the item",
        ),
        Code.FIXED_CLASH: (
            "the fixed times of '{value}' and '{other}' overlap, and {known} must be at both",
            "move or release one of them",
        ),
        Code.FIXED_CLASH_ALL: (
            "the fixed times of '{value}' and '{other}' overlap, and everyone must be at both",
            "move or release one of them, or set attendance: open",
        ),
    }
)
