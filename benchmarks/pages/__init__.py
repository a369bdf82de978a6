"""Seeded pages of invented annual reports, consistent or with known faults.

A report is a canonical dict as the project's JSON has it. `random_report` invents one;
`consistent` builds one around given figures; `plant` puts faults in a copy and says what must be
found; `render` prints it in a style and `encode` makes the bytes; `pages` does all of it.

``python -m benchmarks.pages`` writes a corpus with its truth; ``python -m benchmarks.pages.verify
--count 2000 --seed 1 --styles all --faults 0.5`` tells where checks differ from the truth.
"""

from benchmarks.pages.corpus import Page, pages
from benchmarks.pages.faults import FAULTS, RULES, Expected, Planted, plant
from benchmarks.pages.faults.arithmetic import broken
from benchmarks.pages.figures import FreeCell, complete, free_cells
from benchmarks.pages.form import editions, form
from benchmarks.pages.reports import consistent, random_report
from benchmarks.pages.styles import ALL_STYLES, HTML_STYLES, STYLES, Encoding, encode, render

__all__ = [
    "ALL_STYLES",
    "FAULTS",
    "HTML_STYLES",
    "RULES",
    "STYLES",
    "Encoding",
    "Expected",
    "FreeCell",
    "Page",
    "Planted",
    "broken",
    "complete",
    "consistent",
    "editions",
    "encode",
    "form",
    "free_cells",
    "pages",
    "plant",
    "random_report",
    "render",
]
