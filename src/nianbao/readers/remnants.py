"""Which tables left their labels in the text of a part, but neither rows nor cells?

Such a table is there, though nothing of it can be read: it is a table without rows, and what it
lost is told as such. It is not called absent.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from nianbao.editions import editions
from nianbao.model.edition import Form
from nianbao.model.labels import simplified_letters
from nianbao.model.report import Report, Table
from nianbao.readers.vocabulary import SHARED, vocabularies

# A table has more labels than a sentence that happens to hold some.
_FEWEST_LABELS = 4
# What ends in one of these is a sentence, and names what it tells. Semicolons part labels and
# figures too.
_SENTENCE = re.compile(r"[。！？]|(?<![\d；])；(?=\s*$)")


def with_remnants(report: Report) -> Report:
    """Return a report with an empty table for each of which the labels alone are left."""
    edition = report.edition or list(editions().values())[-1]
    missing = [form for key, form in edition.forms.items() if key not in report.tables]
    found = {form.key: Table(form, {}) for form in missing if _has_labels(report, form)}
    return report._replace(tables={**report.tables, **found}) if found else report


def _has_labels(report: Report, form: Form) -> bool:
    """Tell whether the part of a table holds labels of its form, outside of sentences."""
    part = report.sections.get(form.key)
    texts = [part.text] if part else [report.preface, *_texts(report)]
    return labels_in("\n".join(texts), form.key) >= _FEWEST_LABELS


def _texts(report: Report) -> Iterator[str]:
    for section in (*report.sections.values(), *report.extra_sections):
        yield section.text


def labels_in(text: str, key: str) -> int:
    """Return how many labels of a table stand in a text, outside of sentences.

    Args:
        text: the text of a part.
        key: the key of the table.
    """
    rests = (_SENTENCE.split(line)[-1] for line in simplified_letters(text).split("\n"))
    words = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", "".join(rests))))
    count = 0
    for label in _labels()[key]:
        # The longest come first: 规范性文件 is no second label within 行政规范性文件.
        if label in words:
            words = words.replace(label, "\n")
            count += 1
    return count


@cache
def _labels() -> Mapping[str, tuple[str, ...]]:
    return {
        key: tuple(sorted(words.all - SHARED, key=lambda label: (-len(label), label)))
        for key, words in vocabularies().items()
    }
