"""What the library ``holidays`` knows about one country's year, loaded without the other 249 countries.

Importing ``holidays.countries`` reads every country (about 0.6 s). The module of one country depends only on
the library's base (0.2 s), so it is found and run on its own; the few that build on a sibling country still
load all of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from geleit.domain.holiday_names import holiday_text
from geleit.domain.text import LANGUAGES, Language, Text
from geleit.domain.wording.dates import format_day
from geleit.domain.wording.phrases import join_list

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase

_LIBRARY_LANGUAGES: Final[Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {"de": ("de",), "en": ("en_GB", "en_US"), "zh": ("zh_CN",)}
)
_SUBSTITUTED: Final = re.compile(r"Day off \(substituted from (\d{2})/(\d{2})/(\d{4})\)")
_DAY_OFF: Final = Text({"de": "Freier Tag", "en": "Day off", "zh": "休息日"})
_REGION: Final = re.compile(r"[A-Z0-9]{1,3}", re.ASCII)


class CalendarError(ValueError):
    """A country or region whose calendar nobody knows, or days that contradict each other.

    Parameters
    ----------
    value
        What was given.
    reason
        What is wrong with it.
    suggestion
        What was probably meant, if that can be told.
    """

    def __init__(self, value: str, reason: str, suggestion: str | None = None) -> None:
        self.value = value
        self.reason = reason
        self.suggestion = suggestion
        super().__init__(reason + (f"; did you mean {suggestion!r}?" if suggestion else ""))


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """One year of a country or region.

    Parameters
    ----------
    holidays
        Days off that are not, or not only, weekend, with their names.
    weekend
        Days off by the week.
    shifted
        Days of the weekend on which people work in exchange for another day.
    """

    holidays: Mapping[date, Text]
    weekend: frozenset[date]
    shifted: frozenset[date]


def known_region(country: str, region: str | None) -> str | None:
    """Return the library's code of a region, which may be given as "TH", "DE-TH" or "Thüringen".

    Where a country has the same holidays everywhere, any ISO 3166-2 code is its region and None is returned.

    Raises
    ------
    CalendarError
        When the country or the region is not known.
    """
    entity = _country_class(country)
    if region is None:
        return None
    code = region.removeprefix(f"{country}-")
    if code in entity.subdivisions:
        return code
    if region in entity.subdivisions_aliases:
        return entity.subdivisions_aliases[region]
    if not entity.subdivisions and _REGION.fullmatch(code):
        return None
    raise _unknown_region(country, region, entity)


@lru_cache(maxsize=512)
def calendar_year(country: str, region: str | None, year: int) -> CalendarYear:
    """Return a year's holidays, weekends and shifted working days; ``region`` as `known_region` returned it.

    Raises
    ------
    CalendarError
        When the country is not known.
    """
    entity = _country_class(country)
    english = entity(years=year, subdiv=region, language=_library_language(entity, "en"))
    others = {
        lang: entity(years=year, subdiv=region, language=code)
        for lang in LANGUAGES
        if lang != "en" and (code := _library_language(entity, lang))
    }
    names: dict[date, Text] = {}
    exchanged: dict[date, date] = {}
    for day, name in sorted(english.items()):
        if match := _SUBSTITUTED.search(name):
            exchanged[day] = date(int(match[3]), int(match[1]), int(match[2]))
        else:
            own: dict[Language, str] = {lang: book[day] for lang, book in others.items()}
            names[day] = holiday_text(name, own, american=country == "US")
    weekend = frozenset(day for day in _days_of(year) if english.is_weekend(day))
    shifted = frozenset(day for day in english.weekend_workdays if day.year == year)
    worked = frozenset(english.weekend_workdays)
    return CalendarYear({**names, **_breaks(names, exchanged, weekend - shifted, worked)}, weekend, shifted)


def _breaks(
    names: Mapping[date, Text],
    exchanged: Mapping[date, date],
    weekend: frozenset[date],
    worked: frozenset[date],
) -> dict[date, Text]:
    """Return the days off that an exchanged day joins to one break, each with the names of its holidays."""
    joined: dict[date, Text] = {}
    for start in exchanged:
        run = _run_around(start, names.keys() | exchanged.keys(), weekend)
        together = _together(dict.fromkeys(names[day] for day in run if day in names)) or _DAY_OFF
        for day in run:
            if day in exchanged:
                joined[day] = _with_exchange(together, exchanged[day], worked=exchanged[day] in worked)
            elif day not in names:
                joined[day] = together
    return joined


def _run_around(start: date, holidays: AbstractSet[date], weekend: frozenset[date]) -> list[date]:
    """Return the unbroken days off around a holiday, without the weekends at their edges, in order."""
    run = [start]
    for step in (timedelta(days=-1), timedelta(days=1)):
        day = start + step
        while day in holidays or day in weekend:
            run.append(day)
            day += step
    inside = [day for day in run if day in holidays]
    return sorted(day for day in run if min(inside) <= day <= max(inside))


def _together(texts: Iterable[Text]) -> Text:
    """Return several names as one, in the languages that all of them have."""
    found = list(texts)
    shared = [lang for lang in LANGUAGES if not any(text.lacks(lang) for text in found)]
    return Text({lang: join_list([text.get(lang).text for text in found], lang) for lang in shared})


def _with_exchange(names: Text, other: date, *, worked: bool) -> Text:
    """Return the name of a day off that was exchanged: for a day worked instead, or for a holiday moved."""
    worded = {lang: format_day(other, lang, weekday=False) for lang in LANGUAGES}
    notes: Mapping[Language, str] = {
        "de": f" (gearbeitet wird am {worded['de']})" if worked else f" (Ersatz für den {worded['de']})",
        "en": f" (worked on {worded['en']} instead)" if worked else f" (in lieu of {worded['en']})",
        "zh": f"（{worded['zh']}上班）" if worked else f"（补{worded['zh']}）",
    }
    return Text({lang: names.get(lang).text + notes[lang] for lang in names.languages})


def _library_language(entity: type["HolidayBase"], lang: Language) -> str | None:
    """Return the library's code for a language in which it has a country's names; English comes as it may."""
    supported = entity.supported_languages
    wanted = _LIBRARY_LANGUAGES[lang]
    found = [code for code in wanted if code in supported]
    if not found and lang == "en":
        found = [code for code in supported if code.startswith("en")]
    return found[0] if found else None


@cache
def _country_class(country: str) -> type["HolidayBase"]:
    """Return the library's class for a country, without loading the others."""
    import holidays
    from holidays.registry import COUNTRIES

    module_name = next((name for name, codes in COUNTRIES.items() if codes[1] == country), None)
    if module_name is None:
        raise _unknown_country(country)
    folders = [str(Path(folder, "countries")) for folder in holidays.__path__]
    spec = PathFinder.find_spec(f"holidays.countries.{module_name}", folders)
    if spec is None or spec.loader is None:  # pragma: no cover # the registry names no missing module
        raise CalendarError(country, f"the calendar of {country} is not installed")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("type[HolidayBase]", getattr(module, COUNTRIES[module_name][0]))


def _unknown_country(country: str) -> CalendarError:
    from holidays.registry import COUNTRIES

    code_by_name = {name.replace("_", " "): codes[1] for name, codes in COUNTRIES.items()}
    code_by_name |= {alias.lower(): codes[1] for codes in COUNTRIES.values() for alias in codes[1:]}
    code_by_name |= {"uk": "GB", "deutschland": "DE", "usa": "US"}
    close = get_close_matches(country.strip().lower().replace("_", " "), code_by_name, n=1, cutoff=0.75)
    suggestion = code_by_name[close[0]] if close else None
    reason = f"country {country!r} is not an ISO 3166 code with a known calendar, such as 'DE'"
    return CalendarError(country, reason, suggestion)


def _unknown_region(country: str, region: str, entity: type["HolidayBase"]) -> CalendarError:
    code_by_name = {code.lower(): code for code in entity.subdivisions}
    code_by_name |= {alias.lower(): code for alias, code in entity.subdivisions_aliases.items()}
    close = get_close_matches(region.strip().lower(), code_by_name, n=1, cutoff=0.7)
    known = ", ".join(entity.subdivisions)
    wrong = f"is not among {known}" if known else "is no ISO 3166-2 code"
    reason = f"region {region!r} of country {country!r} {wrong}"
    return CalendarError(region, reason, code_by_name[close[0]] if close else None)


def _days_of(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    length = (date(year, 12, 31) - first).days + 1
    return (first + timedelta(days=offset) for offset in range(length))
