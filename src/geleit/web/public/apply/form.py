"""The application form: one page, as long as it must be, with rows for people, projects and earlier aid."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from django import forms
from django.http import QueryDict

from geleit.documents.view import ItemView
from geleit.domain.applications.application import (
    Applicant,
    Application,
    Contact,
    Gender,
    PaperKind,
    Project,
)
from geleit.domain.applications.check import AIDS_MAX
from geleit.domain.applications.company import Company, OrganisationKind
from geleit.domain.applications.de_minimis import DeMinimisAid, DeMinimisDeclaration
from geleit.domain.applications.problem import ApplicationProblem, ApplicationProblemCode
from geleit.domain.applications.words import PROBLEM_WORDS, sentence_of
from geleit.domain.people import Wish
from geleit.domain.text import Language
from geleit.services.read_call import OpenCall
from geleit.web.public.apply.fields import MISREAD, Amount, Day, Files, Line, choice, choices
from geleit.web.public.apply.values import COMPANY_LINES, field_at, values_of
from geleit.web.public.words import WORDS

LANGUAGES: Final = ("de", "en", "zh", "es", "fr")
"""Working languages that are offered."""
_ROW: Final = re.compile(r"(people|projects|aids)-(\d{1,3})-\w+")


class ApplicationForm(forms.Form):
    """What a company writes.

    Parameters
    ----------
    data
        What was sent; None shows what is stored.
    items
        The items of the published programme that may be wished for.
    stored
        What is kept already; an empty application at first.
    more
        ``people``, ``projects`` or ``aids``: a row more of it is wanted.
    is_checked
        False shows what was sent without a word about it.
    """

    use_required_attribute = False

    def __init__(
        self,
        data: QueryDict | None,
        *,
        call: OpenCall,
        items: Sequence[ItemView],
        lang: Language,
        stored: Application,
        more: str = "",
        is_checked: bool = True,
    ) -> None:
        super().__init__(data, initial=dict(values_of(stored)))
        self.call, self.items, self.lang, self.stored = call, items, lang, stored
        self.is_checked = is_checked
        self.rows = self._row_counts(more)
        self.written: dict[str, list[int]] = {name: [] for name in self.rows}
        self._add_contact_and_company()
        self._add_people()
        self._add_projects_and_wishes()
        self._add_papers_and_declarations()
        self.label_suffix = ""

    def full_clean(self) -> None:
        """Check what was sent, unless it is only shown again."""
        if self.is_checked:
            super().full_clean()
        else:
            self._errors = forms.utils.ErrorDict()
            self.cleaned_data: dict[str, Any] = {}

    def clean(self) -> dict[str, Any]:
        """Refuse what was sent in another encoding, and aid without its day or its amount."""
        unreadable = PROBLEM_WORDS[ApplicationProblemCode.UNREADABLE][self.lang]
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str) and MISREAD in value:
                self.add_error(name, unreadable)
        for row in range(self.rows["aids"]):
            parts = [f"aids-{row}-{part}" for part in ("granted_on", "amount_eur", "grantor")]
            if any(self.cleaned_data.get(name) not in (None, "") for name in parts):
                for name in parts[:2]:
                    if name in self.cleaned_data and self.cleaned_data[name] is None:
                        self.add_error(name, self.say("ap_aid_half"))
        return self.cleaned_data

    def application(self) -> Application:
        """Return what was sent, as a value; the form must be valid."""
        get = self.cleaned_data.get
        company = Company(
            **{name: get(f"company-{name}") or "" for name in COMPANY_LINES},
            kind=OrganisationKind(get("company-kind") or OrganisationKind.COMPANY),
            employees=get("company-employees"),
            turnover_eur=get("company-turnover_eur"),
            balance_eur=get("company-balance_eur"),
            sectors=frozenset(get("company-sectors") or ()),
            is_first_timer={"yes": True, "no": False}.get(get("company-first_timer") or ""),
        )
        wishes = ((item.id, get(f"wish-{item.id}")) for item in self.items)
        declared = DeMinimisDeclaration(
            is_confirmed=bool(get("de_minimis-is_confirmed")), aids=tuple(self._aids())
        )
        return replace(
            self.stored,
            language=self.lang,
            company=company,
            contact=Contact(**{name: get(f"contact-{name}") or "" for name in ("name", "email", "phone")}),
            people=tuple(self._people()),
            aim=get("aim") or "",
            projects=tuple(self._projects()),
            wishes=tuple(Wish(item=item, strength=int(strength)) for item, strength in wishes if strength),
            de_minimis=declared if self.call.terms.asks_de_minimis else self.stored.de_minimis,
            accepts_terms=bool(get("accepts_terms")),
        )

    def take(self, problems: Iterable[ApplicationProblem], application: Application) -> None:
        """Put what the domain finds wrong at its fields."""
        for problem in problems:
            if not problem.is_warning:
                name = field_at(problem.path, application, self.written)
                self.add_error(name if name in self.fields else None, sentence_of(problem, self.lang))

    @property
    def wishes_gone(self) -> int:
        """How many stored wishes are no longer on offer."""
        offered = {item.id for item in self.items}
        return sum(wish.item not in offered for wish in self.stored.wishes)

    def say(self, key: str, *values: object) -> str:
        """Return words in the reader's language."""
        return WORDS.say(key, self.lang, *values)

    def _row_counts(self, more: str) -> dict[str, int]:
        stored, terms = self.stored, self.call.terms
        kept = {"people": stored.people, "projects": stored.projects, "aids": stored.de_minimis.aids}
        most = {"people": terms.people_max, "projects": terms.projects_max, "aids": AIDS_MAX}
        counts = {name: len(entries) for name, entries in kept.items()}
        if self.is_bound:
            sent = [found.groups() for name in self.data if (found := _ROW.fullmatch(name))]
            counts = {
                name: max((int(row) + 1 for one, row in sent if one == name), default=0) for name in kept
            }
        ceiling = {name: max(most[name], len(kept[name])) for name in kept}
        return {name: max(1, min(count + (more == name), ceiling[name])) for name, count in counts.items()}

    def _add_contact_and_company(self) -> None:
        say, lang, call = self.say, self.lang, self.call
        text = forms.Textarea(attrs={"rows": 5})
        kinds = [(kind.value, say(f"ap_kind_{kind.value}")) for kind in OrganisationKind]
        regions = [("", say("choose"))]
        regions += [(region.id, region.name.get(lang).text) for region in call.terms.regions]
        first = [
            ("", say("ap_first_timer_unsaid")),
            ("yes", say("ap_first_timer_yes")),
            ("no", say("ap_first_timer_no")),
        ]
        sectors = [(sector.id, sector.name.get(lang).text) for sector in call.trip.sectors]
        self.fields |= {
            "contact-name": Line(label=say("ap_contact_name"), needed=True, widget=_line("name")),
            "contact-email": Line(label=say("ap_email"), needed=True, widget=_line("email", "email")),
            "contact-phone": Line(label=say("ap_phone"), widget=_line("tel", "tel")),
            "company-name": Line(label=say("ap_company_name"), needed=True, widget=_line("organization")),
            "company-kind": choice(lang, kinds, label=say("ap_kind"), needed=True),
            "company-street": Line(label=say("ap_street"), widget=_line("street-address")),
            "company-postcode": Line(label=say("ap_postcode"), widget=_line("postal-code")),
            "company-town": Line(label=say("ap_town"), needed=True, widget=_line("address-level2")),
            "company-country": Line(label=say("ap_country"), widget=_line("country")),
        }
        if call.terms.regions:
            self.fields["company-region"] = choice(lang, regions, label=say("ap_region"), needed=True)
        self.fields |= {
            "company-website": Line(label=say("ap_website"), widget=_line("url")),
            "company-first_timer": choice(lang, first, label=say("ap_first_timer")),
            "company-employees": Amount(
                lang=lang, example="40", label=say("ap_employees"), needed=True, hint=say("ap_employees_hint")
            ),
            "company-turnover_eur": Amount(
                lang=lang, label=say("ap_turnover"), needed=True, hint=say("ap_turnover_hint")
            ),
            "company-balance_eur": Amount(lang=lang, label=say("ap_balance"), needed=True),
        }
        if sectors:
            self.fields["company-sectors"] = choices(lang, sectors, label=say("ap_sectors"), needed=True)
        self.fields |= {
            "company-other_sector": Line(
                label=say("ap_other_sector"), needed=True, hint=say("ap_other_sector_hint") if sectors else ""
            ),
            "company-profile": Line(label=say("ap_profile"), widget=text),
            "aim": Line(label=say("ap_aim"), needed=True, widget=text),
        }

    def _add_people(self) -> None:
        say, lang = self.say, self.lang
        genders = [(gender.value, say(f"ap_gender_{gender.value}")) for gender in reversed(Gender)]
        known = {code for person in self.stored.people for code in person.languages}
        codes = [*LANGUAGES, *sorted(known - set(LANGUAGES))]
        languages = [(code, self._language(code)) for code in codes]
        for row in range(self.rows["people"]):
            at, needed = f"people-{row}", row == 0
            self.fields |= {
                f"{at}-name": Line(label=say("ap_contact_name"), needed=needed),
                f"{at}-function": Line(label=say("ap_function"), needed=needed),
                f"{at}-email": Line(label=say("ap_email"), widget=_line("off", "email")),
                f"{at}-gender": choice(lang, genders, label=say("ap_gender"), hint=say("ap_gender_hint")),
                f"{at}-is_board_level": forms.BooleanField(label=say("ap_board"), required=False),
                f"{at}-languages": choices(lang, languages, label=say("ap_languages")),
            }

    def _add_projects_and_wishes(self) -> None:
        say, lang = self.say, self.lang
        for row in range(self.rows["projects"]):
            at = f"projects-{row}"
            self.fields[f"{at}-title"] = Line(label=say("ap_project_title"))
            self.fields[f"{at}-text"] = Line(
                label=say("ap_project_text"), widget=forms.Textarea(attrs={"rows": 4})
            )
        strengths = [("", say("ap_wish_0")), *((str(one), say(f"ap_wish_{one}")) for one in range(1, 6))]
        for item in self.items:
            self.fields[f"wish-{item.id}"] = choice(
                lang, strengths, label=say("ap_wish_for", item.title.text)
            )

    def _add_papers_and_declarations(self) -> None:
        say, lang = self.say, self.lang
        kinds = [(kind.value, say(f"ap_paper_{kind.value}")) for kind in PaperKind]
        accepted = {"multiple": True, "accept": ".pdf,.png,.jpg,.jpeg"}
        self.fields["paper_kind"] = choice(lang, kinds, label=say("ap_paper_kind"))
        self.fields["papers"] = forms.Field(
            label=say("ap_papers"), required=False, widget=Files(attrs=accepted)
        )
        if self.call.terms.asks_de_minimis:
            for row in range(self.rows["aids"]):
                at = f"aids-{row}"
                self.fields |= {
                    f"{at}-granted_on": Day(lang=lang, label=say("ap_aid_day"), hint=say("ap_aid_day_hint")),
                    f"{at}-amount_eur": Amount(lang=lang, label=say("ap_aid_amount")),
                    f"{at}-grantor": Line(label=say("ap_aid_grantor")),
                }
            self.fields["de_minimis-is_confirmed"] = _box(say("ap_aid_confirmed"))
        self.fields["accepts_terms"] = _box(say("ap_accepts"))

    def _language(self, code: str) -> str:
        return (
            self.say(f"ap_lang_{code}" if code in ("es", "fr") else f"lang_{code}")
            if code in LANGUAGES
            else (self.say("ap_lang_other", code))
        )

    def _people(self) -> Iterable[Applicant]:
        for row, get in self._filled("people", ("name", "function", "email", "is_board_level", "languages")):
            self.written["people"].append(row)
            yield Applicant(
                name=get["name"],
                function=get["function"],
                email=get["email"],
                gender=Gender(get["gender"] or Gender.NOT_SAID),
                is_board_level=bool(get["is_board_level"]),
                languages=frozenset(get["languages"]),
            )

    def _projects(self) -> Iterable[Project]:
        for row, get in self._filled("projects", ("title", "text")):
            self.written["projects"].append(row)
            yield Project(title=get["title"], text=get["text"])

    def _aids(self) -> Iterable[DeMinimisAid]:
        for row, get in self._filled("aids", ("granted_on", "amount_eur", "grantor")):
            self.written["aids"].append(row)
            yield DeMinimisAid(
                granted_on=get["granted_on"], amount_eur=get["amount_eur"], grantor=get["grantor"]
            )

    def _filled(self, name: str, telling: Sequence[str]) -> Iterable[tuple[int, Mapping[str, Any]]]:
        """Yield the rows in which something is written; ``telling`` names the fields that count."""
        self.written[name] = []
        for row in range(self.rows[name]):
            start = f"{name}-{row}-"
            values = {
                key.removeprefix(start): value
                for key, value in self.cleaned_data.items()
                if key.startswith(start)
            }
            if any(values.get(part) not in (None, "", [], False) for part in telling):
                yield row, values


def _line(autocomplete: str, kind: str = "text") -> forms.TextInput:
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    widget.input_type = kind
    return widget


def _box(label: str) -> forms.BooleanField:
    box = forms.BooleanField(label=label, required=True)
    box.validate = _anything  # type: ignore[method-assign,assignment] # a draft may leave it open; the mark stays
    return box


def _anything(_value: object) -> None:
    """Take a box that is ticked and one that is not."""
