"""The words of the start page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.domain.text import LANGUAGES, Language

START_WORDS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "title": ("Zwei Reisen, fertig geplant", "Two trips, planned and ready", "两次访问，日程已排定"),
        "title_one": ("Eine Reise, fertig geplant", "One trip, planned and ready", "一次访问，日程已排定"),
        "lead": (
            ("Aus je einer Reisedatei hat Geleit ein gültiges Programm gemacht und alle Dokumente daraus. "
             "Der Prüfer hat jedes Programm gegen alle Regeln geprüft."),
            ("From one trip file each, Geleit has made a valid programme and every document that follows from it. "
             "The checker has held each programme against all rules."),
            "Geleit 根据每个行程文件生成了有效日程及全部文件。每份日程均已通过全部规则的检查。",
        ),
        "demo": (
            ("Mitreisende und Firmen sind erfunden. Was die Ankündigung nicht nennt, ist angenommen und so markiert. "
             "Antworten von Gastgebern sind simuliert."),
            ("Travellers and companies are invented. What the announcement does not say is assumed, and marked so. "
             "Answers from hosts are simulated."),
            "团员及企业均属虚构。公告未载明的内容为假设并已标注。接待方的答复均为模拟。",
        ),
        "trips": ("Reisen", "Trips", "访问"),
        "dates": ("Termin", "Dates", "时间"),
        "leadership": ("Leitung", "Led by", "团长"),
        "people": ("Delegation", "Delegation", "代表团"),
        "people_count": ("{} Personen", "{} people", "{}人"),
        "placed": ("Programmpunkte", "Programme", "日程项目"),
        "placed_count": ("{} von {} untergebracht", "{} of {} items placed", "已安排{}项，共{}项"),
        "wishes": ("Wünsche", "Wishes", "意向"),
        "wishes_count": ("{} von {} erfüllt", "{} of {} met", "已满足{}项，共{}项"),
        "checked": ("gültig, geprüft", "valid, checked", "有效，已检查"),
        "open": ("Programm öffnen", "Open the programme", "打开日程"),
        "pages": ("Seiten", "Pages", "网页"),
        "files": ("Zum Drucken und Mitnehmen", "To print and to take along", "打印与下载"),
        "programme_data": ("Programm für Maschinen", "Programme for machines", "机器可读日程"),
        "all_files": ("Verzeichnis aller Dokumente", "Index of all documents", "全部文件目录"),
        "yourself": ("Selbst planen", "Plan it yourself", "自行规划"),
        "yourself_lead": (
            "Jedes dieser Dokumente entsteht auch auf der Befehlszeile:",
            "Each of these documents can be made from the command line too:",
            "以上文件均可通过命令行生成：",
        ),
        "all_people": ("Alle {} persönlichen Programme", "All {} personal programmes", "全部{}份个人日程"),
        "stop": (
            "Beenden mit Strg-C im Terminal.",
            "Ctrl-C in the terminal ends it.",
            "在终端按 Ctrl-C 结束。",
        ),
    }
)  # fmt: skip # one label a line


def word(key: str, lang: Language, *values: object) -> str:
    """Return a wording in the reader's language, with the values put in."""
    wording = START_WORDS[key][LANGUAGES.index(lang)]
    return wording.format(*values) if values else wording
