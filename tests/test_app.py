"""Paths go in and a result comes out, and nothing that one document does ends the run."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from nianbao.app import DEFAULT_SIZE, Checker, NothingToCheckError, Options, build_checker
from nianbao.engine.select import UnknownRuleError
from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.plugins import PluginError
from nianbao.readers import files
from nianbao.result import Document
from nianbao.rule import Check, Hit, NotChecked
from nianbao.settings.finding import Finder
from nianbao.settings.layers import Layer
from nianbao.version import VERSION
from tests.invented import as_json, checker, data, document, found, rule

_PAGE = document()
_NOTICE = "<html><body><p>关于召开会议的通知</p></body></html>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def _checked(*paths: str, options: Options | None = None) -> list[Document]:
    return list(checker(options).check(paths).documents)


def _status(*paths: str, options: Options | None = None) -> dict[str, str]:
    return {each.path: each.status for each in _checked(*paths, options=options)}


def _reason(checked: Document) -> str:
    assert checked.problem is not None
    assert checked.problem.reason.en
    return checked.problem.reason.zh


def test_result() -> None:
    result = checker().check_data("x.html", _PAGE.encode())
    (checked,) = result.documents
    assert result.version == VERSION
    assert result.rules_digest == checker().digest
    assert result.profile == "author"
    assert (checked.path, checked.status, checked.reader) == ("x.html", "read", "html")
    assert (checked.encoding, checked.edition, checked.year) == ("utf-8", "2021", 2024)
    assert checked.organ == "青禾县云溪镇"


def test_a_folder_and_a_file(folder: Path) -> None:
    _write(folder, {"a/x.html": _PAGE, "a/y.json": as_json(data()), "a/z.pdf": "x", "b.txt": "无"})
    assert _status("a", "b.txt") == {"a/x.html": "read", "a/y.json": "read", "b.txt": "other"}
    assert _status(".") == {"b.txt": "other", "a/x.html": "read", "a/y.json": "read"}


def test_nothing_to_check(folder: Path) -> None:
    _write(folder, {"a/x.pdf": "x"})
    with pytest.raises(NothingToCheckError) as caught:
        _checked("a")
    assert caught.value.reason.zh == "没有找到要检查的文件"


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    _write(
        folder,
        {
            "empty.html": "",
            "binary.html": b"\x89PNG\r\n" + bytes(100),
            "cut.html": _PAGE[: _PAGE.index("科研机构")],
            "broken.json": '{"edition": "2021", "requests": ',
            "nul.txt": "信息公开\0",
            "good.html": _PAGE,
        },
    )
    (folder / "folder.html").mkdir()
    names = ("none.html", "empty.html", "binary.html", "cut.html", "broken.json", "nul.txt")
    documents = _checked(*names, "good.html")
    assert [each.status for each in documents] == ["unreadable"] * 6 + ["read"]
    assert [_reason(each) for each in documents[:-1]] == [
        "没有这个文件",
        "文件是空的",
        "这是二进制文件，不是文本",
        "网页不完整：在表格中断开",
        "不是完好的 JSON：此处应为一个值",
        "文件中有空字符（NUL），不是完好的文本",
    ]
    assert found(documents[-1]) == []


def test_files_met_in_a_folder_that_are_no_report_say_nothing(folder: Path) -> None:
    _write(
        folder,
        {
            "notice.html": _NOTICE,
            "package.json": '{"name": "x"}',
            "broken.json": "{",
            "empty.txt": "",
            "picture.html": b"\x89PNG" + bytes(50),
            "cut.html": _PAGE[: _PAGE.index("科研机构")],
            "half.json": '{"edition": "2021", "requests": ',
        },
    )
    documents = {each.path: each for each in _checked(".")}
    unreadable = {path for path, each in documents.items() if each.status == "unreadable"}
    assert unreadable == {"cut.html", "half.json"}
    assert {each.status for each in documents.values()} == {"other", "unreadable"}
    assert len(documents) == 7
    assert not any(each.findings for each in documents.values())


def test_a_file_that_was_named_and_is_no_report(folder: Path) -> None:
    _write(folder, {"notice.html": _NOTICE})
    (checked,) = _checked("notice.html")
    assert checked.status == "other"
    assert found(checked) == [("DOC001", "")]


def test_other_documents_may_be_skipped_without_a_word(folder: Path) -> None:
    _write(folder, {"notice.html": _NOTICE, "broken.json": "{", "cut.html": _PAGE[:9000]})
    options = Options(skip_other=True)
    documents = _checked("notice.html", "broken.json", "none.html", options=options)
    assert [each.status for each in documents] == ["other"] * 3
    assert not any(each.findings for each in documents)
    assert _status("cut.html", options=options) == {"cut.html": "unreadable"}


def test_a_file_over_the_limit(folder: Path) -> None:
    _write(folder, {"x.html": _PAGE})
    size = len(_PAGE.encode())
    (checked,) = _checked("x.html", options=Options(most_bytes=size - 1))
    assert checked.status == "unreadable"
    assert "超过上限" in _reason(checked)
    assert _status("x.html", options=Options(most_bytes=size)) == {"x.html": "read"}
    assert DEFAULT_SIZE == 20 * 1024 * 1024


def test_no_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(folder, {"x.html": _PAGE, "y.html": _PAGE})

    def refuse(path: str, mode: str) -> IO[bytes]:
        if path == "x.html":
            raise PermissionError
        return Path(path).open(mode)

    monkeypatch.setattr(files, "open", refuse, raising=False)
    first, second = _checked("x.html", "y.html")
    assert _reason(first) == "没有读取权限"
    assert second.status == "read"


def test_a_directory_loop(folder: Path) -> None:
    _write(folder, {"a/x.html": _PAGE})
    (folder / "a" / "loop").symlink_to(folder)
    assert _status(".") == {os.path.join("a", "x.html"): "read"}


def test_rules_are_chosen() -> None:
    codes = [each.code for each in checker(Options(select=("SUM",), ignore=("SUM001",))).rules]
    assert codes[:5] == ["SUM002", "SUM003", "SUM004", "SUM005", "SUM006"]
    assert all(code.startswith("SUM") for code in codes)
    with pytest.raises(UnknownRuleError):
        build_checker(Options(select=("SUN",)))


def test_a_document_that_is_no_report_without_the_rule_that_says_so() -> None:
    (checked,) = checker(Options(ignore=("DOC001",))).check_data("x.html", b"<p>x").documents
    assert (checked.status, checked.findings) == ("other", ())


def _crash(_report: Report) -> Iterator[Hit]:
    raise ZeroDivisionError


def _hit(_report: Report) -> Iterator[Hit]:
    yield Hit("/title")


def _only(**checks: Check) -> Document:
    base = checker()
    rules = tuple(rule(check, code) for code, check in checks.items())
    mine = Checker(rules, "", base.readers, base.formatters, Options())
    (checked,) = mine.check_data("x.html", _PAGE.encode()).documents
    return checked


def test_a_crashing_rule_is_reported_beside_the_findings_of_others() -> None:
    checked = _only(AAA001=_crash, BBB001=_hit)
    assert [(each.code, words.partition(" ")[0]) for each, words in checked.crashed] == [
        ("AAA001", "ZeroDivisionError:")
    ]
    assert [each.rule.code for each in checked.findings] == ["BBB001"]
    assert checked.status == "read"


def test_what_was_not_checked_is_kept_with_its_rule() -> None:
    page = document({"/requests/received/other": "约"})
    (checked,) = checker().check_data("x.html", page.encode()).documents
    gaps = {(each.code, gap.at) for each, gap in checked.not_checked}
    assert gaps == {
        ("SUM001", "/requests/results/total/other"),
        ("SUM003", "/requests/received/total"),
    }


def test_blanks_are_read_as_the_options_say() -> None:
    page = document({"/requests/received/other": "", "/requests/received/total": "3"}).encode()
    (zero,) = checker().check_data("x.html", page).documents
    (strict,) = checker(Options(blank="strict")).check_data("x.html", page).documents
    assert ("SUM003", "/requests/received/total") in found(zero)
    assert not {"SUM003"} & {code for code, _ in found(strict)}
    assert "SUM003" in {each.code for each, _ in strict.not_checked}


def test_a_year_from_outside_where_the_report_names_none() -> None:
    whole = data()
    for key in ("year", "edition", "disclosure", "requests", "period"):
        del whole[key]
    given = checker(Options(year=2020))
    (checked,) = given.check_data("x.json", as_json(whole).encode()).documents
    assert (checked.year, checked.edition) == (2020, "2019")
    (stated,) = given.check_data("x.html", _PAGE.encode()).documents
    assert stated.year == 2024


def test_an_unknown_plug_in() -> None:
    with pytest.raises(PluginError) as caught:
        build_checker(Options(plugins=("no-such-plugin",)))
    assert caught.value.reason.zh == "没有安装插件“no-such-plugin”"


def test_options_that_are_given_are_the_nearest_layer_of_settings() -> None:
    assert Options().layer == Layer({})
    given = Options(select=("DOC",), rules=("more",), blank="strict", fail_on="info", year=2020)
    assert given.layer.entry == {
        "select": ("DOC",),
        "rules": (os.path.abspath("more"),),
        "blank": "strict",
        "fail-on": "info",
    }


def test_settings_are_read_only_where_there_is_a_finder(folder: Path) -> None:
    _write(folder, {"nianbao.toml": "select = ['DOC']\n", "x.html": _PAGE})
    assert len(build_checker(Options()).rules) > 20
    found_settings = build_checker(Options(), Finder())
    assert {each.family for each in found_settings.rules} == {"DOC"}
    assert {each.family for each in found_settings.offered} > {"DOC", "SUM"}


def test_rules_that_are_given_judge_all_documents(folder: Path) -> None:
    _write(
        folder,
        {
            "nianbao.toml": "blank = 'strict'\nprofile = 'audit'\n",
            "a/nianbao.toml": "select = ['DOC']\n",
            "a/x.html": _PAGE,
        },
    )
    mine = build_checker(Options(), Finder()).with_rules([rule(_hit, "AAA001")])
    result = mine.check(["a"])
    assert found(result.documents[0]) == [("AAA001", "/title")]
    assert (result.profile, result.documents[0].fails_from) == ("audit", None)
    assert mine.read_options("a/x.html").blank == "strict"


def test_no_private_data_are_told_of_what_was_not_checked_or_crashed() -> None:
    def unsure(report: Report) -> Iterator[NotChecked]:
        yield NotChecked(Text(f"不识得“{report.title}”", "unknown"))

    def crashing(report: Report) -> Iterator[Hit]:
        raise KeyError(report.title)

    source = as_json(data({"/title": "青禾县云溪镇人民政府2024年政府信息公开年度报告13800000012"}))
    mine = checker().with_rules([rule(unsure, "AAA001"), rule(crashing, "AAA002")])
    (checked,) = mine.check_data("x.json", source.encode()).documents
    assert "报告138******12”" in checked.not_checked[0][1].reason.zh
    assert "报告138******12'" in checked.crashed[0][1]


def test_counts_by_severity() -> None:
    (checked,) = (
        checker()
        .check_data("x.html", document({"/requests/received/other": "约"}).encode())
        .documents
    )
    assert [str(each.severity) for each in checked.findings] == ["error"]
    assert checked.count(checked.findings[0].severity) == 1
