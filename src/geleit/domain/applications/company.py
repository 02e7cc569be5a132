"""The company that applies, and its size by the European definition."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_LEGAL_FORMS: Final = frozenset(
    {"gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "gbr", "ug", "eg", "ek", "ev", "se", "co", "und", "and"}
    | {"inc", "ltd", "llc", "corp", "haftungsbeschrankt"}
)
_WORD: Final = re.compile(r"\w+")


class OrganisationKind(StrEnum):
    """What applies; only a company has a size."""

    COMPANY = "company"
    SCIENCE = "science"
    CHAMBER = "chamber"
    PRESS = "press"
    OTHER = "other"


class SizeClass(StrEnum):
    """Size by Commission Recommendation 2003/361/EC, Annex, Article 2."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"

    @property
    def is_sme(self) -> bool:
        """Whether it is a micro, small or medium-sized enterprise."""
        return self is not SizeClass.LARGE


@dataclass(frozen=True, slots=True)
class SizeLimit:
    """A class holds below the head count and up to one of the two amounts."""

    size: SizeClass
    employees_below: int
    turnover_up_to_eur: int
    balance_up_to_eur: int


SIZE_LIMITS: Final = (
    SizeLimit(SizeClass.MICRO, 10, 2_000_000, 2_000_000),
    SizeLimit(SizeClass.SMALL, 50, 10_000_000, 10_000_000),
    SizeLimit(SizeClass.MEDIUM, 250, 50_000_000, 43_000_000),
)
"""Smallest first. Source: Commission Recommendation 2003/361/EC, Annex, Article 2."""


def size_class(employees: int, turnover_eur: int | None, balance_eur: int | None) -> SizeClass:
    """Return the class of an enterprise.

    Parameters
    ----------
    employees
        Annual work units of the enterprise with its linked and partner enterprises.
    turnover_eur, balance_eur
        Annual turnover and balance sheet total in whole euros, of the same enterprises; None means not known.
        With neither, the head count alone decides.
    """
    for limit in SIZE_LIMITS:
        if employees >= limit.employees_below:
            continue
        amounts = ((turnover_eur, limit.turnover_up_to_eur), (balance_eur, limit.balance_up_to_eur))
        known = [(amount, ceiling) for amount, ceiling in amounts if amount is not None]
        if not known or any(amount <= ceiling for amount, ceiling in known):
            return limit.size
    return SizeClass.LARGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Who applies.

    Parameters
    ----------
    employees
        Head count in annual work units, linked and partner enterprises included; None is not yet said.
    turnover_eur, balance_eur
        Whole euros of the last closed year; one of the two is enough.
    region
        Id of a region of the trip's application terms; empty where the terms list none.
    sectors
        Ids of the trip's target sectors.
    other_sector
        The company's own word, where it belongs to none of them.
    is_first_timer
        It has not been on a delegation trip of this organiser before; None is not yet said.
    """

    name: str = ""
    kind: OrganisationKind = OrganisationKind.COMPANY
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = "DE"
    region: str = ""
    website: str = ""
    employees: int | None = None
    turnover_eur: int | None = None
    balance_eur: int | None = None
    sectors: frozenset[str] = frozenset()
    other_sector: str = ""
    profile: str = ""
    is_first_timer: bool | None = None

    @property
    def size(self) -> SizeClass | None:
        """The size class; None for what is no company, and as long as the head count is not known."""
        if self.kind is not OrganisationKind.COMPANY or self.employees is None:
            return None
        return size_class(self.employees, self.turnover_eur, self.balance_eur)

    @property
    def is_sme(self) -> bool:
        """Whether it is known to be a micro, small or medium-sized enterprise."""
        return self.size is not None and self.size.is_sme

    @property
    def key(self) -> str:
        """What two applications of one company have in common: see `company_key`."""
        return company_key(self.name, self.town)


def company_key(name: str, town: str) -> str:
    """Return name and town without case, accents, signs and legal form.

    "Muster Optik GmbH" in "Jena" becomes "muster optik@jena". A name of nothing but legal forms keeps them.
    """
    words = _plain_words(name)
    telling = [word for word in words if word not in _LEGAL_FORMS] or words
    return f"{' '.join(telling)}@{' '.join(_plain_words(town))}"


def _plain_words(text: str) -> list[str]:
    spread = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in spread if not unicodedata.combining(char))
    return _WORD.findall(bare)
