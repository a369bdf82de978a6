"""How does a result look to software that reads SARIF 2.1.0?"""

import json
from typing import Any

from nianbao.formatters.characters import escaped_json
from nianbao.formatters.sarif_limits import fitting, remarks_on_cut
from nianbao.formatters.sarif_notes import notes_of
from nianbao.formatters.sarif_places import artifact
from nianbao.formatters.sarif_results import Found, found_in, result_object
from nianbao.formatters.sarif_rules import rule_object, rules_of
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from nianbao.result import Result

Object = dict[str, Any]
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}


class SarifFormatter:
    """Writes one run, fit for code scanning."""

    name = "sarif"
    for_machines = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the result as SARIF; columns count units of UTF-16."""
        found = found_in(result)
        return fitting(found, lambda kept: _written(result, kept, len(found), canvas.language))


def _written(result: Result, kept: list[Found], total: int, language: Language) -> str:
    run = _run(result, kept, total, language)
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped_json(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"


def _run(result: Result, kept: list[Found], total: int, language: Language) -> Object:
    rules = rules_of(result)
    order = {rule.code: number for number, rule in enumerate(rules)}
    failed = any(one.status == "unreadable" or one.crashed for one in result.documents)
    cut = remarks_on_cut(len(kept), total, language)
    return {
        "tool": {
            "driver": {
                "name": "nianbao",
                "version": result.version,
                "semanticVersion": result.version,
                "language": _TAGS[language],
                "rules": [rule_object(rule, language) for rule in rules],
                "properties": {"rules_digest": result.rules_digest},
            }
        },
        "language": _TAGS[language],
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [
            {
                "executionSuccessful": not failed,
                "toolExecutionNotifications": [*cut, *notes_of(result, order, language)],
            }
        ],
        "artifacts": [artifact(document) for document in result.documents],
        "results": [result_object(each, order, language) for each in kept],
        "properties": {"profile": result.profile},
    }
