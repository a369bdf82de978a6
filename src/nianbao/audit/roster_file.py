"""What does a roster say, and can it be so?"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

from nianbao.audit.roster import Member, Roster
from nianbao.audit.roster_faults import faults
from nianbao.audit.sheets import Row, SheetError, rows_of
from nianbao.model.report import Kind, Level, Organ
from nianbao.model.text import Text
from nianbao.prose.identity import full_name
from nianbao.prose.organs import organ_named

_HEADS = {
    "organ": ("organ", "name", "机关", "机关名称", "单位", "单位名称"),
    "code": ("code", "代码", "机关代码", "统一社会信用代码"),
    "level": ("level", "层级", "级别"),
    "kind": ("kind", "类别", "类型"),
    "parent": ("parent", "上级", "上级机关", "上级机关名称"),
    "aliases": ("aliases", "alias", "别名", "简称"),
    "valid_from": ("valid_from", "valid from", "设立日期", "生效日期"),
    "valid_to": ("valid_to", "valid to", "撤销日期", "失效日期"),
    "merged_into": ("merged_into", "merged into", "并入"),
}
_KEYS = {head: key for key, heads in _HEADS.items() for head in heads}
_LEVELS = {
    "部委": "ministry",
    "省级": "province",
    "市级": "city",
    "县级": "county",
    "乡级": "township",
}
_KINDS = {"政府": "government", "办公室": "office", "部门": "department", "派出机关": "dispatched",
          "其他": "other"}  # fmt: skip


def roster_from(path: str) -> Roster:
    """Read a roster from a CSV, XLSX or YAML file.

    Raises:
        SheetError: it cannot be used; the first fault is told, with its line.
    """
    members = tuple(_member(row, path) for row in rows_of(path, _KEYS))
    if not members:
        raise SheetError(Text("名单里没有机关", "the roster holds no organ"), path)
    for member, reason in faults(members):
        raise SheetError(reason, path, member.line)
    return Roster(members)


def _member(row: Row, path: str) -> Member:
    words = row.words
    try:
        organ = _organ(row)
        return Member(
            organ=organ,
            line=row.line,
            code=words.get("code", ""),
            parent=words.get("parent", ""),
            aliases=tuple(_split(words.get("aliases", ""))),
            valid_from=_day(words.get("valid_from")),
            valid_to=_day(words.get("valid_to")),
            merged_into=words.get("merged_into", ""),
        )
    except _WrongWordError as error:
        raise SheetError(error.reason, path, row.line) from None


class _WrongWordError(Exception):
    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def _organ(row: Row) -> Organ:
    """Return the organ of a row; what the row leaves out is told from the name."""
    name = row.words.get("organ", "")
    told = organ_named(name)
    if told is None:
        raise _WrongWordError(Text("没有写机关名称", "the name of the organ is missing"))
    level = _chosen(row.words.get("level"), _LEVELS, get_args(Level), told.level)
    kind = _chosen(row.words.get("kind"), _KINDS, get_args(Kind), told.kind)
    above = row.words.get("parent", "").partition("人民政府")[0]
    organ = Organ(told.name, level, kind, told.parent or above)  # type: ignore[arg-type]
    if not full_name(organ):
        raise _WrongWordError(
            Text(
                f"看不出“{name}”是哪一级的什么机关：请填层级、类别和上级",
                f'"{name}" does not tell which organ it is: fill in level, kind and parent',
            )
        )
    return organ


def _chosen(
    word: str | None, words: dict[str, str], known: Sequence[str], told: str | None
) -> str | None:
    if word is None:
        return told
    value = words.get(word, word)
    if value not in known:
        raise _WrongWordError(
            Text(
                f"不认识“{word}”，可用的有 {'、'.join(words)}",
                f'"{word}" is not known; choose from {", ".join(known)}',
            )
        )
    return value


def _day(word: str | None) -> date | None:
    try:
        return date.fromisoformat(word.replace("/", "-")) if word else None
    except ValueError:
        raise _WrongWordError(
            Text(f"“{word}”不是日期，应写作 2024-01-31", f'"{word}" is no date such as 2024-01-31')
        ) from None


def _split(words: str) -> Iterator[str]:
    for mark in "；;、|":
        words = words.replace(mark, "\n")
    return (word.strip() for word in words.split("\n") if word.strip())
