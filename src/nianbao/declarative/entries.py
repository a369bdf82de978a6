"""From the entry of a rule file to a rule."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nianbao.declarative.kinds import Functions, check_of
from nianbao.model.once import Once
from nianbao.model.text import Text
from nianbao.rule import Case, Confidence, Example, Expected, Rule, Scope, Severity, Texts

Entry = Mapping[str, Any]

# The keys of a rule file that are read only to print a finding or to explain the rule.
TEXT_KEYS = ("title", "why", "fix", "message", "basis", "examples")

# The keys of an example that say what it is tried on.
_SOURCE = ("set", "remove", "html", "text", "last", "members")

# Where an example has the word that it is tried with.
_PLACE = "{each}"


def rule_of(entry: Entry, texts: Callable[[], Entry], functions: Functions) -> Rule:
    """Return the rule of an entry.

    Args:
        entry: all but the texts.
        texts: gives the texts of the entry.
        functions: gives the function of a Python rule by name.

    Raises:
        EquationError: an equation is none.
        LookupError: there is no function of that name.
    """
    editions = tuple(entry["editions"])
    scope: Scope = entry.get("scope", "report")
    return Rule(
        code=entry["code"],
        name=entry["name"],
        severity=_cases(entry["severity"]),
        confidence=Confidence(entry["confidence"]),
        editions=editions,
        since=entry["since"],
        check=check_of(entry["check"], functions, scope),
        # Asked for with each finding.
        texts=Once(lambda: texts_of(texts(), editions)),
        scope=scope,
        yields_to=frozenset(entry.get("yields_to", ())),
        one_per_row=entry.get("group") == "row",
        aliases=tuple(entry.get("aliases", ())),
        only_with=frozenset(entry.get("only_with", ())),
    )


def _cases(severity: Any) -> tuple[Case, ...]:
    if isinstance(severity, str):
        return (Case({}, Severity[severity.upper()]),)
    return tuple(Case(each.get("when", {}), Severity[each["is"].upper()]) for each in severity)


def texts_of(entry: Entry, editions: tuple[str, ...]) -> Texts:
    """Return the texts of an entry."""
    return Texts(
        title=_text(entry["title"]),
        why=_text(entry["why"]),
        fix=_text(entry["fix"]),
        message=_text(entry["message"]),
        basis=tuple(entry["basis"]),
        examples=tuple(
            example for each in entry["examples"] for example in _examples(each, editions[-1])
        ),
    )


def _text(entry: Entry) -> Text:
    return Text(entry["zh"], entry["en"])


def _examples(entry: Entry, edition: str) -> Iterator[Example]:
    """Yield an example, or one for each of the words that it is to be tried with."""
    words = entry.get("each", ())
    if not words:
        yield _example(entry, edition)
    for number, word in enumerate(words, start=1):
        example = _example(_with_word(entry, word), edition)
        if number == 1:
            yield example._replace(others=tuple(words[1:]))
        else:
            yield example._replace(key=f"{example.key}-{number}", is_variant=True)


def _with_word(value: Any, word: str) -> Any:
    """Return a value with a word in all places that are kept for it."""
    if isinstance(value, str):
        return value.replace(_PLACE, word)
    if isinstance(value, Mapping):
        return {key: _with_word(item, word) for key, item in value.items()}
    return [_with_word(item, word) for item in value] if isinstance(value, list) else value


def _example(entry: Entry, edition: str) -> Example:
    return Example(
        key=entry["key"],
        title=entry["title"],
        source={key: entry[key] for key in _SOURCE if key in entry},
        edition=entry.get("edition", edition),
        finds=tuple(_expected(each) for each in entry.get("finds", ())),
        near=entry.get("near", False),
    )


def _expected(entry: Entry) -> Expected:
    severity = entry.get("severity")
    return Expected(entry["at"], entry["says"], Severity[severity.upper()] if severity else None)
