"""How do audits fare with the reports of a province: python -m benchmarks.audit.province.

A store is filled with synthetic facts of very many organs for two years; then each of the steps
that compare them is timed in a process of its own, and its memory measured. Of what is read from
pages nothing is measured here.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from benchmarks.audit.synthetic import AS_OF, YEARS, fill, roster_of
from nianbao.audit.across import compare
from nianbao.audit.census import Census, census_of
from nianbao.audit.overview import overview_of
from nianbao.audit.run import Outcome
from nianbao.audit.store import Store
from nianbao.builtin import Builtin
from nianbao.engine.sketches import likely_pairs
from nianbao.rule import Rule

_MIB = 1024
_IDENTITIES = ("YOY001", "YOY002", "YOY003", "YOY004", "AGG001", "AGG002")
_SKETCHES = "SELECT path, sketch FROM facts JOIN documents USING (path) WHERE year = ?"


def _rules(codes: Sequence[str]) -> list[Rule]:
    return [rule for rule in Builtin().nianbao_rules() if rule.code in codes]


def _identities(store: Store, census: Census) -> str:
    """Run the identities and count everything that an audit counts."""
    compare(store, census, _rules(_IDENTITIES), "identities", AS_OF)
    overview = overview_of(store, Outcome(1, census, "", is_changed=True, is_repeated=False))
    return f"{sum(each.findings for each in overview.rules)} findings"


def _duplicates(store: Store, census: Census) -> str:
    """Find the pairs that sketches name, and compare these word by word."""
    pairs = [likely_pairs(store.rows(_SKETCHES, (year,))) for year in YEARS]
    compare(store, census, _rules(["AGG003"]), "duplicates", AS_OF)
    (found,) = store.row("SELECT count(*) FROM findings WHERE rule = 'AGG003'")
    return f"{sum(map(len, pairs))} likely pairs, {found} findings"


_STEPS: dict[str, Callable[[Store, Census], str]] = {
    "identities and counts": _identities,
    "near-duplicates from sketches": _duplicates,
}


def _measured(step: str, folder: str, count: int) -> None:
    """Run one step, and print what it took as JSON."""
    with Store(folder) as store:
        roster = roster_of(count)
        began = monotonic()
        said = _STEPS[step](store, census_of(store, roster))
        seconds = monotonic() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB
    print(json.dumps({"seconds": seconds, "mib": most, "said": said}))


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill a store, measure each step, and print the figures."""
    options = _parser().parse_args(arguments)
    if options.step:
        _measured(options.step, options.folder, options.count)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or name
        if not (Path(folder) / "audit.sqlite").exists():
            fill(folder, options.count)
        print(f"{options.count} reports × {len(YEARS)} years")
        for step in _STEPS:
            words = ["-m", "benchmarks.audit.province", "--step", step, "--folder", folder]
            words += ["--count", str(options.count)]
            ran = subprocess.run([sys.executable, *words], check=True, capture_output=True)
            told = json.loads(ran.stdout)
            print(f"{step}: {told['seconds']:.1f} s, {told['mib']:.0f} MiB, {told['said']}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.audit.province", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="how many organs report")
    parser.add_argument("--folder", default="", help="keep the store here, and use it again")
    parser.add_argument("--step", choices=_STEPS, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
