"""Why not? For what was not met: the cheapest way in, or the smallest set of things that stand in the way.

``facts`` are what holds for an item, told by ``named``; ``starts`` says when each lets a session begin, over ``ways``.
``oracle`` judges sets of facts, ``minimal`` makes them small, ``clashes`` finds those of a trip, ``force`` and
``insert`` the cheapest way in, and ``why`` answers.
"""
