"""IANA time zones: which exist, and which was meant."""

from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

_NOT_IN_THE_DATABASE: Final = MappingProxyType({"beijing": "Asia/Shanghai", "peking": "Asia/Shanghai"})
"""Capitals whose own zone people look for in vain."""


@lru_cache(maxsize=1024)
def is_zone(name: str) -> bool:
    """Return True when there is an IANA time zone of this exact name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def nearest_zone(name: str) -> str | None:
    """Return the zone that was probably meant: another spelling, or a city without its continent."""
    spelled = name.strip().replace(" ", "_").lower()
    city = spelled.rpartition("/")[2]
    zones = {zone.lower(): zone for zone in sorted(available_timezones())}
    cities = {zone.rpartition("/")[2]: full for zone, full in zones.items() if "/" in zone}
    if city in _NOT_IN_THE_DATABASE:
        return _NOT_IN_THE_DATABASE[city]
    if spelled in zones:
        return zones[spelled]
    if city in cities:
        return cities[city]
    close = get_close_matches(spelled, zones, n=1, cutoff=0.75)
    if close:
        return zones[close[0]]
    close = get_close_matches(city, cities, n=1, cutoff=0.8)
    return cities[close[0]] if close else None
