"""Rule files are judged with file, line and what is allowed; folders of them give rules."""

from functools import reduce
from pathlib import Path

import pytest

from nianbao.app import Checker, Options, build_checker
from nianbao.declarative.files import RuleFileError
from nianbao.errors import UserError
from nianbao.examples import trials_of
from tests.invented import as_json, data

_RULE = """\
code: XYZ001
name: more-than-ten
title:
  zh: 新收过多
  en: Too many requests
severity: warning
confidence: customary
editions: ["2019", "2021"]
since: 0.1.0
basis: [本县规定]
why: {zh: 提示核对。, en: Check them.}
fix: {zh: 核对台账。, en: Check the register.}
check:
  kind: identity
  table: requests
  for_each: column
  holds: 本年新收 <= 10
  at: 本年新收
message:
  zh: “{column}”列新收{left}件，多于{right}件
  en: "{column}: {left} requests, more than {right}"
examples:
  - key: few
    title: 不多
  - key: many
    title: 过多
    set: {/requests/received/other: 11}
    finds:
      - {at: /requests/received/other, says: 新收11件}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "more-than-ten.yaml").write_text(_RULE, encoding="utf-8")
    return tmp_path


def _checker(folder: Path) -> Checker:
    return build_checker(Options(rules=(str(folder),)))


def _refused(folder: Path, text: str) -> tuple[str, str, int | None]:
    """Return why a rule file is refused, its name and the line."""
    path = folder / "more-than-ten.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        _checker(folder)
    error = caught.value
    assert isinstance(error, RuleFileError)
    assert error.reason.en
    assert error.path == str(path)
    assert error.where.startswith(str(path))
    return error.reason.zh, path.name, error.line


def test_a_folder_gives_rules(folder: Path) -> None:
    checker = _checker(folder)
    assert "XYZ001" in [rule.code for rule in checker.rules]
    source = as_json(data({"/requests/received/other": 11}))
    (document,) = checker.check_data("x.json", source.encode()).documents
    (finding,) = (each for each in document.findings if each.rule.code == "XYZ001")
    assert finding.message == ("“其他”列新收11件，多于10件", "其他: 11 requests, more than 10")
    assert finding.place.pointer == "/requests/received/other"


def test_folders_below_and_both_suffixes_count(folder: Path) -> None:
    (folder / "sub").mkdir()
    other = _RULE.replace("XYZ001", "XYZ002").replace("more-than-ten", "more-than-twenty")
    (folder / "sub" / "more-than-twenty.yml").write_text(other, encoding="utf-8")
    (folder / "notes.txt").write_text("no rule", encoding="utf-8")
    codes = [rule.code for rule in _checker(folder).rules]
    assert {"XYZ001", "XYZ002"} <= set(codes)


def test_the_digest_depends_on_the_folder(folder: Path) -> None:
    first = _checker(folder).digest
    path = folder / "more-than-ten.yaml"
    path.write_text(_RULE.replace("多于", "超过"), encoding="utf-8")
    assert len({first, _checker(folder).digest, build_checker(Options()).digest}) == 3


def test_a_severity_may_depend_on_the_finding(folder: Path) -> None:
    cases = "severity: [{when: {column: [total, other], edition: '2021'}, is: error}, {is: info}]"
    path = folder / "more-than-ten.yaml"
    path.write_text(_RULE.replace("severity: warning", cases), encoding="utf-8")
    source = as_json(
        data({"/requests/received/other": 11, "/requests/received/natural_person": 11})
    )
    (document,) = _checker(folder).check_data("x.json", source.encode()).documents
    severities = {
        each.place.pointer.rpartition("/")[2]: str(each.severity)
        for each in document.findings
        if each.rule.code == "XYZ001"
    }
    assert severities == {"other": "error", "natural_person": "info"}


@pytest.mark.parametrize(
    ("old", "new", "reason", "line"),
    [
        ("severity: warning", "severity: warn", "“warn”不在可用的值之中：error、warning、info", 6),
        ("why: {", "why: {fr: x, ", "未知的键“fr”，可用的有：zh、en", 11),
        ("severity: warning", "severity: warning\naliases: [Old]", "/aliases/0 应是以连字符", 7),
        (
            "holds: 本年新收 <= 10",
            "holds: sum(本年新收) <= 10",
            "没有叫“本年新收”的分组，可用的",
            17,
        ),
        ("severity: warning", "severty: warning", "未知的键“severty”，是否想写“severity”？", 6),
        ("kind: identity", "kind: identiy", "“identiy”不在可用的值之中", 14),
        ("table: requests", "table: request", "“request”不在可用的值之中", 15),
        ("  table: requests\n", "", "缺少键“table”", 13),
        ("since: 0.1.0", "since: 0.1", "/since 应是以点相连的三个数，如 0.1.0", 9),
        ("basis: [本县规定]", "basis: 本县规定", '/basis 应是列表，写作 ["本县规定"]', 10),
        ('editions: ["2019", "2021"]', "editions: [2021]", '应是加引号的年份，如 "2021"', 8),
        ("holds: 本年新收 <= 10", "holds: 本年新手 <= 10", "是否想写“本年新收”？", 17),
        ("holds: 本年新收 <= 10", "holds: 本年新收 < 10", "等式应写作", 17),
        ("holds: 本年新收 <= 10", "holds: 本年新收 <= 结转.下.年", "等式里不能用", 17),
        ("    finds:\n      - {at: /requests/received/other, says: 新收11件}\n", "", "finds", 22),
        ("key: few", "key: Few", "/examples/0/key 应是以连字符相连的小写英文", 23),
        ("code: XYZ001", "code: xyz1", "/code 应是两到八个大写字母加三位数字，如 SUM001", 1),
        ("since: 0.1.0", "since: '0.1'", "/since 应是以点相连的三个数，如 0.1.0，不能是“0.1”", 9),
        ('["2019", "2021"]', '["21"]', '/editions/0 应是加引号的年份，如 "2021"', 8),
        ('["2019", "2021"]', "[]", "/editions 至少要有 1 项", 8),
        ('["2019", "2021"]', '["2021", "2021"]', "/editions 里有重复的项", 8),
        ("zh: 新收过多", "zh: Too many", "/title/zh 应写中文，不能是“Too many”", 4),
        ("basis: [本县规定]", "basis: ['  ']", "/basis/0 应是一行文字", 10),
        ("confidence: customary", "confidence: certain\nname: x", "“name”已在第 2 行写过", 8),
        (
            "set: {/req",
            "remove: [req]\n    set: {/req",
            "/examples/1/remove/0 应是 JSON Pointer",
            27,
        ),
        ("set: {/req", "near: true\n    set: {/req", "/examples/1 写了 near，就不能有发现", 25),
        ("key: few", "near: yeah\n    key: few", "/examples/0/near 应是 true 或 false", 23),
        ("set: {/req", "text: x\n    set: {/req", "/examples/1 写了 text，就不能再写 set", 25),
    ],
)
def test_a_typo(folder: Path, old: str, new: str, reason: str, line: int) -> None:
    assert old in _RULE
    met, _, place = _refused(folder, _RULE.replace(old, new))
    assert reason in met
    assert place == line


_CASES = [
    ("[{when: {edition: '2021'}, is: error}]", "/severity 要有一项不带 when"),
    ("[]", "/severity 要有一项不带 when"),
    ("[{when: {}, is: error}, {is: info}]", "/severity/0/when 至少要有 1 项"),
    ("[{when: {level: towship}, is: error}, {is: info}]", "是否想写“township”？"),
    ("[{when: {level: [county, towship]}, is: error}, {is: info}]", "“towship”不在可用的值之中"),
    ("[{when: {kind: goverment}, is: error}, {is: info}]", "是否想写“government”？"),
    ("[{when: {column: natural_persn}, is: error}, {is: info}]", "是否想写“natural_person”？"),
    ("[{when: {edition: '2022'}, is: error}, {is: info}]", "“2022”不在可用的值之中：2019、2021"),
    ("[{when: {edition: 2021}, is: error}, {is: info}]", 'edition 应是加引号的年份，如 "2021"'),
    ("[{when: {year: '2021'}, is: error}, {is: info}]", "year 应是不加引号的年份，如 2021"),
    ("[{when: {levl: county}, is: error}, {is: info}]", "未知的条件“levl”，可用的有：edition、"),
]


@pytest.mark.parametrize(("cases", "reason"), _CASES)
def test_a_severity_by_cases_that_cannot_be(folder: Path, cases: str, reason: str) -> None:
    met, _, line = _refused(folder, _RULE.replace("severity: warning", f"severity: {cases}"))
    assert reason in met
    assert line == 6


@pytest.mark.parametrize(
    "cases",
    [
        "[{when: {left: [11, 12], year: 2024}, is: error}, {is: info}]",
        "[{when: {level: [county, city], kind: office}, is: error}, {is: info}]",
    ],
)
def test_a_severity_may_depend_on_what_the_check_gives(folder: Path, cases: str) -> None:
    text = _RULE.replace("severity: warning", f"severity: {cases}")
    (folder / "more-than-ten.yaml").write_text(text, encoding="utf-8")
    assert "XYZ001" in [rule.code for rule in _checker(folder).rules]


@pytest.mark.parametrize(
    ("old", "new", "reason", "line"),
    [
        ("新收{left}件", "新收{lft}件", "这项检查不给出“{lft}”，可用的占位符有：{left}、", 20),
        ("{left} requests", "{lft} requests", "是否想写“left”？", 21),
        ("新收{left}件", "新收{left件", "花括号成对，里面只写占位符的名称，如 {left}", 20),
        ("新收{left}件", "新收left}件", "花括号成对", 20),
        ("新收{left}件", "新收{}件", "花括号成对", 20),
        ("zh: “{column}”列新收{left}件，多于{right}件", 'zh: ""', "/message/zh 应写中文", 20),
        ('en: "{column}: {left} requests, more than {right}"', 'en: " "', "应是一行文字", 21),
    ],
)
def test_a_message_that_cannot_be_filled(
    folder: Path, old: str, new: str, reason: str, line: int
) -> None:
    assert old in _RULE.split("examples:", maxsplit=1)[0]
    met, _, place = _refused(folder, _RULE.replace(old, new, 1))
    assert reason in met
    assert place == line


@pytest.mark.parametrize(
    ("text", "hint", "line"),
    [
        ("code: [", "", 2),
        ("a: [b\nc: d\n", "：[ 没有与它成对的 ]，或少了逗号", 2),
        ("a: {b\nc: d\n", "：{ 没有与它成对的 }，或少了逗号", 2),
        ("a: b: c\n", "：冒号多了或少了；文字里有冒号和空格时要加引号", 1),
        ("a: b\nc\nd: e\n", "：键后面要有冒号和空格", 3),
        ("x: 'y", "：引号没有成对", 1),
        ("x: @y", "：文字以特殊符号开头，要加引号", 1),
        ("x: *y", "：* 要指前面用 & 起的名", 1),
        ("a:\n  b: c\n d: e\n", "：缩进不齐", 3),
        ("\tcode: x", "：缩进要用空格，不能用 TAB", 1),
        ("code: \x07", "", None),
    ],
)
def test_no_yaml(folder: Path, text: str, hint: str, line: int | None) -> None:
    assert _refused(folder, text) == (f"不是完好的 YAML{hint}", "more-than-ten.yaml", line)


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "text"])
def test_no_keys_and_values(folder: Path, text: str) -> None:
    assert _refused(folder, text)[0] == "规则文件应是键和值"


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [echo]", "!!python/name:os.system"]
)
def test_yaml_runs_no_code(folder: Path, tag: str) -> None:
    assert _refused(folder, _RULE.replace("[本县规定]", tag))[0] == "不是完好的 YAML：不能用 ! 标记"


@pytest.mark.parametrize("editions", ['["2022"]', '["2019", "2030"]'])
def test_an_unknown_edition(folder: Path, editions: str) -> None:
    reason, _, line = _refused(folder, _RULE.replace('["2019", "2021"]', editions))
    assert "2019" in reason
    assert line == 8


def test_the_equation_says_nothing_of_a_form(folder: Path) -> None:
    reason, _, _ = _refused(folder, _RULE.replace("holds: 本年新收 <= 10", "holds: this <= 10"))
    assert reason


def test_two_rules_of_one_code_in_a_folder(folder: Path) -> None:
    (folder / "zz.yaml").write_text(_RULE, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        _checker(folder)
    assert caught.value.path.endswith("zz.yaml")
    assert "规则 XYZ001 已在" in caught.value.reason.zh
    assert "more-than-ten.yaml" in caught.value.reason.zh


def test_a_rule_with_the_code_of_a_built_in_one(folder: Path) -> None:
    (folder / "more-than-ten.yaml").write_text(_RULE.replace("XYZ001", "SUM001"), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        _checker(folder)
    assert caught.value.reason.zh == f"规则 SUM001 重复：内置规则和 {folder}/ 都提供了它"


@pytest.mark.parametrize("name", ["nothing_here", "declarative", "os"])
def test_an_unknown_function(folder: Path, name: str) -> None:
    start, stop = _RULE.index("check:"), _RULE.index("message:")
    text = f"{_RULE[:start]}check: {{kind: python, function: {name}}}\n{_RULE[stop:]}"
    (folder / "more-than-ten.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        _checker(folder)
    assert caught.value.reason.zh == f"没有名为“{name}”的检查函数"


def _with_function(message: str) -> str:
    start, stop = _RULE.index("check:"), _RULE.index("examples:")
    check = "check: {kind: python, function: stray_empty_row}\n"
    return f"{_RULE[:start]}{check}message: {{zh: '{message}', en: '{message}'}}\n{_RULE[stop:]}"


def test_a_known_function_may_be_used_again(folder: Path) -> None:
    text = _with_function("{table}表有空行")
    (folder / "more-than-ten.yaml").write_text(text, encoding="utf-8")
    assert "XYZ001" in [rule.code for rule in _checker(folder).rules]


def test_a_message_names_what_a_known_function_does_not_give(folder: Path) -> None:
    met, _, line = _refused(folder, _with_function("空行{left}"))
    assert met.startswith("这项检查不给出“{left}”")
    assert line == 14


def test_a_file_that_is_no_utf_8(folder: Path) -> None:
    (folder / "more-than-ten.yaml").write_bytes(_RULE.encode("gb18030"))
    with pytest.raises(RuleFileError) as caught:
        _checker(folder)
    assert caught.value.reason.zh == "不是 UTF-8 文本"
    assert caught.value.path.endswith("more-than-ten.yaml")


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path / "file"):
        (tmp_path / "file").write_text("x", encoding="utf-8")
        with pytest.raises(RuleFileError) as caught:
            _checker(path)
        assert caught.value.path == str(path)
        assert caught.value.reason.zh == "读不了这个规则文件夹"


_CHANGES = {
    "since: 0.1.0\n": "since: 0.1.0\nscope: years\n",
    "本年新收 <= 10\n": "last(结转下年度) <= 上年结转\n",
    "  at: 本年新收\n": "",
    "title: 不多\n": "title: 不多\n    last: {}\n",
    "set: {/requests/received/other: 11}": "last: {set: {/requests/carried_out/other: 11}}",
    "at: /requests/received/other": "at: /requests/carried_in/other",
}
_YEARS = reduce(lambda text, change: text.replace(*change), _CHANGES.items(), _RULE)


def test_a_rule_across_years_of_ones_own(folder: Path) -> None:
    (folder / "more-than-ten.yaml").write_text(_YEARS, encoding="utf-8")
    (rule,) = [each for each in _checker(folder).rules if each.code == "XYZ001"]
    assert rule.scope == "years"
    assert all(trial.holds for trial in trials_of(rule, [rule]))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("scope: years\n", "", "/examples/1 不能写“last”，它只用于 scope: years 的规则"),
        (
            "scope: years\n",
            "scope: area\n",
            "/examples/1 不能写“last”，它只用于 scope: years 的规则",
        ),
        ("    last: {}\n", "", "/examples/0 缺少键“last”"),
        ("kind: identity\n", "kind: cell\n", "未知的键"),
        ("scope: years\n", "scope: year\n", "“year”不在可用的值之中：report、years、area"),
        ("last: {}", 'last: {edition: "2022"}', "未知的表格版本"),
        ("last(结转下年度)", "members(结转下年度)", "last() 只能用于"),
    ],
)
def test_what_a_rule_across_years_may_not_say(
    folder: Path, old: str, new: str, reason: str
) -> None:
    assert old in _YEARS
    assert _refused(folder, _YEARS.replace(old, new))[0].startswith(reason)
