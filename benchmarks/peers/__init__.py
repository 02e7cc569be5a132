"""Peers: what a good engineer would write with OR-Tools CP-SAT directly, judged by the product's checker.

Left alone, neither model finds any programme of 60 items within a minute. So that there is something to compare, both
are given the product's first plan as a hint, before any search of the product has made it better.
"""
