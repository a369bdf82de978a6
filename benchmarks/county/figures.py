"""What tables an organ fills in year after year, so that each year goes on from the one before."""

from collections.abc import Iterable
from random import Random
from typing import Any

from benchmarks.pages.figures import Tables, complete
from benchmarks.pages.form import form
from benchmarks.pages.leaves import SIZES, draw

_NATURAL = "natural_person"


def edition_of(year: int) -> str:
    """Return the edition by which the reports for a year are written."""
    return "2019" if year < form("2021").first_year else "2021"


def tables_of(year: int, before: Tables | None, rng: Random, *, is_quiet: bool) -> Tables:
    """Return consistent tables for a year.

    Args:
        year: the year.
        before: the tables of the year before.
        rng: where chance comes from.
        is_quiet: whether the organ has nothing in tables 三 and 四, and carries nothing over.
    """
    edition = edition_of(year)
    leaves = draw(edition, rng, SIZES["empty" if is_quiet else "small"])
    for column, count in (before or {}).get("requests", {}).get("carried_out", {}).items():
        leaves[f"/requests/carried_in/{column}"] = count
        granted = f"/requests/results/granted/{column}"
        leaves[granted] = leaves.get(granted, 0) + count
    tables = complete(edition, leaves)
    for key, row in tables["disclosure"].items():
        _go_on(row, before["disclosure"].get(key, {}) if before else {})
    return tables


def _go_on(row: dict[str, Any], before: dict[str, Any]) -> None:
    """Make the stocks of a row those of the year before with what came and went."""
    if "in_force" in row and "in_force" in before:
        row["repealed"] = min(row["repealed"], before["in_force"] + row["issued"])
        row["in_force"] = before["in_force"] + row["issued"] - row["repealed"]
    if "open_total" in row and "open_total" in before:
        row["open_total"] = before["open_total"] + row["opened"]
    if "items_before" in row and "items_before" in before:
        row["items_before"] = before["items_before"] + before["change"]
        row["change"] = max(row["change"], -row["items_before"])


def request_more(tables: Tables, row: str, count: int) -> None:
    """Add requests to a row, and as many that were granted, so that the table stays balanced."""
    requests = tables["requests"]
    for cells in (requests[row], requests["results"]["granted"], requests["results"]["total"]):
        cells[_NATURAL] += count
        cells["total"] += count


def summed(all_of: Iterable[Tables]) -> Tables:
    """Return the tables in which each cell is the sum of those of others."""
    first, *rest = all_of
    return {key: _sum([value, *(each[key] for each in rest)]) for key, value in first.items()}


def _sum(values: list[Any]) -> Any:
    if not isinstance(values[0], dict):
        return sum(values)
    return {key: _sum([each[key] for each in values]) for key in values[0]}
