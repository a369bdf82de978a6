"""A file that cannot be read may be a report if its words or keys say so."""

import json

import pytest

from nianbao.readers.suspicion import may_be_report

_MEBIBYTE = 1024 * 1024


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "gb18030", "gb2312", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_words_in_any_encoding(codec: str) -> None:
    assert may_be_report("云溪镇政府信息公开年报".encode(codec))
    assert not may_be_report("云溪镇政府年报".encode(codec))


@pytest.mark.parametrize("codec", ["utf-8", "big5", "gb18030", "utf-16-le"])
def test_words_in_traditional_characters(codec: str) -> None:
    assert may_be_report("政府信息公開".encode(codec))


def test_words_as_escapes() -> None:
    escaped = json.dumps({"title": "政府信息公开"})
    assert may_be_report(escaped.encode())
    assert may_be_report(rb"\u4FE1\u606F\u516C\u5F00")
    assert not may_be_report(rb"\u4FE1\u606F")


@pytest.mark.parametrize("start", ['{"edition": 1, "requests":', '{"requests" : [\n"edition"\n:'])
def test_keys(start: str) -> None:
    assert may_be_report(start.encode())


@pytest.mark.parametrize("start", ['{"edition": 1}', '{"requests": 1}', "edition: requests:", ""])
def test_keys_that_are_not_enough(start: str) -> None:
    assert not may_be_report(start.encode())


def test_the_first_mebibyte_alone_counts() -> None:
    words = "信息公开".encode()
    assert may_be_report(b"x" * (_MEBIBYTE - len(words)) + words)
    assert not may_be_report(b"x" * (_MEBIBYTE - len(words) + 1) + words)


def test_binary_data() -> None:
    assert not may_be_report(bytes(range(256)) * 100)
    assert may_be_report(b"PK\x03\x04" + "信息公开".encode("gb18030"))
