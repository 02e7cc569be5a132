"""Invented companies that apply: plainly invented, always the same, and as varied as a real call's.

Every company and every person bears Muster, Beispiel or Probe (German for sample) in the name, every address ends in
``.example``, which nobody can own (RFC 2606).
"""

import random
from dataclasses import dataclass
from datetime import date
from typing import Final

from geleit.domain.applications.application import Applicant, Application, Contact, Gender, Project
from geleit.domain.applications.company import Company, OrganisationKind
from geleit.domain.applications.de_minimis import DeMinimisAid, DeMinimisDeclaration
from geleit.domain.applications.terms import ApplicationTerms, FeeRule, Region, wishable_items
from geleit.domain.people import Wish
from geleit.domain.text import Language, Text
from geleit.domain.trip import Trip

SEED: Final = 20250303
PREFIXES: Final = ("Muster", "Beispiel", "Probe")
TRADES: Final = (
    "Sensorik", "Lasertechnik", "Messgeräte", "Feinmechanik", "Steuerungen", "Kunststofftechnik", "Gießerei",
    "Pumpen", "Verpackungen", "Prüfstände", "Medizintechnik", "Diagnostik", "Implantate", "Laborgeräte",
    "Wirkstoffe", "Zellkultur", "Hörakustik", "Bildverarbeitung", "Software", "Datendienste", "Onlinehandel",
    "Lernplattform", "Logistik-IT", "Robotik", "Keramik", "Glas", "Batterien", "Werkstoffe", "Spielwaren",
    "Lebensmittel",
)  # fmt: skip
"""What the companies make; three companies each."""
TOWNS: Final = (
    ("Erfurt", "mitte"), ("Weimar", "mitte"), ("Gotha", "mitte"), ("Sömmerda", "mitte"), ("Arnstadt", "mitte"),
    ("Jena", "ost"), ("Gera", "ost"), ("Hermsdorf", "ost"), ("Altenburg", "ost"), ("Pößneck", "ost"),
    ("Nordhausen", "nord"), ("Mühlhausen", "nord"), ("Leinefelde", "nord"), ("Sondershausen", "nord"),
    ("Ilmenau", "suedwest"), ("Suhl", "suedwest"), ("Eisenach", "suedwest"), ("Meiningen", "suedwest"),
)  # fmt: skip
WEIGHT_BY_REGION: Final = {"mitte": 5, "ost": 4, "nord": 2, "suedwest": 3}
"""How often a company comes from a town of the region."""
REGIONS: Final = (
    Region(id="nord", name=Text({"de": "Nordthüringen", "en": "North Thuringia"})),
    Region(id="mitte", name=Text({"de": "Mittelthüringen", "en": "Central Thuringia"})),
    Region(id="ost", name=Text({"de": "Ostthüringen", "en": "East Thuringia"})),
    Region(id="suedwest", name=Text({"de": "Südwestthüringen", "en": "South-West Thuringia"})),
    Region(id="andere", name=Text({"de": "außerhalb Thüringens", "en": "outside Thuringia"})),
)
"""The four planning regions of Thuringia, and everywhere else."""
WOMEN: Final = (
    "Anna",
    "Birgit",
    "Clara",
    "Doreen",
    "Esther",
    "Franziska",
    "Grit",
    "Helen",
    "Ines",
    "Jana",
    "Katrin",
    "Lena",
)
MEN: Final = (
    "Andreas",
    "Bernd",
    "Carsten",
    "David",
    "Erik",
    "Frank",
    "Georg",
    "Henning",
    "Ingo",
    "Jens",
    "Kai",
    "Lars",
)
BOARD: Final = ("Geschäftsführung", "Vorstand", "Inhaberschaft")
STAFF: Final = ("Vertriebsleitung", "Entwicklungsleitung", "Export", "Projektleitung", "Einkauf")
AIMS: Final[dict[Language, tuple[str, ...]]] = {
    "de": (
        "Wir suchen Vertriebspartner an der Ostküste und wollen zwei Pilotkunden besuchen.",
        "Wir prüfen eine Niederlassung und brauchen Auskunft zu Zulassung und Haftung.",
        "Wir wollen mit Hochschulen über gemeinsame Entwicklung sprechen.",
        "Unser größter Kunde fertigt in den USA; wir wollen ihm dorthin folgen.",
        "Wir exportieren noch nicht und wollen wissen, ob sich der Schritt lohnt.",
    ),
    "en": ("We look for partners on the East Coast and want to visit two pilot customers.",),
}
PROJECTS: Final = (
    "Markteintritt",
    "Pilotprojekt",
    "Vertriebspartnerschaft",
    "Gemeinsame Entwicklung",
    "Fertigung vor Ort",
)
COUNT: Final = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """An invented application with what reviewers gave it.

    Parameters
    ----------
    quality
        0 to 1, from which the scores are drawn.
    """

    application: Application
    quality: float


def sample_terms(trip: Trip) -> ApplicationTerms:
    """Return terms for a trip's sample applications; fees by size where the trip has the four of the example."""
    others = frozenset(OrganisationKind) - {OrganisationKind.COMPANY}
    rules = (
        FeeRule(tier=0, employees_max=9),
        FeeRule(tier=1, employees_min=10, employees_max=249),
        FeeRule(tier=2, employees_min=250),
        FeeRule(tier=3, kinds=others),
    )
    return ApplicationTerms(
        regions=REGIONS, fee_rules=rules if len(trip.call.fees) == len(rules) else (), aid_eur=1500
    )


def sample_applications(trip: Trip, *, count: int = COUNT) -> tuple[Sample, ...]:
    """Return invented applications for a trip, the same at every call."""
    chance = random.Random(SEED)  # noqa: S311  # invented companies need no cryptography
    return tuple(_sample(trip, number, chance) for number in range(count))


def _sample(trip: Trip, number: int, chance: random.Random) -> Sample:
    company = _company(trip, number, chance)
    domain = company.name.split(" GmbH")[0].split(" AG")[0].lower().replace(" ", "-").translate(_PLAIN)
    people = _people(domain, chance)
    language: Language = "en" if number % 15 == 7 else "de"
    aims = AIMS[language]
    return Sample(
        quality=min(1.0, max(0.1, chance.gauss(0.62, 0.18))),
        application=Application(
            language=language,
            company=company,
            contact=Contact(name=people[0].name, email=f"bewerbung@{domain}.example"),
            people=people,
            aim=chance.choice(aims),
            projects=_projects(chance),
            wishes=_wishes(trip, company, chance),
            de_minimis=_declaration(number, chance),
            accepts_terms=True,
            sample=True,
        ),
    )


_PLAIN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _company(trip: Trip, number: int, chance: random.Random) -> Company:
    prefix, trade = PREFIXES[number % len(PREFIXES)], TRADES[number // len(PREFIXES) % len(TRADES)]
    town, region = chance.choices(TOWNS, weights=[WEIGHT_BY_REGION[region] for _, region in TOWNS])[0]
    employees = int(
        chance.choice((5, 8, 14, 25, 40, 60, 90, 140, 200, 240, 320, 650)) * chance.uniform(0.8, 1.3)
    )
    sectors = [sector.id for sector in trip.sectors]
    own = chance.choice([*sectors, *sectors, ""]) if sectors else ""
    form = "AG" if employees > 400 else "GmbH"
    return Company(
        name=f"{prefix} {trade} {form}",
        street=f"Musterweg {number + 1}",
        postcode="99999",
        town=town,
        region=region,
        website=f"www.{prefix}-{trade}.example".lower().translate(_PLAIN),
        employees=employees,
        turnover_eur=int(employees * chance.uniform(90_000, 220_000) // 10_000) * 10_000,
        sectors=frozenset({own}) if own else frozenset(),
        other_sector="" if own else trade,
        profile=f"Erfundenes Unternehmen für die Vorführung: {trade} aus {town}.",
        is_first_timer=chance.random() < 0.45,
    )


def _people(domain: str, chance: random.Random) -> tuple[Applicant, ...]:
    return tuple(_person(domain, place, chance) for place in range(chance.choice((1, 1, 1, 2))))


def _person(domain: str, place: int, chance: random.Random) -> Applicant:
    is_woman = chance.random() < 0.32
    given = chance.choice(WOMEN if is_woman else MEN)
    family = chance.choice(("Muster", "Beispiel", "Probe", "Mustermann", "Beispielmann"))
    is_board = chance.random() < (0.55 if place == 0 else 0.15)
    return Applicant(
        name=f"{given} {family}",
        function=chance.choice(BOARD if is_board else STAFF),
        email=f"{given.lower()}@{domain}.example",
        gender=Gender.WOMAN if is_woman else Gender.MAN,
        is_board_level=is_board,
        languages=frozenset({"de", "en"}),
    )


def _projects(chance: random.Random) -> tuple[Project, ...]:
    titles = chance.sample(PROJECTS, chance.choice((0, 1, 1, 2)))
    return tuple(Project(title=title, text="Erfunden für die Vorführung.") for title in titles)


def _wishes(trip: Trip, company: Company, chance: random.Random) -> tuple[Wish, ...]:
    """Return up to five wishes, those of the company's sector first."""
    items = wishable_items(trip)
    near = [item.id for item in items if item.sectors & company.sectors]
    rest = [item.id for item in items if item.id not in near]
    picked = chance.sample(near, min(3, len(near))) + chance.sample(rest, min(2, len(rest)))
    return tuple(Wish(item=item, strength=max(2, 5 - place)) for place, item in enumerate(picked[:5]))


def _declaration(number: int, chance: random.Random) -> DeMinimisDeclaration:
    if number % 4:
        return DeMinimisDeclaration(is_confirmed=True)
    amount = 299_500 if number == 44 else chance.randrange(2_000, 90_000, 500)
    aid = DeMinimisAid(
        granted_on=date(2023, 1 + number % 12, 15), amount_eur=amount, grantor="Musterbank (erfunden)"
    )
    return DeMinimisDeclaration(is_confirmed=True, aids=(aid,))
