"""The words of documents, workbook and the delegates' links."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

DOCUMENTS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "do_title": ("Dokumente", "Documents"),
        "do_lead": ("Stand {}, veröffentlicht am {}.", "Version {}, published on {}."),
        "do_none": ("Noch nichts veröffentlicht", "Nothing published yet"),
        "do_none_text": (
            "Hier stehen alle Dokumente eines Standes. Veröffentlichen Sie zuerst ein Programm.",
            "All documents of a version will be here. Publish a programme first.",
        ),
        "do_make": ("Dokumente erstellen", "Make the documents"),
        "do_make_text": (
            "Ein Hintergrunddienst erstellt alle Dokumente dieses Standes. Das dauert etwa eine halbe Minute.",
            "A background worker makes all documents of this version. It takes about half a minute.",
        ),
        "do_working": (
            "Dokumente werden erstellt: {} von {} Teilen",
            "Documents are being made: {} of {} parts",
        ),
        "do_waiting": (
            "Dokumente warten auf den Hintergrunddienst",
            "Documents wait for the background worker",
        ),
        "do_stuck": (
            "Der Hintergrunddienst meldet sich nicht. Die Arbeit beginnt von selbst neu, sobald er wieder läuft.",
            "The background worker is silent. The work starts anew by itself once it runs again.",
        ),
        "do_failed": ("Die Dokumente wurden nicht erstellt", "The documents were not made"),
        "do_again": ("Noch einmal ansehen", "Look again"),
        "do_all": ("Alles als Archiv (ZIP)", "Everything as an archive (ZIP)"),
        "do_document": ("Dokument", "Document"),
        "do_language": ("Sprache", "Language"),
        "do_form": ("Format", "Format"),
        "do_size": ("Größe", "Size"),
        "do_not_yet": ("noch nicht erstellt", "not made yet"),
        "do_booklet": ("Programmheft", "Booklet"),
        "do_calendar": ("Kalender der ganzen Reise", "Calendar of the whole trip"),
        "do_page_public": ("Programmseite für alle", "Programme page for everyone"),
        "do_page_delegation": ("Programmseite für die Delegation", "Programme page for the delegation"),
        "do_page_organiser": ("Programmseite für die Organisation", "Programme page for the organisers"),
        "do_workbook": ("Arbeitsmappe der Organisation", "Organiser's workbook"),
        "do_people": ("Agenden der Delegation", "Agendas of the delegation"),
        "do_person": ("Person", "Person"),
        "do_files": ("Dateien", "Files"),
        "do_to_workbook": ("Arbeitsmappe bearbeiten", "Edit the workbook"),
        "do_to_links": ("Persönliche Links senden", "Send personal links"),
        "wb_title": ("Arbeitsmappe", "Workbook"),
        "wb_lead": (
            "Delegation, Organisationen, Gastgeber, Programmpunkte und Wünsche als Excel-Datei, und wieder zurück.",
            "Delegation, organisations, hosts, items and wishes as an Excel file, and back again.",
        ),
        "wb_give": ("Arbeitsmappe herunterladen", "Download the workbook"),
        "wb_upload": ("Bearbeitete Arbeitsmappe", "Edited workbook"),
        "wb_upload_hint": (
            "Sie sehen zuerst, was sich ändert. Übernommen wird nichts, bevor Sie es bestätigen.",
            "You see first what changes. Nothing is taken over before you confirm it.",
        ),
        "wb_show": ("Änderungen ansehen", "Show the changes"),
        "wb_missing_file": ("Es wurde keine Datei gewählt.", "No file was chosen."),
        "wb_overtaken": (
            (
                "Jemand hat die Reise inzwischen geändert. Nichts wurde übernommen. "
                "Laden Sie die Arbeitsmappe noch einmal hoch und prüfen Sie die Änderungen."
            ),
            (
                "Somebody has changed the trip meanwhile. Nothing was taken over. "
                "Upload the workbook once more and check the changes."
            ),
        ),
        "wb_gone": (
            "Diese Arbeitsmappe wartet nicht mehr, vielleicht ist sie schon übernommen. Laden Sie sie neu hoch.",
            "This workbook no longer waits; it may have been taken over already. Upload it once more.",
        ),
        "wb_taken": ("{} Zeilen übernommen", "{} rows taken over"),
        "wb_wrong": (
            "Die Arbeitsmappe hat {} Fehler. Nichts wurde geändert.",
            "The workbook has {} errors. Nothing was changed.",
        ),
        "wb_wrong_lead": (
            "Bitte berichtigen Sie diese Zellen und laden Sie die Datei noch einmal hoch.",
            "Please correct these cells and upload the file once more.",
        ),
        "wb_not": ("Nichts wurde übernommen", "Nothing was taken over"),
        "wb_cell": ("Zelle", "Cell"),
        "wb_at_sheet": ("Blatt {}", "Sheet {}"),
        "wb_at_cell": ("Blatt {}, Zelle {}", "Sheet {}, cell {}"),
        "wb_value": ("Inhalt", "Content"),
        "wb_problem": ("Was nicht stimmt", "What is wrong"),
        "wb_fix": ("Abhilfe", "What helps"),
        "wb_changes": ("Das würde sich ändern", "This would change"),
        "wb_nothing": ("Die Arbeitsmappe ändert nichts", "The workbook changes nothing"),
        "wb_nothing_text": (
            "Sie sagt dasselbe wie die Reise jetzt.",
            "It says the same as the trip does now.",
        ),
        "wb_new": ("neu", "new"),
        "wb_field": ("Feld", "Field"),
        "wb_before": ("Jetzt", "Now"),
        "wb_after": ("In der Arbeitsmappe", "In the workbook"),
        "wb_missing": ("Nicht in der Arbeitsmappe, bleibt bestehen", "Not in the workbook, stays"),
        "wb_warnings": ("Hinweise", "Notes"),
        "wb_take": ("Alles übernehmen", "Take all of it over"),
        "wb_yes": ("ja", "yes"),
        "wb_no": ("nein", "no"),
        "wb_sheet_delegates": ("Delegation", "Delegation"),
        "wb_sheet_organisations": ("Organisationen", "Organisations"),
        "wb_sheet_hosts": ("Gastgeber", "Hosts"),
        "wb_sheet_items": ("Programmpunkte", "Items"),
        "wb_sheet_places": ("Orte", "Places"),
        "wb_sheet_sectors": ("Branchen", "Sectors"),
        "dl_title": ("Persönliche Links der Delegation", "Personal links of the delegation"),
        "dl_lead": (
            (
                "Jede Person öffnet mit ihrem Link das eigene Programm, auch ohne Netz. Wählen Sie aus, wer eine Mail "
                "bekommt. Eine neue Adresse sperrt die alten Links; sonst gelten sie weiter."
            ),
            (
                "With the link each person opens the own programme, without a network too. Choose who gets a mail. "
                "A new address blocks the old links; else they stay good."
            ),
        ),
        "dl_none": ("Noch niemand in der Delegation", "Nobody in the delegation yet"),
        "dl_none_text": (
            "Hier stehen alle, die reisen, sobald sie eingetragen sind.",
            "Everyone who travels will be here once entered.",
        ),
        "dl_send": ("Mail", "Mail"),
        "dl_send_to": ("Mail an {}", "Mail to {}"),
        "dl_email": ("Mailadresse", "Mail address"),
        "dl_email_of": ("Mailadresse von {}", "Mail address of {}"),
        "dl_state": ("Link", "Link"),
        "dl_state_none": ("keiner", "none"),
        "dl_state_good": ("gültig", "good"),
        "dl_state_used": ("zuletzt geöffnet {}", "last opened {}"),
        "dl_known": ("kennt Stand {}", "knows version {}"),
        "dl_do": ("Links senden", "Send the links"),
        "dl_withdraw": ("Sperren", "Block"),
        "dl_nobody": (
            "Niemand ist ausgewählt. Keine Mail wurde gesendet.",
            "Nobody is chosen. No mail was sent.",
        ),
        "dl_sent": ("{} Mails gehen jetzt hinaus", "{} mails are going out now"),
        "dl_withdrawn": ("{} Links gesperrt", "{} links blocked"),
        "dl_until": ("Letzter Tag für Wünsche", "Last day for wishes"),
        "dl_until_hint": ("Leer bedeutet: der Tag vor der Reise.", "Empty means: the day before the trip."),
        "dl_until_saved": ("Der letzte Tag für Wünsche ist gespeichert", "The last day for wishes is saved"),
        "dl_wrong_day": (
            "{} ist kein Tag. Schreiben Sie ihn als 2025-05-04.",
            "{} is no day. Write it as 2025-05-04.",
        ),
    }
)
