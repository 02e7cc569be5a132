"""German words for what is wrong with a trip. `owner` is the id of the object that the path leads to."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.domain.validation.problem import TripProblemCode as Code

KINDS_DE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "place": "Ort",
        "station": "Station",
        "leg": "Etappe",
        "group": "Gruppe",
        "host": "Gastgeber",
        "item": "Programmpunkt",
        "organisation": "Organisation",
        "delegate": "Delegationsmitglied",
        "sector": "Branche",
    }
)

WORDS_DE: Final[Mapping[Code, tuple[str, str]]] = MappingProxyType(
    {
        Code.UNKNOWN_REFERENCE: (
            "{kind} „{value}“ gibt es nicht, nur {known}",
            "ergänzen oder eines davon nennen",
        ),
        Code.NOTHING_TO_REFER_TO: (
            "{kind} „{value}“ gibt es nicht, die Reise hat keinen Eintrag dieser Art",
            "ergänzen",
        ),
        Code.DUPLICATE_ID: (
            "{kind}: die Kennung „{value}“ ist doppelt vergeben",
            "eine der beiden ändern oder löschen",
        ),
        Code.UNKNOWN_LANGUAGE: (
            "Sprache „{value}“ gibt es nicht, nur {known}",
            "nur in diesen gibt es Seiten",
        ),
        Code.ITEM_WITHOUT_PLACE: (
            "bei „{value}“ fehlt der Ort (place), und auch der Gastgeber hat keinen",
            "dem Programmpunkt oder seinem Gastgeber einen Ort geben; im Hotel den der Station",
        ),
        Code.UNKNOWN_CALENDAR: ("für {value} ist kein Feiertagskalender bekannt", "{detail}"),
        Code.DAY_OPEN_AND_CLOSED: (
            "{value} ist zugleich als offen und als geschlossen angegeben",
            "eines davon streichen",
        ),
        Code.TRAVEL_TO_ITSELF: ("travel_min führt von „{value}“ zu sich selbst", "den Eintrag streichen"),
        Code.ZONES_DIFFER: (
            "der Ort „{value}“ von „{owner}“ hat eine andere Uhrzeit als die Station: {other}",
            "die Zeitzone prüfen; die Zeiten eines Programmpunkts zeigt die Uhr seiner Station",
        ),
        Code.SPAN_EMPTY: ("{detail} {value} enthält keine Minute", "etwa „09:00-17:00“ schreiben"),
        Code.PARTS_APART: (
            "{detail} beginnt um {value}, der Tagesabschnitt davor endet um {other}",
            "jeden Abschnitt beginnen lassen, wo der vorige endet",
        ),
        Code.MEAL_TOO_LONG: (
            "{detail} braucht {wanted} Minuten, die Spanne {value} hat {available}",
            "die Spanne weiten oder das Essen kürzen",
        ),
        Code.REST_TOO_LONG: ("rest_min ist {wanted}, ein Tag hat 1440 Minuten", "540 sind neun Stunden"),
        Code.DATES_OUTSIDE_TRIP: (
            "{value} liegt außerhalb der Reise, {other}",
            "eines von beiden berichtigen",
        ),
        Code.DATES_IN_PART_OUTSIDE_TRIP: (
            "{value} liegt zum Teil außerhalb der Reise, {other}",
            "eines von beiden berichtigen",
        ),
        Code.DUE_TOO_LATE: (
            "{detail} {value} liegt nach dem letzten Tag der Reise, {other}",
            "einen früheren Tag angeben",
        ),
        Code.STATION_NOT_REACHED: (
            "keine Etappe erreicht die Station „{value}“",
            "eine Etappe mit destination: {value} ergänzen oder die Station streichen",
        ),
        Code.LEG_NOWHERE: (
            "die Etappe „{owner}“ endet, wo sie beginnt: {value}",
            "origin und destination verschieden angeben; weggelassen heißt es zu Hause",
        ),
        Code.LEGS_NOT_CONNECTED: (
            "die Etappe „{owner}“ beginnt in {value}, die Etappe „{other}“ davor endet in {known}",
            "die Etappen ordnen oder die fehlende ergänzen",
        ),
        Code.LEG_WITHOUT_DEPARTURE: (
            "die Etappe „{owner}“ hat keine Abfahrt",
            'eine angeben, etwa "2025-05-18 13:05"',
        ),
        Code.LEGS_OVERLAP: (
            "die Etappe „{owner}“ fährt spätestens {value}, die davor, „{other}“, kommt frühestens {detail} an",
            "später abfahren oder die Etappe davor vorziehen",
        ),
        Code.STATIONS_OUT_OF_ORDER: (
            "die Etappen erreichen „{value}“ vor „{other}“, die Liste der Stationen nennt sie umgekehrt",
            "die Stationen in die Reihenfolge der Reise bringen",
        ),
        Code.DEPARTURE_OUTSIDE_STATION: (
            "die Abfahrt {value} liegt außerhalb der Tage der Station „{detail}“, {other}",
            "eines von beiden berichtigen",
        ),
        Code.NO_WAY_HOME: (
            "nach der letzten Etappe, „{value}“, kommt niemand nach Hause",
            "eine Etappe ohne destination ergänzen",
        ),
        Code.WINDOW_OUTSIDE_STAY: (
            "das Zeitfenster {value} von „{owner}“ liegt außerhalb des Aufenthalts in „{other}“ ({detail})",
            "eine Zeit während des Aufenthalts wählen",
        ),
        Code.WINDOW_CLOSED: (
            "das Zeitfenster {value} von „{owner}“ liegt nur auf freien Tagen ({detail})",
            "einen Arbeitstag wählen oder, wenn das Haus öffnet, open-on-holidays ergänzen",
        ),
        Code.WINDOW_TOO_SHORT: (
            "das Zeitfenster {value} von „{owner}“ hat {available} Minuten, ein Durchgang braucht {wanted}",
            "das Fenster weiten oder duration_min kürzen",
        ),
        Code.WINDOW_OUTSIDE_FRAME: (
            "Zeitfenster {value} von „{owner}“: kein Raum für {wanted} Minuten und {available} je Weg, {detail}",
            "das Fenster oder frame.day weiten oder eine andere Zeit wählen",
        ),
        Code.UNREACHABLE: (
            "„{value}“ von „{owner}“ ist {wanted} Minuten von „{other}“ weg, max_transfer_min ist {available}",
            "max_transfer_min erhöhen, Koordinaten oder travel_min berichtigen oder die Station ändern",
        ),
        Code.MUST_NOT_PLACEABLE: (
            "„{owner}“ muss stattfinden, die Anfrage steht aber auf {value}",
            "must streichen oder den Stand ändern",
        ),
        Code.PEOPLE_BACKWARDS: (
            "„{owner}“ verlangt mindestens {wanted} Personen, nimmt aber höchstens {available}",
            "min_people oder max_people berichtigen",
        ),
        Code.TOO_FEW_PEOPLE: (
            "„{owner}“ verlangt mindestens {wanted} Personen, kommen dürfen nur {available}",
            "min_people senken",
        ),
        Code.ALL_DO_NOT_FIT: (
            "„{owner}“ ist für alle {wanted} Personen, hat aber Platz für {available}",
            "max_people oder sessions_max erhöhen oder attendance: open setzen",
        ),
        Code.SEATS_TOO_FEW: (
            "„{owner}“ ist für alle {wanted} Personen zugleich, die Gruppen haben aber {available} Sitze",
            "Sitze oder eine Gruppe ergänzen, einen zweiten Durchgang erlauben oder attendance: open setzen",
        ),
        Code.NO_HEAD: (
            "„{owner}“ ist ein politisches Gespräch, aber niemand aus der Delegationsleitung kann dort sein",
            "einem Mitglied die Rolle head geben oder eine andere Zeit wählen",
        ),
        Code.NO_INTERPRETER: (
            "„{owner}“ findet in {value} statt; {known} sprechen das nicht, und niemand dolmetscht",
            "ein Mitglied mit der Rolle interpreter oder dem Programmpunkt eine Sprache geben",
        ),
        Code.REQUIRED_ABSENT: (
            "„{value}“ muss bei „{owner}“ dabei sein, ist zu dessen Zeiten aber nicht da",
            "Anwesenheit oder Zeitfenster berichtigen",
        ),
        Code.REQUIRED_NEVER_TOGETHER: (
            "{known} müssen bei „{owner}“ dabei sein, sind aber nie zugleich da",
            "Anwesenheit oder Zeitfenster berichtigen",
        ),
        Code.REQUIRED_NOT_ADMITTED: (
            "„{value}“ muss bei „{owner}“ dabei sein, die Rolle {other} ist dort aber nicht zugelassen",
            "die Rolle bei roles ergänzen",
        ),
        Code.REQUIRED_TOO_MANY: (
            "bei „{owner}“ müssen {wanted} Personen dabei sein, Platz ist für {available}",
            "max_people erhöhen",
        ),
        Code.NOT_ON_LIST: (
            "die Namensliste von „{owner}“ ist geschlossen, ohne {known}, die dabei sein müssen",
            "sie bei delta nachmelden",
        ),
        Code.FALLBACK_SELF: ("„{value}“ ist sein eigener Ersatz", "einen anderen Programmpunkt nennen"),
        Code.TOO_MANY_SLOTS: (
            "„{owner}“ hat {wanted} zugesagte Zeiten, sessions_max ist {available}",
            "sessions_max erhöhen oder eine Zeit streichen",
        ),
        Code.SLOTS_NOT_FIRM: (
            "„{owner}“ nennt Zeiten (slots), beim Stand {value} halten sie aber nichts fest",
            "status: confirmed setzen oder die Zeiten streichen",
        ),
        Code.SLOT_OUTSIDE_STAY: (
            "die Zeit {value} von „{owner}“ liegt außerhalb des Aufenthalts in „{other}“ ({detail})",
            "die Zeit oder die Etappen berichtigen",
        ),
        Code.SLOT_OUTSIDE_FRAME: (
            "die Zeit {value} von „{owner}“ liegt mit ihrem Weg außerhalb des Tagesrahmens, {other}",
            "frame.day weiten",
        ),
        Code.SLOT_OUTSIDE_WINDOWS: (
            "die Zeit {value} von „{owner}“ liegt in keinem seiner Zeitfenster",
            "ein Zeitfenster ergänzen, damit beides stimmt",
        ),
        Code.NO_DELEGATES: (
            "die Reise hat keine Mitglieder, das Programm bleibt leer",
            "Mitglieder ergänzen",
        ),
        Code.NO_GROUPS: (
            "die Reise hat keine Gruppen, niemand kann also zu „{value}“ und anderen fahren",
            "Gruppen mit Sitzen ergänzen",
        ),
        Code.SEATS_FEWER_THAN_PEOPLE: (
            "die Gruppen haben {available} Sitze für {wanted} Personen, es bleibt also immer jemand zurück",
            "Sitze oder eine Gruppe ergänzen",
        ),
        Code.NO_GUIDE: (
            "jede Gruppe braucht eine Begleitung, aber niemand darf begleiten",
            "bei einem Mitglied guide: true setzen oder guides_required: false",
        ),
        Code.FEW_GUIDES: (
            "es gibt {wanted} Gruppen, aber {available} Begleitungen; nicht alle können zugleich fahren",
            "bei weiteren Mitgliedern guide: true setzen",
        ),
        Code.PRESENCE_BACKWARDS: (
            "„{owner}“ reist ab ({value}), bevor die Person anreist ({other})",
            "beides tauschen",
        ),
        Code.LEAVES_BEFORE_TRIP: (
            "„{owner}“ reist ab ({value}), bevor die Reise beginnt ({other})",
            "das Datum berichtigen oder das Mitglied streichen",
        ),
        Code.JOINS_AFTER_TRIP: (
            "„{owner}“ reist an ({value}), nachdem die Reise endet ({other})",
            "das Datum berichtigen oder das Mitglied streichen",
        ),
        Code.NO_LANGUAGE: ("„{owner}“ spricht keine Sprache", "languages angeben, etwa [de, en]"),
        Code.WISH_NOT_ADMITTED: (
            "„{owner}“ wünscht „{value}“, die Rolle {other} ist dort aber nicht zugelassen",
            "den Wunsch streichen oder die Rolle beim Programmpunkt ergänzen",
        ),
        Code.SAME_PERSON_TWICE: (
            "„{value}“ hat denselben Namen und dieselbe Organisation wie „{other}“",
            "einen Eintrag streichen, wenn beide eine Person sind",
        ),
        Code.RULE_SAME_ITEM: ("die Regel nennt „{value}“ zweimal", "verschiedene Programmpunkte nennen"),
        Code.RULE_CYCLE: ("die Regeln „before“ laufen im Kreis: {known}", "eine davon streichen"),
        Code.RULES_CONTRADICT: (
            "„{value}“ und „{other}“ stehen in Regeln, die einander ausschließen: {known}",
            "eine der Regeln streichen",
        ),
        Code.MUSTS_EXCLUDED: (
            "von {known} darf höchstens einer stattfinden, stattfinden müssen aber alle",
            "die Regel streichen oder must bei allen bis auf einen",
        ),
        Code.BEFORE_IMPOSSIBLE: (
            "„{value}“ muss enden, bevor „{other}“ beginnt; die Zeitfenster lassen das nicht zu",
            "ein Zeitfenster berichtigen oder die Regel streichen",
        ),
        Code.SAME_TIME_IMPOSSIBLE: (
            "„{value}“ und „{other}“ müssen zugleich beginnen, aber alle müssen zu beiden",
            "die Regel streichen oder bei einem attendance: open setzen",
        ),
        Code.TOGETHER_IMPOSSIBLE: (
            "„{value}“ muss stattfinden, und nur zusammen mit „{other}“, was nicht geht",
            "die Regel streichen oder den Stand von „{other}“ ändern",
        ),
        Code.PIN_CLASH: (
            "Fixierungen von „{detail}“ halten Verschiedenes fest: {value} und {other}",
            "eine davon streichen",
        ),
        Code.PIN_DROPS_MUST: (
            "eine Fixierung streicht „{value}“, das stattfinden muss",
            "die Fixierung oder must streichen",
        ),
        Code.PIN_DROPS_CONFIRMED: (
            "eine Fixierung streicht „{value}“, dessen Zeit zugesagt ist",
            "die Fixierung streichen oder in der Anfrage released: true setzen",
        ),
        Code.PIN_NOT_PLACEABLE: (
            "eine Fixierung hält „{other}“, das beim Stand {value} nicht stattfinden kann",
            "die Fixierung streichen oder den Stand ändern",
        ),
        Code.PIN_OUTSIDE_WINDOWS: (
            "eine Fixierung hält {value}, dann kann „{other}“ aber nicht stattfinden",
            "die Fixierung oder die Zeitfenster berichtigen",
        ),
        Code.PIN_TOO_MANY: (
            "für „{other}“ sind {wanted} {detail} fixiert, Platz ist für {available}",
            "Fixierungen streichen oder die Grenze erhöhen",
        ),
        Code.PIN_PERSON_ABSENT: (
            "„{value}“ ist für „{other}“ fixiert, zu dessen Zeiten aber nicht da",
            "die Fixierung streichen oder die Anwesenheit berichtigen",
        ),
        Code.PIN_NOT_ADMITTED: (
            "„{value}“ ist für einen Programmpunkt fixiert, der die Rolle {other} nicht zulässt",
            "die Fixierung streichen oder die Rolle beim Programmpunkt ergänzen",
        ),
        Code.FIXED_CLASH: (
            "die festen Zeiten von „{value}“ und „{other}“ überschneiden sich, {known} müssen zu beiden",
            "eine davon verlegen oder freigeben",
        ),
        Code.FIXED_CLASH_ALL: (
            "die festen Zeiten von „{value}“ und „{other}“ überschneiden sich, und alle müssen zu beiden",
            "eine davon verlegen oder freigeben oder attendance: open setzen",
        ),
    }
)
