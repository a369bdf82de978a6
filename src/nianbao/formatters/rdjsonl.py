"""How does a result look to reviewdog?"""

import json
from typing import Any

from nianbao.formatters.characters import escaped_json
from nianbao.formatters.relative import relative
from nianbao.formatters.remarks import Remark, remarks
from nianbao.model.place import Columns, Span
from nianbao.protocols import Canvas
from nianbao.result import Result

Object = dict[str, Any]


class RdjsonlFormatter:
    """Writes a diagnostic of the Reviewdog Diagnostic Format on each line."""

    name = "rdjsonl"
    for_machines = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the result as lines of JSON; columns count bytes of UTF-8."""
        found = remarks(result, canvas.language)
        return "".join(f"{_line(_diagnostic(remark))}\n" for remark in found)


def _line(entry: Object) -> str:
    return escaped_json(json.dumps(entry, ensure_ascii=False))


def _diagnostic(remark: Remark) -> Object:
    location: Object = {"path": relative(remark.document.path)}
    if remark.span:
        location["range"] = _range(remark.span, remark.columns)
    return {
        "message": "\n".join(filter(None, [remark.message, remark.fix])),
        "location": location,
        "severity": str(remark.severity).upper(),
        "source": {"name": "nianbao"},
        "code": {"value": remark.code},
    }


def _range(span: Span, columns: Columns | None) -> Object:
    """Return a range, of whole lines where the columns are not known in bytes."""
    if columns is None:
        return {"start": {"line": span.line}, "end": {"line": span.end_line}}
    return {
        "start": {"line": span.line, "column": columns.utf8},
        "end": {"line": span.end_line, "column": columns.end_utf8},
    }
