"""Do rules keep silent where prose is right, and speak where it is wrong?"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from random import Random

from benchmarks.prose import alarms, hunt
from benchmarks.prose.telling import random_draft
from nianbao.app import Options, build_checker


def main(arguments: Sequence[str] | None = None) -> int:
    """Check reports and print what was wrong; 1 where it was too much."""
    options = _parser().parse_args(arguments)
    if options.show is not None:
        _show(options.seed, options.show)
        return 0
    lines = _faults(options) if options.faults else _alarms(options)
    for line in lines:
        print(line)
    return 1 if lines else 0


def _alarms(options: argparse.Namespace) -> list[str]:
    found = list(alarms.alarms(options.count, options.seed, build_checker(Options())))
    for rule, count in sorted(Counter(alarm.rule for alarm in found).items()):
        print(f"{rule}: {count} times")
    suspected = {alarm.path for alarm in found if alarm.heuristic}
    certain = sum(not alarm.heuristic for alarm in found)
    print(f"{options.count} reports: {certain} false alarms, {len(suspected)} with a suspicion")
    if options.list:
        print(*alarms.suspicions(found), sep="\n")
    return alarms.verdict(found, options.count)


def _faults(options: argparse.Namespace) -> list[str]:
    tried = list(hunt.trials(options.count, options.seed, build_checker(Options())))
    for line in hunt.shares(tried):
        print(line)
    print(f"{len(tried)} faults planted, {sum(trial.found for trial in tried)} found")
    if options.list:
        print(*hunt.misses(tried), sep="\n")
    return hunt.verdict(tried)


def _show(seed: int, number: int) -> None:
    draft = random_draft(Random(f"{seed}:{number}"))
    for key in draft.texts:
        print(f"[{key}] {draft.text(key)}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.prose", description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="number of reports")
    parser.add_argument("--seed", type=int, default=1, help="equal seeds give equal reports")
    parser.add_argument("--faults", action="store_true", help="plant a fault in each report")
    parser.add_argument("--list", action="store_true", help="also list what is within bounds")
    parser.add_argument("--show", type=int, metavar="NUMBER", help="print the text of a report")
    return parser


if __name__ == "__main__":
    sys.exit(main())
