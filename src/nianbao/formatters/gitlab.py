"""How does a result look to GitLab, as a report on code quality?"""

import hashlib
import json
from typing import Any

from nianbao.formatters.characters import escaped_json
from nianbao.formatters.relative import relative
from nianbao.formatters.remarks import Remark, remarks
from nianbao.protocols import Canvas
from nianbao.result import Result
from nianbao.rule import Severity

Object = dict[str, Any]
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitlabFormatter:
    """Writes an issue of GitLab's Code Quality format for each remark."""

    name = "gitlab"
    for_machines = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the result as a JSON array."""
        issues = [_issue(remark) for remark in remarks(result, canvas.language)]
        return escaped_json(json.dumps(issues, ensure_ascii=False, indent=1)) + "\n"


def _issue(remark: Remark) -> Object:
    span = remark.span
    return {
        "type": "issue",
        "check_name": remark.code,
        "description": remark.message,
        "content": {"body": remark.fix or remark.message},
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[remark.severity],
        "fingerprint": _fingerprint(remark),
        "location": {
            "path": relative(remark.document.path),
            "lines": {"begin": span.line if span else 1, "end": span.end_line if span else 1},
        },
    }


def _fingerprint(remark: Remark) -> str:
    """Return what tells issues apart: GitLab drops all but one that have it in common.

    Our own is the same for the same report in two files, so the path is part of it here.
    """
    own = remark.finding.fingerprint if remark.finding else remark.code
    whole = f"{relative(remark.document.path)}\0{own}"
    return hashlib.sha256(whole.encode()).hexdigest()[:32]
