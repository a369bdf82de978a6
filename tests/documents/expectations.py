"""What should a document be read as, and in what does the reading differ?"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from nianbao.result import Document
from tests.documents.views import VIEWS
from tests.invented import check, read

_HERE = Path(__file__).parent
_EXPECTED, _GOLDEN = ".expected.yaml", ".golden.json"


class Sample(NamedTuple):
    """One document: its path, what a fair reader says of it, and the canonical JSON kept of it."""

    path: Path
    expected: Mapping[str, Any]
    golden: Path

    @property
    def name(self) -> str:
        """How tests call it: its folder and file."""
        return self.path.relative_to(_HERE).as_posix()

    @property
    def is_readable(self) -> bool:
        """Tell whether it should be read as a report."""
        return "status" not in self.expected

    def checked(self) -> Document:
        """Check the document."""
        return check(self.path.read_bytes(), self.path.suffix)

    def canonical(self) -> str:
        """Return the canonical JSON of the document as it is read now."""
        return read(self.path.read_bytes(), self.path.suffix).to_json()


def samples() -> list[Sample]:
    """Return all documents in the folders beside this file."""
    return [
        Sample(path, _loaded(_beside(path, _EXPECTED)), _beside(path, _GOLDEN))
        for path in sorted(_HERE.glob("*/*.*"))
        if not path.name.endswith((_EXPECTED, _GOLDEN, ".pyc"))
    ]


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.stem + ending)


def _loaded(path: Path) -> dict[str, Any]:
    expected: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return expected


def differences(sample: Sample) -> list[str]:
    """Return what is otherwise than expected, a line each."""
    checked = sample.checked()
    if not sample.is_readable:
        status = sample.expected["status"]
        return [] if checked.status == status else [f"status: {checked.status}, not {status}"]
    if checked.problem:
        return [f"unreadable: {checked.problem.reason.zh}"]
    crashed = [f"crashed: {rule.code}" for rule, _ in checked.crashed]
    report = read(sample.path.read_bytes(), sample.path.suffix).to_dict()
    silent = sorted({rule.code for rule, _ in checked.not_checked})
    told = {**report, "encoding": checked.encoding, "not_checked": silent}
    return [*crashed, *_in_report(sample.expected, told), *_in_findings(sample.expected, checked)]


def _in_findings(expected: Mapping[str, Any], checked: Document) -> Iterator[str]:
    open_ones = list(checked.findings)
    for want in expected["findings"]:
        fits = next(
            (
                each
                for each in open_ones
                if (each.rule.code, str(each.severity), each.place.pointer)
                == (want["rule"], want["severity"], want["at"])
                and want.get("says", "") in each.message.zh
            ),
            None,
        )
        if fits:
            open_ones.remove(fits)
        else:
            yield f"not found: {want}"
    for each in open_ones:
        yield (
            f"found: {each.rule.code} {each.severity} at {each.place.pointer or '(document)'}: "
            f"{each.message.zh}"
        )


def _in_report(expected: Mapping[str, Any], report: Mapping[str, Any]) -> Iterator[str]:
    for key, want in expected.items():
        if key not in ("about", "findings"):
            got = VIEWS[key](report, want) if key in VIEWS else report.get(key)
            if got != want:
                yield f"{key}: {got!r}, not {want!r}"
