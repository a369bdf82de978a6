"""How does a result look to other software?"""

import json
from typing import Any

from nianbao.formatters.characters import escaped_json
from nianbao.formatters.counts import count
from nianbao.formatters.plain import plain
from nianbao.model.place import Place
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from nianbao.result import Document, Finding, Result

Object = dict[str, Any]


class JsonFormatter:
    """Writes a result as schemas/result-v1.schema.json describes it."""

    name = "json"
    for_machines = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the result as JSON, its sentences in the language of the canvas."""
        whole = to_object(result, canvas.language)
        text = json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False)
        return escaped_json(text) + "\n"


def to_object(result: Result, language: Language) -> Object:
    """Return a result as plain values for JSON."""
    return {
        "version": 1,
        "tool": {
            "name": "nianbao",
            "version": result.version,
            "rules_digest": result.rules_digest,
        },
        "language": language,
        "profile": result.profile,
        "summary": count(result.told)._asdict(),
        "documents": [_document(document, language) for document in result.documents],
        "area": {"findings": [finding_object(each, language) for each in result.area]},
    }


def _document(document: Document, language: Language) -> Object:
    problem = document.problem
    return known(
        path=document.path,
        status=document.status,
        reader=document.reader or None,
        encoding=document.encoding or None,
        organ=document.organ or None,
        year=document.year,
        edition=document.edition or None,
        problem=problem and problem.reason.get(language),
        line=problem and problem.line,
        column=problem and problem.column,
        findings=[finding_object(finding, language) for finding in document.findings],
        not_checked=[
            {"rule": rule.code, "reason": gap.reason.get(language), "place": gap.at}
            for rule, gap in document.not_checked
        ],
        crashed=[{"rule": rule.code, "reason": reason} for rule, reason in document.crashed],
    )


def finding_object(finding: Finding, language: Language) -> Object:
    """Return a finding as the contract has it."""
    span = finding.place.span
    return {
        "rule": finding.rule.code,
        "name": finding.rule.name,
        "severity": str(finding.severity),
        "confidence": str(finding.rule.confidence),
        "state": finding.state,
        "message": finding.message.get(language),
        **_place(finding.place),
        **(known(end_line=span.end_line, end_column=span.end_column) if span else {}),
        "related": [_place(place) for place in finding.related],
        "values": plain(finding.values, language),
        "basis": list(finding.rule.texts().basis),
        "fingerprint": finding.fingerprint,
    }


def _place(place: Place) -> Object:
    span, origin = place.span, place.origin
    return known(
        place=place.pointer,
        label=place.label,
        line=span and span.line,
        column=span and span.column,
        path=origin and origin.path,
        organ=(origin and origin.organ) or None,
        year=origin and origin.year,
    )


def known(**pairs: object) -> Object:
    """Leave out what is not known."""
    return {key: value for key, value in pairs.items() if value is not None}
