"""Those who sign in, and what they may do with which trip."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; the address is the name one signs in with."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":  # noqa: ANN401 # of the model
        """Return a new account; without a password nobody can sign in by one."""
        account = self.model(email=self.normalize_email(email).strip(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Return the account of an address, however it is capitalised."""
        return self.get(email__iexact=username)


class Account(AbstractBaseUser, PermissionsMixin):
    """A person who signs in: an organiser or a partner. Delegates, hosts and guests come by personal link."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, default="de")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    joined_at = models.DateTimeField(null=True)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="account_email_any_case"),
            models.CheckConstraint(condition=models.Q(language__in=("de", "en")), name="account_language"),
        ]

    def __str__(self) -> str:
        return self.name or self.email


class TripRoleKind(models.TextChoices):
    """What an account may do with a trip."""

    OWNER = "owner"
    ORGANISER = "organiser"
    PARTNER = "partner"
    READER = "reader"


class TripRole(models.Model):
    """One account's role in one trip.

    Parameters
    ----------
    organisation
        Key of the trip's organisation that a partner belongs to: its delegates are the partner's own. Empty for none.
    version
        Grows with every change of the role or of what is shared with it.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="roles")
    account = models.ForeignKey(Account, models.CASCADE, related_name="roles")
    role = models.CharField(max_length=20, choices=TripRoleKind.choices)
    organisation = models.CharField(max_length=80, blank=True, default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["trip", "account"], name="trip_role_once"),
            models.CheckConstraint(condition=models.Q(role__in=TripRoleKind.values), name="trip_role_known"),
            models.CheckConstraint(
                condition=models.Q(organisation="") | models.Q(role=TripRoleKind.PARTNER),
                name="trip_role_organisation_of_partner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} is {self.role} of {self.trip}"


class SharedKind(models.TextChoices):
    """What can be shared with a partner."""

    ITEM = "item"
    HOST = "host"
    DELEGATE = "delegate"


class SharedPart(models.Model):
    """A part of a trip that a partner sees and edits.

    Named by key, so that it stays shared when the trip is imported anew; a key that is gone opens nothing.
    """

    role = models.ForeignKey(TripRole, models.CASCADE, related_name="shared")
    kind = models.CharField(max_length=10, choices=SharedKind.choices)
    key = models.CharField(max_length=80)

    class Meta:
        ordering: ClassVar = ["kind", "key"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["role", "kind", "key"], name="shared_once"),
            models.CheckConstraint(condition=models.Q(kind__in=SharedKind.values), name="shared_kind_known"),
            models.CheckConstraint(condition=~models.Q(key=""), name="shared_has_key"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


class Invitation(models.Model):
    """An invitation to take a role in a trip, opened by a personal link that went to the address.

    Parameters
    ----------
    accepted_at
        When it was taken up; None while it is open.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="invitations")
    email = models.EmailField()
    role = models.CharField(max_length=20, choices=TripRoleKind.choices)
    invited_by = models.CharField(max_length=254)
    invited_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                "trip",
                Lower("email"),
                condition=models.Q(accepted_at__isnull=True),
                name="invitation_open_once",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=TripRoleKind.values), name="invitation_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} to {self.trip}"
