"""Does test-rules run the examples of the package and of rule folders, and say what is wrong?"""

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Cli
from tests.cli.test_rule_folder import _RULE

Write = Callable[[str, str | bytes], str]


@pytest.fixture
def pack(write: Write) -> Callable[[str], str]:
    """Return a function that writes a folder with one rule and returns its name."""

    def pack(text: str = _RULE) -> str:
        write("county/no-open-requests.yaml", text)
        return "county"

    return pack


def test_the_examples_of_the_package_hold(cli: Cli) -> None:
    ran = cli("test-rules")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("全部相符\n")


def test_rules_can_be_chosen(cli: Cli) -> None:
    ran = cli("test-rules", "--select", "SUM", "--ignore", "SUM00,SUM01", "--select", "SUM004")
    assert ran.out.startswith("1 条规则，")
    unknown = cli("test-rules", "--select", "SUM00A")
    assert (unknown.code, unknown.out) == (2, "")
    assert "没有规则“SUM00A”" in unknown.err


def test_a_pack_that_holds(cli: Cli, pack: Callable[[str], str]) -> None:
    ran = cli("test-rules", pack(_RULE))
    assert (ran.code, ran.out) == (0, "1 条规则，2 个例子，全部相符\n")


def test_each_difference_of_a_pack_is_told(cli: Cli, pack: Callable[[str], str]) -> None:
    wrong = _RULE.replace("says: 结转1件", "says: 结转2件, severity: error")
    ran = cli("test-rules", pack(wrong), "--lang", "en")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "QHX001 no-open-requests · one · 结转一件",
        "    - expected error /requests/carried_out/other  结转2件",
        "    + got warning /requests/carried_out/other  其他列结转1件",
        "",
        "1 rule, 2 examples: 1 failed",
    ]


def test_json_for_programs(cli: Cli, pack: Callable[[str], str]) -> None:
    ran = cli("test-rules", pack(_RULE.replace("carried_out/other: 1", "carried_out/nobody: 1")))
    assert ran.code == 1
    ran = cli("test-rules", "county", "--format=json")
    whole = json.loads(ran.out)
    assert whole["summary"] == {"rules": 1, "examples": 2, "failed": 1}
    assert "nobody" in whole["failures"][0]["problem"]


def test_a_rule_of_a_pack_may_yield_to_one_of_the_package(
    cli: Cli, pack: Callable[[str], str]
) -> None:
    """An example is tried beside the rules of the package."""
    yielding = _RULE.replace("basis:", "yields_to: [VAL003]\nbasis:").replace(
        "examples:\n",
        "examples:\n  - {key: unit, title: 带单位, set: {/requests/carried_out/other: 1件}}\n",
    )
    assert cli("test-rules", pack(yielding)).code == 0
    assert cli("test-rules", pack(yielding.replace("yields_to: [VAL003]\n", ""))).code == 1


def test_an_example_tried_with_several_words(cli: Cli, pack: Callable[[str], str]) -> None:
    each = _RULE + (
        "  - key: several\n    title: 几种填法\n    each: ['1', '2', 三]\n"
        "    set: {/requests/carried_out/other: '{each}'}\n"
        "    finds: [{at: /requests/carried_out/other, says: '结转{each}件'}]\n"
    )
    ran = cli("test-rules", pack(each))
    assert ran.code == 1
    assert "1 条规则，5 个例子，1 个不符" in ran.out
    assert "QHX001 no-open-requests · several-3 · 几种填法" in ran.out


def test_bad_rule_files_end_it_before_anything_is_tried(
    cli: Cli, write: Write, pack: Callable[[str], str]
) -> None:
    ran = cli("test-rules", pack(_RULE.replace("severity: warning", "severity: grave")))
    assert (ran.code, ran.out) == (2, "")
    assert "county/no-open-requests.yaml:4" in ran.err
    assert cli("test-rules", "nowhere").code == 2
    write("empty/README.md", "nothing")
    empty = cli("test-rules", "empty")
    assert (empty.code, empty.err) == (2, "nianbao：empty：这个文件夹里没有规则文件\n")


def test_two_folders_cannot_have_the_same_code(
    cli: Cli, write: Write, pack: Callable[[str], str]
) -> None:
    write("other/rule.yaml", _RULE)
    ran = cli("test-rules", pack(_RULE), "other")
    assert ran.code == 2
    assert "QHX001" in ran.err


def test_settings_change_no_example(cli: Cli, write: Write) -> None:
    write("nianbao.toml", 'ignore = ["SUM"]\n')
    assert cli("test-rules", "--select", "SUM004").code == 0
