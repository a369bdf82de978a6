"""Does an audit find every planted fault, and no other? python -m benchmarks.county.verify."""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.county.__main__ import REPORTS, ROSTER, write
from benchmarks.county.county import SIZES, County, county
from benchmarks.county.plan import RULES
from benchmarks.county.truth import Expected, expected, planted
from nianbao.auditor.auditing import Task, audit

_AS_OF = date(2025, 6, 1)
# Rules that name a whole text are compared by document: which part repeats the most is no matter.
_WHOLE = frozenset({"YOY005", "AGG003", "AGG004"})


class Difference(NamedTuple):
    """Where an audit says otherwise than the truth: what was ``missed`` or ``false``."""

    kind: str
    finding: Expected
    said: str

    def __str__(self) -> str:
        """Return the difference on one line."""
        return f"{self.kind} {' '.join(self.finding)} {self.said}".rstrip()


def differences(made: County, folder: Path, jobs: int = 1) -> Iterator[Difference]:
    """Yield where the audit of a county says otherwise than the truth about it.

    Every planted fault must be found; what else is certain or customary must follow from one.
    """
    write(made, folder)
    reports, out = folder / REPORTS, folder / "audit"
    limit = 0.0 if jobs == 1 else 60.0
    task = Task([str(reports)], str(out), _AS_OF, str(folder / ROSTER), jobs=jobs, time_limit=limit)
    audit(task)
    told: dict[Expected, dict[str, Any]] = {}
    for line in (out / "findings.jsonl").read_text(encoding="utf-8").splitlines():
        finding = json.loads(line)
        told[_finding(finding, f"{reports}/")] = finding
    truth = set(map(_plain, expected(made)))
    for each in sorted(set(map(_plain, planted(made))) - told.keys()):
        yield Difference("missed", each, "")
    sure = {each for each, finding in told.items() if finding["confidence"] != "heuristic"}
    for each in sorted(sure - truth):
        yield Difference("false", each, told[each]["message"])
    for each in sorted(truth - told.keys() - set(map(_plain, planted(made)))):
        yield Difference("missed", each, "(follows)")


def _finding(finding: dict[str, Any], folder: str) -> Expected:
    values = finding["values"]
    absent = f"{values.get('organ')} {values.get('year')}"
    path = finding["path"].removeprefix(folder) if "path" in finding else absent
    place = finding["place"]
    is_cell = finding["rule"] in RULES and place.count("/") > 2 and "/sections/" not in place
    row = place.rpartition("/")[0] if is_cell else place
    return _plain(Expected(finding["rule"], path, row))


def _plain(finding: Expected) -> Expected:
    return finding._replace(place="") if finding.rule in _WHOLE else finding


def main(arguments: Sequence[str] | None = None) -> int:
    """Audit a county and print where that differs from the truth; 1 where it does."""
    options = _parser().parse_args(arguments)
    made = county(SIZES[options.size], options.seed)
    with tempfile.TemporaryDirectory() as name:
        found = list(differences(made, Path(name), options.jobs))
    for each in found:
        print(each)
    count = len(made.pages) + len(made.copies)
    print(f"{count} reports, {len(made.plan)} planted faults, {len(found)} differences")
    return int(bool(found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.county.verify", description=__doc__)
    parser.add_argument("--size", choices=tuple(SIZES), default="whole")
    parser.add_argument("--seed", type=int, default=0, help="of organs, figures, words and faults")
    parser.add_argument("--jobs", type=int, default=1, help="processes of the audit")
    return parser


if __name__ == "__main__":
    sys.exit(main())
