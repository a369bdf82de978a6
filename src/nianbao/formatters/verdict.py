"""What became of a document, in one sentence?"""

from typing import Literal

from nianbao.model.text import Language, Text
from nianbao.result import Document
from nianbao.rule import Severity

Verdict = Literal["ready", "faulty", "unread", "other"]


def judge(document: Document) -> Verdict:
    """Return the verdict; where a rule crashed and no error was found, nothing is settled."""
    if document.count(Severity.ERROR) or not document.is_document:
        return "faulty"
    if document.status == "unreadable" or document.crashed or not document.is_whole:
        return "unread"
    return "other" if document.status == "other" else "ready"


def sentence(document: Document, language: Language) -> str:
    """Return the sentence that closes a document, or the findings of none."""
    if not document.is_document:
        total = len(document.findings)
        return Text(f"共 {total} 条", _many(total, "finding")).get(language)
    errors = document.count(Severity.ERROR)
    said = {
        "ready": Text("可以发布", "ready to publish"),
        "faulty": Text(f"有 {errors} 处须改", f"{_many(errors, 'place')} to correct"),
        "unread": Text("未能读全", "not read in full"),
        "other": Text("不是政府信息公开工作年度报告", "not an annual report on disclosure"),
    }[judge(document)]
    parts = (said, _suggestions(document), _crashed(document))
    return "".join(part.get(language) for part in parts)


def _suggestions(document: Document) -> Text:
    total = document.count(Severity.WARNING) + document.count(Severity.INFO)
    if not total:
        return Text("", "")
    return Text(f"，另有 {total} 条建议", f", with {_many(total, 'suggestion')}")


def _crashed(document: Document) -> Text:
    total = len(document.crashed)
    if not total:
        return Text("", "")
    return Text(
        f"；{total} 条规则运行出错，结果不全",
        f"; {_many(total, 'rule')} crashed, so the result is incomplete",
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
