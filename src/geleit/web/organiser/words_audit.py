"""The words of the audit trail."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

AUDIT: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "audit_title": ("Protokoll", "Audit trail"),
        "audit_lead": (
            "Jede Änderung dieser Reise: wer, wann, von was zu was. Nichts daran lässt sich ändern.",
            "Every change of this trip: who, when, from what to what. Nothing in it can be altered.",
        ),
        "audit_who": ("Wer", "Who"),
        "audit_what": ("Was", "What"),
        "audit_subject": ("Woran", "To what"),
        "audit_since": ("Von", "From"),
        "audit_until": ("Bis", "To"),
        "audit_when": ("Wann (Berlin)", "When (Berlin)"),
        "audit_changes": ("Von was zu was", "From what to what"),
        "audit_all": ("alles", "everything"),
        "audit_export": ("Als CSV-Datei", "As a CSV file"),
        "audit_none": ("Dazu gibt es keinen Eintrag", "There is no such entry"),
        "audit_none_text": ("Ändern Sie den Filter.", "Change the filter."),
        "audit_empty": ("Noch kein Eintrag", "No entry yet"),
        "audit_empty_text": (
            "Hier steht jede Änderung, sobald jemand etwas ändert.",
            "Every change will be here as soon as somebody makes one.",
        ),
        "audit_nothing": ("nichts", "nothing"),
        "act_accept_invitation": ("Einladung angenommen", "accepted an invitation"),
        "act_add_sample_applications": ("Beispielbewerbungen angelegt", "added sample applications"),
        "act_amend_application": ("Bewerbung ergänzt", "amended an application"),
        "act_cancel_job": ("Rechnung angehalten", "stopped a computation"),
        "act_change_member": ("Zugang geändert", "changed access"),
        "act_compute_selection": ("Auswahl berechnet", "computed a selection"),
        "act_decide_selection": ("Über Bewerbung entschieden", "decided an application"),
        "act_examine_application": ("Bewerbung geprüft", "examined an application"),
        "act_export_applications": ("Bewerbungen ausgegeben", "exported applications"),
        "act_export_audit": ("Protokoll ausgegeben", "exported the audit trail"),
        "act_import_trip": ("Reise eingelesen", "imported the trip"),
        "act_invite_member": ("Eingeladen", "invited"),
        "act_keep_draft": ("Entwurf gespeichert", "kept a draft"),
        "act_keep_paper": ("Unterlage gespeichert", "kept a paper"),
        "act_make_link": ("Persönlichen Link erstellt", "made a personal link"),
        "act_plan_stored_trip": ("Planung gestartet", "started planning"),
        "act_publish_programme": ("Stand veröffentlicht", "published a version"),
        "act_record_de_minimis": ("De-minimis-Erklärung festgehalten", "recorded a de-minimis declaration"),
        "act_record_fee": ("Entgelt festgehalten", "recorded a fee"),
        "act_remove_member": ("Zugang entzogen", "removed access"),
        "act_remove_paper": ("Unterlage entfernt", "removed a paper"),
        "act_remove_part": ("Aus der Reise entfernt", "removed from the trip"),
        "act_retry_mail": ("E-Mail noch einmal gesendet", "sent a mail again"),
        "act_revoke_link": ("Persönlichen Link zurückgenommen", "took back a personal link"),
        "act_save_draft_application": ("Bewerbung zwischengespeichert", "saved a draft application"),
        "act_save_part": ("In der Reise geändert", "changed in the trip"),
        "act_score_application": ("Bewerbung bewertet", "scored an application"),
        "act_start_application": ("Bewerbung begonnen", "started an application"),
        "act_submit_application": ("Bewerbung abgegeben", "submitted an application"),
        "act_substitute_application": ("Bewerbung ersetzt", "substituted an application"),
        "act_withdraw_application": ("Bewerbung zurückgezogen", "withdrew an application"),
        "act_withdraw_invitation": ("Einladung zurückgezogen", "withdrew an invitation"),
    }
)
