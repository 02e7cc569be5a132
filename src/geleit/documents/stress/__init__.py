"""The picture of a stress test: days, sessions and their chances, weak transfers, and what the delegates get."""

from geleit.documents.stress.picture import stress_picture

__all__ = ["stress_picture"]
