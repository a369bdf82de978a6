"""What of a run counts when it is compared: of one just made, and of one written as JSON?"""

import json
import os
from collections.abc import Mapping
from typing import Any

from nianbao.engine.difference import Side, Spot
from nianbao.errors import UserError
from nianbao.model.text import Language, Text
from nianbao.resources import schema_text
from nianbao.result import Document, Finding, Result
from nianbao.structure import fault_in

Object = Mapping[str, Any]


class ResultFileError(UserError):
    """A file that holds no result of a run."""


def side_of(result: Result, language: Language) -> Side:
    """Return a run as a side of a comparison."""
    documents = result.documents
    return Side(
        {
            path_of(each.path): [_spot(each, finding, language) for finding in each.findings]
            for each in documents
            if each.status != "unreadable"
        },
        tuple(path_of(each.path) for each in documents if each.status == "unreadable"),
        tuple((path_of(each.path), rule.code) for each in documents for rule, _ in each.crashed),
    )


def path_of(path: str) -> str:
    """Return a path in the one form by which documents are known again."""
    return os.path.normpath(path).replace(os.sep, "/")


def _spot(document: Document, finding: Finding, language: Language) -> Spot:
    span = finding.place.span
    return Spot(
        path_of(document.path),
        finding.rule.code,
        finding.rule.name,
        finding.place.pointer,
        finding.place.label,
        span and span.line,
        span and span.column,
        str(finding.severity),
        finding.message.get(language),
    )


def recorded(path: str) -> Side:
    """Return the run that a file holds as JSON.

    Raises:
        ResultFileError: it cannot be read, or holds no result.
    """
    documents = _documents(path)
    return Side(
        {
            path_of(each["path"]): [_read(each["path"], one) for one in each.get("findings", ())]
            for each in documents
            if each["status"] != "unreadable"
        }
    )


def paths_in(path: str) -> list[str]:
    """Return the documents of a result that are worth another look: all but those left aside.

    Raises:
        ResultFileError: it cannot be read, or holds no result.
    """
    return [
        each["path"]
        for each in _documents(path)
        if each["status"] != "other" or each.get("findings")
    ]


def _read(path: str, finding: Object) -> Spot:
    return Spot(
        path_of(path),
        finding["rule"],
        finding["name"],
        finding["place"],
        finding.get("label", ""),
        finding.get("line"),
        finding.get("column"),
        finding["severity"],
        finding["message"],
    )


def _documents(path: str) -> list[Object]:
    data = _loaded(path)
    schema = json.loads(schema_text("result-v1"))
    fault = fault_in(data, schema, schema)
    if fault:
        at = fault.pointer or "/"
        raise ResultFileError(
            Text(
                f"不是 --format json 的结果，{at}：{fault.reason.zh}",
                f"this is no result of --format json; at {at}: {fault.reason.en}",
            ),
            path,
        )
    documents: list[Object] = data["documents"]
    return documents


def _loaded(path: str) -> Any:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return json.load(file)
    except OSError:
        raise ResultFileError(_UNREADABLE, path) from None
    except (ValueError, RecursionError):
        raise ResultFileError(_NO_JSON, path) from None


_UNREADABLE = Text("读不了这个结果文件", "this result cannot be read")
_NO_JSON = Text("不是完好的 JSON", "this is no sound JSON")
