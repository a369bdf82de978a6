"""Write a county: python -m benchmarks.county --out FOLDER."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.county.county import SIZES, County, county
from benchmarks.county.seats import roster
from benchmarks.county.truth import expected, planted
from benchmarks.folders import made_empty

ROSTER, TRUTH, REPORTS = "roster.csv", "truth.jsonl", "reports"


def write(made: County, folder: Path) -> None:
    """Write the reports, the roster and the truth of a county into a folder."""
    for page in (*made.pages.values(), *made.copies.values()):
        path = folder / REPORTS / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.content)
    (folder / ROSTER).write_text(roster(made.seats), encoding="utf-8")
    ours = set(planted(made))
    with (folder / TRUTH).open("w", encoding="utf-8", newline="\n") as truth:
        for each in sorted(expected(made)):
            line = {**each._asdict(), "planted": each in ours}
            truth.write(json.dumps(line, ensure_ascii=False) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write one into an empty folder; 2 when it is not empty."""
    options = _parser().parse_args(arguments)
    out: Path = options.out
    if not made_empty(out):
        return 2
    write(county(SIZES[options.size], options.seed), out)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.county", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="an empty or new folder")
    parser.add_argument("--size", choices=tuple(SIZES), default="whole")
    parser.add_argument("--seed", type=int, default=0, help="equal seeds give equal bytes")
    return parser


if __name__ == "__main__":
    sys.exit(main())
