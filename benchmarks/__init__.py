"""Benchmarks of Geleit: instances, runner, results."""
