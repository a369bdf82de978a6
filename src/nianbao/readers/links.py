"""Which files does a page offer that may hold the report itself?"""

import html
import re
from collections.abc import Iterator

_FILE = r"[^\"'<>\s]+\.(?:pdf|docx?|wps|ofd|rtf|xlsx?|zip|rar|jpe?g|png)(?=[\"'\s>?#])"
_LINK = rf"<a\s[^<>]*href\s*=\s*[\"']?({_FILE})[^<>]*>(.{{0,400}}?)</a\s*>"
_EMBEDDED = r"<(?:iframe|embed|object)\s[^<>]*(?:src|data)\s*=\s*[\"']?([^\"'<>\s]+\.pdf)"
# An article's own pictures stand in paragraphs, those of a site's frame do not.
_PICTURE = (
    r"<p\b[^<>]*>(?:\s|&nbsp;|<(?:span|strong|font|center)\b[^<>]*>)*"
    r"<img\s[^<>]*?src\s*=\s*[\"']?([^\"'<>\s]+)"
)
# Words by which a link offers a document, unlike links to leaflets in a site's menu.
_OFFERS = ("报告", "報告", "年报", "年報", "信息公开", "信息公開", "附件", "下载", "下載", "原文")


def links_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield words and address of each link to a file, and of each file or picture shown in it."""
    yield from offered_in(text)
    for found in re.finditer(_EMBEDDED, text, re.IGNORECASE):
        yield "", html.unescape(found[1])
    for found in re.finditer(_PICTURE, text, re.IGNORECASE):
        yield "", html.unescape(found[1])


def offered_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield words and address of each link that offers a file."""
    for found in re.finditer(_LINK, text, re.IGNORECASE | re.DOTALL):
        words = html.unescape(re.sub("<[^<>]*>", "", found[2]))
        shown = " ".join(words.split())
        if any(offer in shown for offer in _OFFERS):
            yield shown, html.unescape(found[1])
