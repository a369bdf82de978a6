"""Do rules find in their examples what they say they find?"""

from collections.abc import Mapping, Sequence
from typing import Any

from nianbao.conforming import conforming, drop, put
from nianbao.engine.findings import findings_of
from nianbao.engine.run import run
from nianbao.model.report import Report
from nianbao.protocols import ReadOptions, Source
from nianbao.readers import html, text
from nianbao.readers.canonical import report_from
from nianbao.result import Finding
from nianbao.rule import Example, Rule


def report_of(example: Example) -> Report:
    """Return the report of an example."""
    for name, read in (("html", html.read), ("text", text.read)):
        if name in example.source:
            words = str(example.source[name])
            source = Source(f"{example.key}.{name}", words, words.encode(), "utf-8")
            return read(source, ReadOptions())
    return report_from(data_of(example), ReadOptions())


def data_of(example: Example) -> dict[str, Any]:
    """Return the canonical data of an example that changes the conforming report."""
    data = conforming(example.edition)
    for pointer in example.source.get("remove", ()):
        drop(data, pointer)
    changes: Mapping[str, Any] = example.source.get("set", {})
    for pointer, value in changes.items():
        put(data, pointer, value)
    return data


def found_in(example: Example, rule: Rule, rules: Sequence[Rule]) -> list[Finding]:
    """Return what a rule finds in an example, once it has yielded to the others.

    Raises:
        RuntimeError: the rule crashes.
    """
    report = report_of(example)
    company = [each for each in rules if each.code == rule.code or each.code in rule.yields_to]
    outcomes = run(company, report)
    crashes = [outcome.crash for outcome in outcomes if outcome.crash]
    if crashes:
        raise RuntimeError(crashes[0])
    return [
        finding
        for finding in findings_of(outcomes, report, example.key)
        if finding.rule.code == rule.code
    ]


def faults_of(example: Example, rule: Rule, rules: Sequence[Rule]) -> list[str]:
    """Return how what a rule finds differs from what its example says, none where it does not."""
    wanted = list(example.finds)
    faults = []
    for finding in found_in(example, rule, rules):
        here = [each for each in wanted if each.at == finding.place.pointer]
        meant = next((each for each in here if each.says in finding.message.zh), None)
        if meant is None:
            faults.append(f"at {finding.place.pointer!r} it says: {finding.message.zh}")
            continue
        wanted.remove(meant)
        if meant.severity not in (None, finding.severity):
            faults.append(
                f"at {meant.at!r} it is of severity {finding.severity}, not {meant.severity}"
            )
    return faults + [f"nothing at {each.at!r} says {each.says!r}" for each in wanted]
