"""argparse, speaking the user's language."""

import argparse
import re
import sys
from typing import Any, NoReturn

from nianbao.cli.output import show, width_of
from nianbao.errors import UserError
from nianbao.model.text import Language, Text

# It looks for translations of its words on each start; all that it may say is said here.
vars(argparse)["_"] = lambda words: words

# What argparse says, as patterns of its own English, and what we say instead.
_ERRORS: tuple[tuple[str, Text], ...] = (
    (r"unrecognized arguments: (.*)", Text("不认识的参数：{0}", "unknown arguments: {0}")),
    (
        r"the following arguments are required: (.*)",
        Text("缺少参数：{0}", "arguments are missing: {0}"),
    ),
    (
        r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        Text("{0} 不能是“{1}”，可用的有：{2}", '{0} cannot be "{1}"; choose from {2}'),
    ),
    (r"argument (.*?): expected one argument", Text("{0} 后面要跟一个值", "{0} needs a value")),
    (
        r"argument (.*?): expected at least one argument",
        Text("{0} 后面至少要跟一个值", "{0} needs at least one value"),
    ),
    (
        r"argument (.*?): invalid \w+ value: '(.*)'",
        Text("{0} 的值“{1}”不对", '"{1}" is no value for {0}'),
    ),
    (
        r"argument (.*?): ignored explicit argument '(.*)'",
        Text("{0} 不带值，不能写“{1}”", '{0} takes no value, but got "{1}"'),
    ),
    (
        r"ambiguous option: (.*?) could match (.*)",
        Text("参数 {0} 不明确，可能是 {1}", "{0} is ambiguous; it could be {1}"),
    ),
    (
        r"argument (.*?): not allowed with argument (.*)",
        Text("{0} 不能与 {1} 同用", "{0} cannot go with {1}"),
    ),
)
_UNKNOWN = Text("命令行写得不对", "the command line is wrong")


class UsageError(UserError):
    """A command line that is wrong."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are values and whose help any terminal can show."""

    def _print_message(self, message: str, file: Any = None) -> None:
        show(message, sys.stdout if file is None else file)

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong in our words."""
        for pattern, text in _ERRORS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                words = [group.replace("'", "") for group in found.groups()]
                raise UsageError(Text(text.zh.format(*words), text.en.format(*words)))
        raise UsageError(_UNKNOWN)


def parser_class(language: Language) -> type[Parser]:
    """Return a class of parsers whose help is in the language."""
    headings = Text("位置参数", "arguments"), Text("选项", "options")
    about_help = Text("显示这份帮助", "show this help")

    class LocalParser(Parser):
        def __init__(self, **settings: Any) -> None:
            super().__init__(add_help=False, formatter_class=_formatter(language), **settings)
            self._positionals.title, self._optionals.title = (
                each.get(language) for each in headings
            )
            self.add_argument("-h", "--help", action="help", help=about_help.get(language))

    return LocalParser


def _formatter(language: Language) -> type[argparse.HelpFormatter]:
    usage = Text("用法：", "usage: ").get(language)

    class Formatter(argparse.RawDescriptionHelpFormatter):
        def __init__(self, prog: str) -> None:
            # A width of its own spares argparse the import of shutil for each argument's check.
            super().__init__(prog, width=width_of(sys.stdout))

        def add_usage(self, *args: Any, **settings: Any) -> None:
            # The prefix is the fourth of argparse's arguments, by place or by name.
            given = len(args) > _PREFIX or settings.get("prefix") is not None
            super().add_usage(*args, **(settings if given else {**settings, "prefix": usage}))

        def _format_action(self, action: argparse.Action) -> str:
            return _in_columns(
                super()._format_action(action), self._format_action_invocation(action)
            )

    return Formatter


def _in_columns(entry: str, name: str) -> str:
    """Return an entry of the help with a space less behind a name for each of its wide letters."""
    wide = sum(letter >= _WIDE for letter in name)
    return re.sub(rf"(?<= {re.escape(name)}) {{{wide}}}", "", entry, count=1) if wide else entry


_PREFIX = 3
# From here on our help has Chinese characters alone, each of which takes two columns.
_WIDE = "\u2e80"
