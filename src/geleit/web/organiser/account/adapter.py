"""What allauth asks us: words, mails through the outbox, entries in the audit trail, secrets kept encrypted."""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib import messages
from django.forms import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation

from geleit.services.account_events import (
    record_sign_in,
    record_sign_in_failure,
    report_account_change,
    send_reset_link,
)
from geleit.services.account_letters import EVENTS
from geleit.store.models import Account
from geleit.web.organiser.account.words import WORDS
from geleit.web.shared.frame import present

if TYPE_CHECKING:
    from geleit.domain.text import Language

_FAULTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "email_password_mismatch": "fault_login",
        "incorrect_password": "fault_password",
        "enter_current_password": "fault_password",
        "incorrect_code": "fault_code",
        "too_many_login_attempts": "fault_attempts",
        "rate_limited": "fault_attempts",
        "invalid_password_reset": "fault_reset",
        "cannot_generate_recovery_codes": "fault_recovery",
    }
)
"""Keys of our words by allauth's codes; others cannot occur in the views we have."""
_TOLD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "account/messages/password_changed.txt": "told_password",
        "account/messages/password_set.txt": "told_password",
        "mfa/messages/totp_activated.txt": "told_totp_on",
        "mfa/messages/totp_deactivated.txt": "told_totp_off",
        "mfa/messages/recovery_codes_generated.txt": "told_recovery",
        "mfa/messages/webauthn_added.txt": "told_passkey_on",
        "mfa/messages/webauthn_removed.txt": "told_passkey_off",
    }
)
"""Keys of our words by allauth's messages; what has none needs no saying."""


class _OurWords:
    """Faults of allauth's forms in our words."""

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """Return an error for a form; a code we have no words for is said in allauth's."""
        if code in _FAULTS:
            return ValidationError(say(_FAULTS[code]), code=code)
        found = super().validation_error(code, *args)  # type: ignore[misc] # of the adapter it is mixed into
        return cast("ValidationError", found)


class AccountAdapter(_OurWords, DefaultAccountAdapter):  # type: ignore[misc] # allauth ships no types
    """Signing in and out, and passwords."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 # allauth's own signature
        """Say no: accounts are made by invitation alone."""
        return False

    def add_message(  # noqa: PLR0917 # allauth's own signature
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,  # noqa: ARG002 # allauth's own signature
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Tell what has been done, in our words."""
        if message:
            messages.add_message(request, level, message, extra_tags=extra_tags)
        elif message_template is not None and message_template in _TOLD:
            messages.add_message(request, level, say(_TOLD[message_template]), extra_tags=extra_tags)

    def pre_login(self, request: HttpRequest, user: Account, **kwargs: Any) -> HttpResponse | None:  # noqa: ANN401 # passed on
        """Turn away who may not sign in, however the first step was done: a passkey asks no backend."""
        if user.is_demo and not settings.GELEIT.demo:
            clear_login(request)
            messages.error(request, say("fault_login"))
            return HttpResponseRedirect(reverse("account_login"))
        return cast("HttpResponse | None", super().pre_login(request, user, **kwargs))

    def post_login(self, request: HttpRequest, user: Account, **kwargs: Any) -> HttpResponse:  # noqa: ANN401 # passed on
        """Record that somebody signed in."""
        steps = request.session.get("account_authentication_methods") or [{}]
        record_sign_in(account=user, method=str(steps[-1].get("method", "")), now=present(request))
        return cast("HttpResponse", super().post_login(request, user, **kwargs))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ANN401 # allauth's own signature
        """Record that somebody did not."""
        record_sign_in_failure(email=str(credentials.get("email", "")), now=present(request))

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the address in the mail; its host is the operator's, not whatever the request named."""
        uid, _, token = key.partition("-")
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
        return f"{settings.GELEIT.url}{path}"

    def send_password_reset_mail(self, user: Account, email: str, context: dict[str, Any]) -> None:  # noqa: ARG002 # allauth's own signature
        """Queue the mail with the link."""
        if user.is_demo:
            return
        send_reset_link(account=user, url=str(context["password_reset_url"]), now=_now())

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Account,
        context: dict[str, Any] | None = None,  # noqa: ARG002 # allauth's own signature
        email: str | None = None,  # noqa: ARG002 # the account's own is taken
    ) -> None:
        """Record a change of how somebody signs in, and tell them."""
        event = template_prefix.rpartition("/")[2]
        if event not in EVENTS:
            raise KeyError(f"no words for {template_prefix}; services.account_letters has those there are")
        reset = f"{settings.GELEIT.url}{reverse('account_reset_password')}"
        report_account_change(account=user, event=event, reset_url=reset, now=_now())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 # allauth's own signature
        """Return to the page of sign-in and security."""
        return reverse("mfa_index")


class MfaAdapter(_OurWords, DefaultMFAAdapter):  # type: ignore[misc] # allauth ships no types
    """Second factors and passkeys."""

    def encrypt(self, text: str) -> str:
        """Return a secret as it is kept: a copy of the store alone gives nobody a code."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a secret from what is kept; one that another secret key encrypted fits no code any more."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def generate_authenticator_name(self, user: Account, type: object) -> str:  # noqa: A002, ARG002 # allauth's own signature
        """Return the name that a new passkey is proposed."""
        return say("passkey_name")


def say(key: str) -> str:
    """Return a text in the language of the request that is being answered."""
    tag = translation.get_language() or "de"
    lang: Language = "de" if tag.startswith("de") else "en"
    return WORDS.say(key, lang)


def _cipher() -> Fernet:
    digest = hashlib.sha256(b"geleit second factors" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def _now() -> Any:  # noqa: ANN401 # allauth's context is untyped
    return present(context.request)
