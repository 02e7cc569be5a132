"""The composition root: settings, addresses, the clock."""
