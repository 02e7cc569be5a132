"""A form that makes something makes it once, however often it is sent."""

import secrets
from datetime import datetime, timedelta
from typing import Final

from geleit.services.guard import Actor
from geleit.store.models import TakenForm

KEPT_DAYS: Final = 30
"""A form that was left open for longer counts as new."""
LONGEST: Final = 64


def new_token() -> str:
    """Return a token for a form that is shown."""
    return secrets.token_urlsafe(18)


def taken_before(*, token: str, by: Actor) -> str | None:
    """Return what a form of the one who acts has made already; None where it has made nothing.

    Parameters
    ----------
    token
        Of the form; an empty one is never taken.
    """
    if not token or by.account is None:
        return None
    found = TakenForm.objects.filter(token=token[:LONGEST], account_id=by.account)
    return found.values_list("subject", flat=True).first()


def take_form(*, token: str, subject: str, by: Actor, now: datetime) -> None:
    """Note what a form has made; the caller holds the transaction in which it was made.

    Raises
    ------
    django.db.IntegrityError
        When the form has been taken at the same moment: what the caller made must not stay.
    """
    if not token or by.account is None:
        return
    TakenForm.objects.filter(taken_at__lt=now - timedelta(days=KEPT_DAYS)).delete()
    TakenForm.objects.create(
        token=token[:LONGEST], account_id=by.account, subject=subject[:200], taken_at=now
    )
