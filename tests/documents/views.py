"""How is a canonical report looked at to compare it with what is expected of it?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

_ABSENT = "(absent)"


def at(data: Any, pointer: str) -> Any:
    """Return what stands at a pointer, or a mark where nothing does."""
    for token in pointer.split("/")[1:]:
        if not isinstance(data, Mapping) or token not in data:
            return _ABSENT
        data = data[token]
    return data


def _silent(report: Mapping[str, Any], want: list[str]) -> list[str]:
    """Rules that could not be checked; those expected are the ones that matter."""
    return want if set(want) <= set(report["not_checked"]) else report["not_checked"]


def _tables(report: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key in ("disclosure", "requests", "review_litigation"):
        if key in report:
            yield key, report[key]


def _title(report: Mapping[str, Any], want: str) -> str:
    """A title that is broken over lines is still that title."""
    title = str(report.get("title", ""))
    return want if "".join(title.split()) == "".join(want.split()) else title


def _cells(report: Mapping[str, Any], want: Mapping[str, Any]) -> dict[str, Any]:
    return {pointer: at(report, pointer) for pointer in want}


def _absent(report: Mapping[str, Any], want: Iterable[str]) -> list[str]:
    return [pointer for pointer in want if at(report, pointer) == _ABSENT]


def _in_order(key: str) -> Callable[[Mapping[str, Any], list[str]], list[str]]:
    """Entries of all tables; their order among themselves says nothing."""

    def view(report: Mapping[str, Any], want: list[str]) -> list[str]:
        met = [entry for _, table in _tables(report) for entry in table.get(key, ())]
        return want if sorted(met) == sorted(want) else met

    return view


def _labels(report: Mapping[str, Any], _want: Any) -> dict[str, str]:
    return {
        pointer: label
        for _, table in _tables(report)
        for pointer, label in table.get("labels", {}).items()
    }


def _parts(report: Mapping[str, Any], want: Mapping[str, Any], key: str) -> dict[str, Any]:
    sections = report.get("sections", {})
    return {part: sections.get(part, {}).get(key, "") for part in want}


def _chosen(report: Mapping[str, Any], want: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: report.get(key, {}).get(name, _ABSENT) for name in want}


def _extra_rows(report: Mapping[str, Any], _want: Any) -> dict[str, list[str]]:
    return {
        key: [row["label"] for row in table["extra_rows"]]
        for key, table in _tables(report)
        if table.get("extra_rows")
    }


# How to look at a report to compare it with what is expected under a key; all other keys are those
# of the canonical report.
VIEWS: dict[str, Any] = {
    "title": _title,
    "sections": lambda report, _: list(report.get("sections", ())),
    "headings": lambda report, want: _parts(report, want, "heading"),
    "texts": lambda report, want: _parts(report, want, "text"),
    "pictures": lambda report, want: _parts(report, want, "pictures"),
    "extra_sections": lambda report, _: [
        each["heading"] for each in report.get("extra_sections", ())
    ],
    "organ": lambda report, want: _chosen(report, want, "organ"),
    "period": lambda report, want: _chosen(report, want, "period"),
    "links": lambda report, _: [each["href"] for each in report.get("links", ())],
    "cells": _cells,
    "absent": _absent,
    "not_checked": _silent,
    "unread": _in_order("unread"),
    "labels": _labels,
    "misplaced": _in_order("misplaced"),
    "extra_rows": _extra_rows,
    "copies": lambda report, want: {key: len(report[key].get("copies", ())) for key in want},
}
