"""Words of the page after a trip."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

AFTER: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "af_title": ("Nach der Reise", "After the trip"),
        "af_came": ("Wer mitgereist ist", "Who travelled"),
        "af_not_begun": (
            "Die Reise hat noch nicht begonnen. Danach halten Sie hier fest, wer mitgereist ist.",
            "The trip has not begun. After that you record here who travelled.",
        ),
        "af_nobody": ("Niemand steht in der Delegation.", "Nobody is in the delegation."),
        "af_people": ("Delegation", "Delegation"),
        "af_person": ("Person", "Person"),
        "af_attendance": ("Teilnahme", "Attendance"),
        "af_attendance_of": ("Teilnahme von {}", "Attendance of {}"),
        "af_open": ("offen", "open"),
        "af_travelled": ("mitgereist", "travelled"),
        "af_no_show": ("nicht erschienen", "did not come"),
        "af_companies": ("Zugelassene Bewerbungen", "Admitted applications"),
        "af_company": ("Unternehmen", "Company"),
        "af_final": (
            "Was hier einmal festgehalten ist, bleibt: Es ist der letzte Stand der Bewerbung.",
            "What is recorded here stays: it is the last status of the application.",
        ),
        "af_save": ("Teilnahme speichern", "Save who travelled"),
        "af_rest": ("Alle offenen sind mitgereist", "All that are open travelled"),
        "af_saved": ("{} Einträge sind geändert.", "{} entries are changed."),
        "af_saved_one": ("1 Eintrag ist geändert.", "1 entry is changed."),
        "af_wrong": ("Die Teilnahme wurde nicht gespeichert", "Who travelled was not saved"),
        "af_erase": ("Personenbezogene Daten löschen", "Erase personal data"),
        "af_erase_lead": (
            "Wenn die Daten nicht mehr gebraucht werden, löschen Sie sie hier endgültig.",
            "When the data is no longer needed, erase it here for good.",
        ),
        "af_erased": ("Zuletzt gelöscht am {}.", "Last erased on {}."),
        "af_goes": ("Gelöscht wird", "What is erased"),
        "af_stays": ("Es bleibt", "What stays"),
        "af_delegates": (
            "Personen mit Profil, Wünschen und Anwesenheit",
            "people with profile, wishes and presence",
        ),
        "af_organisations": ("Organisationen der Delegation", "organisations of the delegation"),
        "af_host_contacts": ("Ansprechpersonen bei Gastgebern", "contacts at hosts"),
        "af_applications": (
            "Bewerbungen mit Bewertungen und Entscheidungen",
            "applications with scores and decisions",
        ),
        "af_papers": ("Unterlagen dazu", "papers to them"),
        "af_mails": ("E-Mails", "mails"),
        "af_links": ("persönliche Links", "personal links"),
        "af_drafts": ("Entwürfe des Programms", "drafts of the programme"),
        "af_jobs": ("Rechnungen mit ihrem Ergebnis", "computations with their results"),
        "af_programmes": ("veröffentlichte Programmstände, ohne Namen", "published versions, without names"),
        "af_items": ("Programmpunkte", "items"),
        "af_hosts": ("Gastgeber, ohne Ansprechpersonen", "hosts, without contacts"),
        "af_audit": (
            "Protokolleinträge, nur noch mit Zeit, Handlung und wer plante",
            "entries of the audit trail, with time, action and who planned only",
        ),
        "af_counted": (
            "die Zahlen: {} mitgereist, {} nicht erschienen, {} Bewerbungen",
            "the figures: {} travelled, {} did not come, {} applications",
        ),
        "af_backups": (
            (
                "Sicherungen, heruntergeladene Listen und verschickte E-Mails enthalten die Daten weiterhin. "
                "Was Sie selbst in Texte der Reise geschrieben haben, bleibt stehen, auch Namen."
            ),
            (
                "Backups, downloaded lists and mails that went out still hold the data. What you have written into "
                "texts of the trip stays, names included."
            ),
        ),
        "af_not_over": (
            "Löschen können Sie, sobald die Reise vorbei ist.",
            "You can erase the data once the trip is over.",
        ),
        "af_owner_only": (
            "Löschen kann nur, wem die Reise gehört.",
            "Only an owner of the trip can erase the data.",
        ),
        "af_confirm": ("Kennung der Reise", "Id of the trip"),
        "af_confirm_hint": (
            "Schreiben Sie „{}“. Das Löschen lässt sich nicht rückgängig machen.",
            "Write “{}”. The erasure cannot be undone.",
        ),
        "af_erase_now": ("Endgültig löschen", "Erase for good"),
        "af_erase_done": ("Die personenbezogenen Daten sind gelöscht.", "The personal data is erased."),
        "af_erase_not": ("Nichts wurde gelöscht", "Nothing was erased"),
    }
)
