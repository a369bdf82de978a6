"""Which files does an audit leave in its folder?"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from nianbao.app import Options
from nianbao.audit.hands import Hands
from nianbao.audit.overview import Gap, Overview
from nianbao.audit.recalled import fixed, rows_of
from nianbao.audit.run import Charge, Outcome
from nianbao.audit.store import Store
from nianbao.auditor.writing import Sheet, put, sheet
from nianbao.formatters.csv_ import csv_head
from nianbao.model.record import Record
from nianbao.model.text import Language, Text
from nianbao.result import Result
from nianbao.rule import Rule
from nianbao.version import VERSION

if TYPE_CHECKING:
    from nianbao.auditor.drawing import Drawn

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
        options, settings: how rules are found in another process.
        hands: draw them.
        digest: of the rule files.
        language: of their sentences.
    """

    folder: str
    store: Store
    rules: Mapping[str, Rule]
    options: Options
    settings: str
    hands: Hands
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
        # Where nothing has changed none of this is loaded.
        from nianbao.auditor.drawing import DraughtsmanMaker, Drawn, Stamp  # noqa: PLC0415
        from nianbao.auditor.pages import parts, write_pages  # noqa: PLC0415

        as_of = charge.as_of.isoformat()
        result = Result((), VERSION, self.digest, "audit", as_of=as_of, inputs=outcome.inputs)
        stamp = Stamp(result, self.language)
        make = DraughtsmanMaker(self.options, self.settings, stamp)
        drawn: Iterator[Drawn] = self.hands.done(make, parts(rows_of(self.store)))
        with sheet(self._path(_JSONL)) as lines, sheet(self._path(_CSV)) as table:
            table.add(csv_head(self.language, _HEADS))
            pages = write_pages(self.folder, _added(drawn, lines, table), stamp)
            for document in fixed(self.store, self.rules, outcome.number):
                lines.add(stamp.lines(document))
                table.add(stamp.table(document))
        return {_JSONL: lines.digest, _CSV: table.digest, **pages}

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


def _added(drawn: Iterable["Drawn"], lines: Sheet, table: Sheet) -> Iterator["Drawn"]:
    """Add what is drawn to the files that have all of it, and pass it on."""
    for each in drawn:
        lines.add(each.lines)
        table.add(each.table)
        yield each
