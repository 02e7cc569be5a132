"""The words of the lists."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LISTS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "list_title_items": ("Programmpunkte", "Items"),
        "list_title_hosts": ("Gastgeber", "Hosts"),
        "list_title_delegates": ("Delegierte", "Delegates"),
        "list_none_items": ("Noch keine Programmpunkte", "No items yet"),
        "list_none_hosts": ("Noch keine Gastgeber", "No hosts yet"),
        "list_none_delegates": ("Noch keine Delegierten", "No delegates yet"),
        "list_empty_items": (
            "Hier stehen Besuche, Gespräche und Empfänge. Aus einer Tabelle sind sie am schnellsten eingefügt.",
            "Visits, talks and receptions will be here. Pasting them from a spreadsheet is quickest.",
        ),
        "list_empty_hosts": (
            "Hier steht, wer die Delegation empfängt. Beginnen Sie damit: Programmpunkte nennen ihren Gastgeber.",
            "Those who receive the delegation will be here. Begin with them: items name their host.",
        ),
        "list_empty_delegates": (
            "Hier steht, wer mitreist. Einzufügen aus einer Tabelle oder aus einer Excel-Datei.",
            "Those who travel will be here. Paste them from a spreadsheet or take them from an Excel file.",
        ),
        "list_nothing_shared": ("Nichts mit Ihnen geteilt", "Nothing shared with you"),
        "list_nothing_shared_text": (
            "Wer die Reise verwaltet, kann Ihnen Einträge freigeben.",
            "Whoever owns the trip can share entries with you.",
        ),
        "list_no_match": ("Kein Eintrag passt", "No entry fits"),
        "list_no_match_text": (
            "Die Filter lassen nichts übrig. {} Einträge gibt es.",
            "The filters leave nothing. There are {} entries.",
        ),
        "list_no_match_do": ("Alle zeigen", "Show all"),
        "list_add_items": ("Programmpunkt anlegen", "Add an item"),
        "list_add_hosts": ("Gastgeber anlegen", "Add a host"),
        "list_add_delegates": ("Person anlegen", "Add a person"),
        "list_paste": ("Aus Tabelle einfügen", "Paste from a spreadsheet"),
        "list_export": ("Als Excel-Datei", "As an Excel file"),
        "list_edit": ("Ändern", "Change"),
        "list_all": ("alle", "all"),
        "list_back": ("Zurück zur Liste", "Back to the list"),
        "list_more": ("Weitere Angaben", "More details"),
        "list_save": ("Speichern", "Save"),
        "list_cancel": ("Abbrechen", "Cancel"),
        "list_saved": ("Gespeichert: {}", "Saved: {}"),
        "list_remove": ("Löschen", "Remove"),
        "list_remove_title": ("{} löschen?", "Remove {}?"),
        "list_remove_text": (
            "Der Eintrag verschwindet aus der Liste. Veröffentlichte Stände behalten ihn.",
            "The entry disappears from the list. Published versions keep it.",
        ),
        "list_removed": ("Gelöscht: {}", "Removed: {}"),
        "list_overtaken": (
            "Jemand anders hat diesen Eintrag inzwischen geändert. Ihre Eingaben stehen noch hier.",
            "Somebody else has changed this entry in the meantime. What you entered is still here.",
        ),
        "list_overtaken_do": (
            "Prüfen Sie, was jetzt gespeichert ist. Nochmals speichern schreibt Ihre Eingaben darüber.",
            "See what is stored now. Saving again puts your entries over it.",
        ),
        "list_overtaken_now": ("Jetzt gespeichert", "Stored now"),
        "list_overtaken_empty": ("leer", "empty"),
        "list_gone": (
            "Diesen Eintrag hat inzwischen jemand gelöscht. Nichts wurde geschrieben.",
            "Somebody has removed this entry in the meantime. Nothing was written.",
        ),
        "list_taken": (
            "Einen Eintrag dieses Namens gibt es schon. Bitte dort ändern oder anders nennen.",
            "There is an entry of this name already. Please change that one or choose another name.",
        ),
        "list_in_use": (
            "{} wird noch gebraucht und wurde nicht gelöscht. Verwendet von: {}.",
            "{} is still in use and was not removed. Used by: {}.",
        ),
        "paste_items": ("Programmpunkte einfügen", "Paste items"),
        "paste_hosts": ("Gastgeber einfügen", "Paste hosts"),
        "paste_delegates": ("Delegierte einfügen", "Paste delegates"),
        "paste_text": ("Zeilen aus der Tabelle", "Lines from the spreadsheet"),
        "paste_text_hint": (
            "In Excel oder LibreOffice markieren, kopieren, hier einfügen. Die erste Zeile nennt die Spalten.",
            "Select in Excel or LibreOffice, copy, paste here. The first line names the columns.",
        ),
        "paste_file": ("oder eine Excel-Datei (.xlsx)", "or an Excel file (.xlsx)"),
        "paste_file_hint": (
            "Die Arbeitsmappe der Reise oder eine eigene Tabelle mit Überschriften.",
            "The trip's workbook or a sheet of your own with headings.",
        ),
        "paste_columns": ("Welche Spalten gelesen werden", "Which columns are read"),
        "paste_needed": ("nötig", "needed"),
        "paste_look": ("Vorschau", "Preview"),
        "paste_preview": ("Das wird übernommen", "This will be taken over"),
        "paste_new": ("{} neu", "{} new"),
        "paste_changed": ("{} geändert", "{} changed"),
        "paste_same": ("{} unverändert", "{} unchanged"),
        "paste_row": ("Zeile {}", "Line {}"),
        "paste_is_new": ("neu", "new"),
        "paste_is_changed": ("geändert", "changed"),
        "paste_instead": ("{} statt {}", "{} instead of {}"),
        "paste_nothing": ("leer", "empty"),
        "paste_take": ("{} Zeilen übernehmen", "Take over {} lines"),
        "paste_take_one": ("1 Zeile übernehmen", "Take over 1 line"),
        "paste_none": (
            "Alles steht schon so in der Liste. Es gibt nichts zu übernehmen.",
            "All of it is in the list already. There is nothing to take over.",
        ),
        "paste_taken": ("Übernommen: {} neu, {} geändert", "Taken over: {} new, {} changed"),
        "paste_wrong_one": ("1 Stelle ist noch falsch", "1 place is still wrong"),
        "paste_wrong": ("{} Stellen sind noch falsch", "{} places are still wrong"),
        "paste_wrong_text": (
            "Nichts wurde geschrieben. Unten stehen Ihre Zeilen: dort oder in der Tabelle berichtigen.",
            "Nothing was written. Your lines are below: correct them there or in the spreadsheet.",
        ),
        "paste_where": ("Wo", "Where"),
        "paste_what": ("Was", "What"),
        "paste_fix": ("Abhilfe", "Fix"),
        "paste_odd": ("Zu beachten", "To note"),
        "paste_overtaken": (
            "Die Reise wurde seit der Vorschau geändert. Nichts wurde geschrieben. Hier ist die neue Vorschau.",
            "The trip has been changed since the preview. Nothing was written. Here is the new preview.",
        ),
        "paste_empty": (
            "Es steht noch nichts da. Zeilen einfügen oder eine Datei wählen.",
            "There is nothing yet. Paste lines or choose a file.",
        ),
        "paste_bad_file": (
            "Die Datei „{}“ lässt sich nicht als Excel-Arbeitsmappe lesen. Bitte als .xlsx speichern.",
            "The file “{}” cannot be read as an Excel workbook. Please save it as .xlsx.",
        ),
        "paste_bad_form": (
            "Der Text ist zu groß. Bitte in mehreren Teilen einfügen.",
            "The text is too large. Please paste it in several parts.",
        ),
    }
)
