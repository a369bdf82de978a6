"""``nianbao settings``: say which settings hold for a path, and where each comes from."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from nianbao.checker import Checker
from nianbao.cli.building import checker_of, finder_of
from nianbao.cli.output import canvas_of, show
from nianbao.cli.parsing import UsageError
from nianbao.formatters.effective import effective_json, effective_page
from nianbao.model.text import Language, Text
from nianbao.settings.effective import Effective, Setting, settings_of
from nianbao.settings.layers import Layer

_NOWHERE = Text("没有这个文件或文件夹", "there is no such file or folder")


def run(options: Namespace, language: Language) -> int:
    """Run the command and return its exit code."""
    if not os.path.exists(options.path):
        raise UsageError(_NOWHERE, options.path)
    effective = _effective(options, checker_of(options), language)
    if options.format == "json":
        show(effective_json(effective), sys.stdout, utf8=True)
    else:
        show(effective_page(effective, canvas_of(language, sys.stdout)), sys.stdout)
    return 0


def _effective(options: Namespace, checker: Checker, language: Language) -> Effective:
    """Return what holds; settings that cannot be used are refused on the way."""
    # A folder stands for the files in it, so the settings in it count.
    path = os.path.join(options.path, "") if os.path.isdir(options.path) else options.path
    manner = checker.manner(path)
    finder, asked = finder_of(options), checker.options.layer
    layers = (*finder.of(path).at(path), asked)
    whole_run = (*finder.run.general, asked)
    spoken = Layer({"lang": options.lang} if "lang" in options else {})
    return Effective(
        path=options.path,
        files=_files(finder.of(path).layers),
        settings=tuple(_settings(layers, (*whole_run, spoken), language)),
        used=len(manner.rules),
        offered=len(checker.offered),
    )


def _files(layers: Sequence[Layer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(layer.file for layer in reversed(layers)))


def _settings(
    layers: Sequence[Layer], whole_run: Sequence[Layer], language: Language
) -> Iterator[Setting]:
    """Yield the settings of a path; the language is that of the run."""
    for setting in settings_of(layers):
        if setting.key != "lang":
            yield setting
            continue
        (spoken,) = (each for each in settings_of(whole_run) if each.key == "lang")
        yield spoken._replace(value=language)
