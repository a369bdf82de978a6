"""How are the results shown: as a table, as JSON, and in the documentation?"""

from collections.abc import Sequence
from typing import Any

from benchmarks.measure.figure import Limits, Measured
from benchmarks.measure.machine import Machine

BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"
_VERDICTS = {
    "excellent": "优秀 excellent",
    "goal": "达标 goal met",
    "short": "未达标 short of the goal",
    "fails": "不合格 fails",
    "": "",
}
_HEAD = (
    "| | 测得 measured | 四分位 quartiles | 优秀 excellent | 目标 goal | 不合格 fails | 结论 |",
    "|---|---:|---:|---:|---:|---:|---|",
)


def table_of(results: Sequence[Measured]) -> str:
    """Return the results for a terminal."""
    return "\n".join([_line(_TITLES, ""), *(_line(_cells(each), each.note) for each in results)])


_TITLES = ("figure", "measured", "quartiles", "excellent", "goal", "fails", "verdict")


def _line(cells: Sequence[str], note: str) -> str:
    key, median, quartiles, *limits, verdict = cells
    numbers = f"{median:>11}{quartiles:>24}" + "".join(f"{limit:>11}" for limit in limits)
    return f"{key:<20}{numbers}  {verdict:<10} {note}".rstrip()


def _cells(measured: Measured) -> tuple[str, ...]:
    """Return the key and the verdict of a result, and between them its numbers."""
    return (measured.figure.key, *_numbers(measured), measured.verdict)


def _numbers(measured: Measured) -> tuple[str, ...]:
    spread, unit = measured.spread, measured.figure.unit
    limits = measured.figure.limits
    return (
        _shown(spread.median, unit),
        "–".join(_shown(value, unit).removesuffix(f" {unit}") for value in spread[1:]),
        *(_limit(limits, place, unit) for place in range(3)),
    )


def _limit(limits: Limits | None, place: int, unit: str) -> str:
    return _shown(limits[place], unit) if limits else ""


def _shown(value: float, unit: str = "") -> str:
    return f"{value:.1f} {unit}" if unit else f"{value:.2f}"


def block_of(results: Sequence[Measured], machine: Machine) -> str:
    """Return the results as they stand in the documentation, between the markers."""
    rows = (
        f"| {each.figure.zh}<br>{each.figure.en} | {' | '.join(_numbers(each))} "
        f"| {_VERDICTS[each.verdict]} |"
        for each in results
    )
    notes = (f"- `{each.figure.key}`: {each.note}" for each in results if each.note)
    return "\n".join([BEGIN, "", f"{machine}", "", *_HEAD, *rows, "", *notes, "", END])


def replaced(text: str, block: str) -> str:
    """Return a documentation page with the block in the place of the one it has.

    Raises:
        ValueError: the page has not both markers, once each.
    """
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return before + block + after


def json_of(results: Sequence[Measured], machine: Machine) -> dict[str, Any]:
    """Return the results for other programs."""
    return {"machine": machine._asdict(), "figures": [_entry(each) for each in results]}


def _entry(measured: Measured) -> dict[str, Any]:
    figure = measured.figure
    return {
        "key": figure.key,
        "title": {"zh": figure.zh, "en": figure.en},
        "unit": figure.unit or "ratio",
        **measured.spread._asdict(),
        **(
            {"limits": figure.limits._asdict(), "verdict": measured.verdict}
            if figure.limits
            else {}
        ),
        "note": measured.note,
    }
