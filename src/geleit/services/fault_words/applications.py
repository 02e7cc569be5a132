"""Faults of applications and their selection, in German and English."""

from typing import Final

from geleit.services.fault_words.shape import Table

APPLICATION_FAULTS: Final[Table] = {
    "application_unknown": (
        (
            "Es gibt keine Bewerbung „{reference}“",
            "",
            "Vergleichen Sie das Zeichen mit der Eingangsbestätigung",
        ),
        ("There is no application {reference!r}", "", "Compare the reference with the receipt"),
    ),
    "application_not_of_trip": (
        ("Die Reise hat keine Bewerbung „{reference}“", "", ""),
        ("The trip {trip} has no application {reference!r}", "", ""),
    ),
    "applications_not_of_trip": (
        ("Diese Bewerbungen gehören nicht zur Reise: {references}", "", ""),
        ("The trip {trip} has no applications {references}", "", ""),
    ),
    "application_elsewhere": (
        ("Die Bewerbung {reference} gehört zu einer anderen Reise", "Nichts wurde geändert", ""),
        ("The application {reference} belongs to another trip", "Nothing has changed", ""),
    ),
    "application_step": (
        (
            "Die Bewerbung {reference} hat den Stand „{status}“; „{wanted}“ kann darauf nicht folgen",
            "Sie ist unverändert",
            "",
        ),
        (
            "The application {reference} is {status!r}, and {wanted!r} cannot follow that",
            "It is unchanged",
            "",
        ),
    ),
    "application_twice": (
        (
            "Dieses Unternehmen hat mit demselben Kontakt schon eine Bewerbung für diese Reise eingereicht",
            "Jene Bewerbung gilt; diese bleibt ein Entwurf",
            "Öffnen Sie den Link aus der ersten Eingangsbestätigung, oder nennen Sie einen anderen Kontakt",
        ),
        (
            "This company has already submitted an application with the same contact for this trip",
            "That application stands; this one stays a draft",
            "Open the link in the receipt of the first one, or name another contact",
        ),
    ),
    "application_twice_amended": (
        (
            "Dieses Unternehmen hat mit demselben Kontakt schon eine Bewerbung für diese Reise eingereicht",
            "Beide Bewerbungen sind, wie sie waren",
            "Nennen Sie einen anderen Kontakt",
        ),
        (
            "This company has already submitted an application with the same contact for this trip",
            "Both applications stand as they were",
            "Name another contact",
        ),
    ),
    "application_submitted": (
        (
            "Die Bewerbung {reference} hat den Stand „{status}“",
            "",
            "Beginnen Sie auf der Seite der Reise eine neue",
        ),
        ("The application {reference} is {status}", "", "Begin a new one on the trip's page"),
    ),
    "application_incomplete": (
        (
            "In der Bewerbung sind {count} Angaben zu berichtigen",
            "Was vorher gesichert war, ist unverändert",
            "",
        ),
        (
            "The application has {count} fields to put right",
            "Nothing that was kept before has changed",
            "",
        ),
    ),
    "setup_contradicts": (
        ("{count} Angaben widersprechen sich oder fehlen", "Was vorher festgelegt war, gilt weiter", ""),
        ("{count} entries are missing or contradict each other", "What was set before still holds", ""),
    ),
    "scores_refused": (
        (
            "{count} Bewertungen liegen außerhalb der Skala, haben keinen Grund oder kein Kriterium",
            "Die vorigen Bewertungen gelten weiter",
            "",
        ),
        (
            "{count} scores lie outside the scale, lack a reason or a criterion",
            "Those given before still hold",
            "",
        ),
    ),
    "terms_changed": (
        (
            "Die Teilnahmebedingungen wurden inzwischen geändert (Fassung {number})",
            "Ihre Bewerbung ist als Entwurf gesichert",
            "Lesen Sie die neue Fassung und reichen Sie dann ein",
        ),
        (
            "The terms have been changed since (version {number})",
            "Your application is kept as a draft",
            "Read the new version, then submit",
        ),
    ),
    "terms_empty": (
        (
            "Die Teilnahmebedingungen sind leer",
            "Die bisherige Fassung gilt weiter",
            "Schreiben Sie sie wenigstens auf Deutsch",
        ),
        ("The terms are empty", "The version before still holds", "Write them in one language at least"),
    ),
    "terms_too_long": (
        (
            "Die Teilnahmebedingungen haben {size} Zeichen, höchstens {most} passen",
            "Die bisherige Fassung gilt weiter",
            "",
        ),
        ("The terms have {size} characters, at most {most} fit", "The version before still holds", ""),
    ),
    "region_unnamed": (
        (
            "Eine Region hat keinen Namen",
            "Die Regionen sind unverändert",
            "Benennen Sie sie, oder lassen Sie sie weg",
        ),
        ("A region has no name", "The regions are unchanged", "Name it, or leave it out"),
    ),
    "region_too_long": (
        (
            "Der Name „{region}“ ist länger als {most} Zeichen",
            "Die Regionen sind unverändert",
            "Kürzen Sie ihn",
        ),
        ("The name {region!r} is longer than {most} characters", "The regions are unchanged", "Shorten it"),
    ),
    "region_twice": (
        (
            "Die Region „{region}“ steht zweimal da",
            "Die Regionen sind unverändert",
            "Löschen Sie eine der beiden",
        ),
        ("The region {region!r} stands there twice", "The regions are unchanged", "Delete one of the two"),
    ),
    "regions_too_many": (
        (
            "{count} Regionen sind mehr als {most}",
            "Die Regionen sind unverändert",
            "Fassen Sie einige zusammen",
        ),
        ("{count} regions are more than {most}", "The regions are unchanged", "Put some of them together"),
    ),
    "region_in_use": (
        (
            "Die Region „{region}“ nennen {count} Bewerbungen",
            "Die Regionen sind unverändert",
            "Lassen Sie sie stehen, oder ändern Sie zuerst jene Bewerbungen",
        ),
        (
            "The region {region!r} is named by {count} applications",
            "The regions are unchanged",
            "Keep it, or change those applications first",
        ),
    ),
    "region_in_mix": (
        (
            "Die Region „{region}“ steht in einer Regel der Zusammensetzung",
            "Die Regionen sind unverändert",
            "Nehmen Sie zuerst die Regel heraus",
        ),
        (
            "The region {region!r} stands in a rule of the mix",
            "The regions are unchanged",
            "Take the rule out first",
        ),
    ),
    "application_locked": (
        (
            "Die Bewerbung {reference} hat den Stand „{status}“ und lässt sich nicht mehr ändern",
            "Sie bleibt, wie sie eingereicht wurde",
            "Schreiben Sie der Organisation, wenn sich etwas geändert hat",
        ),
        (
            "The application {reference} is {status} and can no longer be changed",
            "It stands as it was submitted",
            "Write to the organiser if something in it has changed",
        ),
    ),
    "applications_closed": (
        (
            "Bewerbungen wurden bis {closes} angenommen",
            "Entwürfe lassen sich weiterhin lesen",
            "Schreiben Sie dem Kontakt auf der Seite der Reise",
        ),
        (
            "Applications were taken until {closes}",
            "Drafts can still be read",
            "Write to the contact named on the trip's page",
        ),
    ),
    "no_place": (
        (
            "{wanted} Plätze werden gebraucht, {left} sind frei",
            "Niemand wurde dadurch zugelassen",
            "Lassen Sie weniger zu, oder erhöhen Sie die Zahl der Plätze",
        ),
        (
            "{wanted} places are needed, {left} are left",
            "Nobody was admitted by this",
            "Admit fewer, or raise the number of places",
        ),
    ),
    "nothing_missing": (
        ("Es wurde nicht gesagt, was fehlt", "Die Bewerbung ist unverändert", "Nennen Sie es"),
        ("Nothing is said to be missing", "The application is unchanged", "Say what is"),
    ),
    "paper_too_large": (
        (
            "„{name}“ hat {size} MB, höchstens {most} MB werden angenommen",
            "Die vorher gesicherten Unterlagen sind noch da",
            "Verkleinern Sie die Datei, etwa durch geringere Bildqualität",
        ),
        (
            "{name!r} has {size} MB, at most {most} MB are taken",
            "The papers kept before are still there",
            "Make it smaller, such as by lower picture quality",
        ),
    ),
    "paper_kind": (
        (
            "„{name}“ ist weder PDF noch PNG noch JPEG",
            "Die vorher gesicherten Unterlagen sind noch da",
            "Speichern Sie die Datei als PDF und senden Sie sie erneut",
        ),
        (
            "{name!r} is neither PDF nor PNG nor JPEG",
            "The papers kept before are still there",
            "Save it as PDF and send it again",
        ),
    ),
    "papers_full": (
        (
            "Es sind schon {most} Unterlagen da, mehr werden nicht angenommen",
            "Die vorher gesicherten Unterlagen sind noch da",
            "Entfernen Sie zuerst eine",
        ),
        (
            "There are {most} papers already, and no more are taken",
            "The papers kept before are still there",
            "Remove one first",
        ),
    ),
    "paper_unknown": (
        ("Die Bewerbung {reference} hat keine Unterlage „{paper}“", "", ""),
        ("The application {reference} has no paper {paper!r}", "", ""),
    ),
    "paper_lost": (
        ("Die Datei „{name}“ liegt nicht im Speicher", "", "Holen Sie sie aus einer Sicherung zurück"),
        ("The file of {name!r} is not in the store", "", "Restore it from a backup"),
    ),
    "score_without_account": (
        ("Bewerten können nur Personen mit einem Konto", "", ""),
        ("Only those with an account can score", "", ""),
    ),
    "no_criteria": (
        ("Es gibt noch keine Kriterien", "", "Legen Sie sie zuerst fest"),
        ("There are no criteria yet", "", "Set them first"),
    ),
    "no_criteria_to_score": (
        (
            "Es gibt noch keine Kriterien",
            "",
            "Legen Sie sie zuerst fest; die erste Bewertung macht sie verbindlich",
        ),
        ("There are no criteria yet", "", "Set them first; the first score fixes them"),
    ),
    "no_mix": (
        ("Die Zusammensetzung ist noch nicht festgelegt", "", "Nennen Sie wenigstens die Zahl der Plätze"),
        ("There is no mix yet", "", "Set the number of places at least"),
    ),
    "not_scorable": (
        (
            "Die Bewerbung {reference} hat den Stand „{status}“; bewertet werden nur Bewerbungen in der Prüfung",
            "Die vorhandenen Bewertungen gelten weiter",
            "",
        ),
        (
            "The application {reference} is {status}; only those under review are scored",
            "The scores it has still hold",
            "",
        ),
    ),
    "fixed_unknown": (
        ("Als fest gewählt, aber keine Bewerbung in der Prüfung: {references}", "", ""),
        ("Fixed, but no application under review: {references}", "", ""),
    ),
    "none_to_choose": (
        (
            "Noch lässt sich keine Bewerbung auswählen",
            "",
            "Bewerten Sie zuerst; jede Bewerbung braucht alle Kriterien",
        ),
        ("No application can be chosen yet", "", "Score them first; each needs every criterion"),
    ),
    "not_a_verdict": (
        ("„{verdicts}“ ist keine Entscheidung; möglich sind Zulassung, Warteliste und Ablehnung", "", ""),
        ("{verdicts} cannot be decided; admitted, waiting and rejected can", "", ""),
    ),
    "proposal_unknown": (
        ("Diesen Vorschlag gibt es nicht", "", ""),
        ("There is no proposal {proposal}", "", ""),
    ),
    "proposal_overtaken": (
        (
            "Inzwischen wurde ein neuerer Vorschlag berechnet",
            "Nichts wurde entschieden",
            "Sehen Sie den neuen an und entscheiden Sie dann",
        ),
        (
            "A newer proposal has been computed since",
            "Nothing was decided",
            "Look at the new one, then decide",
        ),
    ),
    "departures_bare": (
        (
            "{count} Entscheidungen weichen ohne Begründung vom Vorschlag ab: {references}",
            "Nichts wurde entschieden",
            "Geben Sie zu jeder einen Grund an",
        ),
        (
            "{count} decisions depart from the proposal without a reason: {references}",
            "Nothing was decided",
            "Give a reason for each",
        ),
    ),
    "criteria_fixed": (
        (
            "Die Kriterien stehen seit der ersten Bewertung am {day} fest",
            "Sie bleiben, wie sie vorher festgelegt wurden",
            "",
        ),
        (
            "The criteria are fixed since the first score on {day}",
            "They stay as they were set beforehand",
            "",
        ),
    ),
    "too_few_places": (
        (
            "{places} Plätze sind weniger als die {taken} vergebenen",
            "Die Zahl der Plätze ist unverändert",
            "",
        ),
        (
            "{places} places are fewer than the {taken} that are given away",
            "The number of places is unchanged",
            "",
        ),
    ),
    "holds_no_place": (
        (
            "Die Bewerbung {reference} hat den Stand „{status}“; sie hat keinen Platz, der zu besetzen wäre",
            "",
            "",
        ),
        ("The application {reference} is {status}; it holds no place to be filled", "", ""),
    ),
    "role_unknown": (
        (
            (
                "Die Bewerbung {reference} ist nicht vollständig bewertet; "
                "ihre Rolle in der Zusammensetzung ist daher nicht bekannt"
            ),
            "",
            "",
        ),
        ("The application {reference} has no complete scores, so its role is not known", "", ""),
    ),
    "not_waiting": (
        (
            "Die Bewerbung {reference} hat den Stand „{status}“, sie steht nicht auf der Warteliste",
            "Nichts wurde geändert",
            "",
        ),
        ("The application {reference} is {status}, not waiting", "Nothing has changed", ""),
    ),
    "substitution_reason": (
        ("Ein Ersatz braucht einen Grund", "Nichts wurde geändert", ""),
        ("A substitution needs a reason", "Nothing has changed", ""),
    ),
    "aid_negative": (
        ("Eine Beihilfe kann nicht negativ sein", "Die Erklärung ist unverändert", ""),
        ("Aid cannot be a negative amount", "The declaration is unchanged", ""),
    ),
    "fee_unknown": (
        ("Die Reise hat {count} Entgelte, ein {number}. gibt es nicht", "", ""),
        ("The trip has {count} fees, and none numbered {number}", "", ""),
    ),
}
