"""Faults of access, invitations, delegates' pages and mail, in German and English."""

from typing import Final

from geleit.services.fault_words.shape import Table

PEOPLE_FAULTS: Final[Table] = {
    "no_programme_for_person": (
        ("Für diese Person gibt es kein Programm", "", ""),
        ("There is no programme for this person", "", ""),
    ),
    "no_longer_travelling": (
        ("Sie gehören nicht mehr zu denen, die reisen", "", "Schreiben Sie der Organisation"),
        ("You are no longer among those who travel", "", "Write to the organiser"),
    ),
    "not_begun": (
        (
            "Die Reise beginnt erst am {day}",
            "Nichts wurde festgehalten",
            "Halten Sie die Teilnahme danach fest",
        ),
        ("The trip begins only on {day}", "Nothing was recorded", "Record who came along after that"),
    ),
    "trip_not_over": (
        ("Die Reise endet erst am {day}", "Nichts wurde gelöscht", "Löschen Sie die Daten danach"),
        ("The trip ends only on {day}", "Nothing was erased", "Erase the data after that"),
    ),
    "erasure_not_confirmed": (
        (
            "Die Kennung der Reise wurde nicht eingegeben",
            "Nichts wurde gelöscht",
            "Schreiben Sie „{trip}“ in das Feld",
        ),
        ("The id of the trip was not typed", "Nothing was erased", "Write {trip!r} into the field"),
    ),
    "wishes_closed": (
        ("Wünsche werden nicht mehr angenommen", "Ihre Wünsche sind, wie sie waren", ""),
        ("Wishes are closed", "Your wishes are as they were", ""),
    ),
    "not_wishable": (
        ("Das kann sich niemand wünschen: {items}", "Ihre Wünsche sind, wie sie waren", ""),
        ("Nobody can wish for {items}", "Your wishes are as they were", ""),
    ),
    "delegate_not_found": (
        ("Niemand namens „{delegate}“ reist mit", "", ""),
        ("Nobody named {delegate!r} travels", "", ""),
    ),
    "delegate_not_sample": (
        ("{name} ist nicht erfunden", "", "Wählen Sie eine Musterperson"),
        ("{name} is not invented", "", "Choose a sample person"),
    ),
    "no_sample_delegate": (
        ("Diese Reise hat kein erfundenes Delegationsmitglied", "", ""),
        ("This trip has no invented delegate", "", ""),
    ),
    "delegate_not_mailed": (
        ("Niemand namens „{delegate}“ reist mit", "Keine Mail wurde versandt", ""),
        ("Nobody named {delegate!r} travels", "No mail was sent", ""),
    ),
    "mail_address": (
        (
            "„{email}“ ist keine Mailadresse (von {name})",
            "Keine Mail wurde versandt",
            "Schreiben Sie sie wie name@beispiel.de",
        ),
        ("{email!r} is no mail address (of {name})", "No mail was sent", "Write it as name@example.org"),
    ),
    "email_address": (
        ("„{email}“ ist keine Mailadresse", "", "Sie braucht einen Namen, ein @ und eine Domain"),
        ("{email!r} is no email address", "", "It needs a name, an @ and a domain"),
    ),
    "invitation_over": (
        ("Diese Einladung wurde schon angenommen oder zurückgezogen", "", ""),
        ("This invitation was taken up already, or taken back", "", ""),
    ),
    "invitation_taken": (
        ("Diese Einladung wurde schon angenommen", "", ""),
        ("This invitation was taken up already", "", ""),
    ),
    "invitation_unknown": (
        ("Eine offene Einladung {invitation} gibt es in dieser Reise nicht", "", ""),
        ("There is no open invitation {invitation} in this trip", "", ""),
    ),
    "invited_already": (
        ("{email} ist schon eingeladen", "", "Ziehen Sie jene Einladung zurück, um eine neue zu senden"),
        ("{email} is invited already", "", "Withdraw that invitation to send a new one"),
    ),
    "member_already": (
        ("{email} hat schon Zugang zu dieser Reise", "", "Ändern Sie stattdessen die Rolle"),
        ("{email} has access to this trip already", "", "Change the role instead"),
    ),
    "account_exists": (
        ("Ein Konto für {email} gibt es schon", "", "Melden Sie sich an und öffnen Sie den Link erneut"),
        ("There is an account for {email} already", "", "Sign in, then open the link again"),
    ),
    "invitation_of_another": (
        ("Diese Einladung gilt für {email}", "", "Melden Sie sich ab und öffnen Sie den Link erneut"),
        ("This invitation is for {email}", "", "Sign out, then open the link again"),
    ),
    "member_unknown": (
        ("Ein Mitglied {role} gibt es in dieser Reise nicht", "", ""),
        ("There is no member {role} in this trip", "", ""),
    ),
    "last_owner": (
        (
            "{email} ist die einzige Person, der diese Reise gehört",
            "Nichts wurde geändert",
            "Machen Sie zuerst eine andere Person zur Eigentümerin",
        ),
        (
            "{email} is the only owner of this trip",
            "Nothing was changed",
            "Make somebody else an owner first",
        ),
    ),
    "organisation_unknown": (
        ("Eine Organisation „{organisation}“ gibt es in dieser Reise nicht", "", ""),
        ("There is no organisation {organisation!r} in this trip", "", ""),
    ),
    "shared_unknown": (
        ("„{key}“ gibt es in dieser Reise nicht", "", ""),
        ("There is no {kind} {key!r} in this trip", "", ""),
    ),
    "link_unknown": (
        ("Diesen Link gibt es nicht", "", ""),
        ("There is no link {link}", "", ""),
    ),
    "link_not_of_trip": (
        ("Diesen Link gibt es in dieser Reise nicht", "", ""),
        ("There is no link {link} in this trip", "", ""),
    ),
    "link_opens_nothing": (
        ("Dieser Link öffnet nichts", "", "Kopieren Sie ihn ganz aus der Mail, mit der er kam"),
        ("This link opens nothing", "", "Copy it whole from the mail it came in"),
    ),
    "link_expires_before": (
        ("Ein Link kann nicht vor seiner Entstehung ablaufen ({expires})", "", ""),
        ("A link cannot expire at {expires}, before it is made", "", ""),
    ),
    "mail_unknown": (
        ("Die Mail {mail} gibt es nicht", "", ""),
        ("There is no mail {mail}", "", ""),
    ),
    "mail_not_failed": (
        ("Die Mail {mail} ist nicht gescheitert", "", ""),
        ("The mail {mail} is {state}, it has not failed", "", ""),
    ),
}
