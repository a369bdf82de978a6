"""What does a page say whose tags must be read as a browser reads them?

Such a page is parsed, and one stylesheet makes its tree a text with marks.
"""

import re
from functools import cache

from lxml import etree

from nianbao.model.text import Text
from nianbao.protocols import Source, UnreadableError
from nianbao.readers.markup import BLOCKS, HIDDEN, LINES, LONGEST_NOTE, NO_TEXT_FIELDS
from nianbao.readers.stream import FIELD, MARKS, PICTURE, STRAY, Flat

_BLOCKS = "|".join((*LINES, *BLOCKS))
_NOTES = "|".join(
    f"{name}[not(*) and string-length() &lt;= {LONGEST_NOTE}]"
    for name in ("sup", "rt", "rp", "del", "strike")
)
_NO_TEXT = "".join(
    f"[not(translate(@type, '{name.upper()}', '{name}')='{name}')]" for name in NO_TEXT_FIELDS
)
# A cell of data has others beside it; what lays out a page has tables in it.
_BESIDE = "[not(.//table)][preceding-sibling::* or following-sibling::*]"
_FIELDS = "|".join(
    f"{cell}{_BESIDE}//{field}"
    for cell in ("td", "th")
    for field in (f"input{_NO_TEXT}", "textarea", "select")
)
_PICTURES = "img|svg|canvas|embed|object|iframe"
# What stands in the head of a page, between marks of its own.
_HEAD_END = "\ufdd7"
_HEAD = re.compile("\ufdd6(\\w+)=([^\ufdd7]*)\ufdd7")
_NONCHARACTERS = f"[{MARKS}]|&#(?:0*649(?:7[6-9]|8[0-5])(?!\\d)|x0*fdd[0-9](?![0-9a-f]));?"
# The mode "in" is that of what stands in a table and in no cell of it; "pre" that of text of which
# the line ends are shown.
_FLATTEN = f"""
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text" encoding="UTF-8"/>
<xsl:template match="{HIDDEN}"/>
<xsl:template match="title[not(preceding::title)]">&#xFDD6;title=<xsl:value-of
 select="."/>&#xFDD7;</xsl:template>
<xsl:template match="meta[@name='ArticleTitle' or @name='PubDate']">&#xFDD6;<xsl:value-of
 select="@name"/>=<xsl:value-of select="@content"/>&#xFDD7;</xsl:template>
<xsl:template match="{_NOTES}"/>
<xsl:template match="{_PICTURES}">&#xFDD5;</xsl:template>
<xsl:template match="{_FIELDS}">&#xFDD8;&#xFDD9;</xsl:template>
<xsl:template match="pre">&#xFDD4;<xsl:apply-templates mode="pre"/>&#xFDD4;</xsl:template>
<xsl:template match="text()" mode="pre"><xsl:value-of
 select="translate(., '&#10;', '&#xFDD4;')"/></xsl:template>
<xsl:template match="{HIDDEN}" mode="pre"/>
<xsl:template match="{_NOTES}" mode="pre"/>
<xsl:template match="{_PICTURES}" mode="pre">&#xFDD5;</xsl:template>
<xsl:template match="{_BLOCKS}" mode="pre">&#xFDD4;<xsl:apply-templates
 mode="pre"/>&#xFDD4;</xsl:template>
<xsl:template match="table|caption|tbody|thead|tfoot|col|colgroup|tr|td|th"
 mode="pre"><xsl:apply-templates select="."/></xsl:template>
<xsl:template match="{_BLOCKS}">&#xFDD4;<xsl:apply-templates/>&#xFDD4;</xsl:template>
<xsl:template match="table">&#xFDD0;<xsl:apply-templates mode="in"/>&#xFDD1;</xsl:template>
<xsl:template match="tr">&#xFDD8;&#xFDD2;<xsl:apply-templates mode="in"/></xsl:template>
<xsl:template match="td|th">&#xFDD8;&#xFDD3;<xsl:apply-templates/></xsl:template>
<xsl:template match="tbody|thead|tfoot|col|colgroup">&#xFDD8;<xsl:apply-templates/></xsl:template>
<xsl:template match="caption">&#xFDD8;&#xFDD4;<xsl:apply-templates/>&#xFDD4;</xsl:template>
<xsl:template match="{HIDDEN}" mode="in"/>
<xsl:template match="{_NOTES}" mode="in"/>
<xsl:template match="{_PICTURES}" mode="in">&#xFDD5;</xsl:template>
<xsl:template match="{_BLOCKS}" mode="in">&#xFDD4;<xsl:apply-templates
 mode="in"/>&#xFDD4;</xsl:template>
<xsl:template match="caption" mode="in">&#xFDD8;&#xFDD4;<xsl:apply-templates
 />&#xFDD4;</xsl:template>
<xsl:template match="table/caption[not(preceding-sibling::*)]"
 mode="in">&#xFDD4;<xsl:apply-templates/>&#xFDD4;</xsl:template>
<xsl:template match="table" mode="in">&#xFDD8;&#xFDD0;<xsl:apply-templates
 mode="in"/>&#xFDD1;</xsl:template>
<xsl:template match="tr" mode="in">&#xFDD2;<xsl:apply-templates mode="in"/></xsl:template>
<xsl:template match="td|th" mode="in">&#xFDD8;&#xFDD3;<xsl:apply-templates/></xsl:template>
<xsl:template match="tr/td|tr/th" mode="in">&#xFDD3;<xsl:apply-templates/></xsl:template>
<xsl:template match="text()" mode="in"><xsl:if test="normalize-space()">&#xFDD8;<xsl:value-of
 select="."/></xsl:if></xsl:template>
</xsl:stylesheet>
"""


# What is added where elements that no browser shows are left out.
_NONE = "*[@hidden or contains(translate(@style, ' ', ''), 'display:none')]"
_SHOWN = f"""
<xsl:template match="{_NONE}" priority="9"/>
<xsl:template match="{_NONE}" mode="in" priority="9"/>
<xsl:template match="{_NONE}" mode="pre" priority="9"/>
</xsl:stylesheet>
"""
# What is added where words of a line are styled as cells.
_STYLED = "|".join(
    f"{name}[contains(translate(@style, ' ', ''), 'display:table-cell')]"
    for name in ("span", "label", "strong", "b", "a")
)
_CELLED = f"""
<xsl:template match="{_STYLED}" priority="8">&#xFDD4;<xsl:apply-templates/>&#xFDD4;</xsl:template>
</xsl:stylesheet>
"""


def flat_of(source: Source, *, hidden: bool = True) -> Flat:
    """Return the text of a page with marks.

    Args:
        source: the page.
        hidden: whether elements that a browser does not show are read.

    Raises:
        UnreadableError: the parser gave up on it.
    """
    marked, text = _marked(source, hidden=hidden)
    stop = marked.rfind(_HEAD_END) + 1
    head = {name: words.strip() for name, words in _HEAD.findall(marked, 0, stop)}
    body = _HEAD.sub("", marked[:stop]) + marked[stop:]
    title = head.get("ArticleTitle") or head.get("title", "")
    return Flat(body, text, title, head.get("PubDate", ""))


def _marked(source: Source, *, hidden: bool) -> tuple[str, str]:
    """Return a page as text with marks, and its source as far as it was shown otherwise."""
    if len(source.text) > _LARGE and _is_overloaded(source.text):
        raise UnreadableError(_OVERLOADED)
    data = _clean(source)
    flatten = _flattener(hidden=hidden, celled="table-cell" in source.text)
    marked = _flattened(data, flatten)
    if STRAY not in marked:
        return marked, source.text
    text = source.text
    if FIELD in marked:
        from nianbao.readers.fields import with_fields  # noqa: PLC0415  # for such pages alone

        text = with_fields(text)
        data = _clean(source._replace(text=text, data=text.encode()))
        # What a field shows that is left cannot be read, like a picture.
        marked = _flattened(data, flatten).replace(FIELD, PICTURE)
    if STRAY not in marked:
        return marked, text
    from nianbao.readers.mending import mended, moved  # noqa: PLC0415  # for malformed tables alone

    marked = _flattened(mended(data.decode()).encode(), flatten).replace(FIELD, PICTURE)
    return moved(marked), text


def _flattened(data: bytes, flatten: etree.XSLT) -> str:
    parser = _parser()
    try:
        root = etree.fromstring(data, parser)
        if root is None:
            raise UnreadableError(_NOTHING)
        _refuse_lost(parser)
        return str(flatten(root))
    except etree.XSLTApplyError:
        raise UnreadableError(_TOO_DEEP) from None
    except etree.XMLSyntaxError:
        raise UnreadableError(_NOTHING) from None


def _is_overloaded(text: str) -> bool:
    """Tell whether a tag has so many attributes that the parser takes minutes over them."""
    # A tag that long fills a whole stretch of half its length, which ends no tag.
    stretch = _LONG_TAG // 2
    starts = range(0, len(text), stretch)
    if all(text.find(">", start, start + stretch) >= 0 for start in starts[:-1]):
        return False
    tags = re.finditer(rf"<[a-zA-Z][^<>]{{{_LONG_TAG},}}", text)
    return any(tag[0].count("=") > _MOST_ATTRIBUTES for tag in tags)


def _clean(source: Source) -> bytes:
    """Return the bytes of a page without the noncharacters that the stream uses as marks."""
    if "&#" in source.text or any(mark in source.text for mark in MARKS):
        return re.sub(_NONCHARACTERS, "\ufffd", source.text, flags=re.IGNORECASE).encode()
    return source.data


def _refuse_lost(parser: etree.HTMLParser) -> None:
    """Refuse a page of which the parser lost a part without saying so in its tree."""
    for entry in parser.error_log.filter_from_fatals():
        if entry.type_name in _LOSSES:
            raise UnreadableError(_TOO_DEEP, entry.line)


_NOTHING = Text("没有可读的网页内容", "there is no readable markup")
_OVERLOADED = Text("有标签带了数万个属性", "a tag has tens of thousands of attributes")
# The parser compares each attribute of a tag with all before it.
_LARGE, _LONG_TAG, _MOST_ATTRIBUTES = 300_000, 60_000, 10_000
_TOO_DEEP = Text(
    "网页嵌套过深或过大，未能读到结尾",
    "the page is nested too deeply or is too large, and was not read to its end",
)
_LOSSES = frozenset({
    "ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY", "ERR_INTERNAL_ERROR", "ERR_INVALID_ENCODING",
    "ERR_UNSUPPORTED_ENCODING", "ERR_UNKNOWN_ENCODING", "I18N_CONV_FAILED",
})  # fmt: skip


@cache
def _parser() -> etree.HTMLParser:
    # huge_tree lifts the limits of 256 levels and 10 MB of text, past which content is dropped.
    return etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


@cache
def _flattener(*, hidden: bool, celled: bool) -> etree.XSLT:
    sheet = _FLATTEN if hidden else _FLATTEN.replace("</xsl:stylesheet>", _SHOWN)
    sheet = sheet.replace("</xsl:stylesheet>", _CELLED) if celled else sheet
    return etree.XSLT(etree.XML(sheet))
