"""How does a result look to software that reads the XML of JUnit?"""

from collections.abc import Mapping

from nianbao.formatters.junit_cases import Case, cases_of
from nianbao.formatters.relative import relative
from nianbao.formatters.xml import HEAD, element, quoted
from nianbao.model.record import Record
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from nianbao.result import Document, Result

# Nothing is timed, but the form wants a number.
_TIME = "0"


class JunitFormatter:
    """Writes a suite for each report and a case for each rule that was asked."""

    name = "junit"
    for_machines = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the result as XML; what is no report was not tested and is left out."""
        suites = [_suite(document, canvas.language) for document in result.told]
        shown = [suite for suite in suites if suite.counts["tests"]]
        totals = {key: sum(suite.counts[key] for suite in shown) for key in _TOTALS}
        whole = element(
            "testsuites",
            "\n",
            *(suite.xml for suite in shown),
            name="nianbao",
            time=_TIME,
            **totals,
        )
        return HEAD + whole


_TOTALS = ("tests", "failures", "errors")


class _Suite(Record):
    """A suite, written, and the numbers of its cases."""

    xml: str
    counts: Mapping[str, int]


def _suite(document: Document, language: Language) -> _Suite:
    cases = cases_of(document, language)
    path = relative(document.path)
    kinds = [case.kind for case in cases]
    counts = {
        "tests": len(cases),
        "failures": kinds.count("failure"),
        "errors": kinds.count("error"),
        "skipped": kinds.count("skipped"),
    }
    content = (_properties(document), *(_case(case, path) for case in cases))
    return _Suite(element("testsuite", "\n", *content, name=path, time=_TIME, **counts), counts)


def _properties(document: Document) -> str:
    about = {"organ": document.organ, "year": document.year, "edition": document.edition}
    known = [element("property", name=key, value=value) for key, value in about.items() if value]
    return element("properties", "\n", *known) if known else ""


def _case(case: Case, path: str) -> str:
    out = _text("system-out", case.out) if case.out else ""
    said = _outcome(case)
    return element(
        "testcase", *filter(None, [said, out]), name=case.name, classname=path, time=_TIME
    )


def _outcome(case: Case) -> str:
    if case.kind == "skipped":
        return _text("skipped", case.lines)
    if case.kind in ("failure", "error"):
        return _text(case.kind, case.lines, message=case.lines[0], type=case.code)
    return ""


def _text(tag: str, lines: tuple[str, ...], **attributes: str) -> str:
    """Return an element that holds lines of text."""
    return element(tag, "\n".join(map(quoted, lines)), **attributes)
