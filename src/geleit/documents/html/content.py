"""What the templates are given: the view, and the small decisions that a page makes and a view does not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from markupsafe import Markup

from geleit.documents.html.bands import station_band
from geleit.documents.html.pieces import day_members, day_pieces, outline_anchors
from geleit.documents.icons import mark_svg, svg, use
from geleit.documents.view import (
    ASSUMED_SIGN,
    Audience,
    DayView,
    EntryType,
    EntryView,
    HostView,
    ItemView,
    PeopleSection,
    ProgrammeView,
    Shown,
    StatusView,
)
from geleit.documents.words.labels import label
from geleit.documents.words.terms import heading
from geleit.domain.kinds import Family, Role
from geleit.domain.text import LANGUAGES, Language
from geleit.domain.wording import format_day, join_list

TAGS: Final[Mapping[Language, str]] = MappingProxyType({"de": "de", "en": "en-GB", "zh": "zh-Hans"})
NAMES: Final[Mapping[Language, tuple[str, str]]] = MappingProxyType(
    {"de": ("DE", "Deutsch"), "en": ("EN", "English"), "zh": ("中文", "中文")}
)
_QUOTES: Final[Mapping[Language, str]] = MappingProxyType({"de": "„{}“", "en": "“{}”", "zh": "“{}”"})
_FAMILY_ICONS: Final[Mapping[Family, str]] = MappingProxyType(
    {
        Family.POLITICS: "institution_visit",
        Family.COMPANY: "company_visit",
        Family.SCIENCE: "university_visit",
        Family.NETWORK: "exchange",
        Family.EVENING: "dinner",
        Family.MOVE: "meal",
    }
)
_STATUS_ORDER: Final = ("confirmed", "planned", "tentative", "clarify", "requested", "idea", "declined")


@dataclass(frozen=True, slots=True)
class FamilySign:
    """A family in the legend."""

    key: str
    icon: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """Everything a page's templates use.

    Parameters
    ----------
    context
        By the names the templates know.
    icons
        Names of all drawings that the page uses.
    timetable_days
        The days that have a grid.
    made
        The date of the page in words; empty without.
    """

    context: Mapping[str, Any]
    icons: frozenset[str]
    timetable_days: tuple[DayView, ...]
    made: str


def page_content(
    view: ProgrammeView,
    *,
    siblings: Mapping[Language, str],
    downloads: tuple[tuple[str, str], ...],
    now: datetime | None,
) -> PageContent:
    """Return what the templates of one page are given."""
    trip, lang = view.trip, view.trip.lang
    days = tuple(day for day in view.days if day.cards)
    anchors = outline_anchors(view.days)
    used: set[str] = {"pin"}
    made = format_day(now.date(), lang, weekday=False) if now else ""
    following = label("version", lang, trip.version + 1)
    context = {
        "view": view,
        "trip": trip,
        "lang": lang,
        "tag": TAGS,
        "names": NAMES,
        "sign": ASSUMED_SIGN,
        "siblings": siblings,
        "downloads": downloads,
        "made": made,
        "demonstration": _without_prefix(trip.demonstration, label("demo", trip.demonstration.lang)),
        "validity": label("valid_until", lang, trip.version_text, following),
        "sections": _sections(view),
        "highlights": tuple(item for item in trip.items if item.is_highlight),
        "away": join_list([name for station in trip.stations for name in station.excursions], lang),
        "open_items": _open_items(view),
        "hosts": _hosts(view),
        "people_sections": _people(view),
        "public_statuses": () if trip.audience is Audience.ORGANISER else _statuses(view),
        "card_statuses": _in_order(card.entry.status for day in days for card in day.cards),
        "families": _families(view, lang),
        "timetable_days": days,
        "first_day": _first_day(days),
        "band": station_band(view, days),
        "band_columns": max(1, 2 * len(days)),
        "comma": "，" if lang == "zh" else ", ",
        "star": Markup(svg("star", 15, "currentColor")),  # noqa: S704 # the project's own drawing
        "count_items": lambda day: _count_items(day, lang),
        "assumed_only": Shown("", lang, is_assumed=True),
        "wordmark": Markup(_mark()),  # noqa: S704 # the project's own drawing
        "_": lambda key, *values: label(key, lang, *values),
        "use": lambda name: _use(name, used),
        "only_in": lambda shown: label("only_in", lang, label(f"in_{shown.lang}", lang)),
        "quoted": lambda text: _QUOTES[lang].format(text.strip('„“”"')),
        "joined": lambda words: join_list(list(words), lang),
        "is_web": lambda url: url.startswith(("https://", "http://")),
        "bare": lambda url: url.removeprefix("https://").removeprefix("http://").rstrip("/"),
        "dialled": lambda number: "".join(char for char in number if char in "+0123456789"),
        "anchor": lambda entry, day: anchors.get((day.number, entry.id), f"e-{day.number}-{entry.id}"),
        "pieces": lambda day: day_pieces(day, trip, anchors),
        "members": lambda day: day_members(day, trip),
    }
    used.update(_icons(view, lang))
    return PageContent(context=context, icons=frozenset(used), timetable_days=days, made=made)


def _without_prefix(shown: Shown, prefix: str) -> Shown:
    """Return the text without its first words, where those are the ones the page sets in bold anyway."""
    return replace(shown, text=shown.text.removeprefix(prefix).strip())


def _use(name: str, used: set[str]) -> Markup:
    used.add(name)
    return Markup(use(name))  # noqa: S704 # the project's own drawing; an unknown name is an error


def _mark() -> str:
    return mark_svg(22, "var(--gl-thread)", paper="var(--gl-page)")


def _icons(view: ProgrammeView, lang: Language) -> set[str]:
    """Return every drawing the page can use."""
    entries = [entry for day in view.days for entry in day.entries]
    found = {entry.icon for entry in entries} | {item.icon for item in view.trip.items}
    found |= {ride.icon for day in view.days for ride in day.transfers}
    found |= {leg.icon for leg in view.trip.legs}
    found |= {sign.icon for sign in _families(view, lang)}
    statuses = [entry.status for entry in entries] + [item.status for item in view.trip.items]
    statuses += [station.status for station in view.trip.stations] + [
        one.board_status for one in view.unplaced
    ]
    return found | {f"s-{status.key}" for status in statuses if status}


def _sections(view: ProgrammeView) -> tuple[tuple[str, str], ...]:
    """Return anchors and labels of the page's sections."""
    trip = view.trip
    known = (
        ("sectors", "industries", True),
        ("stations", "stations", True),
        ("programme", "index_programmes", True),
        ("timetable", "timetable", any(day.cards for day in view.days)),
        ("unplaced", "unplaced_title", bool(view.unplaced)),
        ("hosts", "hosts_title", bool(_hosts(view))),
        ("people", "people_title", bool(trip.by_role)),
        ("notes", "notes_title", bool(trip.notes)),
        ("call", "call_short", trip.call is not None),
    )
    return tuple((anchor, key) for anchor, key, is_there in known if is_there)


def _open_items(view: ProgrammeView) -> tuple[ItemView, ...]:
    """Return announced items without a time; the organiser finds them among the unplaced, with reasons."""
    if view.trip.audience is Audience.ORGANISER:
        return ()
    return tuple(item for item in view.trip.items if not item.is_placed)


def _hosts(view: ProgrammeView) -> tuple[HostView, ...]:
    return tuple(host for host in view.trip.hosts if host.profile or host.is_named)


def _people(view: ProgrammeView) -> tuple[PeopleSection, ...]:
    """Return people under their roles, those of companies under their sectors where the trip has any."""
    found: list[PeopleSection] = []
    for section in view.trip.by_role:
        if section.id != Role.BUSINESS.value or not view.trip.by_sector:
            found.append(section)
            continue
        found += _business_by_sector(view, section)
    return tuple(found)


def _business_by_sector(view: ProgrammeView, business: PeopleSection) -> list[PeopleSection]:
    left = {person.id for person in business.people}
    found = []
    for sector in view.trip.by_sector:
        own = tuple(person for person in sector.people if person.id in left)
        if own:
            found.append(
                PeopleSection(id=sector.id, heading=f"{business.heading}: {sector.heading}", people=own)
            )
            left -= {person.id for person in own}
    rest = tuple(person for person in business.people if person.id in left)
    return [*found, PeopleSection(id=business.id, heading=business.heading, people=rest)] if rest else found


def _statuses(view: ProgrammeView) -> tuple[StatusView, ...]:
    """Return the statuses that the page shows, the surest first."""
    entries = (entry.status for day in view.days for entry in day.entries)
    return _in_order((*(item.status for item in view.trip.items), *entries))


def _in_order(statuses: Iterable[StatusView | None]) -> tuple[StatusView, ...]:
    """Return each status once, the surest first."""
    by_key = {status.key: status for status in statuses if status}
    return tuple(by_key[key] for key in _STATUS_ORDER if key in by_key)


def _families(view: ProgrammeView, lang: Language) -> tuple[FamilySign, ...]:
    shown = {card.entry.family for day in view.days for card in day.cards}
    return tuple(
        FamilySign(family.value, _FAMILY_ICONS[family], heading(family, lang))
        for family in Family
        if family in shown
    )


def _first_day(days: Sequence[DayView]) -> int:
    """Return the number of the first day on which groups part, where the grid says most; else of the first."""
    parted = (day for day in days if any(_is_group_session(card.entry) for card in day.cards))
    chosen = next(parted, days[0] if days else None)
    return chosen.number if chosen else 0


def _count_items(day: DayView, lang: Language) -> str:
    count = sum(1 for line in day.outline if line.entry.type is EntryType.SESSION)
    return label("count_item" if count == 1 else "count_items", lang, count)


def _is_group_session(entry: EntryView) -> bool:
    return entry.type is EntryType.SESSION and not entry.is_joint


__all__ = ["LANGUAGES", "NAMES", "TAGS", "FamilySign", "PageContent", "page_content"]
