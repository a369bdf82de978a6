"""What does an example of a rule look like?"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rich.text import Text as Drawn

from nianbao.formatters import styles
from nianbao.formatters.catalogue_words import edition
from nianbao.formatters.paragraphs import Paragraph, beside
from nianbao.formatters.plain import plain
from nianbao.formatters.stacks import widest
from nianbao.formatters.wording import SEVERITIES
from nianbao.model.text import Language, Text
from nianbao.result import Finding
from nianbao.rule import Example, Expected, Severity
from nianbao.trial import Trial

_GAP = 2
_TAB = 4
_GOOD, _BAD = Text("正例", "good"), Text("反例", "bad")
NEAR = Text("似错非错", "a near miss")
_LAST = Text("上一年的报告：", "the report of the year before:")
_FILES = {"text": Text("文本文件：", "a text file:"), "html": Text("网页文件：", "a web page:")}


def example_lines(
    example: Example, language: Language, width: int, trial: Trial | None = None
) -> Drawn:
    """Return an example: good or bad, its title, what it holds and what is found in it.

    Args:
        example: the example.
        language: the language of all but what the example holds.
        width: how many columns there are.
        trial: what came of it; without it, what it says itself.
    """
    indent = widest([_GOOD.get(language), _BAD.get(language)]) + _GAP
    word, style = (_BAD, styles.ERROR) if example.finds else (_GOOD, styles.READY)
    lead = Drawn(word.get(language), style)
    paragraphs = [*_paragraphs(example, language), *_findings(example, trial, language)]
    return beside(lead, paragraphs, indent, width)


def _paragraphs(example: Example, language: Language) -> Iterator[Paragraph]:
    yield Paragraph(example.title, styles.STRONG)
    yield Paragraph(_about(example, language), styles.DIM)
    yield from _source(example.source, language)
    if example.others:
        yield Paragraph(others(example).get(language), styles.DIM)


def others(example: Example) -> Text:
    """Return with which other words it holds as well."""
    return Text(
        f"换成这些说法也一样：{'、'.join(example.others)}",
        f"the same with: {', '.join(example.others)}",
    )


def _about(example: Example, language: Language) -> str:
    """Return the key, what the example starts from, and whether it is a near miss."""
    facts = [*_base(example), *([NEAR] if example.near else [])]
    return " · ".join([example.key, *(fact.get(language) for fact in facts)])


def _base(example: Example) -> Iterator[Text]:
    """Yield the report that the example starts from; a whole file starts from nothing."""
    if not example.source.keys() & _FILES.keys():
        base = edition(example.edition)
        as_it_is = Text(
            f"{base.zh}合格报告原样", f"the conforming report of the {base.en} as it is"
        )
        yield base if example.source else as_it_is


def _source(source: Mapping[str, Any], language: Language) -> Iterator[Paragraph]:
    """Yield what is set, what is removed, or a whole file; then the same of the reports beside."""
    yield from _changes(source, language)
    for key in source.keys() & _FILES.keys():
        yield Paragraph(_FILES[key].get(language))
        yield from _document(source[key])
    for title, other in _beside(source):
        as_it_is = "" if other else Text("合格报告原样", " the conforming one").get(language)
        yield Paragraph(title.get(language) + as_it_is)
        yield from _deeper(_changes(other, language))


def _beside(source: Mapping[str, Any]) -> Iterator[tuple[Text, Mapping[str, Any]]]:
    """Yield the reports to which that of an example is compared, and what they are."""
    if "last" in source:
        yield _LAST, source["last"]
    for number, member in enumerate(source.get("members", ()), start=1):
        yield Text(f"其他报告{number}：", f"another report ({number}):"), member


def _changes(source: Mapping[str, Any], language: Language) -> Iterator[Paragraph]:
    if "edition" in source:
        yield Paragraph(edition(source["edition"]).get(language))
    for pointer, value in source.get("set", {}).items():
        yield from _assignment(pointer, value, language)
    for pointer in source.get("remove", ()):
        yield Paragraph(Text(f"删去 {pointer}", f"remove {pointer}").get(language))


def _deeper(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    return (each._replace(depth=each.depth + _GAP) for each in paragraphs)


def _assignment(pointer: str, value: object, language: Language) -> Iterator[Paragraph]:
    if isinstance(value, str) and "\n" in value:
        yield Paragraph(f"{pointer} =")
        yield from _document(value)
    else:
        yield Paragraph(f"{pointer} = {_written(value, language)}")


def _written(value: object, language: Language) -> str:
    """Return words in quotation marks, a blank in words, any other value as JSON writes it."""
    if value is None:
        return Text("空白", "blank").get(language)
    if isinstance(value, str):
        return f"“{value}”"
    return json.dumps(plain(value, language), ensure_ascii=False)


def _document(text: str) -> Iterator[Paragraph]:
    """Yield the lines of a document, each as deep as in the document."""
    for line in text.rstrip().split("\n"):
        shown = line.expandtabs(_TAB).rstrip()
        words = shown.lstrip(" ")
        yield Paragraph(words, depth=_GAP + len(shown) - len(words))


def _findings(example: Example, trial: Trial | None, language: Language) -> Iterator[Paragraph]:
    """Yield what is found, with the whole message where the example was tried."""
    if trial is None or trial.trouble:
        for expected in example.finds:
            yield from _expected(expected, language)
    for finding in trial.found if trial else ():
        yield from _found(finding, language)


def _expected(expected: Expected, language: Language) -> Iterator[Paragraph]:
    yield _place(expected.at, expected.severity, language)
    yield Paragraph(expected.says, depth=_GAP)


def _found(finding: Finding, language: Language) -> Iterator[Paragraph]:
    yield _place(finding.place.pointer, finding.severity, language)
    yield Paragraph(finding.message.get(language), depth=_GAP)


def _place(pointer: str, severity: Severity | None, language: Language) -> Paragraph:
    """Return where something is found and how grave it is, as far as that is said."""
    place = pointer or Text("全文", "the document").get(language)
    grave = SEVERITIES[severity].get(language) if severity else ""
    zh = f"找出：{place}" + (f"（{grave}）" if grave else "")
    en = f"finds: {place}" + (f" ({grave})" if grave else "")
    style = styles.SEVERITIES[severity] if severity else styles.WARNING
    return Paragraph(Text(zh, en).get(language), style)
