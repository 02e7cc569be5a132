"""From a trip to a valid programme."""
