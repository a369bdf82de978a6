"""Measure the checker: python -m benchmarks.measure."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.measure.audits import audits
from benchmarks.measure.bench import CHECKOUT, Bench
from benchmarks.measure.figure import Measured
from benchmarks.measure.machine import this_machine
from benchmarks.measure.province import province
from benchmarks.measure.reading import reading
from benchmarks.measure.results import block_of, json_of, replaced, table_of
from benchmarks.measure.scale import growth, memory
from benchmarks.measure.script import script
from benchmarks.measure.start_up import five_pages, one_page, settings

FIGURES: Mapping[str, Callable[[Bench], list[Measured]]] = {
    "reading": reading,
    "one-page": one_page,
    "settings": settings,
    "five-pages": five_pages,
    "memory": memory,
    "growth": growth,
    "script": script,
    "audit": audits,
    "province": province,
}
# These take more than half an hour together, and 4 GB.
_LONG = ("audit", "province")
_PAGE = CHECKOUT / "docs" / "performance.md"
_LEAST = 50  # pages, so that each style has large and small ones
_FULL = (1_000, 20)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the figures asked for and print them."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.write and options.figures:
        parser.error("--write needs all figures: name none (--audits adds those of audits)")
    usual = [name for name in FIGURES if options.audits or name not in _LONG]
    results = _measured(options.figures or usual, options)
    machine = this_machine()
    print(machine, table_of(results), sep="\n\n")
    if options.json:
        text = json.dumps(json_of(results, machine), ensure_ascii=False, indent=2)
        options.json.write_text(text + "\n", encoding="utf-8")
    if options.write:
        page = replaced(_PAGE.read_text(encoding="utf-8"), block_of(results, machine))
        _PAGE.write_text(page, encoding="utf-8")
    return 0


def _measured(names: Sequence[str], options: argparse.Namespace) -> list[Measured]:
    size, times = _FULL if options.full else (options.pages, 10)
    results = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder).resolve(), size, times)
        for name in names:
            print(f"measuring {name} …", file=sys.stderr)
            results += FIGURES[name](bench)
    return results


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.measure", description=__doc__)
    parser.add_argument(
        "figures",
        nargs="*",
        type=_figure,
        metavar="FIGURE",
        help=f"of {', '.join(FIGURES)} (default: all but {', '.join(_LONG)})",
    )
    parser.add_argument(
        "--pages",
        type=_pages,
        default=200,
        help="how many pages are few; many are ten times as many (default: 200)",
    )
    parser.add_argument(
        "--audits",
        action="store_true",
        help=f"measure {' and '.join(_LONG)} too, which are left out unless they are named",
    )
    parser.add_argument("--full", action="store_true", help="1,000 and 20,000 pages, some 2 GB")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results as JSON")
    parser.add_argument(
        "--write", action="store_true", help="write the results into docs/performance.md"
    )
    return parser


def _figure(name: str) -> str:
    if name not in FIGURES:
        msg = f"unknown figure {name}; known are {', '.join(FIGURES)}"
        raise argparse.ArgumentTypeError(msg)
    return name


def _pages(value: str) -> int:
    if not value.isdecimal() or int(value) < _LEAST:
        msg = f"at least {_LEAST} pages"
        raise argparse.ArgumentTypeError(msg)
    return int(value)


if __name__ == "__main__":
    sys.exit(main())
