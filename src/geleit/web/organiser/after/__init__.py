"""After the trip: who came along, and what is erased."""
