"""What are the numbers of a run, and how do its verdicts share it?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from nianbao.formatters.counts import count
from nianbao.formatters.page import words
from nianbao.formatters.page.markup import Html, tag
from nianbao.formatters.summary import summary
from nianbao.formatters.summary import words as line_of
from nianbao.formatters.verdict import judge
from nianbao.model.text import Language
from nianbao.result import Document


def numbers(documents: Sequence[Document], language: Language) -> Iterator[Html]:
    """Yield the numbers of a run, and how its verdicts share it."""
    if not documents:
        yield tag("p", words.NOTHING.get(language))
        return
    there = [each for each in documents if each.is_document]
    if there:
        yield _bar(there)
    for line in summary(count(documents), language):
        yield tag("p", line_of(line))


def _bar(documents: Sequence[Document]) -> Html:
    judged = Counter(map(judge, documents))
    bars, start = [], 0.0
    for verdict in words.VERDICTS:
        width = judged[verdict] * 100 / len(documents)
        if width:
            bars.append(
                tag(
                    "rect",
                    x=f"{start:.3f}",
                    y="0",
                    width=f"{width:.3f}",
                    height="4",
                    class_=verdict,
                )
            )
        start += width
    box = {"viewBox": "0 0 100 4", "preserveAspectRatio": "none"}
    return tag("svg", *bars, class_="bar", aria_hidden="true", **box)
