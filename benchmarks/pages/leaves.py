"""How large the figures of an organ are: random numbers for the free cells of a form."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.pages.figures import FreeCell, Number, free_cells


@dataclass(frozen=True)
class Size:
    """The upper bounds of an organ's figures: requests, documents, decisions, items, 万元."""

    requests: int
    documents: int
    decisions: int
    items: int
    fees: int


SIZES = {
    "empty": Size(requests=0, documents=0, decisions=0, items=0, fees=0),
    "small": Size(requests=6, documents=4, decisions=40, items=30, fees=0),
    "medium": Size(requests=90, documents=15, decisions=3_000, items=250, fees=200),
    "large": Size(requests=3_000, documents=80, decisions=400_000, items=1_500, fees=9_000),
    "huge": Size(requests=5_000, documents=150, decisions=8_000_000, items=2_500, fees=9_500),
}

_RESULT_WEIGHTS = {"granted": 12, "partly_granted": 4, "not_held": 7, "needs_creation": 2}
_APPLICANT_WEIGHTS = {"natural_person": 20, "commercial_enterprise": 5, "other": 2}


def draw(edition: str, rng: Random, size: Size, *, rulemaking: bool = False) -> dict[str, Number]:
    """Return random numbers for the free cells of a form.

    Args:
        edition: The edition of the form.
        rng: Where chance comes from.
        size: How large the figures may be.
        rulemaking: Whether the organ may make regulations; else their row stays 0.
    """
    cells = free_cells(edition)
    leaves = {cell.pointer: _number(rng, size, cell) for cell in cells if _standing(cell)}
    if not rulemaking:
        leaves |= {pointer: 0 for pointer in leaves if "/regulations/" in pointer}
    _part_from_stock(rng, leaves)
    requests = rng.randint(size.requests // 5, size.requests)
    return leaves | _requests(rng, cells, requests) | _remedies(rng, cells, requests // 10)


def _standing(cell: FreeCell) -> bool:
    return cell.pointer.startswith("/disclosure/")


def _number(rng: Random, size: Size, cell: FreeCell) -> Number:
    column = cell.pointer.rpartition("/")[2]
    bounds = {
        "decisions": size.decisions,
        "items_before": size.items,
        "change": size.items // 10,
        "projects": size.documents,
        "open_total": 5 * size.documents,
        "in_force": 5 * size.documents,
        "amount": size.fees,
    }
    bound = bounds.get(column, size.documents)
    if cell.kind == "money":
        return _money(rng, bound, yuan=cell.pointer.endswith("/procurement/amount"))
    # Squaring makes small numbers the usual ones.
    magnitude = int(bound * rng.random() ** 2)
    return rng.choice((1, -1)) * magnitude if cell.kind == "signed" else magnitude


def _money(rng: Random, bound: int, *, yuan: bool) -> Number:
    if not bound:
        return 0
    if yuan:
        # Of less, one cannot tell whether it is in yuan or in 万元.
        return rng.choice((rng.randint(10_000, 990_000), rng.randint(1_000_000, 99_000_000) / 100))
    return round(bound * rng.random() ** 2, rng.choice((0, 2, 2, 6))) if rng.random() < 0.7 else 0


def _part_from_stock(rng: Random, leaves: dict[str, Number]) -> None:
    """Keep the decisions of a row apart from its items, with which they are often confused."""
    for pointer in [pointer for pointer in leaves if pointer.endswith("/decisions")]:
        row = pointer.rpartition("/")[0]
        items = max(0, leaves.get(f"{row}/items_before", 0) + leaves.get(f"{row}/change", 0))
        if leaves[pointer] == items:
            leaves[pointer] += rng.randint(1, 9) if items else 0


def _requests(rng: Random, cells: Sequence[FreeCell], handled: int) -> dict[str, Number]:
    table = [cell.pointer for cell in cells if cell.pointer.startswith("/requests/")]
    results = [pointer for pointer in table if "/results/" in pointer]
    spread: Counter[str] = Counter()
    for prefix, count in (
        ("/requests/carried_out/", rng.randint(0, handled // 10)),
        ("/requests/carried_in/", rng.randint(0, handled // 12)),
    ):
        spread += _spread(rng, [p for p in table if p.startswith(prefix)], count)
    return dict(spread + _spread(rng, results, handled))


def _remedies(rng: Random, cells: Sequence[FreeCell], most: int) -> dict[str, Number]:
    table = [cell.pointer for cell in cells if cell.pointer.startswith("/review_litigation/")]
    return dict(_spread(rng, table, rng.randint(0, most)))


def _spread(rng: Random, pointers: Sequence[str], count: int) -> Counter[str]:
    if not count:
        return Counter()
    return Counter(rng.choices(pointers, [_weight(pointer) for pointer in pointers], k=count))


def _weight(pointer: str) -> float:
    *row, column = pointer.split("/")
    return _RESULT_WEIGHTS.get(row[-1], 1) * _APPLICANT_WEIGHTS.get(column, 1)
