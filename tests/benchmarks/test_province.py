"""Are the reports of a small province compared, and is what that takes told?"""

from pathlib import Path

from benchmarks.audit.province import STEPS, measured
from benchmarks.measure.__main__ import FIGURES

_ORGANS = 300


def test_each_step_finds_what_was_put_in_and_tells_what_it_took(tmp_path: Path) -> None:
    for step, said in zip(STEPS, ("findings", "likely pairs"), strict=True):
        first, again = (measured(step, str(tmp_path), _ORGANS) for _ in range(2))
        assert said in first.said
        assert first.said == again.said
        assert first.seconds > 0
        assert first.mib > 0


def test_figures_of_audits_are_there_to_be_named() -> None:
    assert {"audit", "province"} <= FIGURES.keys()
