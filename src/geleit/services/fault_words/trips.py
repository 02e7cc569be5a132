"""Faults of trips, their parts and workbooks, in German and English."""

from typing import Final

from geleit.services.fault_words.shape import Table, Words

_CHANGED: Final = {
    "access": ("den Zugang von {name}", "The access of {name}"),
    "application": ("die Bewerbung {name}", "The application {name}"),
    "draft": ("den Entwurf {name}", "The draft {name}"),
    "entry": ("den Eintrag „{name}“", "The entry {name}"),
    "item": ("den Programmpunkt {name}", "The item {name}"),
    "pins": ("die Fixierungen von {name}", "The pins of {name}"),
    "programme": ("das Programm", "The programme"),
    "selection": ("die Auswahl", "The selection of {name}"),
    "terms": ("die Teilnahmebedingungen", "The terms"),
    "trip": ("die Reise {name}", "The trip {name}"),
}
_OVERTAKEN: Final[dict[str, tuple[Words, Words]]] = {
    f"overtaken_{what}": (
        (
            f"Jemand anders hat inzwischen {german} geändert",
            "Nichts von Ihnen hat das überschrieben",
            "Laden Sie die Seite neu und wiederholen Sie Ihre Änderung",
        ),
        (
            f"{english} has been changed by somebody else in the meantime",
            "Nothing of yours was written over it",
            "Load it again, then repeat your change",
        ),
    )
    for what, (german, english) in _CHANGED.items()
}
"""What was changed, in the accusative in German; the one who comes second is told."""

TRIP_FAULTS: Final[Table] = {
    **_OVERTAKEN,
    "trip_unknown": (
        ("Eine Reise „{trip}“ gibt es nicht", "", "Meinten Sie „{near}“?"),
        ("There is no trip {trip!r} in the store", "", "did you mean {near!r}?"),
    ),
    "trip_exists": (
        ("Eine Reise „{trip}“ gibt es schon", "Sie ist unverändert", "Wählen Sie eine andere Kennung"),
        ("There is a trip {trip!r} in the store already", "It is unchanged", "Choose another id"),
    ),
    "trip_null_character": (
        ("Die Reise {trip} enthält ein Nullzeichen in „{place}“", "", "Löschen Sie es"),
        ("The trip {trip} has a null character in {place!r}", "", "Delete it"),
    ),
    "trip_half_character": (
        ("Die Reise {trip} enthält ein halbes Zeichen (Surrogat) nach „{place}“", "", "Schreiben Sie es neu"),
        ("The trip {trip} has half a character (a lone surrogate) after {place!r}", "", "Write it anew"),
    ),
    "may_not_begin_trips": (
        (
            "Reisen legt an, wer schon eine besitzt oder organisiert",
            "Nichts wurde gespeichert",
            "",
        ),
        ("Trips are begun by those who own or organise one", "Nothing was stored", ""),
    ),
    "trip_unplannable": (
        ("So lässt sich die Reise nicht planen", "Nichts wurde gespeichert", ""),
        ("The trip cannot be planned as it stands", "Nothing was stored", ""),
    ),
    "place_unknown": (
        ("Den Ort {place} gibt es im Ortsverzeichnis nicht", "", "Suchen Sie ihn über seinen Namen"),
        ("There is no place {place} in the gazetteer", "", "Search for it by its name"),
    ),
    "part_exists": (
        ("„{key}“ gibt es schon ({part})", "", "Wählen Sie eine andere Kennung"),
        ("There is a {key!r} among the trip's {part} already", "", "Choose another id"),
    ),
    "part_unknown": (
        ("„{key}“ gibt es in dieser Reise nicht ({part})", "Nichts wurde geändert", ""),
        ("There is no {key!r} among the trip's {part}", "Nothing was changed", ""),
    ),
    "part_used": (
        ("„{key}“ wird noch gebraucht von {users}", "Nichts wurde gelöscht", "Ändern Sie zuerst diese"),
        ("{key} is still used by {users}", "Nothing was deleted", "Change those first"),
    ),
    "row_not_shared": (
        ("„{key}“ ist nicht für Sie freigegeben", "", ""),
        ("There is no {key!r} among what is shared", "", ""),
    ),
    "row_exists": (
        (
            "„{key}“ gibt es schon",
            "",
            "Ändern Sie den vorhandenen Eintrag, oder wählen Sie einen anderen Namen",
        ),
        ("There is a {key!r} already", "", "Change that one, or choose another name"),
    ),
    "file_empty": (
        ("Die Datei ist leer", "Nichts wurde geändert", "Wählen Sie die Arbeitsmappe erneut aus"),
        ("The file is empty", "Nothing was changed", "Choose the workbook again"),
    ),
    "file_too_large": (
        (
            "Die Datei hat {size} kB, mehr als {most} kB",
            "Nichts wurde geändert",
            "Löschen Sie Bilder und andere Blätter daraus",
        ),
        (
            "The file has {size} kB, more than {most} kB",
            "Nothing was changed",
            "Delete pictures and other sheets from it",
        ),
    ),
    "workbook_refused": (
        ("{german}", "Nichts wurde geändert", "{german_fix}"),
        ("{message}", "Nothing was changed", "{fix}"),
    ),
    "workbook_gone": (
        ("Diese Arbeitsmappe wartet nicht mehr", "", "Laden Sie sie erneut hoch"),
        ("This workbook no longer waits", "", "Upload it again"),
    ),
    "account_unknown": (
        ("Ein Konto {email} gibt es nicht", "", "Meinten Sie „{near}“?"),
        ("There is no account {email!r}", "", "did you mean {near!r}?"),
    ),
}
