"""What does a sentence say of a figure?"""

import re

from nianbao.model.numbers import Number
from nianbao.model.record import Record
from nianbao.prose.phrases import names_something
from nianbao.prose.quoting import quoted
from nianbao.prose.words import roles

_LETTERS = r"[\u4e00-\u9fff]{0,16}"


class Mention(Record):
    """One figure that a text names, or one of which it says that there is none.

    Attributes:
        start, stop: where its words stand in the text.
        at: where the number stands; ``stop`` where there is none.
        head: the words before the number that say what is counted.
        means: the roles of these words, or None where one of them is unknown.
        topic: what is counted, or ``""`` where that is not certain.
        value: the number; 0 where it is denied that there is any.
        unit: its unit, ``""`` where it is denied.
        exact: whether the number is meant to the last digit.
        scope: whose figure it is: ``own``, ``area`` or ``other``.
        this_year: whether it is the figure of the report year.
        part: whether it is part of one named before (其中).
        depth: in how many brackets it stands.
        noun: what the sentence was about before it.
    """

    start: int
    stop: int
    at: int
    head: str
    means: tuple[str, ...] | None
    topic: str
    value: Number
    unit: str
    exact: bool
    scope: str
    this_year: bool
    part: bool
    depth: int
    noun: str

    @property
    def is_claim(self) -> bool:
        """Tell whether it says for certain how many of what there are this year."""
        return bool(self.topic) and self.is_told and self.scope != "other"

    @property
    def is_told(self) -> bool:
        """Tell whether it is an exact figure of this year."""
        return self.exact and self.this_year


class Statement(Record):
    """A sentence that names figures.

    Attributes:
        place: the pointer of the text it stands in.
        text: the whole text.
        plain: the same with names, titles and years made plain, letter for letter.
        start, stop: where the sentence stands in it.
        mentions: its figures, in order.
    """

    place: str
    text: str
    plain: str
    start: int
    stop: int
    mentions: tuple[Mention, ...]

    def quote(self, mention: Mention) -> str:
        """Return the words of a figure as they stand in the report."""
        return quoted(self.text[mention.start : self._end(mention)])

    def _end(self, mention: Mention) -> int:
        """Return where the words of a figure end: what is counted may stand behind it."""
        if mention.at == mention.stop or names_something(roles(mention.head) or ()):
            return mention.stop
        behind = re.match(_LETTERS, self.plain[mention.stop : self.stop])
        return mention.stop + (behind.end() if behind else 0)
