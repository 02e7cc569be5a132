"""Content in several languages, with a fallback that can be seen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

Language = Literal["de", "en", "zh"]
"""German, British English, simplified Chinese."""

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

FALLBACKS: Final[Mapping[Language, tuple[Language, ...]]] = MappingProxyType(
    {"de": ("de", "en", "zh"), "en": ("en", "de", "zh"), "zh": ("zh", "en", "de")}
)
"""Where a reader of each language looks, best first."""

_MISNOMERS: Final = MappingProxyType(
    {"cn": "zh", "ch": "zh", "chi": "zh", "zho": "zh", "ger": "de", "deu": "de", "eng": "en", "gb": "en"}
)


class LanguageError(ValueError):
    """A language Geleit does not speak.

    Parameters
    ----------
    value
        What was given instead of a language.
    """

    def __init__(self, value: object) -> None:
        self.value = value
        self.suggestion = _nearest(str(value))
        hint = f"; did you mean {self.suggestion!r}?" if self.suggestion else ""
        super().__init__(f"language {value!r} is not among {', '.join(LANGUAGES)}{hint}")


@dataclass(frozen=True, slots=True)
class Localized:
    """A text as delivered to a reader.

    Parameters
    ----------
    text
        The words; empty when there is no content.
    lang
        The language the words are in. A language-neutral text counts as the reader's own.
    requested
        The language the reader asked for.
    """

    text: str
    lang: Language
    requested: Language

    @property
    def is_fallback(self) -> bool:
        """True when the reader gets another language than asked for; the page must then say so."""
        return self.lang != self.requested

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """Content per language, or one wording that is right in every language (a name).

    ``Text()`` is empty and false. Empty strings count as missing.

    Parameters
    ----------
    content
        Wording by language.

    Raises
    ------
    LanguageError
        When a key is no language of Geleit.
    """

    neutral: str
    content: tuple[tuple[Language, str], ...]

    def __init__(self, content: Mapping[Language, str] | None = None) -> None:
        given = content or {}
        for key in given:
            as_language(key)
        kept = tuple((lang, given[lang]) for lang in LANGUAGES if given.get(lang))
        object.__setattr__(self, "neutral", "")
        object.__setattr__(self, "content", kept)

    @classmethod
    def of(cls, wording: str) -> "Text":
        """Return a language-neutral text, such as a proper name: never a fallback in any language."""
        text = cls()
        object.__setattr__(text, "neutral", wording)
        return text

    def __bool__(self) -> bool:
        return bool(self.neutral or self.content)

    def __str__(self) -> str:
        """Return the wording a German reader gets; for logs and error messages, not for pages."""
        return self.get("de").text

    @property
    def is_neutral(self) -> bool:
        """True when one wording serves every language."""
        return bool(self.neutral)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that have a wording of their own."""
        return tuple(lang for lang, _ in self.content)

    def get(self, lang: Language) -> Localized:
        """Return the wording for a reader, in the best language there is.

        Raises
        ------
        LanguageError
            When ``lang`` is no language of Geleit.
        """
        order = FALLBACKS[as_language(lang)]
        if self.neutral:
            return Localized(self.neutral, lang, lang)
        own = dict(self.content)
        delivered = next((candidate for candidate in order if candidate in own), lang)
        return Localized(own.get(delivered, ""), delivered, lang)

    def lacks(self, lang: Language) -> bool:
        """Return True when a reader of ``lang`` would get a fallback or nothing at all."""
        return not self.neutral and as_language(lang) not in self.languages

    def map(self, change: Callable[[str], str]) -> "Text":
        """Return the text with ``change`` applied to every wording."""
        if self.neutral:
            return Text.of(change(self.neutral))
        return Text({lang: change(wording) for lang, wording in self.content})

    def wordings(self) -> Iterator[str]:
        """Yield every wording there is, the neutral one or those of the languages."""
        if self.neutral:
            yield self.neutral
        yield from (wording for _, wording in self.content)


def as_language(value: object) -> Language:
    """Return ``value`` as a language.

    Raises
    ------
    LanguageError
        When it is none; a likely one is named.
    """
    for lang in LANGUAGES:
        if value == lang:
            return lang
    raise LanguageError(value)


def _nearest(value: str) -> Language | None:
    """Return the language that was probably meant: by a common misnomer, tag ("de-AT") or name ("german")."""
    tag = value.strip().lower().replace("_", "-").partition("-")[0]
    names: Mapping[str, Language] = {"german": "de", "deutsch": "de", "english": "en", "chinese": "zh"}
    for lang in LANGUAGES:
        if tag == lang or _MISNOMERS.get(tag) == lang or names.get(tag) == lang:
            return lang
    return None
