"""What does a clerk call a place?"""

from collections.abc import Mapping

from nianbao.model.edition import Form, Row
from nianbao.model.printed import printed
from nianbao.model.report import Report

_TERMS = {
    "": "全文",
    "title": "标题",
    "preface": "前言",
    "published": "发布日期",
    "period": "统计期限",
}
_PARTS = {
    "disclosure": "表二",
    "requests": "表三",
    "review_litigation": "表四",
}
_NOTE = "勾稽关系说明"


def label_of(pointer: str, report: Report) -> str:
    """Return the label of a place, always in Chinese: ``表三 · （七）总计 · 其他``."""
    tokens = pointer.split("/")[1:]
    if not tokens:
        return _TERMS[""]
    if tokens[0] in _PARTS:
        return " · ".join((_PARTS[tokens[0]], *_inside(tokens, pointer, report)))
    if tokens[0] == "sections":
        return _section(tokens[1], report)
    if tokens[0] == "extra_sections":
        extra = report.extra_sections[int(tokens[1]) :][:1]
        return extra[0].heading if extra else pointer
    terms = report.edition.terms if report.edition else {}
    return _TERMS.get(tokens[0]) or terms.get(tokens[0], tokens[0])


def _section(key: str, report: Report) -> str:
    if report.edition:
        return report.edition.part_title(key)
    return report.sections[key].heading if key in report.sections else key


def _inside(tokens: list[str], pointer: str, report: Report) -> tuple[str, ...]:
    """Return the labels below a table: row and column, header, or stray row."""
    form = report.form(tokens[0])
    if len(tokens) == 1 or form is None:
        return ()
    if tokens[1] == "extra_rows":
        return (f"第{int(tokens[2]) + 1}个多余行",)
    if tokens[1] == "columns":
        return _header(tokens, form)
    if tokens[1] == "blocks":
        block = printed(form).get(pointer)
        return (block.title if block else tokens[-1],)
    if tokens[1] == "note":
        return (_NOTE,)
    table = report.tables.get(tokens[0])
    return _cell(pointer, form, table.other_rows if table else {})


def _header(tokens: list[str], form: Form) -> tuple[str, ...]:
    key = tokens[-1]
    rows = [row for row in form.rows if len(tokens) == 3 or row.pointer.endswith(f"/{tokens[2]}")]
    titles = [column.label for row in rows for column in row.columns if column.key == key]
    return (f"列“{titles[0] if titles else key}”",)


def _cell(pointer: str, form: Form, others: Mapping[str, Row]) -> tuple[str, ...]:
    rows = {**others, **form.by_pointer}
    if pointer in rows:
        return tuple(rows[pointer].label.split(" · "))
    above, _, key = pointer.rpartition("/")
    if above in rows:
        columns = [column.label for column in rows[above].columns if column.key == key]
        return (*rows[above].label.split(" · "), *columns)
    groups = [group.title for group in form.groups if group.pointer == pointer]
    return tuple(groups) or (pointer.rpartition("/")[2],)


def row_pointer(pointer: str) -> str:
    """Return the pointer of the row that holds a cell."""
    return pointer.rpartition("/")[0]
