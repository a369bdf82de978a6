"""Documents that the command line is tried on."""

import json
from random import Random
from typing import Any

from benchmarks.pages.reports import random_report
from benchmarks.pages.styles import render
from nianbao.conforming import conforming, put

OTHER = "<!DOCTYPE html>\n<html><body><p>欢迎访问本网站</p></body></html>\n"
CLEAN_LINE = "青禾县云溪镇人民政府2024年报告，2021年版，可以发布"


def clean_json(edition: str = "2021", **changes: Any) -> str:
    """Return a report without faults as canonical JSON, with some of its keys changed."""
    return json.dumps({**conforming(edition), **changes}, ensure_ascii=False, indent=1)


def clean_page(edition: str = "2021", style: str = "clean", charset: str = "utf-8") -> str:
    """Return a report without faults as a page."""
    rng = Random(edition)  # noqa: S311  # the same page every time, and no secret
    return render(random_report(rng, edition), style, edition, charset)


def json_with(pointer: str, value: Any, edition: str = "2021") -> str:
    """Return a report as canonical JSON with one value changed."""
    report = conforming(edition)
    put(report, pointer, value)
    return json.dumps(report, ensure_ascii=False, indent=1)


def faulty_json() -> str:
    """Return a report with one error (VAL004, in a cell that no sum has)."""
    return json_with("/disclosure/licences/decisions", "约十件")


def warned_json() -> str:
    """Return a report with one warning (VAL001)."""
    return json_with("/disclosure/licences/decisions", None)


def noted_json() -> str:
    """Return a report with one note (VAL003 at an amount of 2019)."""
    report = conforming("2019")
    put(report, "/disclosure/procurement/projects", 1)
    put(report, "/disclosure/procurement/amount", "3万元")
    return json.dumps(report, ensure_ascii=False, indent=1)
