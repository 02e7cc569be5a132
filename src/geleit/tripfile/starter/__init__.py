"""A trip file to begin with: valid, plannable, and every value in it marked as an assumption."""

from geleit.tripfile.starter.new_trip import new_trip
from geleit.tripfile.starter.stops import Stop

__all__ = ["Stop", "new_trip"]
