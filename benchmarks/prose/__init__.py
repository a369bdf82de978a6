"""Conforming reports in prose that tries to trap rules, and the same with faults planted.

``python -m benchmarks.prose`` tells which findings conforming reports get; with ``--faults`` it
tells which planted faults are not found.
"""
