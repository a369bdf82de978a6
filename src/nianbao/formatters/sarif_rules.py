"""What is a rule in the words of SARIF and of code scanning?"""

from typing import Any

from nianbao.formatters.catalogue_words import FAMILIES
from nianbao.formatters.characters import harmless
from nianbao.formatters.escaping import inert
from nianbao.model.text import Language, Text
from nianbao.result import Result
from nianbao.rule import Confidence, Rule, Severity, Texts

Object = dict[str, Any]
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {**LEVELS, Severity.INFO: "recommendation"}
_PRECISIONS = {
    Confidence.CERTAIN: "very-high",
    Confidence.CUSTOMARY: "high",
    Confidence.HEURISTIC: "medium",
}
_HEADS = {
    "why": Text("为什么", "Why"),
    "fix": Text("怎样改", "How to correct it"),
    "basis": Text("依据", "Basis"),
}


def rules_of(result: Result) -> list[Rule]:
    """Return the rules that were asked or have spoken, in the order of their codes."""
    rules: dict[str, Rule] = {}
    for document in result.told:
        spoken = (*document.not_checked, *document.crashed)
        rules |= {rule.code: rule for rule in document.rules}
        rules |= {rule.code: rule for rule, _ in spoken}
        rules |= {finding.rule.code: finding.rule for finding in document.findings}
    return [rules[code] for code in sorted(rules)]


def rule_object(rule: Rule, language: Language) -> Object:
    """Return a rule as a reporting descriptor."""
    texts = rule.texts()
    # The last case is the one without conditions.
    usual = rule.severity[-1].severity
    return {
        "id": harmless(rule.code),
        "name": harmless(rule.name),
        "shortDescription": {"text": harmless(texts.title.get(language))},
        "fullDescription": {"text": harmless(texts.why.get(language))},
        "help": {"text": _plain(texts, language), "markdown": _marked(texts, language)},
        "defaultConfiguration": {"level": LEVELS[usual]},
        "properties": {
            "precision": _PRECISIONS[rule.confidence],
            "problem.severity": _PROBLEMS[usual],
            "tags": _tags(rule),
        },
    }


def _tags(rule: Rule) -> list[str]:
    """Return a few tags: a platform shows ten."""
    name = FAMILIES.get(rule.family)
    family = [name.en] if name else []
    editions = [f"edition-{key}" for key in rule.editions[:4]]
    words = [rule.family, *family, str(rule.confidence), *editions]
    return list(dict.fromkeys(harmless(word) for word in words))


def _plain(texts: Texts, language: Language) -> str:
    basis = Text("；", "; ").get(language).join(texts.basis)
    parts = (texts.why.get(language), texts.fix.get(language), basis)
    heads = (head.get(language) for head in _HEADS.values())
    colon = Text("：", ": ").get(language)
    said = (f"{head}{colon}{harmless(part)}" for head, part in zip(heads, parts, strict=True))
    return "\n".join(said)


def _marked(texts: Texts, language: Language) -> str:
    why, fix = inert(texts.why.get(language)), inert(texts.fix.get(language))
    basis = "\n".join(f"- {inert(source)}" for source in texts.basis)
    parts = zip(_HEADS.values(), (why, fix, basis), strict=True)
    return "\n\n".join(f"## {head.get(language)}\n\n{part}" for head, part in parts) + "\n"
