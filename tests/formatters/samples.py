"""Results built by hand."""

from collections.abc import Iterable, Mapping
from typing import Any

from nianbao.model.place import Place, Span
from nianbao.model.text import Text
from nianbao.result import Document, Finding, Problem, Result
from nianbao.rule import Case, Confidence, NotChecked, Rule, Severity, Texts

_FIX = Text("核对这一列的数字", "check the figures of this column")
_MESSAGE = Text("两边相差2", "the sides differ by 2")


def rule(
    code: str = "SUM001",
    name: str = "request-balance",
    fix: Text = _FIX,
    basis: tuple[str, ...] = ("统一格式表三注",),
) -> Rule:
    """Return a rule that finds nothing itself."""
    texts = Texts(Text("标题", "title"), Text("缘由", "why"), fix, Text("说明", "message"), basis)
    return Rule(
        code=code,
        name=name,
        severity=(Case({}, Severity.ERROR),),
        confidence=Confidence.CERTAIN,
        editions=("2019", "2021"),
        since="0.1.0",
        check=lambda _report: (),
        texts=lambda: texts,
    )


def place(pointer: str, label: str, line: int | None = None, column: int = 2) -> Place:
    """Return a place, one character wide if it has a line."""
    span = Span(line, column, line, column + 1) if line else None
    return Place(pointer, label, span)


def finding(
    of: Rule | None = None,
    severity: Severity = Severity.ERROR,
    message: Text = _MESSAGE,
    at: Place | None = None,
    related: tuple[Place, ...] = (),
    values: Mapping[str, Any] | None = None,
) -> Finding:
    """Return a finding."""
    return Finding(
        rule=of or rule(),
        severity=severity,
        message=message,
        place=at or place("/requests/results/total/other", "表三 · （七）总计 · 其他", 343),
        related=related,
        values=values or {},
        fingerprint="0123456789abcdef",
    )


def document(path: str = "青禾/云溪镇.html", findings: Iterable[Finding] = ()) -> Document:
    """Return a document that was read, the report of 青禾县云溪镇 for 2024."""
    return Document(
        path, "read", "html", "utf-8", "青禾县云溪镇", 2024, "2021", findings=tuple(findings)
    )


def gap(code: str, zh: str, at: str = "") -> tuple[Rule, NotChecked]:
    """Return a rule that could not be checked, and why."""
    return rule(code), NotChecked(Text(zh, f"no {code}"), at)


def other(path: str, findings: Iterable[Finding] = ()) -> Document:
    """Return a document that is no annual report."""
    return Document(path, "other", "html", "utf-8", findings=tuple(findings))


def unreadable(path: str, line: int | None = None, column: int | None = None) -> Document:
    """Return a document that could not be read."""
    reason = Text("键“year”出现两次", "the key “year” stands twice")
    return Document(path, "unreadable", "json", problem=Problem(reason, line, column))


def result(*documents: Document) -> Result:
    """Return a run over the documents."""
    return Result(documents, "0.1.0", "00ff00ff")
