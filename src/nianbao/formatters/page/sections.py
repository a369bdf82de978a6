"""How does a part of a document look: its heading, its table, its findings?"""

from collections.abc import Iterator

from nianbao.formatters.page import words
from nianbao.formatters.page.findings import group
from nianbao.formatters.page.marks import marks_of
from nianbao.formatters.page.markup import Html, tag
from nianbao.formatters.page.parts import Part, parts_of
from nianbao.formatters.page.tables import Drawing
from nianbao.formatters.wording import JOINT
from nianbao.model.naming import label_of
from nianbao.model.report import Report
from nianbao.model.text import Language
from nianbao.result import Document


def parts(document: Document, name: str, language: Language) -> Iterator[Html]:
    """Yield the parts of a document; a table that is at hand is drawn beside its findings."""
    met, report = parts_of(document), document.report
    drawing = Drawing(report, marks_of(met), name, language) if report else None
    for part in met:
        title = _title(part, report, language)
        groups = tag(
            "div", *(group(each, name, drawing, language) for each in part.groups), class_="groups"
        )
        if drawing and part.key in drawing.report.tables:
            heading, table = drawing.heading(part.key, title), drawing.table(part.key, title)
            yield tag("section", heading, table, groups, class_="part drawn")
        else:
            heading = tag("h3", title, lang="zh-CN" if part.key else None)
            yield tag("section", heading, groups, class_="part")


def _title(part: Part, report: Report | None, language: Language) -> str:
    """Return what a part is called: a table by its label and, where known, its subject."""
    if not part.key:
        return words.WHOLE.get(language)
    if report is None:
        (_, first), *_others = part.groups[0].members
        return first.place.label.split(JOINT)[0]
    form = report.form(part.key)
    short = label_of(f"/{part.key}", report)
    return f"{short} {form.title}" if form else short
