"""What does one argument or option take?"""

from typing import Any

from nianbao.model.record import Record
from nianbao.model.text import Text


class Option(Record):
    """An argument or option: its names, what it does, and how argparse takes it.

    Attributes:
        metavar: the word for its value in the help, None where argparse finds it.
    """

    names: tuple[str, ...]
    about: Text
    settings: dict[str, Any]
    metavar: Text | None = None


# What stands for a value in the help.
_METAVARS = {
    "ADDRESS": "地址", "CODE": "代码", "COUNT": "个数", "DATE": "日期", "FILE": "文件",
    "FOLDER": "文件夹", "MIB": "MiB", "N/TOTAL": "份/总份数", "NAME": "名称",
    "NAME[=FILE]": "格式[=文件]", "REV": "版本", "RULES": "规则", "SECONDS": "秒数", "YEAR": "年度",
}  # fmt: skip


def option(*names: str, zh: str, en: str, metavar: str = "", **settings: Any) -> Option:
    """Return an option with its help in both languages."""
    shown = Text(_METAVARS[metavar], metavar) if metavar else None
    return Option(names, Text(zh, en), settings, shown)


def listed(name: str, metavar: str, *, zh: str, en: str, dest: str | None = None) -> Option:
    """Return an option that may be given several times."""
    more = {"dest": dest} if dest else {}
    return option(name, zh=zh, en=en, action="append", default=[], metavar=metavar, **more)
