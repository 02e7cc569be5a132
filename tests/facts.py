"""The facts of the announcements, one by one: what every trip file, page and programme must show.

Each trip's facts stand in a tuple of their own (``USA_FACTS``). A test walks one of them and looks

- in the trip: ``look_up(trip, fact.where)`` equals ``fact.value``;
- on a page in a language: every wording of ``fact.shown[language]`` is found in it, whatever its case;
- in a programme: ``fact.appointment`` has a session.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Final

from geleit.domain.text import Text
from geleit.domain.trip import Trip

NOTHING: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing an announcement says.

    Parameters
    ----------
    trip
        Trip id.
    text
        The fact in words, as the announcement has it.
    where
        The way to it through a ``Trip``: attributes, ids and languages with slashes between them; ``*``
        stands for all members of a list ("items/visit-un/max_people", "stations/*/name").
    value
        What is found there, in plain values: text, number, truth, or a tuple of them in the file's order.
    shown
        The wordings a page must show, by language; empty for what no page spells out.
    appointment
        Id of the item that a programme must hold a session of; empty for what is no appointment.
    """

    trip: str
    text: str
    where: str
    value: object
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    appointment: str = ""

    @property
    def name(self) -> str:
        """A name for the test's report."""
        return f"{self.trip}:{self.where}"


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


def _shown(de: str, en: str) -> Mapping[str, tuple[str, ...]]:
    """Return the wordings of both languages, given with ``|`` between them."""
    return MappingProxyType({"de": tuple(de.split("|")), "en": tuple(en.split("|"))})


def _usa(
    text: str,
    where: str,
    value: object,
    shown: Mapping[str, tuple[str, ...]] = NOTHING,
    appointment: str = "",
) -> Fact:
    return Fact(trip="usa-2025", text=text, where=where, value=value, shown=shown, appointment=appointment)


def _usa_visit(item: str, host: str, text: str) -> tuple[Fact, ...]:
    """Return what is said of one of the four companies in Washington."""
    return (
        _usa(text, f"items/{item}/station", "washington"),
        _usa(text, f"items/{item}/kind", "company_visit"),
        _usa(text, f"items/{item}/announced", "requested", _shown("angefragt", "requested")),
        _usa(text, f"items/{item}/request/status", "requested"),
        _usa(text, f"items/{item}/host", host),
        _usa(text, f"hosts/{host}/name", text.partition(" ")[0], _shown(*[text.partition(" ")[0]] * 2), item),
        _usa(text, f"hosts/{host}/named", True),
    )


def _usa_planned(item: str, station: str, kind: str, text: str, de: str, en: str) -> tuple[Fact, ...]:
    """Return what is said of an appointment that the announcement plans."""
    return (
        _usa(text, f"items/{item}/title/de", de.partition("|")[0], _shown(de, en), item),
        _usa(text, f"items/{item}/title/en", en.partition("|")[0]),
        _usa(text, f"items/{item}/station", station),
        _usa(text, f"items/{item}/kind", kind),
        _usa(text, f"items/{item}/announced", "planned", _shown("geplant", "planned")),
        _usa(text, f"items/{item}/must", True),
    )


USA_FACTS: Final[tuple[Fact, ...]] = (
    _usa(
        "starts 18 May 2025, ends 24/25 May 2025; both dates are shown",
        "dates/start",
        "2025-05-18",
        _shown("18. bis 24./25. Mai 2025", "18 to 24/25 May 2025"),
    ),
    _usa("ends 24/25 May 2025: the return crosses midnight", "dates/end", "2025-05-24/2025-05-25"),
    _usa(
        "led by Minister-President Mario Voigt",
        "delegates/voigt/name",
        "Mario Voigt",
        _shown("Mario Voigt|Ministerpräsident", "Mario Voigt|Minister-President"),
    ),
    _usa("led by Minister-President Mario Voigt", "delegates/voigt/function/de", "Ministerpräsident"),
    _usa("led by Minister-President Mario Voigt", "delegates/voigt/function/en", "Minister-President"),
    _usa("led by Minister-President Mario Voigt", "delegates/voigt/role", "head"),
    _usa("led by Minister-President Mario Voigt", "delegates/voigt/sample", False),
    _usa(
        "led by Minister of Economic Affairs Colette Boos-John",
        "delegates/boos-john/name",
        "Colette Boos-John",
        _shown("Colette Boos-John|Wirtschaftsministerin", "Colette Boos-John|Minister of Economic Affairs"),
    ),
    _usa("led by Minister Boos-John", "delegates/boos-john/function/de", "Wirtschaftsministerin"),
    _usa("led by Minister Boos-John", "delegates/boos-john/function/en", "Minister of Economic Affairs"),
    _usa("led by Minister Boos-John", "delegates/boos-john/role", "head"),
    _usa("led by Minister Boos-John", "delegates/boos-john/sample", False),
    _usa(
        "the heads are Thuringia's", "leadership/de", "Freistaat Thüringen", _shown("Thüringen", "Thuringia")
    ),
    _usa("the heads are Thuringia's", "leadership/en", "Free State of Thuringia, Germany"),
    _usa(
        "motto",
        "motto",
        "Inspiration. Connection. Transformation.",
        _shown(*["Inspiration. Connection. Transformation."] * 2),
    ),
    _usa(
        "stations, in order",
        "stations/*/name",
        ("Washington, D.C.", "New York", "Boston"),
        _shown(*["Washington, D.C.|New York|Boston"] * 2),
    ),
    _usa(
        "contacts along the way",
        "host_kinds/de",
        "Konsulat, Multiplikatoren vor Ort, Auslandshandelskammer (AHK)",
    ),
    _usa(
        "contacts along the way: consulate, local multipliers, chamber of commerce abroad (AHK)",
        "host_kinds/en",
        "Consulate, local multipliers, German chamber of commerce abroad (AHK)",
        _shown("Konsulat|Multiplikatoren|Auslandshandelskammer|AHK", "consulate|multipliers|chamber|AHK"),
    ),
    *_usa_planned(
        "briefing-political",
        "washington",
        "briefing",
        "a political briefing",
        "Politisches Briefing",
        "Political briefing",
    ),
    *_usa_planned(
        "briefing-economic",
        "washington",
        "briefing",
        "an economic briefing",
        "Wirtschaftliches Briefing",
        "Economic briefing",
    ),
    *_usa_visit("visit-amazon", "amazon", "Amazon is asked"),
    *_usa_visit("visit-boeing", "boeing", "Boeing is asked"),
    *_usa_visit("visit-google", "google", "Google is asked"),
    *_usa_visit("visit-merck", "merck", "Merck is asked"),
    *_usa_planned(
        "visit-un",
        "new-york",
        "institution_visit",
        "visit to the United Nations",
        "Besuch der Vereinten Nationen",
        "Visit to the United Nations",
    ),
    _usa(
        "the United Nations are a highlight",
        "items/visit-un/highlight",
        True,
        _shown("Höhepunkt", "highlight"),
    ),
    _usa("guided tours at the UN take at most 20 people each", "items/visit-un/max_people", 20),
    *_usa_planned(
        "asparagus-dinner",
        "new-york",
        "dinner",
        "the AHK's Asparagus Dinner",
        "Asparagus Dinner|AHK",
        "Asparagus Dinner|AHK",
    ),
    _usa("the Asparagus Dinner is a highlight", "items/asparagus-dinner/highlight", True),
    _usa("the Asparagus Dinner is the AHK's", "items/asparagus-dinner/host", "ahk-new-york"),
    _usa("the Asparagus Dinner is a dinner", "items/asparagus-dinner/meal", "dinner"),
    _usa(
        "the AHK's central annual reception and networking event",
        "items/asparagus-dinner/description/de",
        "Zentraler Jahresempfang der AHK und ihr Treffpunkt zum Knüpfen von Kontakten, mit Gästen.",
        _shown("Jahresempfang|Kontakte", "annual reception|networking"),
    ),
    _usa(
        "the AHK's central annual reception and networking event",
        "items/asparagus-dinner/description/en",
        "The AHK's central annual reception and networking event, with guests.",
    ),
    _usa(
        "exchange with Thuringian entrepreneurs based there and outside technology groups with a branch in Thuringia",
        "items/thuringia-exchange/title/de",
        "Austausch mit Thüringer Unternehmern und Technologiekonzernen",
        _shown(
            "Austausch mit Thüringer Unternehmern und Technologiekonzernen|Niederlassung in Thüringen",
            "Exchange with Thuringian entrepreneurs and technology groups|branch in Thuringia",
        ),
        "thuringia-exchange",
    ),
    _usa("the exchange is in Boston", "items/thuringia-exchange/station", "boston"),
    _usa("the exchange is an exchange", "items/thuringia-exchange/kind", "exchange"),
    _usa(
        "the exchange can take place",
        "items/thuringia-exchange/announced",
        "possible",
        _shown("möglich", "possible"),
    ),
    _usa("the exchange can take place", "items/thuringia-exchange/request/status", "tentative"),
    *_usa_planned(
        "visit-headquarters",
        "boston",
        "company_visit",
        "visits to headquarters of large companies",
        "Besuche in Zentralen großer Unternehmen",
        "Visits to headquarters of large companies",
    ),
    *_usa_planned(
        "visit-datarobot",
        "boston",
        "company_visit",
        "DataRobot is named",
        "Besuch bei DataRobot",
        "Visit to DataRobot",
    ),
    _usa("DataRobot is an AI pioneer", "hosts/datarobot/named", True, _shown("Pionier", "pioneer")),
    _usa("the source spells it Data Robots", "items/visit-datarobot/source_spelling", "Data Robots"),
    *_usa_planned(
        "visit-harvard",
        "boston",
        "university_visit",
        "Harvard University",
        "Harvard University",
        "Harvard University",
    ),
    _usa("the source spells it Havard", "items/visit-harvard/source_spelling", "Havard"),
    *_usa_planned(
        "visit-mit",
        "boston",
        "university_visit",
        "MIT",
        "Massachusetts Institute of Technology (MIT)",
        "Massachusetts Institute of Technology (MIT)",
    ),
    _usa(
        "target industries",
        "sectors/*/name",
        (
            "Smart Manufacturing & Robotics",
            "Life Sciences & Biotechnology",
            "AI & Digital Technology / e-Commerce",
        ),
        _shown(
            *[
                "Smart Manufacturing & Robotics|Life Sciences & Biotechnology|"
                "AI & Digital Technology / e-Commerce"
            ]
            * 2
        ),
    ),
    _usa("the offer is mainly for these", "open_to_all_sectors", False, _shown("vor allem", "mainly")),
    _usa(
        "about 50 companies came to an investors' presentation",
        "items/investors-presentation/station",
        "boston",
    ),
    _usa(
        "about 50 companies came to an investors' presentation",
        "items/investors-presentation/guests_expected",
        50,
    ),
    _usa("75 people travelled", "call/places", 75),
)
"""Trip 1: USA, East Coast."""
