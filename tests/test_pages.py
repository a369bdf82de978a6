"""Are the pages of the rules those that the rules and their examples give?"""

import re
from pathlib import Path

import pytest

from docs.pages import FOLDER, INDEX, index, page
from nianbao.builtin import Builtin
from nianbao.rule import Example, Expected, Rule
from tests.formatters.catalogue_rules import with_example

_RULES = tuple(Builtin().nianbao_rules())
_NAMES = {INDEX, *(f"{rule.code}.md" for rule in _RULES)}


def _by_code(rule: Rule) -> str:
    return rule.code


def _written(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", _RULES, ids=_by_code)
def test_no_page_is_stale(rule: Rule) -> None:
    """Renew them by ``python docs/pages.py``."""
    assert _written(f"{rule.code}.md") == page(rule, _RULES)


def test_the_index_is_not_stale() -> None:
    assert _written(INDEX) == index(_RULES)


def test_no_page_is_left_of_a_rule_that_is_no_more() -> None:
    assert {path.name for path in FOLDER.iterdir()} == _NAMES


@pytest.mark.parametrize("name", sorted(_NAMES))
def test_every_link_leads_to_a_page(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", _without_code(_written(name)))
    assert targets
    assert set(targets) <= _NAMES


def test_the_index_names_every_rule_under_its_family() -> None:
    family = ""
    listed = []
    for line in index(_RULES).splitlines():
        if line.startswith("## "):
            family = line[3:6]
        elif line.startswith("| ["):
            code = line[3:9]
            assert code.startswith(family)
            listed.append(code)
    assert sorted(listed) == sorted(rule.code for rule in _RULES)


@pytest.mark.parametrize("rule", _RULES, ids=_by_code)
def test_a_page_says_all_that_the_rule_says(rule: Rule) -> None:
    written = re.sub(r"\\(.)", r"\1", _written(f"{rule.code}.md"))
    texts = rule.texts()
    for text in (texts.title, texts.why, texts.fix):
        assert text.zh in written
        assert text.en in written
    for example in texts.examples:
        assert example.is_variant or f"`{example.key}`" in written
        assert all(word in written for word in example.others)


def _without_code(text: str) -> str:
    return re.sub(r"^(`{3,})\w*\n.*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)


def _page_of(example: Example) -> str:
    rule = with_example(example)
    return page(rule, [rule])


def test_what_markdown_would_take_for_its_own_is_shown_as_it_is() -> None:
    shown = _page_of(
        Example("one", "填了*号和<b>", {"text": "```\n一、总体情况\n```\n无\n"}, "2021")
    )
    assert r"填了\*号和\<b\>" in shown
    assert "\n````text\n```\n一、总体情况\n```\n无\n````\n" in shown


def test_a_near_miss_is_called_one() -> None:
    shown = _page_of(Example("one", "全是0", {}, "2021", near=True))
    assert "合格报告原样 · the conforming report as it is · 似错非错 · a near miss\n" in shown


def test_what_is_set_is_shown_as_a_rule_file_has_it() -> None:
    source = {"set": {"/preface": "一行\n两行", "/year": 2024}, "remove": ["/period"]}
    shown = _page_of(Example("one", "改写", source, "2021"))
    assert (
        "\nset:\n  /preface: |-\n    一行\n    两行\n  /year: 2024\nremove:\n- /period\n" in shown
    )


def test_an_example_that_does_not_hold_has_no_page() -> None:
    wrong = Example("one", "没有的问题", {}, "2021", (Expected("/preface", "不在"),))
    with pytest.raises(ValueError, match="SUM001: the example one does not hold"):
        _page_of(wrong)


def test_the_folder_of_pages_lies_in_the_documentation() -> None:
    assert Path(__file__).parents[1] / "docs" / "rules" == FOLDER
