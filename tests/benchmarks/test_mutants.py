"""Does the mutation run change what a rule says and does, and notice what its examples miss?"""

import re

import pytest

from benchmarks.mutants import code, entry
from benchmarks.mutants.trying import fates, rule_files

_MODULE = '''
"""A docstring."""

from nianbao.rule import Hit, NotChecked

_WORDS = ("去年", "上年")
_PATTERN = r"(20)?\\d+"
_REASON = Text("没有写明", "not said")


def check(report: "Report") -> "Iterator[Hit]":
    """Another docstring."""
    if report is None or not report.year:
        yield NotChecked(_REASON)
        return
    for word in (each for each in _WORDS if each):
        if any(word in text for text in report.texts) and report.year > 2019:
            yield Hit("/preface", {"word": Text(f"说{word}", "said")}, ("/year",), quote="一句")
'''


def _changes() -> list[str]:
    return [each.what for each in code.changes(_MODULE, "module")]


@pytest.mark.parametrize(
    "what",
    [
        "'去年' -> '¤年'",
        r"'(20)?\\d+' -> '¤(20)?\\d+'",
        "'/preface' -> '¤preface'",
        "'word' -> '¤ord'",
        "'说' -> '¤'",
        "2019 -> 2020",
        "Gt -> GtE in report.year > 2019",
        "In -> NotIn in word in text",
        "any -> all",
        "without if each",
        "not report.year -> report.year",
        "without return",
    ],
)
def test_every_kind_of_change_is_made_once(what: str) -> None:
    assert _changes().count(what) == 1


def test_what_examples_do_not_speak_of_is_left_alone() -> None:
    said = " ".join(_changes())
    for untouched in ("docstring", "Report", "Iterator", "没有写明", "said", "'/year'", "一句"):
        assert not re.search(rf"'[^']*{untouched}[^']*' ->", said), untouched
    assert "without report is None" not in said
    assert "without yield NotChecked" not in said


def test_a_change_is_undone_before_the_next() -> None:
    names = [each.module.co_consts for each in code.changes(_MODULE, "module")]
    assert len(set(map(str, names))) > len(names) / 2


def test_lines_are_those_of_the_module() -> None:
    lines = _MODULE.splitlines()
    (spot,) = (each for each in code.changes(_MODULE, "module") if each.what == "2019 -> 2020")
    assert "2019" in lines[spot.line - 1]


_ENTRY = {
    "code": "QHX001",
    "severity": [{"when": {"edition": "2019", "column": "x"}, "is": "info"}, {"is": "error"}],
    "editions": ["2019", "2021"],
    "only_with": ["gaps"],
    "yields_to": ["SUM001"],
    "group": "row",
    "message": {"zh": "{row}为{left}", "en": "{row} {left}"},
    "check": {
        "kind": "identity",
        "table": "requests",
        "for_each": "row",
        "holds": "总计 + 3 == 自然人",
        "when": ["总计 >= 1"],
    },
}


def test_every_part_of_a_rule_file_is_changed() -> None:
    said = [what for what, _ in entry.changes(_ENTRY)]
    for what in (
        "severity 0 -> error", "severity without case 0", "severity 0 without condition column",
        "severity 1 -> warning", "editions without 2019", "yields_to without SUM001",
        "without group", "message without {left}", "check: for_each -> column",
        "check: table -> disclosure", "check: holds: == -> <=",
        "check: holds:  +  ->  -  in 总计 + 3 == 自然人",
        "check: holds: 3 -> 4 in 总计 + 3 == 自然人",
        "check: when: 1 -> 2 in 总计 >= 1",
    ):  # fmt: skip
        assert what in said, what
    assert not [what for what in said if "only_with" in what]


def test_a_change_leaves_the_entry_as_it_was() -> None:
    before = repr(_ENTRY)
    assert all(changed != _ENTRY for _, changed in entry.changes(_ENTRY))
    assert repr(_ENTRY) == before


def test_mutants_of_a_rule_are_killed_by_its_examples() -> None:
    tried = fates(rule_files()["SUM004"])
    fate = {each.what: each.fate for each in tried}
    assert fate["severity error -> warning"] == "killed"
    assert fate["check: holds: == -> <="] == "killed"
    assert fate["check: table -> disclosure"] == "stillborn"
    # A text in the total keeps the sum unchecked, so yielding to VAL004 shows nowhere.
    assert fate["yields_to without VAL004"] == "survived"
