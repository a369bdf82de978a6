"""From what was kept of a report back to its facts."""

from collections.abc import Mapping
from typing import Any

from nianbao.model.facts import Facts
from nianbao.protocols import ReadOptions
from nianbao.readers.canonical import report_from


def facts_from(data: Mapping[str, Any]) -> Facts:
    """Return the facts that :meth:`Facts.to_dict` wrote."""
    return Facts(data["path"], report_from(data["report"], ReadOptions(data["blank"])))
