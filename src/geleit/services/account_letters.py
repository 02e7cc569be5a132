"""The letters to those who have an account, in their language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

Letter = tuple[str, str]
"""Subject and text."""

_GREETING: Final = MappingProxyType({"de": "Guten Tag,", "en": "Hello,"})

_CHANGED: Final = MappingProxyType(
    {
        "de": (
            "Ihr Geleit-Konto: {}",
            (
                "{}\n\n{}.\n\nWaren Sie das? Dann ist nichts zu tun. Wenn nicht, setzen Sie jetzt ein "
                "neues Passwort:\n{}\n"
            ),
        ),
        "en": (
            "Your Geleit account: {}",
            "{}\n\n{}.\n\nIf that was you, there is nothing to do. If not, set a new password now:\n{}\n",
        ),
    }
)
EVENTS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "password_changed": {"de": "Das Passwort wurde geändert", "en": "The password was changed"},
        "password_reset": {"de": "Das Passwort wurde neu gesetzt", "en": "The password was reset"},
        "password_set": {"de": "Ein Passwort wurde gesetzt", "en": "A password was set"},
        "totp_activated": {
            "de": "Die Anmeldung mit Einmalcode wurde eingeschaltet",
            "en": "Sign-in with one-time codes was switched on",
        },
        "totp_deactivated": {
            "de": "Die Anmeldung mit Einmalcode wurde ausgeschaltet",
            "en": "Sign-in with one-time codes was switched off",
        },
        "recovery_codes_generated": {
            "de": "Neue Notfallcodes wurden erstellt",
            "en": "New recovery codes were made",
        },
        "webauthn_added": {"de": "Ein Passkey wurde hinzugefügt", "en": "A passkey was added"},
        "webauthn_removed": {"de": "Ein Passkey wurde entfernt", "en": "A passkey was removed"},
    }
)
"""What can happen to an account that its owner is told of, by allauth's names."""

_RESET: Final = MappingProxyType(
    {
        "de": (
            "Neues Passwort für Geleit",
            (
                "{}\n\njemand möchte ein neues Passwort für Ihr Konto setzen. Wenn Sie das sind, öffnen "
                "Sie diesen Link:\n{}\n\n"
                "Er gilt drei Tage und nur einmal. Wenn Sie das nicht waren, ist nichts zu tun; Ihr "
                "Passwort gilt weiter.\n"
            ),
        ),
        "en": (
            "New password for Geleit",
            (
                "{}\n\nsomebody wants to set a new password for your account. If that is you, open this "
                "link:\n{}\n\n"
                "It is good for three days and only once. If it was not you, there is nothing to do; "
                "your password still holds.\n"
            ),
        ),
    }
)
_INVITATION: Final = MappingProxyType(
    {
        "de": (
            "Einladung: {}",
            (
                "{}\n\n{} lädt Sie ein, an der Reise „{}“ mitzuarbeiten. Ihre Rolle: {}.\n\nÖffnen Sie "
                "dazu diesen Link:\n{}\n\n"
                "Er gilt bis {} und nur für Sie; geben Sie ihn nicht weiter.\n"
            ),
        ),
        "en": (
            "Invitation: {}",
            (
                '{}\n\n{} invites you to work on the trip "{}". Your role: {}.\n\nTo do so, open this link:\n{}\n\n'
                "It is good until {} and for you alone; please do not pass it on.\n"
            ),
        ),
    }
)


def change_letter(event: str, *, language: str, reset_url: str) -> Letter:
    """Return the letter about something that happened to an account."""
    subject, text = _CHANGED[language]
    told = EVENTS[event][language]
    return subject.format(told), text.format(_GREETING[language], told, reset_url)


def reset_letter(*, language: str, url: str) -> Letter:
    """Return the letter with the link that sets a new password."""
    subject, text = _RESET[language]
    return subject, text.format(_GREETING[language], url)


def invitation_letter(*, language: str, trip: str, by: str, role: str, url: str, until: str) -> Letter:
    """Return the letter with the link that opens an invitation."""
    subject, text = _INVITATION[language]
    return subject.format(trip), text.format(_GREETING[language], by, trip, role, url, until)
