"""What the planner says, in German: what is wrong with a programme, and why something found no place.

Of several wordings for one code the first is used whose facts are all known.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.domain.items import RuleKind
from geleit.domain.programme import ReasonCode
from geleit.domain.violations import ViolationCode as Code

VIOLATIONS: Final[Mapping[Code, tuple[str, ...]]] = MappingProxyType(
    {
        # H0, form
        Code.UNKNOWN_ID: ("Das Programm nennt „{detail}“; die Reise kennt das nicht.",),
        Code.DUPLICATE: ("„{detail}“ steht doppelt im Programm.",),
        Code.NAIVE_TIME: ("Eine Zeit hat keine Zeitzone: {detail}.",),
        Code.BACKWARDS: (
            "{item} beginnt {time} und endet {end}.",
            "{groups}: Die Fahrt von {place} nach {place2} beginnt {time} und endet {end}.",
            "{leg}: Abfahrt {time}, Ankunft {end}.",
            "{meal}: Beginn {time}, Ende {end}.",
        ),
        Code.WRONG_PLACE: ("{item} ist im Programm hier: {place}. Der Gastgeber empfängt hier: {place2}.",),
        Code.OTHER_TRIP: ("Das Programm gehört zur Reise „{detail}“, nicht zu dieser.",),
        Code.PLACED_AND_UNPLACED: ("{item} ist eingeplant und steht zugleich unter „Nicht untergebracht“.",),
        Code.MUST_MISSING: ("{item} muss stattfinden und ist nicht eingeplant.",),
        Code.VALUE_MISMATCH: ("{detail}: Das Programm gibt {wanted} an, nachgerechnet sind es {available}.",),
        # H1, windows
        Code.OUTSIDE_WINDOW: (
            "{item}, {span}: Die nächste mögliche Zeit ist {bound}.",
            "{item}, {span}: Keine Zeit ist möglich.",
        ),
        Code.DURATION: ("{item}: {wanted_min} vorgesehen, {available_min} eingeplant.",),
        # H2, stations
        Code.NOT_AT_STATION: (
            "{item}, {span}: Die Delegation ist dann nicht in {station}. Dort ist sie: {bound}.",
            "{item}, {span}: Die Delegation ist nicht in {station}.",
        ),
        Code.OVERNIGHT: (
            "{place}: Ende {time}, weiter erst {end_time}, nicht am selben Tag. Betroffen: {people}.",
        ),
        # H3, places and ways
        Code.TWO_PLACES: (
            "{item} und {other} überschneiden sich um {available_min}: {people}.",
            "{item} und {leg} überschneiden sich um {available_min}: {people}.",
            "{leg} und eine Fahrt ({groups}) überschneiden sich um {available_min}: {people}.",
            "{leg} und {leg2} überschneiden sich um {available_min}: {people}.",
            "Zwei Fahrten ({groups}) überschneiden sich um {available_min}, {span}: {people}.",
        ),
        Code.TOO_TIGHT: (
            "Zwischen {item} und {other}: {wanted_min} nötig, nur {available_min} frei. Betroffen: {people}.",
        ),
        Code.ARRIVES_LATE: (
            "{groups} kommt {late_min} zu spät: {item}. Betroffen: {people}.",
            "{groups} ist {available_min} vorher da, {wanted_min} sind nötig: {item}. Betroffen: {people}.",
        ),
        Code.LEAVES_EARLY: (
            "{groups} fährt {late_min} vor dem Ende ab: {item}. Betroffen: {people}.",
            "{groups} fährt {available_min} danach ab, {wanted_min} sind nötig: {item}. Betroffen: {people}.",
        ),
        Code.TRAVEL_TOO_SHORT: (
            "{groups}, {place} bis {place2}: {wanted_min} nötig, {available_min} eingeplant ({span}).",
        ),
        Code.ABSENT: (
            "{item}, {span}: nur {bound} bei der Delegation: {people}.",
            "Fahrt von {place} nach {place2}, {span}: nur {bound} bei der Delegation: {people}.",
            "{meal}, {span}: nur {bound} bei der Delegation: {people}.",
        ),
        # H4, hosts
        Code.TOO_FEW: ("{item}: Der Gastgeber wünscht mindestens {wanted_people}, eingeplant: {available}.",),
        Code.TOO_MANY: ("{item}: Der Gastgeber nimmt höchstens {available_people}, eingeplant: {wanted}.",),
        Code.TOO_MANY_SESSIONS: ("{item}: Durchgänge angeboten: {available}, eingeplant: {wanted}.",),
        Code.TWICE: ("{item}: {wanted} Durchgänge statt einem: {people}.",),
        Code.ROLE: ("{item} ist nur für: {roles}. Nicht vorgesehen: {people}.",),
        # H5, groups and movement
        Code.NOT_CARRIED: (
            "Keine Fahrt von {place} nach {place2} vor {item}: {people}.",
            "Keine Fahrt von {place} nach {place2} vor {leg}: {people}.",
            "Keine Fahrt von {place} nach {place2} ({time}): {people}.",
        ),
        Code.SEATS: ("{groups}, {span}: {wanted_people}, Plätze: {available}.",),
        Code.NO_GROUP_PART: ("{groups}, {when}: eine Fahrt, aber niemand in der Gruppe.",),
        Code.NOT_A_MEMBER: ("{groups}, {when}: auf der Fahrt, ohne zur Gruppe zu gehören: {people}.",),
        Code.TWO_GROUPS: ("{when}: in mehreren Gruppen zugleich ({groups}): {people}.",),
        Code.GROUP_TWICE: ("{groups} steht doppelt im Programm: {when}.",),
        Code.TOUR_BROKEN: ("{groups}, {when}: Es fehlt eine Fahrt von {place} nach {place2}.",),
        Code.TRANSFERS_OVERLAP: ("{groups}: Die nächste Fahrt beginnt {time}, die vorige endet {end}.",),
        Code.CHANGED_AWAY: (
            "Gruppenwechsel unterwegs ({groups}), {place}, {time}: {people}. Gewechselt wird nur am Hotel.",
        ),
        Code.NOT_IN_GROUP: (
            "{item}: in keiner Gruppe, die dorthin fährt ({groups}): {people}.",
            "{item}: Keine Gruppe fährt dorthin. Eingeplant: {people}.",
        ),
        Code.GROUP_WITHOUT_PEOPLE: ("{item}: {groups} ist genannt, aber niemand daraus nimmt teil.",),
        Code.MEMBER_ABSENT: ("{groups}, {when}: nur {bound} bei der Delegation: {people}.",),
        # H6, required people
        Code.HEAD_MISSING: ("{item}, {span}: Die Delegationsleitung fehlt.",),
        Code.REQUIRED_MISSING: ("{item}, {span}: Hier wird gebraucht und fehlt: {people}.",),
        Code.INTERPRETER_MISSING: (
            "{item}: keine gemeinsame Sprache mit dem Gastgeber, und niemand dolmetscht: {people}.",
        ),
        Code.GUIDE_MISSING: ("{groups}, {span}: Die Fahrt hat keine Begleitung.",),
        Code.GUIDE_UNFIT: ("{groups}, {when}: {people} kann die Gruppe nicht begleiten.",),
        # H7, pins
        Code.PIN_TIME: ("{item} ist auf {bound_time} fixiert und dann nicht eingeplant.",),
        Code.PIN_DAY: ("{item} ist fixiert ({day}) und liegt auf {time}.",),
        Code.PIN_PART: ("{item} ist fixiert ({when}) und liegt auf {time}.",),
        Code.PIN_GROUP: ("{item} ist für {groups} allein fixiert, aber anders eingeplant: {time}.",),
        Code.PIN_ATTENDEE: ("{people} ist bei {item} fixiert und dort nicht eingeplant.",),
        Code.PIN_ABSENT: ("{people} soll bei {item} nicht dabei sein und ist dort eingeplant.",),
        Code.PIN_DROPPED: ("{item} soll entfallen und ist eingeplant ({time}).",),
        Code.SLOT_MOVED: ("{item} liegt auf {time}; zugesagt ist {bound_start}.",),
        Code.SLOT_MISSING: ("{item} ist für {bound_time} zugesagt und dann nicht eingeplant.",),
        # H8, rules between items
        Code.ORDER: (
            "{item} soll vor {other} enden und endet {late_min} nach dessen Beginn.",
            "Zwischen {item} und {other} sollen {wanted_min} liegen, es sind {available_min}.",
        ),
        Code.AT_MOST_ONE: (
            "Höchstens einer dieser Punkte soll stattfinden, eingeplant: {wanted} ({items}).",
        ),
        Code.SAME_TIME: (
            "{item} und {other} sollen zugleich beginnen, liegen aber so: {time}; {bound_start}.",
        ),
        Code.TOGETHER: (
            "Entweder finden alle statt oder keiner; eingeplant: {available} von {wanted} ({items}).",
        ),
        Code.NOT_EVERYONE: (
            "{item} ist für alle; eingeplant: {available} von {wanted}. Es fehlen: {people}.",
        ),
        # H9, days, meals, legs
        Code.DAY_STARTS_EARLY: (
            "{item}: Beginn {time}, der Tag beginnt {bound_start}.",
            "{groups}: Abfahrt {time}, der Tag beginnt {bound_start}.",
        ),
        Code.DAY_ENDS_LATE: (
            "{item}: Ende {end_time}, der Tag endet {bound_end}.",
            "{groups}: Ankunft {end_time}, der Tag endet {bound_end}.",
        ),
        Code.NO_MEAL: (
            "{meal}, {day}: {wanted_min} nötig, höchstens {available_min} am Stück frei. Betroffen: {people}.",
        ),
        Code.MEAL_BREAK_SHORT: (
            "{meal}, {span}: {wanted_min} nötig, {available_min} liegen in der Essenszeit ({bound}).",
        ),
        Code.MEAL_BREAK_TAKEN: (
            "{meal}, {span}: Zugleich ist {item} eingeplant ({bound}). Betroffen: {people}.",
            "{meal}, {span}: {groups} ist zugleich unterwegs ({bound}). Betroffen: {people}.",
            "{meal}, {span}: Zugleich liegt eine Etappe ({bound}). Betroffen: {people}.",
        ),
        Code.MEAL_BREAK_ELSEWHERE: (
            "{meal}, {span}: vorgesehen hier: {place}. Dann aber hier: {place2}. Betroffen: {people}.",
        ),
        Code.REST: (
            "Nacht auf {day}: {wanted_min} Ruhe vorgesehen, es bleiben {available_min}. Betroffen: {people}.",
        ),
        Code.ARRIVAL_REST: (
            "Nach der Ankunft ({leg}): {wanted_min} Ruhe vorgesehen, {available_min} bleiben. Betroffen: {people}.",
        ),
        Code.TRANSFER_TOO_LONG: (
            "{groups}, {place} bis {place2}: {wanted_min} Fahrt, vorgesehen sind höchstens {available_min}.",
        ),
        Code.LEG_MISSING: ("{leg} hat keine Zeit.",),
        Code.LEG_WINDOW: ("{leg}: Abfahrt {time}, möglich {bound}.",),
        Code.LEG_DURATION: ("{leg}: Dauer {wanted_min}, eingeplant {available_min}.",),
        Code.LEG_ORDER: ("{leg2} beginnt {time}, {leg} endet erst {end}.",),
        # H10 to H12
        Code.CLOSED_DAY: ("{item}, {day}: kein Arbeitstag ({reason}).", "{item}, {day}: kein Arbeitstag."),
        Code.NOT_ON_LIST: ("{item}: Die Namensliste ist geschlossen, und es fehlen darauf: {people}.",),
        Code.STATUS: ("{item} ist eingeplant, aber: {status}.",),
    }
)

REASONS: Final[Mapping[ReasonCode, tuple[str, ...]]] = MappingProxyType(
    {
        ReasonCode.STATUS: (
            "{status}.",
            "Der Gastgeber hat nicht zugesagt.",
        ),
        ReasonCode.NO_WINDOW: (
            "{wanted_min} nötig, die längste Zeit des Gastgebers hat {available_min}.",
            "Der Gastgeber hat keine passende Zeit.",
        ),
        ReasonCode.CLOSED_DAY: (
            "{day}: geschlossen ({reason}).",
            "Alle Zeiten des Gastgebers liegen auf Feiertagen oder dem Wochenende.",
        ),
        ReasonCode.NOT_AT_STATION: (
            "Zu den Zeiten des Gastgebers ist die Delegation nicht in {station}.",
            "Zu den Zeiten des Gastgebers ist die Delegation anderswo.",
        ),
        ReasonCode.UNREACHABLE: (
            "Der Weg dauert {wanted_min}, höchstens {available_min} sind möglich.",
            "Hinweg und Rückweg passen nicht in den Tag.",
        ),
        ReasonCode.NO_GROUP_FREE: (
            "{when}: Alle Gruppen ({available}) sind schon unterwegs ({others}).",
            "{when}: Keine Gruppe ist frei.",
            "Keine Gruppe ist frei.",
        ),
        ReasonCode.CLASH: (
            "{when}: dann bei {others}: {people}.",
            "{when}: Zugleich ist {others}.",
            "Liegt zugleich mit {others}.",
            "Zu allen Zeiten liegt schon etwas anderes.",
        ),
        ReasonCode.MIN_PEOPLE: (
            "Der Gastgeber wünscht mindestens {wanted} Personen, {available} können kommen.",
            "Es können weniger Personen kommen, als der Gastgeber wünscht.",
        ),
        ReasonCode.CAP: (
            "Die {available} Plätze beim Gastgeber sind vergeben.",
            "Die Plätze beim Gastgeber sind vergeben.",
        ),
        ReasonCode.REQUIRED_PERSON: (
            "Der Termin ist nur für: {roles}.",
            "{when}: gebraucht und nicht frei: {people}.",
            "Gebraucht und nicht frei: {people}.",
            "Wer dabei sein muss, kann nicht dabei sein.",
        ),
        ReasonCode.INTERPRETER: (
            "Niemand kann für {people} dolmetschen.",
            "Es fehlt eine Dolmetscherin oder ein Dolmetscher.",
        ),
        ReasonCode.RULE: (
            "Regel der Reise: {rule} ({items}).",
            "Eine Regel der Reise verträgt sich nicht damit ({items}).",
            "Eine Regel der Reise verträgt sich nicht damit.",
        ),
        ReasonCode.PIN: (
            "Eine Fixierung steht dagegen ({others}).",
            "Eine Fixierung steht dagegen.",
        ),
        ReasonCode.LOST_OUT: (
            "{when}: vergeben an {others}.",
            "Die Zeit ist vergeben an {others}.",
            "{when}: Der Aufwand wäre größer als der Nutzen.",
            "Anderes bringt der Delegation mehr.",
        ),
        ReasonCode.ABSENT: (
            "Dann nicht bei der Delegation: {people}.",
            "Wer kommen soll, ist dann nicht bei der Delegation.",
        ),
        ReasonCode.NAME_LIST: (
            "Die Namensliste ist geschlossen, und es fehlen darauf: {people}.",
            "Die Namensliste ist geschlossen.",
        ),
        ReasonCode.MEAL: (
            "{day}: {wanted_min} für das Essen nötig, {available_min} blieben frei.",
            "Für das Essen bliebe keine Zeit.",
        ),
        ReasonCode.REST: (
            "{day}: {wanted_min} Ruhe vorgesehen, {available_min} blieben.",
            "Die Ruhezeit würde zu kurz.",
        ),
        ReasonCode.FRAME: (
            "{wanted_min} nötig, der Tag lässt {available_min}.",
            "Liegt außerhalb des Tages, den die Reise vorsieht.",
        ),
    }
)

RULES: Final[Mapping[RuleKind, str]] = MappingProxyType(
    {
        RuleKind.BEFORE: "diese Reihenfolge",
        RuleKind.AT_MOST_ONE: "höchstens einer davon",
        RuleKind.SAME_TIME: "zur selben Zeit",
        RuleKind.TOGETHER: "alle oder keiner davon",
    }
)
