"""Drafts, versions, what is published, and what differs."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count

import pytest
from pytest_django import DjangoAssertNumQueries

from geleit.domain.text import LANGUAGES
from geleit.services.diff_versions import diff_draft, diff_versions
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.keep_draft import keep_draft
from geleit.services.publish_programme import publish_programme
from geleit.services.read_published import piece_of_published, read_published
from geleit.store.models import AuditEntry, Draft, ProgrammeVersion
from tests.factories import make_programme, make_trip

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
TRIP = make_trip().id


@pytest.fixture(autouse=True)
def _imported() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)


def published(note: str = "") -> ProgrammeVersion:
    draft = keep_draft(trip=make_trip(), programme=make_programme(), by=SYSTEM, now=NOW, note=note)
    return publish_programme(draft=draft.pk, expected_version=draft.version, by=SYSTEM, now=NOW)


def test_versions_are_numbered_and_the_newest_is_shown() -> None:
    numbers = [published().number, published("second").number]

    found = read_published(key=TRIP)

    assert numbers == [1, 2]
    assert (found.number, found.note, found.published_at) == (2, "second", NOW)
    assert (found.trip, found.programme.sessions) == (make_trip(), make_programme().sessions)
    assert read_published(key=TRIP, number=1).programme.version == 1


def test_a_version_is_read_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    published()
    read_published(key=TRIP)

    with django_assert_num_queries(1):
        read_published(key=TRIP)


def test_a_piece_is_made_once_for_each_language() -> None:
    published()
    version, numbers = read_published(key=TRIP), count(1)
    german, english, _ = LANGUAGES

    made = [
        piece_of_published(version=version, language=each, piece="page", make=lambda: next(numbers))
        for each in (german, german, english)
    ]

    assert made == [1, 1, 2]


def test_nothing_is_published_before_it_is() -> None:
    keep_draft(trip=make_trip(), programme=make_programme(), by=SYSTEM, now=NOW)

    with pytest.raises(NotFoundError, match="no published programme"):
        read_published(key=TRIP)


def test_a_draft_is_published_once() -> None:
    draft = keep_draft(trip=make_trip(), programme=make_programme(), by=SYSTEM, now=NOW)
    publish_programme(draft=draft.pk, expected_version=1, by=SYSTEM, now=NOW)

    for version in (1, 2):
        with pytest.raises(OvertakenError):
            publish_programme(draft=draft.pk, expected_version=version, by=SYSTEM, now=NOW)

    assert ProgrammeVersion.objects.count() == 1


def test_of_two_who_change_a_draft_the_second_is_told() -> None:
    draft = keep_draft(trip=make_trip(), programme=make_programme(), by=SYSTEM, now=NOW)
    change = partial(
        keep_draft,
        trip=make_trip(),
        programme=make_programme(),
        by=SYSTEM,
        now=NOW,
        draft=draft.pk,
        expected_version=1,
    )
    change(note="first")

    with pytest.raises(OvertakenError, match="draft"):
        change(note="second")

    assert Draft.objects.get().note == "first"


def test_what_the_checker_refuses_stays_a_draft() -> None:
    wrong = replace(make_programme(), transfers=())
    draft = keep_draft(trip=make_trip(), programme=wrong, by=SYSTEM, now=NOW)

    with pytest.raises(FaultError, match="It stays a draft"):
        publish_programme(draft=draft.pk, expected_version=1, by=SYSTEM, now=NOW)

    assert ProgrammeVersion.objects.count() == 0


def test_the_trail_says_what_was_published() -> None:
    published("for the press")

    entry = AuditEntry.objects.first()

    assert entry is not None
    assert (entry.action, entry.subject, entry.at) == ("publish_programme", "programme:1", NOW)
    assert entry.after == {"number": 1, "draft": Draft.objects.get().pk, "note": "for the press"}


def test_two_versions_of_one_programme_do_not_differ() -> None:
    published()
    published()

    assert diff_versions(key=TRIP, before=1, after=2).is_empty


def test_before_the_first_version_everything_is_new() -> None:
    draft = keep_draft(trip=make_trip(), programme=make_programme(), by=SYSTEM, now=NOW)

    found = diff_draft(key=TRIP, draft=draft.pk)

    assert sorted(found.added, key=lambda each: each.id) == sorted(
        make_programme().sessions, key=lambda each: each.id
    )
    assert (found.removed, found.changed) == ((), ())
