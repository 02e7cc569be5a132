"""Who may be signed in."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings

from geleit.store.models import Account


class AccountBackend(AuthenticationBackend):  # type: ignore[misc] # allauth ships no types
    """Signs in by address and password; accounts of a demonstration only as long as it is one."""

    def user_can_authenticate(self, user: Any) -> bool:  # noqa: ANN401 # as Django has it
        """Whether an account may sign in at all, by whatever means."""
        return bool(super().user_can_authenticate(user)) and _is_open(user)

    def get_user(self, user_id: int) -> Account | None:
        """Return the account of a session; None ends it."""
        found: Account | None = super().get_user(user_id)
        return found if found is not None and _is_open(found) else None


def _is_open(account: Account) -> bool:
    return bool(settings.GELEIT.demo) or not account.is_demo
