"""argparse, speaking the user's language."""

import argparse
import re
from typing import NoReturn

from nianbao.errors import UserError
from nianbao.model.text import Language, Text

# What argparse says, as patterns of its own English, and what we say instead.
_ERRORS: tuple[tuple[str, Text], ...] = (
    (r"unrecognized arguments: (.*)", Text("不认识的参数：{0}", "unknown arguments: {0}")),
    (r"the following arguments are required: (.*)", Text("缺少参数：{0}", "arguments are missing: {0}")),
    (
        r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        Text("{0} 不能是“{1}”，可用的有：{2}", '{0} cannot be "{1}"; choose from {2}'),
    ),
    (r"argument (.*?): expected one argument", Text("{0} 后面要跟一个值", "{0} needs a value")),
    (r"argument (.*?): expected at least one argument", Text("{0} 后面至少要跟一个值", "{0} needs at least one value")),
    (r"argument (.*?): invalid \w+ value: '(.*)'", Text("{0} 的值“{1}”不对", '"{1}" is no value for {0}')),
    (r"argument (.*?): ignored explicit argument '(.*)'", Text("{0} 不带值，不能写“{1}”", '{0} takes no value, but got "{1}"')),
    (r"ambiguous option: (.*?) could match (.*)", Text("参数 {0} 不明确，可能是 {1}", "{0} is ambiguous; it could be {1}")),
    (r"argument (.*?): not allowed with argument (.*)", Text("{0} 不能与 {1} 同用", "{0} cannot go with {1}")),
)
_UNKNOWN = Text("命令行写得不对", "the command line is wrong")


class UsageError(UserError):
    """A command line that is wrong."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are values and whose help has our headings."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong in our words."""
        for pattern, text in _ERRORS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                raise UsageError(Text(text.zh.format(*found.groups()), text.en.format(*found.groups())))
        raise UsageError(_UNKNOWN)


def parser(language: Language, **settings: object) -> Parser:
    """Return a parser with help in the language."""
    made = Parser(
        add_help=False,
        formatter_class=_formatter(language),
        **settings,  # type: ignore[arg-type]  # argparse's own settings
    )
    made.add_argument(
        "-h", "--help", action="help", help=Text("显示这份帮助", "show this help").get(language)
    )
    made._positionals.title = Text("位置参数", "arguments").get(language)  # noqa: SLF001  # argparse offers no other way
    made._optionals.title = Text("选项", "options").get(language)  # noqa: SLF001
    return made


def _formatter(language: Language) -> type[argparse.HelpFormatter]:
    usage = Text("用法：", "usage: ").get(language)

    class Formatter(argparse.RawDescriptionHelpFormatter):
        def add_usage(self, text, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202  # as argparse has it
            super().add_usage(text, actions, groups, usage if prefix is None else prefix)

    return Formatter
