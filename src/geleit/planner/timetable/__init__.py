"""The timetable: which group goes where and when, and who is in it."""
