"""A delegate's agenda on paper, set when first asked for and kept with the version."""

from geleit.documents.typst.agenda import agenda_pdf
from geleit.domain.text import Language
from geleit.services.faults import NotFoundError
from geleit.services.read_published import Published, piece_of_published


def agenda_paper(*, version: Published, delegate: str, lang: Language) -> bytes:
    """Return one person's agenda as a PDF, dated by the version's publishing.

    Raises
    ------
    NotFoundError
        When nobody of that id travels in this version.
    """
    if delegate not in version.trip.delegate_by_id:
        raise NotFoundError.of("no_programme_for_person")
    return piece_of_published(
        version=version,
        language=lang,
        piece=f"paper/{delegate}",
        make=lambda: agenda_pdf(version.trip, version.programme, delegate, lang, now=version.published_at),
    )
