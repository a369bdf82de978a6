"""An invented county: who reports in it, and what they report."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.invented import data

ORGANS = {
    "青禾县人民政府": {"level": "county", "kind": "government"},
    "青禾县云溪镇人民政府": {"level": "township", "kind": "government", "parent": "青禾县"},
    "青禾县档案局": {"level": "county", "kind": "department", "parent": "青禾县"},
}
ROSTER = """机关,层级,类别,上级,别名
青禾县人民政府,县级,政府,,县政府
青禾县云溪镇人民政府,乡级,政府,青禾县人民政府,云溪镇
青禾县档案局,县级,部门,青禾县人民政府,县档案馆；档案局
"""


def report(organ: str, year: int, cells: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the canonical data of a conforming report of one of the organs."""
    edition = "2021" if year > 2020 else "2019"
    words = {
        "/organ": {"name": organ, **ORGANS.get(organ, {})},
        "/year": year,
        "/title": f"{organ}{year}年政府信息公开工作年度报告",
        "/period/from": f"{year}-01-01",
        "/period/to": f"{year}-12-31",
        "/period/text": f"自{year}年1月1日起至{year}年12月31日止",
    }
    return data({**words, **(cells or {})}, edition)


def write(folder: Path, name: str, content: Mapping[str, Any]) -> Path:
    """Write a report as JSON and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def settle(folder: Path, years: Iterable[int] = (2022, 2023, 2024)) -> Path:
    """Write the reports of all organs for some years, and return the folder."""
    for organ in ORGANS:
        for year in years:
            write(folder, f"{organ}/{year}.json", report(organ, year))
    return folder
