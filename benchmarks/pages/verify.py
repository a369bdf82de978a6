"""Is every planted fault found, and nothing else? python -m benchmarks.pages.verify."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.pages.__main__ import styles_named
from benchmarks.pages.corpus import Page, pages
from benchmarks.pages.faults import RULES, Expected
from benchmarks.pages.styles import ALL_STYLES
from nianbao.app import Checker, Options, build_checker
from nianbao.result import Document
from nianbao.rule import Confidence


class Difference(NamedTuple):
    """Where a check says otherwise than the truth about a page.

    Attributes:
        style: The style of the page.
        kind: ``missed``, ``false``, ``unread`` (the whole page) or ``crashed``.
        rule: The code of the rule, ``""`` for an unread page.
        place: The place of the finding; for an unread page why it was not read.
        severity: The severity of the finding, or ``""``.
        path: The path of the page in its corpus.
        planted: The names of the faults planted in it.
    """

    style: str
    kind: str
    rule: str
    place: str
    severity: str
    path: str
    planted: tuple[str, ...]

    def __str__(self) -> str:
        """Return the difference on one line."""
        planted = ", ".join(self.planted) or "nothing"
        what = " ".join(word for word in (self.rule, self.place, self.severity) if word)
        return f"{self.path}: {self.kind} {what} (planted: {planted})"


def differences(corpus: Iterable[Page], checker: Checker | None = None) -> Iterator[Difference]:
    """Yield where checks of pages say otherwise than the truth about them.

    The truth names every finding of `RULES`; of other rules no finding may be certain.
    """
    checker = checker or build_checker(Options())
    for page in corpus:
        (document,) = checker.check_data(page.path, page.content).documents
        yield from _of(page, document)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a corpus and print where it differs from the truth; 1 where it does."""
    options = _parser().parse_args(arguments)
    corpus = pages(options.count, options.seed, options.styles, options.faults)
    found = list(differences(corpus))
    for difference in found:
        print(difference)
    for (style, kind, rule), count in sorted(_counts(found).items()):
        print(f"{style}: {kind} {rule} {count} times")
    print(f"{options.count} pages, {len(found)} differences from the truth")
    return 1 if found else 0


def _of(page: Page, document: Document) -> Iterator[Difference]:
    for kind, rule, place, severity in _judged(page, document):
        yield Difference(
            page.truth["style"],
            kind,
            rule,
            place,
            severity,
            page.path,
            tuple(page.truth["planted"]),
        )


def _judged(page: Page, document: Document) -> Iterator[tuple[str, str, str, str]]:
    if document.problem:
        yield "unread", "", document.problem.reason.en, ""
        return
    expected = {Expected(**fault) for fault in page.truth["faults"]}
    told = {
        Expected(each.rule.code, each.place.pointer, str(each.severity))
        for each in document.findings
        if each.rule.code in RULES or each.rule.confidence is Confidence.CERTAIN
    }
    yield from (("missed", *each) for each in sorted(expected - told))
    yield from (("false", *each) for each in sorted(told - expected))
    yield from (("crashed", rule.code, reason, "") for rule, reason in document.crashed)


def _counts(found: Iterable[Difference]) -> Counter[tuple[str, str, str]]:
    return Counter((each.style, each.kind, each.rule) for each in found)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.pages.verify", description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="number of pages")
    parser.add_argument("--seed", type=int, default=1, help="equal seeds give equal pages")
    parser.add_argument(
        "--styles",
        type=styles_named,
        default=tuple(ALL_STYLES),
        help=f"comma-separated, of {', '.join(ALL_STYLES)} (default: all)",
    )
    parser.add_argument(
        "--faults", type=float, default=0.5, help="share of pages with one to three faults"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
