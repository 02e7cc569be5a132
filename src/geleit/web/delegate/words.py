"""The words of the delegates' pages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.web.shared.wordbook import wordbook

_PAGES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "de_title": ("Mein Programm", "My programme"),
        "de_short": ("Programm", "Programme"),
        "de_nav": ("Hauptmenü", "Main menu"),
        "de_nav_today": ("Heute", "Today"),
        "de_nav_trip": ("Reise", "Trip"),
        "de_nav_people": ("Personen", "People"),
        "de_nav_help": ("Hilfe", "Help"),
        "de_off": (
            "Kein Netz. Ihr Programm ist gespeichert, Stand {}.",
            "No network. Your programme is saved, as of {}.",
        ),
        "de_unsent": (
            (
                "Kein Netz. Nichts wurde gespeichert. Ihre Eingaben sind noch hier; senden Sie sie, "
                "sobald Netz da ist."
            ),
            "No network. Nothing was saved. What you entered is still here; send it once there is a network.",
        ),
        "de_next": ("Als Nächstes", "Next"),
        "de_start": ("Beginn", "Start"),
        "de_leave": ("Aufbruch", "Leave"),
        "de_until": ("bis {}", "until {}"),
        "de_now": ("{} jetzt", "{} now"),
        "de_minute": ("{} in {} Minute", "{} in {} minute"),
        "de_minutes": ("{} in {} Minuten", "{} in {} minutes"),
        "de_hours": ("{} in {} Stunden", "{} in {} hours"),
        "de_days": ("{} in {} Tagen", "{} in {} days"),
        "de_way": ("So kommen Sie hin", "How to get there"),
        "de_arrive": ("{} Ankunft", "{} arrival"),
        "de_session_start": ("Beginn", "Start"),
        "de_who": ("Wer ist da", "Who is there"),
        "de_guide": ("Begleitung: {}.", "Guide: {}."),
        "de_heads": ("Delegationsleitung: {}.", "Head of delegation: {}."),
        "de_bring": ("Mitnehmen", "Bring"),
        "de_dress": ("Kleidung", "Dress"),
        "de_place": ("Ort", "Place"),
        "de_about": ("Worum es geht", "What it is about"),
        "de_back": ("Danach", "Afterwards"),
        "de_back_text": ("{} zum Hotel", "{} to the hotel"),
        "de_map": ("Weg zeigen", "Show the way"),
        "de_call": ("Anrufen", "Call"),
        "de_details": ("Einzelheiten", "Details"),
        "de_today": ("Heute, {}", "Today, {}"),
        "de_today_prefix": ("Heute, ", "Today, "),
        "de_home_later": ("Zu Hause ist es {} Stunden später.", "At home it is {} hours later."),
        "de_home_earlier": ("Zu Hause ist es {} Stunden früher.", "At home it is {} hours earlier."),
        "de_expected_note": (
            "Wo „voraussichtlich“ steht, ist die Zeit noch nicht bestätigt.",
            "Where it says “expected”, the time is not confirmed yet.",
        ),
        "de_version": ("Stand {}, veröffentlicht am {}", "Version {}, published on {}"),
        "de_over": ("Nichts mehr vor Ihnen", "Nothing more ahead"),
        "de_over_text": (
            "Alle Termine dieser Reise sind vorbei. Unter „Reise“ stehen sie weiter.",
            "All appointments of this trip are over. They are still there under “Trip”.",
        ),
        "de_none": ("Noch kein Programm für Sie", "No programme for you yet"),
        "de_none_text": (
            (
                "Hier steht Ihr Programm, sobald es veröffentlicht ist. Bis dahin können Sie Ihre "
                "Wünsche nennen."
            ),
            "Your programme will be here once it is published. Until then you can say what you wish for.",
        ),
        "de_none_do": ("Wünsche ansehen", "Show my wishes"),
        "de_changes": ("Änderungen", "Changes"),
        "de_chg_moved": ("Geändert: {} statt", "Changed: {} instead of"),
        "de_chg_added": ("Neu: {}", "New: {}"),
        "de_chg_removed": ("Entfällt:", "Cancelled:"),
        "de_chg_way": ("Geändert: {}", "Changed: {}"),
        "de_chg_end": ("Zeit: {} statt {}.", "Time: {} instead of {}."),
        "de_chg_place": ("Ort: {} statt {}.", "Place: {} instead of {}."),
        "de_chg_ride": ("{} statt {}.", "{} instead of {}."),
        "de_chg_ride_new": ("Neu: {}, Treffpunkt {}.", "New: {}, meeting point {}."),
        "de_chg_ride_gone": ("{} entfällt.", "{} is cancelled."),
        "de_chg_meet": ("Treffpunkt: {} statt {}.", "Meeting point: {} instead of {}."),
        "de_chg_group": ("{} statt {}.", "{} instead of {}."),
        "de_chg_same": (
            "Bus, Treffpunkt und Gruppe bleiben.",
            "Bus, meeting point and group stay the same.",
        ),
        "de_chg_small": (
            "Das Programm hat einen neuen Stand. An Ihren Terminen ändert sich nichts.",
            "The programme has a new version. Your appointments stay as they are.",
        ),
        "de_chg_ok": ("Zur Kenntnis genommen", "I have read this"),
        "de_chg_done": ("Zur Kenntnis genommen.", "Marked as read."),
        "de_chg_later": (
            "Zur Kenntnis genommen, wird gesendet, sobald Netz da ist.",
            "Marked as read, will be sent once there is a network.",
        ),
        "de_did_acknowledged": ("Zur Kenntnis genommen", "Marked as read"),
        "de_did_listed": (
            "Mitreisende sehen jetzt Ihren Namen und Ihre Organisation.",
            "Fellow delegates now see your name and organisation.",
        ),
        "de_did_unlisted": ("Mitreisende sehen Sie nicht mehr.", "Fellow delegates no longer see you."),
        "de_did_saved": ("Ihre Wünsche sind gespeichert.", "Your wishes are saved."),
        "de_did_ended": (
            "Das Abonnement ist beendet. Die Adresse öffnet nichts mehr.",
            "The subscription has ended. Its address no longer opens anything.",
        ),
        "de_did_mailed": (
            "Falls es zu Ihrer Adresse eine Bewerbung gibt, ist der Link unterwegs.",
            "If there is an application for your address, the link is on its way.",
        ),
        "de_trip_title": ("Meine Reise", "My trip"),
        "de_people_title": ("Personen", "People"),
        "de_people_lead": (
            "Hier stehen die Delegationsleitung und Mitreisende, die zugestimmt haben.",
            "The heads of the delegation and fellow delegates who have agreed.",
        ),
        "de_people_none": ("Noch hat niemand zugestimmt", "Nobody has agreed yet"),
        "de_people_none_text": (
            "Mitreisende erscheinen hier, wenn sie es selbst erlauben.",
            "Fellow delegates appear here once they allow it themselves.",
        ),
        "de_listed": ("Dürfen Mitreisende Sie hier sehen?", "May fellow delegates see you here?"),
        "de_listed_text": (
            (
                "Gezeigt werden Name, Funktion, Organisation und Ort, sonst nichts. Sie können es "
                "jederzeit ändern."
            ),
            "They see name, function, organisation and town, nothing else. You can change this at any time.",
        ),
        "de_listed_is": ("Mitreisende sehen Sie.", "Fellow delegates see you."),
        "de_listed_is_not": ("Mitreisende sehen Sie nicht.", "Fellow delegates do not see you."),
        "de_listed_yes": ("Ja, zeigen", "Yes, show me"),
        "de_listed_no": ("Nicht mehr zeigen", "Stop showing me"),
        "de_wishes_title": ("Meine Wünsche", "My wishes"),
        "de_wishes_lead": (
            (
                "Sie können Ihre Wünsche bis {} ändern. Sie gehen in den nächsten Plan ein; ein "
                "Termin, der schon feststeht, ändert sich davon nicht."
            ),
            (
                "You can change your wishes until {}. They go into the next plan; an appointment "
                "that is settled does not change by them."
            ),
        ),
        "de_wishes_closed": (
            "Wünsche konnten bis {} geändert werden. Das haben Sie gewünscht:",
            "Wishes could be changed until {}. This is what you wished for:",
        ),
        "de_wishes_none": ("Keine Wünsche", "No wishes"),
        "de_wishes_empty": ("Noch nichts zu wünschen", "Nothing to wish for yet"),
        "de_wishes_empty_text": (
            "Hier stehen Termine zur Auswahl, sobald die Organisation sie anlegt.",
            "Appointments to choose from will be here once the organisers enter them.",
        ),
        "de_wishes_save": ("Wünsche speichern", "Save my wishes"),
        "de_wish_for": ("Wunsch für {}", "Wish for {}"),
        "de_wish_0": ("kein Wunsch", "no wish"),
        "de_wish_1": ("1: wäre schön", "1: would be nice"),
        "de_wish_2": ("2: gern", "2: gladly"),
        "de_wish_3": ("3: wichtig", "3: important"),
        "de_wish_4": ("4: sehr wichtig", "4: very important"),
        "de_wish_5": ("5: darum reise ich mit", "5: the reason I travel"),
        "de_fault_overtaken": (
            "Ihre Angaben wurden inzwischen geändert",
            "Your entry has been changed meanwhile",
        ),
        "de_fault_overtaken_text": (
            "Nichts wurde gespeichert. Ihre Auswahl ist noch hier. Bitte prüfen und erneut speichern.",
            "Nothing was saved. What you chose is still here. Please check it and save again.",
        ),
        "de_fault_wrong": ("Die Wünsche wurden nicht gespeichert", "Your wishes were not saved"),
        "de_fault_wrong_text": (
            "Es gilt, was hier steht. Bitte wählen Sie erneut.",
            "What you see here holds. Please choose again.",
        ),
        "de_help_title": ("Hilfe und mehr", "Help and more"),
        "de_help_contact": ("Wen Sie fragen können", "Whom to ask"),
        "de_help_contact_none": (
            "Für diese Reise ist noch niemand eingetragen. Antworten Sie auf die Mail, in der Ihr Link kam.",
            "Nobody is entered for this trip yet. Reply to the mail in which your link came.",
        ),
        "de_help_wishes": ("Meine Wünsche", "My wishes"),
        "de_help_wishes_text": ("Welche Termine Ihnen wichtig sind.", "Which appointments matter to you."),
        "de_help_calendar": ("Kalender", "Calendar"),
        "de_help_calendar_text": (
            "Abonnieren Sie Ihr Programm in Ihrem Kalender. Änderungen kommen von selbst.",
            "Subscribe to your programme in your calendar. Changes arrive by themselves.",
        ),
        "de_help_subscribe": ("Adresse erzeugen", "Make an address"),
        "de_help_again": ("Neue Adresse erzeugen", "Make a new address"),
        "de_help_again_text": (
            "Es gibt ein Abonnement. Eine neue Adresse löst die alte ab.",
            "There is a subscription. A new address replaces the old one.",
        ),
        "de_help_end": ("Abonnement beenden", "End the subscription"),
        "de_help_address": ("Ihre Kalenderadresse", "Your calendar's address"),
        "de_help_address_text": (
            "Sie wird nur jetzt gezeigt. Wer sie hat, kann Ihr Programm lesen.",
            "It is shown only now. Whoever has it can read your programme.",
        ),
        "de_help_open": ("Im Kalender öffnen", "Open in the calendar"),
        "de_help_papers": ("Dateien", "Files"),
        "de_help_pdf": ("Mein Programm auf Papier (PDF)", "My programme on paper (PDF)"),
        "de_help_ics": ("Mein Programm als Kalenderdatei (ICS)", "My programme as a calendar file (ICS)"),
        "de_help_application": ("Meine Bewerbung", "My application"),
        "de_help_application_text": ("{}, Kennung {}: {}.", "{}, reference {}: {}."),
        "de_help_application_do": ("Link zur Bewerbung zusenden", "Mail me the link of the application"),
        "de_help_install": ("Auf dem Telefon behalten", "Keep it on the phone"),
        "de_help_install_text": (
            (
                "Nach dem ersten Öffnen geht diese Seite auch ohne Netz. Im Menü des Browsers legt "
                "„Zum Startbildschirm“ sie neben Ihre anderen Apps."
            ),
            (
                "After the first visit this page works without a network too. “Add to home screen” "
                "in the browser's menu puts it beside your other apps."
            ),
        ),
        "de_help_link": ("Ihr Link", "Your link"),
        "de_help_link_text": (
            (
                "Er öffnet Ihre Seiten bis {}. Wer ihn hat, kann Ihr Programm lesen. Ist er in "
                "fremde Hände geraten, sagen Sie es der Organisation; sie sperrt ihn."
            ),
            (
                "It opens your pages until {}. Whoever has it can read your programme. If it has "
                "fallen into other hands, tell the organisers; they block it."
            ),
        ),
        "de_help_look": ("Sprache und Darstellung", "Language and appearance"),
    }
)
WORDS: Final = wordbook(_PAGES)
