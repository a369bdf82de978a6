"""Which passages of two reports are the same, but for numbers, names and titles?"""

from collections.abc import Iterable, Iterator

from nianbao.model.facts import Facts
from nianbao.model.naming import label_of
from nianbao.model.passages import passages
from nianbao.model.record import Record
from nianbao.model.report import Report
from nianbao.prose.shingles import masked

# So many passages, each of about so many letters, show anyone that words were copied.
_MOST, _ENOUGH = 3, 120
# A shorter sentence is the same in reports that nobody copied.
_SHORTEST = 8
_PREFACE = "/preface"
_ENDS = "。；！？\n"


class _Sentence(Record):
    """A sentence: the place of its part, its number in the report, its words, the own ones."""

    place: str
    number: int
    text: str
    own: str


class Passage(Record):
    """The same words in two reports: the place and the text in each."""

    place: str
    text: str
    other_place: str
    other_text: str


def told_beside(this: Facts, other: Facts) -> tuple[dict[str, str], ...]:
    """Return what two reports share as the values of a finding, with the labels of the places."""
    return tuple(
        {
            **each._asdict(),
            "label": label_of(each.place, this.report),
            "other_label": label_of(each.other_place, other.report),
        }
        for each in shared_passages(this, other)
    )


def shared_passages(this: Facts, other: Facts) -> list[Passage]:
    """Return the longest passages that two reports share, in the order of the first."""
    theirs = {each.own: each for each in reversed(other.report.once(_sentences))}
    pairs = [(own, theirs[own.own]) for own in this.report.once(_sentences) if own.own in theirs]
    found = [_passage(run) for run in _runs(pairs)]
    longest = sorted(range(len(found)), key=lambda at: -len(found[at].text))[:_MOST]
    return [found[at] for at in sorted(longest)]


def _sentences(report: Report) -> list[_Sentence]:
    parts = ((place, text) for place, text in passages(report) if place != _PREFACE)
    split = ((place, each) for place, text in parts for each in _split(text))
    told = ((place, text, masked(text, report.organ)) for place, text in split)
    long = (each for each in told if len(each[2]) >= _SHORTEST)
    return [_Sentence(place, number, *rest) for number, (place, *rest) in enumerate(long)]


def _split(text: str) -> Iterator[str]:
    start = 0
    for at, letter in enumerate(text, start=1):
        if letter in _ENDS:
            yield text[start:at].strip()
            start = at
    yield text[start:].strip()


Pair = tuple[_Sentence, _Sentence]


def _runs(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """Yield pairs that follow one another in both reports, until there are enough letters."""
    run: list[Pair] = []
    for pair in pairs:
        if run and not (_follows(run[-1], pair) and _letters(run) < _ENOUGH):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _follows(before: Pair, pair: Pair) -> bool:
    return all(
        one.place == other.place and one.number + 1 == other.number
        for one, other in zip(before, pair, strict=True)
    )


def _letters(run: Iterable[Pair]) -> int:
    return sum(len(own.text) for own, _ in run)


def _passage(run: list[Pair]) -> Passage:
    own, theirs = run[0]
    text, other_text = ("".join(each.text for each in side) for side in zip(*run, strict=True))
    return Passage(own.place, text, theirs.place, other_text)
