import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from geleit.documents.typst import booklet_pdf
from geleit.documents.view import Audience
from geleit.domain.dates import EdtfDate
from geleit.domain.kinds import Role
from geleit.domain.people import Organisation
from geleit.domain.programme import Programme, Reason, ReasonCode, Unplaced
from geleit.domain.text import Language, Text
from geleit.domain.trip import Call, FeeTier, Note, Trip
from tests.factories import change_delegate, change_item, make_delegate, make_programme, make_trip
from tests.unit.documents.typst.pdf_reading import (
    elements_of,
    fonts_of,
    opened,
    outline_of,
    pages_of,
    sizes_of,
    tags_of,
    text_of,
    xmp_of,
)

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
EMPTY = Programme(trip="tiny", sessions=(), groups=(), transfers=(), meals=(), legs=(), unplaced=())


def booklet(
    trip: Trip | None = None,
    programme: Programme | None = None,
    lang: Language = "de",
    audience: Audience = Audience.DELEGATION,
) -> bytes:
    return booklet_pdf(trip or make_trip(), programme or make_programme(), lang, audience, now=NOW)


def test_it_keeps_the_standards_of_archives_and_of_readers_software() -> None:
    xmp = xmp_of(booklet())

    claims = re.findall(r"<(pdfaid:part|pdfaid:conformance|pdfuaid:part)>(\w+)</", xmp)
    assert sorted(claims) == [("pdfaid:conformance", "A"), ("pdfaid:part", "2"), ("pdfuaid:part", "1")]


def test_it_names_language_and_title_and_is_tagged() -> None:
    document = opened(booklet())

    root = document.Root
    assert (str(root.Lang), bool(root.MarkInfo.Marked)) == ("de-DE", True)
    assert "/StructTreeRoot" in root
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Kleine Reise</rdf:li>' in xmp_of(booklet())


@pytest.mark.parametrize(
    ("lang", "tag"), [("de", "de-DE"), ("en", "en-GB"), ("zh", "zh-CN")], ids=["de", "en", "zh"]
)
def test_every_language_has_its_own(lang: Language, tag: str) -> None:
    document = opened(booklet(lang=lang))

    assert str(document.Root.Lang) == tag


def test_it_is_upright_a4() -> None:
    assert sizes_of(booklet()) == {(210, 297)}


def test_only_shipped_fonts_are_in_it_and_all_are_embedded() -> None:
    assert fonts_of(booklet()) == [
        ("FiraSans-Medium", True),
        ("FiraSans-Regular", True),
        ("FiraSans-SemiBold", True),
    ]


def test_chinese_leads_with_its_own_font_and_has_no_italics() -> None:
    trip = make_trip(
        title=Text({"de": "Kleine Reise", "zh": "中国之行，“图林根之夜”"}), motto=Text.of("Inspiration")
    )

    pdf = booklet(trip, lang="zh")

    assert [name for name, _ in fonts_of(pdf)][-2:] == ["NotoSansSC-Regular", "NotoSansSC-SemiBold"]
    assert "FiraSans-Italic" not in dict(fonts_of(pdf))
    assert "中国之行，“图林根之夜”" in text_of(pdf)


def test_the_bookmarks_lead_to_sections_and_days() -> None:
    assert outline_of(booklet()) == [
        ("Worum es geht", []),
        ("Die Route", []),
        (
            "Programm Tag für Tag",
            [
                "Sonntag, 18. Mai 2025",
                "Montag, 19. Mai 2025",
                "Dienstag, 20. Mai 2025",
                "Mittwoch, 21. Mai 2025",
                "Donnerstag, 22. Mai 2025",
            ],
        ),
        ("Gastgeber", []),
        ("Delegation", ["Delegationsleitung", "Wirtschaft", "Wissenschaft", "Organisation", "Dolmetschen"]),
    ]


def test_the_structure_has_headings_tables_with_headers_and_a_described_map() -> None:
    tags = tags_of(booklet())

    assert {"/Title", "/H1", "/H2", "/H3", "/TOC", "/Table", "/TH", "/Figure"} <= set(tags)
    figures = [str(one.Alt) for one in elements_of(booklet()) if str(one.S) == "/Figure"]
    route = (
        "Karte der Route. 1 Washington 18. bis 20. Mai 2025. 2 New York 20. bis 21. Mai 2025. "
        "Flug nach Washington: Flug, 10 Std. 50 Min. Zug nach New York: Zug, 3 Std. 35 Min. "
        "Rückflug ab New York: Flug, 9 Std. 20 Min."
    )
    assert figures == [route]


def test_the_cover_says_what_when_who_and_which_version() -> None:
    trip = make_trip(
        motto=Text.of("Inspiration"),
        leadership=Text.of("Freistaat"),
        call=Call(contact_organisation=Text.of("Musteragentur"), contact_email="a@b.example", sample=True),
        demonstration=Text({"de": "Vorführung. Alles erfunden."}),
    )

    cover = pages_of(booklet(trip, make_programme(version=7)))[0]

    for words in (
        "Programmheft",
        "Kleine Reise",
        "Inspiration",
        "18. bis 22. Mai 2025",
        "Head",
        "Freistaat",
        "Veranstalter: Musteragentur Muster",
        "Stand 7, gedruckt am 1. März 2025",
        "Vorführung. Alles erfunden.",
        "1 2",
        "New York",
    ):
        assert words in cover


def test_every_page_but_the_cover_says_how_long_it_holds() -> None:
    pages = pages_of(booklet(programme=make_programme(version=7)))

    count = len(pages)
    for number, page in enumerate(pages[1:], start=2):
        assert page.count("Stand 7 gilt, bis Stand 8 veröffentlicht ist.") == 1
        assert page.count(f"Seite {number} von {count}") == 1
    assert "Seite" not in pages[0]


def test_a_day_has_times_places_statuses_and_the_way_there() -> None:
    text = text_of(booklet())

    assert "10:00–11:00 Uhr voraussichtlich Talk Ministry" in text
    assert "Gruppe 1, 3 Personen Bus 09:20–09:45 Uhr" in text
    assert "13:40 Bus 13:00–13:25 Uhr Acme 13:40–15:10 Uhr" in text


def test_a_day_that_everyone_spends_together_has_no_timetable() -> None:
    programme = make_programme()
    together = tuple(one for one in programme.sessions if set(one.groups) == {"1", "2"})

    assert "Wer wohin fährt" not in text_of(booklet(programme=replace(programme, sessions=together)))


def test_many_groups_get_a_row_for_each_session() -> None:
    more = tuple(replace(make_trip().groups[0], id=str(number)) for number in range(1, 9))

    text = text_of(booklet(make_trip(groups=more)))

    assert (
        "Zeit Gruppe Programmpunkt Ort Personen Stand 09:00–10:00 Uhr 1, 2 Briefing Hotel-Washington" in text
    )
    assert "13:40–15:10 Uhr 1 Acme Acme-House 3 Personen angefragt 13:40–15:10 Uhr 2 Beta" in text


def test_the_heading_of_a_day_is_repeated_on_the_next_page() -> None:
    trip = make_trip()
    for item in ("briefing", "acme", "beta"):
        trip = change_item(trip, item, description=Text.of("Ein ganzer Satz. " * 80))

    pages = pages_of(booklet(trip))

    continued = [page for page in pages if "Montag, 19. Mai 2025, Fortsetzung" in page]
    assert len(continued) >= 1
    assert all(page.startswith("Montag, 19. Mai 2025, Fortsetzung") for page in continued)


def test_assumptions_samples_and_fallbacks_are_marked_and_explained() -> None:
    trip = change_item(
        make_trip(sectors=()), "talk", title=Text({"en": "Only in English"}), assumed=frozenset({"title"})
    )
    trip = change_delegate(trip, "anna", sample=True)

    text = text_of(booklet(trip))

    assert "Only in English° en" in text
    assert "Anna Muster" in text
    assert "Annahme: in der Ankündigung nicht genannt" in text
    languages = {str(one.get("/Lang")) for one in elements_of(booklet(trip)) if "/Lang" in one}
    assert "en-GB" in languages


def test_a_long_text_in_another_language_says_so_in_a_sentence() -> None:
    trip = make_trip(intro=Text({"en": "This introduction exists in English only. " * 5}))

    assert "Dieser Text liegt nur auf Englisch vor." in text_of(booklet(trip))


def test_the_call_has_deadline_places_fees_and_contact() -> None:
    call = Call(
        text=Text.of("Fahren Sie mit."),
        deadline=EdtfDate.parse("2025-03-21"),
        places=75,
        business_places=50,
        fees=(FeeTier(name=Text.of("Unternehmen"), amount_eur=1200),),
        contact_name="Jana Muster",
        contact_email="jana@agentur.example",
    )

    text = text_of(booklet(make_trip(call=call)))

    for words in (
        "Bewerbung bis 21. März 2025",
        "50 für Unternehmen von 75 insgesamt",
        "Unternehmen 1.200 €",
        "Jana Muster jana@agentur.example",
    ):
        assert words in text


def test_a_trip_without_a_call_has_no_such_page() -> None:
    assert "Einladung an Unternehmen" not in text_of(booklet())


def test_companies_stand_under_their_first_sector_and_everyone_once() -> None:
    firm = Organisation(
        id="firm", name=Text.of("Muster Optik GmbH"), town="Jena", sectors=frozenset({"optics", "digital"})
    )
    trip = make_trip(organisations=(firm,))
    trip = change_delegate(trip, "anna", organisation="firm", function=Text.of("Chefin"), sectors=frozenset())
    trip = change_delegate(trip, "bert", organisation="firm")

    people = text_of(booklet(trip)).partition("Delegation Delegationsleitung")[2]

    assert "Wirtschaft Optics Muster Optik GmbH Jena auch: Digital Anna, Chefin Bert" in people
    assert people.count("Anna") == 1


def test_a_name_in_another_script_has_its_latin_form_beside_it() -> None:
    trip = change_delegate(make_trip(), "anna", name="王示例", name_latin="Wang Shili")

    assert "王示例 (Wang Shili)" in text_of(booklet(trip))


def test_the_public_edition_names_no_delegate_and_no_hotel() -> None:
    text = text_of(booklet(audience=Audience.PUBLIC))

    secrets = ("Clara", "Bert", "Hotel-Washington", "Delegation Delegationsleitung")
    assert "Öffentliche Ausgabe" in text
    assert [secret for secret in secrets if secret in text] == []


def test_what_found_no_place_is_for_the_organiser_alone() -> None:
    programme = make_programme(
        unplaced=(Unplaced(item="gamma", reasons=(Reason(code=ReasonCode.NO_GROUP_FREE),)),)
    )

    assert "Nicht untergebracht" in text_of(booklet(programme=programme, audience=Audience.ORGANISER))
    assert "Nicht untergebracht" not in text_of(booklet(programme=programme))


def test_notes_are_printed() -> None:
    trip = make_trip(notes=(Note(title=Text.of("Einreise"), text=Text.of("Mit Pass.")),))

    assert "Gut zu wissen Einreise Mit Pass." in text_of(booklet(trip))


def test_an_empty_programme_says_so() -> None:
    stations = tuple(replace(one, dates=None) for one in make_trip().stations)

    text = text_of(booklet(make_trip(stations=stations), EMPTY))

    assert "Noch kein Programm. Sobald Termine geplant sind, stehen sie hier." in text


def test_a_delegation_of_nobody_says_so() -> None:
    text = text_of(booklet(make_trip(delegates=()), EMPTY))

    assert "Noch niemand zugelassen." in text


def test_the_same_input_gives_the_same_bytes() -> None:
    assert booklet() == booklet()


def test_another_moment_is_another_date() -> None:
    later = booklet_pdf(make_trip(), make_programme(), "de", now=datetime(2025, 3, 1, 23, 30, tzinfo=UTC))

    assert "gedruckt am 2. März 2025" in pages_of(later)[0]  # past midnight at home


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="now must name its zone, got 2025-03-01T12:00:00"):
        booklet_pdf(make_trip(), make_programme(), "de", now=datetime(2025, 3, 1, 12))  # noqa: DTZ001 # the point


def test_the_heads_come_first_by_rank() -> None:
    trip = make_trip()
    second = make_delegate("zoe", role=Role.HEAD, rank=0)

    people = text_of(booklet(replace(trip, delegates=(*trip.delegates, second)))).partition(
        "Delegation Delegationsleitung"
    )[2]

    assert people.index("Zoe") < people.index("Head")
