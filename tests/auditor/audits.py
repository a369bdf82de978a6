"""An audit as tests run it: in this process, on a day of their own."""

import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

from nianbao.audit.overview import Overview
from nianbao.auditor.auditing import Task, audit

AS_OF = date(2025, 6, 1)
_TABLES = ("documents", "facts", "findings", "groups", "gaps", "cells_2019", "cells_2021")


def run(paths: Path | list[Path], out: Path, **changes: Any) -> Overview:
    """Audit some paths into a folder."""
    named = [paths] if isinstance(paths, Path) else paths
    task = Task([str(path) for path in named], str(out), AS_OF, time_limit=0)
    return audit(task._replace(**changes))


def lines(out: Path) -> list[dict[str, Any]]:
    """Return the findings of the outputs."""
    text = (out / "findings.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def there(out: Path) -> list[dict[str, Any]]:
    """Return the findings that are there, without how new they are."""
    told = (line for line in lines(out) if line["state"] != "fixed")
    return [{**line, "state": ""} for line in told]


def found(out: Path) -> list[tuple[str, str]]:
    """Return the rule and the name of the file of each finding."""
    return [(line["rule"], line.get("path", "").rpartition("in/")[2]) for line in lines(out)]


def about(out: Path) -> dict[str, Any]:
    """Return what ``run.json`` says."""
    data: dict[str, Any] = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return data


def content(out: Path) -> dict[str, list[Any]]:
    """Return all rows of a store, but for the runs and the lives of findings."""
    base = sqlite3.connect(out / "audit.sqlite")
    try:
        return {
            table: sorted(base.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608  # our own names
            for table in _TABLES
        }
    finally:
        base.close()


def states(out: Path) -> list[tuple[str, str, str]]:
    """Return rule, state and path of each finding ever met."""
    base = sqlite3.connect(out / "audit.sqlite")
    try:
        query = "SELECT rule, state, path FROM lives ORDER BY rule, path"
        return [
            (rule, state, path.rpartition("in/")[2]) for rule, state, path in base.execute(query)
        ]
    finally:
        base.close()
