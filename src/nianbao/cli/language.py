"""In which language does the tool speak?"""

import os
from argparse import Namespace
from collections.abc import Mapping, Sequence

from nianbao.model.text import Language


def language_of(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """Return the language: ``--lang``, else NIANBAO_LANG, else the locale, else Chinese.

    English is taken from a locale only if that is neither Chinese nor C.
    """
    asked = _asked(arguments) or environment.get("NIANBAO_LANG", "")
    if asked in ("zh", "en"):
        return "en" if asked == "en" else "zh"
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "C")
    return "zh" if locale.startswith(("zh", "C", "POSIX")) else "en"


def language_set(options: Namespace, otherwise: Language) -> Language:
    """Return the language: ``--lang``, else that of the settings of the run, else the other.

    Raises:
        SettingsError: the settings cannot be used.
    """
    if "lang" in options:
        return "en" if options.lang == "en" else "zh"
    from nianbao.cli.building import finder_of  # noqa: PLC0415  # help and errors do without
    from nianbao.settings.values import values_of  # noqa: PLC0415

    word = values_of(finder_of(options).run.general).lang
    return otherwise if not word else "en" if word == "en" else "zh"


def _asked(arguments: Sequence[str]) -> str:
    """Return the last ``--lang``: help and usage errors need it before arguments are parsed."""
    asked = ""
    for argument, after in zip(arguments, (*arguments[1:], ""), strict=False):
        if argument.startswith("--lang="):
            asked = argument.partition("=")[2]
        elif argument == "--lang":
            asked = after
    return asked
