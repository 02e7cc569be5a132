"""The words of beginning a trip."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TRIPS_NEW: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "new_link": ("Neue Reise", "New trip"),
        "new_title": ("Neue Reise", "New trip"),
        "new_lead": (
            "Titel, Tage und Stationen genügen. Gastgeber, Programmpunkte und Personen kommen danach.",
            "A title, days and stations are enough. Hosts, items and people come afterwards.",
        ),
        "new_copy_link": ("Aus einer früheren Reise", "From an earlier trip"),
        "new_name": ("Titel", "Title"),
        "new_name_hint": (
            "Zum Beispiel: Vietnam: Hanoi und Ho-Chi-Minh-Stadt",
            "Such as: Vietnam: Hanoi and Ho Chi Minh City",
        ),
        "new_start": ("Erster Tag", "First day"),
        "new_end": ("Letzter Tag", "Last day"),
        "new_date_hint": (
            "So genau wie bekannt: 07.03.2027, März 2027 oder 2027",
            "As certain as it is: 2027-03-07, March 2027 or 2027",
        ),
        "new_stations": ("Stationen", "Stations"),
        "new_stations_hint": (
            "In der Reihenfolge der Reise. Orte: GeoNames, CC BY 4.0.",
            "In the order of travel. Places: GeoNames, CC BY 4.0.",
        ),
        "new_search": ("Ort suchen", "Find a place"),
        "new_country": ("Nur in diesem Land", "Only in this country"),
        "new_country_hint": ("Zwei Buchstaben, zum Beispiel VN", "Two letters, such as VN"),
        "new_search_do": ("Suchen", "Search"),
        "new_found": ("Gefunden", "Found"),
        "new_found_none": (
            "Kein Ort beginnt mit „{}“. Bitte kürzer oder in anderer Schreibweise suchen.",
            "No place begins with “{}”. Please search for less of it, or in another spelling.",
        ),
        "new_found_line": ("{}, {} Einwohner", "{}, {} people"),
        "new_add": ("Hinzufügen", "Add"),
        "new_drop": ("Entfernen", "Remove"),
        "new_up": ("Nach vorn", "Earlier"),
        "new_station_name": ("Name", "Name"),
        "new_nights": ("Nächte", "Nights"),
        "new_map": ("Karte der Stationen", "Map of the stations"),
        "new_home": ("Abreiseort", "Place of departure"),
        "new_home_hint": (
            "Wo die Delegation aufbricht und wohin sie zurückkehrt",
            "Where the delegation leaves from and returns to",
        ),
        "new_groups_title": ("Gruppen", "Groups"),
        "new_groups": (
            "Gruppen, die zugleich unterwegs sein können",
            "Groups that can be on the way at a time",
        ),
        "new_seats": ("Plätze je Fahrzeug", "Seats in each vehicle"),
        "new_guides": ("Jede Gruppe braucht eine Begleitung", "Every group needs a guide"),
        "new_frame": ("Rahmen eines Tages", "Frame of a day"),
        "new_day": ("Frühestens und spätestens unterwegs", "On the way from and until"),
        "new_office": ("Übliche Öffnungszeit der Häuser", "Usual opening hours of houses"),
        "new_clock_hint": ("Zum Beispiel 07:00-23:00", "Such as 07:00-23:00"),
        "new_do": ("Reise anlegen", "Create the trip"),
        "new_done": (
            "Die Reise ist angelegt. Als Nächstes: wer die Delegation empfängt.",
            "The trip is created. Next: who receives the delegation.",
        ),
        "copy_title": ("Reise aus einer früheren", "A trip from an earlier one"),
        "copy_lead": (
            (
                "Route, Programmpunkte und Gastgeber werden übernommen, Personen, Antworten und Pins nicht. "
                "Jede Anfrage steht wieder auf angefragt."
            ),
            (
                "Route, items and hosts are taken over; people, answers and pins are not. "
                "Every request is back at requested."
            ),
        ),
        "copy_source": ("Frühere Reise", "Earlier trip"),
        "copy_none": ("Es gibt keine frühere Reise", "There is no earlier trip"),
        "copy_none_text": ("Beginnen Sie mit einem leeren Formular.", "Begin with an empty form."),
        "new_bad_title": (
            "Ein Titel fehlt. Zum Beispiel das Ziel und das Jahr.",
            "A title is missing. For example where to and the year.",
        ),
        "new_bad_date": (
            "„{}“ ist kein Datum. {}",
            "“{}” is no date. {}",
        ),
        "new_bad_date_meant": ("Ist {} gemeint?", "Did you mean {}?"),
        "new_bad_date_forms": (
            "Möglich sind 07.03.2027, März 2027, 2027.",
            "Possible are 2027-03-07, March 2027, 2027.",
        ),
        "new_bad_order": (
            "Das Ende {} liegt vor dem Beginn {}. Sind die beiden vertauscht?",
            "The end {} lies before the start {}. Are the two swapped?",
        ),
        "new_bad_long": (
            "Die Reise dauert {} Tage. Mehr als {} gehen nicht. Stimmt das Jahr?",
            "The trip takes {} days. More than {} are not possible. Is the year right?",
        ),
        "new_bad_stations": (
            "Noch keine Station. Oben einen Ort suchen und hinzufügen.",
            "No station yet. Find a place above and add it.",
        ),
        "new_bad_home": (
            "„{}“ steht nicht im Ortsverzeichnis. Bitte die nächste größere Stadt nennen.",
            "“{}” is not in the gazetteer. Please name the next larger town.",
        ),
        "new_bad_number": (
            "„{}“ geht nicht. Eine Zahl von {} bis {}.",
            "“{}” does not work. A number from {} to {}.",
        ),
        "new_bad_clock": (
            "„{}“ ist keine Zeitspanne. Zum Beispiel 07:00-23:00.",
            "“{}” is no span of the clock. Such as 07:00-23:00.",
        ),
        "new_bad_country": (
            "„{}“ ist kein Länderkürzel. Zum Beispiel VN für Vietnam.",
            "“{}” is no country code. Such as VN for Vietnam.",
        ),
        "new_not_yours": (
            "Reisen legt an, wer eine Reise verwaltet oder organisiert.",
            "Trips are begun by those who own or organise one.",
        ),
        "plan_now": ("Jetzt planen", "Plan now"),
    }
)
