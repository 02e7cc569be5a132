"""Documents of a version, the workbook out and in again, and the delegates' personal links."""
