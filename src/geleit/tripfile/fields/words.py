"""How texts, ids, codes and names in a trip file are read."""

import re
import unicodedata
from typing import Final

from geleit.domain.text import LANGUAGES, LanguageError, Text
from geleit.domain.zones import is_zone, nearest_zone
from geleit.tripfile.fields.errors import FieldError, as_word
from geleit.tripfile.problems import shown

_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})
"""Unicode's categories of what leaves no trace on a page: control characters, joiners, spaces."""


def shows(text: str) -> bool:
    """Return True when a text has at least one character that people can see."""
    return any(unicodedata.category(char) not in _UNSEEN and char not in "\ufffe\uffff" for char in text)


def read_text(value: object) -> Text:
    """Return a text from a plain wording or from wordings by language."""
    if not isinstance(value, dict):
        return Text.of(as_word(value, "a text or a mapping {de: ..., en: ...}"))
    for lang, wording in value.items():
        if not isinstance(wording, str):
            raise FieldError(
                f"the wording for {lang!r} is {shown(wording)}, not a text", "put it in quotes", str(lang)
            )
    try:
        return Text(value)
    except LanguageError as error:
        fix = f"did you mean {error.suggestion!r}?" if error.suggestion else ""
        raise FieldError(
            f"{error.value!r} is not among the languages {', '.join(LANGUAGES)}", fix, str(error.value)
        ) from None


def read_name(value: object) -> Text:
    """Return a text that has to say something in one language at least."""
    text = read_text(value)
    if not any(shows(wording) for wording in text.wordings()):
        raise FieldError(*_nothing_in(value))
    return text


def read_name_line(value: object) -> str:
    """Return a wording that has to say something."""
    text = as_word(value)
    if not shows(text):
        raise FieldError(*_nothing_in(value))
    return text


def _nothing_in(value: object) -> tuple[str, str]:
    if isinstance(value, str) and value.strip():
        return f"{shown(value)} has no character that can be seen", "write it as people read it"
    return "is empty", "write it as people read it"


def read_slug(value: object) -> str:
    """Return an id."""
    text = as_word(value, "an id")
    if _SLUG.fullmatch(text) is None:
        fix = f"did you mean {slug_of(text)!r}?" if slug_of(text) else ""
        raise FieldError(f"{text!r} is no id: small letters, digits and hyphens make one", fix)
    return text


def slug_of(text: str) -> str:
    """Return the id that a name suggests; empty when it has no Latin letter or digit."""
    latin = text.casefold().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def read_zone(value: object) -> str:
    """Return the name of an IANA time zone."""
    text = as_word(value, "a time zone")
    if not is_zone(text):
        near = nearest_zone(text)
        raise FieldError(
            f"{text!r} is no IANA time zone", f"did you mean {near!r}?" if near else 'such as "Europe/Berlin"'
        )
    return text


_LANGUAGE_NAMES: Final = {
    "deutsch": "de", "german": "de", "ger": "de", "deu": "de", "englisch": "en", "english": "en", "eng": "en",
    "chinesisch": "zh", "chinese": "zh", "cn": "zh", "zho": "zh", "französisch": "fr", "french": "fr",
    "spanisch": "es", "spanish": "es", "jp": "ja", "japanese": "ja", "japanisch": "ja", "kr": "ko",
}  # fmt: skip # one family a line


def read_language(value: object) -> str:
    """Return an ISO 639-1 code."""
    text = as_word(value, "a language")
    if re.fullmatch(r"[a-z]{2}", text) is None or text in _LANGUAGE_NAMES:
        near = _LANGUAGE_NAMES.get(text.strip().casefold(), text.strip().casefold().partition("-")[0])
        fix = (
            f"did you mean {near!r}?"
            if re.fullmatch(r"[a-z]{2}", near)
            else "two small letters, such as de or en"
        )
        raise FieldError(f"{text!r} is no language code (ISO 639-1)", fix)
    return text


def read_country(value: object) -> str:
    """Return an ISO 3166 code of two capital letters."""
    text = as_word(value, "a country")
    if re.fullmatch(r"[A-Z]{2}", text) is None:
        names = {"usa": "US", "uk": "GB", "germany": "DE", "deutschland": "DE", "china": "CN"}
        near = names.get(text.casefold(), text.upper())
        fix = (
            f"did you mean {near!r}?"
            if re.fullmatch(r"[A-Z]{2}", near)
            else "two capital letters, such as US"
        )
        raise FieldError(f"{text!r} is no country code (ISO 3166)", fix)
    return text


def read_assumed(value: object) -> tuple[str, ...] | None:
    """Return the names of assumed fields; None stands for all."""
    if value == "all":
        return None
    if not isinstance(value, list):
        raise FieldError(
            f"{shown(value)} is neither a list of fields nor 'all'", "write assumed: [field] or assumed: all"
        )
    return tuple(as_word(each, "the name of a field") for each in value)
