"""The forms of access, audit trail and invitations."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import QueryDict

from geleit.domain.text import Language
from geleit.services.members import Shared, Sharing
from geleit.services.read_audit import AuditQuery
from geleit.store.models import Account, SharedKind, TripRoleKind
from geleit.web.organiser.words import WORDS

Given = QueryDict | None


def _roles(lang: Language) -> list[tuple[str, str]]:
    return [(role.value, WORDS.say(f"role_may_{role.value}", lang)) for role in TripRoleKind]


class InviteForm(forms.Form):
    """An address, a role, and the language of the letter."""

    def __init__(self, lang: Language, given: Given = None) -> None:
        super().__init__(given, initial={"role": TripRoleKind.READER.value, "language": lang})
        self.fields["email"] = forms.EmailField(
            label=WORDS.say("member_email", lang),
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        )
        self.fields["role"] = forms.ChoiceField(
            label=WORDS.say("member_role", lang), choices=_roles(lang), widget=forms.RadioSelect
        )
        self.fields["language"] = forms.ChoiceField(
            label=WORDS.say("invite_language", lang),
            choices=[("de", WORDS.say("lang_de", lang)), ("en", WORDS.say("lang_en", lang))],
        )


class MemberForm(forms.Form):
    """A role, and what is shared with a partner."""

    def __init__(self, lang: Language, sharing: Sharing, given: Given = None) -> None:
        by_kind = {kind: [key for part, key in sharing.shared if part is kind] for kind in SharedKind}
        initial = {kind.value: keys for kind, keys in by_kind.items()}
        super().__init__(
            given,
            initial=initial
            | {
                "role": sharing.role.value,
                "organisation": sharing.organisation,
                "version": str(sharing.version),
            },
        )
        self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput)
        self.fields["role"] = forms.ChoiceField(
            label=WORDS.say("member_role", lang), choices=_roles(lang), widget=forms.RadioSelect
        )
        self.fields["organisation"] = forms.ChoiceField(
            label=WORDS.say("member_organisation", lang),
            required=False,
            choices=[("", WORDS.say("member_no_organisation", lang)), *sharing.organisations],
        )
        for kind in SharedKind:
            self.fields[kind.value] = forms.MultipleChoiceField(
                label=WORDS.say(f"share_{kind.value}", lang),
                required=False,
                choices=[(one.key, one.label) for one in sharing.choices if one.kind is kind],
                widget=forms.CheckboxSelectMultiple,
            )

    def shared(self) -> list[Shared]:
        """Return what is shared."""
        return [(kind, key) for kind in SharedKind for key in self.cleaned_data[kind.value]]


class AcceptForm(forms.Form):
    """What a new account needs: a name and a password."""

    def __init__(self, lang: Language, email: str, given: Given = None) -> None:
        super().__init__(given)
        self.email = email
        self.fields["name"] = forms.CharField(
            label=WORDS.say("accept_name", lang),
            max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "name"}),
        )
        self.fields["password"] = forms.CharField(
            label=WORDS.say("account_password", lang),
            max_length=200,
            strip=False,
            widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        )

    def clean_password(self) -> str:
        """Return the password if it is hard enough to guess."""
        password = str(self.cleaned_data["password"])
        validate_password(password, Account(email=self.email, name=str(self.cleaned_data.get("name", ""))))
        return password


class AuditForm(forms.Form):
    """The filter of the audit trail; what cannot be read in it filters nothing and is said at the field."""

    def __init__(self, lang: Language, given: Given = None) -> None:
        super().__init__(given)
        self.lang = lang
        self.page = str(given.get("page", "1")) if given else "1"
        text = forms.TextInput(attrs={"autocomplete": "off"})
        day = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        self.fields["actor"] = forms.CharField(
            label=WORDS.say("audit_who", lang), required=False, max_length=100, widget=text
        )
        self.fields["action"] = forms.CharField(
            label=WORDS.say("audit_what", lang), required=False, max_length=60, widget=forms.Select()
        )
        self.fields["subject"] = forms.CharField(
            label=WORDS.say("audit_subject", lang), required=False, max_length=100, widget=text
        )
        self.fields["since"] = forms.DateField(
            label=WORDS.say("audit_since", lang), required=False, widget=day
        )
        self.fields["until"] = forms.DateField(
            label=WORDS.say("audit_until", lang), required=False, widget=day
        )

    def offer(self, actions: tuple[str, ...]) -> None:
        """Offer the actions that there are."""
        from geleit.web.organiser.views.trail import action_text

        choices = sorted(((one, action_text(one, self.lang)) for one in actions), key=lambda pair: pair[1])
        widget = self.fields["action"].widget
        if isinstance(widget, forms.Select):
            widget.choices = [("", WORDS.say("audit_all", self.lang)), *choices]

    def query(self) -> AuditQuery:
        """Return what is looked for."""
        self.is_valid()
        given: dict[str, Any] = getattr(self, "cleaned_data", {})
        page = self.page
        return AuditQuery(
            actor=_clean(given.get("actor")),
            action=_clean(given.get("action")),
            subject=_clean(given.get("subject")),
            since=given.get("since"),
            until=_last(given.get("until")),
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
        )

    def address(self, page: int) -> str:
        """Return the query string of another page of what is looked for."""
        names = ("actor", "action", "subject", "since", "until")
        fields = [(name, self.data.get(name, "")) for name in names]
        pairs = [(name, value) for name, value in fields if value]
        return urlencode([*pairs, ("page", str(page))] if page > 1 else pairs)


def _clean(value: object) -> str:
    return str(value or "").replace("\0", "").strip()


def _last(day: date | None) -> date | None:
    """Return a day after which there is another; the calendar ends with the year 9999."""
    return None if day == date.max else day
