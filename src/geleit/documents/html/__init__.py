"""The HTML programme: one file that needs nothing else, not even a network."""

from geleit.documents.html.page import render_html

__all__ = ["render_html"]
