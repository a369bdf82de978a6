"""Which planted faults are found?"""

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from benchmarks.prose.documents import PAGES, PRINTED, checked
from benchmarks.prose.faults import Fault, plant
from benchmarks.prose.telling import random_draft
from nianbao.app import Checker
from nianbao.result import Document

# The share of planted faults that must be found.
WANTED_SHARE = 0.95


class Trial(NamedTuple):
    """A report with one fault, and whether it was found."""

    path: str
    fault: Fault
    found: bool

    def __str__(self) -> str:
        """Return the fault on one line."""
        planted = self.fault.planted
        rules, places = "/".join(planted.rules), " ".join(planted.places)
        words = f"“{planted.was}” → “{planted.now}”".replace("\n", "⏎")
        return f"{self.path}: {self.fault.name}, {rules} {places}: {words}"


def trials(count: int, seed: int, checker: Checker) -> Iterator[Trial]:
    """Yield what comes of one fault in each of the first reports of a seed."""
    for number in range(count):
        rng = Random(f"{seed}:{number}")
        fault = plant(random_draft(rng), rng)
        if fault is not None:
            styles = PAGES if fault.planted.dated else PRINTED
            document = checked(fault.planted.draft, f"{number:05}", checker, rng, styles)
            yield Trial(document.path, fault, is_found(fault, document))


def is_found(fault: Fault, document: Document) -> bool:
    """Tell whether one of the rules speaks at one of the places."""
    return any(
        finding.rule.code in fault.planted.rules and finding.place.pointer in fault.planted.places
        for finding in document.findings
    )


def verdict(tried: list[Trial]) -> list[str]:
    """Return the faults missed, one line each, where they are too many."""
    lines = misses(tried)
    return [] if len(tried) - len(lines) >= WANTED_SHARE * len(tried) else lines


def misses(tried: list[Trial]) -> list[str]:
    """Return the faults missed, one line each."""
    return [f"missed: {trial}" for trial in tried if not trial.found]


def shares(tried: list[Trial]) -> list[str]:
    """Return how many of each fault were found, one line each."""
    planted = Counter(trial.fault.name for trial in tried)
    found = Counter(trial.fault.name for trial in tried if trial.found)
    return [f"{name}: {found[name]} of {planted[name]}" for name in sorted(planted)]
