"""How far does a document go before it breaks off?"""

from nianbao.model.elsewhere import is_in_files, pictured
from nianbao.model.exemption import exemption
from nianbao.model.report import Report

_PARTS = ("overview", "disclosure", "requests", "review_litigation", "problems", "other_matters")
# A shorter last line may be a word such as 无, a name or a date.
_SENTENCE = 20
_TABLE_PARTS = ("disclosure", "requests", "review_litigation")


def cut_after(report: Report) -> str | None:
    """Return the key of the part after which a document seems to break off, or None.

    A document breaks off where everything behind some point is absent and the last thing before
    that point has no proper end: a table without its last rows, or a text that stops in the
    middle of a sentence. Markup alone cannot tell: the tags of a truncated page may be closed.
    """
    present = [key for key in _PARTS if key in report.sections]
    if not present or len(present) == len(_PARTS):
        return None
    last = present[-1]
    if present != list(_PARTS[: len(present)]) or exemption(report):
        return None
    return last if _stops_short(report, last) else None


def _stops_short(report: Report, part: str) -> bool:
    table = report.tables.get(part)
    text = report.sections[part].text.rstrip()
    if table is not None:
        rows = table.form.rows
        return not table.is_there(rows[-1]) and any(table.is_there(row) for row in rows)
    if part in _TABLE_PARTS:
        return False
    return _breaks_off(text.rpartition("\n")[2])


def _breaks_off(paragraph: str) -> bool:
    """Tell whether a paragraph is long enough for a sentence and has no end of one."""
    return len(paragraph) >= _SENTENCE and paragraph[-1] not in "。！？.!?；;）)”」』：:"


def ends_before(report: Report, pointer: str) -> bool:
    """Tell whether a document breaks off before the place of a pointer."""
    last = cut_after(report)
    if last is None:
        return False
    tokens = pointer.split("/")
    part = tokens[2] if tokens[1] == "sections" else tokens[1]
    if part not in _PARTS:
        return False
    if part != last:
        return _PARTS.index(part) > _PARTS.index(last)
    return tokens[1] != "sections" and _behind_last_row(report, pointer)


def _behind_last_row(report: Report, pointer: str) -> bool:
    """Tell whether a row stands behind the last one met of its table."""
    table = report.tables.get(pointer.split("/")[1])
    if table is None:
        return True
    order = [row.pointer for row in table.form.rows]
    met = [index for index, row in enumerate(table.form.rows) if table.is_there(row)]
    return pointer in order and order.index(pointer) > max(met, default=-1)


def is_whole(report: Report) -> bool:
    """Tell whether all that the document seems to hold was read."""
    has_unread = any(table.unread for table in report.tables.values())
    is_cut = cut_after(report) is not None
    return not (has_unread or is_cut or is_in_files(report) or pictured(report))
