"""Check kind ``mention``: what a section must speak of."""

from collections.abc import Iterator
from typing import Any

from nianbao.model.report import Report
from nianbao.model.text import Text
from nianbao.rule import Check, Hit, NotChecked

_NOT_MET = Text("没有读到这一部分的文字", "the text of this part was not met")


def mention(check: dict[str, Any]) -> Check:
    """Return the check that a section speaks of every topic, each by any of its words."""
    key: str = check["section"]
    topics = [(Text(each["zh"], each["en"]), tuple(each["words"])) for each in check["of"]]

    def run(report: Report) -> Iterator[Hit | NotChecked]:
        section = report.sections.get(key)
        if section is None or not section.text:
            yield NotChecked(_NOT_MET)
            return
        missing = [
            name for name, words in topics if not any(word in section.text for word in words)
        ]
        if missing:
            yield _exempted(report) or Hit(f"/sections/{key}", {"missing": _listed(missing)})

    return run


def _exempted(report: Report) -> NotChecked | None:
    from nianbao.model.exemption import exemption  # noqa: PLC0415  # where something lacks alone

    reason = exemption(report)
    return NotChecked(reason) if reason else None


def _listed(names: list[Text]) -> Text:
    return Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
