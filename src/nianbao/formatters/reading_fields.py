"""What is said of labels and headings, and of what was left out?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from nianbao.formatters import reading_lines as lines
from nianbao.formatters import reading_words as words
from nianbao.formatters import styles
from nianbao.formatters.paragraphs import Paragraph
from nianbao.model.reading import HeadingRead, Ignored, Label
from nianbao.model.record import Record
from nianbao.model.report import Blank
from nianbao.model.text import Language, Text

MOST = 20
# As many show what the others are like.
_ALIKE = 5


class Manner(Record):
    """How a reading is said: in which language, whether in full, and how blanks count."""

    language: Language
    in_full: bool
    blank: Blank


class Block(Record):
    """A field and the paragraphs that stand beside its name."""

    name: Text
    paragraphs: Sequence[Paragraph]


def label_paragraphs(labels: Sequence[Label], unit: str, manner: Manner) -> list[Paragraph]:
    """Return how many labels were told by what, and those out of the ordinary."""
    if not labels:
        return []
    odd = [label for label in labels if manner.in_full or not lines.is_ordinary(label)]
    said = [
        Paragraph(lines.label_line(one, manner.language), _style(one), depth=2)
        for one in (odd if manner.in_full else _telling(odd))
    ]
    total = Paragraph(lines.matches_line(labels, unit, manner.language))
    return [total, *cut(said, manner, len(odd))]


def _telling(labels: Iterable[Label]) -> Iterator[Label]:
    """Yield labels; of those written otherwise alike the first ones."""
    alike: Counter[tuple[str, ...]] = Counter()
    for label in labels:
        alike[label.differs] += 1
        if label.match != "normalised" or alike[label.differs] <= _ALIKE:
            yield label


def _style(label: Label) -> str:
    if lines.is_ordinary(label):
        return styles.DIM
    return "" if label.match in ("normalised", "accepted") else styles.WARNING


def cut(said: Sequence[Paragraph], manner: Manner, total: int) -> list[Paragraph]:
    """Return what is shown of a long list, and how much of its total is not."""
    shown = list(said if manner.in_full else said[:MOST])
    rest = total - len(shown)
    if rest > 0:
        more = Text(f"还有 {rest} 处，用 --all 看全部", f"{rest} more; --all shows all")
        shown.append(Paragraph(more.get(manner.language), styles.WARNING, depth=2))
    return shown


def odd_paragraphs(
    said: Iterable[str], manner: Manner, style: str = styles.WARNING
) -> list[Paragraph]:
    """Return what is out of the ordinary, one below the other."""
    shown = [Paragraph(each, style) for each in said]
    return cut(shown, manner, len(shown))


def heading_paragraphs(headings: Sequence[HeadingRead], manner: Manner) -> list[Paragraph]:
    """Return how the headings were told."""
    said = label_paragraphs([each.label for each in headings], "个", manner)
    pictures = [each for each in headings if each.pictures]
    if pictures:
        counts = [f"{each.label.name} {each.pictures}" for each in pictures]
        zh, en = f"图片：{'；'.join(counts)}", f"pictures: {'; '.join(counts)}"
        said.append(Paragraph(Text(zh, en).get(manner.language)))
    return said


def ignored_paragraphs(ignored: Sequence[Ignored], manner: Manner) -> list[Paragraph]:
    """Return what was left out."""
    said = []
    for one in ignored:
        count = f"{one.number} {words.IGNORED[one.kind].get(manner.language)}"
        items = [lines.position(item.span) + item.words for item in one.items]
        more = ["…"] if items and one.number > len(items) and one.kind != "hidden" else []
        shown = Text("；", "; ").get(manner.language).join([*items, *more])
        said.append(Paragraph(f"{count}{lines.colon(manner.language)}{shown}" if shown else count))
    return said
