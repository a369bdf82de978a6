"""How does a result look as Markdown?"""

from collections.abc import Iterator

from nianbao.formatters import wording
from nianbao.formatters.counts import count
from nianbao.formatters.escaping import inert
from nianbao.formatters.gaps import gaps
from nianbao.formatters.lines import heading, name_of, plain_line, unread_reason
from nianbao.formatters.summary import summary, words
from nianbao.formatters.verdict import sentence
from nianbao.model.text import Language, Text
from nianbao.protocols import Canvas
from nianbao.result import Document, Finding, Result

_TITLE = Text("年报检查结果", "Check of annual reports")
_CLEAN = Text("没有问题的文件", "documents without findings")


class MarkdownFormatter:
    """Writes the numbers of a run and a table for each document with findings."""

    name = "markdown"
    for_machines = True

    def render(self, result: Result, canvas: Canvas) -> str:
        """Return the result as GitHub-flavoured Markdown; what documents say stays text."""
        return "\n".join(blocks(result, canvas.language))


def blocks(result: Result, language: Language) -> Iterator[str]:
    """Yield the page in pieces: its head, a piece for each document with findings, the others."""
    numbers = summary(count(result.told), language)
    lines = "".join(f"- {inert(words(line))}\n" for line in numbers)
    yield f"# {_TITLE.get(language)}\n\n{lines}"
    for document in result.told:
        if document.findings or document.crashed or document.status == "unreadable":
            yield _document(document, language)
    yield from _plain(result.documents, language)


def _document(document: Document, language: Language) -> str:
    said = [f"## {inert(name_of(document, language))}\n"]
    about = heading(document, language)
    said += [f"{inert(about)}\n"] if about else []
    verdict = unread_reason if document.status == "unreadable" else sentence
    said += [f"**{inert(verdict(document, language))}**\n"]
    said += [_table(document.findings, language)] if document.findings else []
    for rule, reason in document.crashed:
        said.append(f"- {inert(wording.crash(rule, reason, language))}\n")
    missed = gaps(document, language)
    said += [f"{inert(missed)}\n"] if missed else []
    return "\n".join(said)


def _table(findings: tuple[Finding, ...], language: Language) -> str:
    heads = [head.get(language) for head in wording.HEADS]
    rows = [heads, ["---"] * len(heads)]
    rows += [[inert(cell) for cell in _row(finding, language)] for finding in findings]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(finding: Finding, language: Language) -> list[str]:
    severity = wording.SEVERITIES[finding.severity].get(language)
    state = wording.STATES[finding.state].get(language)
    place, position = wording.label(finding.place, language), wording.position(finding.place)
    stop = Text("。", ". ").get(language)
    message, fix = wording.message(finding, language), wording.fix(finding, language)
    return [
        f"{severity} {state}".rstrip(),
        f"{place} {position}".rstrip(),
        f"{message}{stop}{fix}",
        wording.code(finding),
    ]


def _plain(documents: tuple[Document, ...], language: Language) -> Iterator[str]:
    """Yield the list of documents that need but a line; files that are no report are counted."""
    clean = [
        document
        for document in documents
        if document.status == "read" and not (document.findings or document.crashed)
    ]
    if clean:
        lines = "".join(f"- {inert(plain_line(one, language))}\n" for one in clean)
        yield f"## {_CLEAN.get(language)}\n\n{lines}"
