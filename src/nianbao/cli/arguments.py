"""Which commands are there?"""

from collections.abc import Sequence
from functools import partial

from nianbao.cli.options import CATALOGUE, CHECK, CONVERT, EXPLAIN, READ, Option
from nianbao.cli.parsing import Parser, parser_class
from nianbao.model.text import Language, Text
from nianbao.version import VERSION

_ABOUT = Text(
    "检查政府信息公开工作年度报告",
    "check annual reports on government-information disclosure",
)
_CODES = Text(
    "退出码：0 没有问题；1 有不低于 --fail-on 的问题；"
    "2 用法、设置、规则或插件有误；"
    "3 有文件未能读全或规则出错",
    "exit codes: 0 no findings; 1 findings at or above --fail-on; "
    "2 wrong usage, settings, rules or plug-ins; "
    "3 a document could not be read or a rule crashed",
)


def build_parser(language: Language, words: Sequence[str]) -> Parser:
    """Return the parser of a command line; commands that it does not name get no options."""
    say = partial(Text.get, language=language)
    top = parser_class(language)(prog="nianbao", description=say(_ABOUT))
    version = Text("显示版本", "show the version")
    top.add_argument("--version", action="version", version=f"nianbao {VERSION}", help=say(version))
    commands = top.add_subparsers(
        dest="command",
        metavar=say(Text("命令", "COMMAND")),
        title=say(Text("命令", "commands")),
        required=True,
        prog="nianbao",
        parser_class=parser_class(language),
    )
    for name, (about, options) in _COMMANDS.items():
        command = commands.add_parser(
            name, help=say(about), description=say(about), epilog=say(_CODES)
        )
        for option in options if name in words else ():
            settings = dict(option.settings)
            if option.metavar:
                settings["metavar"] = say(option.metavar)
            command.add_argument(*option.names, help=say(option.about), **settings)
    return top


_COMMANDS: dict[str, tuple[Text, Sequence[Option]]] = {
    "check": (Text("检查年度报告", "check annual reports"), CHECK),
    "read": (Text("说明一份文件是怎样读的", "say how a document was read"), READ),
    "rules": (Text("列出规则", "list the rules"), CATALOGUE),
    "explain": (Text("说明一条规则", "explain one rule"), EXPLAIN),
    "convert": (
        Text("把一份报告转换成规范 JSON", "convert a report to canonical JSON"),
        CONVERT,
    ),
}
