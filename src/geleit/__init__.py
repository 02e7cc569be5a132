"""Geleit plans business delegation trips, from the first announcement to the report."""

__version__ = "0.1.0"
