"""The words that the views are made of: people, movement, time, marks, and phrases with a figure in them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

VIEW_LABELS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        # who and how many
        "all_groups": ("alle Gruppen", "all groups", "全体小组"),
        "group": ("Gruppe {}", "group {}", "第{}组"),
        "groups": ("Gruppen {}", "groups {}", "第{}组"),
        "Group": ("Gruppe {}", "Group {}", "第{}组"),
        "person": ("1 Person", "1 person", "1人"),
        "people": ("{} Personen", "{} people", "{}人"),
        "people_short": ("{} Pers.", "{} people", "{}人"),
        "at_most": ("höchstens {}", "at most {}", "最多{}"),
        "employees": ("{} Beschäftigte", "{} employees", "{}名员工"),
        "with": ("mit {}", "with {}", "{}同行"),
        "guests": ("{} Gäste erwartet", "{} guests expected", "预计{}位来宾"),
        "guide": ("Begleitung: {}", "Guide: {}", "领队：{}"),
        "session_of": ("Durchgang {} von {}", "session {} of {}", "第{}场，共{}场"),
        "sessions": ("{} Durchgänge", "{} sessions", "共{}场"),
        "sample": ("Muster", "sample", "示例"),
        # movement
        "leg_to": ("{} nach {}", "{} to {}", "{}前往{}"),
        "leg_home": ("Rückreise ab {}", "Return journey from {}", "{}返程"),
        "flight_home": ("Rückflug ab {}", "Return flight from {}", "{}返程航班"),
        "arrival": ("Ankunft in {}", "Arrival in {}", "抵达{}"),
        "arrives": ("Ankunft {}", "arrival {}", "{}抵达"),
        "departs": ("ab {}", "leaves {}", "{}出发"),
        "journey": ("Reisezeit etwa {}", "about {} on the way", "行程约{}"),
        "on_foot": ("zu Fuß {}", "{} on foot", "步行{}"),
        "slack": ("{}, {} Reserve", "{}, {} in reserve", "{}，预留{}"),
        "to_hotel": ("{} zum Hotel", "{} to the hotel", "{}返回酒店"),
        "from_to": ("{} nach {}", "{} to {}", "{}至{}"),
        "bus": ("Bus", "coach", "大巴"),
        "walk": ("zu Fuß", "on foot", "步行"),
        "train": ("Bahn", "train", "火车"),
        "meeting_point": ("Treffpunkt", "Meeting point", "集合地点"),
        "security_min": ("{} Minuten für Kontrolle und Anmeldung", "{} minutes for security and registration",
                         "安检与登记需{}分钟"),
        "hotel_time": ("Zeit im Hotel", "Time at the hotel", "酒店休息"),
        "meeting_hotel": ("Hotel der Delegation", "the delegation's hotel", "代表团下榻酒店"),
        "at_home": ("Deutschland", "Germany", "德国"),
        # time
        "time_open": ("Termin noch offen", "time still open", "时间待定"),
        "until": ("bis {}", "until {}", "至{}"),
        "no_entries": ("Kein gemeinsamer Programmpunkt.", "No joint programme item.", "当日无集体安排。"),
        "local_time": ("Ortszeit", "local time", "当地时间"),
        "version": ("Stand {}", "Version {}", "第{}版"),
        "certain_start": ("Beginn: {}", "Start: {}", "开始：{}"),
        "certain_end": ("Ende: {}", "End: {}", "结束：{}"),
        "overnight": ("Rückreise über Nacht: ab {}, an {}", "Journey home overnight: leaves {}, arrives {}",
                      "夜间返程：{}出发，{}抵达"),
        # marks
        "assumed": ("Annahme", "assumed", "假设"),
        "assumed_legend": (
            "Annahme: in der Ankündigung nicht genannt",
            "assumed: not part of the announcement",
            "假设：公告中未提及",
        ),
        "sample_legend": (
            "Muster: erfunden, als Beispiel",
            "sample: invented, as an example",
            "示例：虚构内容，仅作演示",
        ),
        "demonstration": ("Vorführung", "Demonstration", "演示"),
        "highlight": ("Höhepunkt", "Highlight", "亮点"),
        "source_spelling": ("in der Ankündigung „{}“", "spelt “{}” in the announcement", "公告原文写作“{}”"),
        # what a status means to an outside reader
        "means_confirmed": ("zugesagt", "the host has agreed", "接待方已确认"),
        "means_planned": ("findet statt, Zeit noch offen", "takes place, time not fixed", "将举行，时间待定"),
        "means_requested": ("Antwort steht aus", "awaiting an answer", "等待答复"),
        "means_tentative": ("kann stattfinden", "may take place", "可能举行"),
        "joins": ("reist zu: {}", "joins: {}", "加入：{}"),
        "leaves": ("reist ab: {}", "leaves: {}", "离开：{}"),
        "wishes_met": ("{} der Wünsche: {} von {} erfüllt", "{} of the wishes: {} of {} met",
                       "愿望满足率{}：{}/{}"),
        "placed": ("{} Programmpunkte haben einen Platz", "{} items have a place", "已安排{}个项目"),
        "gap": ("{} vom Optimum, bewiesener Abstand", "{} from the optimum, proven gap",
                "与最优值相差{}（已证明）"),
        "gap_unknown": ("Abstand vom Optimum noch unbekannt", "Distance to the optimum still unknown",
                        "与最优值的差距尚未可知"),
        "no_reason": ("Kein Grund vermerkt.", "No reason recorded.", "未注明原因。"),
    }
)  # fmt: skip # one label a line
