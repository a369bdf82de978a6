"""What does a person see of examples that do not give what they say?"""

from collections.abc import Iterator, Sequence

from rich.text import Text as Drawn

from nianbao.formatters import styles
from nianbao.formatters.characters import clipped, harmless
from nianbao.formatters.console import text_of, usable
from nianbao.formatters.paragraphs import Paragraph, beside
from nianbao.formatters.wording import SEVERITIES
from nianbao.formatters.wrap import block
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.rule import Severity
from nianbao.trial import Pair, Trial

_WIDEST = 120
_INDENT = 4
_WANTED = Text("- 应有", "- expected")
_GOT = Text("+ 得到", "+ got")
_AS_SAID = Text("  相符", "  as said")


def draw_trials(trials: Sequence[Trial], canvas: Canvas) -> str:
    """Return the differences and how many examples hold as text for a terminal."""
    canvas = usable(canvas)
    return text_of(_drawn(trials, canvas.language, min(canvas.width, _WIDEST)), canvas)


def _drawn(trials: Sequence[Trial], language: Language, width: int) -> Iterator[Drawn]:
    failed = [trial for trial in trials if not trial.holds]
    for trial in failed:
        yield from _failure(trial, language, width)
        yield Drawn()
    style = styles.ERROR if failed else styles.READY
    yield Drawn(block([_summary(trials, len(failed), language)], width), style)


def _failure(trial: Trial, language: Language, width: int) -> Iterator[Drawn]:
    """Yield which example it is, and then all it should give and gives, as a difference."""
    rule, example = trial.rule, trial.example
    head = harmless(f"{rule.code} {rule.name} · {example.key} · {example.title}")
    yield Drawn(block([head], width), styles.STRONG)
    if trial.trouble:
        yield _beside(Paragraph(trial.trouble.get(language), styles.ERROR), width)
        return
    for pair in _ordered(trial.pairs):
        for paragraph in _lines(pair, language):
            yield _beside(paragraph, width)


def _ordered(pairs: Sequence[Pair]) -> list[Pair]:
    """Put what was expected at a place before what was found there instead."""
    places = [_place(pair) for pair in pairs]
    return sorted(pairs, key=lambda pair: (places.index(_place(pair)), pair.got is not None))


def _place(pair: Pair) -> str:
    return pair.got.place.pointer if pair.got else pair.wanted.at if pair.wanted else ""


def _beside(paragraph: Paragraph, width: int) -> Drawn:
    return beside(Drawn(), [paragraph], _INDENT, width)


def _lines(pair: Pair, language: Language) -> Iterator[Paragraph]:
    wanted, got = pair
    if wanted and not pair.fits:
        words = _line(_WANTED, wanted.at, wanted.severity, wanted.says, language)
        yield Paragraph(words, styles.ERROR)
    if got:
        label, style = (_AS_SAID, styles.DIM) if pair.fits else (_GOT, styles.READY)
        said = clipped(got.message.get(language if pair.fits else "zh"))
        yield Paragraph(_line(label, got.place.pointer, got.severity, said, language), style)


def _line(
    label: Text, pointer: str, severity: Severity | None, said: str, language: Language
) -> str:
    """Return one side of a difference on one line."""
    place = pointer or Text("全文", "the document").get(language)
    grave = f"{SEVERITIES[severity].get(language)} " if severity else ""
    return f"{label.get(language)} {grave}{place}  {said}"


def _summary(trials: Sequence[Trial], failed: int, language: Language) -> str:
    rules, total = len({trial.rule.code for trial in trials}), len(trials)
    zh = f"{rules} 条规则，{total} 个例子，" + (f"{failed} 个不符" if failed else "全部相符")
    en = f"{_many(rules, 'rule')}, {_many(total, 'example')}: " + (
        f"{failed} failed" if failed else "all as they say"
    )
    return Text(zh, en).get(language)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
