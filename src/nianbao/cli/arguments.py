"""Which commands and options are there?"""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from nianbao.app import DEFAULT_SIZE
from nianbao.cli.parsing import Parser, parser_class
from nianbao.model.text import Language, Text
from nianbao.readers.files import MEBIBYTE
from nianbao.version import VERSION

Say = Callable[[Text], str]

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
    for name, (about, add) in _COMMANDS.items():
        words_of: dict[str, Any] = {
            "help": say(about),
            "description": say(about),
            "epilog": say(_CODES),
        }
        command = commands.add_parser(name, **words_of)
        if name in words:
            add(command, say)
    return top


def _add_check(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar=say(_PATH),
        help=say(
            Text(
                "文件或文件夹，默认当前文件夹；- 为标准输入",
                "files and folders, default the current one; - is standard input",
            )
        ),
    )
    command.add_argument(
        "--format",
        action="append",
        default=[],
        metavar="NAME[=FILE]",
        dest="formats",
        help=say(
            Text(
                "输出格式：table（默认）、json，或插件的；可多次，=FILE 写入文件",
                "output: table (default), json, or a plug-in's; repeatable, =FILE writes a file",
            )
        ),
    )
    command.add_argument(
        "--output", metavar="FILE", help=say(Text("把输出写入文件", "write the output to a file"))
    )
    command.add_argument(
        "--fail-on",
        choices=["error", "warning", "info", "never"],
        default="error",
        help=say(
            Text(
                "有不低于此级别的问题时退出码为 1，默认 error",
                "exit with 1 on findings of this severity or above, default error",
            )
        ),
    )
    command.add_argument(
        "--skip-other",
        action="store_true",
        help=say(Text("不是年度报告的文件不报", "say nothing of files that are no annual report")),
    )
    command.add_argument(
        "--stdin-filename",
        metavar="NAME",
        default="",
        help=say(
            Text(
                "标准输入的文件名，用于判断格式",
                "the file name of standard input, to tell its format",
            )
        ),
    )
    command.add_argument(
        "--blank",
        choices=["zero", "strict"],
        default="zero",
        help=say(
            Text(
                "空白格在合计中按 0 计（zero，默认）或使该等式不检查（strict）",
                "blank cells count as 0 in sums (zero, default) or keep a sum unchecked (strict)",
            )
        ),
    )
    _add_rules(command, say)
    _add_reading(command, say)
    _add_language(command, say)


def _add_rules(command: argparse.ArgumentParser, say: Say) -> None:
    selectors = Text(
        "代码、族、代码的开头或名称，用逗号分隔",
        "codes, families, starts of codes or names, comma-separated",
    )
    command.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="RULES",
        help=say(Text("只用这些规则：", "use these rules alone: ")) + say(selectors),
    )
    command.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="RULES",
        help=say(Text("不用这些规则：", "leave these rules out: ")) + say(selectors),
    )
    command.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="FOLDER",
        help=say(Text("再用这个文件夹里的规则文件", "use the rule files of this folder, too")),
    )
    command.add_argument(
        "--plugin",
        action="append",
        default=[],
        metavar="NAME",
        dest="plugins",
        help=say(Text("载入这个插件", "load this plug-in")),
    )
    command.add_argument(
        "--settings",
        metavar="FILE",
        help=say(
            Text(
                "设置文件，默认从当前文件夹向上找 nianbao.toml 或 pyproject.toml",
                "the settings, default the nearest nianbao.toml or pyproject.toml upwards",
            )
        ),
    )


def _add_reading(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument(
        "--year",
        type=int,
        metavar="YEAR",
        help=say(Text("报告没有写明年度时用这个年度", "the report year where a report names none")),
    )
    command.add_argument(
        "--max-size",
        type=float,
        default=DEFAULT_SIZE / MEBIBYTE,
        metavar="MIB",
        help=say(
            Text(
                "单个文件的大小上限，单位 MiB，默认 %(default)g",
                "the largest file that is read, in MiB, default %(default)g",
            )
        ),
    )


def _add_language(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument(
        "--lang",
        choices=["zh", "en"],
        help=say(
            Text(
                "输出语言，默认随系统，否则中文",
                "the language of the output, default that of the system, else Chinese",
            )
        ),
    )


def _add_catalogue(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument(
        "--format",
        choices=["table", "json"],
        default="table",
        help=say(Text("输出格式", "the output")),
    )
    _add_rules(command, say)
    _add_language(command, say)


def _add_explain(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument(
        "rule", metavar="CODE", help=say(Text("规则的代码或名称", "the code or name of a rule"))
    )
    _add_catalogue(command, say)


def _add_convert(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument(
        "path", metavar=say(_PATH), help=say(Text("要转换的文件", "the document to convert"))
    )
    command.add_argument(
        "--output", metavar="FILE", help=say(Text("把输出写入文件", "write the output to a file"))
    )
    _add_reading(command, say)
    _add_language(command, say)


_PATH = Text("路径", "PATH")
_COMMANDS: dict[str, tuple[Text, Callable[[argparse.ArgumentParser, Say], None]]] = {
    "check": (Text("检查年度报告", "check annual reports"), _add_check),
    "rules": (Text("列出规则", "list the rules"), _add_catalogue),
    "explain": (Text("说明一条规则", "explain one rule"), _add_explain),
    "convert": (
        Text("把一份报告转换成规范 JSON", "convert a report to canonical JSON"),
        _add_convert,
    ),
}
