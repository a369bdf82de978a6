"""Words are quoted whole, without halves of pairs and without what joins them to others."""

import pytest

from nianbao.prose.quoting import clipped, quoted


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("“三公”经费信息6条", "“三公”经费信息6条"),
        (" “收到申请3件”　", "收到申请3件"),
        ("“收到申请3件", "收到申请3件"),
        ("“收到”“办结”", "“收到”“办结”"),
        ("其中，予以公开3件", "予以公开3件"),
        ("", ""),
    ],
)
def test_quoted(words: str, quote: str) -> None:
    assert quoted(words) == quote


def test_a_long_list_is_quoted_by_its_beginning() -> None:
    assert clipped("甲" * 80) == "甲" * 80
    assert clipped("甲" * 81) == f"{'甲' * 80}…"
