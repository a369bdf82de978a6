"""What a form prints at each place, and when a text is that label."""

import pytest

from nianbao.editions import editions
from nianbao.model.pointers import block_pointer
from nianbao.model.printed import first_rows, printed

_ALL = [(edition, key) for edition in editions() for key in editions()[edition].forms]


@pytest.mark.parametrize(("edition", "key"), _ALL)
def test_every_row_column_and_block_has_a_label(edition: str, key: str) -> None:
    form = editions()[edition].forms[key]
    labels = printed(form)
    assert {row.pointer for row in form.rows} <= labels.keys()
    titles = {label.title for label in labels.values() if label.is_column}
    assert titles == {column.title for row in form.rows for column in row.columns}
    assert {block_pointer(row) for row in first_rows(form).values()} <= labels.keys()
    assert all(label.is_met(label.title) for label in labels.values())


@pytest.mark.parametrize(
    ("table", "pointer", "title"),
    [
        ("disclosure", "/disclosure/blocks/regulations", "第二十条第（一）项"),
        ("disclosure", "/disclosure/blocks/penalties", "第二十条第（六）项"),
        ("disclosure", "/disclosure/columns/licences/decisions", "本年处理决定数量"),
        ("requests", "/requests/columns/total", "总计"),
        ("requests", "/requests/results/refused", "（三）不予公开"),
        ("review_litigation", "/review_litigation/review/pending", "尚未审结"),
    ],
)
def test_places(table: str, pointer: str, title: str) -> None:
    assert printed(editions()["2021"].forms[table])[pointer].title == title


def test_only_the_first_row_names_a_block() -> None:
    labels = printed(editions()["2021"].forms["disclosure"])
    assert "/disclosure/blocks/coercion" not in labels
    assert sum("/blocks/" in pointer for pointer in labels) == 4


@pytest.mark.parametrize(
    ("text", "met", "meant"),
    [
        ("行政许可", True, True),
        ("行政 许可", True, True),
        ("行政许可（填办件量）", True, True),
        ("行政许可(填办件量)", True, True),
        ("行政许课", False, True),
        ("行政许课（填办件量）", False, True),
        ("许可", False, False),
        ("", False, False),
    ],
)
def test_a_text_and_a_label(text: str, *, met: bool, meant: bool) -> None:
    label = printed(editions()["2021"].forms["disclosure"])["/disclosure/licences"]
    assert (label.is_met(text), label.is_meant(text)) == (met, meant)
