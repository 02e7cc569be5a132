"""Personal links open one thing, for a while, and can be taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from geleit.services.faults import FaultError, NotFoundError
from geleit.services.guard import SYSTEM
from geleit.services.personal_links import LinkEndedError, make_link, resolve_link, revoke_link, revoke_links
from geleit.store.models import AuditEntry, PersonalLink

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def link(subject: str = "anna") -> str:
    return make_link(purpose="delegate", subject=subject, expires_at=NOW + DAY, by=SYSTEM, now=NOW)


def test_a_link_opens_what_it_was_made_for() -> None:
    opened = resolve_link(token=link(), purpose="delegate", now=NOW)

    assert (opened.purpose, opened.subject, opened.actor.name) == ("delegate", "anna", "link:delegate:anna")


def test_the_store_does_not_know_the_token() -> None:
    token = link()

    kept = [str(value) for row in PersonalLink.objects.values() for value in row.values()]
    trail = [f"{row.before}{row.after}{row.subject}" for row in AuditEntry.objects.all()]

    assert [text for text in kept + trail if token in text] == []


@pytest.mark.parametrize("token", ["", "guessed", "\0", "ü" * 5000, "\ud800"])
def test_a_guess_opens_nothing(token: str) -> None:
    link()

    with pytest.raises(NotFoundError):
        resolve_link(token=token, purpose="delegate", now=NOW)


def test_a_link_opens_nothing_else() -> None:
    token = link()

    with pytest.raises(NotFoundError):
        resolve_link(token=token, purpose="application", now=NOW)


def test_a_link_expires_at_its_moment() -> None:
    token = link()

    resolve_link(token=token, purpose="delegate", now=NOW + DAY - timedelta(seconds=1))
    with pytest.raises(LinkEndedError, match="expired on 2025-03-04") as told:
        resolve_link(token=token, purpose="delegate", now=NOW + DAY)

    assert told.value.why == "expired"


def test_a_link_that_is_taken_back_says_so() -> None:
    token = link()
    revoke_link(link=PersonalLink.objects.get().pk, by=SYSTEM, now=NOW)

    with pytest.raises(LinkEndedError) as told:
        resolve_link(token=token, purpose="delegate", now=NOW)

    assert told.value.why == "revoked"


def test_all_links_of_one_person_are_taken_back_together() -> None:
    tokens = [link(), link(), link("bert")]

    count = revoke_links(purpose="delegate", subject="anna", trip=None, by=SYSTEM, now=NOW)

    assert count == 2
    assert resolve_link(token=tokens[2], purpose="delegate", now=NOW).subject == "bert"


def test_uses_are_counted_by_the_minute() -> None:
    token = link()
    for seconds in (0, 20, 40, 61):
        resolve_link(token=token, purpose="delegate", now=NOW + timedelta(seconds=seconds))

    row = PersonalLink.objects.get()
    assert (row.used_count, row.last_used_at) == (2, NOW + timedelta(seconds=61))


def test_a_link_cannot_expire_before_it_is_made() -> None:
    with pytest.raises(FaultError, match="before it is made"):
        make_link(purpose="delegate", subject="anna", expires_at=NOW, by=SYSTEM, now=NOW)
