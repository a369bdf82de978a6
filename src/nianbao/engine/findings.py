"""From what rules hit to findings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from nianbao.engine.fingerprint import Fingerprints
from nianbao.model.naming import label_of, row_pointer
from nianbao.model.place import Origin, Place, holds
from nianbao.model.report import Report
from nianbao.model.text import Language, Text
from nianbao.prose.hiding import Hide, hidden_in, hiding
from nianbao.result import Finding
from nianbao.rule import Hit, Outcome, Rule, Severity

_NONE: Mapping[str, Report] = MappingProxyType({})
_FIELD = re.compile(r"\{(\w+)\}")


Others = Mapping[str, Report]


def findings_of(
    outcomes: Sequence[Outcome], report: Report, path: str, others: Others = _NONE
) -> list[Finding]:
    """Return the findings of a report, the gravest first, then in the order of the document.

    Hits that yield to another rule are dropped; those of one row are one finding where the rule
    says so.

    Args:
        outcomes: what came of the rules.
        report: the report.
        path: by which a report of no known organ is known again.
        others: the reports that hits may name beside it, by path.
    """
    hits = [(outcome.rule, hit) for outcome in outcomes for hit in outcome.hits]
    if not hits:
        return []
    kept = _grouped(list(_unyielded(hits)))
    fingerprints = Fingerprints(report, path)
    quoted = _quoted(kept, others)
    hide = hiding(report, *quoted) if quoted else report.once(hiding)
    found = [_hidden(_finding(rule, hit, report, fingerprints, others), hide) for rule, hit in kept]
    return sorted(found, key=order)


def _quoted(hits: Sequence[tuple[Rule, Hit]], others: Others) -> list[Report]:
    """Return the reports of which hits may quote words beside those of their own."""
    paths = (path for _, hit in hits for path, _ in hit.elsewhere)
    return [others[path] for path in dict.fromkeys(paths)]


def _hidden(finding: Finding, hide: Hide) -> Finding:
    """Mask private data where words of the document leave it: no output sees them."""
    return finding._replace(
        message=hidden_in(finding.message, hide),
        place=_hidden_place(finding.place, hide),
        related=tuple(_hidden_place(place, hide) for place in finding.related),
        values=hidden_in(finding.values, hide),
    )


def _hidden_place(place: Place, hide: Hide) -> Place:
    origin = place.origin
    shown = origin and origin._replace(organ=hide(origin.organ))
    return place._replace(label=hide(place.label), origin=shown)


def order(finding: Finding) -> tuple[int, int, int, str]:
    """Return by what findings are sorted: the gravest first, then as they stand."""
    span = finding.place.span
    line, column = (span.line, span.column) if span else (0, 0)
    return (-finding.severity, line, column, finding.rule.code)


def _unyielded(hits: Sequence[tuple[Rule, Hit]]) -> Iterator[tuple[Rule, Hit]]:
    places: dict[tuple[str, str], list[str]] = {}
    for rule, hit in hits:
        places.setdefault((rule.code, hit.cause), []).append(hit.at)
    for rule, hit in hits:
        above = (place for code in rule.yields_to for place in places.get((code, hit.cause), ()))
        if not any(holds(place, hit.at) for place in above):
            yield rule, hit


def _grouped(hits: Sequence[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    groups: dict[tuple[str, str], list[tuple[Rule, Hit]]] = {}
    for number, (rule, hit) in enumerate(hits):
        key = row_pointer(hit.at) if rule.one_per_row else str(number)
        groups.setdefault((rule.code, key), []).append((rule, hit))
    return [_one(group) for group in groups.values()]


def _one(group: list[tuple[Rule, Hit]]) -> tuple[Rule, Hit]:
    rule, first = group[0]
    if not rule.one_per_row:
        return rule, first
    rest = tuple(hit.at for _, hit in group[1:])
    elsewhere = (place for _, hit in group for place in hit.elsewhere)
    return rule, first._replace(
        related=first.related + rest,
        values={**first.values, "count": len(group)},
        elsewhere=tuple(dict.fromkeys(elsewhere)),
    )


def _finding(
    rule: Rule, hit: Hit, report: Report, fingerprints: Fingerprints, others: Others
) -> Finding:
    place = _place(hit.at, report, hit.quote)
    return Finding(
        rule=rule,
        severity=severity_of(rule, hit, report),
        message=_message(rule, hit, report),
        place=place,
        related=(
            *(_place(pointer, report) for pointer in hit.related),
            *(_elsewhere(path, pointer, others[path]) for path, pointer in hit.elsewhere),
        ),
        values=hit.values,
        fingerprint=fingerprints.of(
            rule.code, row_pointer(hit.at) if rule.one_per_row else hit.at, hit.quote
        ),
        equation=hit.equation,
    )


def _place(pointer: str, report: Report, words: str = "") -> Place:
    """Return a place with its span: that of the words quoted from a text, where they are met."""
    quoted = report.locate_words(pointer, words) if words else None
    span = quoted or report.locate(pointer)
    columns = report.measure(span) if span else None
    return Place(pointer, label_of(pointer, report), span, columns)


def _elsewhere(path: str, pointer: str, report: Report) -> Place:
    origin = Origin(path, report.organ.name if report.organ else "", report.year)
    return _place(pointer, report)._replace(origin=origin)


def severity_of(rule: Rule, hit: Hit, report: Report) -> Severity:
    """Return the severity of the first case whose conditions hold."""
    facts = {
        **hit.values,
        "edition": report.edition.key if report.edition else None,
        "year": report.year,
        "row": row_pointer(hit.at).rpartition("/")[2],
        "column": hit.at.rpartition("/")[2],
        "level": report.organ.level if report.organ else None,
        "kind": report.organ.kind if report.organ else None,
    }
    for case in rule.severity:
        if all(_holds(facts.get(key), wanted) for key, wanted in case.when.items()):
            return case.severity
    return rule.severity[-1].severity


def _holds(value: Any, wanted: Any) -> bool:
    return value in wanted if isinstance(wanted, list) else value == wanted


def _message(rule: Rule, hit: Hit, report: Report) -> Text:
    template = rule.texts().message
    words = {**_names(hit.at, report), **hit.values}
    notes = (Text("", ""), *hit.notes)
    return Text(
        _filled(template.zh, words, "zh") + "".join(note.zh for note in notes),
        _filled(template.en, words, "en") + "".join(note.en for note in notes),
    )


def _names(pointer: str, report: Report) -> dict[str, str]:
    """Return what messages may call the place: table, row and column, and the whole label."""
    label = label_of(pointer, report)
    table, *rest = label.split(" · ")
    row = " · ".join(rest[:-1]) if len(rest) > 1 else "".join(rest)
    return {"label": label, "table": table, "row": row, "column": rest[-1] if rest else ""}


def _filled(template: str, words: Mapping[str, Any], language: Language) -> str:
    def word(found: re.Match[str]) -> str:
        value = words.get(found[1], found[0])
        return (
            value.get(language)
            if isinstance(value, Text)
            else f"{value:f}"
            if _is_decimal(value)
            else str(value)
        )

    return _FIELD.sub(word, template)


def _is_decimal(value: Any) -> bool:
    return type(value).__name__ == "Decimal"
