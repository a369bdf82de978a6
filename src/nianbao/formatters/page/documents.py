"""How does one document look on the page?"""

from collections.abc import Iterator

from nianbao.formatters import verdict, wording
from nianbao.formatters.gaps import gaps
from nianbao.formatters.lines import name_of
from nianbao.formatters.page import words
from nianbao.formatters.page.markup import Html, tag
from nianbao.formatters.page.names import of_document
from nianbao.formatters.page.sections import parts
from nianbao.formatters.wording import JOINT
from nianbao.model.text import Language, Text
from nianbao.result import Document, Problem
from nianbao.rule import Severity


def document_of(number: int, document: Document, language: Language, *, is_open: bool) -> Html:
    """Return a document: one line, and below it all that there is to say."""
    name = of_document(number)
    body = [*_notes(document, language), *parts(document, name, language)]
    return tag(
        "details" if body else "div",
        tag("summary" if body else "div", *_line(document, language), class_="line-of"),
        tag("div", *body, class_="body") if body else None,
        id=name,
        class_="report",
        open=bool(body) and is_open,
        data_verdict=verdict.judge(document),
    )


def _line(document: Document, language: Language) -> Iterator[Html]:
    judged = verdict.judge(document)
    yield tag("span", words.VERDICTS[judged].get(language), class_=f"verdict {judged}")
    yield tag("span", *_about(document, language), class_="about")
    counts = [
        tag(
            "span",
            str(total),
            class_=f"count {severity}",
            title=wording.SEVERITIES[severity].get(language),
        )
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        if (total := document.count(severity))
    ]
    if document.status == "read" and not counts:
        yield tag("small", words.CLEAN.get(language), class_="counts")
    else:
        yield tag("span", *counts, class_="counts")


def _about(document: Document, language: Language) -> Iterator[Html]:
    """Yield the organ, and smaller the year, the edition and the path; else the path alone."""
    if document.status != "read" or not document.is_document:
        yield tag("h2", name_of(document, language))
        return
    organ = document.organ or words.UNNAMED.get(language)
    yield tag("h2", organ, lang="zh-CN" if document.organ else None)
    year, edition = document.year, document.edition
    facts = (
        Text(f"{year}年", f"{year}").get(language) if year else "",
        Text(f"{edition}年版", f"{edition} edition").get(language) if edition else "",
        document.path,
    )
    digest = f"SHA-256 {document.digest}" if document.digest else None
    yield tag("small", JOINT.join(filter(None, facts)), title=digest)


def _notes(document: Document, language: Language) -> Iterator[Html]:
    """Yield the verdict, why a document could not be read, what crashed, what was not checked."""
    missed = gaps(document, language)
    if not (document.findings or document.problem or document.crashed or missed):
        return
    yield tag("p", verdict.sentence(document, language), class_="sentence")
    if document.problem:
        yield tag("p", _problem(document.problem, language), class_="trouble")
    for rule, reason in document.crashed:
        yield tag("p", wording.crash(rule, reason, language), class_="trouble")
    if missed:
        yield tag("p", missed, class_="missed")


def _problem(problem: Problem, language: Language) -> str:
    template = words.WHERE if problem.column else words.LINE
    where = template.get(language).format(line=problem.line, column=problem.column)
    joint = Text("：", ": ").get(language)
    return joint.join([*([where] if problem.line else []), problem.reason.get(language)])
