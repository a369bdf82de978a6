"""How do settings change what a rule says, and how grave that is?"""

import re
from collections.abc import Iterable, Mapping

from nianbao.engine.select import fit, is_named
from nianbao.errors import guess
from nianbao.model.text import Text
from nianbao.rule import NAMES, Case, Rule, Severity, Texts

OFF = "off"
_PLACEHOLDER = r"\{([^{}]*)\}"

Templates = Mapping[str, str]


def changed(
    rules: Iterable[Rule], severity: Mapping[str, str], messages: Mapping[str, Templates]
) -> list[Rule]:
    """Return rules with other severities and messages, without those that are off.

    Args:
        rules: the rules.
        severity: a severity or ``off`` by selector; the longest that fits a rule decides, and at
            equal length the last.
        messages: templates by language, by code or name of a rule.
    """
    graded = (_graded(rule, _word(rule, severity)) for rule in rules) if severity else rules
    return [_reworded(rule, messages) for rule in graded if rule is not None]


def _word(rule: Rule, severity: Mapping[str, str]) -> str:
    """Return the word that decides for a rule, or ``""``."""
    fits = [(fit(rule, selector), number) for number, selector in enumerate(severity)]
    best = max(fits, default=(-1, 0))
    return list(severity.values())[best[1]] if best[0] >= 0 else ""


def _graded(rule: Rule, word: str) -> Rule | None:
    if word == OFF:
        return None
    return rule._replace(severity=(Case({}, Severity[word.upper()]),)) if word else rule


def _reworded(rule: Rule, messages: Mapping[str, Templates]) -> Rule:
    found = [texts for name, texts in messages.items() if is_named(rule, name)]
    if not found:
        return rule
    templates = {language: text for texts in found for language, text in texts.items()}

    def texts() -> Texts:
        own = rule.texts()
        return own._replace(message=Text(**{**own.message._asdict(), **templates}))

    return rule._replace(texts=texts)


def unknown_placeholder(rule: Rule, template: str) -> Text | None:
    """Return what is wrong with a template: a placeholder that the rule does not fill in."""
    own = rule.texts().message
    known = list(dict.fromkeys([*re.findall(_PLACEHOLDER, own.zh + own.en), *NAMES]))
    for name in re.findall(_PLACEHOLDER, template):
        if name not in known:
            near = guess(name, known)
            return Text(
                f"规则 {rule.code} 的提示语没有占位符“{{{name}}}”{near.zh}",
                f'the message of rule {rule.code} has no placeholder "{{{name}}}"{near.en}',
            )
    return None
