"""Which lines of a text can be headings of parts?"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from nianbao.editions import editions
from nianbao.model.labels import normalised
from nianbao.model.numbering import NUMERALS, Numbering, numbering_of
from nianbao.model.record import Record
from nianbao.readers.stream import BREAK

KEYS = ("overview", "disclosure", "requests", "review_litigation", "problems", "other_matters")
# Only words at the head of each alternative: so the search skips to their first letters.
_HINT = re.compile(
    "总体情况|概述|主动公开|申请|复议|诉讼|问题|事项|" + "|".join(f"{each}、" for each in NUMERALS)
)
# What a number begins with: 一、, （一）, 1., 第一部分.
_NUMBERED = frozenset(f"{NUMERALS}（(0123456789第")
_RANKS = {"chinese": 0, "none": 1, "other": 2}
# Words by which a numbered heading is known where its wording is neither official nor accepted.
_TOLERANT = (
    ("overview", "总体情况$|^概述$|^概况$|^基本情况$|总体工作情况$|落实情况$|开展情况$"),
    ("review_litigation", "复议|诉讼"),
    ("requests", "(收到|处理|办理|依).*申请|申请.*(收到|处理|办理)"),
    ("disclosure", "主动公开"),
    ("problems", "问题|改进"),
    ("other_matters", "^其[他它]|事项$"),
)
_LONGEST, _LONGEST_UNKNOWN = 45, 30
# The rows that are numbered 一、 have labels longer than 其他, which may be a heading.
_SHORTEST_ROW = 6
# Words that run on behind a heading without a mark between: 六、其他需要报告的事项无。
_SHORT_REST = 10
_SENTENCE = frozenset("。；！？")
# Markdown writes # before a heading and ** around it; some sites put it in quotes.
_EDGES = ' \t\n\r\u00a0\u3000\u200b\ufeff#*“”"【】'


class Heading(Record):
    """A line that opens a part.

    Attributes:
        key: the part, or ``""`` for one that the format does not know.
        start, stop: where the words stand.
        words: the heading as met.
        rank: how it is numbered: 0 by 一、, 1 not at all, 2 otherwise.
        number: 1 for 一、; 0 where it is not numbered so.
        weak: whether its words are those of a part only where nothing else is its heading.
    """

    key: str
    start: int
    stop: int
    words: str
    rank: int
    number: int = 0
    weak: bool = False


@cache
def _official() -> dict[str, str]:
    return {
        label: part.key
        for edition in editions().values()
        for part in edition.parts
        for label in part.labels
    }


@cache
def _names(number: int) -> tuple[str, ...]:
    """Return the official and accepted headings of the part with a number."""
    key = KEYS[number - 1] if number <= len(KEYS) else ""
    return tuple(label for label, part in _official().items() if part == key)


@cache
def titles() -> frozenset[str]:
    """Return the headings of the template alone: sub-headings share the shorter wordings."""
    return frozenset(
        normalised(part.title) for edition in editions().values() for part in edition.parts
    )


@cache
def _row_labels() -> frozenset[str]:
    """Return the labels of rows and groups of rows: those of table 三 are numbered 一、 too."""
    forms = [form for edition in editions().values() for form in edition.forms.values()]
    return frozenset(label for form in forms for label in (*form.by_label, *form.group_labels))


def candidates(prose: str) -> Iterator[Heading]:
    """Yield the lines that can be headings: known ones, and numbered ones of any short words."""
    at = 0
    while hint := _HINT.search(prose, at):
        start = prose.rfind(BREAK, at, hint.end()) + 1 or at
        at = prose.find(BREAK, hint.end())
        at = len(prose) if at < 0 else at
        line = prose[start : min(at, start + _LONGEST + 20)]
        heading = _at(prose, line, start, at)
        if heading:
            yield heading
            at = max(at, heading.stop)


def _at(prose: str, line: str, start: int, stop: int) -> Heading | None:
    """Return the heading that a line is, begins with, or makes with the next line."""
    is_numbered = line.lstrip(_EDGES)[:1] in NUMERALS
    heading = heading_of(line, start) if stop - start <= _LONGEST else None
    if heading and (heading.rank or _key_of(heading.words)):
        return heading
    if not is_numbered:
        return None
    return _run_on(line, start) or (heading and (_broken(prose, heading, stop) or heading))


def heading_of(line: str, offset: int) -> Heading | None:
    """Return the heading that a line is, or None."""
    words = line.strip(_EDGES)
    told = _told(words) if words and len(words) <= _LONGEST else None
    if told is None:
        return None
    key, rank, number, weak = told
    start = offset + line.index(words)
    return Heading(key, start, start + len(words), words, rank, number, weak)


@lru_cache(maxsize=512)
def _told(words: str) -> tuple[str, int, int, bool] | None:
    """Return what the words of a heading tell, None where they are none.

    It is the part, how it is numbered, the number, and whether the part is in doubt. Most reports
    have the same headings.
    """
    if not _SENTENCE.isdisjoint(words[:-1]):
        return None
    if words[0] not in _NUMBERED and normalised(words) not in _official():
        return None
    numbering = numbering_of(words)
    rank = _RANKS[numbering.style]
    key, weak = _key(words, numbering) if rank == 0 else _unnumbered(words, numbering)
    return None if key is None else (key, rank, numbering.number, weak)


def _key_of(words: str) -> str | None:
    """Return the part whose official or accepted heading these words are, or None."""
    return _official().get(normalised(words))


def _key(words: str, numbering: Numbering) -> tuple[str | None, bool]:
    label = normalised(words)
    key = _official().get(label)
    if key:
        return key, False
    plain = normalised(_without_note(numbering.words))
    for part, form in _TOLERANT:
        if KEYS.index(part) + 1 == numbering.number and re.search(form, plain):
            return part, False
    return ("" if _can_be_unknown(words, label) else None), False


def likely_key(words: str) -> str:
    """Return the part whose words a heading has, whatever its number, or ``""``."""
    label = normalised(_without_note(words))
    return next((part for part, form in _TOLERANT if re.search(form, label)), "")


def _without_note(words: str) -> str:
    """Return a heading without a note in brackets behind it, such as （文字描述）."""
    head = words.replace("(", "（").partition("（")[0]
    return head or words


def _can_be_unknown(words: str, label: str) -> bool:
    return (
        len(words) <= _LONGEST_UNKNOWN
        and not any(mark in words for mark in "，,；;。：:")
        and (len(label) < _SHORTEST_ROW or label not in _row_labels())
    )


def _unnumbered(words: str, numbering: Numbering) -> tuple[str | None, bool]:
    label, rank = normalised(words), _RANKS[numbering.style]
    if words[0] == "第" and rank:
        return _official().get(normalised(_without_note(numbering.words))), False
    if label in titles() or (rank == 1 and len(label) > 7):
        return _official().get(label), False
    if rank == 2 and words[0].isdigit() and len(label) <= 10:
        return next((key for key, form in _TOLERANT[1:] if re.search(form, label)), None), True
    return None, False


def _run_on(line: str, offset: int) -> Heading | None:
    """Return the heading that a paragraph begins with, such as 六、其他需要报告的事项：无."""
    words = line.lstrip(_EDGES)
    numbering = numbering_of(words)
    if not numbering.number:
        return None
    label = normalised(words)
    fits = [name for name in _names(numbering.number) if label.startswith(name)]
    if not fits:
        return None
    name = max(fits, key=len)
    length = next(size for size in range(len(words) + 1) if normalised(words[:size]) == name)
    rest = words[length:].rstrip()
    if len(rest) > _SHORT_REST and rest[0].isalnum():
        return None
    start = offset + len(line) - len(words)
    key = _official()[name]
    return Heading(key, start, start + length, words[:length], 0, numbering.number)


def _broken(prose: str, heading: Heading, at: int) -> Heading | None:
    """Return the heading that a line and the next make together: 一、 above 总体情况."""
    rest = prose[at : at + _LONGEST + 20].lstrip(_EDGES + BREAK)
    line = rest.partition(BREAK)[0].rstrip(_EDGES)
    key = _key_of(heading.words + line) if line else None
    if key is None:
        return None
    stop = prose.index(line, at) + len(line)
    return heading._replace(key=key, stop=stop, words=heading.words + line)
