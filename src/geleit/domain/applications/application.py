"""An application: a company's wish to travel, as one immutable value."""

from dataclasses import dataclass, field
from enum import StrEnum

from geleit.domain.applications.company import Company
from geleit.domain.applications.de_minimis import DeMinimisDeclaration
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.people import Wish
from geleit.domain.text import Language


class Gender(StrEnum):
    """As the person says; asked only where the mix needs it, and never required."""

    WOMAN = "woman"
    MAN = "man"
    DIVERSE = "diverse"
    NOT_SAID = "not_said"


class PaperKind(StrEnum):
    """What a paper is."""

    COMPANY_PROFILE = "company_profile"
    REGISTER_EXTRACT = "register_extract"
    DE_MINIMIS = "de_minimis"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom the organiser writes to about the application."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """One person whom the company wants to send.

    Parameters
    ----------
    name
        As the person writes it.
    function
        What the person does in the company.
    is_board_level
        Owner, managing director or member of the board.
    languages
        ISO 639-1 codes the person works in.
    """

    name: str = ""
    function: str = ""
    email: str = ""
    gender: Gender = Gender.NOT_SAID
    is_board_level: bool = False
    languages: frozenset[str] = frozenset()

    @property
    def is_woman_on_board(self) -> bool:
        """Whether she is a woman on board level."""
        return self.is_board_level and self.gender is Gender.WOMAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What the company does or plans in the target country."""

    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file that came with the application; its bytes are kept elsewhere.

    Parameters
    ----------
    media_type
        As found in the file's first bytes, not as claimed.
    size_bytes
        Length of the file.
    sha256
        Of the content, in hexadecimal.
    """

    id: str
    kind: PaperKind
    name: str
    media_type: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A company's wish to travel.

    Parameters
    ----------
    reference
        What both sides call it: eight signs, unique within all trips.
    language
        In which the company wants to be written to.
    aim
        Why the company wants to travel.
    wishes
        Items it wants to see, with strength 1 to 5.
    fee_tier
        Position in the trip's fees that the organiser has recorded; None as long as it has not.
    sample
        An invented application; every page says so.
    """

    reference: str = ""
    status: ApplicationStatus = ApplicationStatus.DRAFT
    language: Language = "de"
    company: Company = field(default_factory=Company)
    contact: Contact = field(default_factory=Contact)
    people: tuple[Applicant, ...] = ()
    aim: str = ""
    projects: tuple[Project, ...] = ()
    wishes: tuple[Wish, ...] = ()
    papers: tuple[Paper, ...] = ()
    de_minimis: DeMinimisDeclaration = field(default_factory=DeMinimisDeclaration)
    accepts_terms: bool = False
    fee_tier: int | None = None
    sample: bool = False

    @property
    def people_count(self) -> int:
        """Places it asks for."""
        return len(self.people)
