"""Route, hotels, groups and the day of a trip, after it was begun."""
