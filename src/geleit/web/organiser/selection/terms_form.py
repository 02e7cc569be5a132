"""The forms for the terms of taking part and for the regions that companies come from."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms

from geleit.domain.applications.rule_words import RuleLanguage
from geleit.domain.applications.terms import Region
from geleit.domain.text import LANGUAGES, Language, Text
from geleit.services.participation_terms import TERMS_MAX, Terms
from geleit.services.set_regions import REGION_MAX, REGIONS_MAX
from geleit.web.organiser.selection.form_base import SelectionForm

SPARE_ROWS: Final = 3
"""Empty rows at the end of the list of regions."""


class TermsForm(SelectionForm):
    """The terms, a text for each language of the trip."""

    def __init__(
        self,
        lang: RuleLanguage,
        known: Terms | None,
        languages: Sequence[Language],
        data: Any = None,  # noqa: ANN401 # Django's own
    ) -> None:
        super().__init__(lang, data)
        self.languages = tuple(languages)
        for one in self.languages:
            said = known.text.get(one) if known else None
            self.fields[f"terms-{one}"] = forms.CharField(
                label=self.say(f"se_terms_in_{one}"),
                max_length=TERMS_MAX,
                required=False,
                initial=said.text if said and not said.is_fallback else "",
                widget=forms.Textarea(attrs={"rows": 12, "lang": one}),
                error_messages={"max_length": self.say("se_too_long", TERMS_MAX)},
            )

    def rows(self) -> Iterator[Any]:
        """Yield the field of each language."""
        return (self[f"terms-{one}"] for one in self.languages)

    def clean(self) -> dict[str, Any]:
        """Ask for one language at least."""
        found = super().clean() or {}
        if not self.errors and not any(str(value).strip() for value in found.values()):
            self.add_error(f"terms-{self.languages[0]}", self.say("se_missing"))
        return found

    def text(self) -> Text:
        """Return the terms."""
        wordings = {one: str(self.cleaned_data[f"terms-{one}"]) for one in self.languages}
        return Text(
            {one: said.replace("\r\n", "\n").replace("\0", "").strip() for one, said in wordings.items()}
        )


class RegionsForm(SelectionForm):
    """Regions, a row each with its name in every language; a row without a name is none."""

    def __init__(
        self,
        lang: RuleLanguage,
        known: Sequence[Region],
        languages: Sequence[Language],
        data: Any = None,  # noqa: ANN401 # Django's own
    ) -> None:
        super().__init__(lang, data)
        self.known = tuple(known)
        spoken = {one for region in known for one in region.name.languages} | set(languages)
        self.languages = tuple(one for one in LANGUAGES if one in spoken)
        self.count = min(len(self.known) + SPARE_ROWS, REGIONS_MAX)
        for number in range(self.count):
            region = self.known[number] if number < len(self.known) else None
            for one in self.languages:
                field = self.line(self.say(f"se_region_in_{one}", number + 1), REGION_MAX)
                field.initial = _own_wording(region.name, one) if region else ""
                self.fields[f"region-{number}-{one}"] = field

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Yield the fields of each region."""
        for number in range(self.count):
            yield tuple(self[f"region-{number}-{one}"] for one in self.languages)

    def clean(self) -> dict[str, Any]:
        """Say which names stand there twice."""
        found = super().clean() or {}
        seen: dict[str, int] = {}
        for number in range(self.count):
            name = str(self._name(number, found)).casefold()
            if name and name in seen:
                self.add_error(f"region-{number}-de", self.say("se_region_twice", seen[name] + 1))
            seen.setdefault(name, number)
        return found

    def regions(self) -> list[tuple[str, Text]]:
        """Return the id, empty for a new one, and the name of each region."""
        found = []
        for number in range(self.count):
            name = self._name(number, self.cleaned_data)
            if name:
                found.append((self.known[number].id if number < len(self.known) else "", name))
        return found

    def _name(self, number: int, values: dict[str, Any]) -> Text:
        said = {one: str(values.get(f"region-{number}-{one}") or "").strip() for one in self.languages}
        given = {one: wording for one, wording in said.items() if wording}
        if len(set(given.values())) == 1 and len(given) > 1:
            return Text.of(next(iter(given.values())))
        return Text(given)


def _own_wording(name: Text, lang: Language) -> str:
    said = name.get(lang)
    return "" if said.is_fallback else said.text
