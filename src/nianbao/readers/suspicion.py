"""Might bytes that cannot be read be an annual report?"""

import json
import re
from collections.abc import Iterator

_FIRST = 1024 * 1024
_WORDS = ("信息公开", "信息公開")
_ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_KEYS = (re.compile(rb'"edition"\s*:'), re.compile(rb'"requests"\s*:'))


def may_be_report(data: bytes) -> bool:
    """Tell whether the first MiB names 信息公开 in any encoding, or has the keys of a report."""
    head = data[:_FIRST]
    return any(mark in head for mark in _marks()) or all(key.search(head) for key in _KEYS)


def _marks() -> Iterator[bytes]:
    for words in _WORDS:
        escaped = json.dumps(words)[1:-1]
        yield escaped.encode()
        yield escaped.upper().replace("\\U", "\\u").encode()
        for encoding in _ENCODINGS:
            # Big5 has no simplified letters: they become nothing, and nothing is no mark.
            mark = words.encode(encoding, errors="ignore")
            if mark.decode(encoding) == words:
                yield mark
