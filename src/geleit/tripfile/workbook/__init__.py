"""The workbook in which organisers work on delegates, hosts and items."""

from geleit.tripfile.workbook.merge import WorkbookChanges, import_workbook, read_workbook
from geleit.tripfile.workbook.write import write_workbook

__all__ = ["WorkbookChanges", "import_workbook", "read_workbook", "write_workbook"]
