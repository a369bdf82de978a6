"""A document with the findings of a real report: several rules, severities and related places."""

from nianbao.model.place import Place
from nianbao.model.text import Text
from nianbao.result import Document, Finding
from nianbao.rule import Severity
from tests.formatters.samples import finding, gap, place, rule

_ZERO = rule(
    "SUM006",
    "total-is-zero",
    Text(
        "按各项重新合计后填写总计；若各项填错了，改各项",
        "add the parts up again and fill in the total; if a part is wrong, correct the part",
    ),
)
_BALANCE = rule(
    "SUM001",
    "request-balance",
    Text(
        "核对本列新收、结转、办理结果总计和结转下年度四项，使前两项之和等于后两项之和",
        "make received and carried in equal results and carried out in this column",
    ),
)
_BLANK = rule(
    "VAL001", "blank-cell", Text("没有数量的单元格填0", "fill in 0 where there is nothing")
)
_UNIT = rule("VAL003", "unit-in-cell", Text("单元格只填数字", "fill in the number alone"))
_STRAY = rule("TAB008", "stray-row", Text("删去空行", "delete the empty row"))
_PARTS = rule(
    "SEC007",
    "overview-parts",
    Text("按统一格式在总体情况中逐项说明", "say something of each part in the overview"),
)
_APPLICANTS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
_KEYS = (
    "commercial_enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other",
    "total",
)


def _zero(column: str, key: str, line: int) -> Finding:
    return finding(
        _ZERO,
        message=Text(
            f"{column}列：（七）总计填0，而各项之和为2",
            f"column {column}: the total is 0, but its parts add to 2",
        ),
        at=place(f"/requests/results/total/{key}", f"表三 · （七）总计 · {column}", line),
        values={"left": 2, "right": 0},
    )


def _balance(column: str, key: str, line: int, others: tuple[int, int, int]) -> Finding:
    received, carried_in, carried_out = others
    return finding(
        _BALANCE,
        message=Text(
            f"{column}列：新收2与结转0合计2，办理结果0与结转下年度0合计0，差2",
            f"column {column}: received 2 and carried in 0 make 2, "
            "results 0 and carried out 0 make 0, difference 2",
        ),
        at=place(f"/requests/results/total/{key}", f"表三 · （七）总计 · {column}", line),
        related=(
            place(f"/requests/received/{key}", f"表三 · 本年新收 · {column}", received),
            place(f"/requests/carried_in/{key}", f"表三 · 上年结转 · {column}", carried_in),
            place(f"/requests/carried_out/{key}", f"表三 · 结转下年度 · {column}", carried_out),
        ),
        values={"left": 2, "right": 0, "difference": 2},
    )


def _blank(row: str, key: str, line: int, others: int) -> Finding:
    related = tuple(
        place(f"/requests/results/{key}/{column}", f"表三 · {row} · {label}", line + 1 + index)
        for index, (column, label) in enumerate(zip(_KEYS, _APPLICANTS, strict=True))
    )
    return finding(
        _BLANK,
        Severity.WARNING,
        Text(f"这一行有{others + 1}格空白", f"{others + 1} cells of this row are blank"),
        place(f"/requests/results/{key}/natural_person", f"表三 · {row} · 自然人", line),
        related[:others],
    )


def _unit(at: Place, words: str, severity: Severity) -> Finding:
    said = Text(f"“{words}”带有单位，应只填数字", f"“{words}” has a unit behind the number")
    return finding(_UNIT, severity, said, at, values={"text": words})


def seed() -> Document:
    """Return the document: 4 errors, 3 warnings, 3 infos, in the order of the document."""
    return Document(
        "examples/shagou-2020.txt",
        "read",
        "text",
        "utf-8",
        "贵南县沙沟乡",
        2020,
        "2019",
        findings=(*_words_and_units(), *_figures()),
        not_checked=(gap("DAT009", "没有发布日期"),),
    )


def _words_and_units() -> tuple[Finding, ...]:
    procurement = "/disclosure/procurement"
    return (
        finding(
            _PARTS,
            Severity.INFO,
            Text("总体情况没有提到依申请公开、监督保障", "two parts are not told of"),
            place("/sections/overview", "一、总体情况", 2, 1),
        ),
        finding(
            _STRAY,
            Severity.INFO,
            Text("“行政强制”之后有一个空行", "there is an empty row behind “行政强制”"),
            place("/disclosure/extra_rows/0", "表二 · 多出的第1行", 67),
        ),
        _unit(
            place(f"{procurement}/projects", "表二 · 政府集中采购 · 采购项目数量", 89),
            "137次",
            Severity.WARNING,
        ),
        _unit(
            place(f"{procurement}/amount", "表二 · 政府集中采购 · 采购总金额", 90),
            "1066730.5元",
            Severity.INFO,
        ),
    )


def _figures() -> tuple[Finding, ...]:
    return (
        _blank("（一）予以公开", "granted", 132, 4),
        _blank("（二）部分公开", "partly_granted", 142, 6),
        _zero("其他", "other", 343),
        _balance("其他", "other", 343, (118, 127, 352)),
        _zero("总计", "total", 344),
        _balance("总计", "total", 344, (119, 128, 353)),
    )
