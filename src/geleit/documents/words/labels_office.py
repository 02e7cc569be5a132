"""The words of calendar files and of the organiser's workbook."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OFFICE_LABELS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType({})
