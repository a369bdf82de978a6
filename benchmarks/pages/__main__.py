"""Write a corpus of report pages and the truth about them: python -m benchmarks.pages."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.folders import made_empty
from benchmarks.pages.corpus import pages
from benchmarks.pages.styles import ALL_STYLES, HTML_STYLES


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages and truth.jsonl into an empty folder; 2 when it is not empty."""
    options = _parser().parse_args(arguments)
    out: Path = options.out
    if not made_empty(out):
        return 2
    with (out / "truth.jsonl").open("w", encoding="utf-8", newline="\n") as truth:
        for page in pages(options.count, options.seed, options.styles, options.faults):
            path = out / page.path
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(page.content)
            truth.write(json.dumps(page.truth, ensure_ascii=False) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.pages", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="an empty or new folder")
    parser.add_argument("--count", type=int, required=True, help="number of pages")
    parser.add_argument("--seed", type=int, default=0, help="equal seeds give equal bytes")
    parser.add_argument(
        "--styles",
        type=styles_named,
        default=HTML_STYLES,
        help=f"comma-separated, of {', '.join(ALL_STYLES)}, or all "
        f"(default: {', '.join(HTML_STYLES)})",
    )
    parser.add_argument(
        "--faults", type=float, default=0.0, help="share of pages with one to three faults"
    )
    return parser


def styles_named(value: str) -> tuple[str, ...]:
    """Return the styles of a comma-separated list, or all of them."""
    names = tuple(ALL_STYLES) if value == "all" else tuple(value.split(","))
    unknown = ", ".join(name for name in names if name not in ALL_STYLES)
    if unknown:
        msg = f"unknown style {unknown}; known are {', '.join(ALL_STYLES)}, and all"
        raise argparse.ArgumentTypeError(msg)
    return names


if __name__ == "__main__":
    sys.exit(main())
