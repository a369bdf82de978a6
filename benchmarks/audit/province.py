"""How do audits fare with the reports of a province: python -m benchmarks.audit.province.

A store is filled with synthetic facts of very many organs for two years; then each of the steps
that compare them is timed in a process of its own, and its memory measured. Of what is read from
pages nothing is measured here.
"""

import argparse
import gc
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
from nianbao.audit.census import Census
from nianbao.audit.overview import overview_of
from nianbao.audit.run import Outcome
from nianbao.audit.store import NAME, Store
from nianbao.builtin import Builtin
from nianbao.cli.main import ALLOCATIONS
from nianbao.engine.sketches import likely_pairs
from nianbao.model.record import Record
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


STEPS: dict[str, Callable[[Store, Census], str]] = {
    "identities and counts": _identities,
    "near-duplicates from sketches": _duplicates,
}


class Told(Record):
    """What a step took: seconds, and the most memory of its process in MiB; and what it found."""

    seconds: float
    mib: float
    said: str


def measured(step: str, folder: str, count: int) -> Told:
    """Run one step in a process of its own over the store of a folder, which is filled first.

    Args:
        step: one of :data:`STEPS`.
        folder: of the store.
        count: how many organs report.
    """
    if not (Path(folder) / NAME).exists():
        # In a process too: on Linux one begins with the peak of that which started it.
        _in_process("--fill", folder, count)
    return Told(**json.loads(_in_process(f"--step={step}", folder, count)))


def _in_process(option: str, folder: str, count: int) -> bytes:
    words = ["-m", "benchmarks.audit.province", option, "--folder", folder, "--count", str(count)]
    return subprocess.run([sys.executable, *words], check=True, stdout=subprocess.PIPE).stdout


def _run(step: str, folder: str, count: int) -> None:
    """Run one step, and print what it took as JSON; whatever was compared before counts not.

    Garbage is looked for as seldom as when the command line runs.
    """
    gc.set_threshold(ALLOCATIONS)
    with Store(folder) as store:
        store.do("DELETE FROM groups")
        store.do("DELETE FROM findings")
        roster = roster_of(count)
        began = monotonic()
        said = STEPS[step](store, Census(store, roster))
        seconds = monotonic() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB
    print(json.dumps(Told(seconds, most, said)._asdict()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill a store, measure each step, and print the figures."""
    options = _parser().parse_args(arguments)
    if options.fill:
        fill(options.folder, options.count)
    elif options.step:
        _run(options.step, options.folder, options.count)
    else:
        with tempfile.TemporaryDirectory() as name:
            _show(options.folder or name, options.count)
    return 0


def _show(folder: str, count: int) -> None:
    print(f"{count} reports × {len(YEARS)} years")
    for step in STEPS:
        told = measured(step, folder, count)
        print(f"{step}: {told.seconds:.1f} s, {told.mib:.0f} MiB, {told.said}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.audit.province", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="how many organs report")
    parser.add_argument("--folder", default="", help="keep the store here, and use it again")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--fill", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
