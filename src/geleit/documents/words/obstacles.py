"""What stands in an item's way, and what a way in costs, in the reader's words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from geleit.documents.words import planner_words_de, planner_words_en, planner_words_zh
from geleit.documents.words.facts import Clocks, Names, Wording
from geleit.documents.words.outcomes import outcome_phrase
from geleit.documents.words.sentences import named, sentences, separated
from geleit.documents.words.terms import heading, term
from geleit.domain.items import Item, Pin, PinKind
from geleit.domain.kinds import Role
from geleit.domain.obstacles import Obstacle, ObstacleKind
from geleit.domain.stays import effective_windows
from geleit.domain.text import LANGUAGES, Language
from geleit.domain.trip import Trip
from geleit.domain.windows import Window, clock_text
from geleit.domain.wording import format_minutes, format_number, format_percent, join_list

MOST_WINDOWS = 3
"""Windows that are told; of more the number."""
_RULES: Final = {"de": planner_words_de.RULES, "en": planner_words_en.RULES, "zh": planner_words_zh.RULES}
Kind = ObstacleKind

WORDS: Final[Mapping[str, Wording]] = MappingProxyType(
    {
        "status": ("{item}: {status}", "{item}: {status}", "{item}：{status}"),
        "rule": ("Regel: {rule}: {items}", "rule: {rule}: {items}", "规则：{rule}：{items}"),
        "confirmed": (
            "{item} ist bestätigt: {times}",
            "{item} is confirmed: {times}",
            "{item}已确认：{times}",
        ),
        "must": ("{item} muss stattfinden", "{item} must take place", "{item}为必办项目"),
        "everyone": (
            "an {item} nimmt die ganze Delegation teil",
            "the whole delegation attends {item}",
            "{item}须全团参加",
        ),
        "windows": (
            "{item} ist nur in diesem Zeitraum möglich: {windows}",
            "{item} is possible only then: {windows}",
            "{item}仅限以下时段：{windows}",
        ),
        "windows_many": (
            "{item} ist nur in den {windows} Zeitfenstern des Gastgebers möglich",
            "{item} is possible only in the host's {windows} windows",
            "{item}仅限接待方给出的{windows}个时段",
        ),
        "closed_days": (
            "{item}: an Feiertagen und Wochenenden ist geschlossen",
            "{item}: closed on public holidays and weekends",
            "{item}：节假日和周末不开放",
        ),
        "station": (
            "die Delegation ist nur zu ihren Zeiten in {station}",
            "the delegation is in {station} at its own times only",
            "代表团仅在既定时间位于{station}",
        ),
        "required": (
            "bei {item} muss {person} dabei sein",
            "{person} must be at {item}",
            "{item}须有{person}参加",
        ),
        "presence": (
            "{person} ist nur {time} bei der Delegation",
            "{person} is with the delegation only {time}",
            "{person}仅{time}随团",
        ),
        "head": (
            "bei {item} muss eine Delegationsleitung dabei sein",
            "a head of delegation must be at {item}",
            "{item}须有团长参加",
        ),
        "cap": (
            "{item}: höchstens {wanted} Personen",
            "{item}: no more than {wanted} people",
            "{item}：最多{wanted}人",
        ),
        "min_people": (
            "{item}: mindestens {wanted} Personen",
            "{item}: at least {wanted} people",
            "{item}：至少{wanted}人",
        ),
        "roles": ("{item} ist nur für: {roles}", "{item} is only for: {roles}", "{item}仅限：{roles}"),
        "name_list": (
            "{item}: die Namensliste ist geschlossen",
            "{item}: the name list is closed",
            "{item}：名单已截止",
        ),
        "language": (
            "{item}: niemand überbrückt die Sprache des Gastgebers",
            "{item}: nobody bridges the host's language",
            "{item}：无人可沟通接待方的语言",
        ),
        "day": (
            "ein Tag der Reise geht von {time}",
            "a day of the trip lasts from {time}",
            "行程每日时间为{time}",
        ),
        "way": (
            "ein Weg dauert höchstens {wanted_min}",
            "no way takes longer than {wanted_min}",
            "单程不超过{wanted_min}",
        ),
        "arrival_rest": (
            "nach der Ankunft bleiben {wanted_min} frei",
            "{wanted_min} stay free after an arrival",
            "抵达后须空出{wanted_min}",
        ),
        "meal": (
            "mittags und abends ist Zeit zum Essen",
            "there is time for lunch and dinner",
            "须留出午餐和晚餐时间",
        ),
        # pins
        "pin_time": ("{item} ist festgelegt auf {time}", "{item} is pinned to {time}", "{item}固定于{time}"),
        "pin_day": ("{item} ist festgelegt auf {time}", "{item} is pinned to {time}", "{item}固定于{time}"),
        "pin_part": ("{item} ist festgelegt auf {time}", "{item} is pinned to {time}", "{item}固定于{time}"),
        "pin_group": (
            "{item} ist festgelegt auf {group}",
            "{item} is pinned to {group}",
            "{item}固定于{group}",
        ),
        "pin_attendee": (
            "{person} ist bei {item} festgelegt",
            "{person} is pinned to {item}",
            "{person}固定参加{item}",
        ),
        "pin_absent": (
            "{person} ist von {item} ausgenommen",
            "{person} is pinned as absent from {item}",
            "{person}固定不参加{item}",
        ),
        "pin_dropped": ("{item} ist gestrichen", "{item} is pinned as left out", "{item}固定不安排"),
        # answers
        "blocked_one": ("Nicht möglich", "Not possible", "不可行"),
        "blocked": (
            "Zusammen nicht möglich; ohne eines davon ginge es",
            "Not possible together; without any one of them it would be",
            "以下各项同时成立时不可行，去掉其一即可",
        ),
        "blocked_never": (
            "Nicht möglich, was immer sich ändert",
            "Not possible whatever changes",
            "无论如何调整均不可行",
        ),
        "way_in": (
            "Möglich, kostet {points} Punkte ({percent} des Nutzens)",
            "Possible, costs {points} points ({percent} of the benefit)",
            "可行，代价{points}分（占总收益{percent}）",
        ),
        "way_in_gain": (
            "Möglich, und der Plan gewinnt {points} Punkte ({percent} des Nutzens)",
            "Possible, and the plan gains {points} points ({percent} of the benefit)",
            "可行，且总分增加{points}分（占总收益{percent}）",
        ),
        "affects": (
            "{changes} Termine von {people} Personen ändern sich",
            "{changes} appointments of {people} people change",
            "{people}人的{changes}项安排有变",
        ),
        "drops": ("dafür entfällt {items}", "{items} goes instead", "将取消{items}"),
        "undecided": (
            "Nicht entschieden: In der Zeit fand sich weder ein Weg noch ein Beweis, dass es keinen gibt",
            "Not decided: in the time given neither a way in was found nor a proof that there is none",
            "未能判定：在限定时间内既未找到可行方案，也未证明不可行",
        ),
    }
)  # fmt: skip # one wording a line


def phrased(key: str, lang: Language, **values: object) -> str:
    """Return a wording in the reader's language, with the values put in."""
    return WORDS[key][LANGUAGES.index(lang)].format(**values)


def obstacle_phrase(obstacle: Obstacle, trip: Trip, lang: Language) -> str:
    """Return what holds, as a phrase without a full stop.

    Ids that the trip does not know are shown as they are.
    """
    names = Names(trip, lang)
    if obstacle.pin is not None:
        return _pin(obstacle.pin, names)
    if obstacle.rule is not None:
        rule = _RULES[lang][obstacle.rule.kind]
        return phrased("rule", lang, rule=rule, items=names.items(obstacle.rule.items))
    facts: dict[str, str] = {"item": names.item(obstacle.item), "person": names.people([obstacle.person])}
    if obstacle.wanted is not None:
        facts |= {"wanted": str(obstacle.wanted), "wanted_min": format_minutes(obstacle.wanted, lang)}
    item = trip.item_by_id.get(obstacle.item)
    if item is not None:
        facts |= _of_item(item, names)
        if obstacle.kind is Kind.WINDOWS and len(effective_windows(trip, item)) > MOST_WINDOWS:
            facts["windows"] = str(len(effective_windows(trip, item)))
            return phrased("windows_many", lang, **facts)
    if obstacle.kind is Kind.PRESENCE:
        facts["time"] = _presence(obstacle.person, names)
    if obstacle.kind is Kind.DAY:
        facts["time"] = f"{clock_text(trip.frame.day.start_min)}–{clock_text(trip.frame.day.end_min)}"
    return phrased(obstacle.kind.value, lang, **facts)


def _of_item(item: Item, names: Names) -> dict[str, str]:
    lang, clocks = names.lang, Clocks(names, item.station)
    return {
        "station": names.station(item.station),
        "status": outcome_phrase(item.request.status, lang),
        "times": join_list([clocks.moment(slot) for slot in item.firm_slots], lang),
        "windows": join_list(
            [_window(window, names) for window in effective_windows(names.trip, item)], lang
        ),
        "roles": join_list([term(role, lang) for role in Role if role in item.roles], lang),
    }


def _window(window: Window, names: Names) -> str:
    times = f"{clock_text(window.clock.start_min)}–{clock_text(window.clock.end_min)}"
    return f"{names.day(window.day)}, {times}" if window.day else times


def _presence(person: str, names: Names) -> str:
    known = names.trip.delegate_by_id.get(person)
    if known is None:
        return ""
    return Clocks(names, None).bound(known.presence.joins, known.presence.leaves)


def _pin(pin: Pin, names: Names) -> str:
    item = names.trip.item_by_id.get(pin.item)
    time = ""
    if pin.start is not None:
        time = Clocks(names, item.station if item else None).moment(pin.start)
    elif pin.kind is PinKind.PART and pin.part is not None and pin.day is None:
        time = heading(pin.part, names.lang)
    elif pin.day is not None:
        time = names.part(pin.day, pin.part)
    return phrased(
        f"pin_{pin.kind.value}",
        names.lang,
        item=names.item(pin.item),
        time=time,
        group=names.group(pin.group or ""),
        person=names.people([pin.delegate] if pin.delegate else []),
    )


def blocked_text(obstacles: Sequence[Obstacle], trip: Trip, lang: Language) -> str:
    """Return the sentence that names everything that stands in the way together."""
    if not obstacles:
        return sentences(lang, phrased("blocked_never", lang))
    key = "blocked_one" if len(obstacles) == 1 else "blocked"
    phrases = separated(lang, *(obstacle_phrase(obstacle, trip, lang) for obstacle in obstacles))
    return sentences(lang, named(lang, phrased(key, lang), phrases))


def way_in_text(
    trip: Trip,
    lang: Language,
    *,
    cost_points: float,
    cost_fraction: float,
    changes: int,
    people: int,
    items_lost: Sequence[str],
) -> str:
    """Return what the cheapest way in costs, and whom.

    Parameters
    ----------
    cost_points, cost_fraction
        Of the objective; negative where the plan gains.
    changes, people
        Appointments that change, and people whose they are.
    items_lost
        Ids of items that have no session any more.
    """
    key = "way_in_gain" if cost_points < 0 else "way_in"
    points = format_number(abs(round(cost_points, 1)), lang, decimals=1)
    parts = [phrased(key, lang, points=points, percent=format_percent(abs(100 * cost_fraction), lang))]
    if changes:
        parts.append(phrased("affects", lang, changes=changes, people=people))
    if items_lost:
        parts.append(phrased("drops", lang, items=Names(trip, lang).items(items_lost)))
    return sentences(lang, *parts)


def undecided_text(lang: Language) -> str:
    """Return the sentence that nothing is known for sure."""
    return sentences(lang, phrased("undecided", lang))
