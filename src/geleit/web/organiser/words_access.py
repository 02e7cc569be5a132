"""The words of members, invitations and personal links."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ACCESS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "members_title": ("Zugänge", "Access"),
        "members_lead": (
            (
                "Wer sich anmeldet und diese Reise sieht. Delegation, Gastgeber und Bewerber kommen über "
                "persönliche Links."
            ),
            "Who signs in and sees this trip. Delegates, hosts and applicants come by personal links.",
        ),
        "members_owner_only": (
            "Einladen und ändern können die Inhaber der Reise.",
            "Owners of the trip can invite and change.",
        ),
        "member_name": ("Name", "Name"),
        "member_role": ("Rolle", "Role"),
        "member_email": ("E-Mail-Adresse", "Email address"),
        "member_shared": ("{} geteilt", "{} shared"),
        "member_demo": ("Vorführung", "Demonstration"),
        "member_change": ("Ändern", "Change"),
        "member_remove": ("Zugang entziehen", "Remove access"),
        "role_may_owner": (
            "Inhaber: alles, auch Zugänge vergeben",
            "Owner: everything, access included",
        ),
        "role_may_organiser": (
            "Organisation: planen, veröffentlichen, Bewerbungen entscheiden",
            "Organiser: plan, publish, decide applications",
        ),
        "role_may_partner": (
            "Partner: sieht und ändert nur, was mit ihm geteilt ist; keine Bewerbungen",
            "Partner: sees and changes only what is shared with it; no applications",
        ),
        "role_may_reader": (
            "Leserecht: sieht Programm und Bewerbungen, ändert nichts",
            "Reader: sees programme and applications, changes nothing",
        ),
        "members_invited": ("Offene Einladungen", "Open invitations"),
        "members_invited_by": ("eingeladen von {}", "invited by {}"),
        "invite_title": ("Einladen", "Invite"),
        "invite_lead": (
            (
                "Die Person bekommt eine E-Mail mit einem Link, der 14 Tage gilt. Ein Konto entsteht "
                "erst, wenn sie ihn öffnet."
            ),
            (
                "The person gets an email with a link that is good for 14 days. An account is made only "
                "when they open it."
            ),
        ),
        "invite_language": ("Sprache der E-Mail", "Language of the email"),
        "invite_do": ("Einladung senden", "Send the invitation"),
        "invite_withdraw": ("Zurückziehen", "Withdraw"),
        "invited": ("Die Einladung an {} ist unterwegs.", "The invitation to {} is on its way."),
        "invitation_withdrawn": (
            "Die Einladung ist zurückgezogen; ihr Link öffnet nichts mehr.",
            "The invitation is withdrawn; its link opens nothing any more.",
        ),
        "member_title": ("Zugang von {}", "Access of {}"),
        "member_organisation": ("Organisation des Partners", "Organisation of the partner"),
        "member_organisation_hint": (
            "Alle Personen dieser Organisation sieht der Partner von selbst.",
            "The partner sees all people of this organisation without further ado.",
        ),
        "member_no_organisation": ("keine", "none"),
        "member_share": ("Mit diesem Partner teilen", "Share with this partner"),
        "member_share_text": (
            "Gilt nur für die Rolle Partner. Ein geteilter Gastgeber bringt seine Programmpunkte mit.",
            "For the role of partner alone. A shared host brings its items with it.",
        ),
        "share_item": ("Programmpunkte", "Items"),
        "share_host": ("Gastgeber", "Hosts"),
        "share_delegate": ("Personen", "People"),
        "share_none": ("Diese Reise hat noch keine.", "This trip has none yet."),
        "member_changed": ("Der Zugang von {} ist geändert.", "The access of {} is changed."),
        "member_removed": ("{} hat keinen Zugang mehr.", "{} has no access any more."),
        "member_remove_ask": ("{} den Zugang entziehen?", "Remove the access of {}?"),
        "member_remove_text": (
            "Das gilt sofort. Das Konto und alles, was die Person getan hat, bleiben im Protokoll.",
            "It holds at once. The account and all that the person did stay in the audit trail.",
        ),
        "fault_overtaken": (
            (
                "Jemand anderes hat diesen Zugang inzwischen geändert. Von Ihnen wurde nichts überschrieben. "
                "Laden Sie die Seite neu und wiederholen Sie Ihre Änderung."
            ),
            (
                "Somebody else has changed this access in the meantime. Nothing of yours was written over it. "
                "Reload the page and repeat your change."
            ),
        ),
        "fault_last_owner": (
            (
                "Eine Reise braucht einen Inhaber, und dies ist der einzige. Es wurde nichts geändert. "
                "Machen Sie zuerst "
                "jemand anderen zum Inhaber."
            ),
            (
                "A trip needs an owner, and this is the only one. Nothing was changed. Make somebody "
                "else an owner first."
            ),
        ),
        "fault_gone": (
            (
                "Etwas davon gibt es in dieser Reise nicht mehr. Es wurde nichts geändert. Laden Sie die "
                "Seite neu."
            ),
            "Part of it is no longer in this trip. Nothing was changed. Reload the page.",
        ),
        "fault_member_already": (
            "Diese Adresse hat schon Zugang oder ist schon eingeladen.",
            "This address has access already, or is invited already.",
        ),
        "fault_email": (
            "Das ist keine E-Mail-Adresse. Sie braucht Name, @ und Domain.",
            "That is no email address. It needs a name, an @ and a domain.",
        ),
        "invitation_title": ("Einladung zur Reise „{}“", "Invitation to the trip “{}”"),
        "invitation_lead": ("{} lädt Sie ein. Ihre Rolle:", "{} invites you. Your role:"),
        "invitation_until": ("Gilt bis {}.", "Good until {}."),
        "invitation_take": ("Einladung annehmen", "Accept the invitation"),
        "invitation_as": ("Sie sind angemeldet als {}.", "You are signed in as {}."),
        "invitation_sign_in": (
            "Zu {} gibt es schon ein Konto. Melden Sie sich damit an, dann geht es hier weiter.",
            "There is an account for {} already. Sign in with it, then you go on here.",
        ),
        "invitation_new": (
            "Für {} legen Sie jetzt ein Konto an.",
            "You now make an account for {}.",
        ),
        "invitation_taken": (
            "Willkommen. Die Einladung ist angenommen.",
            "Welcome. The invitation is accepted.",
        ),
        "accept_name": ("Ihr Name", "Your name"),
        "fault_invitation": (
            (
                "Die Einladung wurde nicht angenommen: Zu dieser Adresse gibt es inzwischen ein Konto. "
                "Melden Sie sich an "
                "und öffnen Sie den Link noch einmal."
            ),
            (
                "The invitation was not accepted: there is an account for this address by now. Sign in and open "
                "the link once more."
            ),
        ),
        "links_title": ("Persönliche Links", "Personal links"),
        "links_lead": (
            (
                "Wer ohne Konto hineinkommt. Ein Link selbst ist nur dem bekannt, der ihn bekommen hat; "
                "gespeichert ist nur ein Hash."
            ),
            (
                "Who gets in without an account. A link itself is known only to whom it was sent; only a "
                "hash of it is kept."
            ),
        ),
        "links_none": ("Noch keine Links", "No links yet"),
        "links_none_text": (
            "Links entstehen mit Bewerbungen, Terminanfragen und Einladungen.",
            "Links are made with applications, host requests and invitations.",
        ),
        "links_none_found": ("Kein Link passt zu dieser Suche.", "No link matches this search."),
        "link_for": ("Für", "For"),
        "link_purpose": ("Öffnet", "Opens"),
        "link_state": ("Stand", "State"),
        "link_expires": ("Gilt bis", "Good until"),
        "link_used": ("Geöffnet", "Opened"),
        "link_any": ("alle", "all"),
        "state_good": ("gültig", "good"),
        "state_expired": ("abgelaufen", "expired"),
        "state_revoked": ("zurückgenommen", "taken back"),
        "purpose_application": ("Bewerbung", "Application"),
        "purpose_calendar": ("Kalenderabonnement", "Calendar subscription"),
        "purpose_delegate": ("Agenda", "Agenda"),
        "purpose_host_request": ("Terminanfrage", "Host request"),
        "purpose_invitation": ("Einladung zur Mitarbeit", "Invitation to work on it"),
        "link_revoke": ("Zurücknehmen", "Take back"),
        "link_revoked": (
            "Der Link ist zurückgenommen. Wer ihn öffnet, erfährt, dass er nicht mehr gilt.",
            "The link is taken back. Whoever opens it learns that it is no longer valid.",
        ),
    }
)
