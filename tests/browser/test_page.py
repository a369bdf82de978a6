"""Does the page of a run work in a real browser?"""

import json
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from nianbao.app import Options, build_checker
from nianbao.formatters.html_ import HtmlFormatter
from nianbao.model.text import Language
from nianbao.protocols import Canvas
from nianbao.result import Document, Result
from tests.browser.browser import ESCAPE, PHONE, WIDE, Browser

_ROOT = Path(__file__).parents[2]
_HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title></table><svg onload=alert(1)>",
    "javascript:alert(1)",
)


def _checked(*paths: str) -> Result:
    """Return the result for files of this repository, each called by its name alone."""
    checker = build_checker(Options())._replace(keeps_reports=True)
    whole = checker.check([str(_ROOT / path) for path in paths])
    named = (each._replace(path=Path(each.path).name) for each in whole.documents)
    return whole._replace(documents=tuple(named))


def _hostile(words: str) -> str:
    """Return a report that has hostile words wherever a report can have words."""
    rows = [{"after": "", "label": words, "cells": [words] * 7}]
    return json.dumps(
        {
            "edition": "2021",
            "year": 2024,
            "organ": {"name": words},
            "title": f"{words}2023年政府信息公开工作年度报告",
            "preface": words,
            "sections": {"overview": {"order": 2, "heading": words, "text": words}},
            "extra_sections": [{"order": 1, "heading": words, "text": words}],
            "requests": {
                "received": {"natural_person": words, "other": 2, "total": 5},
                "results": {"total": {"total": 0}, "granted": {"total": 3}},
                "extra_rows": rows,
            },
        }
    )


def _written(folder: Path, whole: Result, language: Language = "zh") -> Path:
    page = folder / "结果.html"
    page.write_text(HtmlFormatter().render(whole, Canvas(language)), encoding="utf-8")
    return page


def _many(folder: Path, browser: Browser) -> None:
    browser.open(_written(folder, _checked("tests/documents/cells", "examples/shagou-2020.txt")))


def _documents() -> tuple[Document, ...]:
    return _checked("tests/documents/cells", "examples/shagou-2020.txt").documents


@pytest.mark.parametrize("size", [WIDE, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_renders_without_a_word_on_the_console(
    browser: Browser, tmp_path: Path, size: tuple[int, int], scheme: str, language: Language
) -> None:
    browser.open(_written(tmp_path, _checked("examples/shagou-2020.txt"), language), size, scheme)
    assert browser.console() == []
    assert browser.shown(".finding") == 11
    assert browser.shown("table.form") == 2
    assert browser.one("#filters").is_displayed()
    # The page itself never scrolls sideways; wide tables do, within their frames.
    assert browser.ask("document.documentElement.scrollWidth <= innerWidth")
    ground = browser.ask("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(244, 245, 247)", "dark": "rgb(18, 21, 26)"}[scheme]


def test_tables_fit_a_telephone(browser: Browser, tmp_path: Path) -> None:
    browser.open(_written(tmp_path, _checked("examples/shagou-2020.txt")), PHONE)
    overhang = "(one) => one.scrollWidth - one.clientWidth"
    assert browser.ask(f"[...document.querySelectorAll('.wide')].map({overhang})") == [0, 0]
    lines = """[...document.querySelectorAll('.form td:not(.note)')].map((one) => one.firstChild)
      .filter((node) => node?.nodeType === 3)
      .map((node) => {
        const range = document.createRange();
        range.selectNode(node);
        return [node.data, range.getClientRects().length];
      })"""
    figures = browser.ask(lines)
    assert len(figures) > 100
    assert [each for each in figures if each[0].endswith("元") or each[1] > 1] == [
        ["1066730.5元", 1]
    ]


# The words with the weakest contrast to what lies behind them, by the formula of WCAG 2.
_CONTRASTS = """(() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (node) => {
    const [red, green, blue, alpha = 1] = parts(getComputedStyle(node).backgroundColor);
    return alpha > 0 ? [red, green, blue] : behind(node.parentElement);
  };
  return [...document.querySelectorAll("body *:not(script):not(svg):not(rect):not(option)")]
    .filter((node) => [...node.childNodes].some((each) => each.nodeType === 3 && each.data.trim()))
    .map((node) => {
      const both = [light(parts(getComputedStyle(node).color)), light(behind(node))];
      const contrast = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
      return [contrast, node.className, node.tagName];
    })
    .sort((one, other) => one[0] - other[0]);
})()"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_stand_out_from_what_is_behind_them(
    browser: Browser, tmp_path: Path, scheme: str
) -> None:
    browser.open(_written(tmp_path, _checked("examples/shagou-2020.txt")), scheme=scheme)
    contrasts = browser.ask(_CONTRASTS)
    assert len(contrasts) > 200
    # WCAG 2, level AA, for text of any size.
    assert contrasts[0][0] >= 4.5, contrasts[:3]


def test_headings_go_down_by_one_and_each_control_has_a_name(
    browser: Browser, tmp_path: Path
) -> None:
    _many(tmp_path, browser)
    levels = browser.ask(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((one) => Number(one.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    nameless = "[...document.querySelectorAll('input, select')].filter((one) => !one.labels.length)"
    assert browser.ask(f"{nameless}.length") == 0


@pytest.mark.parametrize("words", _HOSTILE)
def test_hostile_words_do_nothing(browser: Browser, tmp_path: Path, words: str) -> None:
    checker = build_checker(Options())._replace(keeps_reports=True)
    data = _hostile(words)
    name = "".join(letter for letter in words if letter != "/")
    documents = [
        *checker.check_data(f"{name}.json", data.encode()).documents,
        *checker.check_data(f"{name}2.json", data[:-1].encode()).documents,
    ]
    whole = checker.check_data("空.json", data.encode())._replace(documents=tuple(documents))
    browser.open(_written(tmp_path, whole))
    browser.one("button[name=unfold]").click()
    assert browser.console() == []
    assert browser.ask("document.querySelectorAll('script').length") == 1
    assert browser.ask("document.querySelectorAll('img, table svg, .report svg').length") == 0
    assert browser.ask("document.body.innerText").count(words) >= 8
    links = browser.ask("[...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))")
    assert links
    assert all(link.startswith("#") for link in links)


def test_filters_by_severity_rule_verdict_and_words(browser: Browser, tmp_path: Path) -> None:
    documents = _documents()
    _many(tmp_path, browser)
    assert browser.shown(".report") == len(documents)
    for name in ("warning", "info"):
        browser.one(f"input[name=severity][value={name}]").click()
    grave = [each for each in documents if any(str(f.severity) == "error" for f in each.findings)]
    assert browser.shown(".report") == len(grave)
    assert browser.shown(".finding") == sum(
        str(finding.severity) == "error" for each in documents for finding in each.findings
    )
    browser.one("button[name=clear]").click()
    assert browser.shown(".report") == len(documents)
    browser.one("select[name=rule]").send_keys("SUM006")
    spoke = [f for each in documents for f in each.findings if f.rule.code == "SUM006"]
    assert browser.shown(".finding") == len(spoke) > 0
    browser.one("button[name=clear]").click()
    browser.one("input[name=verdict][value=ready]").click()
    assert browser.shown(".report[data-verdict=ready]") == 0
    browser.one("button[name=clear]").click()
    browser.one("input[name=text]").send_keys("沙沟")
    assert browser.shown(".report") == 1
    assert browser.one("output").text == "显示 1 份，11 条问题"
    browser.one("button[name=clear]").click()
    browser.one("input[name=text]").send_keys("带了单位")
    assert 0 < browser.shown(".report") < len(documents)
    assert set(
        browser.ask(
            "[...document.querySelectorAll('.group:not([hidden])')].map((one) => one.dataset.rule)"
        )
    ) == {"VAL003"}
    browser.one("input[name=text]").send_keys("没有的机关")
    assert browser.one("#none").is_displayed()


def test_the_keyboard_is_enough(browser: Browser, tmp_path: Path) -> None:
    _many(tmp_path, browser)
    browser.press("/")
    browser.press("沙沟")
    assert browser.shown(".report") == 1
    browser.press(ESCAPE)
    assert browser.shown(".report") > 1
    browser.ask("document.activeElement.blur()")
    met = []
    for _ in range(3):
        browser.press("j")
        met.append(browser.ask("document.activeElement.id"))
    browser.press("k")
    assert len(set(met)) == 3
    assert browser.ask("document.activeElement.id") == met[1]
    assert browser.ask("document.activeElement.closest('details').open")
    browser.one(".report:not([open]) > summary").send_keys(" ")
    assert browser.ask("document.querySelectorAll('.report[open]').length") >= 2


def test_numbers_lead_to_cells_and_back(browser: Browser, tmp_path: Path) -> None:
    browser.open(_written(tmp_path, _checked("examples/shagou-2020.txt")))
    browser.one("#d1-1 a.no").click()
    assert browser.ask("document.querySelector(':target').tagName") == "TD"
    browser.one("td:target a.no").click()
    assert browser.ask("document.querySelector(':target').id") == "d1-1"
    browser.ask("document.activeElement.blur()")
    browser.ask("document.getElementById('d1-1').focus()")
    assert browser.ask("document.querySelectorAll('.form .on').length") == 4


def test_without_its_script_all_is_there(browser: Browser, tmp_path: Path) -> None:
    page = _written(tmp_path, _checked("examples/shagou-2020.txt"))
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('"use strict";', "changed;"), encoding="utf-8")
    browser.open(page)
    assert any("Content Security Policy" in line for line in browser.console())
    assert not browser.one("#filters").is_displayed()
    assert browser.one("#d1-1 .message").is_displayed()


def test_it_prints_readable_pages(browser: Browser, tmp_path: Path) -> None:
    _many(tmp_path, browser)
    target = tmp_path / "结果.pdf"
    target.write_bytes(browser.pdf())
    text = _text(target)
    for document in _documents():
        assert document.path in text
    for words in ("有 4 处须改", "2 ≠ 0，差 2", "改法", "依据", "1066730.5元"):
        assert words in text
    assert "全部展开" not in text
    assert browser.ask("document.querySelectorAll('.report[open]').length") == 0
    size = subprocess.run(["pdfinfo", str(target)], capture_output=True, check=True, text=True)
    assert "A4" in size.stdout


def _text(target: Path) -> str:
    printed = subprocess.run(
        ["pdftotext", str(target), "-"], capture_output=True, check=True, encoding="utf-8"
    )
    return " ".join(printed.stdout.split())


def test_five_hundred_reports_stay_usable(browser: Browser, tmp_path: Path) -> None:
    one: Any = _documents()[-1]
    whole = _checked("examples/shagou-2020.txt")
    copies = tuple(one._replace(path=f"报告{number}.txt") for number in range(500))
    browser.open(_written(tmp_path, whole._replace(documents=copies)))
    assert browser.console() == []
    browser.one("input[name=text]").send_keys("报告499")
    assert browser.shown(".report") == 1
    browser.one(".report:not([hidden]) > summary").click()
    assert browser.one(".report:not([hidden]) .finding").is_displayed()
