"""A trip file or workbook to and from a trip of the domain."""

from geleit.tripfile.load import LoadedTrip, load_trip, read_trip
from geleit.tripfile.problems import Problem, TripFileError

__all__ = ["LoadedTrip", "Problem", "TripFileError", "load_trip", "read_trip"]
