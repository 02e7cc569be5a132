"""The words of a new trip file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

type StarterLanguage = Literal["de", "en"]
type StarterWords = Mapping[str, str]

NAMES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "leadership": {"de": "Leitung der Delegation", "en": "Leader of the delegation"},
        "industry": {"de": "Industrie", "en": "Industry"},
        "health": {"de": "Gesundheit", "en": "Health"},
        "digital": {"de": "Digitales", "en": "Digital"},
        "hotel": {"de": "Hotel in", "en": "Hotel in"},
        "house": {"de": "Haus eines Gastgebers", "en": "House of a host"},
        "group": {"de": "Gruppe 1", "en": "Group 1"},
    }
)

ITEMS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "briefing": {"de": "Briefing zum Standort", "en": "Briefing"},
        "company_visit": {"de": "Unternehmensbesuch", "en": "Company visit"},
        "dinner": {"de": "Gemeinsames Abendessen", "en": "Dinner together"},
        "university_visit": {"de": "Hochschulbesuch", "en": "University visit"},
    }
)

_DE: Final[StarterWords] = {
    "file": """\
Eine Reisedatei. Alles hier ist ein Anfang: ändern Sie, was Sie wissen.
Was Sie wissen, streichen Sie aus "assumed"; "assumed: all" heißt, dass nichts davon feststeht.
Texte gelten für alle Sprachen ("Amazon") oder je Sprache ({de: ..., en: ...}).
Prüfen und planen: geleit plan DIESE_DATEI --out ORDNER""",
    "sectors": "Zielbranchen. Programmpunkte und Mitglieder nennen sie; daraus folgt, wer wohin geht.",
    "places": "Orte: Hotels und Häuser der Gastgeber, Grad nördlich (lat) und östlich (lon), Zeitzone, Land.",
    "stations": "Stationen in der Reihenfolge der Reise. base ist das Hotel, an dem jeder Tag beginnt und endet.",
    "legs": """\
Etappen von Hotel zu Hotel, Minuten von Tür zu Tür. Ohne origin geht es zu Hause los, ohne destination nach Hause.
Eine Abfahrt "2025-05-20 13:30-15:00" lässt dem Planer die Wahl.""",
    "frame": "Der Rahmen eines Tages, Zeiten vor Ort, Dauern in Minuten.",
    "groups": "Höchstens so viele Gruppen fahren zugleich, jede mit so vielen Plätzen, die Begleitung eingerechnet.",
    "items": """\
Was geschehen kann. windows sagt, wann ein Durchgang liegen darf; ohne windows gelten die üblichen Zeiten.
attendance: all heißt, dass alle hingehen; must: true, dass das Programm ohne ihn falsch ist.
request: {status: confirmed, slots: ["2025-05-21 09:40"]} hält eine zugesagte Zeit fest.""",
    "organisations": "Woher die Mitglieder kommen. sample: true kennzeichnet Erfundenes auf jeder Seite.",
    "delegates": """\
Wer mitreist. wishes nennt Programmpunkte und wie sehr sie gewünscht sind, 1 bis 5.
Mit "geleit export-xlsx" und "geleit import-xlsx" lässt sich die Liste in Excel bearbeiten.""",
}

_EN: Final[StarterWords] = {
    "file": """\
A trip file. All of it is a beginning: change what you know.
What you know, take out of "assumed"; "assumed: all" says that nothing of an object is certain.
Texts hold for all languages ("Amazon") or for each ({de: ..., en: ...}).
Check and plan: geleit plan THIS_FILE --out FOLDER""",
    "sectors": "Target industries. Items and delegates name them, and who goes where follows from that.",
    "places": "Places: hotels and houses of hosts, degrees north (lat) and east (lon), time zone, country.",
    "stations": "Stations in the order of the journey. base is the hotel where each day begins and ends.",
    "legs": """\
Legs from hotel to hotel, minutes from door to door. Without origin one starts at home, without destination
it ends there.
A departure "2025-05-20 13:30-15:00" leaves the choice to the planner.""",
    "frame": "The frame of a day, local times, lengths in minutes.",
    "groups": "At most so many groups ride at a time, each with so many seats, the guide's included.",
    "items": """\
What may happen. windows says when a session may lie; without windows the usual hours count.
attendance: all says that everyone goes; must: true that the programme is wrong without it.
request: {status: confirmed, slots: ["2025-05-21 09:40"]} holds a time that a host confirmed.""",
    "organisations": "Where the delegates come from. sample: true marks inventions on every page.",
    "delegates": """\
Who travels. wishes names items and how much they are wished for, 1 to 5.
"geleit export-xlsx" and "geleit import-xlsx" let you work on the list in Excel.""",
}

COMMENTS: Final[Mapping[StarterLanguage, StarterWords]] = MappingProxyType({"de": _DE, "en": _EN})
