"""An example plug-in: a rule about the title, and a format of one line a finding."""

from collections.abc import Iterable, Sequence

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.plugins import hookimpl
from nianbao.protocols import Canvas, Formatter
from nianbao.result import Document, Finding, Result
from nianbao.rule import Case, Confidence, Hit, NotChecked, Rule, Severity, Texts

_ENDING = "年度报告"


def title_ending(report: Report) -> Iterable[Hit | NotChecked]:
    """Find a title that does not end with the words 年度报告."""
    if report.title and not report.title.rstrip().endswith(_ENDING):
        yield Hit("/title", {"title": report.title})


def _texts() -> Texts:
    return Texts(
        title=Text("标题不以“年度报告”结尾", "The title does not end with 年度报告"),
        why=Text("检索按标题找年度报告。", "Searches find annual reports by their titles."),
        fix=Text("在标题末尾写上“年度报告”。", "Let the title end with 年度报告."),
        message=Text(
            "标题“{title}”不以“年度报告”结尾",
            'the title "{title}" does not end with 年度报告',
        ),
        basis=("国办公开办函〔2021〕30号",),
    )


RULE = Rule(
    code="ZZZ001",
    name="title-ending",
    severity=(Case({}, Severity.WARNING),),
    confidence=Confidence.CUSTOMARY,
    editions=("2019", "2021"),
    since="1.0.0",
    check=title_ending,
    texts=_texts,
)


class BriefFormatter:
    """Writes one line a finding: path, line, severity, code."""

    name = "brief"
    for_machines = False

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the lines, in the language of the canvas."""
        return "".join(
            f"{_line(document, finding)} {finding.message.get(canvas.language)}\n"
            for document in result.documents
            for finding in document.findings
        )


def _line(document: Document, finding: Finding) -> str:
    span = finding.place.span
    line = span.line if span else "-"
    return f"{document.path}:{line}: {finding.severity} {finding.rule.code}"


@hookimpl
def nianbao_rules() -> Sequence[Rule]:
    """Return the rule about the title."""
    return (RULE,)


@hookimpl
def nianbao_formatters() -> Sequence[Formatter]:
    """Return the format of one line a finding."""
    return (BriefFormatter(),)
