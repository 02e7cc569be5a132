"""The sheets and columns of the workbook: what each is called in German and English, holds and means."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from geleit.domain.kinds import Attendance, HostKind, ItemKind, Meal, Role
from geleit.domain.status import Announcement, Publication, RequestStatus


class CellKind(StrEnum):
    """How a cell is read and written."""

    ID = "id"
    REF = "ref"
    LINE = "line"
    TEXT = "text"
    """A text in one language; the language stands in the heading, none for a wording right in all."""
    NUMBER = "number"
    FLAG = "flag"
    DATE = "date"
    MOMENT = "moment"
    WORDS = "words"
    """Several words separated by commas."""
    TIMES = "times"
    """Several windows or times separated by semicolons."""
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Parameters
    ----------
    path
        Keys of the trip file that lead to the value in the row's object.
    de, en
        The heading in each language.
    help_de, help_en
        What the guide says about it.
    refers_to
        For ``REF`` and ``WORDS``: the key of the trip file whose ids belong here.
    language
        For ``TEXT``: the language of this column; empty for a wording right in all.
    """

    path: tuple[str, ...]
    kind: CellKind
    de: str
    en: str
    help_de: str
    help_en: str
    is_required: bool = False
    choices: type[StrEnum] | None = None
    refers_to: str = ""
    language: str = ""
    width: int = 14

    @property
    def key(self) -> str:
        """The path as one word."""
        return ".".join(self.path)

    @property
    def heading(self) -> str:
        """What the first row shows."""
        mark = f" ({self.language})" if self.language else ""
        german, english = f"{self.de}{mark}", f"{self.en}{mark}"
        return german if german == english else f"{german} / {english}"

    @property
    def names(self) -> frozenset[str]:
        """Every heading by which the column is known, in lower case."""
        mark = f" ({self.language})" if self.language else ""
        names = {self.heading, f"{self.de}{mark}", f"{self.en}{mark}", f"{self.key}{mark}"}
        names |= {f"{name.removesuffix(mark)} {self.language}" for name in names if mark}
        return frozenset(" ".join(name.casefold().split()) for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet.

    Parameters
    ----------
    key
        The key of the trip file whose members are its rows.
    is_required
        Whether a workbook that is read must have it.
    """

    key: str
    title: str
    other_titles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows_max: int = 5000
    is_required: bool = True


def _id(de: str, en: str) -> Column:
    return Column(
        path=("id",),
        kind=CellKind.ID,
        de="Kennung",
        en="ID",
        help_de=f"Kurzname {de}: Kleinbuchstaben, Ziffern, Bindestrich. Er bleibt, auch wenn sich alles andere ändert.",
        help_en=f"Short name of {en}: small letters, digits, hyphens. It stays even when all else changes.",
        is_required=True,
        width=22,
    )


_ASSUMED: Final = Column(
    path=("assumed",),
    kind=CellKind.WORDS,
    de="Angenommen",
    en="Assumed",
    help_de="Felder, die eine Annahme sind, durch Kommas getrennt, oder all. Jede Seite kennzeichnet sie.",
    help_en="Fields that are assumptions, separated by commas, or all. Every page marks them.",
    width=24,
)
_SAMPLE: Final = Column(
    path=("sample",),
    kind=CellKind.FLAG,
    de="Muster",
    en="Sample",
    help_de="x, wenn erfunden.",
    help_en="x for an invention.",
    width=9,
)
_SECTORS: Final = Column(
    path=("sectors",),
    kind=CellKind.WORDS,
    de="Branchen",
    en="Sectors",
    help_de="Kennungen von Zielbranchen, durch Kommas getrennt.",
    help_en="Ids of target industries, separated by commas.",
    refers_to="sectors",
    width=22,
)


def _texts(key: str, de: str, en: str, help_de: str, help_en: str, *, required: bool = False) -> list[Column]:
    """Return the column of a wording right in all languages and those of the three languages."""
    return [
        Column(
            path=(key,),
            kind=CellKind.TEXT,
            de=de,
            en=en,
            help_de=f"{help_de}{_LANGUAGE_HELP_DE[language]}",
            help_en=f"{help_en}{_LANGUAGE_HELP_EN[language]}",
            is_required=required,
            language=language,
            width=30,
        )
        for language in ("", "de", "en", "zh")
    ]


_LANGUAGE_HELP_DE: Final = {
    "": " Wenn es in allen Sprachen gleich heißt; sonst leer lassen.",
    "de": " Auf Deutsch.",
    "en": " Auf Englisch.",
    "zh": " Auf Chinesisch.",
}
_LANGUAGE_HELP_EN: Final = {
    "": " Where it is the same in all languages; else leave empty.",
    "de": " In German.",
    "en": " In English.",
    "zh": " In Chinese.",
}


def _column(  # noqa: PLR0917 # the columns read as a table
    path: str,
    kind: CellKind,
    de: str,
    en: str,
    help_de: str,
    help_en: str,
    *,
    choices: type[StrEnum] | None = None,
    refers_to: str = "",
    required: bool = False,
    width: int = 14,
) -> Column:
    return Column(
        path=tuple(path.split(".")),
        kind=kind,
        de=de,
        en=en,
        help_de=help_de,
        help_en=help_en,
        choices=choices,
        refers_to=refers_to,
        is_required=required,
        width=width,
    )


_DELEGATES: Final = (
    _id("des Mitglieds", "the delegate"),
    _column(
        "name", CellKind.LINE, "Name", "Name",
        "Wie die Person ihn schreibt.", "As the person writes it.", required=True, width=26,
    ),
    _column(
        "name_latin", CellKind.LINE, "Name in lateinischer Schrift", "Name in Latin letters",
        "Für Namenslisten, bei anderer Schrift.", "For name lists, where the script differs.", width=22,
    ),
    _column(
        "role", CellKind.CHOICE, "Rolle", "Role",
        "Warum die Person mitreist.", "Why the person travels.", choices=Role, required=True,
    ),
    _column(
        "organisation", CellKind.REF, "Organisation", "Organisation",
        "Kennung aus dem Blatt Organisations.", "Id from the sheet Organisations.",
        refers_to="organisations", width=22,
    ),
    *_texts("function", "Funktion", "Function", "Was die Person dort tut.", "What the person does there."),
    _column(
        "languages", CellKind.WORDS, "Sprachen", "Languages",
        "Sprachkürzel wie de, en, zh, durch Kommas getrennt.", "Codes such as de, en, zh, separated by commas.",
    ),
    _SECTORS,
    _column(
        "presence.joins", CellKind.MOMENT, "Kommt am", "Joins",
        "Datum und Uhrzeit vor Ort; leer: von Anfang an.", "Local date and time; empty: from the start.", width=18,
    ),
    _column(
        "presence.leaves", CellKind.MOMENT, "Geht am", "Leaves",
        "Datum und Uhrzeit vor Ort; leer: bis zum Ende.", "Local date and time; empty: to the end.", width=18,
    ),
    _column(
        "guide", CellKind.FLAG, "Begleitung", "Guide",
        "x, wenn die Person eine Gruppe führen darf.", "x when the person may lead a group.", width=11,
    ),
    _column(
        "rank", CellKind.NUMBER, "Rang", "Rank",
        "Protokollarischer Rang, 1 zuerst; leer: hinter allen.",
        "Order of precedence, 1 first; empty: behind all.", width=8,
    ),
    _SAMPLE,
    _ASSUMED,
)  # fmt: skip # one column a block, its words side by side

_ORGANISATIONS: Final = (
    _id("der Organisation", "the organisation"),
    *_texts("name", "Name", "Name", "Name der Organisation.", "The organisation's name.", required=True),
    _column("town", CellKind.LINE, "Ort", "Town", "Wo sie sitzt.", "Where it sits.", width=18),
    _column(
        "employees", CellKind.NUMBER, "Beschäftigte", "Employees",
        "Wie viele dort arbeiten.", "How many people work there.", width=12,
    ),
    _SECTORS,
    _column("website", CellKind.LINE, "Website", "Website", "Adresse der Seite.", "Address of its site.", width=26),
    _SAMPLE,
    _ASSUMED,
)  # fmt: skip # one column a block, its words side by side

_HOSTS: Final = (
    _id("des Gastgebers", "the host"),
    *_texts("name", "Name", "Name", "Name des Gastgebers.", "The host's name.", required=True),
    _column(
        "kind", CellKind.CHOICE, "Art", "Kind",
        "Was der Gastgeber ist.", "What the host is.", choices=HostKind, required=True, width=18,
    ),
    _column(
        "place", CellKind.REF, "Adresse (Ort)", "Place",
        "Kennung des Hauses aus der Reisedatei.", "Id of the house in the trip file.", refers_to="places", width=22,
    ),
    _column(
        "languages", CellKind.WORDS, "Sprachen", "Languages",
        "Sprachen, in denen empfangen wird.", "Languages in which visitors are received.",
    ),
    _SECTORS,
    _column("website", CellKind.LINE, "Website", "Website", "Adresse der Seite.", "Address of its site.", width=26),
    _column(
        "named", CellKind.FLAG, "In der Ausschreibung", "Announced by name",
        "x, wenn die Ausschreibung ihn nennt.", "x when the announcement names it.", width=12,
    ),
    _SAMPLE,
    _ASSUMED,
)  # fmt: skip # one column a block, its words side by side

_ITEMS: Final = (
    _id("des Programmpunkts", "the item"),
    *_texts("title", "Titel", "Title", "Wie er im Programm heißt.", "What the programme calls it.", required=True),
    _column(
        "kind", CellKind.CHOICE, "Art", "Kind", "Was er ist.", "What it is.",
        choices=ItemKind, required=True, width=18,
    ),
    _column(
        "station", CellKind.REF, "Station", "Station",
        "Kennung der Station.", "Id of the station.", refers_to="stations", required=True,
    ),
    _column("host", CellKind.REF, "Gastgeber", "Host", "Kennung des Gastgebers.", "Id of the host.",
            refers_to="hosts", width=22),
    _column(
        "place", CellKind.REF, "Adresse (Ort)", "Place",
        "Kennung des Ortes; leer: der des Gastgebers.", "Id of the place; empty: the host's.",
        refers_to="places", width=22,
    ),
    _column(
        "duration_min", CellKind.NUMBER, "Dauer (Min.)", "Duration (min)",
        "Minuten eines Durchgangs.", "Minutes of one session.", required=True, width=11,
    ),
    _column(
        "windows", CellKind.TIMES, "Zeitfenster", "Windows",
        "Etwa 2025-05-19 09:00-12:00; mehrere durch Semikolon. Leer: übliche Öffnungszeiten.",
        "Such as 2025-05-19 09:00-12:00; several with semicolons. Empty: the usual hours.", width=40,
    ),
    _column("min_people", CellKind.NUMBER, "Mindestens", "At least", "Wenigste Personen je Durchgang.",
            "Fewest people in a session.", width=11),
    _column("max_people", CellKind.NUMBER, "Höchstens", "At most", "Meiste Personen je Durchgang; leer: beliebig.",
            "Most people in a session; empty: any number.", width=11),
    _column("sessions_max", CellKind.NUMBER, "Durchgänge", "Sessions", "Wie viele Durchgänge es gibt.",
            "How many sessions there are.", width=11),
    _column("attendance", CellKind.CHOICE, "Teilnahme", "Attendance", "Wer hingeht.", "Who goes.", choices=Attendance),
    _column("must", CellKind.FLAG, "Muss", "Must", "x, wenn das Programm ohne ihn falsch ist.",
            "x when the programme is wrong without it.", width=8),
    _column("weight", CellKind.NUMBER, "Gewicht", "Weight", "0 bis 5.", "0 to 5.", width=9),
    _column("highlight", CellKind.FLAG, "Höhepunkt", "Highlight", "x, wenn er hervorgehoben wird.",
            "x when pages give it room.", width=11),
    _SECTORS,
    _column("roles", CellKind.WORDS, "Rollen", "Roles", "Wer teilnehmen darf; leer: alle.",
            "Roles that may attend; empty: all."),
    _column(
        "required_people", CellKind.WORDS, "Pflichtteilnahme", "Required people",
        "Kennungen der Mitglieder, die dabei sein müssen.", "Ids of delegates who must be there.",
        refers_to="delegates", width=22,
    ),
    _column(
        "languages", CellKind.WORDS, "Sprachen", "Languages",
        "Leer: die des Gastgebers; *: jede.", "Empty: the host's; *: any.",
    ),
    _column("meal", CellKind.CHOICE, "Mahlzeit", "Meal", "Mahlzeit, die dazugehört.", "Meal that is part of it.",
            choices=Meal, width=10),
    _column("arrive_before_min", CellKind.NUMBER, "Vorher da (Min.)", "Arrive before (min)",
            "Minuten für Einlass vor Beginn.", "Minutes for security before the start.", width=11),
    _column("leave_after_min", CellKind.NUMBER, "Danach (Min.)", "Leave after (min)",
            "Minuten zum Verlassen des Hauses.", "Minutes for leaving the house.", width=11),
    _column("request.status", CellKind.CHOICE, "Anfrage", "Request", "Stand der Terminanfrage.",
            "Where the host request stands.", choices=RequestStatus, width=16),
    _column("request.channel", CellKind.LINE, "Über", "Channel", "Über wen angefragt wurde.",
            "Through whom the host was asked."),
    _column("request.decide_by", CellKind.DATE, "Entscheidung bis", "Decide by",
            "Tag, bis zu dem die Antwort nötig ist.",
            "Day by which the answer is needed.", width=13),
    _column("request.slots", CellKind.TIMES, "Zugesagte Zeiten", "Confirmed slots",
            "Etwa 2025-05-21 09:40; mehrere durch Semikolon.", "Such as 2025-05-21 09:40; several with semicolons.",
            width=24),
    _column("request.fallback", CellKind.REF, "Ersatz", "Fallback", "Kennung des Programmpunkts, wenn abgesagt wird.",
            "Id of the item to try when the host declines.", refers_to="items", width=22),
    _column("announced", CellKind.CHOICE, "Angekündigt", "Announced", "Was die Ausschreibung verspricht.",
            "What the public was promised.", choices=Announcement),
    _column("publication", CellKind.CHOICE, "Veröffentlichung", "Publication", "Wer ihn sehen darf.",
            "Who may see it.", choices=Publication, width=20),
    _column("name_list.due", CellKind.DATE, "Namensliste bis", "Name list due",
            "Tag, bis zu dem der Gastgeber sie braucht.",
            "Day by which the host wants it.", width=13),
    _ASSUMED,
)  # fmt: skip # one column a block, its words side by side

_WISHES: Final = (
    _column("delegate", CellKind.REF, "Mitglied", "Delegate", "Kennung des Mitglieds.", "Id of the delegate.",
            refers_to="delegates", required=True, width=22),
    _column("item", CellKind.REF, "Programmpunkt", "Item", "Kennung des Programmpunkts.", "Id of the item.",
            refers_to="items", required=True, width=26),
    _column("strength", CellKind.NUMBER, "Stärke", "Strength",
            "1 (wäre schön) bis 5 (Grund der Reise); leer: kein Wunsch mehr.",
            "1 (would be nice) to 5 (the reason for travelling); empty: no wish any more.", width=10),
)  # fmt: skip # one column a block, its words side by side

WISHES: Final = "wishes"

SHEETS: Final = (
    Sheet(
        key="delegates",
        title="Delegates",
        other_titles=("mitglieder", "delegation", "teilnehmer"),
        columns=_DELEGATES,
    ),
    Sheet(
        key="organisations",
        title="Organisations",
        other_titles=("organisationen", "unternehmen", "companies"),
        columns=_ORGANISATIONS,
        is_required=False,
    ),
    Sheet(key="hosts", title="Hosts", other_titles=("gastgeber",), columns=_HOSTS),
    Sheet(
        key="items", title="Items", other_titles=("programmpunkte", "programm", "programme"), columns=_ITEMS
    ),
    Sheet(
        key=WISHES,
        title="Wishes",
        other_titles=("wünsche", "wuensche"),
        columns=_WISHES,
        rows_max=50_000,
        is_required=False,
    ),
)

GUIDE_TITLE: Final = "Guide"
LISTS_TITLE: Final = "Lists"
"""Sheets that are written for the reader and for Excel's lists; reading passes over them."""
