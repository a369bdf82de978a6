"""Where do the lines of a text end that came as one?"""

import re

from nianbao.editions import editions
from nianbao.readers.glossary import terms_of
from nianbao.readers.stream import BREAK

_NUMERALS = "一二三四五六七八九十"
_TITLE = re.compile(r"(?<!\S)\S{0,40}20\d\d年\S{0,40}公开\S{0,12}(?:报告|年报)(?=\s)")


def broken(body: str) -> str:
    """Return a stream with breaks around the title and the headings of the parts."""
    parts = BREAK.join(_broken_line(line) for line in body.split(BREAK))
    return _TITLE.sub(lambda found: BREAK + found[0] + BREAK, parts, count=1)


def _broken_line(line: str) -> str:
    for number, wordings in enumerate(_wordings()):
        before = line
        words = "|".join(r"[\s、，]*".join(map(re.escape, wording)) for wording in wordings)
        heading = rf"(?<=[\s。；！？）)]){_NUMERALS[number]}\s*[、.．]\s*(?:{words})(?=\s|$|。)"
        line = re.sub(heading, _alone, line, count=1)
        if line == before:
            line = re.sub(_other(number), _alone_if_unknown, line)
    return line


def _alone(found: re.Match[str]) -> str:
    return f"{BREAK}{found[0]}{BREAK}"


def _other(number: int) -> str:
    """Return the pattern of a heading in words of its own, by its number."""
    return rf"(?<=\s){_NUMERALS[number]}\s*[、.．][^\s。；，{BREAK}]{{2,30}}(?=\s)"


def _alone_if_unknown(found: re.Match[str]) -> str:
    """Part a heading from what stands around it; rows of a table are numbered like headings."""
    return found[0] if terms_of(found[0]) else _alone(found)


def _wordings() -> list[list[str]]:
    """Return the headings of each part without its number, the longest first."""
    edition = list(editions().values())[-1]
    return [sorted(part.labels, key=len, reverse=True) for part in edition.parts]
