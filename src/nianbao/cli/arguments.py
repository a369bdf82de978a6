"""Which commands are there?"""

from collections.abc import Sequence
from functools import partial

from nianbao.cli.option import Option
from nianbao.cli.options import (
    CATALOGUE,
    CHECK,
    CONVERT,
    EXPLAIN,
    IMPACT,
    LANGUAGE,
    NEW,
    READ,
    SETTINGS,
    TEST_RULES,
)
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
_READ = Text(
    "退出码：0 已读出；2 用法、设置或插件有误；3 文件未能读全",
    "exit codes: 0 read; 2 wrong usage, settings or plug-ins; 3 the document could not be read",
)
_ENDS = {
    "settings": Text(
        "退出码：0 已列出；2 用法、设置、规则或插件有误",
        "exit codes: 0 shown; 2 wrong usage, settings, rules or plug-ins",
    ),
    "read": _READ,
    "convert": _READ,
    "audit": Text(
        "退出码：0 已审核（发现问题不算失败）；2 用法、设置、规则、名单、清单或输出文件夹有误；"
        "3 有文件未能读全或规则出错",
        "exit codes: 0 audited, whatever was found; 2 wrong usage, settings, rules, roster, "
        "manifest or output folder; 3 a document could not be read or a rule crashed",
    ),
    "new": Text(
        "退出码：0 已生成；2 用法有误或文件写不了",
        "exit codes: 0 written; 2 wrong usage, or the file cannot be written",
    ),
    "test-rules": Text(
        "退出码：0 例子全部相符；1 有例子不符；2 用法、规则或插件有误",
        "exit codes: 0 all examples are as they say; 1 some are not; "
        "2 wrong usage, rules or plug-ins",
    ),
    "impact": Text(
        "退出码：0 没有改变；1 有改变；2 用法、设置、规则、插件或结果文件有误；"
        "3 有文件未能读全或规则出错",
        "exit codes: 0 no change; 1 changes; "
        "2 wrong usage, settings, rules, plug-ins or results; "
        "3 a document could not be read or a rule crashed",
    ),
}


def build_parser(language: Language, words: Sequence[str]) -> Parser:
    """Return the parser of a command line; where its first word is a command, of that alone."""
    say = partial(Text.get, language=language)
    top = parser_class(language)(prog="nianbao", description=say(_ABOUT))
    version = Text("显示版本", "show the version")
    top.add_argument("--version", action="version", version=f"nianbao {VERSION}", help=say(version))
    _add(top, LANGUAGE, language)
    commands = top.add_subparsers(
        dest="command",
        metavar=say(Text("命令", "COMMAND")),
        title=say(Text("命令", "commands")),
        required=True,
        prog="nianbao",
        parser_class=parser_class(language),
    )
    names = words[:1] if words and words[0] in _COMMANDS else _COMMANDS
    for name in names:
        about, options = _COMMANDS[name]
        command = commands.add_parser(
            name, help=say(about), description=say(about), epilog=say(_ENDS.get(name, _CODES))
        )
        for each in options or _audit_options():
            _add(command, each, language)
    return top


def _add(parser: Parser, option: Option, language: Language) -> None:
    settings = dict(option.settings)
    if option.metavar:
        settings["metavar"] = option.metavar.get(language)
    parser.add_argument(*option.names, help=option.about.get(language), **settings)


def _audit_options() -> Sequence[Option]:
    from nianbao.cli.audit_options import AUDIT  # noqa: PLC0415  # for audits and the help alone

    return AUDIT


_COMMANDS: dict[str, tuple[Text, Sequence[Option] | None]] = {
    "check": (Text("检查年度报告", "check annual reports"), CHECK),
    "audit": (
        Text("成批审核，并比较各年度、各机关的报告", "audit many reports, across years and organs"),
        None,
    ),
    "read": (Text("说明一份文件是怎样读的", "say how a document was read"), READ),
    "rules": (Text("列出规则", "list the rules"), CATALOGUE),
    "explain": (Text("说明一条规则", "explain one rule"), EXPLAIN),
    "convert": (
        Text("把一份报告转换成规范 JSON", "convert a report to canonical JSON"),
        CONVERT,
    ),
    "settings": (Text("列出有效的设置及其来源", "say which settings hold, and why"), SETTINGS),
    "new": (Text("生成空白报告", "write a blank report"), NEW),
    "test-rules": (Text("运行规则的例子", "run the examples of the rules"), TEST_RULES),
    "impact": (
        Text("比较规则改变前后的结果", "say what a change of rules changes in the results"),
        IMPACT,
    ),
}
