"""What do layers of settings amount to?"""

from collections.abc import Iterable, Mapping
from typing import Any

from nianbao.model.record import Record
from nianbao.settings.layers import Layer

# Lists that replace one another, lists that are added up, and words with their defaults.
LISTS = ("select", "ignore")
ADDED = ("rules", "plugins")
WORDS = {"profile": "author", "fail-on": "error", "blank": "zero", "lang": ""}


class Values(Record):
    """What holds.

    Attributes:
        select, ignore: selectors of rules; none selected: all.
        severity: a severity, or ``off``, by selector.
        messages: templates by rule and language.
        profile, fail_on, blank, lang: one word each; no language: none is set.
        rules: folders of rule files.
        plugins: names of plug-ins.
    """

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: Mapping[str, str]
    messages: Mapping[str, Mapping[str, str]]
    profile: str
    fail_on: str
    blank: str
    lang: str
    rules: tuple[str, ...]
    plugins: tuple[str, ...]


def values_of(layers: Iterable[Layer]) -> Values:
    """Return what layers amount to, the farthest given first.

    A nearer list or word replaces a farther one; tables are put together key by key; folders of
    rules and plug-ins are added up.
    """
    lists: dict[str, Any] = dict.fromkeys(LISTS, ())
    words = dict(WORDS)
    severity: dict[str, str] = {}
    messages: dict[str, dict[str, str]] = {}
    added: dict[str, list[str]] = {key: [] for key in ADDED}
    for entry in (layer.entry for layer in layers):
        lists.update({key: tuple(entry[key]) for key in LISTS if key in entry})
        words.update({key: entry[key] for key in WORDS if key in entry})
        for selector, word in entry.get("severity", {}).items():
            # At equal length the nearer selector counts: it must come last.
            severity.pop(selector, None)
            severity[selector] = word
        for rule, texts in entry.get("messages", {}).items():
            messages[rule] = {**messages.pop(rule, {}), **texts}
        for key in ADDED:
            added[key] += entry.get(key, ())
    return Values(
        **lists,
        severity=severity,
        messages=messages,
        profile=words["profile"],
        fail_on=words["fail-on"],
        blank=words["blank"],
        lang=words["lang"],
        **{key: tuple(dict.fromkeys(found)) for key, found in added.items()},
    )
