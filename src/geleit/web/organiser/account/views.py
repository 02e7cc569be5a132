"""The pages of signing in that show more than allauth gives them."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.base.views import IndexView
from django.conf import settings
from django.forms import Form

from geleit.domain.wording import format_day
from geleit.services.account_events import list_account_entries
from geleit.services.list_demo_accounts import list_demo_accounts
from geleit.web.organiser.account.words import WORDS
from geleit.web.shared.preferences import preferences


class SignInView(LoginView):  # type: ignore[misc] # allauth ships no types
    """Signing in by address and password; in a demonstration also as one of its people."""

    def get_form(self, form_class: type[Form] | None = None) -> Form:
        """Return allauth's form without its own link to a new password, for which the page has a place."""
        form: Form = super().get_form(form_class)
        form.fields["password"].help_text = ""
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 # Django's own signature
        """Return allauth's context with the people of the demonstration."""
        found: dict[str, Any] = super().get_context_data(**kwargs)
        found["people"] = list_demo_accounts() if settings.GELEIT.demo else ()
        found["next"] = self.request.GET.get("next", "")
        return found


class SecurityView(IndexView):  # type: ignore[misc] # allauth ships no types
    """How one signs in, and what happened to the account last."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 # Django's own signature
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
