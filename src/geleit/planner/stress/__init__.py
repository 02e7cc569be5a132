"""Stress test: what declines, traffic and overruns do to a programme, over thousands of simulated runs."""

from geleit.planner.stress.assumptions import CALM, USUAL, Assumptions
from geleit.planner.stress.run import DEFAULT_RUNS, MOST_RUNS, stress_test

__all__ = ["CALM", "DEFAULT_RUNS", "MOST_RUNS", "USUAL", "Assumptions", "stress_test"]
