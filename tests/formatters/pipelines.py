"""A run for the formats of pipelines: all kinds of documents, and words that try to break out."""

from nianbao.model.place import Columns, Place, Span, escape
from nianbao.model.text import Text
from nianbao.protocols import Canvas, Formatter
from nianbao.result import Document, Result
from nianbao.rule import Severity
from tests.formatters.samples import document, finding, gap, other, place, result, rule, unreadable
from tests.formatters.seed import seed

HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",  # noqa: RUF001  # a formula in full width
    "::error::x%0A::set-env name=a::b",
    "<script>alert(1)</script>",
    "]]></failure><x/>",
    "a|b\n| c | d |\n# 标题",
    "[点此](javascript:alert(1)) ![x](http://x) @someone #12 `x` **y** _z_",
    "\x1b[31m红\x07\ufffe",
)
# 𠮷 is one code point, two units of UTF-16 and four bytes of UTF-8.
WIDE = Place(
    "/requests/received/other",
    "表三 · 本年新收 · 其他",
    Span(7, 3, 7, 5),
    Columns(utf16=4, end_utf16=7, utf8=6, end_utf8=13),
)


def hostile() -> Document:
    """Return a document whose path, organ, places and messages hold such words."""
    found = [
        finding(
            rule("SUM001", "request-balance", Text(words, words), (words,)),
            message=Text(words, words),
            at=Place(f"/sections/{escape(words)}", words, WIDE.span, WIDE.columns),
            related=(Place("/title", words),),
            values={"text": words},
        )._replace(fingerprint=f"{number:016x}")
        for number, words in enumerate(HOSTILE)
    ]
    return document("-=,:%\n::error::<a>.html", found)._replace(organ=HOSTILE[0])


def every_kind() -> Result:
    """Return a run with a document of every kind."""
    crashed = document("c.html")._replace(crashed=((rule("XTB001"), "ValueError: x"),))
    broken = document("d.html", [finding(at=WIDE, related=(place("/requests", "表三"),))])
    gaps = document("g.html")._replace(not_checked=(gap("TXT001", "没有表三", "/requests"),))
    mild = document("m.html", [finding(rule("VAL001"), Severity.WARNING)])
    return result(
        seed(),
        hostile(),
        crashed,
        broken._replace(rules=(rule("DOC001"), rule("SUM001"))),
        gaps,
        mild,
        other("首页.html"),
        unreadable("坏.json", 3, 7),
    )


def rendered(formatter: Formatter, *documents: Document) -> str:
    """Return what a formatter writes in Chinese, of every kind or of some documents."""
    return formatter.render(result(*documents) if documents else every_kind(), Canvas("zh"))
