"""Does XML hold any text, on one line, and say the same when it is read?"""

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from nianbao.formatters.characters import harmless
from nianbao.formatters.xml import HEAD, element, quoted


@given(text=st.text())
@example(text="\x00\x1b\ufffe\ud800\u2028\n]]>&lt;\"'")
def test_any_text_is_read_back_as_it_is_shown(text: str) -> None:
    written = HEAD + element("a", element("b", quoted(text)), name=text, left_out=None)
    tree = etree.fromstring(written.encode())
    assert tree.items() == [("name", harmless(text))]
    assert (tree[0].text or "") == harmless(text)
    assert len(written.splitlines()) == 3


def test_an_element_without_content_is_closed_at_once() -> None:
    assert element("a", number=1) == '<a number="1"/>\n'
