"""What a trip asks of applications: limits, regions, and which fee is whose."""

from dataclasses import dataclass
from typing import Final

from geleit.domain.applications.company import Company, OrganisationKind
from geleit.domain.items import Item
from geleit.domain.kinds import Attendance, Role
from geleit.domain.status import PublicStatus
from geleit.domain.text import Text
from geleit.domain.trip import Trip

PAPER_SIGNATURES: Final = (
    ("application/pdf", b"%PDF-"),
    ("image/png", b"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", b"\xff\xd8\xff"),
)
"""The kinds of files that are taken, by their first bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the country that companies come from, for the mix."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRule:
    """Which of the trip's fees is whose.

    Parameters
    ----------
    tier
        Position in the trip's fees, from 0.
    kinds
        Whom it is for.
    employees_min, employees_max
        Head count from and up to which it holds, both included; None is no limit.
    """

    tier: int
    kinds: frozenset[OrganisationKind] = frozenset({OrganisationKind.COMPANY})
    employees_min: int = 0
    employees_max: int | None = None

    def is_for(self, company: Company) -> bool:
        """Whether the fee is that company's."""
        if company.kind not in self.kinds:
            return False
        if company.kind is not OrganisationKind.COMPANY:
            return True
        return company.employees is not None and (
            self.employees_min <= company.employees
            and (self.employees_max is None or company.employees <= self.employees_max)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationTerms:
    """What a trip asks of applications.

    Parameters
    ----------
    people_max
        People that one application may name, and that one company may send.
    wishes_max, projects_max, papers_max
        How many of each an application may have.
    paper_max_bytes
        Largest file.
    asks_de_minimis
        The fee is below cost, so the company must declare earlier de-minimis aid.
    aid_eur
        De-minimis aid that one person's place is worth, in euros.
    """

    people_max: int = 2
    wishes_max: int = 5
    projects_max: int = 3
    papers_max: int = 5
    paper_max_bytes: int = 10_000_000
    regions: tuple[Region, ...] = ()
    fee_rules: tuple[FeeRule, ...] = ()
    asks_de_minimis: bool = True
    aid_eur: int = 0


def proposed_fee_tier(terms: ApplicationTerms, company: Company) -> int | None:
    """Return the position of the fee that the terms give the company; None where no rule fits."""
    return next((rule.tier for rule in terms.fee_rules if rule.is_for(company)), None)


def wishable_items(trip: Trip) -> tuple[Item, ...]:
    """Return the items a company may wish for: public, for some groups, open to business people."""
    return tuple(
        item
        for item in trip.items
        if item.public_status is not PublicStatus.HIDDEN
        and item.attendance is Attendance.OPEN
        and item.request.status.may_be_placed
        and (not item.roles or Role.BUSINESS in item.roles)
    )


def media_type_of(content: bytes) -> str | None:
    """Return what a file is by its first bytes; None when it is nothing that is taken."""
    return next((kind for kind, sign in PAPER_SIGNATURES if content.startswith(sign)), None)
