"""The addresses of signing in. The names are allauth's, which looks for them; what has no page of ours is not there."""

from collections.abc import Callable
from typing import Any, Final

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.http import HttpResponseBase
from django.urls import path, re_path
from django.views.generic.base import View

from geleit.web.organiser.access import signed_in
from geleit.web.organiser.account.views import SecurityView, SignInView
from geleit.web.organiser.account.words import WORDS

Answer = Callable[..., HttpResponseBase]
_CONTEXT: Final = {"wordbook": WORDS}


def _page(view: type[View], template: str) -> Answer:
    """Return a view with our template."""
    given: dict[str, Any] = {
        "template_name": f"organiser/account/{template}.html",
        "extra_context": _CONTEXT,
    }
    return view.as_view(**given)


def _own(view: type[View], template: str) -> Answer:
    """Return a view of somebody who is signed in."""
    return signed_in(_page(view, template))


urlpatterns = [
    path("login/", _page(SignInView, "login"), name="account_login"),
    path("logout/", _page(account.LogoutView, "logout"), name="account_logout"),
    path("inactive/", _page(account.AccountInactiveView, "inactive"), name="account_inactive"),
    path("confirm/", _own(account.ReauthenticateView, "confirm"), name="account_reauthenticate"),
    path("password/", _own(account.PasswordChangeView, "password"), name="account_change_password"),
    path("password/set/", _own(account.PasswordSetView, "password"), name="account_set_password"),
    path("password/reset/", _page(account.PasswordResetView, "reset"), name="account_reset_password"),
    path(
        "password/reset/sent/",
        _page(account.PasswordResetDoneView, "reset_sent"),
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]{1,13})-(?P<key>[0-9A-Za-z-]{1,80})/$",
        _page(account.PasswordResetFromKeyView, "reset_key"),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/done/",
        _page(account.PasswordResetFromKeyDoneView, "reset_done"),
        name="account_reset_password_from_key_done",
    ),
    path("security/", _own(SecurityView, "security"), name="mfa_index"),
    path("code/", _page(mfa.AuthenticateView, "code"), name="mfa_authenticate"),
    path("confirm/code/", _own(mfa.ReauthenticateView, "confirm"), name="mfa_reauthenticate"),
    path("totp/on/", _own(totp.ActivateTOTPView, "totp_on"), name="mfa_activate_totp"),
    path("totp/off/", _own(totp.DeactivateTOTPView, "remove"), name="mfa_deactivate_totp"),
    path("recovery/", _own(codes.ViewRecoveryCodesView, "recovery"), name="mfa_view_recovery_codes"),
    path(
        "recovery/new/",
        _own(codes.GenerateRecoveryCodesView, "recovery_new"),
        name="mfa_generate_recovery_codes",
    ),
    path("recovery/codes.txt", signed_in(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("passkeys/", _own(SecurityView, "security"), name="mfa_list_webauthn"),
    path("passkeys/new/", _own(passkeys.AddWebAuthnView, "passkey_new"), name="mfa_add_webauthn"),
    path(
        "passkeys/<int:pk>/name/", _own(passkeys.EditWebAuthnView, "passkey_name"), name="mfa_edit_webauthn"
    ),
    path(
        "passkeys/<int:pk>/remove/", _own(passkeys.RemoveWebAuthnView, "remove"), name="mfa_remove_webauthn"
    ),
    path("passkeys/login/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path(
        "confirm/passkey/",
        _own(passkeys.ReauthenticateWebAuthnView, "confirm_passkey"),
        name="mfa_reauthenticate_webauthn",
    ),
]
