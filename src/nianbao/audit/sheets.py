"""Which rows stand in a file that a spreadsheet or an editor wrote?"""

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from nianbao.errors import UserError, guess
from nianbao.model.record import Record
from nianbao.model.text import Text

_ENCODINGS = ("utf-8-sig", "gb18030")


class SheetError(UserError):
    """A roster or a manifest that cannot be used."""


class Row(Record):
    """One row: the line it stands on, and its words by key; empty ones are left out."""

    line: int
    words: Mapping[str, str]


def rows_of(path: str, heads: Mapping[str, str]) -> list[Row]:
    """Return the rows of a CSV, XLSX or YAML file.

    Args:
        path: the file; its ending tells which of them it is.
        heads: the key of each head that a column may have, in Chinese or English.

    Raises:
        SheetError: it cannot be read, or has a column that is not known.
    """
    read = _READERS.get(os.path.splitext(path)[1].lower())
    if read is None:
        raise SheetError(_ENDING, path)
    try:
        return list(read(path, heads))
    except OSError:
        raise SheetError(Text("读不了这个文件", "this file cannot be read"), path) from None


_ENDING = Text(
    "只能用 .csv、.xlsx、.yaml 文件", "a file that ends in .csv, .xlsx or .yaml is needed"
)


def _csv(path: str, heads: Mapping[str, str]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        keys = _keys(next(reader, []), heads, path)
        for cells in reader:
            yield from _row(reader.line_num, keys, cells)
    except csv.Error:
        reason = Text("这一行的引号不成对", "the quotes of this line do not pair")
        raise SheetError(reason, path, reader.line_num) from None


def _text(path: str) -> str:
    with open(path, "rb") as file:
        data = file.read()
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetError(Text("既不是 UTF-8 也不是 GBK", "this is neither UTF-8 nor GBK"), path)


def _xlsx(path: str, heads: Mapping[str, str]) -> Iterator[Row]:
    try:
        import openpyxl  # noqa: PLC0415  # an extra, slow to import
    except ImportError:
        raise SheetError(_NO_OPENPYXL, path) from None
    from zipfile import BadZipFile  # noqa: PLC0415  # as above

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError):
        raise SheetError(Text("不是 XLSX 文件", "this is no XLSX file"), path) from None
    lines = book.worksheets[0].iter_rows(values_only=True)
    keys = _keys([_word(cell) for cell in next(lines, ())], heads, path)
    for number, cells in enumerate(lines, 2):
        yield from _row(number, keys, [_word(cell) for cell in cells])
    book.close()


_NO_OPENPYXL = Text(
    "读 XLSX 要先安装：pip install 'nianbao[audit]'；或另存为 CSV",
    "reading XLSX takes: pip install 'nianbao[audit]'; or save it as CSV",
)


def _yaml(path: str, heads: Mapping[str, str]) -> Iterator[Row]:
    import yaml  # noqa: PLC0415  # 20 ms, for such rosters alone

    try:
        root = yaml.compose(_text(path), yaml.CSafeLoader)
        entries = yaml.load(_text(path), yaml.CSafeLoader)  # it is the safe loader
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        reason = Text("不是 YAML", "this is no YAML")
        raise SheetError(reason, path, None if line is None else line + 1) from None
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise SheetError(_NO_LIST, path)
    for node, entry in zip(root.value if root else (), entries, strict=True):
        line = node.start_mark.line + 1
        keys = _keys(entry, heads, path, line)
        yield from _row(line, keys, [_word(value) for value in entry.values()])


_NO_LIST = Text("应是一列机关，每个是键和值", "this must be a list of organs, each keys and values")
_READERS = {".csv": _csv, ".xlsx": _xlsx, ".yaml": _yaml, ".yml": _yaml}


def _keys(found: Iterable[Any], heads: Mapping[str, str], path: str, line: int = 1) -> list[str]:
    keys = []
    for head in found:
        word = str(head).strip().lower()
        if word and word not in heads:
            near = guess(word, heads)
            reason = Text(f"不认识“{head}”这一列{near.zh}", f'there is no column "{head}"{near.en}')
            raise SheetError(reason, path, line)
        keys.append(heads.get(word, ""))
    return keys


def _row(line: int, keys: Sequence[str], cells: Sequence[str]) -> Iterator[Row]:
    """Yield a row unless it is empty."""
    pairs = zip(keys, cells, strict=False)
    words = {key: word.strip() for key, word in pairs if key and word.strip()}
    if words:
        yield Row(line, words)


def _word(value: Any) -> str:
    """Return a cell as a clerk would type it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "；".join(map(str, value))
    # A code that a spreadsheet took for a number.
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
