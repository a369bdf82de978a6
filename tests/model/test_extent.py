"""A document breaks off where all behind a point is absent and what stands there has no end."""

import pytest

from nianbao.model.extent import cut_after, ends_before
from nianbao.model.report import Report
from tests.invented import Data, as_json, check, data, found, read

_PARTS = ("overview", "disclosure", "requests", "review_litigation", "problems", "other_matters")
_OPEN = "本年通过县政府门户网站公开政府信息，及时更新办事指南和"


def _until(last: str, text: str | None = None) -> Data:
    """Return the data of a report that ends with a part."""
    whole = data()
    for key in _PARTS[_PARTS.index(last) + 1 :]:
        del whole["sections"][key]
        whole.pop(key, None)
    if text is not None:
        whole["sections"][last]["text"] = text
    return whole


def _report(whole: Data) -> Report:
    return read(as_json(whole), ".json")


@pytest.mark.parametrize("last", ["overview", "problems"])
def test_in_the_middle_of_a_sentence(last: str) -> None:
    assert cut_after(_report(_until(last, f"第一段。\n{_OPEN}"))) == last


@pytest.mark.parametrize(
    "text",
    [
        f"{_OPEN}其他。",
        f"{_OPEN}其他！",
        f"{_OPEN}其他）",
        f"{_OPEN}如下：",
        f"{_OPEN}\n无",
        "组织培训",
        "全年组织业务培训并开展检查考核",
        "",
        f"{_OPEN}其他.",
    ],
)
def test_a_proper_end(text: str) -> None:
    assert cut_after(_report(_until("overview", text))) is None


def test_a_whole_report_does_not_break_off() -> None:
    assert cut_after(_report(data({"/sections/other_matters/text": _OPEN}))) is None


def test_nothing_breaks_off_before_a_part_that_is_there() -> None:
    whole = data({"/sections/overview/text": _OPEN})
    for key in ("disclosure", "requests", "review_litigation", "problems"):
        del whole["sections"][key]
    assert cut_after(_report(whole)) is None


def test_no_part_at_all() -> None:
    assert cut_after(read("{}", ".json")) is None


def test_inside_a_table() -> None:
    whole = _until("requests")
    del whole["requests"]["carried_out"]
    report = _report(whole)
    assert cut_after(report) == "requests"
    assert ends_before(report, "/requests/carried_out")
    assert ends_before(report, "/review_litigation")
    assert ends_before(report, "/sections/problems")
    assert not ends_before(report, "/sections/requests")
    assert not ends_before(report, "/requests/received")
    assert not ends_before(report, "/disclosure/fees")
    assert not ends_before(report, "/title")


def test_a_table_with_its_last_row_has_an_end() -> None:
    assert cut_after(_report(_until("requests"))) is None


def test_a_table_of_no_rows_has_not_begun() -> None:
    whole = _until("requests")
    whole["requests"] = {}
    assert cut_after(_report(whole)) is None


def test_a_heading_without_its_table() -> None:
    whole = _until("requests", "")
    del whole["requests"]
    assert cut_after(_report(whole)) is None


def test_an_unread_last_row_is_an_end() -> None:
    whole = _until("requests")
    del whole["requests"]["carried_out"]
    whole["requests"]["unread"] = {"/requests/carried_out": {"raw": ["1"], "reason": "x"}}
    assert cut_after(_report(whole)) is None


def test_rows_of_a_table_that_was_not_met() -> None:
    report = _report(_until("overview", _OPEN))
    assert ends_before(report, "/requests/received")
    assert ends_before(report, "/disclosure")


def test_what_is_said_of_a_document_that_breaks_off() -> None:
    whole = _until("requests")
    del whole["requests"]["carried_out"]
    checked = check(as_json(whole), ".json")
    assert found(checked) == [("DOC009", "")]
    gaps = {(rule.code, gap.at) for rule, gap in checked.not_checked}
    assert {("SEC001", "/sections/problems"), ("TAB001", "/review_litigation")} <= gaps
    assert ("TAB002", "/requests/carried_out") in gaps
    assert "SUM001" in {code for code, _ in gaps}


def test_an_empty_part_at_the_break_is_not_called_empty() -> None:
    whole = _until("overview", _OPEN)
    assert not {"SEC006", "SEC001"} & {code for code, _ in found(check(as_json(whole), ".json"))}
