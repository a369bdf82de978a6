"""Are rule files from outside taken, and wrong ones refused with file and line?"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.cli.documents import clean_json, json_with

Write = Callable[[str, str | bytes], str]

_RULE = """\
code: QHX001
name: no-open-requests
title: {zh: 有申请结转下年, en: Requests are carried into the next year}
severity: warning
confidence: customary
editions: ["2019", "2021"]
since: 0.1.0
basis: [本县要求]
why: {zh: 本县要求当年办结。, en: The county wants them answered within the year.}
fix: {zh: 核对结转的申请。, en: Look at the requests carried over.}
check:
  kind: identity
  table: requests
  for_each: column
  holds: 结转下年度 == 0
message: {zh: "{column}列结转{left}件", en: "{left} carried over in {column}"}
examples:
  - {key: none, title: 没有结转}
  - key: one
    title: 结转一件
    set: {/requests/carried_out/other: 1}
    finds: [{at: /requests/carried_out/other, says: 结转1件}]
"""
_LINES = _RULE.splitlines()


def _line_of(start: str) -> int:
    return next(at for at, line in enumerate(_LINES, 1) if line.lstrip().startswith(start))


@pytest.fixture
def county(write: Write) -> str:
    """Write a folder with one rule."""
    write("county/sum/no-open-requests.yaml", _RULE)
    write("county/README.md", "not a rule")
    return "county"


def test_a_rule_from_outside_finds(cli: Cli, write: Write, county: str) -> None:
    path = write("report.json", json_with("/requests/carried_out/other", 1))
    ran = cli("check", "--format=json", "--rules", county, "--select=QHX", path)
    result = json.loads(ran.out)
    (finding,) = result["documents"][0]["findings"]
    assert (finding["rule"], finding["severity"]) == ("QHX001", "warning")
    assert finding["message"] == "其他列结转1件"
    assert finding["place"] == "/requests/carried_out/other"
    without = json.loads(cli("check", "--format=json", path).out)
    assert result["tool"]["rules_digest"] != without["tool"]["rules_digest"]


def test_a_rule_from_outside_is_listed_and_explained(cli: Cli, county: str) -> None:
    assert "QHX001" in cli("rules", "--rules", county).out
    assert "QHX001" not in cli("rules").out
    assert "核对结转的申请。" in cli("explain", "QHX001", "--rules", county).out


def _changed(start: str, line: str) -> str:
    """Return the rule with another line in the place of the one that starts so."""
    return "\n".join([*_LINES[: _line_of(start) - 1], line, *_LINES[_line_of(start) :]]) + "\n"


_HOLDS = _line_of("holds")
_WRONG = {
    "typo-in-key": (
        _changed("severity", "severityy: warning"),
        4,
        ("未知的键“severityy”，是否想写“severity”？",),
    ),
    "unknown-severity": (
        _changed("severity", "severity: eerror"),
        4,
        ("“eerror”", "error", "warning", "info", "是否想写“error”？"),
    ),
    "unknown-confidence": (
        _changed("confidence", "confidence: sure"),
        5,
        ("“sure”", "certain", "customary", "heuristic"),
    ),
    "unknown-kind": (
        _changed("kind", "  kind: identitty"),
        _line_of("kind"),
        ("“identitty”", "identity", "present", "cell", "mention", "python"),
    ),
    "unknown-table": (
        _changed("table", "  table: request"),
        _line_of("table"),
        ("“request”", "requests", "disclosure", "review_litigation"),
    ),
    "missing-key": (_changed("fix", "group: row"), 1, ("缺少键“fix”",)),
    "number-for-text": (_changed("since", "since: 0.1"), 7, ("应是以点相连的三个数",)),
    "number-for-edition": (
        _changed("editions", "editions: [2021]"),
        6,
        ('应是加引号的年份，如 "2021"',),
    ),
    "unknown-edition": (_changed("editions", 'editions: ["2018"]'), 6, ("2018",)),
    "bad-code": (_changed("code", "code: qh1"), 1, ("code",)),
    "no-equation": (_changed("holds", "  holds: 结转下年度"), _HOLDS, ("等式应写作",)),
    "assignment": (_changed("holds", "  holds: 结转下年度 = 0"), _HOLDS, ()),
    "unknown-name": (_changed("holds", "  holds: 结转下年 == 0"), _HOLDS, ("“结转下年”",)),
    "product-of-cells": (
        _changed("holds", "  holds: 本年新收 * 上年结转 == 0"),
        _HOLDS,
        (),
    ),
    "call": (_changed("holds", "  holds: __import__('os').system('id') == 0"), _HOLDS, ()),
    "attribute": (_changed("holds", "  holds: 本年新收.__class__ == 0"), _HOLDS, ()),
    "power": (_changed("holds", "  holds: 本年新收 == 9**9**9"), _HOLDS, ()),
    "huge": (_changed("holds", "  holds: 本年新收 == " + "+".join(["1"] * 20_000)), _HOLDS, ()),
    "deep": (
        _changed("holds", "  holds: 本年新收 == " + "(" * 5_000 + "1" + ")" * 5_000),
        _HOLDS,
        (),
    ),
    "no-yaml": (_changed("basis", "basis: [本县要求"), None, ("不是完好的 YAML",)),
    "python-tag": (
        _changed("basis", 'basis: !!python/object/apply:os.system ["id"]'),
        8,
        ("不是完好的 YAML",),
    ),
    "unknown-function": (
        _RULE[: _RULE.index("  kind")]
        + "  kind: python\n  function: no_such_function\n"
        + _RULE[_RULE.index("message") :],
        None,
        ("没有名为“no_such_function”的检查函数",),
    ),
    "list": ("- code: QHX001\n", 1, ("规则文件应是键和值",)),
    "empty": ("", 1, ("规则文件应是键和值",)),
    "word": ("规则\n", 1, ("规则文件应是键和值",)),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("text", "line", "said"), _WRONG.values(), ids=_WRONG)
def test_a_wrong_rule_file_is_one_line_with_file_and_line(
    cli: Cli, write: Write, language: str, text: str, line: int | None, said: tuple[str, ...]
) -> None:
    write("county/wrong.yaml", text)
    write("clean.json", clean_json())
    ran = cli("check", "--lang", language, "--rules", "county", "clean.json")
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    colon = "：" if language == "zh" else ": "
    assert ran.err.startswith(f"nianbao{colon}county/wrong.yaml:{line or ''}")
    assert len(ran.err) < 500
    if language == "zh":
        assert all(word in ran.err for word in said)


@pytest.mark.parametrize(
    ("name", "content"),
    [("gbk.yaml", _RULE.encode("gb18030")), ("nul.yaml", b"code: \0"), ("bytes.yaml", b"\xff\xfe")],
)
def test_a_rule_file_that_is_no_text_is_refused(
    cli: Cli, write: Write, name: str, content: bytes
) -> None:
    write(f"county/{name}", content)
    ran = cli("rules", "--rules", "county")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"nianbao：county/{name}")
    assert len(ran.err.splitlines()) == 1


def test_two_rules_with_one_code_are_refused(cli: Cli, write: Write, county: str) -> None:
    write("county/again.yaml", _RULE)
    ran = cli("check", "--rules", county)
    assert (ran.code, ran.out) == (2, "")
    assert "QHX001" in ran.err
    assert "county/again.yaml" in ran.err
    assert "county/sum/no-open-requests.yaml" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_code_of_the_package_is_not_taken_over(cli: Cli, write: Write) -> None:
    write("county/mine.yaml", _RULE.replace("QHX001", "SUM001"))
    ran = cli("check", "--rules", "county")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "nianbao：规则 SUM001 重复：内置规则和 county/ 都提供了它\n"


def test_a_folder_is_not_taken_for_the_package_by_its_name(cli: Cli, write: Write) -> None:
    write("builtin/mine.yaml", _RULE.replace("QHX001", "SUM001"))
    ran = cli("check", "--rules", "builtin")
    assert ran.err == "nianbao：规则 SUM001 重复：内置规则和 builtin/ 都提供了它\n"


def test_the_same_folder_twice_is_refused_as_two_rules_with_one_code(
    cli: Cli, write: Write
) -> None:
    write("one/rule.yaml", _RULE)
    write("two/rule.yaml", _RULE)
    ran = cli("check", "--rules", "one", "--rules", "two")
    assert (ran.code, ran.out) == (2, "")
    assert "QHX001" in ran.err


@pytest.mark.parametrize("folder", ["nowhere", "clean.json"])
def test_a_folder_that_is_none_is_refused(cli: Cli, write: Write, folder: str) -> None:
    write("clean.json", clean_json())
    ran = cli("check", "--rules", folder, "clean.json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"nianbao：{folder}：读不了这个规则文件夹\n"


def test_a_folder_without_rules_adds_none(cli: Cli, write: Write, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert cli("check", "--rules", "none", write("clean.json", clean_json())).code == 0
