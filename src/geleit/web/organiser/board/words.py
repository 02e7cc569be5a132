"""The words of the board."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

BOARD: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "bo_title": ("Programm", "Programme"),
        "bo_strip": ("Stand und Planung", "Version and planning"),
        "bo_draft": ("Entwurf {}", "Draft {}"),
        "bo_step": ("Fassung {}, aus Stand {}", "revision {}, from version {}"),
        "bo_step_first": ("Fassung {}, noch nichts veröffentlicht", "revision {}, nothing published yet"),
        "bo_version": ("Stand {}, veröffentlicht", "Version {}, published"),
        "bo_version_note": ("Ihre erste Änderung beginnt einen Entwurf", "Your first change begins a draft"),
        "bo_nothing": ("Noch kein Programm", "No programme yet"),
        "bo_nothing_text": (
            (
                "Hier stehen die Tage der Reise mit allem, was geplant ist. Rechnen Sie aus den "
                "Programmpunkten den ersten Plan."
            ),
            (
                "The days of the trip will be here with all that is planned. Compute the first plan "
                "from the items."
            ),
        ),
        "bo_wishes": ("{} der Wünsche", "{} of the wishes"),
        "bo_met": ("{} von {} erfüllt", "{} of {} met"),
        "bo_placed": ("{} Punkte haben einen Platz", "{} items have a place"),
        "bo_gap": ("{} vom Optimum", "{} from the optimum"),
        "bo_gap_proven": ("höchstens, bewiesen", "at most, proven"),
        "bo_gap_unknown": ("Abstand noch unbekannt", "Distance still unknown"),
        "bo_gap_why": ("nach Zügen von Hand nicht bewiesen", "not proven after moves by hand"),
        "bo_curve": (
            "Verlauf der Planung: Wert und Grenze nähern sich an",
            "Course of planning: value and bound approach each other",
        ),
        "bo_running": ("Planung läuft, {} s", "Planning, {} s"),
        "bo_waiting": ("Planung wartet auf einen Rechner", "Planning waits for a worker"),
        "bo_running_holds": ("ändert an der Tafel nichts", "changes nothing on the board"),
        "bo_stop": ("Anhalten", "Stop"),
        "bo_stopping": ("wird angehalten, behält das Beste", "stopping, the best is kept"),
        "bo_stuck": ("Die Planung steht", "Planning stands still"),
        "bo_stuck_text": (
            (
                "Der Rechner antwortet nicht. Die Tafel gilt weiter; die Planung beginnt von selbst "
                "neu, sobald einer da ist."
            ),
            (
                "The worker does not answer. The board still holds; planning begins anew as soon as "
                "there is one."
            ),
        ),
        "bo_plan_failed": ("Die Planung ist abgebrochen", "Planning broke off"),
        "bo_plan_failed_text": (
            "Die Tafel gilt weiter. Bitte neu planen.",
            "The board still holds. Please plan again.",
        ),
        "bo_plan_cancelled": ("Planung angehalten, kein Ergebnis", "Planning stopped, no result"),
        "bo_plan_done": ("Neuer Plan fertig", "A new plan is ready"),
        "bo_plan_look": ("Entwurf {} ansehen", "Look at draft {}"),
        "bo_plan_old": (
            "Die Reise wurde während der Planung geändert. Der Plan kennt die Änderung nicht.",
            "The trip was changed during planning. The plan does not know of it.",
        ),
        "bo_plan_infeasible": ("Kein Plan möglich", "No plan is possible"),
        "bo_plan_infeasible_text": ("Die Tafel gilt weiter.", "The board still holds."),
        "bo_plan_missing": ("Keinen Platz finden: {}.", "There is no place for: {}."),
        "bo_plan": ("Planen", "Plan"),
        "bo_compare": ("Vergleichen", "Compare"),
        "bo_publish": ("Veröffentlichen", "Publish"),
        "bo_undo": ("Rückgängig", "Undo"),
        "bo_reload": ("Aktualisieren", "Refresh"),
        "bo_drafts": ("Entwürfe und Stände", "Drafts and versions"),
        "bo_tray": ("Nicht untergebracht", "Without a place"),
        "bo_tray_hint": ("Auf die Tafel ziehen oder „Einplanen“.", "Drag onto the board, or “Place”."),
        "bo_why_deep": ("Genauer prüfen", "Look into it"),
        "bo_why_looking": ("Wird geprüft, etwa eine Sekunde.", "Looking into it, about a second."),
        "bo_why_failed": (
            "Keine Antwort, das Netz fehlt wohl. Der einfache Grund oben gilt weiter.",
            "No answer, the network is probably gone. The simple reason above still holds.",
        ),
        "bo_why_waiting": (
            "Diese Reise ist groß: ein Worker prüft es, bis zu einer halben Minute lang.",
            "This trip is large: a worker looks into it, for up to half a minute.",
        ),
        "bo_why_again": ("Nachsehen", "See whether it is there"),
        "bo_why_more": ("und {} weitere Termine", "and {} more appointments"),
        "bo_tray_none": ("Alles hat einen Platz.", "Everything has a place."),
        "bo_why": ("Warum nicht:", "Why not:"),
        "bo_place": ("Einplanen", "Place"),
        "bo_trip_all": ("Ganze Reise", "Whole trip"),
        "bo_zoom": ("Ausschnitt", "Zoom"),
        "bo_zoom_day": ("Tag", "Day"),
        "bo_zoom_station": ("Station", "Station"),
        "bo_zoom_week": ("Woche", "Week"),
        "bo_day_choose": ("Tag wählen", "Choose a day"),
        "bo_items_one": ("1 Punkt", "1 item"),
        "bo_items": ("{} Punkte", "{} items"),
        "bo_conflict_one": ("1 Konflikt", "1 conflict"),
        "bo_conflict_many": ("{} Konflikte", "{} conflicts"),
        "bo_board": ("Tafel", "Board"),
        "bo_programme_on": ("Programm am {}", "Programme on {}"),
        "bo_pinned_word": ("fixiert", "pinned"),
        "bo_conflict_word": ("Konflikt", "conflict"),
        "bo_requested_l": ("angefragt", "requested"),
        "bo_tentative_l": ("in Aussicht", "possible"),
        "bo_confirmed_l": ("zugesagt", "confirmed"),
        "bo_legend": ("Legende", "Legend"),
        "bo_legend_keys": (
            (
                "Tastatur: Karte wählen mit den Pfeilen, M hebt sie auf, Pfeile verschieben um 15 "
                "Minuten oder eine Gruppe, mit Umschalt um 5 Minuten, Bild auf und ab um einen Tag, "
                "Eingabe legt ab, Esc bringt zurück. P fixiert, Z macht rückgängig."
            ),
            (
                "Keyboard: choose a card with the arrows, M lifts it, arrows move it by 15 minutes or "
                "one group, with shift by 5 minutes, page up and down by a day, Enter drops, Esc "
                "returns. P pins, Z undoes."
            ),
        ),
        "bo_panel": ("Konflikte und Vorschläge", "Conflicts and repairs"),
        "bo_conflicts_h": ("Was nicht geht", "What breaks"),
        "bo_no_conflicts": ("Kein Konflikt", "No conflict"),
        "bo_no_conflicts_text": (
            "Der Prüfer hat gegen dieses Programm nichts einzuwenden.",
            "The checker has nothing against this programme.",
        ),
        "bo_more": ("und {} weitere", "and {} more"),
        "bo_ask": ("Vorschläge zu „{}“", "Repairs for “{}”"),
        "bo_repairs_h": ("Vorschläge", "Repairs"),
        "bo_repairs_for": ("zu „{}“", "for “{}”"),
        "bo_repairs_checked": (
            "Jeder ist geprüft: keine Überschneidung, alle Wege reichen. Alles andere bleibt, wie es ist.",
            "Each is checked: nothing overlaps, every way is long enough. All else stays as it is.",
        ),
        "bo_repairs_running": ("Es wird weiter gesucht, {} s", "Still searching, {} s"),
        "bo_repairs_wait": ("Vorschläge werden gesucht", "Looking for repairs"),
        "bo_repairs_old": (
            (
                "Das Programm hat sich seit diesen Vorschlägen geändert. Sie passen nicht mehr; bitte "
                "neu suchen."
            ),
            "The programme has changed since these repairs. They no longer fit; please look again.",
        ),
        "bo_repairs_none": (
            "Kein Vorschlag: So geht es nicht, was auch immer weicht.",
            "No repair: it cannot be done, whatever gives way.",
        ),
        "bo_repairs_failed": (
            "Die Suche ist abgebrochen. Ihr Programm gilt weiter.",
            "The search broke off. Your programme still holds.",
        ),
        "bo_least_change": ("Geringste Änderung", "Least change"),
        "bo_between": ("Dazwischen", "In between"),
        "bo_best": ("Bestes Programm", "Best programme"),
        "bo_people": ("Personen", "People"),
        "bo_sessions": ("Termine", "Appointments"),
        "bo_worth": ("Wünsche", "Wishes"),
        "bo_asked": ("Neu zu fragen: {}", "To be asked again: {}"),
        "bo_asked_none": ("Kein Gastgeber ändert etwas.", "No host changes anything."),
        "bo_proven": ("bewiesen: besser geht es nicht", "proven: nothing is better"),
        "bo_take": ("Übernehmen", "Take over"),
        "bo_preview": ("Vorschau", "Preview"),
        "bo_preview_on": ("Vorschau: {}. Nichts ist gespeichert.", "Preview: {}. Nothing is saved."),
        "bo_preview_off": ("Vorschau beenden", "End the preview"),
        "bo_overtaken_trip": (
            "Die Reise wurde geändert, seit dieses Programm gerechnet wurde",
            "The trip has changed since this programme was computed",
        ),
        "bo_overtaken_trip_text": (
            (
                "Die Tafel prüft gegen die Reise, wie sie jetzt ist. Was deshalb nicht mehr geht, steht "
                "bei den Konflikten."
            ),
            (
                "The board checks against the trip as it is now. What no longer works stands among the "
                "conflicts."
            ),
        ),
        "bo_gone": (
            "Ein Teil dieses Programms ist nicht mehr in der Reise",
            "A part of this programme is no longer in the trip",
        ),
        "bo_gone_text": (
            "Die Tafel zeigt die Reise, wie sie war. Bitte neu planen.",
            "The board shows the trip as it was. Please plan anew.",
        ),
        "bo_overtaken": (
            "Jemand anderes hat das Programm inzwischen geändert",
            "Somebody else has changed the programme in the meantime",
        ),
        "bo_overtaken_holds": (
            "Ihre Änderung wurde nicht gespeichert und überschreibt nichts",
            "Your change was not saved and overwrites nothing",
        ),
        "bo_overtaken_do": (
            "Sehen Sie den neuen Stand an und wiederholen Sie sie",
            "Look at the new state and repeat it",
        ),
        "bo_fault_holds": ("Das Programm ist, wie es war", "The programme is as it was"),
        "bo_fault_do": ("Bitte prüfen Sie die Angaben", "Please check what you entered"),
        "bo_group": ("Gruppe {}", "group {}"),
        "bo_groups": ("Gruppen", "Groups"),
        "bo_all_groups": ("alle Gruppen", "all groups"),
        "bo_no_conflict": ("kein Konflikt", "no conflict"),
        "bo_one_conflict": ("1 Konflikt", "1 conflict"),
        "bo_conflicts": ("{} Konflikte", "{} conflicts"),
        "bo_move_to": ("Verschieben nach …", "Move to …"),
        "bo_place_at": ("Einplanen am …", "Place on …"),
        "bo_day": ("Tag", "Day"),
        "bo_time": ("Beginn, Ortszeit", "Start, local time"),
        "bo_check": ("Prüfen", "Check"),
        "bo_move": ("Verschieben und fixieren", "Move and pin"),
        "bo_pin": ("Fixieren", "Pin"),
        "bo_unpin": ("Fixierung lösen", "Remove the pin"),
        "bo_remove": ("Von der Tafel nehmen", "Take off the board"),
        "bo_declined": ("Gastgeber hat abgesagt: Vorschläge", "The host declined: repairs"),
        "bo_back": ("Zur Tafel", "To the board"),
        "bo_breaks": ("Das ginge nicht:", "This would break:"),
        "bo_card_faults": ("Was hier nicht geht", "What is wrong here"),
        "bo_adopt": ("Mit diesem Plan weiterarbeiten", "Go on with this plan"),
        "bo_adopt_text": (
            "Dieser Entwurf ist ein Angebot. Die Tafel der anderen zeigt ihn erst, wenn jemand damit weiterarbeitet.",
            "This draft is an offer. The board of the others shows it once somebody goes on with it.",
        ),
        "bo_adopted": ("Die Tafel zeigt jetzt diesen Entwurf.", "The board now shows this draft."),
        "bo_moved": ("Verschoben und fixiert.", "Moved and pinned."),
        "bo_pinned": ("Fixiert.", "Pinned."),
        "bo_unpinned": ("Fixierung gelöst.", "Pin removed."),
        "bo_removed": ("Von der Tafel genommen.", "Taken off the board."),
        "bo_undone": ("Rückgängig gemacht.", "Undone."),
        "bo_taken": (
            "Vorschlag übernommen. Der Termin ist fixiert.",
            "Repair taken over. The appointment is pinned.",
        ),
        "bo_published": ("Stand {} ist veröffentlicht.", "Version {} is published."),
        "bo_with": ("Vergleichen mit", "Compare with"),
        "bo_with_nothing": ("leerem Programm", "an empty programme"),
        "bo_compare_h": ("Was ist anders", "What is different"),
        "bo_compare_none": ("Nichts, was jemand bemerken würde.", "Nothing that anybody would notice."),
        "bo_compare_other": ("Dieselbe Zeit, andere Personen:", "Same time, other people:"),
        "bo_compare_legs": ("Fahrten zu anderer Zeit:", "Journeys at another time:"),
        "bo_compare_people": ("Wen es betrifft: {}", "Who is affected: {}"),
        "bo_gained": ("neu", "new"),
        "bo_lost": ("entfällt", "goes"),
        "bo_otherwise": ("andere Zeit", "another time"),
        "bo_name": ("Name", "Name"),
        "bo_publish_h": ("Entwurf veröffentlichen", "Publish the draft"),
        "bo_publish_done": ("Dieser Stand ist schon veröffentlicht.", "This version is published already."),
        "bo_in_the_way": ("Im Weg steht", "In the way"),
        "bo_in_the_way_text": (
            "Veröffentlicht wird nur, was geht. Lösen Sie diese Konflikte zuerst:",
            "Only what works is published. Solve these conflicts first:",
        ),
        "bo_note": ("Nachricht an alle, die den Stand lesen", "Message to all who read the version"),
        "bo_publish_now": ("Als Stand {} veröffentlichen", "Publish as version {}"),
        "bo_filter": ("Gruppe zeigen", "Show group"),
        "bo_filter_all": ("alle", "all"),
        "bo_list": ("Programm als Liste", "Programme as a list"),
        "bo_js_lifted": (
            "{} aufgehoben. Pfeile verschieben, Eingabe legt ab, Esc bringt zurück.",
            "{} lifted. Arrows move, Enter drops, Esc returns.",
        ),
        "bo_js_returned": ("Zurückgelegt. Nichts wurde geändert.", "Returned. Nothing was changed."),
        "bo_js_saving": ("Wird gespeichert …", "Saving …"),
        "bo_js_offline": (
            "Nicht gespeichert: keine Verbindung. Die Karte steht, wo sie war; Ihr Zug ist noch hier.",
            "Not saved: no connection. The card is where it was; your move is still here.",
        ),
        "bo_js_checking": (
            "Der Prüfer antwortet nicht. Der Zug lässt sich trotzdem ablegen.",
            "The checker does not answer. You can drop the card all the same.",
        ),
        "bo_js_again": ("Noch einmal senden", "Send again"),
        "bo_js_drop": ("Verwerfen", "Discard"),
        "bo_js_kept": ("Ihr Zug von vorhin: {}", "Your move from before: {}"),
    }
)
