"""What a stress test says, in the reader's words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.documents.words.facts import Wording
from geleit.domain.text import LANGUAGES, Language

WORDS: Final[Mapping[str, Wording]] = MappingProxyType(
    {
        "headline": (
            (
                "{title}: {runs}-mal durchgespielt, mit Absagen, Verkehr und Überziehungen nach "
                "Wahrscheinlichkeit."
            ),
            (
                "{title}: played through {runs} times, with declines, traffic and overruns by their "
                "probability."
            ),
            "{title}：按概率模拟谢绝、交通和超时，共{runs}次。",
        ),
        "punctual": (
            "Von {sessions} Durchgängen beginnen im Mittel {late} verspätet.",
            "Of {sessions} sessions, {late} start late on average.",
            "{sessions}个场次中平均有{late}个延迟开始。",
        ),
        "shares": (
            (
                "Anteil am Möglichen: im Mittel {mean} (in neun von zehn Fällen {low} bis {high}), "
                "mindestens {worst} ({worst_low} bis {worst_high})."
            ),
            (
                "Share of what each could have had: {mean} on average (in nine of ten cases {low} to "
                "{high}), {worst} at least ({worst_low} to {worst_high})."
            ),
            "每人所得占其可得的比例：平均{mean}（十之有九在{low}至{high}之间），最低{worst}（{worst_low}至{worst_high}）。",
        ),
        "weakest": ("Die schwächsten Wege:", "The weakest transfers:", "最薄弱的接送："),
        "no_weak": (
            "Kein Weg, von dem etwas abhängt, kommt in mehr als einem von hundert Fällen zu spät.",
            "No transfer that something depends on is late in more than one of a hundred cases.",
            "凡有后续安排的接送，延误均不超过百分之一。",
        ),
        "transfer": (
            (
                "{when}, Gruppe {group}, {origin} → {destination}: in {failures} der Fälle zu "
                "spät{goal}, {slack} min Luft"
            ),
            (
                "{when}, group {group}, {origin} → {destination}: late in {failures} of cases{goal}, "
                "{slack} min of slack"
            ),
            "{when}，第{group}组，{origin} → {destination}：{failures}的情况下延误{goal}，余量{slack}分钟",
        ),
        "for_session": (" für {item}", " for {item}", "（{item}）"),
        "for_leg": (" für die Abreise {leg}", " for the departure {leg}", "（启程：{leg}）"),
        "inherited": (
            "meist, weil schon der Termin davor länger dauert",
            "mostly because what comes before takes longer",
            "多因前一项安排超时",
        ),
        "own": ("meist wegen der Fahrt selbst", "mostly because of the ride itself", "多因路途本身"),
        "riskiest": (
            "Durchgänge, die am ehesten verspätet beginnen:",
            "Sessions most likely to start late:",
            "最可能延迟开始的场次：",
        ),
        "all_punctual": (
            "Jeder Durchgang beginnt in mindestens 99 von hundert Fällen pünktlich.",
            "Every session starts on time in at least 99 of a hundred cases.",
            "每个场次准时开始的概率不低于百分之九十九。",
        ),
        "session": (
            (
                "{when}, {item}: pünktlich in {on_time}, in {within} spätestens nach 10 min; "
                "{expected} von {people} Personen da"
            ),
            (
                "{when}, {item}: on time in {on_time}, within 10 min in {within}; {expected} of "
                "{people} people there"
            ),
            "{when}，{item}：准时概率{on_time}，10分钟内{within}；预计到场{expected}人，共{people}人",
        ),
        "takes_place": (
            "findet mit {takes_place} statt",
            "takes place with {takes_place}",
            "举行的概率{takes_place}",
        ),
        "least": ("Wer am wenigsten bekommt:", "Who gets least:", "所得最少者："),
        "delegate": (
            "{name}: {median} (in neun von zehn Fällen {low} bis {high})",
            "{name}: {median} (in nine of ten cases {low} to {high})",
            "{name}：{median}（十之有九在{low}至{high}之间）",
        ),
        "empty": (
            "Das Programm hat keine Durchgänge; es gibt nichts durchzuspielen.",
            "The programme has no sessions; there is nothing to play through.",
            "日程中没有场次，无可模拟。",
        ),
        # the picture
        "picture_title": ("Belastungsprobe: {title}", "Stress test: {title}", "压力测试：{title}"),
        "picture_about": (
            (
                "{runs}-mal durchgespielt. Die Zahl sagt, in wie vielen von hundert Fällen ein "
                "Durchgang pünktlich beginnt, wenn er stattfindet; so weit reicht der Balken."
            ),
            (
                "Played through {runs} times. The number says in how many of a hundred cases a "
                "session starts on time if it takes place; the bar reaches as far."
            ),
            "共模拟{runs}次。数字表示该场次若举行，百次中准时开始的次数；横条长度与之对应。",
        ),
        "legend_sure": ("zugesagt oder sicher", "sure to take place", "确定举行"),
        "legend_unsure": ("findet vielleicht nicht statt", "may not take place", "可能不举行"),
        "legend_weak": (
            "Weg, der in mehr als einem von zehn Fällen zu spät kommt",
            "transfer that is late in more than one of ten cases",
            "延误超过十分之一的接送",
        ),
        "picture_shares": (
            "Was die Delegierten bekommen, als Anteil am Möglichen",
            "What the delegates get, as a share of what they could have had",
            "代表所得占其可得的比例",
        ),
        "picture_mean": ("im Mittel", "on average", "平均"),
        "picture_worst": ("mindestens", "at least", "最低"),
        "picture_spread": (
            "Linie: neun von zehn Fällen; Balken: die mittlere Hälfte; Strich: der mittlere Fall",
            "Line: nine of ten cases; bar: the middle half; stroke: the middle case",
            "细线：十之有九；粗条：中间一半；竖线：中位数",
        ),
        "day": ("{day}, Ortszeit", "{day}, local time", "{day}，当地时间"),
        "written": ("Geschrieben: {file}", "Written: {file}", "已写入：{file}"),
    }
)  # fmt: skip # one wording a line


def stress_word(key: str, lang: Language, **values: object) -> str:
    """Return a wording in the reader's language, with the values put in."""
    return WORDS[key][LANGUAGES.index(lang)].format(**values)
