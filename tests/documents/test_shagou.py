"""A real report with known defects gives the same findings as text, as a page and as JSON."""

from pathlib import Path
from typing import NamedTuple

import pytest

from nianbao.result import Document, Finding
from tests.invented import check, keys, read

_HERE = Path(__file__).parent
_TEXT = _HERE.parents[1] / "examples" / "shagou-2020.txt"
_OTHERS = (_HERE / "shagou-2020.html", _HERE / "shagou-2020.json")


class Golden(NamedTuple):
    """A finding as it must be: rule, severity, place, line:column–line:column, related lines."""

    rule: str
    severity: str
    place: str
    span: str
    related: tuple[int, ...] = ()


_RESULTS = "/requests/results"
_GOLDEN = (
    Golden("SUM001", "error", f"{_RESULTS}/total/other", "343:2–343:3", (118, 127, 352)),
    Golden("SUM001", "error", f"{_RESULTS}/total/total", "344:2–344:3", (119, 128, 353)),
    Golden("SUM006", "error", f"{_RESULTS}/total/other", "343:2–343:3", (137,)),
    Golden("SUM006", "error", f"{_RESULTS}/total/total", "344:2–344:3", (138,)),
    Golden(
        "VAL001",
        "warning",
        f"{_RESULTS}/granted/natural_person",
        "132:2–132:2",
        (133, 134, 135, 136),
    ),
    Golden(
        "VAL001",
        "warning",
        f"{_RESULTS}/partly_granted/natural_person",
        "142:2–142:2",
        (143, 144, 145, 146, 147, 148),
    ),
    Golden("VAL003", "warning", "/disclosure/procurement/projects", "89:2–89:6"),
    Golden("VAL003", "info", "/disclosure/procurement/amount", "90:2–90:12"),
    Golden("TAB008", "info", "/disclosure/extra_rows/0", "67:2–70:2"),
    Golden("SEC007", "info", "/sections/overview", "2:1–2:7"),
    Golden("SEC008", "info", "/sections/overview", "2:1–2:7"),
)


@pytest.fixture(scope="module")
def text() -> Document:
    return check(_TEXT.read_bytes(), ".txt")


def _golden(finding: Finding) -> Golden:
    span = finding.place.span
    assert span is not None
    return Golden(
        finding.rule.code,
        str(finding.severity),
        finding.place.pointer,
        f"{span.line}:{span.column}–{span.end_line}:{span.end_column}",
        tuple(each.span.line for each in finding.related if each.span),
    )


def test_head(text: Document) -> None:
    assert (text.edition, text.year, text.organ) == ("2019", 2020, "贵南县沙沟乡")
    assert (text.reader, text.encoding) == ("text", "utf-8")


def test_findings_are_exactly_these(text: Document) -> None:
    assert sorted(map(_golden, text.findings)) == sorted(_GOLDEN)
    assert not text.not_checked


def test_values_show_the_arithmetic(text: Document) -> None:
    sums = {
        (each.rule.code, each.place.pointer): dict(each.values)
        for each in text.findings
        if each.rule.family == "SUM"
    }
    balance = {"left": 2, "right": 0, "difference": 2}
    zero = {"total": 0, "sum": 2}
    total = f"{_RESULTS}/total"
    assert sums == {
        ("SUM001", f"{total}/other"): balance,
        ("SUM001", f"{total}/total"): balance,
        ("SUM006", f"{total}/other"): zero,
        ("SUM006", f"{total}/total"): zero,
    }


def test_the_overview_lacks_two_aspects_at_least(text: Document) -> None:
    (aspects,) = (each for each in text.findings if each.rule.code == "SEC007")
    assert {"依申请公开", "监督保障"} <= set(aspects.values["missing"].zh.split("、"))


def test_errors_come_first(text: Document) -> None:
    severities = [each.severity for each in text.findings]
    assert severities == sorted(severities, reverse=True)
    assert [text.count(each) for each in sorted(set(severities), reverse=True)] == [4, 3, 4]


def test_labels_are_those_a_clerk_uses(text: Document) -> None:
    labels = {each.place.pointer: each.place.label for each in text.findings}
    assert labels == {
        f"{_RESULTS}/total/other": "表三 · （七）总计 · 其他",
        f"{_RESULTS}/total/total": "表三 · （七）总计 · 总计",
        f"{_RESULTS}/granted/natural_person": "表三 · （一）予以公开 · 自然人",
        f"{_RESULTS}/partly_granted/natural_person": "表三 · （二）部分公开 · 自然人",
        "/disclosure/procurement/projects": "表二 · 政府集中采购 · 采购项目数量",
        "/disclosure/procurement/amount": "表二 · 政府集中采购 · 采购总金额",
        "/disclosure/extra_rows/0": "表二 · 第1个多余行",
        "/sections/overview": "一、总体情况",
    }


@pytest.mark.parametrize("path", _OTHERS, ids=lambda path: path.suffix)
def test_other_formats_give_the_same_findings(text: Document, path: Path) -> None:
    other = check(path.read_bytes(), path.suffix)
    assert keys(other) == keys(text)
    assert all(each.place.span for each in other.findings)
    assert {each.fingerprint for each in other.findings} == {
        each.fingerprint for each in text.findings
    }


def test_the_json_is_what_convert_writes() -> None:
    assert read(_TEXT.read_bytes(), ".txt").to_json() == _OTHERS[1].read_text(encoding="utf-8")


@pytest.mark.parametrize("path", _OTHERS, ids=lambda path: path.suffix)
def test_other_formats_hold_the_same_tables(path: Path) -> None:
    original = read(_TEXT.read_bytes(), ".txt")
    other = read(path.read_bytes(), path.suffix)
    assert other.content == original.content
    assert other.sections == original.sections
    assert other.period == original.period
