"""What is a report before it is written: sentences that know their facts?"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from benchmarks.pages.figures import Tables
from benchmarks.pages.form import form
from benchmarks.pages.prose import Period
from benchmarks.prose.organs import Author
from benchmarks.prose.phrases import Said

Paragraph = tuple[Said, ...]


class Where(NamedTuple):
    """Where a sentence stands: in which text, paragraph and position."""

    key: str
    paragraph: int
    position: int

    @property
    def place(self) -> str:
        """The place of the text in the canonical report."""
        return place_of(self.key)


class Draft(NamedTuple):
    """A report to be.

    Attributes:
        author, year, edition, tables: what the report is made around.
        period: the period as the canonical report holds it.
        published: the day of publication.
        headings: of the parts, by key.
        texts: the paragraphs of ``title``, ``preface`` and the parts.
    """

    author: Author
    year: int
    edition: str
    tables: Tables
    period: Period
    published: date
    headings: Mapping[str, str]
    texts: Mapping[str, tuple[Paragraph, ...]]

    @property
    def facts(self) -> Mapping[str, Any]:
        """What its sentences may speak of."""
        return self.texts["title"][0][0].facts

    def sentences(self, *groups: str) -> Iterator[tuple[Where, Said]]:
        """Yield the sentences of some groups, or all, and where they stand."""
        for key, paragraphs in self.texts.items():
            for number, paragraph in enumerate(paragraphs):
                for position, said in enumerate(paragraph):
                    if not groups or said.phrase.group in groups:
                        yield Where(key, number, position), said

    def with_sentence(self, where: Where, *said: Said) -> "Draft":
        """Return the draft with other sentences, or none, in place of one."""
        paragraphs = list(self.texts[where.key])
        before = paragraphs[where.paragraph]
        at = where.position
        paragraphs[where.paragraph] = (*before[:at], *said, *before[at + 1 :])
        return self._replace(texts={**self.texts, where.key: tuple(paragraphs)})

    def with_text(self, key: str, *paragraphs: Paragraph) -> "Draft":
        """Return the draft with other paragraphs in a text."""
        return self._replace(texts={**self.texts, key: paragraphs})

    def as_dict(self) -> dict[str, Any]:
        """Return the canonical report."""
        return {
            "edition": self.edition,
            "year": self.year,
            "organ": self.author.organ.as_dict(),
            "title": self.text("title"),
            "preface": self.text("preface"),
            "period": self.period.as_dict(),
            "published": self.published.isoformat(),
            "sections": dict(self._sections()),
            **self.tables,
        }

    def text(self, key: str) -> str:
        """Return a text, its paragraphs joined by line breaks."""
        paragraphs = ("".join(map(str, paragraph)) for paragraph in self.texts[key])
        return "\n".join(paragraph for paragraph in paragraphs if paragraph)

    def _sections(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for order, key in enumerate(form(self.edition).sections, start=1):
            text = self.text(key)
            said = {"text": text} if text else {}
            yield key, {"order": order, "heading": self.headings[key], **said}


def place_of(key: str) -> str:
    """Return the place of a text of a draft."""
    return f"/{key}" if key in {"title", "preface"} else f"/sections/{key}"
