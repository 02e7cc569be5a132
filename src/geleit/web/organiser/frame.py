"""What stands around every page of organisers: the trip, the way through it, who is signed in."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from geleit.domain.text import Language
from geleit.domain.wording import format_span
from geleit.services.access import Member, Permission
from geleit.web.organiser.words_frame import FRAME
from geleit.web.shared.preferences import preferences
from geleit.web.shared.wordbook import wordbook

WORDS: Final = wordbook(FRAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a trip's navigation.

    Parameters
    ----------
    view
        Name of the view it leads to; an entry whose view there is not yet is left out.
    word
        Key of its text.
    see
        What one must be allowed for it to be shown.
    within
        Beginnings of the names of views that it stands for; the view itself always.
    """

    view: str
    word: str
    see: Permission
    within: tuple[str, ...] = ()


ENTRIES: Final = (
    Entry(view="organiser:cockpit", word="nav_cockpit", see=Permission.SEE_TRIP),
    Entry(
        view="organiser:board", word="nav_board", see=Permission.SEE_PROGRAMME, within=("organiser:board",)
    ),
    Entry(
        view="organiser:setup", word="nav_setup", see=Permission.SEE_PROGRAMME, within=("organiser:setup",)
    ),
    Entry(view="organiser:items", word="nav_items", see=Permission.SEE_SHARED, within=("organiser:item",)),
    Entry(view="organiser:hosts", word="nav_hosts", see=Permission.SEE_SHARED, within=("organiser:host",)),
    Entry(
        view="organiser:delegates",
        word="nav_delegates",
        see=Permission.SEE_SHARED,
        within=("organiser:delegate",),
    ),
    Entry(
        view="organiser:selection:applications",
        word="nav_applications",
        see=Permission.SEE_APPLICATIONS,
        within=("organiser:selection:",),
    ),
    Entry(
        view="organiser:documents",
        word="nav_documents",
        see=Permission.SEE_PROGRAMME,
        within=("organiser:document",),
    ),
    Entry(
        view="organiser:members",
        word="nav_members",
        see=Permission.SEE_MEMBERS,
        within=("organiser:member", "organiser:invite", "organiser:share"),
    ),
    Entry(
        view="organiser:after", word="nav_after", see=Permission.EDIT_PROGRAMME, within=("organiser:after",)
    ),
    Entry(view="organiser:links", word="nav_links", see=Permission.SEE_LINKS, within=("organiser:link",)),
    Entry(view="organiser:audit", word="nav_audit", see=Permission.SEE_AUDIT, within=("organiser:audit",)),
)
"""In the order in which they stand. A builder of a further page adds its line here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NavLink:
    """A link of the navigation, and whether the page is there."""

    href: str
    text: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserFrame:
    """What stands around a page; its words are in it, so that a page with any wordbook has them.

    Parameters
    ----------
    user
        Name of who is signed in.
    role
        Its role in the trip, in words; empty outside a trip.
    title, dates
        Of the trip; empty outside one.
    words
        The frame's own words, by key.
    """

    user: str
    nav: tuple[NavLink, ...]
    words: dict[str, str]
    role: str = ""
    title: str = ""
    dates: str = ""
    home: str = ""


def account_frame(request: HttpRequest) -> OrganiserFrame:
    """Return the frame of a page that belongs to no trip."""
    lang = preferences(request).lang
    return OrganiserFrame(
        user=str(request.user),
        nav=_account_nav(request, lang),
        words=_words(lang),
        home=reverse("organiser:trips"),
    )


def trip_frame(request: HttpRequest, member: Member) -> OrganiserFrame:
    """Return the frame of a page of a trip."""
    lang = preferences(request).lang
    here = request.resolver_match.view_name if request.resolver_match else ""
    links = (
        NavLink(href=href, text=WORDS.say(entry.word, lang), is_here=_is_within(entry, here))
        for entry in ENTRIES
        if member.may(entry.see) and (href := address(entry.view, member.trip.key))
    )
    return OrganiserFrame(
        user=member.name,
        nav=tuple(links),
        words=_words(lang),
        role=WORDS.say(f"role_is_{member.role.value}", lang),
        title=member.trip.title.get(lang).text,
        dates=format_span(member.trip.dates, lang),
        home=reverse("organiser:cockpit", args=[member.trip.key]),
    )


def _is_within(entry: Entry, here: str) -> bool:
    return here == entry.view or (bool(entry.within) and here.startswith(entry.within))


def address(view: str, trip: str) -> str:
    """Return where a view of a trip is; empty as long as there is no such view."""
    try:
        return reverse(view, args=[trip])
    except NoReverseMatch:
        return ""


def _account_nav(request: HttpRequest, lang: Language) -> tuple[NavLink, ...]:
    here = request.resolver_match.view_name if request.resolver_match else ""
    return (
        NavLink(
            href=reverse("organiser:trips"),
            text=WORDS.say("nav_trips", lang),
            is_here=here == "organiser:trips",
        ),
        NavLink(
            href=reverse("mfa_index"),
            text=WORDS.say("nav_security", lang),
            is_here=here.startswith(("mfa_", "account_")),
        ),
    )


def _words(lang: Language) -> dict[str, str]:
    return {
        key: WORDS.say(key, lang)
        for key in ("nav_trip", "nav_trips", "nav_security", "account_menu", "sign_out")
    }
