"""The page to start from: several trips, and the way to each of their documents."""

from geleit.documents.start.page import StartLink, StartSection, StartTrip, render_start

__all__ = ["StartLink", "StartSection", "StartTrip", "render_start"]
