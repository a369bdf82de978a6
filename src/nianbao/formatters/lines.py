"""Which one line tells what a document is and what became of it?"""

from nianbao.formatters.characters import clipped, harmless
from nianbao.formatters.gaps import gaps
from nianbao.formatters.verdict import sentence
from nianbao.model.text import Language, Text
from nianbao.result import Document

_NOWHERE = Text("不在任何一份文件里的问题", "what stands in no document")


def name_of(document: Document, language: Language) -> str:
    """Return the path of a document, or that findings stand in none."""
    return document.path or _NOWHERE.get(language)


def is_plain(document: Document) -> bool:
    """Tell whether a document needs no more than one plain line."""
    return document.status != "unreadable" and not document.findings and not document.crashed


def plain_line(document: Document, language: Language) -> str:
    """Return the line of a document that has no findings: what it is, and the verdict."""
    missed = gaps(document, language)
    about = () if document.status == "other" else (_name(document), _edition(document))
    words = [*(part.get(language) for part in about), sentence(document, language)]
    comma = Text("，", ", ").get(language)
    said = Text("；", "; ").get(language).join(filter(None, [comma.join(words), missed]))
    return harmless(document.path + Text("：", ": ").get(language) + said)


def unreadable_line(document: Document, language: Language) -> str:
    """Return the line of a document that could not be read: where, and why."""
    problem = document.problem
    numbers = (problem.line, problem.column) if problem else ()
    where = ":".join([document.path, *(str(number) for number in numbers if number is not None)])
    return harmless(where) + Text("：", ": ").get(language) + unread_reason(document, language)


def unread_reason(document: Document, language: Language) -> str:
    """Return that a document could not be read, and why."""
    why = clipped(document.problem.reason.get(language)) if document.problem else ""
    said = filter(None, [sentence(document, language), why])
    return harmless(Text("：", ": ").get(language).join(said))


def heading(document: Document, language: Language) -> str:
    """Return the organ, year and edition of a document, as far as they are known."""
    year, edition = document.year, document.edition
    parts = [clipped(document.organ)]
    parts += [Text(f"{year}年", f"{year}").get(language)] if year else []
    parts += [Text(f"{edition}年版", f"{edition} edition").get(language)] if edition else []
    return harmless(" · ".join(filter(None, parts)))


def _name(document: Document) -> Text:
    organ, year = clipped(document.organ), document.year
    zh = f"{organ}{year}年报告" if year else f"{organ}报告，年度不明"
    en = f"report for {year}" if year else "year unknown"
    return Text(
        zh if organ else f"{zh}，机关不明",
        f"{organ} {en}" if organ and year else f"{organ or 'organ unknown'}, {en}",
    )


def _edition(document: Document) -> Text:
    edition = document.edition
    if not edition:
        return Text("版式不明", "edition unknown")
    return Text(f"{edition}年版", f"{edition} edition")
