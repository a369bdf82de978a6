"""Which files does an audit leave in its folder?"""

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any

from nianbao.audit.overview import Gap, Overview
from nianbao.audit.recalled import absences, documents, fixed
from nianbao.audit.run import Charge, Outcome
from nianbao.audit.store import Store
from nianbao.auditor.writing import put
from nianbao.formatters.csv_ import csv_head, csv_rows
from nianbao.formatters.jsonl import jsonl_lines
from nianbao.model.record import Record
from nianbao.model.text import Language, Text
from nianbao.result import Document, Result
from nianbao.rule import Rule
from nianbao.version import VERSION

RUN = "run.json"
_JSONL, _CSV = "findings.jsonl", "findings.csv"
_HEADS = (
    Text("基准日", "as of"),
    Text("工具版本", "version"),
    Text("规则摘要", "rules digest"),
    Text("输入摘要", "inputs digest"),
    Text("文件摘要（SHA-256）", "document digest (SHA-256)"),
)


class Outputs(Record):
    """Writes the files of a run.

    Attributes:
        folder: where they go.
        store: holds what they say.
        rules: all rules by code.
        digest: of the rule files.
        language: of their sentences.
    """

    folder: str
    store: Store
    rules: Mapping[str, Rule]
    digest: str
    language: Language

    def write(self, outcome: Outcome, charge: Charge, overview: Overview) -> None:
        """Write all files; ``run.json`` comes last, so that it never speaks of files to come.

        What would be written again as it stands is left.

        Raises:
            WritingError: one of them cannot be written.
        """
        digests = self._standing(outcome) or self._written(outcome, charge)
        put(self._path(RUN), [self._run(outcome, charge, overview, digests)])

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name)

    def _standing(self, outcome: Outcome) -> dict[str, str]:
        """Return the digests of the files of the run before, if this one finds nothing else."""
        try:
            with open(self._path(RUN), encoding="utf-8") as file:
                before = json.load(file)
            is_same = (before["inputs"], before["language"]) == (outcome.inputs, self.language)
            digests: dict[str, str] = before["outputs"]
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        are_there = all(os.path.isfile(self._path(name)) for name in digests)
        return digests if is_same and are_there and not outcome.is_changed else {}

    def _written(self, outcome: Outcome, charge: Charge) -> dict[str, str]:
        from nianbao.auditor.pages import write_pages  # noqa: PLC0415  # where anything has changed

        as_of = charge.as_of.isoformat()
        result = Result((), VERSION, self.digest, "audit", as_of=as_of, inputs=outcome.inputs)
        shown = self._documents(with_reports=True)
        return {
            _JSONL: put(self._path(_JSONL), self._lines(result, outcome.number)),
            _CSV: put(self._path(_CSV), self._rows(result, outcome.number)),
            **write_pages(self.folder, shown, result, self.language),
        }

    def _documents(self, *, with_reports: bool = False) -> Iterator[Document]:
        """Yield the reports that lack, if any does, as one without a path, then all documents."""
        lacking = absences(self.store, self.rules)
        if lacking.findings or lacking.crashed or lacking.not_checked:
            yield lacking
        yield from documents(self.store, self.rules, with_reports=with_reports)

    def _told(self, run: int) -> Iterator[Document]:
        """Yield what stands in lines: the documents, then what was fixed in this run."""
        yield from self._documents()
        yield from fixed(self.store, self.rules, run)

    def _lines(self, result: Result, run: int) -> Iterator[str]:
        about = {
            "as_of": result.as_of,
            "version": result.version,
            "rules_digest": result.rules_digest,
            "inputs": result.inputs,
        }
        return (jsonl_lines(each, self.language, about) for each in self._told(run))

    def _rows(self, result: Result, run: int) -> Iterator[str]:
        yield csv_head(self.language, _HEADS)
        about = (result.as_of, result.version, result.rules_digest, result.inputs)
        for each in self._told(run):
            yield csv_rows(each, self.language, (*about, each.digest))

    def _run(
        self, outcome: Outcome, charge: Charge, overview: Overview, digests: Mapping[str, str]
    ) -> str:
        about: dict[str, Any] = {
            "version": 1,
            "tool": {"name": "nianbao", "version": VERSION, "rules_digest": self.digest},
            "run": outcome.number,
            "as_of": charge.as_of.isoformat(),
            "language": self.language,
            "inputs": outcome.inputs,
            "outputs": digests,
            "verdicts": overview.verdicts,
            "states": overview.states,
            "strangers": [each._asdict() for each in overview.strangers],
            "crashed": [self._gap(each) for each in overview.crashed],
            "not_compared": [self._gap(each) for each in overview.not_compared],
            "documents": dict(self.store.rows("SELECT path, content FROM documents ORDER BY path")),
        }
        return json.dumps(about, ensure_ascii=False, indent=2) + "\n"

    def _gap(self, gap: Gap) -> dict[str, Any]:
        return {**gap._asdict(), "reason": gap.reason.get(self.language)}
