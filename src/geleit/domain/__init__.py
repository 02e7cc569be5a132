"""Pure values and rules of a delegation trip: no I/O, no clock."""
