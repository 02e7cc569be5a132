"""What happens to an account: signing in, and changes of how one signs in. Recorded, and told to its owner."""

from datetime import datetime

from django.db import transaction

from geleit.services.account_letters import change_letter, reset_letter
from geleit.services.audit import record_audit
from geleit.services.guard import Actor
from geleit.services.queue_mail import queue_mail
from geleit.store.models import Account, AuditEntry


def record_sign_in(*, account: Account, method: str, now: datetime) -> None:
    """Record that somebody signed in.

    Parameters
    ----------
    method
        The last step: ``password``, ``mfa``, ``demo``, ``invitation``.
    """
    _record(account, "sign_in", now, {"method": method})


def record_sign_in_failure(*, email: str, now: datetime) -> None:
    """Record that somebody did not sign in to an account that there is; nothing of what was typed but its address."""
    account = Account.objects.filter(email__iexact=email).first()
    if account is not None:
        record_audit(
            action="sign_in_failed",
            subject=f"account:{account.pk}",
            by=Actor(name="unknown"),
            now=now,
        )


def report_account_change(*, account: Account, event: str, reset_url: str, now: datetime) -> None:
    """Record a change of how somebody signs in, and tell them by mail.

    Parameters
    ----------
    event
        A key of `account_letters.EVENTS`.
    reset_url
        Where a new password is set, for the case that it was not they.
    """
    subject, text = change_letter(event, language=account.language, reset_url=reset_url)
    with transaction.atomic():
        entry = _record(account, event, now, None)
        queue_mail(
            to=account.email, subject=subject, text=text, dedupe_key=f"account-change:{entry}", now=now
        )


def send_reset_link(*, account: Account, url: str, now: datetime) -> None:
    """Mail the link that sets a new password."""
    subject, text = reset_letter(language=account.language, url=url)
    with transaction.atomic():
        entry = record_audit(
            action="ask_password_reset", subject=f"account:{account.pk}", by=Actor(name="unknown"), now=now
        )
        queue_mail(
            to=account.email, subject=subject, text=text, dedupe_key=f"password-reset:{entry.pk}", now=now
        )


def list_account_entries(*, account: int, limit: int = 10) -> tuple[tuple[datetime, str], ...]:
    """Return what happened to an account last, the newest first: when, and which action."""
    rows = AuditEntry.objects.filter(subject=f"account:{account}").order_by("-pk")[:limit]
    return tuple(rows.values_list("at", "action"))


def _record(account: Account, action: str, now: datetime, after: object) -> int:
    entry = record_audit(
        action=action,
        subject=f"account:{account.pk}",
        by=Actor(name=account.email, account=account.pk),
        now=now,
        after=after,
    )
    return int(entry.pk)
