"""Measurements beside the peers; run with ``python -m benchmarks``."""
