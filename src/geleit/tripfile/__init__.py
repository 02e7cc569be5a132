"""A trip file or workbook to and from a trip of the domain."""
