"""What does a rule look like in full?"""

from collections.abc import Iterator, Sequence

from rich.text import Text as Drawn

from nianbao.formatters import styles
from nianbao.formatters.characters import harmless
from nianbao.formatters.console import text_of, usable
from nianbao.formatters.example import example_lines
from nianbao.formatters.paragraphs import Paragraph, beside
from nianbao.formatters.rule_facts import LABELS, facts_of
from nianbao.formatters.stacks import widest
from nianbao.formatters.wrap import block
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.rule import Rule
from nianbao.trial import Trial

_WIDEST = 100
_GAP = 2
_EXAMPLES = Text(
    "各例改动一份数字全为0的合格报告，或给出整个文件",
    "each one changes a conforming report of zeros, or gives a whole file",
)


def draw_page(rule: Rule, canvas: Canvas, trials: Sequence[Trial] = ()) -> str:
    """Return a rule in full as text for a terminal, with what came of its examples."""
    canvas = usable(canvas)
    width = min(canvas.width, _WIDEST)
    page = [*_page(rule, canvas.language, width), *_examples(rule, canvas.language, width, trials)]
    return text_of(page, canvas)


def _page(rule: Rule, language: Language, width: int) -> Iterator[Drawn]:
    """Yield what the rule is called, its properties and its texts."""
    texts = rule.texts()
    yield Drawn(block([harmless(f"{rule.code}  {rule.name}")], width), styles.DIM)
    yield Drawn(block([harmless(texts.title.get(language))], width), styles.STRONG)
    yield Drawn()
    yield from _fields(rule, language, width)
    yield from _section(Text("为什么", "Why"), texts.why, language, width)
    yield from _section(Text("怎样改", "How to correct it"), texts.fix, language, width)
    yield from _heading(Text("依据", "Basis"), language)
    for source in texts.basis:
        yield beside(Drawn("  -"), [Paragraph(source)], 2 * _GAP, width)
    yield from _section(Text("提示语", "Message"), texts.message, language, width)


def _examples(
    rule: Rule, language: Language, width: int, trials: Sequence[Trial]
) -> Iterator[Drawn]:
    """Yield the examples with the messages that they give."""
    examples = [each for each in rule.texts().examples if not each.is_variant]
    tried = {trial.example.key: trial for trial in trials}
    if examples:
        yield from _section(Text("例子", "Examples"), _EXAMPLES, language, width)
    for example in examples:
        yield Drawn()
        yield example_lines(example, language, width, tried.get(example.key))


def _fields(rule: Rule, language: Language, width: int) -> Iterator[Drawn]:
    """Yield the properties, one below the other, their names in front."""
    indent = widest(label.get(language) for label in LABELS.values()) + _GAP
    for label, lines in facts_of(rule):
        name = Drawn(label.get(language), styles.DIM)
        paragraphs = [
            Paragraph(words.get(language), styles.SEVERITIES[grave] if grave else "")
            for words, grave in lines
        ]
        yield beside(name, paragraphs, indent, width)


def _section(head: Text, said: Text, language: Language, width: int) -> Iterator[Drawn]:
    """Yield a heading and what stands below it."""
    yield from _heading(head, language)
    yield beside(Drawn(), [Paragraph(said.get(language))], _GAP, width)


def _heading(head: Text, language: Language) -> Iterator[Drawn]:
    yield Drawn()
    yield Drawn(head.get(language), styles.STRONG)
