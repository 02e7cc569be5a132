"""Words of the page for terms and regions."""

from typing import Final

TERMS_WORDS: Final = {
    "se_terms_title": ("Bedingungen und Regionen", "Terms and regions"),
    "se_tab_terms": ("Bedingungen", "Terms"),
    "se_terms_lead": (
        (
            "Wer sich bewirbt, stimmt den Bedingungen zu. Jede Änderung ist eine neue Fassung; wer welcher zugestimmt "
            "hat, bleibt bekannt."
        ),
        "Whoever applies agrees to the terms. Each change is a new version; who agreed to which stays known.",
    ),
    "se_terms": ("Teilnahmebedingungen", "Terms of taking part"),
    "se_terms_none": (
        "Noch keine Bedingungen. Schreiben Sie hier die erste Fassung.",
        "No terms yet. Write the first version here.",
    ),
    "se_terms_announced": (
        "Bisher gilt, was die Ausschreibung sagt. Mit der ersten Bewerbung wird daraus Fassung 1.",
        "So far what the announcement says holds. The first application makes it version 1.",
    ),
    "se_terms_now": ("Es gilt Fassung {} vom {}.", "Version {} of {} holds."),
    "se_terms_in_de": ("Bedingungen auf Deutsch", "Terms in German"),
    "se_terms_in_en": ("Bedingungen auf Englisch", "Terms in English"),
    "se_terms_in_zh": ("Bedingungen auf Chinesisch", "Terms in Chinese"),
    "se_terms_write": ("Als neue Fassung festlegen", "Set as a new version"),
    "se_terms_saved": (
        "Die Bedingungen sind festgelegt. Wer sich jetzt bewirbt, stimmt dieser Fassung zu.",
        "The terms are set. Whoever applies now agrees to this version.",
    ),
    "se_terms_versions": ("Fassungen", "Versions"),
    "se_terms_version": ("Fassung {} vom {}", "Version {} of {}"),
    "se_terms_announcement": ("Ausschreibung", "Announcement"),
    "se_terms_agreed": ("{} Bewerbungen haben zugestimmt", "{} applications agreed"),
    "se_terms_agreed_one": ("{} Bewerbung hat zugestimmt", "{} application agreed"),
    "se_terms_by": ("Geschrieben von {}", "Written by {}"),
    "se_regions": ("Regionen", "Regions"),
    "se_regions_lead": (
        (
            "Bewerbungen nennen eine dieser Regionen; die Zusammensetzung kann sie mischen. Ohne Regionen wird nicht "
            "danach gefragt. Leere Zeilen zählen nicht."
        ),
        (
            "Applications name one of these regions; the mix can balance them. Without regions nobody is asked. Empty "
            "rows do not count."
        ),
    ),
    "se_region_in_de": ("Region {} auf Deutsch", "Region {} in German"),
    "se_region_in_en": ("Region {} auf Englisch", "Region {} in English"),
    "se_region_in_zh": ("Region {} auf Chinesisch", "Region {} in Chinese"),
    "se_region_twice": (
        "Dieser Name steht schon in Zeile {}. Löschen Sie eine der beiden.",
        "This name stands in row {} already. Delete one of the two.",
    ),
    "se_regions_save": ("Regionen speichern", "Save the regions"),
    "se_regions_saved": ("Die Regionen sind gespeichert.", "The regions are saved."),
    "se_agreed_to": ("Bedingungen", "Terms"),
    "se_agreed_to_version": ("Fassung {} zugestimmt", "agreed to version {}"),
}
