"""The words of calendar files and of the organiser's workbook."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OFFICE_LABELS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        # calendar files
        "leg_category": ("Etappe", "Leg", "行程段"),
        "way_back": ("Zurück", "Back", "返程"),
        "state": ("Stand", "Status", "状态"),
        "time_expected": (
            "Die Zeit ist voraussichtlich, sie ist noch nicht bestätigt.",
            "The time is expected, it is not confirmed yet.",
            "时间暂定，尚未确认。",
        ),
        "assumed_note": (
            "Enthält Annahmen, die in der Ankündigung nicht genannt sind.",
            "Contains assumptions that are not part of the announcement.",
            "含公告中未提及的假设内容。",
        ),
        "demo_note": (
            "Vorführung, keine amtliche Mitteilung.",
            "Demonstration, not an official notice.",
            "演示内容，并非正式通知。",
        ),
    }
)  # fmt: skip # one label a line
