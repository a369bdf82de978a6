"""Do the cases of JUnit say which rules held, were broken, or could not be asked?"""

from junitparser import JUnitXml, TestCase, TestSuite

from nianbao.formatters.junit import JunitFormatter
from nianbao.result import Document
from nianbao.rule import Severity
from tests.formatters.pipelines import every_kind, rendered
from tests.formatters.samples import document, finding, gap, other, rule, unreadable


def _suites(*documents: Document) -> list[TestSuite]:
    xml = JUnitXml.fromstring(rendered(JunitFormatter(), *documents).encode())
    return list(xml)


def _cases(one: Document) -> dict[str, TestCase]:
    (suite,) = _suites(one)
    return {case.name.partition(" ")[0]: case for case in suite}


def _kinds(case: TestCase) -> list[str]:
    return [type(each).__name__ for each in case.result]


def test_there_is_a_suite_for_each_report_and_none_for_other_files() -> None:
    names = [suite.name for suite in _suites()]
    assert len(names) == len(every_kind().documents) - 1
    assert names[0] == "examples/shagou-2020.txt"
    assert _suites(other("首页.html")) == []


def test_numbers_are_those_of_the_cases() -> None:
    for suite in _suites():
        kinds = [kind for case in suite for kind in _kinds(case)]
        assert suite.tests == len(list(suite))
        assert suite.failures == kinds.count("Failure")
        assert suite.errors == kinds.count("Error")
        assert suite.skipped == kinds.count("Skipped")


def test_each_outcome_has_its_kind() -> None:
    one = document(findings=[finding()])._replace(
        rules=(rule("DOC001"), rule("SUM001"), rule("TXT001"), rule("XTB001")),
        not_checked=(gap("TXT001", "没有表三"),),
        crashed=((rule("XTB001"), "ValueError: x"),),
    )
    cases = _cases(one)
    assert {code: _kinds(case) for code, case in cases.items()} == {
        "DOC001": [],
        "SUM001": ["Failure"],
        "TXT001": ["Skipped"],
        "XTB001": ["Error"],
    }
    assert "表三 · （七）总计 · 其他：两边相差2 (343:2)" in cases["SUM001"].result[0].text
    assert "没有表三" in cases["TXT001"].result[0].text


def test_a_case_fails_by_what_fails_the_run_alone() -> None:
    mild = document(findings=[finding(severity=Severity.WARNING)])
    case = _cases(mild)["SUM001"]
    assert _kinds(case) == []
    assert "警告" in case.system_out
    strict = _cases(mild._replace(fails_from=Severity.WARNING))["SUM001"]
    assert _kinds(strict) == ["Failure"]
    assert _kinds(_cases(document(findings=[finding()])._replace(fails_from=None))["SUM001"]) == []


def test_a_rule_broken_here_and_not_checked_there_says_both() -> None:
    both = document(findings=[finding()])._replace(not_checked=(gap("SUM001", "有文字"),))
    case = _cases(both)["SUM001"]
    assert _kinds(case) == ["Failure"]
    assert "有文字" in case.system_out


def test_a_document_that_was_not_read_is_an_error() -> None:
    (suite,) = _suites(unreadable("坏.json", 3, 7))
    (case,) = suite
    assert _kinds(case) == ["Error"]
    assert "键“year”出现两次" in case.result[0].text
