"""German and English words for the codes that cells hold; both are read, the code is written."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from geleit.domain.kinds import Attendance, HostKind, ItemKind, Meal, Role
from geleit.domain.status import Announcement, Publication, RequestStatus

LABELS: Final[Mapping[type[StrEnum], Mapping[str, tuple[str, str]]]] = MappingProxyType(
    {
        Role: {
            "head": ("Delegationsleitung", "head of delegation"),
            "political": ("Politik", "political"),
            "business": ("Wirtschaft", "business"),
            "science": ("Wissenschaft", "science"),
            "press": ("Presse", "press"),
            "organiser": ("Organisation", "organiser"),
            "partner": ("Partner vor Ort", "partner abroad"),
            "interpreter": ("Dolmetschen", "interpreter"),
            "security": ("Sicherheit", "security"),
            "companion": ("Begleitperson", "companion"),
        },
        HostKind: {
            "company": ("Unternehmen", "company"),
            "authority": ("Behörde", "authority"),
            "university": ("Hochschule", "university"),
            "chamber": ("Kammer", "chamber"),
            "consulate": ("Konsulat", "consulate"),
            "multiplier": ("Multiplikator", "multiplier"),
            "international_organisation": ("internationale Organisation", "international organisation"),
            "association": ("Verband", "association"),
            "venue": ("Veranstaltungsort", "venue"),
        },
        ItemKind: {
            "briefing": ("Briefing", "briefing"),
            "political_talk": ("politisches Gespräch", "political talk"),
            "institution_visit": ("Institutionsbesuch", "institution visit"),
            "company_visit": ("Unternehmensbesuch", "company visit"),
            "excursion": ("Abstecher", "excursion"),
            "university_visit": ("Hochschulbesuch", "university visit"),
            "exchange": ("Austausch", "exchange"),
            "chamber_visit": ("Kammerbesuch", "chamber visit"),
            "presentation": ("Präsentation", "presentation"),
            "reception": ("Empfang", "reception"),
            "dinner": ("Abendessen", "dinner"),
            "free_time": ("freie Zeit", "free time"),
        },
        Attendance: {
            "open": ("einige Gruppen", "some groups"),
            "all": ("alle", "everyone"),
        },
        Meal: {
            "lunch": ("Mittagessen", "lunch"),
            "dinner": ("Abendessen", "dinner"),
        },
        RequestStatus: {
            "idea": ("Idee", "idea"),
            "requested": ("angefragt", "requested"),
            "in_clarification": ("in Klärung", "in clarification"),
            "tentative": ("in Aussicht", "tentative"),
            "confirmed": ("zugesagt", "confirmed"),
            "delivered": ("durchgeführt", "delivered"),
            "declined": ("abgesagt", "declined"),
            "lapsed": ("verfallen", "lapsed"),
            "withdrawn": ("zurückgezogen", "withdrawn"),
            "cancelled_late": ("kurzfristig abgesagt", "cancelled late"),
        },
        Announcement: {
            "planned": ("geplant", "planned"),
            "requested": ("angefragt", "requested"),
            "possible": ("möglich", "possible"),
            "fixed": ("fest", "fixed"),
        },
        Publication: {
            "internal": ("intern", "internal"),
            "delegation": ("Delegation", "delegation"),
            "public_with_reservation": ("öffentlich unter Vorbehalt", "public with reservation"),
            "public": ("öffentlich", "public"),
        },
    }
)


def code_of(kind: type[StrEnum], word: str) -> str:
    """Return the code that a code or its German or English word stands for; a word unknown comes back as it is."""
    wanted = " ".join(word.casefold().replace("_", " ").split())
    for code, labels in LABELS[kind].items():
        if wanted in (code.replace("_", " "), *(label.casefold() for label in labels)):
            return code
    return word
