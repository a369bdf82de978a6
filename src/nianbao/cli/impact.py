"""``nianbao impact``: say what a change of rules changes over a corpus."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from nianbao.checker import Checker
from nianbao.cli.building import checker_of
from nianbao.cli.output import canvas_of, require_writable, show, write
from nianbao.cli.packs import rules_of, together
from nianbao.cli.parsing import UsageError
from nianbao.engine.difference import Impact, Side, compare
from nianbao.engine.sides import paths_in, recorded, side_of
from nianbao.formatters.impact import impact_json, impact_page
from nianbao.model.record import Record
from nianbao.model.text import Language, Text
from nianbao.rule import Rule

_NOW = "now"
_UNREADABLE = 3


class Named(Record):
    """A side as the command line names it.

    Attributes:
        word: the word for it.
        rules: those of a folder, none for a result or for ``now``.
        is_result: whether it is a file with the result of an earlier run.
    """

    word: str
    rules: list[Rule]
    is_result: bool = False


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    if options.samples < 0:
        raise UsageError(Text("--samples 不能小于 0", "--samples cannot be below 0"))
    if options.output:
        require_writable(options.output)
    impact = _impact(options, language)
    text = _text(impact, options, language)
    if options.output:
        write(text, options.output)
    else:
        show(text, sys.stdout, utf8=options.format == "json")
    return _UNREADABLE if impact.unread or impact.crashed else int(bool(impact.changes))


def _impact(options: Namespace, language: Language) -> Impact:
    old, new = (_named(word) for word in (options.old, options.new))
    paths = _paths(old, new, options.paths)
    if old.is_result and new.is_result:
        return compare(recorded(old.word), recorded(new.word))
    checker = checker_of(options)
    sides = (_side(one, other, checker, paths, language) for one, other in ((old, new), (new, old)))
    return compare(*sides)


def _named(word: str) -> Named:
    if os.path.isdir(word):
        return Named(word, rules_of([word]))
    if word == _NOW:
        return Named(word, [])
    return Named(word, [], is_result=True)


def _paths(old: Named, new: Named, given: list[str]) -> list[str]:
    """Return what to check: what is given, else the documents of a result, else this folder."""
    results = [side.word for side in (old, new) if side.is_result]
    if given and len(results) > 1:
        raise UsageError(
            Text("比较两份结果时不写路径", "two results are compared without any path")
        )
    if given or not results:
        return given or ["."]
    return paths_in(results[0])


def _side(one: Named, other: Named, checker: Checker, paths: list[str], language: Language) -> Side:
    """Return a side of the comparison, made now unless it is a result."""
    if one.is_result:
        return recorded(one.word)
    if one.rules:
        beside = _beside([*one.rules, *other.rules], checker.rules)
        checker = checker.with_rules(together(one.rules, beside))
    elif other.rules:
        # The settings of documents would speak on this side alone.
        checker = checker.with_rules(checker.rules)
    return side_of(checker.check(paths), language)


def _beside(given: list[Rule], known: Sequence[Rule]) -> Sequence[Rule]:
    """Return the rules that stand beside those of the folders.

    Folders of own rules go on top of the rules in use; folders that have one of these are whole
    catalogues, in which what is not there is meant to lack.
    """
    codes = {rule.code for rule in known}
    return () if any(rule.code in codes for rule in given) else known


def _text(impact: Impact, options: Namespace, language: Language) -> str:
    if options.format == "json":
        return impact_json(impact, options.old, options.new, language)
    canvas = canvas_of(language, sys.stdout, to_file=bool(options.output))
    return impact_page(impact, canvas, options.samples)
