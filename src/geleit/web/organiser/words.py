"""The words of organisers' pages; every table of the surface stands in its wordbook."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.web.organiser.account.words import ACCOUNT
from geleit.web.organiser.after.words import AFTER
from geleit.web.organiser.board.words import BOARD
from geleit.web.organiser.documents.words import DOCUMENTS
from geleit.web.organiser.lists.words import LISTS
from geleit.web.organiser.selection.words import TABLES as SELECTION
from geleit.web.organiser.setup.words import SETUP
from geleit.web.organiser.words_access import ACCESS
from geleit.web.organiser.words_audit import AUDIT
from geleit.web.organiser.words_frame import FRAME
from geleit.web.organiser.words_trips_new import TRIPS_NEW
from geleit.web.shared.wordbook import wordbook

COCKPIT: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "trips_title": ("Meine Reisen", "My trips"),
        "trips_none": ("Noch keine Reise", "No trip yet"),
        "trips_none_text": (
            "Hier stehen die Reisen, an denen Sie mitarbeiten. Wer eine Reise verwaltet, kann Sie einladen.",
            "The trips you work on will be here. Whoever owns a trip can invite you.",
        ),
        "trips_firm": ("{} von {} Terminen zugesagt", "{} of {} appointments confirmed"),
        "trips_undecided": ("{} Bewerbungen warten auf Entscheidung", "{} applications wait for a decision"),
        "trips_version": ("Stand {} veröffentlicht", "Version {} published"),
        "trips_no_version": ("noch nichts veröffentlicht", "nothing published yet"),
        "ck_next": ("Als Nächstes", "What to do next"),
        "ck_next_none": ("Gerade ist nichts dringend.", "Nothing is urgent right now."),
        "ck_reader": (
            "Sie lesen mit. Was zu tun ist, sehen die, die planen.",
            "You read along. What is to be done is shown to those who plan.",
        ),
        "ck_partner": (
            "Sie sehen hier, was mit Ihnen geteilt ist: {} Programmpunkte, {} Gastgeber, {} Personen.",
            "You see here what is shared with you: {} items, {} hosts, {} people.",
        ),
        "step_add_items": ("Erste Programmpunkte anlegen", "Add the first items"),
        "step_ask_hosts": ("{} Ideen haben noch keine Anfrage", "{} ideas have no request yet"),
        "step_chase_answers": (
            "{} Antworten sind überfällig oder in 14 Tagen fällig",
            "{} answers are overdue or due within 14 days",
        ),
        "step_send_name_lists": (
            "{} Namenslisten sind in 14 Tagen oder schon fällig",
            "{} name lists are due within 14 days or already",
        ),
        "step_decide_applications": ("{} Bewerbungen entscheiden", "Decide {} applications"),
        "step_plan": (
            "Aus {} Programmpunkten den ersten Plan rechnen",
            "Compute the first plan from {} items",
        ),
        "step_publish": ("{} Entwürfe sind nicht veröffentlicht", "{} drafts are not published"),
        "step_one_ask_hosts": ("1 Idee hat noch keine Anfrage", "1 idea has no request yet"),
        "step_one_chase_answers": (
            "1 Antwort ist überfällig oder in 14 Tagen fällig",
            "1 answer is overdue or due within 14 days",
        ),
        "step_one_send_name_lists": (
            "1 Namensliste ist in 14 Tagen oder schon fällig",
            "1 name list is due within 14 days or already",
        ),
        "step_one_decide_applications": ("1 Bewerbung entscheiden", "Decide 1 application"),
        "step_one_plan": (
            "Aus 1 Programmpunkt den ersten Plan rechnen",
            "Compute the first plan from 1 item",
        ),
        "step_one_publish": ("1 Entwurf ist nicht veröffentlicht", "1 draft is not published"),
        "ck_requests": ("Termine", "Appointments"),
        "ck_of": ("{} von {}", "{} of {}"),
        "ck_asked": ("zugesagt von angefragten", "confirmed of those asked"),
        "ck_requests_none": ("Noch keine Programmpunkte", "No items yet"),
        "ck_requests_none_text": (
            "Hier steht dann, wie viele Gastgeber zugesagt haben. Legen Sie zuerst Programmpunkte an.",
            "How many hosts have confirmed will be here. Add items first.",
        ),
        "ck_shared_none": ("Noch nichts mit Ihnen geteilt", "Nothing shared with you yet"),
        "ck_shared_none_text": (
            "Wer die Reise verwaltet, kann Ihnen Programmpunkte, Gastgeber und Personen freigeben.",
            "Whoever owns the trip can share items, hosts and people with you.",
        ),
        "ck_bar": ("{} zugesagt, {} offen, {} abgesagt", "{} confirmed, {} open, {} declined"),
        "ck_seats": ("Plätze", "Seats"),
        "ck_people": ("Personen, {} Plätze in den Gruppen", "people, {} seats in the groups"),
        "ck_taken": ("Plätze der Auswahl vergeben", "places of the selection given"),
        "ck_applications": ("Bewerbungen", "Applications"),
        "ck_applications_none": ("Noch keine Bewerbung", "No application yet"),
        "ck_applications_none_text": (
            "Sobald die Reise veröffentlicht ist, können Unternehmen sich bis zum Anmeldeschluss bewerben.",
            "As soon as the trip is published, companies can apply until the deadline.",
        ),
        "ck_applications_open": ("warten auf Entscheidung", "wait for a decision"),
        "ck_to_applications": ("Bewerbungen ansehen", "Show the applications"),
        "ap_submitted": ("eingegangen", "received"),
        "ap_incomplete": ("unvollständig", "incomplete"),
        "ap_complete": ("vollständig", "complete"),
        "ap_admitted": ("zugelassen", "admitted"),
        "ap_waiting": ("Warteliste", "waiting list"),
        "ap_rejected": ("abgelehnt", "refused"),
        "ap_withdrawn": ("zurückgezogen", "withdrawn"),
        "ap_travelled": ("mitgereist", "travelled"),
        "ap_substituted": ("ersetzt", "replaced"),
        "ap_cancelled": ("abgesagt", "cancelled"),
        "ap_no_show": ("nicht erschienen", "did not come"),
        "ck_dues": ("Fristen", "Deadlines"),
        "ck_dues_none": ("Keine Fristen", "No deadlines"),
        "ck_dues_none_text": (
            (
                "Hier stehen Anmeldeschluss, Antwortfristen der Gastgeber und Namenslisten, sobald sie "
                "eingetragen sind."
            ),
            (
                "The application deadline, dates by which hosts answer, and name lists will be here once "
                "they are entered."
            ),
        ),
        "due_applications": ("Anmeldeschluss", "Application deadline"),
        "due_answer": ("Antwort des Gastgebers", "Answer of the host"),
        "due_name_list": ("Namensliste", "Name list"),
        "due_today": ("heute", "today"),
        "due_tomorrow": ("morgen", "tomorrow"),
        "due_in": ("in {} Tagen", "in {} days"),
        "due_late": ("seit {} Tagen überfällig", "{} days overdue"),
        "due_late_one": ("seit gestern überfällig", "overdue since yesterday"),
        "ck_versions": ("Veröffentlichte Stände", "Published versions"),
        "ck_versions_none": ("Noch nichts veröffentlicht", "Nothing published yet"),
        "ck_versions_none_text": (
            "Hier stehen die Stände, die alle sehen. Rechnen Sie einen Plan und veröffentlichen Sie ihn.",
            "The versions that everybody sees will be here. Compute a plan and publish it.",
        ),
        "ck_version": ("Stand {}", "Version {}"),
        "ck_drafts": ("Entwürfe, die nur Organisatoren sehen: {}", "Drafts that only organisers see: {}"),
        "ck_public": ("Öffentliche Seite", "Public page"),
    }
)
WORDS: Final = wordbook(
    AFTER, FRAME, ACCOUNT, COCKPIT, ACCESS, AUDIT, DOCUMENTS, BOARD, LISTS, TRIPS_NEW, SETUP, *SELECTION
)
