"""All models. Fields, constraints and querysets; rules live in the domain, writing in the services."""

from geleit.store.models.accounts import (
    Account,
    Invitation,
    SharedKind,
    SharedPart,
    TripRole,
    TripRoleKind,
)
from geleit.store.models.applications import (
    ApplicationRow,
    DecisionRow,
    PaperRow,
    ProposalRow,
    ScoreRow,
    SelectionRow,
)
from geleit.store.models.attempts import AttemptCount, CacheEntry
from geleit.store.models.audit import AuditEntry
from geleit.store.models.clock import DemoClock
from geleit.store.models.delegates import Attendance, DelegateDesk, DelegatePage
from geleit.store.models.draft_steps import DraftStep
from geleit.store.models.forms import TakenForm
from geleit.store.models.jobs import Job, JobState
from geleit.store.models.links import PersonalLink
from geleit.store.models.mail import MailState, OutboxMail
from geleit.store.models.parts import (
    DelegateRow,
    GroupRow,
    HostRow,
    ItemRow,
    LegRow,
    OrganisationRow,
    PartRow,
    PinRow,
    PlaceRow,
    RuleRow,
    SectorRow,
    StationRow,
    WishRow,
)
from geleit.store.models.programmes import Draft, ProgrammeVersion, TripSnapshot
from geleit.store.models.terms import TermsVersion
from geleit.store.models.trips import TripRow

__all__ = [
    "Account",
    "ApplicationRow",
    "AttemptCount",
    "Attendance",
    "AuditEntry",
    "CacheEntry",
    "DecisionRow",
    "DelegateDesk",
    "DelegatePage",
    "DelegateRow",
    "DemoClock",
    "Draft",
    "DraftStep",
    "GroupRow",
    "HostRow",
    "Invitation",
    "ItemRow",
    "Job",
    "JobState",
    "LegRow",
    "MailState",
    "OrganisationRow",
    "OutboxMail",
    "PaperRow",
    "PartRow",
    "PersonalLink",
    "PinRow",
    "PlaceRow",
    "ProgrammeVersion",
    "ProposalRow",
    "RuleRow",
    "ScoreRow",
    "SectorRow",
    "SelectionRow",
    "SharedKind",
    "SharedPart",
    "StationRow",
    "TakenForm",
    "TermsVersion",
    "TripRole",
    "TripRoleKind",
    "TripRow",
    "TripSnapshot",
    "WishRow",
]
