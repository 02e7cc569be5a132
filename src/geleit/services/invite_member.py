"""Invitations: the one way to an account and to a role in a trip."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from geleit.domain.text import Text
from geleit.domain.wording import format_day
from geleit.services.account_letters import invitation_letter
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.guard import Actor
from geleit.services.personal_links import make_link, resolve_link, revoke_links
from geleit.services.queue_mail import queue_mail
from geleit.store.models import Account, Invitation, TripRole, TripRoleKind, TripRow
from geleit.store.plain import from_json

PURPOSE: Final = "invitation"
GOOD_FOR: Final = timedelta(days=14)
InvitationLanguage = Literal["de", "en"]
ROLE_WORDS: Final = {
    TripRoleKind.OWNER: ("Inhaber", "owner"),
    TripRoleKind.ORGANISER: ("Organisation", "organiser"),
    TripRoleKind.PARTNER: ("Partner", "partner"),
    TripRoleKind.READER: ("Leserecht", "reader"),
}


class AlreadyMemberError(FaultError):
    """Whoever is invited has a role in the trip already, or an invitation to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInvitation:
    """What an invitation's link opens.

    Parameters
    ----------
    has_account
        Whether there is an account of the address: then one signs in instead of choosing a password.
    """

    id: int
    email: str
    trip: str
    title: Text
    role: TripRoleKind
    invited_by: str
    expires_at: datetime
    has_account: bool


def invite_member(
    *,
    trip: str,
    email: str,
    role: TripRoleKind,
    language: InvitationLanguage,
    link_to: Callable[[str], str],
    by: Actor,
    now: datetime,
) -> str:
    """Invite an address to a role, mail the personal link, and return it.

    Parameters
    ----------
    trip
        Key of the trip.
    language
        Of the letter.
    link_to
        Gives the absolute address for a token.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    FaultError
        When the address is none.
    AlreadyMemberError
        When the address has a role there already, or an open invitation.
    """
    address = email.strip()
    try:
        validate_email(address)
    except ValidationError:
        raise FaultError.of("email_address", email=address[:100]) from None
    with transaction.atomic():
        row = TripRow.objects.filter(key=trip).first()
        if row is None:
            raise NotFoundError.of("trip_unknown", trip=trip, near=None)
        if TripRole.objects.filter(trip=row, account__email__iexact=address).exists():
            raise AlreadyMemberError.of("member_already", email=address)
        invitation = _add(row, address, role, by, now)
        expires_at = now + GOOD_FOR
        token = make_link(
            purpose=PURPOSE,
            subject=str(invitation.pk),
            expires_at=expires_at,
            by=by,
            now=now,
            trip=row,
            label=address,
        )
        record_audit(
            action="invite_member",
            subject=f"member:{address}"[:200],
            by=by,
            now=now,
            trip=row,
            after={"role": role.value},
        )
        url = link_to(token)
        _send(invitation, url=url, until=expires_at, language=language, now=now)
    return url


def read_invitation(*, token: str, now: datetime) -> OpenInvitation:
    """Return what an invitation's link opens.

    Raises
    ------
    NotFoundError
        When there is no such link, or its invitation was taken up or taken back.
    LinkEndedError
        When it has expired or was taken back.
    """
    link = resolve_link(token=token, purpose=PURPOSE, now=now)
    row = Invitation.objects.select_related("trip").filter(pk=int(link.subject), accepted_at=None).first()
    if row is None:
        raise NotFoundError.of("invitation_over")
    return OpenInvitation(
        id=row.pk,
        email=row.email,
        trip=row.trip.key,
        title=from_json(Text, row.trip.data["title"]),
        role=TripRoleKind(row.role),
        invited_by=row.invited_by,
        expires_at=link.expires_at,
        has_account=Account.objects.filter(email__iexact=row.email).exists(),
    )


def accept_invitation(
    *,
    token: str,
    now: datetime,
    account: int | None = None,
    name: str = "",
    password: str | None = None,
    language: InvitationLanguage = "de",
) -> Account:
    """Take up an invitation, and return the account that has the role now.

    Parameters
    ----------
    account
        Number of the account signed in, which must be that of the address invited; None makes a new one.
    name, password
        Of a new account.

    Raises
    ------
    NotFoundError, LinkEndedError
        As `read_invitation`.
    FaultError
        When the address invited is another account's, or has an account and nobody is signed in.
    """
    with transaction.atomic():
        found = read_invitation(token=token, now=now)
        row = Invitation.objects.select_for_update().select_related("trip").get(pk=found.id)
        if row.accepted_at is not None:
            raise NotFoundError.of("invitation_taken")
        who = _account(
            email=row.email, account=account, name=name, password=password, language=language, now=now
        )
        by = Actor(name=who.email, account=who.pk)
        _, is_new = TripRole.objects.get_or_create(trip=row.trip, account=who, defaults={"role": row.role})
        row.accepted_at = now
        row.save(update_fields=["accepted_at"])
        revoke_links(purpose=PURPOSE, subject=str(row.pk), trip=row.trip, by=by, now=now)
        record_audit(
            action="accept_invitation",
            subject=f"member:{who.email}"[:200],
            by=by,
            now=now,
            trip=row.trip,
            after={"role": row.role} if is_new else None,
        )
    return who


def withdraw_invitation(*, trip: int, invitation: int, by: Actor, now: datetime) -> None:
    """Take an open invitation back; its link opens nothing any more.

    Raises
    ------
    NotFoundError
        When the trip has no such open invitation.
    """
    with transaction.atomic():
        row = (
            Invitation.objects.select_related("trip")
            .filter(pk=invitation, trip=trip, accepted_at=None)
            .first()
        )
        if row is None:
            raise NotFoundError.of("invitation_unknown", invitation=invitation)
        revoke_links(purpose=PURPOSE, subject=str(row.pk), trip=row.trip, by=by, now=now)
        record_audit(
            action="withdraw_invitation",
            subject=f"member:{row.email}"[:200],
            by=by,
            now=now,
            trip=row.trip,
            before={"role": row.role},
        )
        row.delete()


def _add(trip: TripRow, email: str, role: TripRoleKind, by: Actor, now: datetime) -> Invitation:
    try:
        with transaction.atomic():
            return Invitation.objects.create(
                trip=trip, email=email, role=role, invited_by=by.name, invited_at=now
            )
    except IntegrityError:
        raise AlreadyMemberError.of("invited_already", email=email) from None


def _send(
    invitation: Invitation, *, url: str, until: datetime, language: InvitationLanguage, now: datetime
) -> None:
    title = from_json(Text, invitation.trip.data["title"]).get(language).text
    words = ROLE_WORDS[TripRoleKind(invitation.role)]
    subject, text = invitation_letter(
        language=language,
        trip=title,
        by=invitation.invited_by,
        role=words[0] if language == "de" else words[1],
        url=url,
        until=format_day(until.date(), language),
    )
    queue_mail(
        to=invitation.email,
        subject=subject,
        text=text,
        dedupe_key=f"invitation:{invitation.pk}",
        now=now,
        trip=invitation.trip,
    )


def _account(
    *,
    email: str,
    account: int | None,
    name: str,
    password: str | None,
    language: InvitationLanguage,
    now: datetime,
) -> Account:
    found = Account.objects.filter(email__iexact=email).first()
    if account is not None:
        if found is None or found.pk != account:
            raise FaultError.of("invitation_of_another", email=email)
        return found
    if found is not None:
        raise FaultError.of("account_exists", email=email)
    return Account.objects.create_user(email, password, name=name, language=language, joined_at=now)
