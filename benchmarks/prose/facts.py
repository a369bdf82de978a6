"""What may the sentences of a report speak of?"""

from collections.abc import Mapping
from random import Random
from typing import Any

from benchmarks.pages.figures import Tables
from benchmarks.prose import names
from benchmarks.prose.figure import STYLES, Figure, Items, Share, items_of
from benchmarks.prose.organs import Author

_GROUPS = (
    ("granted", "予以公开"),
    ("partly_granted", "部分公开"),
    ("refused", "不予公开"),
    ("unavailable", "无法提供"),
    ("not_processed", "不予处理"),
    ("other", "其他处理"),
)
_APPLICANTS = (
    ("natural_person", "自然人"),
    ("commercial_enterprise", "商业企业"),
    ("research_institution", "科研机构"),
    ("public_welfare_organization", "社会公益组织"),
    ("legal_service_organization", "法律服务机构"),
    ("other", "其他"),
)
_OUTCOMES = (
    ("upheld", "结果维持"),
    ("corrected", "结果纠正"),
    ("other", "其他结果"),
    ("pending", "尚未审结"),
)
_CHANNELS = ("网络", "信函", "当面", "传真")
_KINDS = ("工作动态", "公示公告", "政策文件", "政策解读", "财政信息")
_HALVES = ("上半年", "下半年")
_TOPICS = ("土地征收", "城乡建设", "社会保障", "生态环境")
# The first year in which a fee for handling requests could be charged.
_FEE_YEAR = 2021


def facts_of(
    author: Author, year: int, edition: str, tables: Tables, rng: Random
) -> dict[str, Any]:
    """Return the facts of a report: names, the figures of its tables, and invented figures."""
    style = rng.choices(STYLES, (84, 6, 3, 4, 3))[0]
    return {
        **names.names_of(author, year, rng),
        f"edition{edition}": True,
        "fee_year": year >= _FEE_YEAR,
        **_requests(tables["requests"], style, rng),
        **_remedies(tables["review_litigation"], style),
        **_disclosure(tables["disclosure"], style),
        **_fees(tables, year, rng),
        **_invented(style, rng),
        **_before(tables["requests"], style, rng),
    }


def _requests(table: Tables, style: str, rng: Random) -> dict[str, Any]:
    results = table["results"]
    channels = _split(table["received"]["total"], _CHANNELS, style, rng)
    groups = [(name, Figure(_total(results[key]), style)) for key, name in _GROUPS]
    told = {key: number for (key, _), (_, number) in zip(_GROUPS, groups, strict=True)}
    received, carried_in = table["received"]["total"], table["carried_in"]["total"]
    handled = results["total"]["total"]
    figures = {
        "received": received,
        "carried_in": carried_in,
        "pool": received + carried_in,
        "handled": handled,
        "carried_out": table["carried_out"]["total"],
        "not_held": results["unavailable"]["not_held"]["total"],
        "needs_creation": results["unavailable"]["needs_creation"]["total"],
        "petition": results["not_processed"]["petition"]["total"],
        "repeated": results["not_processed"]["repeated"]["total"],
        "persons": table["received"]["natural_person"],
        "bodies": received - table["received"]["natural_person"],
    }
    return {
        **{key: Figure(number, style) for key, number in figures.items()},
        **{f"{key}_done": number for key, number in told.items()},
        "outcomes": items_of(groups),
        "applicants": _of_row(table["received"], _APPLICANTS, style),
        "channels": channels,
        "online": channels.each[0][1],
        "fax": channels.each[-1][1],
        "halves": _split(received, _HALVES, style, rng),
        "topics": _split(received, _TOPICS, style, rng),
        "rest": Figure(handled - told["granted"], style),
        "opened_done": Figure(told["granted"] + told["partly_granted"], style),
        "opened_share": Share(told["granted"] + told["partly_granted"], handled),
        "bodies_share": Share(figures["bodies"], received),
        "online_share": Share(channels.each[0][1], received),
        "granted_share": Share(int(told["granted"]), handled),
        "refused_share": Share(int(told["refused"]), handled),
        "persons_share": Share(table["received"]["natural_person"], received),
    }


def _remedies(table: Tables, style: str) -> dict[str, Any]:
    rows = {key: _of_row(table[key], _OUTCOMES, style) for key in table}
    totals = {key: Figure(items.total, style) for key, items in rows.items()}
    direct, after = totals["litigation_direct"], totals["litigation_after_review"]
    pending = sum(row["pending"] for row in table.values())
    decided = direct + after - pending + table["review"]["pending"]
    return {
        "pending": Figure(pending, style),
        "decided": Figure(decided, style),
        "review_upheld": Figure(table["review"]["upheld"], style),
        "review_corrected": Figure(table["review"]["corrected"], style),
        **{f"{key}_outcomes": items for key, items in rows.items()},
        **{f"{key}_total": total for key, total in totals.items()},
        "litigation": Figure(direct + after, style),
        "remedies": Figure(sum(totals.values()), style),
    }


def _disclosure(table: Tables, style: str) -> dict[str, Any]:
    """Return the numbers of the rows, named row_column, 0 where the edition has none."""
    return {
        f"{row}_{column}": value if isinstance(value, float) else Figure(value, style)
        for row, cells in table.items()
        for column, value in cells.items()
    }


def _fees(tables: Tables, year: int, rng: Random) -> dict[str, Any]:
    """Return the fee for handling requests: its notices, their sum, and what was received."""
    other = tables["requests"]["results"]["other"]
    unpaid = other["fee_unpaid"]["total"] if "fee_unpaid" in other else 0
    charged = year >= _FEE_YEAR and tables["disclosure"]["fees"].get("amount", 0) > 1
    paid = rng.randint(1, 3) if charged and rng.random() < 0.4 else 0
    return {
        "fee_notices": unpaid + paid,
        "fee_total": 100 * (unpaid + paid),
        "fee_paid": 100 * paid,
    }


def _invented(style: str, rng: Random) -> dict[str, Any]:
    """Return figures that no table holds."""
    kinds = items_of((kind, Figure(rng.randint(3, 240), style)) for kind in _KINDS)
    small = {f"few{i}": Figure(rng.randint(2, 12), style) for i in range(1, 6)}
    large = {f"many{i}": Figure(rng.randint(13, 900), style) for i in range(1, 6)}
    whole = {f"area{i}": Figure(rng.randint(1_000, 90_000), style) for i in range(1, 4)}
    rates = {f"rate{i}": f"{rng.randint(30, 995) / 10}%" for i in range(1, 4)}
    return {
        **small, **large, **whole, **rates,
        "score": f"{rng.randint(700, 995) / 10}",
        "kinds": kinds,
        "published": Figure(kinds.total, style),
    }  # fmt: skip


def _before(table: Tables, style: str, rng: Random) -> dict[str, Any]:
    """Return the number of requests of last year and how this year's differs."""
    received = table["received"]["total"]
    before = max(0, received + rng.choice((-9, -4, -1, 2, 5, 11)))
    return {
        "before": Figure(before, style),
        "more": Figure(max(0, received - before), style),
        "fewer": Figure(max(0, before - received), style),
        "more_share": Share(max(0, received - before), before),
        "more_times": before and received > before,
    }


def _of_row(row: Mapping[str, int], parts: tuple[tuple[str, str], ...], style: str) -> Items:
    return items_of((name, Figure(row[key], style)) for key, name in parts)


def _split(whole: int, names_: tuple[str, ...], style: str, rng: Random) -> Items:
    """Return a whole split at random among these names."""
    cuts = sorted(rng.randint(0, whole) for _ in names_[1:])
    ends = zip([0, *cuts], [*cuts, whole], strict=True)
    return items_of(
        (name, Figure(stop - start, style))
        for name, (start, stop) in zip(names_, ends, strict=True)
    )


def _total(results: Mapping[str, Any]) -> int:
    """Return the total of a result, or of all below it."""
    if "total" in results:
        return int(results["total"])
    return sum(int(each["total"]) for each in results.values())
