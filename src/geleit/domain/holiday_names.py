"""Names of public holidays in the languages the library ``holidays`` does not have them in.

Keyed by the library's English names: the federal holidays of the United States and those of Washington, D.C.,
New York and Massachusetts, all of China, all of Germany's states, and those that many countries share. A name
that is missing here reaches the reader as a visible fallback in English.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.domain.text import Language, Text
from geleit.domain.wording.phrases import join_list

HOLIDAY_NAMES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "New Year's Day": ("Neujahr", "元旦"),
        "Epiphany": ("Heilige Drei Könige", "主显节"),
        "Women's Day": ("Frauentag", "妇女节"),
        "International Women's Day": ("Internationaler Frauentag", "国际妇女节"),
        "Good Friday": ("Karfreitag", "耶稣受难日"),
        "Easter Sunday": ("Ostersonntag", "复活节"),
        "Easter Monday": ("Ostermontag", "复活节星期一"),
        "Labor Day": ("Tag der Arbeit", "劳动节"),
        "Ascension Day": ("Christi Himmelfahrt", "耶稣升天节"),
        "Pentecost": ("Pfingstsonntag", "圣灵降临节"),
        "Pentecost Monday": ("Pfingstmontag", "圣灵降临节星期一"),
        "Whit Monday": ("Pfingstmontag", "圣灵降临节星期一"),
        "Corpus Christi": ("Fronleichnam", "基督圣体节"),
        "Assumption Day": ("Mariä Himmelfahrt", "圣母升天节"),
        "World Children's Day": ("Weltkindertag", "世界儿童日"),
        "German Unity Day": ("Tag der Deutschen Einheit", "德国统一日"),
        "Reformation Day": ("Reformationstag", "宗教改革日"),
        "All Saints' Day": ("Allerheiligen", "诸圣节"),
        "Repentance and Prayer Day": ("Buß- und Bettag", "忏悔祈祷日"),
        "Christmas Eve": ("Heiligabend", "平安夜"),
        "Christmas Day": ("Weihnachtstag", "圣诞节"),
        "Second Day of Christmas": ("Zweiter Weihnachtstag", "圣诞节次日"),
        "Boxing Day": ("Zweiter Weihnachtstag", "节礼日"),
        "New Year's Eve": ("Silvester", "除夕"),
        "75th anniversary of the East German uprising of 1953": (
            "75. Jahrestag des Aufstandes vom 17. Juni 1953",
            "1953年东德起义75周年",
        ),
        "80th anniversary of the liberation from Nazism and the end of the Second World War in Europe": (
            "80. Jahrestag der Befreiung vom Nationalsozialismus und des Kriegsendes in Europa",
            "纳粹统治解放暨欧洲二战结束80周年",
        ),
        "Martin Luther King Jr. Day": ("Martin-Luther-King-Tag", "马丁·路德·金纪念日"),
        "Inauguration Day": ("Tag der Amtseinführung des Präsidenten", "总统就职日"),
        "Lincoln's Birthday": ("Lincolns Geburtstag", "林肯诞辰日"),
        "Susan B. Anthony Day": ("Susan-B.-Anthony-Tag", "苏珊·安东尼日"),
        "Washington's Birthday": ("Washingtons Geburtstag", "华盛顿诞辰日"),
        "Emancipation Day": ("Tag der Sklavenbefreiung", "奴隶解放日"),
        "Patriots' Day": ("Patriotentag", "爱国者日"),
        "Memorial Day": ("Memorial Day (Gedenktag der Gefallenen)", "阵亡将士纪念日"),
        "Juneteenth National Independence Day": ("Juneteenth (Gedenktag der Sklavenbefreiung)", "六月节"),
        "Independence Day": ("Unabhängigkeitstag", "独立日"),
        "Columbus Day": ("Kolumbus-Tag", "哥伦布日"),
        "Indigenous Peoples' Day": ("Tag der indigenen Völker", "原住民日"),
        "Election Day": ("Wahltag", "选举日"),
        "Veterans Day": ("Veteranentag", "退伍军人节"),
        "Thanksgiving Day": ("Thanksgiving (Erntedank)", "感恩节"),
        "Chinese New Year's Eve": ("Vorabend des chinesischen Neujahrs", "农历除夕"),
        "Chinese New Year (Spring Festival)": ("Chinesisches Neujahr (Frühlingsfest)", "春节"),
        "Chinese New Year": ("Chinesisches Neujahr", "春节"),
        "Tomb-Sweeping Day": ("Totengedenktag (Qingming)", "清明节"),
        "Dragon Boat Festival": ("Drachenbootfest", "端午节"),
        "Mid-Autumn Festival": ("Mittherbstfest", "中秋节"),
        "National Day": ("Nationalfeiertag", "国庆节"),
    }
)
"""German and Chinese name by English name."""

_MARKS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        " (observed)": (" (Ersatztag)", "（补假）"),
        " (estimated)": (" (geschätzt)", "（推定）"),
        " (observed, estimated)": (" (Ersatztag, geschätzt)", "（补假，推定）"),
    }
)
"""What the library hangs on a name, in German and Chinese."""

_DELIMITER: Final = "; "
"""Between the names of holidays that fall on one day, as the library writes it."""


def holiday_text(english: str, own: Mapping[Language, str], *, american: bool = False) -> Text:
    """Return a holiday's name in as many languages as are known.

    Parameters
    ----------
    english
        The library's English name; several are joined by "; ".
    own
        The library's name in other languages.
    american
        True keeps the American spelling of a name, as proper to the United States.
    """
    names = english.split(_DELIMITER)
    texts: dict[Language, str] = {}
    columns: tuple[tuple[int, Language], ...] = ((0, "de"), (1, "zh"))
    for index, lang in columns:
        known = [_translated(name, index) for name in names]
        if own.get(lang):
            texts[lang] = join_list(own[lang].split(_DELIMITER), lang)
        elif all(known):
            texts[lang] = join_list([name for name in known if name], lang)
    spelled = names if american else [name.replace("Labor", "Labour") for name in names]
    return Text({**texts, "en": join_list(spelled, "en")})


def _translated(name: str, index: int) -> str | None:
    """Return an English name in German (0) or Chinese (1), with its mark; None when the table lacks it."""
    for mark, translations in _MARKS.items():
        if name.endswith(mark):
            plain = HOLIDAY_NAMES.get(name.removesuffix(mark))
            return plain[index] + translations[index] if plain else None
    plain = HOLIDAY_NAMES.get(name)
    return plain[index] if plain else None
