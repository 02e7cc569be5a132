"""Take somebody's second factors and passkeys away: for one who has lost them all."""

from datetime import datetime

from django.apps import apps
from django.db import transaction

from geleit.services.audit import record_audit
from geleit.services.faults import NotFoundError
from geleit.services.guard import Actor
from geleit.store.models import Account
from geleit.tripfile.problems import near_word


def forget_factors(*, email: str, by: Actor, now: datetime) -> int:
    """Remove the one-time code, recovery codes and passkeys of an account; its password alone signs in then.

    Returns
    -------
    int
        How many there were.

    Raises
    ------
    NotFoundError
        When there is no such account; the nearest address is named.
    """
    with transaction.atomic():
        account = Account.objects.filter(email__iexact=email).first()
        if account is None:
            known = tuple(Account.objects.values_list("email", flat=True))
            raise NotFoundError.of("account_unknown", email=email, near=near_word(email, known))
        found = apps.get_model("mfa", "Authenticator").objects.filter(user_id=account.pk)
        kinds = sorted(found.values_list("type", flat=True))
        found.delete()
        record_audit(
            action="forget_factors",
            subject=f"account:{account.pk}",
            by=by,
            now=now,
            before={"factors": kinds},
        )
    return len(kinds)
