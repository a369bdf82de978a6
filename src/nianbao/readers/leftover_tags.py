"""Which tags and entities of a page did a converter leave in a text?"""

import html
import re

from nianbao.readers.markup import LONGEST_NOTE

_INLINE = "a|b|big|code|em|font|i|ins|label|mark|o:p|s|small|span|strong|sub|sup|u"
_BLOCKS = "blockquote|br|center|div|h[1-6]|hr|li|ol|p|section|ul"
_TAG = re.compile(
    rf"</?(?:(?P<block>{_BLOCKS})|{_INLINE})(?=[\s/>])[^<>\r\n]{{0,500}}+>", re.IGNORECASE
)
# Raised notes stand at a figure and are no part of it.
_NOTE = re.compile(
    rf"<(sup|del)\b[^<>\r\n]{{0,500}}+>[^<>\r\n]{{0,{LONGEST_NOTE}}}+</\1>", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--(?:(?!-->|<!--).)*+-->", re.DOTALL)
_LINE = re.compile(r"^[^\r\n<]*+<[^\r\n]*+", re.MULTILINE)
_SPACE = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#[xX][aA]0);")
_SIGN = re.compile(r"&(?:[lr][ds]quo|quot|[mn]dash|middot|amp|#39|#8220|#8221|#8212);")


def without_tags(text: str) -> str:
    """Return a text with spaces for tags, at the same length, and the signs that entities name.

    A block ends its line. Where there are tables of a page, the tags stay.
    """
    if "&" in text:
        text = _SPACE.sub(_spaces, text)
        text = _SIGN.sub(lambda found: html.unescape(found[0]).ljust(len(found[0])), text)
    if "<" not in text or "<td" in text or "<TD" in text:
        return text
    text = _COMMENT.sub(_spaces, text)
    return _LINE.sub(_without_tags, _NOTE.sub(_spaces, text))


def _without_tags(line: re.Match[str]) -> str:
    in_table = "|" in line[0] or "\t" in line[0]
    return _TAG.sub(_spaces if in_table else _break_or_spaces, line[0])


def _break_or_spaces(tag: re.Match[str]) -> str:
    return "\n" + " " * (len(tag[0]) - 1) if tag["block"] else _spaces(tag)


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])
