"""Does impact say what a change of rules changes, between folders, results and now?"""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.cli.conftest import Cli, Ran
from tests.cli.documents import OTHER, clean_json, faulty_json, json_with
from tests.cli.test_rule_folder import _RULE
from tests.packaging.environments import ROOT

Write = Callable[[str, str | bytes], str]
Change = Callable[[str, str, str, str], None]


@pytest.fixture
def catalogues(tmp_path: Path) -> Change:
    """Copy the rules into the folders old and new, and return a way to change a file of them."""
    for name in ("old", "new"):
        copytree(ROOT / "rules", tmp_path / name)

    def change(folder: str, file: str, words: str, others: str) -> None:
        path = tmp_path / folder / file
        text = path.read_text(encoding="utf-8")
        assert words in text
        path.write_text(text.replace(words, others), encoding="utf-8")

    return change


def _changes(ran: Ran) -> list[tuple[str, str, str]]:
    whole: dict[str, Any] = json.loads(ran.out)
    return [(each["kind"], each["rule"], each["path"]) for each in whole["changes"]]


@pytest.mark.usefixtures("catalogues")
def test_the_same_rules_change_nothing(cli: Cli, write: Write) -> None:
    write("reports/a.json", faulty_json())
    ran = cli("impact", "old", "new", "reports")
    assert (ran.code, ran.out, ran.err) == (0, "比较了 1 份文件：新增 0，消失 0，级别改变 0\n", "")


def test_two_catalogues(cli: Cli, write: Write, catalogues: Change, tmp_path: Path) -> None:
    write("reports/a.json", json_with("/disclosure/licences/decisions", "3件"))
    write("reports/b.json", faulty_json())
    write("reports/c.json", json_with("/disclosure/licences/decisions", -1))
    catalogues("new", "val/not-a-number.yaml", "severity: error\nconf", "severity: info\nconf")
    (tmp_path / "new/val/unit-in-cell.yaml").unlink()
    (tmp_path / "old/val/negative-count.yaml").unlink()
    ran = cli("impact", "old", "new", "reports", "--format=json")
    assert ran.code == 1
    assert _changes(ran) == [
        ("gone", "VAL003", "reports/a.json"),
        ("severity", "VAL004", "reports/b.json"),
        ("found", "VAL005", "reports/c.json"),
    ]
    shown = cli("impact", "old", "new", "reports", "--samples", "1").out
    assert "VAL003 unit-in-cell · 消失 1\n- reports/a.json" in shown
    assert "错误 → 提示" in shown


def test_a_pack_goes_on_top_of_the_rules_in_use(cli: Cli, write: Write) -> None:
    write("one/rule.yaml", _RULE)
    write("two/rule.yaml", _RULE.replace("结转下年度 == 0", "结转下年度 <= 1"))
    path = write("a.json", json_with("/requests/carried_out/other", 1))
    assert _changes(cli("impact", "one", "two", path, "--format=json")) == [
        ("gone", "QHX001", "a.json")
    ]
    assert _changes(cli("impact", "now", "one", path, "--format=json")) == [
        ("found", "QHX001", "a.json")
    ]


def test_a_result_and_now(cli: Cli, write: Write) -> None:
    """Without paths the documents of the result are checked again."""
    write("reports/a.json", faulty_json())
    write("reports/page.html", OTHER)
    cli("check", "reports", "--format", "json=before.json")
    assert cli("impact", "before.json", "now").code == 0
    write("reports/a.json", clean_json())
    ran = cli("impact", "before.json", "now", "--format=json")
    assert (ran.code, _changes(ran)) == (1, [("gone", "VAL004", "reports/a.json")])


@pytest.mark.usefixtures("catalogues")
def test_a_result_and_a_folder(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.json", faulty_json())
    cli("check", "a.json", "--format", "json=before.json")
    (tmp_path / "new/val/not-a-number.yaml").unlink()
    ran = cli("impact", "before.json", "new", "--format=json")
    assert _changes(ran) == [("gone", "VAL004", "a.json")]


def test_two_results(cli: Cli, write: Write) -> None:
    for name, report in (("before", clean_json()), ("after", faulty_json())):
        write("a.json", report)
        cli("check", "a.json", "--format", f"json={name}.json")
    ran = cli("impact", "before.json", "after.json", "--format=json")
    assert _changes(ran) == [("found", "VAL004", "a.json")]
    refused = cli("impact", "before.json", "after.json", "a.json")
    assert (refused.code, refused.err) == (2, "nianbao：比较两份结果时不写路径\n")


def test_documents_of_one_side_are_named(cli: Cli, write: Write) -> None:
    write("a.json", clean_json())
    cli("check", "a.json", "--format", "json=before.json")
    write("b.json", clean_json())
    ran = cli("impact", "before.json", "now", "b.json")
    assert ran.out.startswith("只在一边：a.json、b.json\n比较了 0 份文件")


def test_what_cannot_be_read_ends_with_3_after_all_else(cli: Cli, write: Write) -> None:
    write("one/rule.yaml", _RULE)
    write("a.json", json_with("/requests/carried_out/other", 1))
    ran = cli("impact", "now", "one", "a.json", "nothing.json")
    assert ran.code == 3
    assert "新增 1" in ran.out
    assert "未能读全：nothing.json" in ran.out


def test_the_output_can_go_to_a_file(cli: Cli, write: Write, tmp_path: Path) -> None:
    write("a.json", clean_json())
    ran = cli("impact", "now", "now", "a.json", "--output", "impact.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "impact.txt").read_text(encoding="utf-8").startswith("比较了 1 份文件")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "不是完好的 JSON"),
        (b"\xff\xfe", "不是完好的 JSON"),
        ("[" * 100_000, "不是完好的 JSON"),
        ('{"version": 1}', "不是 --format json 的结果"),
        ('{"version": 2, "documents": []}', "不是 --format json 的结果"),
    ],
)
def test_a_file_that_is_no_result_is_refused(
    cli: Cli, write: Write, content: str | bytes, said: str
) -> None:
    write("a.json", clean_json())
    write("before.json", content)
    ran = cli("impact", "before.json", "now", "a.json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("nianbao：before.json：")
    assert said in ran.err


def test_wrong_usage(cli: Cli, write: Write) -> None:
    write("a.json", clean_json())
    assert "读不了这个结果文件" in cli("impact", "nowhere", "now", "a.json").err
    assert cli("impact", "now", "now", "a.json", "--samples=-1").code == 2
    assert cli("impact", "now").code == 2
    write("empty/README.md", "")
    assert cli("impact", "empty", "now", "a.json").code == 2
