"""Does a person see at the terminal what was found, whatever the document holds?"""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from nianbao.formatters.table import TableFormatter
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.result import Document, Finding
from nianbao.rule import Rule, Severity
from tests.formatters.samples import (
    document,
    finding,
    gap,
    other,
    place,
    result,
    rule,
    unreadable,
)
from tests.formatters.seed import seed

_GOLDEN = Path(__file__).parent / "golden"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def render(
    *documents: Document, language: Language = "zh", width: int = 100, colour: bool = False
) -> str:
    return TableFormatter().render(result(*documents), Canvas(language, width, colour))


def crashed(path: str = "c.html") -> Document:
    error = "ZeroDivisionError: division by zero"
    return document(path)._replace(crashed=((rule("XTB001"), error),))


def mixed() -> tuple[Document, ...]:
    many = [
        finding(
            message=Text(f"第{column}列差2", f"column {column} differs by 2"),
            at=place(
                f"/requests/results/total/{column}", f"表三 · （七）总计 · 第{column}列", column
            ),
        )
        for column in range(1, 21)
    ]
    return (
        document(),
        seed(),
        unreadable("坏.json", 3, 7),
        other("首页.html"),
        document("石塘.html")._replace(not_checked=(gap("ORG001", "机关级别不明"),)),
        crashed(),
        document("二十处.html", many),
        other("公告.html", [finding(rule("DOC001"), at=place("", "全文"))]),
    )


@pytest.mark.parametrize(
    ("name", "documents", "language", "width"),
    [
        ("seed-zh-100", (seed(),), "zh", 100),
        ("seed-en-100", (seed(),), "en", 100),
        ("seed-zh-72", (seed(),), "zh", 72),
        ("seed-zh-40", (seed(),), "zh", 40),
        ("mixed-zh-80", mixed(), "zh", 80),
        ("mixed-en-40", mixed(), "en", 40),
    ],
)
def test_golden(name: str, documents: tuple[Document, ...], language: Language, width: int) -> None:
    golden = (_GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert render(*documents, language=language, width=width) == golden


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 72, 100, 200])
def test_no_line_of_a_table_is_too_wide(language: Language, width: int) -> None:
    lines = render(seed(), language=language, width=width).split("\n")
    assert max(map(cell_len, lines)) <= min(width, 120)


@pytest.mark.parametrize("width", [0, 1, 20])
def test_a_canvas_too_narrow_still_shows_everything(width: int) -> None:
    shown = re.sub(r"\s", "", render(seed(), width=width))
    assert shown.count("SUM001") == 2
    assert "有4处须改，另有6条建议" in shown


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_colour_all_is_plain_and_fits_gbk(language: Language, width: int) -> None:
    shown = render(*mixed(), language=language, width=width)
    assert "\x1b" not in shown
    assert shown.encode("gbk").decode("gbk") == shown
    assert all(line == line.rstrip() for line in shown.split("\n"))


@pytest.mark.parametrize("width", [40, 100])
def test_colour_adds_nothing_but_colour(width: int) -> None:
    plain = render(*mixed(), width=width)
    coloured = render(*mixed(), width=width, colour=True)
    assert "\x1b[1;31m错误" in coloured
    uncoloured = "\n".join(line.rstrip() for line in _ANSI.sub("", coloured).split("\n"))
    assert uncoloured.replace("─", "-") == plain


@pytest.mark.parametrize("colour", [True, False])
def test_the_environment_decides_nothing(colour: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    expected = render(seed(), colour=colour)
    for name, value in {
        "NO_COLOR": "1",
        "FORCE_COLOR": "1",
        "TERM": "dumb",
        "COLUMNS": "33",
        "TTY_COMPATIBLE": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert render(seed(), colour=colour) == expected


@pytest.mark.parametrize(
    ("one", "zh", "en"),
    [
        (
            document("examples/x.html"),
            "examples/x.html：青禾县云溪镇2024年报告，2021年版，可以发布",
            "examples/x.html: 青禾县云溪镇 report for 2024, 2021 edition, ready to publish",
        ),
        (
            document("x.html")._replace(year=None, edition=""),
            "x.html：青禾县云溪镇报告，年度不明，版式不明，可以发布",
            "x.html: 青禾县云溪镇, year unknown, edition unknown, ready to publish",
        ),
        (
            document("x.html")._replace(organ=""),
            "x.html：2024年报告，机关不明，2021年版，可以发布",
            "x.html: organ unknown, report for 2024, 2021 edition, ready to publish",
        ),
        (
            document("x.html")._replace(not_checked=(gap("ORG001", "级别不明"),)),
            "x.html：青禾县云溪镇2024年报告，2021年版，可以发布；1 项未能检查：级别不明（ORG001）",
            (
                "x.html: 青禾县云溪镇 report for 2024, 2021 edition, ready to publish; "
                "1 not checked: no ORG001 (ORG001)"
            ),
        ),
        (
            other("首页.html"),
            "首页.html：不是政府信息公开工作年度报告",
            "首页.html: not an annual report on disclosure",
        ),
        (
            unreadable("坏.json", 3, 7),
            "坏.json:3:7：未能读全：键“year”出现两次",
            "坏.json:3:7: not read in full: the key “year” stands twice",
        ),
        (
            unreadable("坏.json"),
            "坏.json：未能读全：键“year”出现两次",
            "坏.json: not read in full: the key “year” stands twice",
        ),
    ],
)
def test_one_document_of_one_line(one: Document, zh: str, en: str) -> None:
    assert render(one) == zh + "\n"
    assert render(one, language="en") == en + "\n"


def test_a_long_line_is_not_broken() -> None:
    path = "很长的目录/" * 30 + "x.html"
    assert render(document(path), width=40).count("\n") == 1
    assert f"\n{path}：青禾县" in render(unreadable("坏.json"), document(path), width=40)


def test_several_clean_documents() -> None:
    assert render(document("a.html"), other("b.html"), document("c.html")) == (
        "a.html：青禾县云溪镇2024年报告，2021年版，可以发布\n"
        "c.html：青禾县云溪镇2024年报告，2021年版，可以发布\n"
        "\n"
        "共 3 份文件：读取 2，其他 1，未能读全 0\n"
        "错误 0，警告 0，提示 0，未能检查 0，规则出错 0\n"
    )


def test_documents_of_another_kind_are_only_counted() -> None:
    assert render(other("a.html"), other("b.html")) == (
        "共 2 份文件：读取 0，其他 2，未能读全 0\n错误 0，警告 0，提示 0，未能检查 0，规则出错 0\n"
    )
    assert "a.html" not in render(other("a.html"), seed())


def test_no_document_at_all() -> None:
    assert render() == "没有要检查的文件\n"
    assert render(language="en") == "nothing to check\n"


def _closing(*findings: Severity) -> str:
    return render(document(findings=[finding(severity=one) for one in findings])).split("\n\n")[2]


def test_closing_sentences() -> None:
    assert _closing(Severity.ERROR) == "有 1 处须改"
    assert _closing(Severity.ERROR, Severity.INFO, Severity.ERROR) == "有 2 处须改，另有 1 条建议"
    assert _closing(Severity.WARNING, Severity.INFO) == "可以发布，另有 2 条建议"


def test_a_crash_is_never_ready() -> None:
    assert "未能读全；1 条规则运行出错，结果不全\n" in render(crashed())
    both = crashed()._replace(findings=(finding(),))
    assert "有 1 处须改；1 条规则运行出错，结果不全\n" in render(both)
    assert "规则 XTB001 运行出错：ZeroDivisionError: division by zero\n" in render(both)


def test_the_gravest_come_first() -> None:
    shown = render(seed())
    codes = re.findall(r"^(?:错误|警告|提示) .* ([A-Z]{3}\d{3})$", shown, re.MULTILINE)
    assert codes == [
        "SUM006", "SUM001", "SUM006", "SUM001",
        "VAL003", "VAL001", "VAL001",
        "SEC007", "TAB008", "VAL003",
    ]  # fmt: skip


def test_the_fix_is_shown_once_for_each_rule_and_document() -> None:
    shown = render(seed(), seed())
    assert shown.count("改法：没有数量的单元格填0") == 2


def _repeated(of: Rule, count: int, severity: Severity = Severity.ERROR) -> list[Finding]:
    return [finding(of, severity, Text(f"{of.code}第{n}处", "")) for n in range(count)]


def test_repeats_are_cut_and_counted_in_full() -> None:
    first, second = rule("SUM001"), rule("SUM002")
    warnings = _repeated(first, 3, Severity.WARNING)
    shown = render(document(findings=[*warnings, *_repeated(first, 9), *_repeated(second, 8)]))
    assert len(re.findall("SUM001第", shown)) == 8
    assert len(re.findall("SUM002第", shown)) == 8
    assert "警告  " not in shown
    assert shown.count("还有 4 处，用 --format json 看全部") == 1
    assert "有 17 处须改，另有 3 条建议" in shown
    assert "错误 17，警告 3，提示 0" in shown


def test_many_related_places_are_cut() -> None:
    places = tuple(place(f"/x/{n}", f"表三 · 总计 · 第{n}列", n) for n in range(1, 10))
    shown = render(document(findings=[finding(at=place("/x", "表三 · 总计"), related=places)]))
    assert "相关：第1列 1:2；第2列 2:2；" in shown
    assert re.search(r"第6列 6:2；\s+另 3 处\n", shown)
    assert "第7列" not in shown


def test_reasons_of_what_was_not_checked_are_grouped() -> None:
    gaps = [
        *(gap(f"YOY00{n}", "没有上年报告") for n in range(1, 8)),
        gap("SUM001", "有文字", "/a"),
        gap("SUM001", "有文字", "/b"),
        gap("ORG001", "级别不明"),
        gap("DAT009", "没有日期"),
    ]
    shown = render(document(findings=[finding()])._replace(not_checked=tuple(gaps)), width=120)
    assert (
        "11 项未能检查：没有上年报告（YOY001、YOY002、YOY003、YOY004、YOY005等）；"
        "有文字（SUM001）；级别不明（ORG001）；等\n"
    ) in shown.replace("\n没有", "没有").replace("\n有文字", "有文字").replace("\n级别", "级别")


def test_states_are_marked() -> None:
    findings = [finding()._replace(state="known"), finding()._replace(state="explained")]
    shown = render(document(findings=findings))
    assert "\n已知    343:2" in shown
    assert "\n已说明  343:2" in shown
    assert "已知 1，已说明 1，未能检查 0" in shown


HOSTILE = (
    "[red]:smile:[/red]\x1b[31m\x1b]8;;http://x\x07\u202e倒\u2066\x9b2J\x00\ud800\r\n可以发布\t"
)
SAFE = r"[red]:smile:[/red]\x1b[31m\x1b]8;;http://x\x07\u202e倒\u2066\x9b2J\x00\ud800  可以发布"


def _evil(path: str = "x.html") -> Document:
    hostile = Text(HOSTILE, HOSTILE)
    of = rule(HOSTILE, fix=hostile)
    at = place("/x", HOSTILE)
    return document(
        path, [finding(of, message=hostile, at=at, related=(place("/y", HOSTILE),))]
    )._replace(
        organ=HOSTILE,
        edition=HOSTILE,
        not_checked=(gap(HOSTILE, HOSTILE),),
        crashed=((of, HOSTILE),),
    )


@pytest.mark.parametrize("width", [30, 100])
@pytest.mark.parametrize("colour", [True, False])
def test_hostile_text_is_shown_and_does_nothing(width: int, colour: bool) -> None:  # noqa: FBT001
    shown = _ANSI.sub("", render(_evil(HOSTILE), unreadable(HOSTILE), width=width, colour=colour))
    assert shown.replace("\n", "").isprintable()
    squeezed = re.sub(r"\s", "", shown)
    assert squeezed.count(SAFE.replace(" ", "")) >= 3
    assert not re.search(r"^可以发布", shown, re.MULTILINE)


def test_hostile_text_is_shown_in_one_line() -> None:
    clean = _evil(HOSTILE)._replace(findings=(), crashed=())
    for one in (clean, unreadable(HOSTILE), other(HOSTILE)):
        assert render(one).startswith(f"{SAFE} ：")
        assert render(one).count("\n") == 1


def test_very_long_text_is_cut() -> None:
    long = Text("长" * 100_000, "x" * 100_000)
    found = finding(message=long, at=place("/x", "y" * 300), related=(place("/y", long.zh),))
    whole = document("z" * 300, [found])._replace(organ=long.zh)
    for language in ("zh", "en"):
        shown = render(whole, language=language)
        assert len(shown) < 10_000
        assert "…" in shown
        assert shown.startswith("z" * 300 + "\n")
        assert shown.count("y") >= 300


def test_a_place_without_words_is_named() -> None:
    assert "全文" in render(document(findings=[finding(at=place("", ""))]))
    assert "/edition" in render(document(findings=[finding(at=place("/edition", ""))]))


_PROBE = """
import sys
from nianbao.formatters.table import TableFormatter
from nianbao.protocols import Canvas
from nianbao.result import Document, Result
clean = Document("x.html", "read", "html", "utf-8", "云溪镇", 2024, "2021")
other = Document("y.html", "other")
TableFormatter().render(Result((clean, other, clean), "0.1.0", ""), Canvas("zh", colour=True))
print("rich" in sys.modules)
bad = Document("z.html", "unreadable")
TableFormatter().render(Result((bad,), "0.1.0", ""), Canvas("zh"))
print("rich" in sys.modules)
"""


def test_a_clean_run_does_not_load_rich() -> None:
    command = [sys.executable, "-X", "utf8", "-"]
    done = subprocess.run(command, input=_PROBE, check=True, capture_output=True, encoding="utf-8")
    assert done.stdout.split() == ["False", "True"]
