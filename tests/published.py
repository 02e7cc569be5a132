"""The tiny trip, published in the store of a test, with an account that reviews."""

from dataclasses import replace

from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.services import read_published as published_module
from geleit.services.guard import SYSTEM, Actor
from geleit.services.import_trip import import_trip
from geleit.services.keep_draft import keep_draft
from geleit.services.publish_programme import publish_programme
from geleit.store.models import Account
from tests.applications import NOW, apply_trip
from tests.factories import make_programme


def publish_trip(terms: Text | None = None) -> Trip:
    """Put the trip into the store and publish its programme; with ``terms`` its call has them."""
    published_module._VERSIONS.values.clear()  # numbers of rows come again in the next test
    trip = apply_trip()
    if terms is not None:
        trip = replace(trip, call=replace(trip.call, terms=terms))
    import_trip(trip=trip, by=SYSTEM, now=NOW)
    draft = keep_draft(trip=trip, programme=make_programme(), by=SYSTEM, now=NOW)
    publish_programme(draft=draft.pk, expected_version=draft.version, by=SYSTEM, now=NOW)
    return trip


def reviewer(name: str = "Rita Muster") -> Actor:
    """Return somebody with an account."""
    email = f"{name.split(maxsplit=1)[0].lower()}@agentur.example"
    account = Account.objects.create_user(email=email, name=name)
    return Actor(name=email, account=account.pk)
