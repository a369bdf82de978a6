"""Texts as converters leave them: marks of Markdown, drawn lines, tags of tables, cells by TABs."""

import re
from collections.abc import Callable

import pytest

from nianbao.readers.pipes import shown
from tests.invented import check, document, excerpt, found, read

_EDITIONS = ("2019", "2021")
_CELL = "/requests/received/other"
_ROWS = re.compile(r"^\|.*\|$", re.MULTILINE)
_DASHES = re.compile(r"^\|(?:-+\|)+\n", re.MULTILINE)


def _by_cells(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return a change of the cells of all rows of a Markdown text."""

    def changed(text: str) -> str:
        def row(line: re.Match[str]) -> str:
            cells = line[0][1:-1].split("|")
            return line[0] if set(line[0]) <= set("|-") else f"|{'|'.join(map(change, cells))}|"

        return _ROWS.sub(row, text)

    return changed


def _by(sign: str) -> Callable[[str], str]:
    """Return a change of a Markdown text into one with another sign between cells."""

    def changed(text: str) -> str:
        return _ROWS.sub(
            lambda row: row[0][1:-1].replace("|", sign).replace("<br>", ""), _DASHES.sub("", text)
        )

    return changed


def _boxed(text: str) -> str:
    rows = _ROWS.sub(lambda row: f"├──┼──┤\n{row[0].replace('|', '│')}", _DASHES.sub("", text))
    return rows.replace("<br>", "")


def _quoted(text: str) -> str:
    """Return a text as a spreadsheet copies it: cells with line ends in them stand in quotes."""

    def row(line: re.Match[str]) -> str:
        cells = line[0][1:-1].split("|")
        broken = [cell.replace("<br>", "\n") for cell in cells]
        return "\t".join(f'"{cell}"' if "\n" in cell else cell for cell in broken)

    return _ROWS.sub(row, _DASHES.sub("", text))


def _apart(text: str, cell: str = "\n\t{}\n") -> str:
    """Return a text with each cell that holds anything on a line apart."""
    rows = _DASHES.sub("", text).replace("<br>", "")
    return _ROWS.sub(
        lambda row: "\n".join(cell.format(each) for each in row[0][1:-1].split("|") if each), rows
    )


def _with_page_break(text: str) -> str:
    """Return a text whose tables go on behind the number of a page."""
    return re.sub(r"^(\|（七）总计|\|\|（七）总计)", r"\n- 4 -\n\n\1", text, flags=re.MULTILINE)


_STYLES: dict[str, Callable[[str], str]] = {
    "bold": _by_cells(lambda cell: f" **{cell}** " if cell else cell),
    "bold-underscores": _by_cells(lambda cell: f"__{cell}__" if cell else cell),
    "italic": _by_cells(lambda cell: f"*{cell}*" if cell else cell),
    "code": _by_cells(lambda cell: f" `{cell}` " if cell else cell),
    "escaped-strokes": lambda text: _ROWS.sub(lambda row: row[0].replace("|", r"\|"), text),
    "quotation": lambda text: re.sub("^", "> ", text, flags=re.MULTILINE),
    "apart": _apart,
    "stroked-cells": lambda text: _apart(text, "|{}|"),
    "escaped": _by_cells(lambda cell: re.sub(r"^(\d)\.(?=\D)", r"\1\\.", cell)),
    "nan": _by_cells(lambda cell: cell or " NaN "),
    "none": _by_cells(lambda cell: cell or "None"),
    "entities": _by_cells(lambda cell: cell or " &nbsp; "),
    "box": _boxed,
    "crosses": lambda text: _ROWS.sub(lambda row: f"+---+---+\n{row[0]}", _DASHES.sub("", text)),
    "tabs": _by("\t"),
    "commas": _by(","),
    "semicolons": _by("；"),
    "quoted": lambda text: _by('","')(_ROWS.sub(lambda row: f'|"{row[0][1:-1]}"|', text)),
    "quoted-tabs": _quoted,
    "formulas": _by_cells(lambda cell: f" ${cell}$ " if cell.isdigit() else cell),
    "notes": _by_cells(lambda cell: f"{cell}[^1]<sup>2</sup>" if cell.isdigit() else cell),
    "struck": _by_cells(lambda cell: f"{cell}~~12~~" if cell.isdigit() else cell),
    "links": _by_cells(lambda cell: f"[{cell}](https://x.example/1)" if cell.isdigit() else cell),
    "tags": _by_cells(lambda cell: f'<p align="center"><span>{cell}</span></p>' if cell else cell),
    "paragraphs": lambda text: re.sub(r"^([^|\n]+)$", r"<p>\1</p>", text, flags=re.MULTILINE),
    "breaks": lambda text: re.sub(r"。\n\n(?!\|)", "。<br>", text),
    "comments": lambda text: text.replace("\n\n", "\n<!-- 1 -->\n"),
    "signs": lambda text: text.replace("“", "&ldquo;").replace("”", "&rdquo;"),
    "page-break": _with_page_break,
    "page-feeds": lambda text: text.replace("\n## ", "\n\f## "),
}


@pytest.mark.parametrize("edition", _EDITIONS)
@pytest.mark.parametrize("style", _STYLES)
def test_what_a_converter_left_is_no_word(style: str, edition: str) -> None:
    text = document(style="markdown", edition=edition)
    changed = _STYLES[style](text)
    assert changed != text
    assert read(changed, ".md").content.keys() == read(text, ".md").content.keys()
    assert found(check(changed, ".md")) == []


@pytest.mark.parametrize("style", [style for style in _STYLES if style != "commas"])
def test_places_stay(style: str) -> None:
    changed = _STYLES[style](document({_CELL: "无法统计"}, style="markdown"))
    (finding,) = (each for each in check(changed, ".md").findings if each.place.pointer == _CELL)
    assert finding.place.span
    assert excerpt(changed, finding.place.span) == "无法统计"


def test_masked_words_of_a_sentence_stay() -> None:
    text = _markdown().replace("改进情况：", "改进情况由张**、李**负责：")
    assert "张**、李**" in read(text, ".md").sections["problems"].text


def test_bold_figures_of_a_sentence_are_read() -> None:
    text = _markdown().replace("2024年12月31日", "**2023年12月31日**")
    assert found(check(text, ".md")) == [("DAT002", "/period")]


def _tagged(text: str) -> str:
    def row(line: re.Match[str]) -> str:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in line[0][1:-1].split("|")) + "</tr>"

    def table(rows: re.Match[str]) -> str:
        return f"<html><body><table>{_ROWS.sub(row, rows[0])}</table></body></html>\n"

    return re.sub(r"(?:^\|.*\|\n)+", table, _DASHES.sub("", text), flags=re.MULTILINE)


@pytest.mark.parametrize("edition", _EDITIONS)
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_tables_of_a_page_in_a_text(suffix: str, edition: str) -> None:
    text = document({_CELL: "无法统计"}, style="markdown", edition=edition)
    tagged = _tagged(text)
    assert read(tagged, suffix).content == read(text, ".md").content
    assert read(tagged, suffix).sections == read(text, ".md").sections
    assert found(check(tagged, suffix)) == found(check(text, ".md"))
    (finding,) = (each for each in check(tagged, suffix).findings if each.place.pointer == _CELL)
    assert finding.place.span
    assert excerpt(tagged, finding.place.span) == "无法统计"


@pytest.mark.parametrize("chosen", [(0,), (1,), (0, 2)])
def test_tables_of_a_page_beside_those_of_strokes(chosen: tuple[int, ...]) -> None:
    text = document({_CELL: "无法统计"}, style="markdown")
    tables = re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    mixed = text
    for number in chosen:
        mixed = mixed.replace(tables[number], _tagged(tables[number]))
    assert read(mixed, ".md").content == read(text, ".md").content
    assert found(check(mixed, ".md")) == found(check(text, ".md"))
    (finding,) = (each for each in check(mixed, ".md").findings if each.place.pointer == _CELL)
    assert finding.place.span
    assert excerpt(mixed, finding.place.span) == "无法统计"


def test_a_page_named_as_a_text() -> None:
    page = document()
    assert read(page, ".txt").content == read(page).content
    assert found(check(page, ".txt")) == []


def _without_gaps(text: str) -> str:
    """Return a crawled text without the blank lines between its rows."""
    return re.sub(r"\n\n(?=\t)", "\n", text).replace("\n\n\n", "\n\n")


def test_a_lost_cell_is_not_made_up() -> None:
    crawled = document(style="text")
    cells = re.sub(r"^\t(.*)$", r"\1|", _without_gaps(crawled), flags=re.MULTILINE)
    cells = re.sub(r"^\s*\|\n", "", cells, flags=re.MULTILINE)
    whole = read(cells, ".txt")
    assert not whole.tables["disclosure"].unread
    lost = re.sub(r"(行政事业性收费\|\n)\s*0\s*\|\n", r"\1", cells)
    assert lost != cells
    assert "/disclosure/fees" in read(lost, ".txt").tables["disclosure"].unread


def test_one_tab_inside_a_cell_parts_no_rows() -> None:
    text = document(style="text")
    assert (
        read(text.replace("\t规章\n", "\t规\t章\n"), ".txt").content == read(text, ".txt").content
    )


@pytest.mark.parametrize(
    "spaced",
    ["（ 二 ） 部 分 公 开 （ 区 分 处 理 的 ， 只 计 这 一 情 形 ， 不 计 其 他 情 形 ）"],
)
def test_a_bracket_behind_a_space_is_no_figure(spaced: str) -> None:
    label = re.sub(r"\s", "", spaced)
    rows = _ROWS.sub(
        lambda row: "  ".join(filter(None, row[0].split("|"))), _DASHES.sub("", _markdown())
    ).replace("<br>", "")
    assert rows.count(label) == 1
    assert found(check(rows.replace(label, spaced), ".txt")) == found(check(rows, ".txt")) == []


def _markdown() -> str:
    return document(style="markdown")


def test_a_text_of_one_line_is_broken_though_it_is_short() -> None:
    text = " ".join(re.sub(r"[|#]", " ", _ROWS.sub(_labels, _DASHES.sub("", _markdown()))).split())
    assert "overview" in read(text, ".txt").sections


def _labels(row: re.Match[str]) -> str:
    return re.sub(r"\d+(?=\|)", "", row[0])


@pytest.mark.parametrize("tail", ["（120）返回顶部", "-", "|x", " "])
def test_many_dashes_are_read_in_one_pass(tail: str) -> None:
    # Each way to part the dashes tried would take longer than any test may.
    line = "|" + "—" * 5000 + tail
    assert shown(line).strip() == (
        line[1:].strip().replace("|", " ") if tail in ("（120）返回顶部", "|x") else ""
    )


@pytest.mark.parametrize(
    "page", ["- 4 -", "·4·", "第 4 页", "第4页 共12页", "P4", "Page 4 - 年报\nP. 4"]
)
@pytest.mark.parametrize(("parting", "end"), [(" | ", " |\n"), (" ", "\n"), ("\n", "\n")])
def test_the_number_of_a_page_is_no_row(page: str, parting: str, end: str) -> None:
    def row(line: re.Match[str]) -> str:
        cells = [cell for cell in line[1].replace("<br>", "").split("|") if cell.strip("-")]
        return parting.join(cells) + end if cells else ""

    text = re.sub(r"(?m)^\|(.*)\|\n", row, document(style="markdown"))
    text = text.replace("（四）无法提供", f"{page}\n（四）无法提供")
    assert read(text, ".txt").content == read(document()).content
    assert found(check(text, ".txt")) == []


def _aligned(rows: re.Match[str]) -> str:
    """Return rows with spaces between cells, and dashes above and below their columns."""
    cells = [line.strip("|").split("|") for line in rows[0].replace("<br>", "").splitlines()]
    dashes = "  ".join("-" * 6 for _ in cells[0])
    body = ["   ".join(filter(None, row)) for row in cells if set("".join(row)) - set("-")]
    return "\n".join((dashes, body[0], dashes, *body[1:], dashes)) + "\n"


def _listed(rows: re.Match[str]) -> str:
    """Return the cells of rows, each a point of a list."""
    cells = rows[0].replace("<br>", "").replace("\n", "|").split("|")
    return "".join(f"- {cell}\n" for cell in cells if cell.strip("-"))


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("written", [_aligned, _listed])
def test_rules_of_dashes_and_points_of_lists_are_no_cells(
    written: Callable[[re.Match[str]], str], edition: str
) -> None:
    text = re.sub(r"(?m)(?:^\|.*\|\n)+", written, document(style="markdown", edition=edition))
    assert read(text, ".txt").content == read(document(edition=edition)).content
    assert found(check(text, ".txt")) == []
