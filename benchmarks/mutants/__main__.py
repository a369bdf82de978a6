"""Run ``python -m benchmarks.mutants``: change every rule, and see whether its examples notice."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from benchmarks.mutants.mutant import Fated
from benchmarks.mutants.trying import fates, rule_files

_GOAL = 0.95


def main() -> int:
    """Run it and return the exit code: 1 where too many mutants live."""
    options = _options()
    files = {
        code: path
        for code, path in rule_files().items()
        if not options.only or any(code.startswith(each) for each in options.only)
    }
    with ProcessPoolExecutor(options.jobs) as pool:
        tried = dict(zip(files, pool.map(fates, files.values()), strict=True))
    for code, each in tried.items():
        _show(code, each, in_full=not options.brief)
    every = [one for each in tried.values() for one in each]
    _show("all", every, in_full=False)
    return int(_share(every) < _GOAL)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("--only", nargs="+", metavar="CODE", help="codes, or how they begin")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes, default 2")
    parser.add_argument("--brief", action="store_true", help="do not list the survivors")
    return parser.parse_args()


def _show(code: str, tried: Sequence[Fated], *, in_full: bool) -> None:
    counts = Counter(each.fate for each in tried)
    alive = counts["killed"] + counts["survived"]
    print(f"{code:8} {counts['killed']:5} of {alive:5} killed  {_share(tried):6.1%}")
    for each in tried:
        if in_full and each.fate == "survived":
            print(f"         {each.where}  {each.what}")


def _share(tried: Sequence[Fated]) -> float:
    """Return how many of those that were rules at all are killed; of none, all."""
    counts = Counter(each.fate for each in tried)
    alive = counts["killed"] + counts["survived"]
    return counts["killed"] / alive if alive else 1.0


if __name__ == "__main__":
    sys.exit(main())
