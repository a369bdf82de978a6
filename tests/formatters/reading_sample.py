"""A reading in which everything happens once, made without any reader."""

from datetime import date
from decimal import Decimal

from nianbao.editions import editions
from nianbao.model.cell import Cell, State
from nianbao.model.place import Span
from nianbao.model.reading import (
    CellRead,
    Difference,
    Dropped,
    EncodingRead,
    HeadingRead,
    Ignored,
    Item,
    Label,
    Match,
    Reading,
    RowRead,
    Stray,
    TableRead,
    UnreadRow,
)
from nianbao.model.report import Organ, Period, Report, Section
from nianbao.model.text import Text

_EDITION = editions()["2021"]


def _at(line: int, column: int = 2) -> Span:
    return Span(line, column, line, column + 3)


def _label(
    pointer: str, name: str, met: str, match: Match, line: int = 0, *differs: Difference
) -> Label:
    return Label(pointer, name, name, met, match, differs, _at(line) if line else None)


_REASON = Text("应有1格，读到2格", "1 cell expected, 2 met")
_BLANK = Cell("", None, State.BLANK)
_REGULATIONS = (
    CellRead("/disclosure/regulations/made", "本年制发件数", _BLANK),
    CellRead("/disclosure/regulations/repealed", "本年废止件数", _BLANK),
    CellRead(
        "/disclosure/regulations/in_force",
        "现行有效件数",
        Cell("约10", None, State.TEXT),
        span=_at(23),
    ),
)
_DOCUMENTS = (
    CellRead(
        "/disclosure/normative_documents/made",
        "本年制发件数",
        Cell("3", 3, State.OK, plain=True, sound=True),
        ("space",),
        _at(26),
    ),
    CellRead(
        "/disclosure/normative_documents/repealed",
        "本年废止件数",
        Cell("\uff11,234", 1234, State.OK),
        ("width", "grouping"),
        _at(27),
    ),
    CellRead(
        "/disclosure/normative_documents/in_force",
        "现行有效件数",
        Cell("—", None, State.PLACEHOLDER),
        span=_at(28),
    ),
)
_FEES = (
    CellRead(
        "/disclosure/fees/amount",
        "本年收费金额",
        Cell("184719元", Decimal("18.4719"), State.UNIT, "元"),
        ("converted",),
        _at(31),
    ),
)
_ROWS = (
    RowRead(
        _label("/disclosure/regulations", "规章", "规 章", "normalised", 20, "spacing"),
        _REGULATIONS,
        (Dropped("blank", 2), Dropped("label", 1)),
    ),
    RowRead(
        _label(
            "/disclosure/normative_documents", "行政规范性文件", "规范性文件", "other-edition", 25
        ),
        _DOCUMENTS,
        (Dropped("merged", 1),),
    ),
    RowRead(_label("/disclosure/fees", "行政事业性收费", "行政事业型收费", "similar", 30), _FEES),
)
_DISCLOSURE = TableRead(
    form=_EDITION.forms["disclosure"],
    voted="2021",
    telling=("制发", "废止"),
    sources=2,
    height=14,
    rows=_ROWS,
    columns=(
        _label("/disclosure/columns/regulations/made", "本年制发件数", "本年制发件数", "exact", 17),
        _label("/disclosure/columns/regulations/in_force", "现行有效件数", "", "missing"),
        _label(
            "/disclosure/columns/regulations/repealed", "本年废止件数", "本年废止件数", "exact", 18
        )._replace(displaced=True),
    ),
    headers=(_label("/disclosure/blocks/licences", "第二十条第（五）项", "", "missing"),),
    missing=(_label("/disclosure/licences", "行政许可", "", "missing"),),
    unread=(UnreadRow("/disclosure/penalties", "行政处罚", ("3", "4"), _REASON, _at(33)),),
    strays=(
        Stray("added", ("其他公文", "5"), _at(35)),
        Stray("blank", ("", ""), _at(36)),
        Stray("words", ("以上数据由青禾县档案局核对",)),
        Stray("again", ("规章", "1"), _at(38)),
    ),
    copies=({}, {"/disclosure/fees/amount": "7"}),
    span=_at(15),
)
_LITIGATION = TableRead(
    form=_EDITION.forms["review_litigation"],
    voted=None,
    telling=(),
    sources=0,
    height=0,
    rows=(RowRead(_label("/review_litigation/review", "行政复议", "", "order"), ()),),
    columns=(),
    headers=(),
    missing=(),
    unread=(),
    strays=(),
    copies=(),
)
_REPORT = Report(
    title="青禾县云溪镇2024年政府信息公开工作年度报告",
    organ=Organ("青禾县云溪镇", "township", "government", "青禾县"),
    year=2024,
    edition=_EDITION,
    preface="根据条例编制。",
    period=Period("自20241月1日起至2024年12月31日止", None, date(2024, 12, 31), "damaged"),
    published=date(2025, 1, 20),
    sections={"overview": Section("overview", 1, "一、总体情况", "无。")},
    signature="青禾县云溪镇人民政府\n2025年1月20日",
    links=(("附件：年报.pdf", "/files/1.pdf"),),
    locate={"/title": _at(3), "/period": _at(5), "/preface": _at(4)}.get,
)
SAMPLE = Reading(
    path="年报/云溪镇.html",
    reader="html",
    encoding=EncodingRead("gb18030", "declared", "gb2312", 2),
    report=_REPORT,
    sources={"title": "line", "year": "title", "edition": "disclosure", "published": "head"},
    headings=(
        HeadingRead(
            _label(
                "/sections/overview",
                "一、总体情况",
                "1、 总体情况",
                "normalised",
                7,
                "spacing",
                "number",
            ),
            order=1,
            characters=120,
            pictures=0,
        ),
        HeadingRead(
            _label(
                "/sections/problems",
                "五、存在的主要问题及改进情况",
                "五、政府信息公开工作存在的主要问题及改进情况",
                "accepted",
                60,
            ),
            order=2,
            characters=30,
            pictures=3,
        ),
        HeadingRead(_label("/extra_sections/0", "七、附表", "七、附表", "unknown", 70), 3, 0, 0),
        HeadingRead(
            _label("/sections/other_matters", "六、其他需要报告的事项", "", "missing"), 0, 0, 0
        ),
    ),
    tables=(_DISCLOSURE, _LITIGATION),
    absent=("表三",),
    ignored=(
        Ignored("before", 9, (Item("首页", _at(1)), Item("当前位置", _at(2)))),
        Ignored("hidden", 2, (Item("script"), Item("style"))),
        Ignored("comments", 4),
    ),
    rebuilt=True,
)
