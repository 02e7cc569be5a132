"""Why not? For what was not met: the cheapest way in, or the smallest set of things that stand in the way."""
