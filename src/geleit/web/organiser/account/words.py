"""The words of signing in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.web.shared.wordbook import wordbook

ACCOUNT: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "account_login": ("Anmelden", "Sign in"),
        "account_login_lead": (
            (
                "Für alle, die Reisen planen. Delegationsmitglieder und Gastgeber öffnen den Link aus "
                "ihrer E-Mail."
            ),
            "For those who plan trips. Delegates and hosts open the link in their email.",
        ),
        "account_email": ("E-Mail-Adresse", "Email address"),
        "account_password": ("Passwort", "Password"),
        "account_remember": (
            "Auf diesem Gerät 14 Tage angemeldet bleiben",
            "Stay signed in on this device for 14 days",
        ),
        "account_forgot": ("Passwort vergessen", "Forgot your password"),
        "account_demo_title": ("Zum Ausprobieren", "To try it out"),
        "account_demo": (
            "Dies ist eine Vorführung. Melden Sie sich ohne Passwort als eine dieser Personen an:",
            "This is a demonstration. Sign in without a password as one of these people:",
        ),
        "account_demo_enter": ("Als {} anmelden", "Sign in as {}"),
        "passkey_login": ("Mit Passkey anmelden", "Sign in with a passkey"),
        "passkey_login_hint": (
            "Mit Fingerabdruck, Gesicht oder PIN Ihres Geräts, ohne Passwort.",
            "With your device's fingerprint, face or PIN; no password.",
        ),
        "passkey_failed": (
            (
                "Der Passkey wurde nicht verwendet: Der Browser hat abgebrochen. Versuchen Sie es noch "
                "einmal oder nehmen Sie das Passwort."
            ),
            "The passkey was not used: the browser stopped. Try once more, or use the password.",
        ),
        "passkey_name": ("Passkey", "Passkey"),
        "account_no_account": (
            "Noch kein Konto? Wer eine Reise verwaltet, lädt Sie ein.",
            "No account yet? Whoever owns a trip can invite you.",
        ),
        "account_logout_ask": ("Möchten Sie sich abmelden?", "Do you want to sign out?"),
        "account_inactive": ("Dieses Konto ist gesperrt", "This account is blocked"),
        "account_inactive_text": (
            (
                "Es ist noch da, aber niemand kann sich damit anmelden. Wer die Reise verwaltet, kann es "
                "wieder öffnen."
            ),
            "It is still there, but nobody can sign in with it. Whoever owns the trip can open it again.",
        ),
        "account_confirm": ("Bitte bestätigen Sie, dass Sie es sind", "Please confirm that it is you"),
        "account_confirm_lead": (
            "Was Sie vorhaben, betrifft die Sicherheit Ihres Kontos. Danach geht es dort weiter.",
            "What you are about to do concerns the security of your account. You go on there afterwards.",
        ),
        "account_confirm_do": ("Bestätigen", "Confirm"),
        "account_code": ("Code", "Code"),
        "account_code_title": ("Zweiter Schritt", "Second step"),
        "account_code_lead": (
            (
                "Ihr Konto ist mit einem zweiten Faktor gesichert. Geben Sie den Code Ihrer App ein oder "
                "einen Ihrer Notfallcodes."
            ),
            (
                "Your account is secured by a second factor. Enter the code of your app, or one of your "
                "recovery codes."
            ),
        ),
        "account_code_passkey": ("Passkey verwenden", "Use a passkey"),
        "account_stop": ("Abbrechen und abmelden", "Stop and sign out"),
        "password_title": ("Passwort ändern", "Change the password"),
        "password_set_title": ("Passwort setzen", "Set a password"),
        "password_old": ("Bisheriges Passwort", "Current password"),
        "password_new": ("Neues Passwort", "New password"),
        "password_again": ("Neues Passwort, noch einmal", "New password, once more"),
        "password_hint": (
            "Mindestens 12 Zeichen. Mehrere Wörter hintereinander sind sicherer als Sonderzeichen.",
            "At least 12 characters. Several words in a row are safer than special characters.",
        ),
        "reset_title": ("Neues Passwort anfordern", "Ask for a new password"),
        "reset_lead": (
            "Sie bekommen eine E-Mail mit einem Link, der ein neues Passwort setzt.",
            "You get an email with a link that sets a new password.",
        ),
        "reset_do": ("Link anfordern", "Send the link"),
        "reset_sent": ("Bitte sehen Sie in Ihre E-Mails", "Please check your email"),
        "reset_sent_text": (
            (
                "Wenn es zu dieser Adresse ein Konto gibt, ist der Link unterwegs. Er gilt drei Tage. "
                "Ihr bisheriges Passwort gilt weiter, bis Sie ein neues setzen."
            ),
            (
                "If there is an account for this address, the link is on its way. It is good for three "
                "days. Your current password holds until you set a new one."
            ),
        ),
        "reset_key_title": ("Neues Passwort setzen", "Set a new password"),
        "reset_dead": ("Dieser Link gilt nicht mehr", "This link is no longer valid"),
        "reset_dead_text": (
            (
                "Er wurde schon verwendet, ist abgelaufen oder nicht vollständig kopiert. Ihr Passwort "
                "ist unverändert. Fordern Sie einen neuen an."
            ),
            (
                "It was used already, has expired or was not copied whole. Your password is unchanged. "
                "Ask for a new one."
            ),
        ),
        "reset_done": ("Ihr neues Passwort gilt", "Your new password holds"),
        "reset_done_text": (
            "Alle anderen Geräte sind abgemeldet. Melden Sie sich jetzt damit an.",
            "All other devices are signed out. Sign in with it now.",
        ),
        "security_title": ("Anmeldung und Sicherheit", "Sign-in and security"),
        "security_account": ("Konto", "Account"),
        "security_passkeys": ("Passkeys", "Passkeys"),
        "security_passkeys_text": (
            "Der sicherste Weg: Ihr Gerät weist Sie aus, es gibt kein Passwort zu stehlen.",
            "The safest way: your device vouches for you, and there is no password to steal.",
        ),
        "security_passkey_add": ("Passkey hinzufügen", "Add a passkey"),
        "security_since": ("seit {}", "since {}"),
        "security_rename": ("Umbenennen", "Rename"),
        "security_remove": ("Entfernen", "Remove"),
        "security_totp": ("Einmalcode", "One-time code"),
        "security_totp_text": (
            "Nach dem Passwort fragt Geleit nach dem Code einer App auf Ihrem Telefon.",
            "After the password, Geleit asks for the code of an app on your phone.",
        ),
        "security_totp_on": ("Einmalcode ist eingeschaltet.", "The one-time code is switched on."),
        "security_totp_add": ("Einmalcode einrichten", "Set up a one-time code"),
        "security_totp_end": ("Einmalcode ausschalten", "Switch the one-time code off"),
        "security_recovery": ("Notfallcodes", "Recovery codes"),
        "security_recovery_text": (
            "Wenn Telefon oder Gerät fehlt. Jeder Code gilt einmal.",
            "For when the phone or device is missing. Each code is good once.",
        ),
        "security_recovery_none": (
            "Notfallcodes entstehen, sobald Sie einen Passkey oder Einmalcode einrichten.",
            "Recovery codes are made as soon as you set up a passkey or a one-time code.",
        ),
        "security_recovery_see": ("Notfallcodes ansehen", "Show the recovery codes"),
        "security_recovery_new": ("Neue Notfallcodes erstellen", "Make new recovery codes"),
        "security_recent": ("Zuletzt geschehen", "What happened last"),
        "security_recent_none": ("Noch nichts.", "Nothing yet."),
        "totp_title": ("Einmalcode einrichten", "Set up a one-time code"),
        "totp_scan": (
            "Nehmen Sie den QR-Code mit einer Authenticator-App auf, oder tippen Sie den Schlüssel ab.",
            "Scan the QR code with an authenticator app, or type the key.",
        ),
        "totp_picture": ("QR-Code mit dem Schlüssel, der darunter steht", "QR code of the key below"),
        "totp_key": ("Schlüssel", "Key"),
        "totp_code": ("Der Code, den die App jetzt zeigt", "The code that the app shows now"),
        "totp_do": ("Einschalten", "Switch on"),
        "passkey_title": ("Passkey hinzufügen", "Add a passkey"),
        "passkey_lead": (
            "Der Browser fragt gleich nach Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel.",
            "The browser is about to ask for your fingerprint, face, PIN or security key.",
        ),
        "passkey_name_label": ("Name, an dem Sie ihn erkennen", "A name that you recognise it by"),
        "passkey_alone": (
            "Damit ohne Passwort anmelden",
            "Use it to sign in without a password",
        ),
        "passkey_do": ("Weiter im Browser", "Go on in the browser"),
        "passkey_script": (
            "Passkeys brauchen JavaScript. Der Einmalcode geht ohne.",
            "Passkeys need JavaScript. The one-time code works without.",
        ),
        "passkey_rename": ("Passkey umbenennen", "Rename the passkey"),
        "remove_title": ("Wirklich entfernen?", "Really remove it?"),
        "remove_text": (
            (
                "Danach melden Sie sich damit nicht mehr an. Ohne zweiten Faktor gelten auch die "
                "Notfallcodes nicht mehr."
            ),
            "You will no longer sign in with it. Without a second factor the recovery codes end as well.",
        ),
        "recovery_count": (
            "{} von {} Codes sind noch nicht benutzt.",
            "{} of {} codes have not been used yet.",
        ),
        "recovery_keep": (
            "Bewahren Sie sie dort auf, wo Sie auch ohne dieses Gerät hinkommen.",
            "Keep them where you can get at them without this device.",
        ),
        "recovery_file": ("Als Datei", "As a file"),
        "recovery_new_text": (
            "Alle bisherigen Notfallcodes gelten dann nicht mehr.",
            "All recovery codes you have now will then end.",
        ),
        "recovery_new_do": ("Neu erstellen", "Make new ones"),
        "attempts_title": ("Zu viele Versuche", "Too many attempts"),
        "attempts_kept": (
            "Von hier kamen in kurzer Zeit zu viele Anfragen. Ihr Konto und Ihr Passwort sind unverändert.",
            "Too many requests came from here in a short time. Your account and your password are unchanged.",
        ),
        "attempts_next": ("Versuchen Sie es in fünf Minuten noch einmal.", "Try again in five minutes."),
        "fault_login": (
            (
                "E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beide, oder fordern Sie "
                "ein neues Passwort an."
            ),
            "Email address and password do not match. Check both, or ask for a new password.",
        ),
        "fault_password": ("Das ist nicht Ihr jetziges Passwort.", "That is not your current password."),
        "fault_code": (
            "Dieser Code gilt nicht. Codes wechseln alle 30 Sekunden, Notfallcodes gelten einmal.",
            "This code is not valid. Codes change every 30 seconds; recovery codes are good once.",
        ),
        "fault_attempts": (
            "Zu viele Versuche. Ihr Konto ist unverändert; in fünf Minuten geht es wieder.",
            "Too many attempts. Your account is unchanged; try again in five minutes.",
        ),
        "fault_reset": ("Dieser Link gilt nicht mehr.", "This link is no longer valid."),
        "fault_recovery": (
            "Notfallcodes gibt es erst mit einem Passkey oder Einmalcode.",
            "Recovery codes need a passkey or a one-time code first.",
        ),
        "told_password": ("Das neue Passwort gilt.", "The new password holds."),
        "told_totp_on": ("Einmalcode ist eingeschaltet.", "The one-time code is on."),
        "told_totp_off": ("Einmalcode ist ausgeschaltet.", "The one-time code is off."),
        "told_recovery": ("Neue Notfallcodes sind erstellt.", "New recovery codes were made."),
        "told_passkey_on": ("Der Passkey ist hinzugefügt.", "The passkey was added."),
        "told_passkey_off": ("Der Passkey ist entfernt.", "The passkey was removed."),
        "did_sign_in": ("Angemeldet", "Signed in"),
        "did_sign_in_failed": ("Anmeldung mit falschem Passwort", "Sign-in with a wrong password"),
        "did_ask_password_reset": ("Neues Passwort angefordert", "New password asked for"),
        "did_forget_factors": (
            "Zweiter Faktor vom Betreiber entfernt",
            "Second factor removed by the operator",
        ),
        "did_password_changed": ("Passwort geändert", "Password changed"),
        "did_password_reset": ("Passwort neu gesetzt", "Password reset"),
        "did_password_set": ("Passwort gesetzt", "Password set"),
        "did_totp_activated": ("Einmalcode eingeschaltet", "One-time code switched on"),
        "did_totp_deactivated": ("Einmalcode ausgeschaltet", "One-time code switched off"),
        "did_recovery_codes_generated": ("Notfallcodes erstellt", "Recovery codes made"),
        "did_webauthn_added": ("Passkey hinzugefügt", "Passkey added"),
        "did_webauthn_removed": ("Passkey entfernt", "Passkey removed"),
    }
)
WORDS: Final = wordbook(ACCOUNT)
"""The words of these pages; the surface's own wordbook has them too."""
