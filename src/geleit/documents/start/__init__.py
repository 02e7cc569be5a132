"""The page to start from: several trips, and the way to each of their documents."""

from geleit.documents.start.page import StartDocument, StartLink, StartSection, StartTrip, render_start

__all__ = ["StartDocument", "StartLink", "StartSection", "StartTrip", "render_start"]
