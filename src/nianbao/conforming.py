"""The report on which the examples of rules are built: conforming, with 0 in every cell."""

from typing import Any

from nianbao.editions import editions
from nianbao.model.edition import Edition

Data = dict[str, Any]

_YEARS = {"2019": 2020, "2021": 2024}
_TEXTS = {
    "overview": (
        "{year}年，云溪镇认真贯彻落实《中华人民共和国政府信息公开条例》，依法做好政府信息公开工作。\n"
        "（一）主动公开。本年通过县政府门户网站公开政府信息，及时更新机构职能和办事指南。\n"
        "（二）依申请公开。本年未收到政府信息公开申请，没有上年结转的申请。\n"
        "（三）政府信息管理。公开前逐件审核，定期清理已公开的信息。\n"
        "（四）政府信息公开平台建设。维护好门户网站专栏，在便民大厅设置查阅点。\n"
        "（五）监督保障。明确分管领导和专人，开展业务培训；本年工作考核结果为良好，社会评议没有收到意见，"
        "没有发生责任追究。"
    ),
    "problems": (
        "存在的主要问题：一是公开内容的解读不够及时，二是工作人员的业务能力有待提高。\n"
        "改进情况：一是与文件同步准备解读材料，二是每半年组织一次业务培训。"
    ),
    "other_matters": "本年未发出收费通知，未收取信息处理费。没有其他需要报告的事项。",
}


def conforming(edition: str, year: int | None = None) -> Data:
    """Return the canonical data of the conforming report of an edition.

    It is that of 青禾县云溪镇人民政府 for that year, else for 2024, or 2020 in the edition of 2019.
    """
    year = year or _YEARS[edition]
    issue = editions()[edition]
    dates = f"自{year}年1月1日起至{year}年12月31日止"
    return {
        "edition": edition,
        "year": year,
        "organ": {
            "name": "青禾县云溪镇人民政府",
            "level": "township",
            "kind": "government",
            "parent": "青禾县",
        },
        "title": f"青禾县云溪镇{year}年政府信息公开工作年度报告",
        "preface": f"本报告按照《中华人民共和国政府信息公开条例》编制，所列数据的统计期限{dates}。",
        "period": {"from": f"{year}-01-01", "to": f"{year}-12-31", "text": dates},
        "published": f"{year + 1}-01-20",
        "sections": _sections(issue, year),
        **{key: {} for key in issue.forms},
    } | _tables(issue)


def _sections(edition: Edition, year: int) -> Data:
    return {
        part.key: {"order": order, "heading": part.title, **_text(part.key, year)}
        for order, part in enumerate(edition.parts, start=1)
    }


def _text(key: str, year: int) -> Data:
    return {"text": _TEXTS[key].format(year=year)} if key in _TEXTS else {}


def _tables(edition: Edition) -> Data:
    tables: Data = {}
    for _, _, pointer in edition.cells():
        put(tables, pointer, 0)
    return tables


def put(data: Data, pointer: str, value: object) -> None:
    """Set the value at a JSON Pointer; what is missing on the way is made."""
    *above, last = (token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])
    node: Any = data
    for token in above:
        node = node[int(token)] if isinstance(node, list) else node.setdefault(token, {})
    if isinstance(node, list):
        node.insert(int(last), value)
    else:
        node[last] = value


def drop(data: Data, pointer: str) -> None:
    """Remove the value at a JSON Pointer.

    Raises:
        KeyError: there is none.
    """
    *above, last = pointer.split("/")[1:]
    node: Any = data
    for token in above:
        node = node[int(token)] if isinstance(node, list) else node[token]
    del node[int(last) if isinstance(node, list) else last]
