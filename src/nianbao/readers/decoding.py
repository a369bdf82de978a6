"""In which encoding are these bytes written?"""

import codecs
import re

from nianbao.model.text import Text
from nianbao.protocols import Source, Told, UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:\-]+)"""
# GB 2312 and GBK are subsets of GB 18030. Pages that declare them hold its characters (镕), and
# libxml2 given such bytes drops the rest of the document without a word.
_GB = frozenset(
    {"gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "ms936", "windows-936", "gb18030"}
)
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)
_ONE_BYTE = ("iso-8859", "iso8859", "latin", "windows-125", "ascii", "us-ascii")
_HEAD = 4096
# A text of which more than this share cannot be decoded is no text in that encoding.
_TOLERATED = 0.02


def decode(path: str, data: bytes) -> Source:
    """Decode a document: byte order mark, strict UTF-8, the declared encoding, then GB 18030.

    Raises:
        UnreadableError: it is empty, binary, or no encoding fits.
    """
    if not data.strip():
        raise UnreadableError(_EMPTY)
    if data.startswith(_SIGNATURES):
        raise UnreadableError(_BINARY)
    marked = _by_mark(path, data)
    if marked:
        return marked
    if b"\0" in data:
        return _with_nul(path, data)
    try:
        return Source(path, data.decode(), data, "utf-8")
    except UnicodeDecodeError:
        return _declared(path, data)


_EMPTY = Text("文件是空的", "the file is empty")
_BINARY = Text("这是二进制文件，不是文本", "this is a binary file, not text")


def _by_mark(path: str, data: bytes) -> Source | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            source = _checked(path, data[len(mark) :], encoding, "mark")
            if not source.text.strip():
                raise UnreadableError(_EMPTY)
            return source
    return None


def _with_nul(path: str, data: bytes) -> Source:
    """Decode UTF-16 without a mark, which has a zero byte beside each ASCII letter."""
    head = data[:_HEAD]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) > len(zeros) // 4:
            return _checked(path, data, encoding, "zeros")
    line = data.count(b"\n", 0, data.index(b"\0")) + 1
    reason = Text(
        "文件中有空字符（NUL），不是完好的文本",
        "the file holds NUL characters and is no sound text",
    )
    raise UnreadableError(reason, line)


def _declared(path: str, data: bytes) -> Source:
    found = re.search(_DECLARED, data[:_HEAD])
    name = found[1].decode("ascii").lower() if found else "gb18030"
    # Any bytes fit an encoding of one byte a letter, so it is declared for many Chinese pages.
    encoding = "gb18030" if name in _GB or name.startswith(_ONE_BYTE) else name
    for candidate in dict.fromkeys((encoding, "gb18030")):
        try:
            text = data.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
        told: Told = "declared" if found and candidate == encoding else "fits"
        return _source(path, text, codecs.lookup(candidate).name, told)
    # Stray bytes: read what can be read, unless hardly anything can.
    best = "utf-8" if encoding in ("utf-8", "utf8") else "gb18030"
    return _checked(path, data, best, "stray")


def _checked(path: str, data: bytes, encoding: str, told: Told) -> Source:
    text = data.decode(encoding, errors="replace")
    replaced = text.count("\ufffd")
    if replaced > _TOLERATED * len(text) or "\0" in text:
        raise UnreadableError(_BINARY if "\0" in text else _UNDECODABLE)
    return _source(path, text, encoding, told, replaced)


_UNDECODABLE = Text(
    "无法确定文件的编码（不是 UTF-8，也不是 GB 18030）",
    "the encoding cannot be told (neither UTF-8 nor GB 18030)",
)


def _source(path: str, text: str, encoding: str, told: Told, replaced: int = 0) -> Source:
    return Source(path, text, text.encode(errors="replace"), encoding, replaced, told)
