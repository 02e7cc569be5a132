"""Applications, their papers and scores; criteria, mix, proposals and decisions of a selection."""

from typing import ClassVar

from django.db import models

from geleit.domain.applications.application import PaperKind
from geleit.domain.applications.status import ApplicationStatus

STATUSES = [status.value for status in ApplicationStatus]
LIVE = [status.value for status in ApplicationStatus if status.is_live]


class SelectionRow(models.Model):
    """What a trip asks of applications, by what it chooses, and how many places are given away; one row a trip.

    Parameters
    ----------
    terms, criteria, mix
        ``domain.applications`` values as JSON; criteria and mix are None until they are set.
    criteria_frozen_at
        When the first score was given; from then on the criteria stay.
    places_max
        Repeats what ``mix`` says. The database refuses more ``places_taken`` than that, whoever asks.
    version
        Grows with every change of terms, criteria and mix.
    """

    trip = models.OneToOneField("store.TripRow", models.CASCADE, related_name="selection")
    terms = models.JSONField(default=dict)
    criteria = models.JSONField(null=True)
    mix = models.JSONField(null=True)
    criteria_frozen_at = models.DateTimeField(null=True)
    places_max = models.PositiveIntegerField(default=0)
    places_taken = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(places_taken__lte=models.F("places_max")), name="places_never_oversold"
            )
        ]

    def __str__(self) -> str:
        return f"selection of {self.trip}"


class ApplicationRow(models.Model):
    """An application. What lists filter and sort by has a column, the whole value stands in ``data``.

    Parameters
    ----------
    submit_key
        Given by the form, so that one form makes one application; None for those from elsewhere.
    company_key
        What applications of one company have in common, see ``domain.applications.company``.
    contact_key
        The contact's address in lower case.
    people
        Places it asks for, and holds when it is admitted.
    points
        What its scores come to, 0 to 1000; None as long as some are missing.
    terms_version
        Number of the terms that the company agreed to when it submitted; None where there were none.
    waiting_rank
        Place on the waiting list, 1 first.
    version
        Grows with every change; who saves says which version it is based on.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="applications")
    reference = models.CharField(max_length=12, unique=True)
    submit_key = models.CharField(max_length=64, null=True, unique=True)
    status = models.CharField(max_length=12, default=ApplicationStatus.DRAFT.value)
    company = models.CharField(max_length=200, blank=True)
    company_key = models.CharField(max_length=420, blank=True)
    contact_key = models.CharField(max_length=254, blank=True)
    town = models.CharField(max_length=200, blank=True)
    region = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=10)
    size = models.CharField(max_length=6, blank=True)
    people = models.PositiveIntegerField(default=0)
    language = models.CharField(max_length=2, default="de")
    points = models.PositiveIntegerField(null=True)
    fee_tier = models.PositiveIntegerField(null=True)
    terms_version = models.PositiveIntegerField(null=True)
    waiting_rank = models.PositiveIntegerField(null=True)
    is_sample = models.BooleanField(default=False)
    data = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["trip", "status"], name="application_of_trip")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(status__in=STATUSES), name="application_status_known"),
            models.CheckConstraint(
                condition=models.Q(points__isnull=True) | models.Q(points__lte=1000),
                name="application_points",
            ),
            models.UniqueConstraint(
                fields=["trip", "company_key", "contact_key"],
                condition=models.Q(status__in=LIVE),
                name="application_once",
            ),
            models.UniqueConstraint(
                fields=["trip", "waiting_rank"],
                condition=models.Q(waiting_rank__isnull=False),
                name="waiting_rank_once",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class PaperRow(models.Model):
    """A file that came with an application. Nothing serves the folder; a page reads it for those who may."""

    application = models.ForeignKey(ApplicationRow, models.CASCADE, related_name="papers")
    key = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=40)
    size_bytes = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to="papers/%Y", max_length=200)
    kept_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["application", "sha256"], name="paper_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in PaperKind]), name="paper_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ScoreRow(models.Model):
    """One reviewer's mark or finding by one criterion.

    Parameters
    ----------
    criterion
        Id of a criterion or, in a finding, of a must criterion.
    points
        Of a mark: 0 to the best of the scale. Of a finding: 1 met, 0 not met.
    """

    application = models.ForeignKey(ApplicationRow, models.CASCADE, related_name="scores")
    reviewer = models.ForeignKey("store.Account", models.PROTECT, related_name="scores")
    criterion = models.CharField(max_length=80)
    is_finding = models.BooleanField(default=False)
    points = models.PositiveSmallIntegerField()
    reason = models.TextField(blank=True)
    given_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["application", "reviewer", "criterion"], name="score_once"),
            models.CheckConstraint(
                condition=models.Q(is_finding=True) | ~models.Q(reason=""), name="score_has_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(is_finding=False) | models.Q(points__lte=1), name="finding_is_yes_or_no"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.criterion} {self.points}"


class ProposalRow(models.Model):
    """A computed selection, with what it was computed from and why; added, never changed.

    Parameters
    ----------
    problem, outcome
        ``services.selection_values`` as JSON.
    chosen
        References that it proposes to admit; empty when there is none.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="proposals")
    computed_at = models.DateTimeField()
    computed_by = models.CharField(max_length=254)
    problem = models.JSONField()
    outcome = models.JSONField()
    chosen = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"proposal {self.pk} for {self.trip}"


class DecisionRow(models.Model):
    """What a person decided about one application, and why; added, never changed.

    Parameters
    ----------
    proposal
        The proposal that was on the table; None where there was none.
    follows
        Whether the decision is what the proposal says.
    reason
        Never empty where the decision departs from the proposal.
    """

    application = models.ForeignKey(ApplicationRow, models.CASCADE, related_name="decisions")
    proposal = models.ForeignKey(ProposalRow, models.PROTECT, related_name="decisions", null=True)
    status_before = models.CharField(max_length=12)
    status_after = models.CharField(max_length=12)
    follows = models.BooleanField(default=True)
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=254)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(status_after__in=STATUSES), name="decision_status_known"
            ),
            models.CheckConstraint(
                condition=models.Q(follows=True) | ~models.Q(reason=""), name="departure_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.status_after}"
