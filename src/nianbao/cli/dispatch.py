"""Which command is asked for, and which exit code comes of it?"""

import sys
from collections.abc import Sequence
from importlib import import_module

from nianbao.cli.arguments import build_parser
from nianbao.cli.language import language_of, language_set
from nianbao.cli.output import show
from nianbao.errors import UserError
from nianbao.model.text import Language, Text

_USAGE = 2
_INTERRUPTED = 130


def dispatch(words: Sequence[str]) -> int:
    """Run a command line and return its exit code."""
    language = language_of(words)
    try:
        options = build_parser(language, words).parse_args(words)
        language = language_set(options, language)
        module = options.command.replace("-", "_")
        code: int = import_module(f"nianbao.cli.{module}").run(options, language)
    except UserError as error:
        return _say(error.reason, error.where, language, _USAGE)
    except KeyboardInterrupt:
        return _say(Text("已中断", "interrupted"), "", language, _INTERRUPTED)
    return code


def _say(reason: Text, where: str, language: Language, code: int) -> int:
    colon = "：" if language == "zh" else ": "
    place = f"{where}{colon}" if where else ""
    show(f"nianbao{colon}{place}{reason.get(language)}\n", sys.stderr)
    return code
