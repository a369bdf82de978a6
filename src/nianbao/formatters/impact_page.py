"""What does a person see of the impact of a change of rules?"""

from collections.abc import Iterator
from itertools import groupby, islice

from rich.text import Text as Drawn

from nianbao.engine.difference import Change, Impact, Kind, Spot
from nianbao.formatters import styles
from nianbao.formatters.characters import clipped, harmless
from nianbao.formatters.console import text_of, usable
from nianbao.formatters.impact import KINDS, Touched, count, touched
from nianbao.formatters.paragraphs import Paragraph, beside
from nianbao.formatters.wording import SEVERITIES
from nianbao.formatters.wrap import block
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.rule import Severity

_WIDEST = 120
_INDENT = 2
_MOST_PATHS = 5
_KINDS: dict[Kind, tuple[str, Text, str]] = {
    "found": ("+", Text("新增", "newly found"), styles.ERROR),
    "gone": ("-", Text("消失", "no longer found"), styles.READY),
    "severity": ("~", Text("级别改变", "of another severity"), styles.WARNING),
}


def draw_impact(impact: Impact, canvas: Canvas, samples: int) -> str:
    """Return an impact as text for a terminal."""
    canvas = usable(canvas)
    width = min(canvas.width, _WIDEST)
    return text_of(_drawn(impact, canvas.language, width, samples), canvas)


def _drawn(impact: Impact, language: Language, width: int, samples: int) -> Iterator[Drawn]:
    """Yield the rules with samples, then what was left out, then the numbers."""
    changes = {code: list(each) for code, each in groupby(impact.changes, _rule)}
    for one in touched(impact):
        yield Drawn(block([_head(one, language)], width), styles.STRONG)
        yield from _samples(changes[one.rule], language, width, samples)
        yield Drawn()
    for words in _aside(impact, language):
        yield Drawn(block([harmless(words)], width), styles.WARNING)
    yield Drawn(block([_closing(impact, language)], width), styles.STRONG)


def _rule(change: Change) -> str:
    return change.spot.rule


def _head(one: Touched, language: Language) -> str:
    counts = {kind: one.counts[kind] for kind in KINDS if one.counts[kind]}
    return harmless(f"{one.rule} {one.name} · {_numbers(counts, language)}")


def _numbers(counts: dict[Kind, int], language: Language) -> str:
    comma = Text("，", ", ").get(language)
    return comma.join(_number(kind, number, language) for kind, number in counts.items())


def _number(kind: Kind, number: int, language: Language) -> str:
    words = _KINDS[kind][1]
    return Text(f"{words.zh} {number}", f"{number} {words.en}").get(language)


def _samples(changes: list[Change], language: Language, width: int, most: int) -> Iterator[Drawn]:
    for kind in KINDS:
        sign, _, style = _KINDS[kind]
        for change in islice((each for each in changes if each.kind == kind), most):
            paragraphs = [
                Paragraph(_where(change.spot, language)),
                Paragraph(_what(change, language)),
            ]
            yield beside(Drawn(f"{sign} ", style), paragraphs, _INDENT, width)


def _where(spot: Spot, language: Language) -> str:
    """Return the document, the line and column, and the place in words."""
    at = "".join(f":{number}" for number in (spot.line, spot.column) if number)
    place = spot.label or spot.place or Text("全文", "the document").get(language)
    return f"{spot.path}{at} · {place}"


def _what(change: Change, language: Language) -> str:
    spots = [spot for spot in change if spot]
    words = [SEVERITIES[Severity[spot.severity.upper()]].get(language) for spot in spots]
    # An arrow is in every font that has Chinese.
    grave = " → ".join(words) if change.kind == "severity" else words[0]
    return f"{grave} {clipped(change.spot.message)}"


def _aside(impact: Impact, language: Language) -> Iterator[str]:
    """Yield what could not be compared, each on one line."""
    crashes = [f"{path} ({rule})" for path, rule in impact.crashed]
    for paths, words in (
        (impact.left_out, Text("只在一边", "on one side only")),
        (impact.unread, Text("未能读全", "not read in full")),
        (crashes, Text("规则运行出错", "a rule crashed")),
    ):
        if paths:
            more = len(paths) - _MOST_PATHS
            shown = Text("、", ", ").get(language).join(paths[:_MOST_PATHS])
            rest = Text(f"等 {len(paths)} 份", f" and {more} more").get(language)
            colon = Text("：", ": ").get(language)
            yield words.get(language) + colon + shown + (rest if more > 0 else "")


def _closing(impact: Impact, language: Language) -> str:
    numbers = _numbers(count(impact.changes), language)
    total = impact.compared
    many = "document" if total == 1 else "documents"
    return Text(f"比较了 {total} 份文件：{numbers}", f"{total} {many} compared: {numbers}").get(
        language
    )
