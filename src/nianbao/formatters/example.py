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
from nianbao.rule import Example, Expected

_GAP = 2
_TAB = 4
_GOOD, _BAD = Text("正例", "good"), Text("反例", "bad")
_FILES = {"text": Text("文本文件：", "a text file:"), "html": Text("网页文件：", "a web page:")}


def example_lines(example: Example, language: Language, width: int) -> Drawn:
    """Return an example: good or bad, its title, what it holds and what is found in it."""
    indent = widest([_GOOD.get(language), _BAD.get(language)]) + _GAP
    word, style = (_BAD, styles.ERROR) if example.finds else (_GOOD, styles.READY)
    lead = Drawn(word.get(language), style)
    return beside(lead, _paragraphs(example, language), indent, width)


def _paragraphs(example: Example, language: Language) -> Iterator[Paragraph]:
    yield Paragraph(example.title, styles.STRONG)
    yield Paragraph(_about(example, language), styles.DIM)
    yield from _source(example.source, language)
    for found in example.finds:
        yield from _found(found, language)


def _about(example: Example, language: Language) -> str:
    """Return the key and what the example starts from; a whole file starts from nothing."""
    if example.source.keys() & _FILES.keys():
        return example.key
    base = edition(example.edition)
    as_it_is = Text(f"{base.zh}合格报告原样", f"the conforming report of the {base.en} as it is")
    return f"{example.key} · {(base if example.source else as_it_is).get(language)}"


def _source(source: Mapping[str, Any], language: Language) -> Iterator[Paragraph]:
    """Yield what is set, what is removed, or a whole file."""
    for pointer, value in source.get("set", {}).items():
        yield from _assignment(pointer, value, language)
    for pointer in source.get("remove", ()):
        yield Paragraph(Text(f"删去 {pointer}", f"remove {pointer}").get(language))
    for key in source.keys() & _FILES.keys():
        yield Paragraph(_FILES[key].get(language))
        yield from _document(source[key])


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


def _found(found: Expected, language: Language) -> Iterator[Paragraph]:
    """Yield where something is found, how grave it is, and the words of its message."""
    place = found.at or Text("全文", "the document").get(language)
    grave = SEVERITIES[found.severity].get(language) if found.severity else ""
    zh = f"找出：{place}" + (f"（{grave}）" if grave else "")
    en = f"finds: {place}" + (f" ({grave})" if grave else "")
    style = styles.SEVERITIES[found.severity] if found.severity else styles.WARNING
    yield Paragraph(Text(zh, en).get(language), style)
    yield Paragraph(found.says, depth=_GAP)
