"""A trip that shows everything a public page can show."""

from dataclasses import replace

from geleit.domain.dates import EdtfDate
from geleit.domain.text import Text
from geleit.domain.trip import Call, FeeTier, Note, Trip
from tests.factories import change_item
from tests.unit.web.public.leaks import leaky_trip


def public_trip() -> Trip:
    """Return the tiny trip with a call, fees, notes, a head, a motto and texts that are in one language only."""
    long = Text(
        {"de": "Ein Satz, der länger ist als eine Zeile auf einem Telefon breit ist, und noch etwas mehr."}
    )
    call = Call(
        text=long,
        deadline=EdtfDate.parse("2025-03-21"),
        places=75,
        business_places=50,
        fees=(
            FeeTier(name=Text.of("bis 9"), amount_eur=1200),
            FeeTier(name=Text.of("ab 250"), amount_eur=2600),
        ),
        included=long,
        not_included=long,
        terms=long,
        contact_name="Jana Muster",
        contact_organisation=Text.of("Musteragentur"),
        contact_email="reise@agentur.example",
        contact_phone="+49 361 000",
        assumed=frozenset({"fees", "deadline", "places"}),
    )
    trip = replace(
        leaky_trip(),
        subtitle=Text({"de": "Delegationsreise", "en": "Delegation trip", "zh": "代表团"}),
        motto=Text.of("Inspiration."),
        intro=long,
        call=call,
        notes=(Note(title=Text.of("Strom"), text=long), Note(title=Text.of("Geld"), text=long)),
        demonstration=long,
    )
    head = replace(trip.delegates[0], function=Text({"de": "Ministerin", "en": "Minister"}))
    trip = replace(trip, delegates=(head, *trip.delegates[1:]))
    return change_item(trip, "university", highlight=True, description=long)
