"""Puts the parts together: options and settings in, a checker out."""

import os
from collections.abc import Container, Mapping, Sequence

from nianbao.builtin import Builtin, known_function
from nianbao.checker import Checker, NothingToCheckError, Read
from nianbao.declarative.loader import builtin_digest, folder_rules
from nianbao.errors import UserError
from nianbao.manners import Manners
from nianbao.model.record import Record
from nianbao.model.text import Text
from nianbao.options import DEFAULT_SIZE, Options
from nianbao.plugins import Offer, build_plugins, offers, unique
from nianbao.protocols import Formatter, Reader
from nianbao.rule import Rule
from nianbao.settings.finding import Finder
from nianbao.settings.layers import Layer
from nianbao.settings.values import Values, values_of

__all__ = ["DEFAULT_SIZE", "Checker", "NothingToCheckError", "Options", "Read", "build_checker"]


class _Parts(Record):
    """What was loaded.

    Attributes:
        found: the rules, with where each comes from.
        offered: the same by code.
        readers, formatters: by name.
        digest: of all rule files.
    """

    found: list[Offer]
    offered: Mapping[str, Rule]
    readers: Mapping[str, Reader]
    formatters: Mapping[str, Formatter]
    digest: str


def build_checker(options: Options, finder: Finder | None = None) -> Checker:
    """Return a checker.

    Args:
        options: how to run.
        finder: finds the settings of the run and of each document; None: none count.

    Raises:
        PluginError: a plug-in cannot be used.
        RuleFileError: a rule file cannot be used.
        SettingsError: the settings of the run cannot be used.
        UnknownRuleError: a selector stands for no rule.
    """
    general = finder.run.general if finder else ()
    parts = _loaded(options, general)
    manners = Manners(parts.found, options.layer, finder)
    offered = tuple(parts.offered[code] for code in sorted(parts.offered))
    return Checker(
        manners.run.rules,
        parts.digest,
        parts.readers,
        parts.formatters,
        options,
        manners,
        offered,
    )


def _loaded(options: Options, general: Sequence[Layer]) -> _Parts:
    """Load what options and settings name; an error says where these name it."""
    values = values_of((*general, options.layer))
    shown = {os.path.abspath(folder): folder for folder in options.rules}
    try:
        return _parts(values, shown)
    except UserError as error:
        from nianbao.settings.naming import where_named  # noqa: PLC0415  # for errors alone

        raise where_named(error, general) from None


def _parts(values: Values, shown: Mapping[str, str]) -> _Parts:
    """Load plug-ins and folders of rules.

    Args:
        values: what names them.
        shown: how to call a folder of rules.
    """
    manager = build_plugins(Builtin(), values.plugins)
    folders = {
        folder: folder_rules(shown.get(folder, folder), known_function) for folder in values.rules
    }
    found = [
        *offers(manager, "nianbao_rules"),
        *(Offer(folder, rule) for folder, (rules, _) in folders.items() for rule in rules),
    ]
    named = [offer._replace(plugin=_shown(offer.plugin, folders, shown)) for offer in found]
    return _Parts(
        found,
        unique(named, lambda rule: rule.code, Text("规则", "rule")),
        unique(offers(manager, "nianbao_readers"), _name, Text("读取器", "reader")),
        unique(offers(manager, "nianbao_formatters"), _name, Text("输出格式", "formatter")),
        _digest(builtin_digest(), *(digest for _, digest in folders.values())),
    )


def _shown(source: str, folders: Container[str], shown: Mapping[str, str]) -> str:
    """Return how to call what offers a rule; a folder ends in a slash, so none looks like ours."""
    return os.path.join(shown.get(source, source), "") if source in folders else source


def _name(item: Reader | Formatter) -> str:
    return item.name


def _digest(*digests: str) -> str:
    if len(digests) == 1:
        return digests[0]
    import hashlib  # noqa: PLC0415  # 2 ms, with rule folders alone

    return hashlib.sha256("\0".join(digests).encode()).hexdigest()
