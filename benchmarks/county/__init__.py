"""A county and the city above it: who reports, what for six years, and what is wrong with it.

``python -m benchmarks.county --out FOLDER`` writes the reports, the roster and the truth;
``python -m benchmarks.county.verify`` audits such a county and tells where it says otherwise.
"""

from benchmarks.county.county import County, county
from benchmarks.county.seats import Seat, seats
from benchmarks.county.truth import Expected, expected

__all__ = ["County", "Expected", "Seat", "county", "expected", "seats"]
