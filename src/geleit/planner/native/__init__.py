"""Local search in compiled code: the same rules as `geleit.planner.timetable`, some hundred times as many moves."""

from geleit.planner.native.anneal import Annealer, is_available
from geleit.planner.native.improve import cooled, improve

__all__ = ["Annealer", "cooled", "improve", "is_available"]
