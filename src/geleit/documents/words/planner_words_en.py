"""What the planner says, in English: what is wrong with a programme, and why something found no place.

Of several wordings for one code the first is used whose facts are all known.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.domain.items import RuleKind
from geleit.domain.programme import ReasonCode
from geleit.domain.violations import ViolationCode as Code

VIOLATIONS: Final[Mapping[Code, tuple[str, ...]]] = MappingProxyType(
    {
        # H0, form
        Code.UNKNOWN_ID: ("The programme names “{detail}”, which the trip does not know.",),
        Code.DUPLICATE: ("“{detail}” stands in the programme twice.",),
        Code.NAIVE_TIME: ("A time has no zone: {detail}.",),
        Code.BACKWARDS: (
            "{item} starts on {time} and ends at {end}.",
            "{groups}: the ride from {place} to {place2} starts on {time} and ends at {end}.",
            "{leg}: departure {time}, arrival {end}.",
            "{meal}: start {time}, end {end}.",
        ),
        Code.WRONG_PLACE: ("{item} is in the programme at {place}. The host receives at {place2}.",),
        Code.OTHER_TRIP: ("The programme belongs to the trip “{detail}”, not to this one.",),
        Code.PLACED_AND_UNPLACED: ("{item} is placed and also stands among the unplaced items.",),
        Code.MUST_MISSING: ("{item} must take place and is not placed.",),
        Code.VALUE_MISMATCH: ("{detail}: the programme says {wanted}, a recount gives {available}.",),
        # H1, windows
        Code.OUTSIDE_WINDOW: (
            "{item}, {span}: the nearest possible time is {bound}.",
            "{item}, {span}: no time is possible.",
        ),
        Code.DURATION: ("{item}: {wanted_min} wanted, {available_min} planned.",),
        # H2, stations
        Code.NOT_AT_STATION: (
            "{item}, {span}: the delegation is not in {station} then. It is there: {bound}.",
            "{item}, {span}: the delegation is not in {station}.",
        ),
        Code.OVERNIGHT: (
            "{place}: end {time}, on again only {end_time}, not on the same day. Affected: {people}.",
        ),
        # H3, places and ways
        Code.TWO_PLACES: (
            "{item} and {other} overlap by {available_min}: {people}.",
            "{item} and {leg} overlap by {available_min}: {people}.",
            "{leg} and a ride ({groups}) overlap by {available_min}: {people}.",
            "{leg} and {leg2} overlap by {available_min}: {people}.",
            "Two rides ({groups}) overlap by {available_min}, {span}: {people}.",
        ),
        Code.TOO_TIGHT: (
            "Between {item} and {other}: {wanted_min} needed, only {available_min} free. Affected: {people}.",
        ),
        Code.ARRIVES_LATE: (
            "{groups} comes {late_min} late: {item}. Affected: {people}.",
            "{groups} is there {available_min} before, {wanted_min} are needed: {item}. Affected: {people}.",
        ),
        Code.LEAVES_EARLY: (
            "{groups} leaves {late_min} before the end: {item}. Affected: {people}.",
            "{groups} leaves {available_min} after it, {wanted_min} are needed: {item}. Affected: {people}.",
        ),
        Code.TRAVEL_TOO_SHORT: (
            "{groups}, {place} to {place2}: {wanted_min} needed, {available_min} planned ({span}).",
        ),
        Code.ABSENT: (
            "{item}, {span}: with the delegation only {bound}: {people}.",
            "Ride from {place} to {place2}, {span}: with the delegation only {bound}: {people}.",
            "{meal}, {span}: with the delegation only {bound}: {people}.",
        ),
        # H4, hosts
        Code.TOO_FEW: ("{item}: the host wants at least {wanted_people}, planned: {available}.",),
        Code.TOO_MANY: ("{item}: the host takes at most {available_people}, planned: {wanted}.",),
        Code.TOO_MANY_SESSIONS: ("{item}: sessions offered: {available}, planned: {wanted}.",),
        Code.TWICE: ("{item}: {wanted} sessions instead of one: {people}.",),
        Code.ROLE: ("{item} is only for: {roles}. Not meant for {people}.",),
        # H5, groups and movement
        Code.NOT_CARRIED: (
            "No ride from {place} to {place2} before {item}: {people}.",
            "No ride from {place} to {place2} before {leg}: {people}.",
            "No ride from {place} to {place2} ({time}): {people}.",
        ),
        Code.SEATS: ("{groups}, {span}: {wanted_people}, seats: {available}.",),
        Code.NO_GROUP_PART: ("{groups}, {when}: a ride, but nobody in the group.",),
        Code.NOT_A_MEMBER: ("{groups}, {when}: on the ride without being in the group: {people}.",),
        Code.TWO_GROUPS: ("{when}: in several groups at once ({groups}): {people}.",),
        Code.GROUP_TWICE: ("{groups} stands in the programme twice: {when}.",),
        Code.TOUR_BROKEN: ("{groups}, {when}: a ride from {place} to {place2} is missing.",),
        Code.TRANSFERS_OVERLAP: ("{groups}: the next ride starts on {time}, the one before ends at {end}.",),
        Code.CHANGED_AWAY: (
            "Change of group on the way ({groups}), {place}, {time}: {people}. Groups change only at the hotel.",
        ),
        Code.NOT_IN_GROUP: (
            "{item}: in no group that goes there ({groups}): {people}.",
            "{item}: no group goes there. Planned: {people}.",
        ),
        Code.GROUP_WITHOUT_PEOPLE: ("{item}: {groups} is named, but nobody of it attends.",),
        Code.MEMBER_ABSENT: ("{groups}, {when}: with the delegation only {bound}: {people}.",),
        # H6, required people
        Code.HEAD_MISSING: ("{item}, {span}: no head of delegation is there.",),
        Code.REQUIRED_MISSING: ("{item}, {span}: needed and not there: {people}.",),
        Code.INTERPRETER_MISSING: (
            "{item}: no language in common with the host, and nobody interprets: {people}.",
        ),
        Code.GUIDE_MISSING: ("{groups}, {span}: the ride has no guide.",),
        Code.GUIDE_UNFIT: ("{groups}, {when}: {people} cannot guide the group.",),
        # H7, pins
        Code.PIN_TIME: ("{item} is pinned to {bound_time} and not placed then.",),
        Code.PIN_DAY: ("{item} is pinned ({day}) and lies on {time}.",),
        Code.PIN_PART: ("{item} is pinned ({when}) and lies on {time}.",),
        Code.PIN_GROUP: ("{item} is pinned to {groups} alone, but placed otherwise: {time}.",),
        Code.PIN_ATTENDEE: ("{people} is pinned to {item} and not placed there.",),
        Code.PIN_ABSENT: ("{people} is to stay away from {item} and is placed there.",),
        Code.PIN_DROPPED: ("{item} is to be left out and is placed ({time}).",),
        Code.SLOT_MOVED: ("{item} lies on {time}; the host has confirmed {bound_start}.",),
        Code.SLOT_MISSING: ("{item} is confirmed for {bound_time} and not placed then.",),
        # H8, rules between items
        Code.ORDER: (
            "{item} should end before {other} and ends {late_min} after it starts.",
            "{wanted_min} should lie between {item} and {other}; there are {available_min}.",
        ),
        Code.AT_MOST_ONE: ("At most one of these should take place, placed: {wanted} ({items}).",),
        Code.SAME_TIME: ("{item} and {other} should start together, but lie at {time}; {bound_start}.",),
        Code.TOGETHER: (
            "Either all of these take place or none; placed: {available} of {wanted} ({items}).",
        ),
        Code.NOT_EVERYONE: ("{item} is for everyone; placed: {available} of {wanted}. Missing: {people}.",),
        # H9, days, meals, legs
        Code.DAY_STARTS_EARLY: (
            "{item}: starts {time}, the day starts {bound_start}.",
            "{groups}: departure {time}, the day starts {bound_start}.",
        ),
        Code.DAY_ENDS_LATE: (
            "{item}: ends {end_time}, the day ends {bound_end}.",
            "{groups}: arrival {end_time}, the day ends {bound_end}.",
        ),
        Code.NO_MEAL: (
            "{meal}, {day}: {wanted_min} needed, at most {available_min} free in one piece. Affected: {people}.",
        ),
        Code.MEAL_BREAK_SHORT: (
            "{meal}, {span}: {wanted_min} needed, {available_min} lie in the time for it ({bound}).",
        ),
        Code.MEAL_BREAK_TAKEN: (
            "{meal}, {span}: {item} is placed at the same time ({bound}). Affected: {people}.",
            "{meal}, {span}: {groups} is on the way at the same time ({bound}). Affected: {people}.",
            "{meal}, {span}: a leg is at the same time ({bound}). Affected: {people}.",
        ),
        Code.MEAL_BREAK_ELSEWHERE: ("{meal}, {span}: planned at {place}. At {place2} then: {people}.",),
        Code.REST: (
            "Night before {day}: {wanted_min} of rest wanted, {available_min} left. Affected: {people}.",
        ),
        Code.ARRIVAL_REST: (
            "After the arrival ({leg}): {wanted_min} of rest wanted, {available_min} left. Affected: {people}.",
        ),
        Code.TRANSFER_TOO_LONG: (
            "{groups}, {place} to {place2}: {wanted_min} on the way, at most {available_min} accepted.",
        ),
        Code.LEG_MISSING: ("{leg} has no time.",),
        Code.LEG_WINDOW: ("{leg}: departure {time}, possible {bound}.",),
        Code.LEG_DURATION: ("{leg}: takes {wanted_min}, planned {available_min}.",),
        Code.LEG_ORDER: ("{leg2} starts on {time}; {leg} ends at {end}.",),
        # H10 to H12
        Code.CLOSED_DAY: (
            "{item}, {day}: not a working day ({reason}).",
            "{item}, {day}: not a working day.",
        ),
        Code.NOT_ON_LIST: ("{item}: the name list is closed and lacks {people}.",),
        Code.STATUS: ("{item} is placed, but: {status}.",),
    }
)

REASONS: Final[Mapping[ReasonCode, tuple[str, ...]]] = MappingProxyType(
    {
        ReasonCode.STATUS: (
            "{status}.",
            "The host has not agreed.",
        ),
        ReasonCode.NO_WINDOW: (
            "{wanted_min} needed; the host's longest time is {available_min}.",
            "The host has no time that fits.",
        ),
        ReasonCode.CLOSED_DAY: (
            "{day}: closed ({reason}).",
            "All of the host's times are on holidays or at the weekend.",
        ),
        ReasonCode.NOT_AT_STATION: (
            "The delegation is not in {station} at the host's times.",
            "The delegation is elsewhere at the host's times.",
        ),
        ReasonCode.UNREACHABLE: (
            "The way takes {wanted_min}; at most {available_min} are possible.",
            "The way there and back does not fit into the day.",
        ),
        ReasonCode.NO_GROUP_FREE: (
            "{when}: all groups ({available}) are already out ({others}).",
            "{when}: no group is free.",
            "No group is free.",
        ),
        ReasonCode.CLASH: (
            "{when}: at {others} then: {people}.",
            "{when}: {others} is at the same time.",
            "At the same time as {others}.",
            "Something else is placed at every time.",
        ),
        ReasonCode.MIN_PEOPLE: (
            "The host wants at least {wanted} people, {available} can come.",
            "Fewer people can come than the host wants.",
        ),
        ReasonCode.CAP: (
            "The host's {available} places are taken.",
            "The host's places are taken.",
        ),
        ReasonCode.REQUIRED_PERSON: (
            "The appointment is only for: {roles}.",
            "{when}: needed and not free: {people}.",
            "Needed and not free: {people}.",
            "Somebody who is needed cannot be there.",
        ),
        ReasonCode.INTERPRETER: (
            "Nobody can interpret for {people}.",
            "An interpreter is missing.",
        ),
        ReasonCode.RULE: (
            "A rule of the trip: {rule} ({items}).",
            "A rule of the trip does not allow it ({items}).",
            "A rule of the trip does not allow it.",
        ),
        ReasonCode.PIN: (
            "A pin is in the way ({others}).",
            "A pin is in the way.",
        ),
        ReasonCode.LOST_OUT: (
            "{when}: taken by {others}.",
            "The time is taken by {others}.",
            "{when}: it would cost more than it brings.",
            "Other items bring the delegation more.",
        ),
        ReasonCode.ABSENT: (
            "Not with the delegation then: {people}.",
            "Those who should come are not with the delegation then.",
        ),
        ReasonCode.NAME_LIST: (
            "The name list is closed and lacks {people}.",
            "The name list is closed.",
        ),
        ReasonCode.MEAL: (
            "{day}: {wanted_min} needed for a meal, {available_min} would be left.",
            "No time would be left for a meal.",
        ),
        ReasonCode.REST: (
            "{day}: {wanted_min} of rest wanted, {available_min} would be left.",
            "The rest would be too short.",
        ),
        ReasonCode.FRAME: (
            "{wanted_min} needed; the day leaves {available_min}.",
            "It lies outside the day that the trip allows.",
        ),
    }
)

RULES: Final[Mapping[RuleKind, str]] = MappingProxyType(
    {
        RuleKind.BEFORE: "in this order",
        RuleKind.AT_MOST_ONE: "at most one of them",
        RuleKind.SAME_TIME: "at the same time",
        RuleKind.TOGETHER: "all of them or none",
    }
)
