"""The organiser's workbook: programme, people, transfers, groups, what found no place, and what is assumed."""

from geleit.documents.workbook.book import render_workbook

__all__ = ["render_workbook"]
