"""Invented documents of which a test chooses the cells and words, and what a check says of them."""

import html
import json
import re
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from benchmarks.pages import render
from nianbao.app import Checker, Options, build_checker
from nianbao.conforming import conforming, put
from nianbao.model.place import Span
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.result import Document, Finding
from nianbao.rule import Case, Check, Confidence, Rule, Severity, Texts

Data = dict[str, Any]
Key = tuple[str, str, str, tuple[tuple[str, Any], ...]]

# One character, so that no style splits it into two runs.
_FIRST_MARK = 0xE000
# The columns of 表三.
REQUEST_COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other",
    "total",
)
_WARNING = (Case({}, Severity.WARNING),)


def data(cells: Mapping[str, Any] | None = None, edition: str = "2021") -> Data:
    """Return the canonical data of a conforming report with other values at some pointers."""
    return changed(conforming(edition), cells or {})


def changed(report: Mapping[str, Any], cells: Mapping[str, Any]) -> Data:
    """Return a copy of canonical data with other values at some pointers."""
    copy: Data = deepcopy(dict(report))
    for pointer, value in cells.items():
        put(copy, pointer, value)
    return copy


def filled(report: Mapping[str, Any]) -> Data:
    """Return canonical data without the texts of parts that have none."""
    copy: Data = deepcopy(dict(report))
    for section in copy.get("sections", {}).values():
        if not section.get("text"):
            section.pop("text", None)
    return copy


def as_json(report: Mapping[str, Any]) -> str:
    """Return canonical data as JSON text."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def document(
    cells: Mapping[str, str] | None = None,
    edition: str = "2021",
    style: str = "clean",
    report: Mapping[str, Any] | None = None,
) -> str:
    """Return a conforming document in a style, with other source text in some cells.

    Args:
        cells: what stands between the tags of a cell, or behind its TAB, by pointer.
        edition: the edition of the form.
        style: one that the generator of pages knows.
        report: the canonical data to print instead of the conforming report.
    """
    sources = cells or {}
    marks = {pointer: chr(_FIRST_MARK + index) for index, pointer in enumerate(sources)}
    printed = render(changed(report or conforming(edition), marks), style, seed=1)
    # The text style puts spaces around some of its values.
    printed = re.sub("[ \u00a0]?([\ue000-\uf8ff])[ \u00a0]?", r"\1", printed)
    for pointer, source in sources.items():
        assert printed.count(marks[pointer]) == 1, pointer
        printed = printed.replace(marks[pointer], source)
    return printed


@cache
def checker(options: Options | None = None) -> Checker:
    """Return a checker with all built-in rules, or with these options."""
    return build_checker(options or Options())


def check(source: str | bytes, suffix: str = ".html", options: Options | None = None) -> Document:
    """Check a document whose source is at hand, as if it were a file named so."""
    content = source.encode() if isinstance(source, str) else source
    (checked,) = checker(options).check_data(f"invented{suffix}", content).documents
    return checked


def read(source: str | bytes, suffix: str = ".html", options: Options | None = None) -> Report:
    """Read a document whose source is at hand, as if it were a file named so."""
    content = source.encode() if isinstance(source, str) else source
    report, _, _ = checker(options).read(f"invented{suffix}", content)
    return report


def found(checked: Document) -> list[tuple[str, str]]:
    """Return rule and place of each finding of a document that could be read."""
    assert checked.status != "unreadable", checked.problem
    assert not checked.crashed
    return sorted((each.rule.code, each.place.pointer) for each in checked.findings)


def key(finding: Finding) -> Key:
    """Return what stays of a finding whatever the format: rule, place, severity, values."""
    values = tuple(sorted(finding.values.items()))
    return finding.rule.code, finding.place.pointer, str(finding.severity), values


def keys(checked: Document) -> list[Key]:
    """Return the keys of all findings of a document that could be read, in one order."""
    assert checked.status != "unreadable", checked.problem
    assert not checked.crashed
    return sorted(map(key, checked.findings), key=repr)


def excerpt(source: str, span: Span) -> str:
    """Return the stretch of a source that a span names, counted here anew."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z|\Z", source)
    start = sum(map(len, lines[: span.line - 1])) + span.column - 1
    stop = sum(map(len, lines[: span.end_line - 1])) + span.end_column - 1
    assert start <= stop
    return source[start:stop]


def shown(markup: str) -> str:
    """Return what a reader sees of a stretch of a page, without white space."""
    return "".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def rule(
    check: Check,
    code: str = "XYZ001",
    severity: tuple[Case, ...] = _WARNING,
    message: Text | None = None,
    **more: Any,
) -> Rule:
    """Return a rule with a check of its own; ``more`` as :class:`nianbao.rule.Rule` has it."""
    said = message or Text("说明", "message")
    texts = Texts(Text("标题", "title"), Text("缘由", "why"), Text("改法", "fix"), said, ("依据",))
    given: Data = {
        "name": code.lower(),
        "confidence": Confidence.CUSTOMARY,
        "editions": ("2019", "2021"),
        "since": "0.1.0",
        "texts": lambda: texts,
    }
    return Rule(code=code, severity=severity, check=check, **{**given, **more})
