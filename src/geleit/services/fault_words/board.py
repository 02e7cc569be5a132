"""Faults of drafts, the board, versions and jobs, in German and English."""

from typing import Final

from geleit.services.fault_words.shape import Table

BOARD_FAULTS: Final[Table] = {
    "session_unknown": (
        ("Diesen Durchgang gibt es im Programm nicht mehr", "", "Laden Sie die Tafel neu"),
        ("The programme has no session {session!r}", "", ""),
    ),
    "item_unknown": (
        ("Die Reise hat keinen Programmpunkt „{item}“", "", "Laden Sie die Tafel neu"),
        ("The trip has no item {item!r}", "", ""),
    ),
    "group_unknown": (
        ("Die Reise hat keine Gruppe „{group}“", "", "Laden Sie die Tafel neu"),
        ("The trip has no group {group!r}", "", ""),
    ),
    "part_gone": (
        (
            "Ein Teil dieses Programms wurde aus der Reise genommen",
            "Das Programm ist, wie es war",
            "Lassen Sie die Reise neu planen",
        ),
        (
            "A part of this programme has been taken out of the trip",
            "The programme is as it was",
            "Have the trip planned anew",
        ),
    ),
    "nothing_to_undo": (
        ("Es gibt nichts rückgängig zu machen", "Das Programm ist, wie es war", ""),
        ("There is nothing to undo", "The programme is as it was", ""),
    ),
    "stand_unknown": (
        ("Den Stand „{stand}“ gibt es nicht", "", "Laden Sie die Tafel neu"),
        ("There is no stand {stand!r}", "", "Load the board again"),
    ),
    "no_such_draft_or_version": (
        ("Die Reise hat keinen Entwurf oder Programmstand „{wanted}“", "", ""),
        ("The trip has no draft or version {wanted!r}", "", ""),
    ),
    "draft_not_open": (
        ("Die Reise hat keinen offenen Entwurf oder Programmstand „{wanted}“", "", ""),
        ("The trip has no open draft or version {wanted!r}", "", ""),
    ),
    "draft_unknown": (
        ("Den Entwurf {draft} gibt es nicht", "", ""),
        ("There is no draft {draft}", "", ""),
    ),
    "draft_not_of_trip": (
        ("Die Reise hat keinen Entwurf {draft}", "", ""),
        ("The trip {trip!r} has no draft {draft}", "", ""),
    ),
    "draft_gone": (
        ("Den Entwurf gibt es nicht mehr", "", ""),
        ("The draft is no longer there", "", ""),
    ),
    "published_already": (
        ("Dieser Stand ist schon veröffentlicht", "", "Ändern Sie zuerst etwas"),
        ("This version is published already", "", "Change something first"),
    ),
    "draft_breaks_rules": (
        (
            "Der Entwurf verletzt {count}-mal eine Regel",
            "Er bleibt ein Entwurf",
            "Die Tafel nennt jede Stelle",
        ),
        ("The draft breaks {count} times a rule", "It stays a draft", "The board names each place"),
    ),
    "programme_breaks_rules": (
        (
            "Der Entwurf verletzt {count}-mal eine Regel",
            "Er bleibt ein Entwurf",
            "Die Prüfung nennt jede Stelle",
        ),
        (
            "The draft breaks {count} times a rule ({rules})",
            "It stays a draft",
            "The checker names each place",
        ),
    ),
    "not_moved": (
        ("„{item}“ wurde nicht verschoben", "", "Verschieben Sie zuerst, dann lassen Sie umplanen"),
        ("{item} has not been moved", "", "Move it first, then ask for repairs"),
    ),
    "repair_of_version": (
        (
            "Ein veröffentlichter Stand wird nicht umgeplant",
            "",
            "Verschieben Sie eine Karte; so entsteht ein Entwurf",
        ),
        ("A published version is not repaired", "", "Move a card first; that opens a draft"),
    ),
    "repair_unknown": (
        ("Diese Umplanung gibt es nicht mehr", "", "Lassen Sie neu umplanen"),
        ("There is no repair {job}", "", ""),
    ),
    "repair_kind_unknown": (
        ("Eine Umplanung dieser Art gibt es nicht", "", "Laden Sie die Tafel neu"),
        ("There is no repair of that kind: {kind}", "", ""),
    ),
    "change_refused": (
        ("Die Änderung „{value}“ passt nicht zu dieser Reise", "Das Programm ist, wie es war", ""),
        ("{value} {problem}", "", "{advice}"),
    ),
    "no_day": (
        ("„{text}“ ist kein Tag", "Das Programm ist, wie es war", "Wählen Sie einen Tag der Reise"),
        ("{text!r} is no day", "The programme is as it was", "Choose a day of the trip"),
    ),
    "no_time": (
        ("„{text}“ ist keine Uhrzeit", "Das Programm ist, wie es war", "Schreiben Sie sie wie 14:30"),
        ("{text!r} is no time", "The programme is as it was", "Write it as 14:30"),
    ),
    "no_button": (
        (
            "Eine Schaltfläche „{button}“ gibt es nicht",
            "Das Programm ist, wie es war",
            "Laden Sie die Tafel neu",
        ),
        ("There is no button {button!r}", "The programme is as it was", "Load the board again"),
    ),
    "job_lost": (
        ("Der Prozess, der daran arbeitete, endete unerwartet", "", "Starten Sie die Aufgabe neu"),
        ("The process that worked on it ended unexpectedly", "", "Start the task again"),
    ),
    "job_crashed": (
        ("Ein Fehler von Geleit selbst: {kind}", "", "Sagen Sie es denen, die Geleit betreiben"),
        ("An error of Geleit's own: {kind}", "", "Tell those who run Geleit"),
    ),
    "job_unknown": (
        ("Die Aufgabe {job} gibt es nicht", "", ""),
        ("There is no job {job}", "", ""),
    ),
    "version_unknown": (
        ("Einen Programmstand {number} gibt es nicht", "Nichts wurde geändert", ""),
        ("There is no version {number} of this programme", "Nothing was changed", ""),
    ),
    "not_published": (
        ("Die Reise „{trip}“ hat kein veröffentlichtes Programm", "", ""),
        ("The trip {trip!r} has no published programme", "", ""),
    ),
    "version_not_published": (
        ("Die Reise „{trip}“ hat keinen veröffentlichten Programmstand {number}", "", ""),
        ("The trip {trip!r} has no published programme {number}", "", ""),
    ),
    "document_unknown": (
        ("Zu Stand {number} gehört keine Unterlage „{name}“", "", ""),
        ("Version {number} has no document {name!r}", "", ""),
    ),
    "document_not_made": (
        ("„{name}“ ist noch nicht erstellt", "", "Lassen Sie zuerst die Unterlagen erstellen"),
        ("{name} is not made yet", "", "Have the documents made first"),
    ),
}
