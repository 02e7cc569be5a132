"""The views of the delegates' pages."""
