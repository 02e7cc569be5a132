"""What faults call the kinds of parts of a trip, in German and English."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PART_NAMES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "places": ("Orte", "places"),
        "stations": ("Stationen", "stations"),
        "legs": ("Etappen", "legs"),
        "groups": ("Gruppen", "groups"),
        "hosts": ("Gastgeber", "hosts"),
        "items": ("Programmpunkte", "items"),
        "organisations": ("Organisationen", "organisations"),
        "delegates": ("Delegationsmitglieder", "delegates"),
        "sectors": ("Branchen", "sectors"),
        "rules": ("Regeln", "rules"),
        "pins": ("Fixierungen", "pins"),
    }
)
