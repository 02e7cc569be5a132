"""The facts of the announcements, one by one: what every trip file, page and programme must show.

Each trip's facts stand in a tuple of their own (``USA_FACTS``). A test walks one of them and looks

- in the trip: for each ``where, value`` of ``fact.holds``, ``look_up(trip, where)`` equals ``value``;
- on a page in a language: every wording of ``fact.shown[language]`` is found in it;
- in a programme: ``fact.appointment`` has a session.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from geleit.domain.text import Text
from geleit.domain.trip import Trip


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing an announcement says.

    Parameters
    ----------
    trip
        Trip id.
    text
        The fact in words, as the announcement has it.
    holds
        What stands in the trip if the fact does, by the way to it through a ``Trip``: attributes, ids and
        languages with slashes between them; ``*`` stands for all members of a list
        ("items/visit-un/max_people": 20). Plain values: text, number, truth, or a tuple in the file's order.
    shown
        The wordings a page must show, by language, whatever their case.
    appointment
        Id of the item that a programme must hold a session of; empty for what is no appointment.
    """

    trip: str
    text: str
    holds: Mapping[str, object]
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    appointment: str = ""


def look_up(trip: Trip, where: str) -> object:
    """Return what stands in the trip at the end of a fact's way, in plain values.

    Raises
    ------
    LookupError
        When a step leads nowhere; the step and the whole way are named.
    """
    found: object = trip
    steps = where.split("/")
    for number, step in enumerate(steps):
        if step == "*":
            if not isinstance(found, tuple):
                raise LookupError(f"{where}: no list before '*'")
            rest = steps[number + 1 :]
            return tuple(_plain(_follow(member, rest, where)) for member in found)
        found = _step(found, step, where)
    return _plain(found)


def _follow(start: object, steps: list[str], where: str) -> object:
    found = start
    for step in steps:
        found = _step(found, step, where)
    return found


def _step(found: object, step: str, where: str) -> object:
    if isinstance(found, Text):
        return found.get(step).text  # type: ignore[arg-type] # a wrong language raises, which is what a test wants
    if isinstance(found, tuple):
        for member in found:
            if getattr(member, "id", None) == step:
                return member
        raise LookupError(f"{where}: nothing has the id {step!r}")
    if not hasattr(found, step):
        raise LookupError(f"{where}: {type(found).__name__} has no {step!r}")
    return getattr(found, step)


def _plain(found: object) -> object:
    if isinstance(found, Text):
        return found.neutral or dict(found.content)
    if isinstance(found, Enum):
        return found.value
    if isinstance(found, frozenset):
        return tuple(sorted(str(_plain(member)) for member in found))
    if isinstance(found, tuple):
        return tuple(_plain(member) for member in found)
    if found is None or isinstance(found, bool | int | str):
        return found
    return str(found)


def _visit_asked_in_washington(host: str, name: str) -> Fact:
    item = f"visit-{host}"
    return Fact(
        trip="usa-2025",
        text=f"Washington: a company visit at {name}, requested",
        holds={
            f"items/{item}/station": "washington",
            f"items/{item}/kind": "company_visit",
            f"items/{item}/host": host,
            f"items/{item}/announced": "requested",
            f"items/{item}/request/status": "requested",
            f"hosts/{host}/name": name,
            f"hosts/{host}/named": True,
        },
        shown={"de": (name, "angefragt"), "en": (name, "requested")},
        appointment=item,
    )


_EXCHANGE: Final = "items/thuringia-exchange"

USA_FACTS: Final[tuple[Fact, ...]] = (
    Fact(
        trip="usa-2025",
        text='dates: starts 18 May 2025, ends "24/25 May 2025"; the return crosses midnight, both are shown',
        holds={"dates/start": "2025-05-18", "dates/end": "2025-05-24/2025-05-25"},
        shown={"de": ("18. bis 24./25. Mai 2025",), "en": ("18 to 24/25 May 2025",)},
    ),
    Fact(
        trip="usa-2025",
        text="leadership: Minister-President Mario Voigt (Thuringia)",
        holds={
            "delegates/voigt/name": "Mario Voigt",
            "delegates/voigt/role": "head",
            "delegates/voigt/sample": False,
            "delegates/voigt/function/de": "Ministerpräsident",
            "delegates/voigt/function/en": "Minister-President",
            "leadership/de": "Freistaat Thüringen",
            "leadership/en": "Free State of Thuringia, Germany",
        },
        shown={
            "de": ("Mario Voigt", "Ministerpräsident", "Thüringen"),
            "en": ("Mario Voigt", "Minister-President", "Thuringia"),
        },
    ),
    Fact(
        trip="usa-2025",
        text="leadership: Minister of Economic Affairs Colette Boos-John (Thuringia)",
        holds={
            "delegates/boos-john/name": "Colette Boos-John",
            "delegates/boos-john/role": "head",
            "delegates/boos-john/sample": False,
            "delegates/boos-john/function/de": "Wirtschaftsministerin",
            "delegates/boos-john/function/en": "Minister of Economic Affairs",
        },
        shown={
            "de": ("Colette Boos-John", "Wirtschaftsministerin"),
            "en": ("Colette Boos-John", "Minister of Economic Affairs"),
        },
    ),
    Fact(
        trip="usa-2025",
        text="motto",
        holds={"motto": "Inspiration. Connection. Transformation."},
        shown={
            "de": ("Inspiration. Connection. Transformation.",),
            "en": ("Inspiration. Connection. Transformation.",),
        },
    ),
    Fact(
        trip="usa-2025",
        text="stations, in order: Washington, D.C., New York, Boston",
        holds={
            "stations/*/id": ("washington", "new-york", "boston"),
            "stations/*/name": ("Washington, D.C.", "New York", "Boston"),
        },
        shown={
            "de": ("Washington, D.C.", "New York", "Boston"),
            "en": ("Washington, D.C.", "New York", "Boston"),
        },
    ),
    Fact(
        trip="usa-2025",
        text="contacts along the way: consulate, local multipliers, chamber of commerce abroad (AHK)",
        holds={
            "host_kinds/de": "Konsulat, Multiplikatoren vor Ort, Auslandshandelskammer (AHK)",
            "host_kinds/en": "Consulate, local multipliers, German chamber of commerce abroad (AHK)",
        },
        shown={
            "de": ("Konsulat", "Multiplikatoren vor Ort", "Auslandshandelskammer (AHK)"),
            "en": ("Consulate", "local multipliers", "chamber of commerce abroad (AHK)"),
        },
    ),
    Fact(
        trip="usa-2025",
        text="Washington: a political briefing takes place",
        holds={
            "items/briefing-political/title/de": "Politisches Briefing",
            "items/briefing-political/title/en": "Political briefing",
            "items/briefing-political/station": "washington",
            "items/briefing-political/kind": "briefing",
            "items/briefing-political/announced": "planned",
            "items/briefing-political/must": True,
        },
        shown={"de": ("Politisches Briefing", "geplant"), "en": ("Political briefing", "planned")},
        appointment="briefing-political",
    ),
    Fact(
        trip="usa-2025",
        text="Washington: an economic briefing takes place",
        holds={
            "items/briefing-economic/title/de": "Wirtschaftliches Briefing",
            "items/briefing-economic/title/en": "Economic briefing",
            "items/briefing-economic/station": "washington",
            "items/briefing-economic/kind": "briefing",
            "items/briefing-economic/announced": "planned",
            "items/briefing-economic/must": True,
        },
        shown={"de": ("Wirtschaftliches Briefing", "geplant"), "en": ("Economic briefing", "planned")},
        appointment="briefing-economic",
    ),
    _visit_asked_in_washington("amazon", "Amazon"),
    _visit_asked_in_washington("boeing", "Boeing"),
    _visit_asked_in_washington("google", "Google"),
    _visit_asked_in_washington("merck", "Merck"),
    Fact(
        trip="usa-2025",
        text="New York: visit to the United Nations, planned, a highlight; tours take at most 20 people each",
        holds={
            "items/visit-un/title/de": "Besuch der Vereinten Nationen",
            "items/visit-un/title/en": "Visit to the United Nations",
            "items/visit-un/station": "new-york",
            "items/visit-un/kind": "institution_visit",
            "items/visit-un/announced": "planned",
            "items/visit-un/highlight": True,
            "items/visit-un/must": True,
            "items/visit-un/max_people": 20,
        },
        shown={
            "de": ("Besuch der Vereinten Nationen", "geplant", "Höhepunkt", "höchstens 20 Personen"),
            "en": ("Visit to the United Nations", "planned", "Highlight", "at most 20 people"),
        },
        appointment="visit-un",
    ),
    Fact(
        trip="usa-2025",
        text=(
            'New York: "Asparagus Dinner", the AHK\'s central annual reception and networking event; '
            "planned, a highlight, a dinner with guests"
        ),
        holds={
            "items/asparagus-dinner/title": "Asparagus Dinner",
            "items/asparagus-dinner/station": "new-york",
            "items/asparagus-dinner/kind": "dinner",
            "items/asparagus-dinner/meal": "dinner",
            "items/asparagus-dinner/host": "ahk-new-york",
            "items/asparagus-dinner/announced": "planned",
            "items/asparagus-dinner/highlight": True,
            "items/asparagus-dinner/must": True,
            "hosts/ahk-new-york/kind": "chamber",
        },
        shown={
            "de": (
                "Asparagus Dinner",
                "geplant",
                "Höhepunkt",
                "zentraler Jahresempfang der AHK",
                "mit Gästen",
            ),
            "en": (
                "Asparagus Dinner",
                "planned",
                "Highlight",
                "the AHK's central annual reception and networking event",
                "guests",
            ),
        },
        appointment="asparagus-dinner",
    ),
    Fact(
        trip="usa-2025",
        text=(
            "Boston: exchange with Thuringian entrepreneurs based there and with outside technology groups "
            "that have a branch in Thuringia; it can take place"
        ),
        holds={
            f"{_EXCHANGE}/title/de": "Austausch mit Thüringer Unternehmern und Technologiekonzernen",
            f"{_EXCHANGE}/title/en": "Exchange with Thuringian entrepreneurs and technology groups",
            f"{_EXCHANGE}/station": "boston",
            f"{_EXCHANGE}/kind": "exchange",
            f"{_EXCHANGE}/announced": "possible",
            f"{_EXCHANGE}/request/status": "tentative",
        },
        shown={
            "de": (
                "Austausch mit Thüringer Unternehmern und Technologiekonzernen",
                "Niederlassung in Thüringen",
                "möglich",
            ),
            "en": (
                "Exchange with Thuringian entrepreneurs and technology groups",
                "branch in Thuringia",
                "possible",
            ),
        },
        appointment="thuringia-exchange",
    ),
    Fact(
        trip="usa-2025",
        text="Boston: visits to headquarters of large companies, planned",
        holds={
            "items/visit-headquarters/title/de": "Besuche in Zentralen großer Unternehmen",
            "items/visit-headquarters/title/en": "Visits to headquarters of large companies",
            "items/visit-headquarters/station": "boston",
            "items/visit-headquarters/kind": "company_visit",
            "items/visit-headquarters/announced": "planned",
            "items/visit-headquarters/must": True,
        },
        shown={
            "de": ("Besuche in Zentralen großer Unternehmen", "geplant"),
            "en": ("Visits to headquarters of large companies", "planned"),
        },
        appointment="visit-headquarters",
    ),
    Fact(
        trip="usa-2025",
        text='Boston: DataRobot, an AI pioneer, is named (the source spells it "Data Robots")',
        holds={
            "items/visit-datarobot/station": "boston",
            "items/visit-datarobot/kind": "company_visit",
            "items/visit-datarobot/host": "datarobot",
            "items/visit-datarobot/announced": "planned",
            "items/visit-datarobot/must": True,
            "items/visit-datarobot/source_spelling": "Data Robots",
            "hosts/datarobot/name": "DataRobot",
            "hosts/datarobot/named": True,
        },
        shown={"de": ("DataRobot", "KI-Pionier", "geplant"), "en": ("DataRobot", "AI pioneer", "planned")},
        appointment="visit-datarobot",
    ),
    Fact(
        trip="usa-2025",
        text='Boston: Harvard University, planned (the source spells it "Havard")',
        holds={
            "items/visit-harvard/title": "Harvard University",
            "items/visit-harvard/station": "boston",
            "items/visit-harvard/kind": "university_visit",
            "items/visit-harvard/announced": "planned",
            "items/visit-harvard/must": True,
            "items/visit-harvard/source_spelling": "Havard",
            "hosts/harvard/named": True,
        },
        shown={"de": ("Harvard University", "geplant"), "en": ("Harvard University", "planned")},
        appointment="visit-harvard",
    ),
    Fact(
        trip="usa-2025",
        text="Boston: MIT, planned",
        holds={
            "items/visit-mit/title": "Massachusetts Institute of Technology (MIT)",
            "items/visit-mit/station": "boston",
            "items/visit-mit/kind": "university_visit",
            "items/visit-mit/announced": "planned",
            "items/visit-mit/must": True,
            "hosts/mit/named": True,
        },
        shown={
            "de": ("Massachusetts Institute of Technology (MIT)", "geplant"),
            "en": ("Massachusetts Institute of Technology (MIT)", "planned"),
        },
        appointment="visit-mit",
    ),
    Fact(
        trip="usa-2025",
        text="target industries: the offer is mainly for these three",
        holds={
            "sectors/*/name": (
                "Smart Manufacturing & Robotics",
                "Life Sciences & Biotechnology",
                "AI & Digital Technology / e-Commerce",
            ),
            "open_to_all_sectors": False,
        },
        shown={
            "de": (
                "vor allem",
                "Smart Manufacturing & Robotics",
                "Life Sciences & Biotechnology",
                "AI & Digital Technology / e-Commerce",
            ),
            "en": (
                "mainly",
                "Smart Manufacturing & Robotics",
                "Life Sciences & Biotechnology",
                "AI & Digital Technology / e-Commerce",
            ),
        },
    ),
    Fact(
        trip="usa-2025",
        text="public reports: 75 people travelled",
        holds={"call/places": 75},
    ),
    Fact(
        trip="usa-2025",
        text="public reports: about 50 companies came to an investors' presentation in Boston",
        holds={
            "items/investors-presentation/station": "boston",
            "items/investors-presentation/kind": "presentation",
            "items/investors-presentation/guests_expected": 50,
        },
    ),
)
"""Trip 1: USA, East Coast."""


def _company_visit_in_china(host: str, item: str, names: Mapping[str, str], station: str = "") -> Fact:
    holds: dict[str, object] = {
        f"items/{item}/kind": "company_visit",
        f"items/{item}/host": host,
        f"items/{item}/announced": "planned",
        f"items/{item}/must": True,
        f"hosts/{host}/named": True,
    }
    holds |= {f"hosts/{host}/name/{language}": name for language, name in names.items()}
    if station:
        holds[f"items/{item}/station"] = station
    return Fact(
        trip="china-2025",
        text=f"company visits, among others: {names['en']}, planned",
        holds=holds,
        shown={
            "de": (names["de"], "geplant"),
            "en": (names["en"], "planned"),
            "zh": (names["zh"], "计划中"),
        },
        appointment=item,
    )


def _frame_programme_in_china(
    kind: str, item: str, titles: Mapping[str, str], words: Mapping[str, str]
) -> Fact:
    return Fact(
        trip="china-2025",
        text=f"frame: political talks and networking events, planned; one of them: {titles['en']}",
        holds={
            f"items/{item}/kind": kind,
            f"items/{item}/announced": "planned",
            f"items/{item}/must": True,
            "frame_programme/de": "Politische Gespräche und Netzwerkveranstaltungen",
            "frame_programme/en": "Political talks and networking events",
            "frame_programme/zh": "政治会谈与交流活动",
        }
        | {f"items/{item}/title/{language}": title for language, title in titles.items()},
        shown={
            "de": ("Politische Gespräche und Netzwerkveranstaltungen", titles["de"], words["de"], "geplant"),
            "en": ("Political talks and networking events", titles["en"], words["en"], "planned"),
            "zh": ("政治会谈与交流活动", titles["zh"], words["zh"], "计划中"),
        },
        appointment=item,
    )


def _visit_in_china(text: str, kind: str, item: str, titles: Mapping[str, str]) -> Fact:
    return Fact(
        trip="china-2025",
        text=text,
        holds={
            f"items/{item}/kind": kind,
            f"items/{item}/announced": "planned",
            f"items/{item}/must": True,
        }
        | {f"items/{item}/title/{language}": title for language, title in titles.items()},
        shown={
            "de": (titles["de"], "geplant"),
            "en": (titles["en"], "planned"),
            "zh": (titles["zh"], "计划中"),
        },
        appointment=item,
    )


CHINA_FACTS: Final[tuple[Fact, ...]] = (
    Fact(
        trip="china-2025",
        text="dates: October 2025, the month is all that is known",
        holds={"dates/start": "2025-10", "dates/end": "2025-10"},
        shown={"de": ("Oktober 2025",), "en": ("October 2025",), "zh": ("2025年10月",)},
    ),
    Fact(
        trip="china-2025",
        text="offer: open to every industry",
        holds={"open_to_all_sectors": True},
        shown={
            "de": ("offen für alle Branchen",),
            "en": ("open to every industry",),
            "zh": ("面向所有行业",),
        },
    ),
    Fact(
        trip="china-2025",
        text="stations: Beijing and Shanghai, both fixed",
        holds={
            "stations/*/id": ("beijing", "shanghai"),
            "stations/*/status": ("fixed", "fixed"),
            "stations/*/name/de": ("Peking", "Shanghai"),
            "stations/*/name/en": ("Beijing", "Shanghai"),
            "stations/*/name/zh": ("北京", "上海"),
        },
        shown={
            "de": ("Peking", "Shanghai", "fest"),
            "en": ("Beijing", "Shanghai", "fixed"),
            "zh": ("北京", "上海", "已确定"),
        },
    ),
    Fact(
        trip="china-2025",
        text="visits: the chamber abroad (AHK) and several high-ranking universities",
        holds={
            "host_kinds/de": "Auslandshandelskammer (AHK), mehrere hochrangige Universitäten",
            "host_kinds/en": "German chamber of commerce abroad (AHK), several high-ranking universities",
            "host_kinds/zh": "德国海外商会（AHK）、多所知名高校",
            "hosts/ahk-beijing/kind": "chamber",
            "hosts/ahk-beijing/named": True,
            "hosts/ahk-shanghai/kind": "chamber",
            "hosts/ahk-shanghai/named": True,
        },
        shown={
            "de": ("Auslandshandelskammer (AHK)", "mehrere hochrangige Universitäten"),
            "en": ("German chamber of commerce abroad (AHK)", "several high-ranking universities"),
            "zh": ("德国海外商会（AHK）", "多所知名高校"),
        },
    ),
    _visit_in_china(
        "visits: the chamber abroad (AHK), planned; here in Beijing",
        "chamber_visit",
        "ahk-beijing",
        {
            "de": "Besuch bei der AHK in Peking",
            "en": "Visit to the AHK in Beijing",
            "zh": "拜访德国海外商会（AHK）北京代表处",
        },
    ),
    _visit_in_china(
        "visits: the chamber abroad (AHK), planned; here in Shanghai",
        "chamber_visit",
        "ahk-shanghai",
        {
            "de": "Besuch bei der AHK in Shanghai",
            "en": "Visit to the AHK in Shanghai",
            "zh": "拜访德国海外商会（AHK）上海代表处",
        },
    ),
    _visit_in_china(
        "visits: several high-ranking universities, planned; one assumed for Beijing",
        "university_visit",
        "tsinghua",
        {"de": "Tsinghua-Universität", "en": "Tsinghua University", "zh": "清华大学"},
    ),
    _visit_in_china(
        "visits: several high-ranking universities, planned; one assumed for Shanghai",
        "university_visit",
        "tongji",
        {"de": "Tongji-Universität", "en": "Tongji University", "zh": "同济大学"},
    ),
    _company_visit_in_china("alibaba", "visit-alibaba", {"de": "Alibaba", "en": "Alibaba", "zh": "阿里巴巴"}),
    _company_visit_in_china("huawei", "visit-huawei", {"de": "Huawei", "en": "Huawei", "zh": "华为"}),
    _company_visit_in_china(
        "jenoptik",
        "visit-jenoptik",
        {"de": "Jenoptik Shanghai", "en": "Jenoptik Shanghai", "zh": "业纳（上海）"},
        station="shanghai",
    ),
    Fact(
        trip="china-2025",
        text=(
            "excursions around Shanghai: German Mittelstand centre in Taicang, where some 500 German SMEs are; "
            "planned, outside the station"
        ),
        holds={
            "items/excursion-taicang/title/de": "Deutsches Mittelstandszentrum Taicang",
            "items/excursion-taicang/title/en": "German Mittelstand centre in Taicang",
            "items/excursion-taicang/title/zh": "太仓德国中小企业中心",
            "items/excursion-taicang/kind": "excursion",
            "items/excursion-taicang/station": "shanghai",
            "items/excursion-taicang/place": "taicang",
            "items/excursion-taicang/announced": "planned",
            "items/excursion-taicang/must": True,
            "hosts/taicang/named": True,
        },
        shown={
            "de": ("Deutsches Mittelstandszentrum Taicang", "rund 500 deutsche Mittelständler", "geplant"),
            "en": (
                "German Mittelstand centre in Taicang",
                "some 500 German small and medium-sized enterprises",
                "planned",
            ),
            "zh": ("太仓德国中小企业中心", "约500家德国中小企业", "计划中"),
        },
        appointment="excursion-taicang",
    ),
    Fact(
        trip="china-2025",
        text="excursions around Shanghai: start-up factory in Kunshan; planned, outside the station",
        holds={
            "items/excursion-kunshan/title/de": "Start-up-Fabrik in Kunshan",
            "items/excursion-kunshan/title/en": "Start-up factory in Kunshan",
            "items/excursion-kunshan/title/zh": "昆山创业工厂",
            "items/excursion-kunshan/kind": "excursion",
            "items/excursion-kunshan/station": "shanghai",
            "items/excursion-kunshan/place": "kunshan",
            "items/excursion-kunshan/announced": "planned",
            "items/excursion-kunshan/must": True,
            "hosts/kunshan/named": True,
        },
        shown={
            "de": ("Start-up-Fabrik in Kunshan", "geplant"),
            "en": ("Start-up factory in Kunshan", "planned"),
            "zh": ("昆山创业工厂", "计划中"),
        },
        appointment="excursion-kunshan",
    ),
    _frame_programme_in_china(
        "political_talk",
        "talk-mofcom",
        {
            "de": "Gespräch im Handelsministerium",
            "en": "Talk at the Ministry of Commerce",
            "zh": "拜会商务部",
        },
        {"de": "Politisches Gespräch", "en": "Political talk", "zh": "政治会谈"},
    ),
    _frame_programme_in_china(
        "political_talk",
        "talk-shanghai",
        {
            "de": "Gespräch bei der Stadtregierung Shanghai",
            "en": "Talk at the Shanghai city government",
            "zh": "拜会上海市政府",
        },
        {"de": "Politisches Gespräch", "en": "Political talk", "zh": "政治会谈"},
    ),
    _frame_programme_in_china(
        "exchange",
        "round-industry",
        {
            "de": "Kooperationsbörse mit chinesischen Unternehmen",
            "en": "Business matchmaking with Chinese companies",
            "zh": "中德企业对接洽谈会",
        },
        {"de": "Netzwerkveranstaltung", "en": "Networking event", "zh": "交流活动"},
    ),
    _frame_programme_in_china(
        "reception",
        "reception-shanghai",
        {
            "de": "Netzwerkabend Shanghai",
            "en": "Networking evening in Shanghai",
            "zh": "上海交流晚会",
        },
        {"de": "Netzwerkveranstaltung", "en": "Networking event", "zh": "交流"},
    ),
    Fact(
        trip="china-2025",
        text=(
            'highlight: a "Thüringen evening" in Beijing; representatives of many branches of Chinese industry are '
            "invited guests, Thuringia presents itself to them as an industrial location; own reception with a "
            "guest list"
        ),
        holds={
            "items/thueringen-evening/title/de": "Thüringen-Abend in Peking",
            "items/thueringen-evening/title/en": "Thuringia Evening in Beijing",
            "items/thueringen-evening/title/zh": "北京“图林根之夜”",
            "items/thueringen-evening/kind": "reception",
            "items/thueringen-evening/station": "beijing",
            "items/thueringen-evening/host": None,
            "items/thueringen-evening/attendance": "all",
            "items/thueringen-evening/announced": "planned",
            "items/thueringen-evening/highlight": True,
            "items/thueringen-evening/must": True,
        },
        shown={
            "de": (
                "Thüringen-Abend in Peking",
                "geplant",
                "Höhepunkt",
                "Vertreter vieler Branchen der chinesischen Industrie",
                "als Gäste geladen",
                "als Industriestandort",
            ),
            "en": (
                "Thuringia Evening in Beijing",
                "planned",
                "Highlight",
                "representatives of many branches of Chinese industry",
                "invited as guests",
                "as an industrial location",
            ),
            "zh": ("北京“图林根之夜”", "计划中", "亮点", "中国各行业代表", "工业区位优势"),
        },
        appointment="thueringen-evening",
    ),
    Fact(
        trip="china-2025",
        text="public reports: about 40 people travelled",
        holds={"call/places": 40},
    ),
    Fact(
        trip="china-2025",
        text="public holidays 1 to 8 October 2025 (National Day and Mid-Autumn), 11 October a shifted working day",
        holds={},
        shown={
            "de": ("1. bis 8. Oktober 2025", "11. Oktober"),
            "en": ("1 to 8 October 2025", "11 October"),
            "zh": ("2025年10月1日至8日", "10月11日"),
        },
    ),
)
"""Trip 2: China."""
