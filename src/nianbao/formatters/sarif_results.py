"""What is a finding in the words of SARIF?"""

from collections.abc import Mapping
from typing import Any

from nianbao.formatters import wording
from nianbao.formatters.plain import plain
from nianbao.formatters.remarks import of_finding
from nianbao.formatters.sarif_places import location
from nianbao.formatters.sarif_rules import LEVELS
from nianbao.model.record import Record
from nianbao.model.text import Language
from nianbao.result import Document, Finding, Result

Object = dict[str, Any]


class Found(Record):
    """A finding, the document it stands in, and which one of the run that is, from 0.

    Attributes:
        compared: whether the run tells findings that are new from those known before.
    """

    finding: Finding
    document: Document
    number: int
    compared: bool = False


def found_in(result: Result) -> list[Found]:
    """Return the findings of a run, the gravest first, then in the order of the documents."""
    compared = any(one.state == "known" for each in result.told for one in each.findings)
    start = -1 if result.area else 0
    found = [
        Found(finding, document, number, compared)
        for number, document in enumerate(result.told, start)
        for finding in document.findings
    ]
    return sorted(found, key=lambda each: -each.finding.severity)


def result_object(found: Found, order: Mapping[str, int], language: Language) -> Object:
    """Return a finding as a result.

    Args:
        found: the finding.
        order: the number of each rule by its code.
        language: the language of its sentences.
    """
    finding, document, number, _ = found
    remark = of_finding(document, finding, language)
    return {
        "ruleId": remark.code,
        "ruleIndex": order[finding.rule.code],
        "level": LEVELS[finding.severity],
        "message": {"text": f"{remark.message}\n{wording.fix(finding, language)}"},
        "locations": [location(document, number, finding.place)] if document.path else [],
        **_related(found, language),
        **_state(found),
        # The second name is the one by which code scanning tells results apart: without it, it
        # takes the line, and a whole page may stand on one line.
        "partialFingerprints": {
            "nianbao/v1": finding.fingerprint,
            "primaryLocationLineHash": finding.fingerprint,
        },
        "properties": {
            "confidence": str(finding.rule.confidence),
            "values": plain(finding.values, language),
        },
    }


def _related(found: Found, language: Language) -> Object:
    """Return the other cells, the operands of a sum, each with its name."""
    places = found.finding.related
    if not places:
        return {}
    return {
        "relatedLocations": [
            {
                "id": order,
                **location(found.document, found.number, place),
                "message": {"text": wording.label(place, language)},
            }
            for order, place in enumerate(places, 1)
        ]
    }


def _state(found: Found) -> Object:
    """Return whether a finding was known or is explained."""
    state = found.finding.state
    explained = {"suppressions": [{"kind": "external", "status": "accepted"}]}
    known = {"baselineState": "unchanged" if state == "known" else "new"}
    return {
        **(explained if state == "explained" else {}),
        **(known if found.compared else {}),
    }
