"""The HTML programme as text: complete, self-contained, well-formed, and silent about what is nobody's business."""

import base64
import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geleit.documents.html import render_html
from geleit.documents.view import Audience
from geleit.domain.dates import EdtfDate
from geleit.domain.hosts import Host, HostRequest
from geleit.domain.items import ItemRule
from geleit.domain.kinds import HostKind
from geleit.domain.status import Publication, RequestStatus
from geleit.domain.text import LANGUAGES, Language, Text
from geleit.domain.trip import Call, FeeTier, Note, Trip
from tests.factories import change_delegate, change_item, make_programme, make_trip

NOW = datetime(2025, 4, 1, tzinfo=UTC)
PROGRAMME = make_programme()
VOID = {"meta", "br", "input", "link", "img", "hr"}
FETCHING = {
    ("link", "href"), ("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"),
    ("audio", "src"), ("embed", "src"), ("object", "data"), ("img", "srcset"), ("form", "action"), ("base", "href"),
}  # fmt: skip # tags and attributes by which a page fetches


@dataclass
class Read(HTMLParser):
    """A page, taken apart."""

    text: str = ""
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "style":
            self.styles.append("")
        if tag not in VOID:
            self.open_tags.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open_tags or self.open_tags[-1] != tag:
            self.faults.append(f"</{tag}> closes <{self.open_tags[-1] if self.open_tags else ''}>")
        else:
            self.open_tags.pop()

    def handle_data(self, data: str) -> None:
        if self.open_tags and self.open_tags[-1] == "style":
            self.styles[-1] += data
        else:
            self.text += data


def render(
    trip: Trip | None = None, lang: Language = "de", audience: Audience = Audience.PUBLIC, **options: Any
) -> str:
    return render_html(trip or make_trip(), PROGRAMME, lang, audience, now=NOW, **options)


def read(page: str) -> Read:
    reader = Read()
    reader.feed(page)
    return reader


def with_call() -> Trip:
    return make_trip(
        motto=Text.of("Fair winds"),
        call=Call(
            text=Text({"de": "Bewerben Sie sich."}),
            deadline=EdtfDate.parse("2025-03-21"),
            places=75,
            business_places=50,
            fees=(
                FeeTier(name=Text.of("Klein"), amount_eur=1200),
                FeeTier(name=Text.of("Groß"), amount_eur=2600),
            ),
            included=Text({"de": "Busse"}),
            not_included=Text({"de": "Flüge"}),
            contact_name="Jana Muster",
            contact_email="trip@agency.example",
            contact_phone="+49 361 12-34",
            sample=True,
            assumed=frozenset({"deadline"}),
        ),
        notes=(Note(title=Text({"de": "Einreise"}), text=Text({"de": "Pass nicht vergessen."})),),
        demonstration=Text({"de": "Vorführung. Alles erfunden."}),
        host_kinds=Text({"de": "Konsulat, Kammer"}),
    )


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_well_formed_html(lang: Language, audience: Audience) -> None:
    page = read(render(with_call(), lang, audience))

    assert (page.faults, page.open_tags) == ([], [])
    assert [number for number, count in Counter(_ids(page)).items() if count > 1] == []


@pytest.mark.parametrize("audience", list(Audience))
def test_the_page_fetches_nothing(audience: Audience) -> None:
    page = read(render(with_call(), audience=audience))

    fetched = [(tag, name) for tag, attrs in page.tags for name in attrs if (tag, name) in FETCHING]
    addresses = re.findall(r"url\((?!data:)[^)]*\)|@import", "".join(page.styles))
    assert (fetched, addresses) == ([], [])
    assert {tag for tag, _ in page.tags} & {"script", "iframe", "object", "embed", "form"} == set()


def test_the_policy_allows_exactly_the_pages_own_styles() -> None:
    page = read(render(with_call()))

    policy = next(attrs["content"] or "" for tag, attrs in page.tags if attrs.get("http-equiv"))

    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
        for style in page.styles
    }
    rules = {rule.split()[0]: set(rule.split()[1:]) for rule in policy.split(";")}
    assert rules["default-src"] == {"'none'"}
    assert rules["style-src-elem"] == hashes
    assert "script-src" not in rules


def test_every_link_within_the_page_leads_somewhere() -> None:
    page = read(render(with_call(), audience=Audience.DELEGATION))

    targets = {
        attrs["href"] for tag, attrs in page.tags if tag == "a" and (attrs["href"] or "").startswith("#")
    }
    symbols = {attrs["href"] for tag, attrs in page.tags if tag == "use"}
    assert {target for target in targets | symbols if (target or "")[1:] not in _ids(page)} == set()


@pytest.mark.parametrize("audience", list(Audience))
def test_headings_never_skip_a_level(audience: Audience) -> None:
    page = read(render(with_call(), audience=audience))

    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize(("lang", "tag"), [("de", "de"), ("en", "en-GB"), ("zh", "zh-Hans")])
def test_the_page_names_its_language_and_that_of_other_passages(lang: Language, tag: str) -> None:
    trip = change_item(make_trip(), "acme", title=Text({"de": "Besuch bei Acme"}))

    page = read(render(trip, lang))

    other = {attrs.get("lang") for name, attrs in page.tags if name == "span" and "lang" in attrs}
    assert page.tags[0][1]["lang"] == tag
    assert other == {"de": set(), "en": {"de"}, "zh": {"de", "en-GB"}}[lang]


def test_a_fallback_says_which_language_it_is_in() -> None:
    trip = change_item(make_trip(), "acme", title=Text({"de": "Besuch bei Acme"}))

    assert "in German only" in read(render(trip, "en")).text


def test_an_assumption_carries_its_sign_and_the_page_explains_it() -> None:
    trip = change_item(
        make_trip(), "acme", title=Text({"de": "Angenommener Besuch"}), assumed=frozenset({"title"})
    )

    page = render(trip)

    assert "Angenommener Besuch&#8288;<span" in page
    assert "° Annahme: in der Ankündigung nicht genannt" in read(page).text


def test_everything_of_the_call_can_be_read() -> None:
    text = read(render(with_call())).text

    wanted = (
        "21. März 2025", "50 für Unternehmen", "von 75 insgesamt", "1.200 bis 2.600 €", "Klein", "Groß", "2.600 €",
        "Busse", "Flüge", "Jana Muster", "trip@agency.example", "Konsulat, Kammer", "Pass nicht vergessen.",
        "Alles erfunden.", "„Fair winds“",
    )  # fmt: skip # a list
    assert [words for words in wanted if words not in text] == []
    assert "Vorführung. Vorführung." not in text


def test_announced_items_without_a_time_are_on_the_page() -> None:
    text = read(render()).text

    assert "Noch ohne Zeit" in text
    assert "Gamma" in text


def test_why_something_is_missing_stands_in_the_organisers_edition_alone() -> None:
    pages = {audience: read(render(audience=audience)).text for audience in Audience}

    assert {audience for audience, text in pages.items() if "Warum nicht:" in text} == {Audience.ORGANISER}


def test_the_public_page_keeps_what_is_not_public() -> None:
    trip = change_item(
        make_trip(),
        "talk",
        publication=Publication.INTERNAL,
        title=Text.of("Vertraulich"),
        request=HostRequest(status=RequestStatus.IN_CLARIFICATION, channel="über den Attaché"),
    )
    trip = change_delegate(trip, "anna", name="Anna Geheim")

    page = render(trip)

    assert [
        words
        for words in ("Vertraulich", "Attaché", "Anna Geheim", "Hotel-Washington", "in Klärung")
        if words in page
    ] == []


@pytest.mark.parametrize("audience", list(Audience))
def test_foreign_words_cannot_become_markup(audience: Audience) -> None:
    hostile = "</style><script>alert(1)</script>\"'&{{ 7*7 }}"
    trip = change_item(
        make_trip(),
        "acme",
        title=Text.of(hostile),
        description=Text.of(hostile),
        assumed=frozenset({"title"}),
    )
    trip = replace(
        change_delegate(trip, "anna", name=hostile),
        title=Text.of(hostile),
        motto=Text.of(hostile),
        demonstration=Text.of(hostile),
        hosts=(
            Host(
                id="h",
                name=Text.of(hostile),
                kind=HostKind.COMPANY,
                profile=Text.of(hostile),
                website='https://x.example/"><script>',
            ),
        ),
        call=Call(contact_email=f"a@b.example{hostile}", contact_phone=hostile, contact_name=hostile),
    )

    page = read(render(trip, audience=audience))

    assert [tag for tag, _ in page.tags if tag == "script"] == []
    assert (page.faults, len(page.styles)) == ([], 2)
    assert "{{ 7*7 }}" in page.text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//x.example", "x.example"])
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    host = Host(
        id="h", name=Text.of("Host"), kind=HostKind.COMPANY, profile=Text.of("Profile"), website=address
    )
    trip = change_item(make_trip(hosts=(host,)), "acme", host="h")

    page = read(render(trip, audience=Audience.DELEGATION))

    assert [
        attrs["href"] for tag, attrs in page.tags if tag == "a" and address in (attrs["href"] or "")
    ] == []
    assert address in page.text


def test_the_language_switch_leads_to_the_siblings() -> None:
    siblings: dict[Language, str] = {"de": "a.de.html", "en": "a.en.html"}

    page = read(render(siblings=siblings))

    links = {
        (attrs.get("hreflang"), attrs["href"])
        for tag, attrs in page.tags
        if tag == "a" and "hreflang" in attrs
    }
    assert links == {("en-GB", "a.en.html")}


def test_a_page_of_its_own_has_no_language_switch() -> None:
    assert "hreflang" not in render()


def test_the_day_and_group_choosers_know_every_day_and_group() -> None:
    page = read(render(audience=Audience.DELEGATION))

    assert [one for one in _ids(page) if one.startswith(("day-", "group-"))] == [
        "day-1", "day-2", "day-3", "day-4", "group-0", "group-1", "group-2",
    ]  # fmt: skip # a list
    css = "".join(page.styles)
    assert "body:has(#day-4:checked) #tt-4" in css
    assert "[data-g]:not([data-g~='2'])" in css


def test_an_empty_programme_makes_a_page() -> None:
    empty = make_programme(sessions=(), groups=(), transfers=(), meals=(), legs=(), unplaced=())

    page = read(render_html(make_trip(), empty, "de", Audience.ORGANISER))

    assert (page.faults, page.open_tags) == ([], [])


def test_a_trip_with_one_group_has_no_group_chooser() -> None:
    trip = make_trip(groups=make_trip().groups[:1], rules=tuple[ItemRule, ...]())
    programme = make_programme(sessions=(), groups=(), transfers=(), meals=(), unplaced=())

    page = read(render_html(trip, programme, "de", Audience.DELEGATION))

    assert [one for one in _ids(page) if one.startswith("group-")] == []


def test_the_same_input_gives_the_same_page() -> None:
    assert render(with_call()) == render(with_call())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_small_enough_for_a_phone(lang: Language) -> None:
    assert len(render(with_call(), lang, Audience.DELEGATION).encode()) < 600_000


@settings(max_examples=15)
@given(st.text(min_size=1, max_size=60))
def test_any_words_may_stand_in_a_title(title: str) -> None:
    page = read(render(replace(make_trip(), title=Text.of(title))))

    assert (page.faults, len(page.styles)) == ([], 2)


def _ids(page: Read) -> list[str]:
    return [attrs["id"] or "" for _, attrs in page.tags if "id" in attrs]
