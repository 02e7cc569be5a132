"""The addresses of public pages."""

from collections.abc import Mapping

from django.urls import reverse

from geleit.documents.html.content import TAGS
from geleit.domain.text import LANGUAGES, Language, as_language
from geleit.domain.trip import Trip
from geleit.services.read_published import Published


class LanguageConverter:
    """The part of an address that names the page's language."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> Language:
        """Return the language."""
        return as_language(value)

    def to_url(self, value: Language) -> str:
        """Return its part of an address."""
        return as_language(value)


class ChineseConverter(LanguageConverter):
    """The same where there is Chinese alone."""

    regex = "zh"


def home_url(lang: Language) -> str:
    """Return the address of the list of trips."""
    return reverse("public:trips", kwargs={"lang": lang})


def trip_url(key: str, lang: Language, page: str = "trip") -> str:
    """Return the address of a page of a trip.

    Parameters
    ----------
    page
        ``trip``, ``apply``, ``calendar``, ``feed`` or ``picture``.
    """
    return reverse(f"public:{page}", kwargs={"lang": lang, "key": key})


def item_url(key: str, item: str, lang: Language) -> str:
    """Return the address of an item's page."""
    return reverse("public:item", kwargs={"lang": lang, "key": key, "item": item})


def trip_languages(trip: Trip) -> tuple[Language, ...]:
    """Return the languages in which there are pages of a trip."""
    return tuple(lang for lang in LANGUAGES if lang in trip.languages)


def siblings(version: Published, address: str) -> Mapping[Language, str]:
    """Return a page's addresses in all languages of its trip.

    Parameters
    ----------
    address
        In any of them.
    """
    rest = address.split("/", 2)[2]
    return {lang: f"/{lang}/{rest}" for lang in trip_languages(version.trip)}


def alternates(addresses: Mapping[Language, str], origin: str) -> tuple[tuple[str, str], ...]:
    """Return what ``hreflang`` says of a page: tag and full address of each language, and of the default."""
    found = [(TAGS[lang], f"{origin}{address}") for lang, address in addresses.items()]
    default = addresses.get("en") or next(iter(addresses.values()))
    return (*found, ("x-default", f"{origin}{default}"))
