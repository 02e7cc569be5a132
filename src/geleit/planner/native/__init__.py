"""The planner's inner loops in compiled code: listing of tours, and a local search over them.

The same rules as `geleit.planner.timetable`, some hundred times as quick. Compiled when Geleit is installed; where no
compiler was there, `library.is_available` says no, and the search goes on in Python alone.
"""
