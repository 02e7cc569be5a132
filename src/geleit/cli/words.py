"""The words that commands put around their answers, in the reader's language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.domain.text import LANGUAGES, Language

WORDS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        # plan
        "placed": (
            "{title}: {placed} von {items} Programmpunkten untergebracht, darunter alle Pflichtpunkte.",
            "{title}: {placed} of {items} items placed, among them all that must be.",
            "{title}：已安排{placed}项，共{items}项，必办项目全部在内。",
        ),
        "wishes": (
            "Wünsche: {met} von {wishes} erfüllt. Anteil am Möglichen: im Mittel {mean}, mindestens {worst}.",
            "Wishes: {met} of {wishes} met. Share of what each could have had: {mean} on average, {worst} at least.",
            "意向：满足{met}项，共{wishes}项。每人所得占其可得的比例：平均{mean}，最低{worst}。",
        ),
        "value": (
            "Wert: {value}. Abstand zum Optimum: {gap}.",
            "Value: {value}. Distance to the optimum: {gap}.",
            "价值：{value}。与最优解的差距：{gap}。",
        ),
        "gap_unknown": ("noch unbekannt", "not known yet", "尚不明"),
        "searched": (
            "Erstes gültiges Programm nach {first} s, {seconds} s insgesamt, {rounds} Runden, Startwert {seed}.",
            "First valid programme after {first} s, {seconds} s in all, {rounds} rounds, seed {seed}.",
            "{first}秒后得到首个有效日程，共用时{seconds}秒，{rounds}轮，随机种子{seed}。",
        ),
        "unplaced": ("Nicht untergebracht: {count}", "Not placed: {count}", "未安排：{count}项"),
        "no_reason": ("ohne Angabe", "no reason is recorded", "未记录原因"),
        "written": ("Geschrieben: {files}", "Written: {files}", "已写入：{files}"),
        "infeasible": (
            "{title}: Es gibt kein gültiges Programm. Das steht dem entgegen:",
            "{title}: there is no valid programme. This stands against it:",
            "{title}：不存在有效日程，原因如下：",
        ),
        "nothing_in_time": (
            "{title}: In der Zeit wurde kein gültiges Programm gefunden. Mehr Zeit: --rounds, --limit.",
            "{title}: no valid programme was found in time. More time: --rounds, --limit.",
            "{title}：在限定时间内未找到有效日程。可用 --rounds、--limit 延长时间。",
        ),
        "missing": (
            "Diese Pflichtpunkte fehlten zuletzt noch:",
            "These items that must be placed were still missing:",
            "以下必办项目仍未安排：",
        ),
        "interrupted_kept": (
            "Abgebrochen. Das beste Programm bis dahin ist gültig und wurde geschrieben.",
            "Interrupted. The best programme so far is valid and has been written.",
            "已中断。目前最佳的日程有效，已写入。",
        ),
        "interrupted_nothing": (
            "Abgebrochen, bevor ein gültiges Programm gefunden war. Es wurde nichts geschrieben.",
            "Interrupted before a valid programme was found. Nothing was written.",
            "在找到有效日程之前已中断，未写入任何内容。",
        ),
        "lost": (
            "{lost} von {workers} Suchen wurden von außen beendet; das Ergebnis ist das beste der übrigen.",
            "{lost} of {workers} searches were ended from outside; the result is the best of the others.",
            "{workers}个搜索中有{lost}个被外部终止；结果取自其余搜索中的最佳者。",
        ),
        # repair
        "first_proposal": (
            "Zuerst, nach {seconds} s: {headline}",
            "First, after {seconds} s: {headline}",
            "首个方案（{seconds}秒后）：{headline}",
        ),
        # check
        "trip_changed": (
            "Hinweis: Die Reisedatei ist seit diesem Programm geändert worden.",
            "Note: the trip file has been changed since this programme was made.",
            "注意：生成本日程后行程文件已有改动。",
        ),
        "valid": (
            "{title}: Das Programm ist gültig, der Prüfer findet nichts.",
            "{title}: the programme is valid, the checker finds nothing.",
            "{title}：日程有效，检查未发现问题。",
        ),
        "invalid": (
            "{title}: Das Programm ist nicht gültig, {count} Verstöße.",
            "{title}: the programme is not valid, {count} findings.",
            "{title}：日程无效，发现{count}处问题。",
        ),
        "invalid_one": (
            "{title}: Das Programm ist nicht gültig, ein Verstoß.",
            "{title}: the programme is not valid, one finding.",
            "{title}：日程无效，发现1处问题。",
        ),
        # explain
        "all_placed": (
            "Alle Programmpunkte sind untergebracht.",
            "Every item has a place.",
            "所有日程项目均已安排。",
        ),
        "why_not": ("Warum nicht:", "Why not:", "未安排原因："),
        "sessions": ("Durchgänge:", "Sessions:", "场次："),
        "group": ("Gruppe {groups}", "group {groups}", "第{groups}组"),
        "groups": ("Gruppen {groups}", "groups {groups}", "第{groups}组"),
        "person": ("1 Person", "1 person", "1人"),
        "people": ("{count} Personen", "{count} people", "{count}人"),
        "wish_of": ("Wunsch der Stärke {strength}", "wish of strength {strength}", "意向强度{strength}"),
        "wished_met": ("Erfüllt für:", "Met for:", "已满足："),
        "wished_missed": ("Nicht erfüllt für:", "Not met for:", "未满足："),
        "nobody_wished": ("Niemand hat es sich gewünscht.", "Nobody wished for it.", "无人提出意向。"),
        "days": ("Programm:", "Programme:", "日程："),
        "wishes_met": ("Erfüllte Wünsche:", "Wishes met:", "已满足的意向："),
        "wishes_missed": ("Nicht erfüllte Wünsche:", "Wishes not met:", "未满足的意向："),
        "no_wishes": ("Keine Wünsche angegeben.", "No wishes given.", "未提出意向。"),
        "deep": (
            "Was ginge, und was im Weg steht:",
            "What could be done, and what stands in the way:",
            "可行方案与障碍：",
        ),
        "nothing_attended": ("Keine Termine.", "No appointments.", "无安排。"),
    }
)  # fmt: skip # one wording a line


def told(key: str, lang: Language, **values: object) -> str:
    """Return a wording in the reader's language, with the values put in."""
    return WORDS[key][LANGUAGES.index(lang)].format(**values)
