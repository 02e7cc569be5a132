"""The page of sign-in and security: what allauth knows of an account, and what happened to it last."""

from typing import Any

from allauth.mfa.base.views import IndexView

from geleit.domain.wording import format_day
from geleit.services.account_events import list_account_entries
from geleit.web.organiser.account.words import WORDS
from geleit.web.shared.preferences import preferences


class SecurityView(IndexView):  # type: ignore[misc] # allauth ships no types
    """How one signs in, and what happened to the account last."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 # Django's
        """Return allauth's context with the account's last entries."""
        lang = preferences(self.request).lang
        entries = list_account_entries(account=self.request.user.pk)
        found: dict[str, Any] = super().get_context_data(**kwargs)
        found["entries"] = [
            (f"{format_day(at.date(), lang)}, {at:%H:%M} UTC", WORDS.say(f"did_{action}", lang))
            for at, action in entries
        ]
        found["passkeys"] = [
            (key.instance.pk, key.name, format_day(key.instance.created_at.date(), lang, weekday=False))
            for key in found["authenticators"].get("webauthn", ())
        ]
        return found
