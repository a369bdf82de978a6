"""What does each command take?"""

from argparse import SUPPRESS

from nianbao.cli.option import Option, listed, option
from nianbao.model.text import Text
from nianbao.options import DEFAULT_SIZE
from nianbao.readers.files import MEBIBYTE

_PATH = Text("路径", "PATH")
_SELECTORS = Text(
    "代码、族、代码的开头或名称，用逗号分隔",
    "codes, families, starts of codes or names, comma-separated",
)

OUTPUT = option("--output", zh="把输出写入文件", en="write the output to a file", metavar="FILE")
LANGUAGE = option(
    "--lang",
    zh="输出语言，默认随设置，其次随系统，否则中文",
    en="the language of the output, default that of the settings or the system, else Chinese",
    choices=["zh", "en"],
    # It may stand before the command, too: then the command must not forget it.
    default=SUPPRESS,
)
STDIN = option(
    "--stdin-filename",
    zh="标准输入的文件名，用于判断格式",
    en="the file name of standard input, to tell its format",
    metavar="NAME",
    default="",
)
BLANK = option(
    "--blank",
    zh="空白格在合计中按 0 计（zero，默认）或使该等式不检查（strict）",
    en="blank cells count as 0 in sums (zero, default) or keep a sum unchecked (strict)",
    choices=["zero", "strict"],
)
PROFILE = option(
    "--profile",
    zh="author（默认）全部规则；gate 不用推测性的规则；audit 全部规则，有问题也不算失败",
    en="author (default) all rules; gate none that guesses; audit all, and findings never fail",
    choices=["author", "gate", "audit"],
)
READING = (
    option(
        "--year",
        zh="报告没有写明年度时用这个年度",
        en="the report year where a report names none",
        type=int,
        metavar="YEAR",
    ),
    option(
        "--max-size",
        zh="单个文件的大小上限，单位 MiB，默认 %(default)g",
        en="the largest file that is read, in MiB, default %(default)g",
        type=float,
        default=DEFAULT_SIZE / MEBIBYTE,
        metavar="MIB",
    ),
)
RULES = (
    listed(
        "--select",
        "RULES",
        zh="只用这些规则：" + _SELECTORS.zh,
        en="use these rules alone: " + _SELECTORS.en,
    ),
    listed(
        "--ignore",
        "RULES",
        zh="不用这些规则：" + _SELECTORS.zh,
        en="leave these rules out: " + _SELECTORS.en,
    ),
    listed(
        "--rules",
        "FOLDER",
        zh="再用这个文件夹里的规则文件",
        en="use the rule files of this folder, too",
    ),
    listed("--plugin", "NAME", zh="载入这个插件", en="load this plug-in", dest="plugins"),
    option(
        "--settings",
        zh="所有文件都用这份设置，默认各用从自己向上最近的 nianbao.toml 或 pyproject.toml",
        en="these settings for all files, default for each the nearest nianbao.toml or "
        "pyproject.toml upwards",
        metavar="FILE",
    ),
)
CHECK = (
    Option(
        ("paths",),
        Text(
            "文件或文件夹，默认当前文件夹；- 为标准输入",
            "files and folders, default the current one; - is standard input",
        ),
        {"nargs": "*", "default": ["."]},
        _PATH,
    ),
    listed(
        "--format",
        "NAME[=FILE]",
        zh="输出格式：table（默认）、json、jsonl、sarif、junit、github、gitlab、checkstyle、rdjsonl、"
        "markdown、csv、html，或插件的；可多次，=文件 写入文件",
        en="output: table (default), json, jsonl, sarif, junit, github, gitlab, checkstyle, "
        "rdjsonl, markdown, csv, html, or a plug-in's; repeatable, =FILE writes a file",
        dest="formats",
    ),
    OUTPUT,
    option(
        "--fail-on",
        zh="有不低于此级别的问题时退出码为 1，默认 error",
        en="exit with 1 on findings of this severity or above, default error",
        choices=["error", "warning", "info", "never"],
    ),
    PROFILE,
    option(
        "--skip-other",
        zh="不是年度报告的文件不报",
        en="say nothing of files that are no annual report",
        action="store_true",
    ),
    option(
        "--since",
        zh="只检查从这个 git 版本以来有改动的文件",
        en="check only files that have changed since this git revision",
        metavar="REV",
    ),
    STDIN,
    BLANK,
    *RULES,
    *READING,
    LANGUAGE,
)
FORMAT = option(
    "--format", zh="输出格式", en="the output", choices=["table", "json"], default="table"
)
CATALOGUE = (
    FORMAT,
    *RULES,
    LANGUAGE,
)
EXPLAIN = (
    option("rule", zh="规则的代码或名称", en="the code or name of a rule", metavar="CODE"),
    *CATALOGUE,
)
CONVERT = (
    Option(("path",), Text("要转换的文件", "the document to convert"), {}, _PATH),
    OUTPUT,
    *READING,
    LANGUAGE,
)
READ = (
    Option(
        ("path",),
        Text("要读的文件；- 为标准输入", "the document to read; - is standard input"),
        {},
        _PATH,
    ),
    FORMAT,
    OUTPUT,
    option(
        "--all",
        zh="与格式一致的标签和数字也逐一列出",
        en="list labels and figures that are as the form has them, too",
        action="store_true",
    ),
    STDIN,
    BLANK,
    *READING,
    LANGUAGE,
)
SETTINGS = (
    Option(
        ("path",),
        Text(
            "文件或文件夹，默认当前文件夹",
            "a file or folder, default the current one",
        ),
        {"nargs": "?", "default": "."},
        _PATH,
    ),
    FORMAT,
    *(each for each in CHECK if each.names[0] in ("--fail-on", "--profile", "--blank")),
    *RULES,
    LANGUAGE,
)
NEW = (
    option(
        "--organ",
        zh="机关名称，如标题里所写",
        en="the name of the organ as the title has it",
        required=True,
        metavar="NAME",
    ),
    option("--year", zh="报告年度", en="the report year", type=int, required=True, metavar="YEAR"),
    option(
        "--edition",
        zh="格式版本，默认为该年度应使用的版本",
        en="the edition of the format, default the one that governs the year",
        choices=["2019", "2021"],
    ),
    option(
        "--format",
        zh="网页（html，默认）或规范 JSON",
        en="a web page (html, default) or canonical JSON",
        choices=["html", "json"],
        default="html",
    ),
    OUTPUT,
    LANGUAGE,
)
TEST_RULES = (
    Option(
        ("folders",),
        Text(
            "规则文件夹；不写则运行自带规则的例子",
            "folders of rule files; without any the built-in rules are tried",
        ),
        {"nargs": "*", "default": []},
        Text("文件夹", "FOLDER"),
    ),
    FORMAT,
    *(each for each in RULES if each.names[0] in ("--select", "--ignore", "--plugin")),
    LANGUAGE,
)
_SIDE = Text(
    "规则文件夹、--format json 的结果文件，或 now（现在使用的规则）",
    "a folder of rule files, a result of --format json, or now (the rules in use)",
)
IMPACT = (
    Option(("old",), _SIDE, {}, Text("旧", "OLD")),
    Option(("new",), _SIDE, {}, Text("新", "NEW")),
    Option(
        ("paths",),
        Text(
            "用来比较的文件或文件夹，默认为结果文件里的文件，没有结果文件时为当前文件夹",
            "files and folders to compare on, default those of the result, else the current folder",
        ),
        {"nargs": "*", "default": []},
        _PATH,
    ),
    FORMAT,
    OUTPUT,
    option(
        "--samples",
        zh="每条规则每种改变列出几个样例，默认 %(default)s",
        en="how many samples are shown of each change of a rule, default %(default)s",
        type=int,
        default=3,
        metavar="COUNT",
    ),
    BLANK,
    *RULES,
    *READING,
    LANGUAGE,
)
