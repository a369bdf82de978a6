"""Are the examples in docs/formats.md what the formats write?"""

import re

import pytest

from nianbao.builtin import Builtin
from tests.cli.conftest import Process
from tests.packaging.environments import ROOT

_PAGE = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
_BLOCKS = dict(re.findall(r"^### (\w+)\n\n```\w+\n(.*?)^```$", _PAGE, re.MULTILINE | re.DOTALL))
_COMMAND = ("check", "--select", "SUM006", "examples/shagou-2020.txt")


def test_each_format_stands_on_the_page() -> None:
    names = {formatter.name for formatter in Builtin().nianbao_formatters()}
    assert {*_BLOCKS, "table", "json", "html"} == names
    for name in names:
        assert _PAGE.count(f"`{name}`") >= 2, name


@pytest.mark.parametrize("name", sorted(_BLOCKS))
def test_an_example_is_what_the_format_writes(name: str) -> None:
    ran = Process(ROOT).run(*_COMMAND, f"--format={name}")
    written = {line.strip() for line in ran.stdout.decode("utf-8-sig").splitlines()}
    shown = [line.strip() for line in _BLOCKS[name].splitlines() if line.strip() != "…"]
    assert shown
    assert [line for line in shown if line not in written] == []
