"""The words of the printed booklet and of the printed agenda."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PRINT_LABELS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "booklet": ("Programmheft", "Programme booklet", "日程手册"),
        "agenda": ("Persönliches Programm", "Personal programme", "个人日程"),
        "edition_public": ("Öffentliche Ausgabe", "Public edition", "公开版本"),
        "contents": ("Inhalt", "Contents", "目录"),
        "organised_by": ("Veranstalter", "Organiser", "主办方"),
        "printed": ("gedruckt am {}", "printed on {}", "打印日期：{}"),
        "page_of": ("Seite {} von {}", "Page {} of {}", "第{}页，共{}页"),
        "continued": ("Fortsetzung", "continued", "续"),
        # how to read it
        "reading": ("So lesen Sie dieses Heft", "How to read this booklet", "阅读说明"),
        "reading_status": ("Wie sicher ein Termin ist", "How sure an appointment is", "日程的确定程度"),
        "reading_kind": ("Was für ein Termin es ist", "What kind of appointment it is", "日程类别"),
        "reading_marks": ("Zeichen", "Marks", "标记"),
        "means_expected": (
            "Die Zeit hat noch niemand bestätigt.",
            "Nobody has confirmed the time yet.",
            "时间尚未确认。",
        ),
        "means_fallback": (
            "Ein kleines Kürzel wie „en“ hinter einem Text nennt die Sprache, in der allein er vorliegt.",
            "A small sign such as “de” behind a text names the only language in which it is available.",
            "文字后的小标记（如“de”）表示该内容仅有的语言版本。",
        ),
        "means_thread": (
            "Der Faden ist die Route. Jede Nummer ist eine Station.",
            "The thread is the route. Each number is a station.",
            "线条表示行程路线，数字表示站点。",
        ),
        # about the trip
        "about_title": ("Worum es geht", "What it is about", "概况"),
        "call_heading": ("Einladung an Unternehmen", "Invitation to companies", "企业参团邀请"),
        "call_contact": ("Ansprechpartner", "Contact", "联系人"),
        "deadline": ("Bewerbung bis", "Apply by", "报名截止"),
        # route
        "route_title": ("Die Route", "The route", "行程路线"),
        "map_alt": ("Karte der Route. {}", "Map of the route. {}", "行程路线图。{}"),
        "map_none": (
            "Diese Reise hat keine Karte.",
            "There is no map for this trip.",
            "本次行程无地图。",
        ),
        "hotel": ("Hotel", "Hotel", "酒店"),
        # days
        "groups_title": ("Wer wohin fährt", "Who goes where", "分组安排"),
        "time": ("Zeit", "Time", "时间"),
        "group_word": ("Gruppe", "Group", "小组"),
        "item_word": ("Programmpunkt", "Item", "项目"),
        "people_word": ("Personen", "People", "人数"),
        "status_word": ("Stand", "Status", "状态"),
        "no_programme": (
            "Noch kein Programm. Sobald Termine geplant sind, stehen sie hier.",
            "No programme yet. Appointments will stand here as soon as they are planned.",
            "日程尚未安排。确定后将列于此处。",
        ),
        # hosts and people
        "host_open": ("Termin noch offen", "time still open", "时间待定"),
        "no_hosts": ("Noch kein Gastgeber benannt.", "No host has been named yet.", "尚未确定接待方。"),
        "no_people": (
            "Noch niemand zugelassen. Die Delegation steht hier, sobald die Auswahl getroffen ist.",
            "Nobody has been admitted yet. The delegation will stand here once it has been selected.",
            "尚无成员。名单确定后将列于此处。",
        ),
        "no_sector": ("Weitere Unternehmen", "Other companies", "其他企业"),
        "also_sector": ("auch: {}", "also: {}", "另属：{}"),
        # agenda
        "early_at": ("{} vorher am Eingang", "{} early at the entrance", "提前{}到达入口"),
        "led_by": ("Begleitung {}", "guide {}", "领队{}"),
        "agenda_contact": (
            "Bei Fragen und im Notfall",
            "Questions and emergencies",
            "咨询与紧急联系",
        ),
        "agenda_hotels": ("Ihre Hotels", "Your hotels", "下榻酒店"),
        "agenda_empty": (
            "Für Sie ist noch nichts geplant. Sobald es einen Termin gibt, erhalten Sie einen neuen Stand.",
            "Nothing is planned for you yet. As soon as there is an appointment, you will get a new version.",
            "尚无您的日程。一经安排，将发送新版本。",
        ),
        "agenda_legend": (
            "„Voraussichtlich“: Die Zeit hat noch niemand bestätigt.",
            "“Expected”: nobody has confirmed the time yet.",
            "“暂定”：时间尚未确认。",
        ),
    }
)  # fmt: skip # one label a line
