"""The feed of a trip: an entry for each published version (Atom, RFC 4287). What a version said is not in it."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from geleit.documents.html.content import TAGS
from geleit.documents.words.labels import label
from geleit.domain.text import Language
from geleit.services.public_trips import Edition
from geleit.web.public.words import WORDS

CONTENT_TYPE = "application/atom+xml; charset=utf-8"


def trip_feed(
    editions: Sequence[Edition], *, title: str, page: str, feed: str, author: str, lang: Language
) -> bytes:
    """Return the feed of a trip.

    Parameters
    ----------
    editions
        The newest first; at least one.
    title
        Of the trip.
    page, feed
        Full addresses of the trip's page and of this feed; they are its ids, so they must stay.
    author
        Who publishes the trip.
    """
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{TAGS[lang]}">',
        f"<id>{_text(feed)}</id><title>{_text(WORDS.say('feed_title', lang, title))}</title>",
        f"<updated>{editions[0].published_at.isoformat()}</updated><author><name>{_text(author)}</name></author>",
        (
            f'<link rel="self" type="application/atom+xml" href={_attribute(feed)}/>'
            f'<link rel="alternate" type="text/html" href={_attribute(page)}/>'
        ),
        *(_entry(one, page=page, lang=lang) for one in editions),
        "</feed>",
    ]
    return "\n".join(parts).encode()


def _entry(edition: Edition, *, page: str, lang: Language) -> str:
    said = edition.note or WORDS.say("feed_first" if edition.number == 1 else "feed_next", lang)
    return (
        f"<entry><id>{_text(page)}#{edition.number}</id>"
        f"<title>{_text(label('version', lang, edition.number))}</title>"
        f"<updated>{edition.published_at.isoformat()}</updated>"
        f'<link rel="alternate" href={_attribute(page)}/><summary>{_text(said)}</summary></entry>'
    )


def _text(words: str) -> str:
    return escape(_allowed(words))


def _attribute(words: str) -> str:
    return quoteattr(_allowed(words))


def _allowed(words: str) -> str:
    """Return the characters that XML allows."""
    return "".join(char for char in words if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff"))
