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
    """One account's role in one trip."""

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="roles")
    account = models.ForeignKey(Account, models.CASCADE, related_name="roles")
    role = models.CharField(max_length=20, choices=TripRoleKind.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["trip", "account"], name="trip_role_once"),
            models.CheckConstraint(condition=models.Q(role__in=TripRoleKind.values), name="trip_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.account} is {self.role} of {self.trip}"
