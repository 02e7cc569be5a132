"""Items, hosts and delegates as lists that people edit row by row or paste from a spreadsheet."""

from geleit.tripfile.lists.apply import Edited, RowChange, apply_rows
from geleit.tripfile.lists.columns import KEYS, ListKey, Row, list_columns
from geleit.tripfile.lists.faults import Fault
from geleit.tripfile.lists.show import cell_texts, shown_cell
from geleit.tripfile.lists.table import ReadTable, read_table
from geleit.tripfile.lists.xlsx import list_workbook, text_of_workbook

__all__ = [
    "KEYS",
    "Edited",
    "Fault",
    "ListKey",
    "ReadTable",
    "Row",
    "RowChange",
    "apply_rows",
    "cell_texts",
    "list_columns",
    "list_workbook",
    "read_table",
    "shown_cell",
    "text_of_workbook",
]
