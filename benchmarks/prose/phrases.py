"""What can reports say, and when is it true?"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from string import Formatter
from typing import Any, NamedTuple

import yaml

from benchmarks.prose.figure import INEXACT

Facts = Mapping[str, Any]

_FOLDER = Path(__file__).with_name("phrases")


class Phrase(NamedTuple):
    """A sentence with facts in braces.

    Attributes:
        group: what it is said about.
        say: the words.
        needs: facts that must hold for it; a minus before one: that must not.
        loose: its numbers are no claim that a reader could hold against the tables.
    """

    group: str
    say: str
    needs: tuple[str, ...] = ()
    loose: bool = False

    def fits(self, facts: Facts) -> bool:
        """Tell whether the sentence is true and speaks of something that is there."""
        wanted = all(bool(facts.get(need)) for need in self.needs if need[0] != "-")
        unwanted = any(bool(facts.get(need[1:])) for need in self.needs if need[0] == "-")
        return wanted and not unwanted and all(key in facts for key in self.keys)

    @property
    def keys(self) -> tuple[str, ...]:
        """The facts it names."""
        return tuple(key for _, key, _, _ in Formatter().parse(self.say) if key)

    @property
    def exact(self) -> tuple[str, ...]:
        """The facts that it names exactly."""
        parsed = Formatter().parse(self.say)
        return tuple(key for _, key, form, _ in parsed if key and form not in INEXACT)


class Said(NamedTuple):
    """A phrase and the facts it is said with."""

    phrase: Phrase
    facts: Facts

    def __str__(self) -> str:
        """Return the sentence."""
        return self.phrase.say.format_map(self.facts)

    def with_facts(self, **facts: object) -> "Said":
        """Return the same phrase, said with other facts."""
        return self._replace(facts={**self.facts, **facts})


@cache
def phrases(group: str) -> tuple[Phrase, ...]:
    """Return the phrases of a group."""
    return _all()[group]


def all_phrases() -> list[Phrase]:
    """Return the phrases of all groups."""
    return [phrase for group in _all().values() for phrase in group]


@cache
def _all() -> dict[str, tuple[Phrase, ...]]:
    groups: dict[str, tuple[Phrase, ...]] = {}
    for path in sorted(_FOLDER.glob("*.yaml")):
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
        groups |= {name: tuple(_phrase(name, each) for each in loaded[name]) for name in loaded}
    return groups


def _phrase(group: str, entry: str | dict[str, Any]) -> Phrase:
    if isinstance(entry, str):
        return Phrase(group, entry)
    needs = entry.get("needs", [])
    return Phrase(group, entry["say"], tuple(needs), entry.get("loose", False))


def say(group: str, facts: Facts, rng: Random, count: int = 1) -> list[Said]:
    """Return different sentences of a group that are true, fewer where there are fewer."""
    fitting = [phrase for phrase in phrases(group) if phrase.fits(facts)]
    return [Said(each, facts) for each in rng.sample(fitting, min(count, len(fitting)))]
