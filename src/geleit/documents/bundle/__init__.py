"""The whole document set of a programme, written into a folder."""

from geleit.documents.bundle.render import render_all

__all__ = ["render_all"]
