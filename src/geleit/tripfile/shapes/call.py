"""The invitation to take part, and notes for those who travel."""

from geleit.domain.text import Text
from geleit.tripfile.fields import AnyDate, Count, Flag, Line, LocalText, Name, Slug
from geleit.tripfile.shapes.base import MarkedShape, Shape


class SectorShape(Shape):
    """A target industry."""

    id: Slug
    """Unique among the sectors."""
    name: Name
    """Its name."""


class FeeShape(Shape):
    """What one person pays."""

    name: Name
    """For whom or what the fee is."""
    amount_eur: Count
    """Whole euros."""


class CallShape(MarkedShape):
    """The invitation to companies to take part."""

    text: LocalText = Text()
    """The invitation's words."""
    deadline: AnyDate | None = None
    """Last day to apply, of any precision (EDTF)."""
    places: Count | None = None
    """How many people can travel."""
    business_places: Count | None = None
    """How many of them come from companies."""
    fees: tuple[FeeShape, ...] = ()
    """What it costs."""
    included: LocalText = Text()
    """What the fee includes."""
    not_included: LocalText = Text()
    """What people pay themselves."""
    terms: LocalText = Text()
    """Conditions, such as those of a cancellation."""
    contact_name: Line = ""
    """Whom to ask."""
    contact_organisation: LocalText = Text()
    """Where that person works."""
    contact_email: Line = ""
    """Address for mail."""
    contact_phone: Line = ""
    """Number with country code, in quotes."""
    sample: Flag = False
    """True for an invented contact; every page says so."""


class NoteShape(MarkedShape):
    """A practical note for those who travel: entry, money, health, clothes."""

    title: Name
    """Its heading."""
    text: Name
    """Its words."""
