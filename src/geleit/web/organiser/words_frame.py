"""The words of the frame of organisers' pages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FRAME: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "nav_trip": ("Bereiche der Reise", "Parts of the trip"),
        "nav_trips": ("Meine Reisen", "My trips"),
        "nav_security": ("Anmeldung und Sicherheit", "Sign-in and security"),
        "account_menu": ("Konto: {}", "Account: {}"),
        "nav_cockpit": ("Überblick", "Overview"),
        "nav_board": ("Programm", "Programme"),
        "nav_setup": ("Route", "Route"),
        "nav_items": ("Programmpunkte", "Items"),
        "nav_hosts": ("Gastgeber", "Hosts"),
        "nav_delegates": ("Delegation", "Delegation"),
        "nav_applications": ("Bewerbungen", "Applications"),
        "nav_documents": ("Dokumente", "Documents"),
        "nav_members": ("Zugänge", "Access"),
        "nav_after": ("Nachher", "Afterwards"),
        "nav_links": ("Links", "Links"),
        "nav_audit": ("Protokoll", "Audit trail"),
        "role_is_owner": ("Inhaber", "Owner"),
        "role_is_organiser": ("Organisation", "Organiser"),
        "role_is_partner": ("Partner", "Partner"),
        "role_is_reader": ("Leserecht", "Reader"),
    }
)
