"""Documents are read in the encoding they are written in, or refused with a reason."""

import codecs

import pytest

from nianbao.protocols import Source, UnreadableError
from nianbao.readers.decoding import decode
from tests.invented import check, document, found

_WORDS = "一、总体情况\n青禾县云溪镇朱镕先生，2024年。\n" * 3


def _decoded(data: bytes) -> Source:
    return decode("x.html", data)


def _reason(data: bytes) -> tuple[str, str]:
    with pytest.raises(UnreadableError) as caught:
        _decoded(data)
    return caught.value.problem.reason


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks(mark: bytes, codec: str) -> None:
    source = _decoded(mark + _WORDS.encode(codec))
    assert (source.text, source.encoding, source.replaced) == (_WORDS, codec, 0)
    assert source.told == "mark"
    assert source.data == _WORDS.encode()


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(codec: str) -> None:
    page = document()
    source = _decoded(page.encode(codec))
    assert (source.text, source.encoding) == (page, codec)
    assert found(check(page.encode(codec))) == []


@pytest.mark.parametrize("name", ["gb2312", "GB2312", "gbk", "x-gbk", "cp936", "GB18030"])
def test_pages_that_declare_a_chinese_encoding(name: str) -> None:
    page = document({"/requests/received/other": "镕"}).replace("utf-8", name)
    checked = check(page.encode("gb18030"))
    assert checked.encoding == "gb18030"
    assert found(checked) == [("VAL004", "/requests/received/other")]
    assert "镕" in checked.findings[0].message.zh


@pytest.mark.parametrize("name", ["gb2312", "gbk", "GB_2312-80", "x-gbk"])
def test_subsets_are_read_by_the_whole_encoding(name: str) -> None:
    source = _decoded(f"<meta charset={name}>政府信息公开".encode("gb18030"))
    assert (source.encoding, source.text[-6:]) == ("gb18030", "政府信息公开")


def test_nothing_behind_a_rare_character_is_lost() -> None:
    """A parser that is given such bytes as gb2312 drops all that follows."""
    page = document().replace("utf-8", "gb2312").replace("<h1>", "<h1>镕")
    assert found(check(page.encode("gb18030"))) == []


def test_utf_8_is_tried_before_what_a_page_declares() -> None:
    page = document().replace('charset="utf-8"', 'charset="gb2312"')
    assert (check(page.encode()).encoding, found(check(page.encode()))) == ("utf-8", [])


def test_gb_18030_where_nothing_is_declared() -> None:
    source = _decoded(_WORDS.encode("gb18030"))
    assert (source.text, source.encoding, source.replaced) == (_WORDS, "gb18030", 0)


def test_another_declared_encoding() -> None:
    words = "<meta charset=big5><p>政府資訊公開"
    source = _decoded(words.encode("big5"))
    assert (source.text, source.encoding) == (words, "big5")


def test_declarations_in_xml_and_in_quotes() -> None:
    for declared in (b'<?xml version="1.0" encoding="big5"?>', b"<meta charset = 'big5' >"):
        source = _decoded(declared + "資訊".encode("big5"))
        assert source.encoding == "big5"
        assert source.text.endswith("資訊")


@pytest.mark.parametrize("name", ["martian-7", "hex", "utf-8", "gb2312"])
def test_a_declaration_that_does_not_fit_is_passed_over(name: str) -> None:
    words = f"<meta charset={name}>{_WORDS}"
    source = _decoded(words.encode("gb18030"))
    assert (source.text, source.encoding) == (words, "gb18030")


@pytest.mark.parametrize(("declared", "codec"), [("utf-8", "utf-8"), ("gb2312", "gb18030")])
def test_stray_bytes_are_replaced_and_counted(declared: str, codec: str) -> None:
    page = document({"/requests/received/other": "□"}).replace('"utf-8"', f'"{declared}"')
    raw = page.encode(codec).replace("□".encode(codec), b"7\xff\xff")
    source = _decoded(raw)
    assert source.encoding == codec
    assert source.replaced == source.text.count("\ufffd") > 0
    assert found(check(raw)) == [("VAL004", "/requests/received/other")]


def test_data_is_sound_utf_8_for_a_parser() -> None:
    raw = document().replace('"utf-8"', '"gb2312"').encode("gb18030") + b"\xff"
    source = _decoded(raw)
    assert source.data.decode() == source.text


def test_too_many_stray_bytes() -> None:
    raw = b'<meta charset="utf-8">' + b"\xff\xfe\xfd" * 100
    assert _reason(raw) == (
        "无法确定文件的编码（不是 UTF-8，也不是 GB 18030）",
        "the encoding cannot be told (neither UTF-8 nor GB 18030)",
    )


def test_a_mark_with_bytes_that_are_not_of_its_encoding() -> None:
    assert "编码" in _reason(codecs.BOM_UTF8 + b"\xff\xfe\xfd" * 10)[0]


@pytest.mark.parametrize("data", [b"", b"  \r\n\t"])
def test_empty(data: bytes) -> None:
    assert _reason(data) == ("文件是空的", "the file is empty")


@pytest.mark.parametrize(
    "start",
    [b"%PDF-1.7", b"PK\x03\x04", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"\x1f\x8b\x08"],
)
def test_binary_files(start: bytes) -> None:
    assert _reason(start + b"\x01\x02" * 50)[0] == "这是二进制文件，不是文本"


def test_nul_characters() -> None:
    raw = "一、总体情况\n二、\0主动公开".encode()
    with pytest.raises(UnreadableError) as caught:
        _decoded(raw)
    problem = caught.value.problem
    assert (problem.line, problem.reason.zh) == (2, "文件中有空字符（NUL），不是完好的文本")


def test_nul_characters_behind_a_mark() -> None:
    assert "二进制" in _reason(codecs.BOM_UTF8 + b"a\0b")[0]
    assert "二进制" in _reason(codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"))[0]


def test_binary_data_that_looks_like_utf_16() -> None:
    assert _reason(bytes(range(1, 256)) + b"\0" * 300)[0] == "这是二进制文件，不是文本"


def test_an_unreadable_document_keeps_its_reason() -> None:
    checked = check("信息公开\0".encode())
    assert checked.status == "unreadable"
    assert checked.problem is not None
    assert checked.problem.line == 1
