"""The words of a trip's setup: route, hotels, groups, the day."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SETUP: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "su_title": ("Route, Gruppen und Tagesrahmen", "Route, groups and the day"),
        "su_lead": (
            "Was hier steht, gilt für die nächste Planung. Veröffentlichte Stände bleiben, wie sie sind.",
            "What stands here holds for the next plan. Published versions stay as they are.",
        ),
        "su_route": ("Route", "Route"),
        "su_change": ("Ändern", "Change"),
        "su_base": ("Hotel", "Hotel"),
        "su_assumed": ("angenommen", "assumed"),
        "su_home": ("Start und Ziel", "Start and end"),
        "su_groups": ("Gruppen und Fahrzeuge", "Groups and vehicles"),
        "su_groups_table": ("Tabelle der Gruppen", "Table of the groups"),
        "su_groups_seats": ("{} Plätze für {} Personen", "{} seats for {} people"),
        "su_group_name": ("Name", "Name"),
        "su_group_add": ("Gruppe anlegen", "Add a group"),
        "su_vehicle": ("Fahrzeug", "Vehicle"),
        "su_seats": ("Plätze", "Seats"),
        "su_seats_hint": (
            "Für alle, die mitfahren, Begleitung und Dolmetscher eingeschlossen.",
            "For everybody who rides, guide and interpreter included.",
        ),
        "su_leg_of": ("{} nach {}", "{} to {}"),
        "su_mode": ("Verkehrsmittel", "Means of travel"),
        "su_travel": ("Reisezeit von Tür zu Tür", "Time from door to door"),
        "su_travel_hint": ("Stunden und Minuten, etwa 3:45", "Hours and minutes, such as 3:45"),
        "su_departures": ("Abfahrt", "Departure"),
        "su_departures_hint": (
            "Eine Zeile je Möglichkeit, Ortszeit: 2027-05-20 13:00-16:00, oder fest: 20.5.2027 17:30",
            "One line each, local time: 2027-05-20 13:00-16:00, or fixed: 20.5.2027 17:30",
        ),
        "su_leg_title": ("Bezeichnung", "Label"),
        "su_leg_note": ("Hinweis", "Note"),
        "su_station_name": ("Name der Station", "Name of the station"),
        "su_station_status": ("Status", "Status"),
        "su_station_first": ("Ankunft am", "Arrival on"),
        "su_station_last": ("Abreise am", "Departure on"),
        "su_station_dates_hint": (
            "Wie angekündigt, etwa 18.5.2027. Leer, wenn nur die Etappen gelten.",
            "As announced, such as 18.5.2027. Empty where the legs alone count.",
        ),
        "su_house": ("Was ändert sich am Hotel?", "What changes about the hotel?"),
        "su_house_same": ("Dasselbe Haus, Angaben berichtigt", "The same house, details corrected"),
        "su_house_other": (
            "Ein anderes Haus; das bisherige bleibt als Ort erhalten",
            "Another house; the one so far stays in the trip as a place",
        ),
        "su_base_name": ("Hotel oder Treffpunkt", "Hotel or meeting point"),
        "su_where": ("Breite, Länge", "Latitude, longitude"),
        "su_where_hint": (
            "Grad, wie ein Kartendienst sie zeigt: 38.9072, -77.0369",
            "Degrees, as a map service shows them: 38.9072, -77.0369",
        ),
        "su_items_move": (
            "Was im Hotel stattfindet, zieht mit um ({})",
            "What takes place in the hotel moves with it ({})",
        ),
        "su_station_add": ("Station einfügen", "Add a station"),
        "su_find_hint": ("Name der Stadt", "Name of the town"),
        "su_on_leg": ("Auf welcher Etappe", "On which leg"),
        "su_arrives": ("Ankunft", "Arrival"),
        "su_leaves": ("Weiterreise", "Moving on"),
        "su_frame": ("Tagesrahmen", "The day"),
        "su_frame_day": ("Der Tag geht von bis", "The day lasts"),
        "su_frame_office": ("Häuser haben offen", "Houses are open"),
        "su_frame_noon": ("Der Nachmittag beginnt", "The afternoon begins"),
        "su_frame_dusk": ("Der Abend beginnt", "The evening begins"),
        "su_frame_lunch": ("Mittagessen liegt zwischen", "Lunch lies within"),
        "su_frame_lunch_min": ("Dauer des Mittagessens", "Length of lunch"),
        "su_frame_dinner": ("Abendessen liegt zwischen", "Dinner lies within"),
        "su_frame_dinner_min": ("Dauer des Abendessens", "Length of dinner"),
        "su_frame_evening": ("Empfänge und Abendtermine", "Receptions and evening items"),
        "su_frame_rest_min": ("Nachtruhe mindestens", "Night's rest at least"),
        "su_frame_arrival_rest_min": ("Pause nach der Ankunft", "Pause after arrival"),
        "su_frame_slack_min": ("Reserve je Fahrt", "Reserve for each ride"),
        "su_frame_max_transfer_min": ("Längste Fahrt", "Longest ride"),
        "su_length_hint": ("Dauern als Stunden und Minuten: 0:45.", "Lengths as hours and minutes: 0:45."),
        "su_yes": ("ja", "yes"),
        "su_no": ("nein", "no"),
        "su_in_de": ("Deutsch", "German"),
        "su_in_en": ("Englisch", "English"),
        "su_in_zh": ("Chinesisch", "Chinese"),
        "su_back": ("Zurück zu Route und Gruppen", "Back to route and groups"),
        "su_anyway": ("Trotzdem speichern", "Save all the same"),
        "su_stop": ("Das ändert sich damit", "What this changes"),
        "su_stop_holds": (
            "Noch ist nichts gespeichert. Veröffentlichtes bleibt, wie es ist, bis Sie neu veröffentlichen.",
            "Nothing is saved yet. What is published stays as it is until you publish anew.",
        ),
        "su_version": ("Stand {}", "Version {}"),
        "su_draft": ("Der Entwurf auf dem Board", "The draft on the board"),
        "su_effect_none": ("{} passt weiter.", "{} still holds."),
        "su_effect_one": ("{} passt dann an 1 Stelle nicht mehr.", "{} no longer holds in 1 place."),
        "su_effect_many": ("{} passt dann an {} Stellen nicht mehr.", "{} no longer holds in {} places."),
        "su_effect_gone": (
            "{} verwendet, was Sie herausnehmen, und muss neu geplant werden.",
            "{} uses what you take out and has to be planned anew.",
        ),
        "su_effect_people": ("Betroffene Personen: {}.", "People affected: {}."),
        "su_effect_more": ("und {} weitere", "and {} more"),
        "su_effect_mended": ("Dafür löst sich: {}", "Solved by it: {}"),
        "su_bad_day": (
            "„{}“ ist kein einzelner Tag. Bitte mit Tag, Monat und Jahr, etwa 20.5.2027.",
            "“{}” is not one day. Please give day, month and year, such as 20.5.2027.",
        ),
        "su_bad_clock_order": (
            "„{}“ endet, bevor es beginnt. Endet es nach Mitternacht? Dann bis {} schreiben.",
            "“{}” ends before it begins. Does it end after midnight? Then write until {}.",
        ),
        "su_bad_time": (
            "„{}“ ist keine Uhrzeit. Bitte wie 13:30.",
            "“{}” is no time. Please write it as 13:30.",
        ),
        "su_bad_length": (
            "„{}“ ist keine Dauer von {} bis {}. Bitte als Stunden und Minuten, etwa 1:30, oder Minuten, etwa 90.",
            "“{}” is no length from {} to {}. Please give hours and minutes, such as 1:30, or minutes, such as 90.",
        ),
        "su_bad_name": ("Hier fehlt der Name.", "The name is missing here."),
        "su_bad_choice": ("„{}“ steht nicht zur Wahl.", "“{}” is no choice."),
        "su_bad_departure": (
            "„{}“ ist keine Abfahrt. Bitte Tag und Uhrzeit, etwa 2027-05-20 13:00-16:00.",
            "“{}” is no departure. Please give day and time, such as 2027-05-20 13:00-16:00.",
        ),
        "su_bad_no_departure": (
            "Hier fehlt die Abfahrt. Bitte Tag und Uhrzeit, etwa 2027-05-20 13:00-16:00.",
            "The departure is missing here. Please give day and time, such as 2027-05-20 13:00-16:00.",
        ),
        "su_bad_many_departures": (
            "{} Zeilen sind zu viele, höchstens {}.",
            "{} lines are too many, at most {}.",
        ),
        "su_bad_half_dates": (
            "Ein Tag allein sagt nicht, wie lange. Bitte beide Tage, oder beide leer.",
            "One day alone does not say how long. Please give both days, or neither.",
        ),
        "su_bad_where": (
            "„{}“ ist kein Ort auf der Erde. Bitte Breite und Länge in Grad, etwa 38.9072, -77.0369.",
            "“{}” is no place on earth. Please give latitude and longitude in degrees, such as 38.9072, -77.0369.",
        ),
        "su_bad_where_swapped": (
            "„{}“: Breite und Länge sind wohl vertauscht. Meinten Sie {}?",
            "“{}”: latitude and longitude are probably swapped. Did you mean {}?",
        ),
        "su_bad_where_far": (
            "„{}“ liegt {} km vom bisherigen Hotel entfernt. Für einen anderen Ort fügen Sie nach {} eine Station ein.",
            "“{}” lies {} km from the hotel so far. For another town, add a station after {}.",
        ),
        "su_bad_parts": (
            "Der Abend ({}) muss nach dem Nachmittag ({}) beginnen.",
            "The evening ({}) must begin after the afternoon ({}).",
        ),
        "su_overtaken": (
            "Jemand anders hat das inzwischen geändert. Ihre Eingaben stehen noch hier.",
            "Somebody else has changed this in the meantime. What you entered is still here.",
        ),
        "su_overtaken_do": (
            "Sehen Sie in einem zweiten Fenster nach, was jetzt gespeichert ist. Nochmals speichern schreibt darüber.",
            "See in a second window what is stored now. Saving again puts your entries over it.",
        ),
        "su_remove_text": (
            "Sie sehen zuerst, was das für das Programm bedeutet. Veröffentlichte Stände behalten den Eintrag.",
            "You are shown first what this means for the programme. Published versions keep the entry.",
        ),
        "su_remove_not": ("{} kann nicht herausgenommen werden", "{} cannot be taken out"),
        "su_remove_items": (
            "Zu {} gehören noch {} Programmpunkte, etwa {}. Bitte zuerst löschen oder einer anderen Station geben.",
            "{} still has {} items, such as {}. Please remove them first or give them to another station.",
        ),
        "su_remove_route": (
            "Die Route kommt mehrfach nach {}, oder beginnt oder endet dort. Bitte die Etappen einzeln ändern.",
            "The route comes to {} more than once, or begins or ends there. Please change the legs one by one.",
        ),
    }
)
